import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import { parseAddress, splitAddress, toAddress } from "../../host/model/address";
import { findRange } from "../../host/model/range";
import { button, make } from "./dom";
import { editText } from "./grid/edit-text";
import type { SheetGrid } from "./grid/sheet-grid";

/** 名前ボックス and 数式バー */
export class FormulaBar {
  readonly element = make("div", { class: "formula-bar" });
  private readonly name = make("input", { class: "name-box", "aria-label": "名前ボックス", spellcheck: "false", autocomplete: "off" });
  private readonly bar = make("textarea", { class: "bar", "aria-label": "数式バー", rows: "1", spellcheck: "false", autocomplete: "off" });
  private readonly cancel = button("×", () => { this.end(() => { this.grid.editor.cancel(); return true; }); }, { title: "キャンセル", "aria-label": "キャンセル" });
  private readonly enter = button("✓", () => { this.end(() => this.grid.editor.commit()); }, { title: "入力", "aria-label": "入力" });

  constructor(
    private readonly grid: SheetGrid,
    private readonly say: (message: string) => void,
  ) {
    this.element.append(this.name, make("span", { class: "buttons" }, this.cancel, this.enter, make("span", { class: "fx", "aria-hidden": "true" }, "fx")), this.bar);
    this.listen();
    grid.moved.add(() => { this.show(); });
    grid.editor.changed.add(() => { this.show(); });
  }

  private show(): void {
    const { grid: { editor, selection, sheet } } = this;
    if (document.activeElement !== this.name) this.name.value = this.nameOf();
    const { row, column } = selection.activeArea.top < 0 ? selection.active : { row: selection.activeArea.top, column: selection.activeArea.left };
    const text = editor.isEditing ? editor.text : editText(sheet, row, column);
    if (this.bar.value !== text) this.bar.value = text;
    this.cancel.disabled = !editor.isEditing;
    this.enter.disabled = !editor.isEditing;
  }

  private nameOf(): string {
    const { selection } = this.grid;
    const { region, activeArea: { top, left } } = selection;
    const isOne = region.top === top && region.left === left;
    const isLines = (region.left === 0 && region.right === LAST_COLUMN) || (region.top === 0 && region.bottom === LAST_ROW);
    return isOne && !isLines ? toAddress({ top, bottom: top, left, right: left }) : toAddress({ top: selection.active.row, bottom: selection.active.row, left: selection.active.column, right: selection.active.column });
  }

  private end(finish: () => boolean): void {
    if (finish()) this.grid.box.focus();
  }

  private listen(): void {
    const { grid, bar, name } = this;
    bar.addEventListener("focus", () => {
      if (!grid.editor.isEditing && !grid.editor.begin(grid.book, grid.selection.active, "edit")) grid.box.focus();
    });
    bar.addEventListener("input", () => { grid.editor.type(bar.value); });
    bar.addEventListener("keydown", (event) => {
      if (event.isComposing || event.key === "Process") return;
      if (event.key === "Enter" && event.altKey) {
        bar.setRangeText("\n", bar.selectionStart, bar.selectionEnd, "end");
        grid.editor.type(bar.value);
      } else if (event.key === "Enter" || event.key === "Tab") {
        const key = event.key;
        this.end(() => {
          if (!grid.editor.commit()) return false;
          grid.selection.advance(key, event.shiftKey);
          return true;
        });
      } else if (event.key === "Escape") this.end(() => { grid.editor.cancel(); return true; });
      else return;
      event.preventDefault();
    });
    name.addEventListener("focus", () => { name.select(); });
    name.addEventListener("blur", () => { this.show(); });
    name.addEventListener("keydown", (event) => {
      if (event.isComposing || event.key === "Process") return;
      if (event.key === "Escape") grid.box.focus();
      else if (event.key === "Enter") this.goTo(name.value.trim());
      else return;
      event.preventDefault();
    });
  }

  private goTo(text: string): void {
    const { grid: { book, sheet } } = this;
    const { sheet: sheetName, rest } = splitAddress(text);
    const range = parseAddress(rest) === undefined && text === "" ? undefined : findRange(book.host.workbook, sheet, text);
    if (range === undefined) {
      this.say("この名前や番地は、このブックにありません。「C7」や「B5:D9」のように入力してください。");
      return;
    }
    if (sheetName !== undefined && range.sheet !== sheet) book.user.activate(range.sheet.name);
    this.grid.box.focus();
    this.grid.selection.choose(range.region);
  }
}
