import type { FieldName, FigureState, TableKind } from "../../src/core/model";
import type { Period } from "../../src/core/text";

/** What a drawn sheet must be read as. Places are zero-based; undefined: the contract leaves it open. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

export interface ExpectedFigure {
  readonly state: FigureState;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly period: Period | null;
  readonly at: Place;
}

export interface ExpectedField {
  readonly at: Place;
  readonly field: FieldName;
  readonly period: Period | null;
  readonly header?: string | undefined;
}

export interface ExpectedTable {
  readonly kind: TableKind;
  readonly orientation: "rows" | "columns" | "row-groups" | "form";
  readonly region: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly headerRows?: readonly [number, number];
  readonly headings: readonly string[] | undefined;
  readonly fields: readonly ExpectedField[];
}

export interface ExpectedIndicator {
  readonly name: string;
  readonly at: Place;
  readonly unit: string | null;
  readonly tier?: string | undefined;
  readonly viewpoint?: "resident" | "staff" | null;
  readonly definition?: string | null | undefined;
  readonly division?: string | null | undefined;
  readonly rating?: string | null | undefined;
  readonly policy?: string | null | undefined;
  readonly program?: string | null | undefined;
  /** Title of its 個別業務. */
  readonly workItem: string | null;
  readonly baseline: ExpectedFigure | null;
  readonly target: ExpectedFigure | null;
  readonly targets: readonly ExpectedFigure[];
  readonly actuals: readonly ExpectedFigure[];
  readonly rates?: readonly number[] | undefined;
}

export interface ExpectedWorkItem {
  readonly title: string;
  readonly at: Place;
  readonly no?: string | null | undefined;
  readonly reformArea?: string | null | undefined;
  readonly policy?: string | null | undefined;
  readonly program?: string | null | undefined;
  readonly theme?: string | null | undefined;
  readonly summary?: string | null | undefined;
  readonly divisions?: readonly string[] | undefined;
  readonly status?: string | null | undefined;
  readonly schedule?: readonly string[] | undefined;
}

/** 手段, 改訂, 線, 会議体: one text of what matters each, with its cell. */
export interface ExpectedRecord {
  readonly text: string;
  readonly at: Place;
}

export interface Expected {
  readonly tables: readonly ExpectedTable[];
  readonly indicators: readonly ExpectedIndicator[];
  readonly workItems: readonly ExpectedWorkItem[];
  readonly measures: readonly ExpectedRecord[];
  readonly revisions: readonly ExpectedRecord[];
  readonly links: readonly ExpectedRecord[];
  readonly bodies: readonly ExpectedRecord[];
}

export const NOTHING: Expected = { tables: [], indicators: [], workItems: [], measures: [], revisions: [], links: [], bodies: [] };

export function together(parts: readonly Expected[]): Expected {
  return {
    tables: parts.flatMap(({ tables }) => tables),
    indicators: parts.flatMap(({ indicators }) => indicators),
    workItems: parts.flatMap(({ workItems }) => workItems),
    measures: parts.flatMap(({ measures }) => measures),
    revisions: parts.flatMap(({ revisions }) => revisions),
    links: parts.flatMap(({ links }) => links),
    bodies: parts.flatMap(({ bodies }) => bodies),
  };
}

/** A label or heading as the document gives it: every run of white space is one space. */
export function tidy(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
