import { toA1 } from "../../../../src/core/sheet/address";
import type { AccessibleGrid } from "./accessible-grid";
import { fontOf, toPixels } from "./fonts";
import type { Book } from "../book";
import type { CellEditor } from "./cell-editor";
import type { GridSelection } from "./selection";
import type { Viewport } from "./viewport";

/** What the box needs of the sheet that it lies on. */
interface Owner {
  readonly editor: CellEditor;
  readonly book: Book;
  readonly selection: GridSelection;
}

/**
 * The text box at the active cell. It has the focus all the time, unseen until something is typed, so that an input
 * method finds it ready: what is composed appears in it from the first key on.
 */
export class EntryBox {
  readonly element = document.createElement("textarea");

  constructor(
    private readonly grid: Owner,
    accessible: AccessibleGrid,
  ) {
    const { element } = this;
    element.className = "entry";
    element.rows = 1;
    element.spellcheck = false;
    element.autocomplete = "off";
    element.setAttribute("aria-controls", accessible.id);
    element.setAttribute("aria-activedescendant", accessible.activeId());
    element.setAttribute("aria-roledescription", "セル");
    element.addEventListener("compositionstart", () => { this.begin(); });
    element.addEventListener("input", () => {
      this.begin();
      grid.editor.type(element.value);
    });
    grid.editor.changed.add(() => { this.follow(); });
  }

  focus(): void {
    this.element.focus({ preventScroll: true });
  }

  /** What was typed into the box that nobody saw becomes an entry into the cell. */
  private begin(): void {
    const { editor, book, selection } = this.grid;
    if (editor.isEditing) return;
    if (!editor.begin(book, selection.active, "enter", this.element.value)) this.element.value = "";
  }

  /** The same entry may be typed in the formula bar. */
  private follow(): void {
    const { editor } = this.grid;
    if (this.element.value !== editor.text) this.element.value = editor.text;
  }

  beginEdit(): void {
    const { editor, book, selection } = this.grid;
    if (!editor.begin(book, selection.active, "edit")) return;
    this.focus();
    this.element.setSelectionRange(this.element.value.length, this.element.value.length);
  }

  place(view: Viewport): void {
    const { element, grid: { editor, selection } } = this;
    const cell = editor.cell ?? selection.active;
    const area = view.layout.areaAt(cell.row, cell.column);
    const { x, y, width, height } = view.boxOf(area);
    const { style, content, horizontal } = view.layout.looks.at(area.top, area.left);
    element.setAttribute("aria-label", toA1(cell));
    element.classList.toggle("editing", editor.isEditing);
    const left = Math.max(0, x - 1);
    const top = Math.max(0, y - 1);
    element.style.left = `${String(left)}px`;
    element.style.top = `${String(top)}px`;
    element.style.minWidth = `${String(width + 1)}px`;
    element.style.minHeight = `${String(height + 1)}px`;
    element.style.maxWidth = `${String(Math.max(width + 1, view.width - left))}px`;
    element.style.maxHeight = `${String(Math.max(height + 1, view.height - top))}px`;
    element.style.font = fontOf(style.font);
    element.style.lineHeight = `${String(toPixels(style.font.size * 1.35))}px`;
    element.style.textAlign = content === null ? "left" : horizontal;
    if (!editor.isEditing) {
      element.style.width = "1px";
      element.style.height = `${String(height)}px`;
      return;
    }
    element.style.color = style.font.color;
    element.style.background = style.fill ?? "#ffffff";
    // As wide as what is typed, then as high.
    element.style.whiteSpace = style.wrapText ? "pre-wrap" : "pre";
    element.style.width = `${String(width + 1)}px`;
    element.style.height = "1px";
    if (!style.wrapText) element.style.width = `${String(Math.max(width + 1, element.scrollWidth + 8))}px`;
    element.style.height = `${String(Math.max(height + 1, element.scrollHeight + 2))}px`;
  }
}
