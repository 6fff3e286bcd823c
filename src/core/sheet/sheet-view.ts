import { formatValue } from "../text/number-format";
import { findColumn } from "./find-column";
import { MergeIndex } from "./merge-index";
import type { Region } from "./region";
import { isCellError, type CellContent, type SheetSnapshot, type SnapshotCell } from "./snapshot";

const EMPTY_ROW: readonly SnapshotCell[] = [];

/** Random access to a sheet's cells, with merged areas resolved to their top-left cell. The one resolver of merges. */
export class SheetView {
  readonly name: string;
  /** Rows and columns that hold something (merged areas included); undefined for an empty sheet. */
  readonly used: Region | undefined;
  private readonly rows = new Map<number, readonly SnapshotCell[]>();
  private readonly merges = new MergeIndex();
  /** The row asked last and its cells, since mostly several of them are asked for one after the other. */
  private lastRow = -1;
  private lastCells = EMPTY_ROW;

  constructor(
    readonly snapshot: SheetSnapshot,
    readonly date1904: boolean,
  ) {
    this.name = snapshot.name;
    let top = Infinity;
    let left = Infinity;
    let bottom = -1;
    let right = -1;
    for (const { row, cells } of snapshot.rows) {
      if (cells.length === 0) continue;
      this.rows.set(row, cells);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
      left = Math.min(left, cells[0]?.column ?? Infinity);
      right = Math.max(right, cells.at(-1)?.column ?? -1);
    }
    for (const merge of snapshot.merges) {
      // A merge far outside what is filled is decoration; indexing a million rows of it would only cost memory.
      this.merges.add(merge, bottom + MERGE_MARGIN);
      if (this.cell(merge.top, merge.left) !== undefined) {
        bottom = Math.max(bottom, Math.min(merge.bottom, bottom + MERGE_MARGIN));
        right = Math.max(right, Math.min(merge.right, right + MERGE_MARGIN));
      }
    }
    this.used = bottom < 0 ? undefined : { top, left, bottom, right };
  }

  /** The cell itself, whatever merge it lies in. */
  cell(row: number, column: number): SnapshotCell | undefined {
    return findColumn(this.cellsOf(row), column);
  }

  /** Cells of a row that hold something, in order of column. */
  cellsOf(row: number): readonly SnapshotCell[] {
    if (row !== this.lastRow) {
      this.lastRow = row;
      this.lastCells = this.rows.get(row) ?? EMPTY_ROW;
    }
    return this.lastCells;
  }

  /** The merged area that covers a cell. */
  mergeAt(row: number, column: number): Region | undefined {
    return this.merges.at(row, column);
  }

  /** The cell that speaks for this place: itself, or the top-left of its merged area. */
  anchor(row: number, column: number): { readonly row: number; readonly column: number } {
    const merge = this.mergeAt(row, column);
    return merge === undefined ? { row, column } : { row: merge.top, column: merge.left };
  }

  /** The cell that speaks for a place. */
  private speaking(row: number, column: number): SnapshotCell | undefined {
    const merge = this.mergeAt(row, column);
    return merge === undefined ? this.cell(row, column) : this.cell(merge.top, merge.left);
  }

  /** The value at a place with merges resolved; null for an empty cell. */
  value(row: number, column: number): CellContent | null {
    return this.speaking(row, column)?.value ?? null;
  }

  /** The text that our own formatter gives for a place, merges resolved; "" for an empty cell. Errors give their code. */
  text(row: number, column: number): string {
    return this.textOf(this.speaking(row, column));
  }

  /** The text of the cell itself: empty in a merged area's other cells. */
  ownText(row: number, column: number): string {
    return this.textOf(this.cell(row, column));
  }

  textOf(cell: SnapshotCell | undefined): string {
    if (cell === undefined) return "";
    const { value, format } = cell;
    if (typeof value === "string") return value;
    if (typeof value === "number") return formatValue(value, format, this.date1904);
    if (isCellError(value)) return value.error;
    return value ? "TRUE" : "FALSE";
  }
}

/** How far a merged area may reach beyond the last filled cell and still count as used. */
const MERGE_MARGIN = 200;
