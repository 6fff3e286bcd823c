import type { Region } from "./region";

/** An error value such as `#REF!`, kept apart from text so that the text "#REF!" stays a text. */
export interface CellError {
  readonly error: string;
}

/** What a cell holds. Dates are serial numbers with a date format, as Excel has them; no value is a `Date`. */
export type CellContent = string | number | boolean | CellError;

/** A cell that holds something. A formula's cell carries its cached value. */
export interface SnapshotCell {
  readonly column: number;
  readonly value: CellContent;
  /** Number format code, "General" if none. */
  readonly format: string;
  /** Only where the cell is calculated; the text, without "=", may be unknown to the host and is then "". */
  readonly formula?: string;
}

/** A row that holds something; cells in order of column. */
export interface SnapshotRow {
  readonly row: number;
  readonly cells: readonly SnapshotCell[];
}

export type SheetVisibility = "visible" | "hidden" | "very-hidden";

/** Why a sheet could not be read whole. */
export type SheetProblem = "too-large" | "chart-sheet" | "unreadable";

/**
 * A worksheet detached from any host. Sparse: only cells that hold something, so that a formatted million of empty
 * rows costs nothing.
 */
export interface SheetSnapshot {
  readonly name: string;
  readonly visibility: SheetVisibility;
  /** In order of row. */
  readonly rows: readonly SnapshotRow[];
  /** 結合セル. Only the top-left cell of each holds a value. */
  readonly merges: readonly Region[];
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly problem?: SheetProblem;
  /** A sheet of our own report, made by the add-in: no part of the plan. */
  readonly isReport?: true;
}

/** A workbook detached from any host. */
export interface WorkbookSnapshot {
  /** File name without folders. */
  readonly file: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetSnapshot[];
  /** The product's own settings part as stored in the workbook (JSON text), or null where there is none. */
  readonly settings: string | null;
}

export function isCellError(value: CellContent | null): value is CellError {
  return typeof value === "object" && value !== null;
}
