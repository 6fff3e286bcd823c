import { LAST_COLUMN, LAST_ROW } from "../../../../src/core/sheet/address";
import { contains, type Region } from "../../../../src/core/sheet/region";
import type { Book } from "../book";
import { between, type Cell } from "./moves";
import type { SheetLayout } from "./sheet-layout";

const ORIGIN: Cell = { row: 0, column: 0 };

/**
 * What is chosen. The workbook knows the regions; which cell is the active one, and which corner moves while Shift is
 * held, is known here alone.
 */
export class GridSelection {
  private anchor: Cell = ORIGIN;
  private corner: Cell = ORIGIN;
  /** Where a row of entries by Tab began: Enter goes back below it. */
  private tabStart: number | undefined;

  constructor(
    private readonly book: Book,
    private readonly layoutOf: () => SheetLayout,
  ) {}

  get regions(): readonly Region[] {
    return this.book.host.workbook.selection.regions;
  }

  /** The one that Shift and the arrows change: the last that was begun. */
  get region(): Region {
    return this.regions.at(-1) ?? { top: 0, left: 0, bottom: 0, right: 0 };
  }

  get active(): Cell {
    const { region } = this;
    // The add-in may have chosen something else meanwhile.
    return contains(region, this.anchor.row, this.anchor.column) ? this.anchor : { row: region.top, column: region.left };
  }

  get moving(): Cell {
    const { region, corner } = this;
    return contains(region, corner.row, corner.column) && contains(region, this.anchor.row, this.anchor.column) ? corner : this.active;
  }

  get activeArea(): Region {
    const { row, column } = this.active;
    return this.layoutOf().areaAt(row, column);
  }

  private tell(regions: readonly Region[]): void {
    this.book.user.select(this.book.sheet.name, ...regions);
  }

  go(cell: Cell, keepsTab = false): void {
    if (!keepsTab) this.tabStart = undefined;
    this.anchor = cell;
    this.corner = cell;
    this.tell([between(this.layoutOf(), cell, cell)]);
  }

  extend(cell: Cell): void {
    this.anchor = this.active;
    this.corner = cell;
    this.tell([...this.regions.slice(0, -1), between(this.layoutOf(), this.anchor, cell)]);
  }

  /** Ctrl with a click: one more. */
  add(cell: Cell): void {
    this.anchor = cell;
    this.corner = cell;
    this.tell([...this.regions, between(this.layoutOf(), cell, cell)]);
  }

  /** Whole rows or columns; the active cell is the first that is to be seen. */
  lines(kind: "rows" | "columns", from: number, to: number): void {
    const [first, last] = from < to ? [from, to] : [to, from];
    this.anchor = kind === "rows" ? { row: from, column: 0 } : { row: 0, column: from };
    this.corner = this.anchor;
    this.tell([kind === "rows" ? { top: first, bottom: last, left: 0, right: LAST_COLUMN } : { top: 0, bottom: LAST_ROW, left: first, right: last }]);
  }

  all(): void {
    this.tell([{ top: 0, bottom: LAST_ROW, left: 0, right: LAST_COLUMN }]);
  }

  choose(region: Region): void {
    this.anchor = { row: region.top, column: region.left };
    this.corner = { row: region.bottom, column: region.right };
    this.tell([region]);
  }

  /** Tab and Enter go round within several chosen cells; otherwise one on, and Enter returns below where Tab began. */
  advance(key: "Tab" | "Enter", isBack: boolean): void {
    const layout = this.layoutOf();
    const { region, active, activeArea } = this;
    const isOne = region.top === activeArea.top && region.bottom === activeArea.bottom && region.left === activeArea.left && region.right === activeArea.right;
    if (!isOne && region.bottom - region.top < 10_000 && region.right - region.left < 1_000) {
      this.anchor = around(region, active, key, isBack);
      this.tell([region]);
      return;
    }
    const by = isBack ? -1 : 1;
    if (key === "Tab") {
      this.tabStart ??= active.column;
      this.go({ row: active.row, column: layout.columns.step(isBack ? activeArea.left : activeArea.right, by) }, true);
    } else this.go({ row: layout.rows.step(isBack ? activeArea.top : activeArea.bottom, by), column: this.tabStart ?? active.column });
  }
}

function around({ top, bottom, left, right }: Region, { row, column }: Cell, key: "Tab" | "Enter", isBack: boolean): Cell {
  const width = right - left + 1;
  const height = bottom - top + 1;
  const count = width * height;
  const at = key === "Tab" ? (row - top) * width + (column - left) : (column - left) * height + (row - top);
  const next = (at + (isBack ? count - 1 : 1)) % count;
  return key === "Tab" ? { row: top + Math.floor(next / width), column: left + (next % width) } : { row: top + (next % height), column: left + Math.floor(next / height) };
}
