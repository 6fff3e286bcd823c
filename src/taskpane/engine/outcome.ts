import type { CellContent, Correction, DirectionValue, FieldName, Region, Settings, Severity, TableKind } from "../../core";

/*
 * 点検の結果 as the pane shows it: flat, ready to be listed, and small enough to be handed from thread to thread. Texts are
 * made where the analysis is, so that the pane's first load carries neither the rules nor their sentences.
 */

export interface Place {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

export interface SuggestionView {
  readonly at: Place;
  readonly cell: string;
  /** What the cell held when it was read; null for an empty one. */
  readonly expected: CellContent | null;
  readonly before: string;
  readonly value: string | number;
}

export interface FindingView {
  /** Rule and key: the same finding has the same id in the next check. */
  readonly id: string;
  readonly rule: string;
  readonly key: string;
  readonly severity: Severity;
  readonly at: Place;
  /** A1. */
  readonly cell: string;
  /** What, why, and what to do. */
  readonly message: string;
  /** What a search looks in, folded as a search is. */
  readonly search: string;
  readonly suggestion: SuggestionView | null;
}

export interface AcceptedView {
  readonly finding: FindingView;
  readonly reason: string;
  readonly on: string | null;
}

export interface ColumnView {
  readonly cell: string;
  readonly at: Place;
  readonly header: string;
  readonly field: FieldName;
  /** 年度 in words; "" where the column has none. */
  readonly period: string;
  /** Why we hold it to mean this. */
  readonly evidence: string;
}

export interface TableView {
  readonly id: string;
  readonly kind: TableKind;
  readonly sheet: string;
  readonly region: Region;
  readonly range: string;
  /** 「5行目」「5～6行目」; "" for a form. */
  readonly header: string;
  readonly lines: number;
  readonly headings: readonly string[];
  readonly evidence: readonly string[];
  readonly columns: readonly ColumnView[];
  /** Whether a column's meaning can be corrected: not in a form. */
  readonly isCorrectable: boolean;
}

export type NotReadBecause = "no-table" | "hidden" | "too-large" | "chart-sheet" | "unreadable";

export interface SheetView {
  readonly name: string;
  readonly isHidden: boolean;
  readonly notRead: NotReadBecause | null;
  readonly tables: readonly TableView[];
}

/** An indicator whose direction waits for a person, or was given by one. */
export interface DirectionView {
  readonly key: string;
  readonly name: string;
  readonly at: Place;
  readonly cell: string;
  readonly value: DirectionValue;
  readonly isConfirmed: boolean;
}

/** Why the settings that the workbook carries are left alone. */
export type SettingsProblem = { readonly code: "newer" } | { readonly code: "damaged"; readonly place: string };

export interface Outcome {
  readonly file: string;
  /** 評価日, an ISO day. */
  readonly asOf: string;
  readonly counts: { readonly tables: number; readonly indicators: number; readonly workItems: number; readonly targetsBlank: number };
  readonly findings: readonly FindingView[];
  readonly accepted: readonly AcceptedView[];
  /** Rules that could not be run. */
  readonly crashes: readonly string[];
  readonly sheets: readonly SheetView[];
  readonly directions: readonly DirectionView[];
  /** 進捗状況の語 that belong to no 区分. */
  readonly unknownStatusWords: readonly string[];
  readonly settings: Settings;
  readonly settingsProblem: SettingsProblem | null;
}

/** What a correction is said with. */
export type { Correction };
