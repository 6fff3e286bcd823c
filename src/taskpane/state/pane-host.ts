import type { SummaryPreview, SummaryProgress, SummaryWritten } from "../../excel/summary";
import type { CellAddress, CellContent, HighlightPlan, HostFailure, Region, ReportPlan, Result, Suggestion, WorkbookSnapshot } from "../../core";

/*
 * What the pane asks of Excel: the functions of src/excel as one object, handed in where the pane is composed. Every call
 * answers with a value, a refusal included.
 */

export type HostResult<T> = Promise<Result<T, HostFailure>>;

export interface ReadProgress {
  readonly step: "sheets" | "cells" | "merges";
  readonly done: number;
  readonly of: number;
}

/** How an action is entered in the workbook's journal, so that it can be undone. */
export interface JournalNote {
  readonly id: string;
  /** ISO date and time. */
  readonly at: string;
  /** One line in Japanese: what was done. */
  readonly label: string;
}

export interface JournalLine extends JournalNote {
  readonly kind: string;
}

export interface HostDescription {
  readonly excel: string;
  readonly platform: string;
  readonly locale: string;
  readonly sets: readonly string[];
}

export interface HighlightsApplied {
  readonly colored: number;
  readonly protectedSheets: readonly string[];
  readonly goneSheets: readonly string[];
}

export interface HighlightsCleared {
  readonly cleared: number;
  readonly protectedSheets: readonly string[];
}

/** What the ribbon's 色付けを消す came to. */
export type RibbonWord =
  | { readonly kind: "failed"; readonly failure: HostFailure }
  | { readonly kind: "still-colored"; readonly sheets: readonly string[] }
  | { readonly kind: "cleared" };

export interface PaneHost {
  /** Japanese version number of what Excel offers where that is too little; null where it suffices. */
  apiMissing(): string | null;
  describe(): HostDescription;
  readTheme(): "light" | "dark" | null;
  readWorkbook(options: { readonly signal: AbortSignal; readonly onProgress: (progress: ReadProgress) => void }): HostResult<WorkbookSnapshot>;
  goToCell(at: CellAddress): HostResult<void>;
  /** What the ribbon left word of before the pane was open, and from now on. */
  watchRibbon(listener: (word: RibbonWord) => void): void;
  goToSheet(name: string): HostResult<void>;
  readSelection(): HostResult<{ readonly sheet: string; readonly region: Region; readonly text: string }>;
  /** Edits that a reading would show: not our own, not those on sheets of our report. */
  watchChanges(listener: (change: { readonly sheet: string; readonly isRemote: boolean }) => void): HostResult<() => Promise<void>>;
  loadSettings(): HostResult<string | null>;
  saveSettings(json: string, journal: JournalNote): HostResult<void>;
  applySuggestion(suggestion: Suggestion, expected: CellContent | null, journal: JournalNote): HostResult<void>;
  applyHighlights(plan: HighlightPlan, journal: JournalNote): HostResult<HighlightsApplied>;
  clearHighlights(journal: JournalNote): HostResult<HighlightsCleared>;
  hasHighlights(): HostResult<boolean>;
  listJournal(): HostResult<readonly JournalLine[]>;
  undoLast(): HostResult<{ readonly undone: JournalLine } | null>;
  forgetLast(): HostResult<{ readonly forgotten: JournalLine } | null>;
  previewSummary(plan: ReportPlan): HostResult<SummaryPreview>;
  writeSummary(
    plan: ReportPlan,
    options: { readonly journal: JournalNote; readonly signal: AbortSignal; readonly onProgress: (progress: SummaryProgress) => void },
  ): HostResult<SummaryWritten>;
  openBook(base64: string): HostResult<void>;
}
