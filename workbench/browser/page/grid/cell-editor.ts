import { toA1 } from "../../../../src/core/sheet/address";
import type { SheetModel } from "../../../host/model/workbook";
import type { Book } from "../book";
import { Listeners } from "../listeners";
import { editText } from "./edit-text";
import type { Cell } from "./moves";

/** In "enter" an arrow ends the entry; in "edit" (F2, double click) it moves the caret. */
export type EditMode = "enter" | "edit";

interface Edit {
  readonly book: Book;
  readonly sheet: SheetModel;
  readonly cell: Cell;
  text: string;
  mode: EditMode;
}

const PROTECTED = "変更しようとしているセルは、保護されているシート上にあります。変更するには、シートの保護を解除してください。";

/** The entry into a cell, wherever it is typed: in the cell or in the formula bar. Excel is in its edit mode meanwhile. */
export class CellEditor {
  readonly changed = new Listeners();
  private edit: Edit | undefined;

  constructor(private readonly say: (message: string) => void) {}

  get isEditing(): boolean {
    return this.edit !== undefined;
  }

  get cell(): Cell | undefined {
    return this.edit?.cell;
  }

  get mode(): EditMode | undefined {
    return this.edit?.mode;
  }

  get text(): string {
    return this.edit?.text ?? "";
  }

  /** False where the cell is locked. Without a text the cell's own is edited. */
  begin(book: Book, cell: Cell, mode: EditMode, text?: string): boolean {
    if (this.edit !== undefined) return true;
    const { sheet } = book;
    const merge = sheet.mergeAt(cell.row, cell.column);
    const at: Cell = merge === undefined ? cell : { row: merge.top, column: merge.left };
    if (sheet.protection.isProtected && sheet.style(at.row, at.column).locked) {
      this.say(PROTECTED);
      return false;
    }
    this.edit = { book, sheet, cell: at, mode, text: text ?? editText(sheet, at.row, at.column) };
    book.user.beginEdit();
    this.changed.tell();
    return true;
  }

  type(text: string): void {
    if (this.edit === undefined || this.edit.text === text) return;
    this.edit.text = text;
    this.changed.tell();
  }

  /** F2 while entering: the arrows move the caret from now on. */
  toggleMode(): void {
    if (this.edit !== undefined) this.edit.mode = this.edit.mode === "edit" ? "enter" : "edit";
  }

  /** True where nothing is left to do. Where Excel refuses, the entry goes on, and the person can mend or drop it. */
  commit(): boolean {
    const { edit } = this;
    if (edit === undefined) return true;
    const { book, sheet, cell, text } = edit;
    if (text !== editText(sheet, cell.row, cell.column)) {
      const result = book.user.type(sheet.name, toA1(cell), text);
      if (!result.ok) {
        this.say(result.message);
        return false;
      }
    }
    this.end();
    return true;
  }

  cancel(): void {
    if (this.edit !== undefined) this.end();
  }

  private end(): void {
    const book = this.edit?.book;
    this.edit = undefined;
    book?.user.endEdit();
    this.changed.tell();
  }
}
