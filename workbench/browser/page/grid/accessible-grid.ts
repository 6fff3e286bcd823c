import { toA1, toColumnName } from "../../../../src/core/sheet/address";
import type { GridSelection } from "./selection";
import type { SheetLayout } from "./sheet-layout";
import type { Viewport } from "./viewport";

/** What is drawn cannot be read aloud: the same cells once more, as a grid of elements that nobody sees. */
export class AccessibleGrid {
  readonly element = document.createElement("div");
  private due: number | undefined;

  constructor(readonly id: string) {
    this.element.id = id;
    this.element.className = "unseen";
    this.element.setAttribute("role", "grid");
    this.element.setAttribute("aria-readonly", "false");
  }

  activeId(): string {
    return `${this.id}-active`;
  }

  /** Renewed shortly after things have come to rest, so that scrolling stays light. */
  update(view: Viewport, selection: GridSelection): void {
    clearTimeout(this.due);
    this.due = window.setTimeout(() => { this.render(view, selection); }, 60);
  }

  private render(view: Viewport, selection: GridSelection): void {
    const { layout } = view;
    const { sheet } = layout;
    this.element.setAttribute("aria-label", `シート ${sheet.name}`);
    this.element.setAttribute("aria-rowcount", String(Math.max(sheet.reach.bottom + 1, 1)));
    this.element.setAttribute("aria-colcount", String(Math.max(sheet.reach.right + 1, 1)));
    const { top, bottom, left, right } = view.scrolledRange;
    const { active } = selection;
    const rows = numbers(0, view.frozenRows - 1, top, bottom, active.row);
    const columns = numbers(0, view.frozenColumns - 1, left, right, active.column);
    const header = row(1);
    header.append(...columns.map((column) => cell("columnheader", toColumnName(column), column)));
    const lines = rows.filter((index) => layout.rows.size(index) > 0).map((index) => this.line(layout, index, columns, selection));
    this.element.replaceChildren(header, ...lines);
  }

  private line(layout: SheetLayout, index: number, columns: readonly number[], selection: GridSelection): HTMLElement {
    const line = row(index + 2);
    for (const column of columns) {
      if (layout.columns.size(column) === 0) continue;
      const area = layout.areaAt(index, column);
      if (area.top !== index || area.left !== column) continue;
      const made = cell("gridcell", describe(layout, index, column), column);
      if (area.right > area.left) made.setAttribute("aria-colspan", String(area.right - area.left + 1));
      if (area.bottom > area.top) made.setAttribute("aria-rowspan", String(area.bottom - area.top + 1));
      const { activeArea } = selection;
      const isActive = activeArea.top === area.top && activeArea.left === area.left;
      made.setAttribute("aria-selected", String(isActive));
      if (isActive) made.id = this.activeId();
      line.append(made);
    }
    return line;
  }
}

function describe(layout: SheetLayout, row: number, column: number): string {
  const { text } = layout.looks.at(row, column);
  return `${toA1({ row, column })} ${text === "" ? "空白" : text}`;
}

function numbers(firstFrom: number, firstTo: number, from: number, to: number, extra: number): number[] {
  const found = new Set<number>();
  for (let index = firstFrom; index <= firstTo; index++) found.add(index);
  for (let index = from; index <= to; index++) found.add(index);
  found.add(extra);
  return [...found].sort((a, b) => a - b);
}

function row(index: number): HTMLElement {
  const element = document.createElement("div");
  element.setAttribute("role", "row");
  element.setAttribute("aria-rowindex", String(index));
  return element;
}

function cell(role: string, text: string, column: number): HTMLElement {
  const element = document.createElement("div");
  element.setAttribute("role", role);
  element.setAttribute("aria-colindex", String(column + 1));
  element.textContent = text;
  return element;
}
