import type { HighlightBlock, HighlightChoice, PlanRow, ReportPlan, SheetSnapshot, SnapshotRow, WorkbookSnapshot } from "../../core";
import type { FindingView, Outcome } from "./outcome";

/** A workbook without its rows, which follow in bands. */
export type BookFrame = Omit<WorkbookSnapshot, "sheets"> & { readonly sheets: readonly SheetSnapshot[] };

/** What is asked of the engine; `id` names the answer. */
export type Ask =
  | { readonly do: "open"; readonly book: BookFrame }
  | { readonly do: "rows"; readonly sheet: number; readonly rows: readonly SnapshotRow[] }
  /** @property settings the text that the workbook carries; null where it carries none. */
  | { readonly do: "check"; readonly settings: string | null; readonly today: string }
  | { readonly do: "settings"; readonly settings: string | null }
  | { readonly do: "highlights"; readonly choice: HighlightChoice }
  | { readonly do: "report" }
  | { readonly do: "report-file" };

export type Question = Ask["do"];

/** The end of each answer. What is long came in parts before it. */
export interface Answers {
  readonly open: null;
  readonly rows: null;
  readonly check: Omit<Outcome, "findings">;
  readonly settings: Pick<Outcome, "settings" | "settingsProblem">;
  readonly highlights: { readonly omitted: number };
  readonly report: ReportPlan;
  /** The workbook's bytes in base64, as Excel takes a new workbook. */
  readonly "report-file": string;
}

export interface Parts {
  readonly check: readonly FindingView[];
  readonly highlights: readonly HighlightBlock[];
  /** Rows of one sheet of the report, in order. */
  readonly report: { readonly sheet: number; readonly rows: readonly PlanRow[] };
}

export interface ToEngine {
  readonly id: number;
  readonly ask: Ask;
}

export type FromEngine =
  /** The engine stands and can be asked. */
  | { readonly kind: "ready" }
  | { readonly kind: "part"; readonly id: number; readonly part: unknown }
  | { readonly kind: "done"; readonly id: number; readonly answer: unknown }
  /** A defect of ours: what was thrown, and where; never a word of the workbook. */
  | { readonly kind: "broken"; readonly id: number; readonly trace: string };

/** How many findings, blocks or rows one message carries: a part is taken in within a few milliseconds. */
export const PART_SIZE = 250;

/** How many cells one band of rows carries. */
export const BAND_CELLS = 3_000;

export function* partsOf<T>(list: readonly T[], size = PART_SIZE): Iterable<readonly T[]> {
  for (let start = 0; start < list.length; start += size) yield list.slice(start, start + size);
}

/** Rows in bands of about `BAND_CELLS` cells. */
export function* bandsOf(rows: readonly SnapshotRow[]): Iterable<readonly SnapshotRow[]> {
  let band: SnapshotRow[] = [];
  let cells = 0;
  for (const row of rows) {
    band.push(row);
    cells += row.cells.length;
    if (cells < BAND_CELLS) continue;
    yield band;
    band = [];
    cells = 0;
  }
  if (band.length > 0) yield band;
}
