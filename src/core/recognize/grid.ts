import type { CellAddress } from "../sheet/address";
import type { Region } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import { isCellError, type CellContent, type SnapshotCell } from "../sheet/snapshot";
import { isBlankText } from "../text";
import { parseLabel, type ExtraLabels, type Label } from "./label";

const NO_CELLS: readonly GridCell[] = [];

/** A filled cell as the recognition sees it. `right` and `bottom` are the far edges of its merged area. */
export class GridCell {
  private shown: string | undefined;

  constructor(
    readonly row: number,
    readonly column: number,
    readonly right: number,
    readonly bottom: number,
    readonly cell: SnapshotCell,
    private readonly view: SheetView,
  ) {
    if (typeof cell.value === "string") this.shown = cell.value;
  }

  /** The text as our own formatter renders it, made when first asked for: most numbers are never looked at as text. */
  get text(): string {
    this.shown ??= this.view.textOf(this.cell);
    return this.shown;
  }
}

/**
 * A sheet seen either way round: a transposed table is read by the same code over a grid whose rows are the sheet's
 * columns. Addresses are turned back at the edge, by `addressOf`.
 */
export class Grid {
  private readonly rows = new Map<number, GridCell[]>();
  private readonly merges = new Map<number, Region[]>();
  private readonly labels = new Map<string, Label>();
  readonly used: Region | undefined;

  constructor(
    readonly view: SheetView,
    readonly isTransposed: boolean,
    private readonly extra: ExtraLabels,
    isIgnored: (row: number, column: number) => boolean,
  ) {
    const used = view.used;
    this.used = used === undefined ? undefined : this.turnRegion(used);
    for (const merge of view.snapshot.merges) this.addMerge(this.turnRegion(merge));
    for (const { row, cells } of view.snapshot.rows) {
      for (const cell of cells) {
        if ((typeof cell.value === "string" && isBlankText(cell.value)) || isIgnored(row, cell.column)) continue;
        this.addCell(this.isTransposed ? cell.column : row, this.isTransposed ? row : cell.column, cell);
      }
    }
    if (this.isTransposed) for (const list of this.rows.values()) list.sort((a, b) => a.column - b.column);
  }

  private turnRegion(region: Region): Region {
    return this.isTransposed
      ? { top: region.left, left: region.top, bottom: region.right, right: region.bottom }
      : region;
  }

  private addMerge(merge: Region): void {
    if (this.used === undefined) return;
    for (let row = merge.top; row <= Math.min(merge.bottom, this.used.bottom); row++) {
      const list = this.merges.get(row);
      if (list === undefined) this.merges.set(row, [merge]);
      else list.push(merge);
    }
  }

  private addCell(row: number, column: number, cell: SnapshotCell): void {
    const merge = this.mergeAt(row, column);
    const entry = new GridCell(row, column, merge?.right ?? column, merge?.bottom ?? row, cell, this.view);
    const list = this.rows.get(row);
    if (list === undefined) this.rows.set(row, [entry]);
    else list.push(entry);
  }

  private find(row: number, column: number): GridCell | undefined {
    const list = this.rows.get(row);
    if (list === undefined) return undefined;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const cell = list[middle];
      if (cell === undefined || cell.column === column) return cell;
      if (cell.column < column) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  /** Filled cells that begin in a row, in order of column. */
  cellsOf(row: number): readonly GridCell[] {
    return this.rows.get(row) ?? NO_CELLS;
  }

  /** Filled cells that begin in a row within a span of columns. */
  cellsIn(row: number, left: number, right: number): readonly GridCell[] {
    return this.cellsOf(row).filter(({ column }) => column >= left && column <= right);
  }

  mergeAt(row: number, column: number): Region | undefined {
    return this.merges.get(row)?.find((merge) => column >= merge.left && column <= merge.right);
  }

  /** The filled cell that speaks for a place, itself or its merged area's. */
  at(row: number, column: number): GridCell | undefined {
    const merge = this.mergeAt(row, column);
    const [r, c] = merge === undefined ? [row, column] : [merge.top, merge.left];
    return this.find(r, c);
  }

  /** The filled cell at this very place. */
  own(row: number, column: number): GridCell | undefined {
    return this.find(row, column);
  }

  textAt(row: number, column: number): string {
    return this.at(row, column)?.text ?? "";
  }

  valueAt(row: number, column: number): CellContent | null {
    return this.at(row, column)?.cell.value ?? null;
  }

  isNumber(cell: GridCell): boolean {
    return typeof cell.cell.value === "number";
  }

  isError(cell: GridCell): boolean {
    return isCellError(cell.cell.value);
  }

  label(text: string): Label {
    const known = this.labels.get(text);
    if (known !== undefined) return known;
    const label = parseLabel(text, this.extra);
    this.labels.set(text, label);
    return label;
  }

  /** The place on the sheet. */
  addressOf(row: number, column: number): CellAddress {
    return this.isTransposed
      ? { sheet: this.view.name, row: column, column: row }
      : { sheet: this.view.name, row, column };
  }

  /** The place on the sheet of the cell that speaks for (row, column). */
  anchorAddress(row: number, column: number): CellAddress {
    const merge = this.mergeAt(row, column);
    return merge === undefined ? this.addressOf(row, column) : this.addressOf(merge.top, merge.left);
  }

  regionOf(region: Region): Region {
    return this.turnRegion(region);
  }
}
