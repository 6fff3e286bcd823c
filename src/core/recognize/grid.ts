import type { CellAddress } from "../sheet/address";
import { CoverIndex } from "../sheet/cover-index";
import { findColumn } from "../sheet/find-column";
import { MergeIndex } from "../sheet/merge-index";
import type { Region } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import { isCellError, type CellContent, type SnapshotCell } from "../sheet/snapshot";
import { isBlankText } from "../text";
import { parseLabel, type Label } from "./label";
import type { ExtraLabels } from "./label-candidates";

/** A row of more cells, such as a column of a long list turned round, is not built up again for each table that it crosses. */
const LONG_ROW = 200;
const NO_CELLS: readonly GridCell[] = [];
const NO_RAW_CELLS: readonly SnapshotCell[] = [];

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
 *
 * Rows become cells of the grid when they are first asked for, and then stay the same objects. The lines of a table are
 * many and each is looked at once: whoever walks over them peeks, so that a sheet of ten thousand is not built up twice.
 */
export class Grid {
  private readonly rows = new Map<number, readonly GridCell[]>();
  private readonly merges = new MergeIndex();
  private readonly labels = new Map<string, Label>();
  /** The sheet's columns as rows; undefined where the grid lies as the sheet does. */
  private readonly turned: ReadonlyMap<number, readonly SnapshotCell[]> | undefined;
  private readonly ignored: CoverIndex;
  readonly used: Region | undefined;

  /** @param ignored parts of the sheet, in its own rows and columns, whose cells are not there for this grid. */
  constructor(
    readonly view: SheetView,
    readonly isTransposed: boolean,
    private readonly extra: ExtraLabels,
    ignored: readonly Region[],
  ) {
    const used = view.used;
    this.used = used === undefined ? undefined : this.turnRegion(used);
    this.turned = isTransposed ? turnCells(view) : undefined;
    this.ignored = new CoverIndex(ignored.map((region) => this.turnRegion(region)), this.used?.bottom ?? -1);
    for (const merge of view.snapshot.merges) this.addMerge(this.turnRegion(merge));
  }

  private turnRegion(region: Region): Region {
    return this.isTransposed
      ? { top: region.left, left: region.top, bottom: region.right, right: region.bottom }
      : region;
  }

  private addMerge(merge: Region): void {
    if (this.used !== undefined) this.merges.add(merge, this.used.bottom);
  }

  /** What the sheet holds in a row of the grid, blank texts and ignored parts included. `column` is the grid's. */
  private rawCells(row: number): readonly SnapshotCell[] {
    return this.turned === undefined ? this.view.cellsOf(row) : (this.turned.get(row) ?? NO_RAW_CELLS);
  }

  private build(row: number): readonly GridCell[] {
    const raw = this.rawCells(row);
    if (raw.length === 0) return NO_CELLS;
    const cells: GridCell[] = [];
    for (const cell of raw) {
      if ((typeof cell.value === "string" && isBlankText(cell.value)) || this.ignored.covers(row, cell.column)) continue;
      const merge = this.merges.at(row, cell.column);
      cells.push(new GridCell(row, cell.column, merge?.right ?? cell.column, merge?.bottom ?? row, cell, this.view));
    }
    return cells;
  }

  /** Filled cells that begin in a row, in order of column. */
  cellsOf(row: number): readonly GridCell[] {
    const known = this.rows.get(row);
    if (known !== undefined) return known;
    const cells = this.build(row);
    this.rows.set(row, cells);
    return cells;
  }

  /** As `cellsOf`, for one look at a line: not kept unless it is long, so that the next look may give other objects. */
  peekCellsOf(row: number): readonly GridCell[] {
    return this.rawCells(row).length > LONG_ROW ? this.cellsOf(row) : (this.rows.get(row) ?? this.build(row));
  }

  /** Filled cells that begin in a row within a span of columns. */
  cellsIn(row: number, left: number, right: number): readonly GridCell[] {
    return cellsWithin(this.cellsOf(row), left, right);
  }

  mergeAt(row: number, column: number): Region | undefined {
    return this.merges.at(row, column);
  }

  /** The filled cell that speaks for a place, itself or its merged area's. */
  at(row: number, column: number): GridCell | undefined {
    const merge = this.mergeAt(row, column);
    return merge === undefined ? this.own(row, column) : this.own(merge.top, merge.left);
  }

  /** The filled cell at this very place. */
  own(row: number, column: number): GridCell | undefined {
    return findColumn(this.cellsOf(row), column);
  }

  /** As `at`, but the sheet's own cell, for one look at a line. */
  peekAt(row: number, column: number): SnapshotCell | undefined {
    const merge = this.mergeAt(row, column);
    return merge === undefined ? this.peekOwn(row, column) : this.peekOwn(merge.top, merge.left);
  }

  /** As `own`, but the sheet's own cell, for one look at a line. */
  peekOwn(row: number, column: number): SnapshotCell | undefined {
    const cell = this.turned === undefined ? this.view.cell(row, column) : findColumn(this.rawCells(row), column);
    if (cell === undefined || (typeof cell.value === "string" && isBlankText(cell.value)) || this.ignored.covers(row, column)) return undefined;
    return cell;
  }

  /** Whether nothing stands in a row, or one of the regions, in the grid's places, holds all of it. */
  isRowWithin(row: number, regions: readonly Region[]): boolean {
    const raw = this.rawCells(row);
    const first = raw[0];
    const last = raw.at(-1);
    if (first === undefined || last === undefined) return true;
    return regions.some(({ left, right }) => first.column >= left && last.column <= right);
  }

  textAt(row: number, column: number): string {
    return this.view.textOf(this.peekAt(row, column));
  }

  valueAt(row: number, column: number): CellContent | null {
    return this.peekAt(row, column)?.value ?? null;
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

/** The sheet's columns as rows, each in order: a cell then stands in the column that was its row. */
function turnCells(view: SheetView): ReadonlyMap<number, readonly SnapshotCell[]> {
  const turned = new Map<number, SnapshotCell[]>();
  for (const { row, cells } of view.snapshot.rows) {
    for (const cell of cells) {
      const list = turned.get(cell.column);
      const placed = { ...cell, column: row };
      if (list === undefined) turned.set(cell.column, [placed]);
      else list.push(placed);
    }
  }
  for (const list of turned.values()) list.sort((a, b) => a.column - b.column);
  return turned;
}

/** The part of a row's cells within a span of columns; mostly all of them. */
export function cellsWithin(cells: readonly GridCell[], left: number, right: number): readonly GridCell[] {
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined || (first.column >= left && last.column <= right)) return cells;
  return cells.filter(({ column }) => column >= left && column <= right);
}
