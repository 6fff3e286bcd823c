import { assessmentStatuses } from "../evaluate";
import type { Criterion, DataTable } from "./data-table";
import type { IndicatorKey } from "./indicator-data";
import type { DivisionKey, WorkItemKey } from "./other-data";
import type { SheetKey } from "./plan";
import { textWidth } from "./text-width";
import { texts } from "./texts.ja";
import type { Paint } from "./theme";
import { ratings, targetStates, workStatuses, type TargetState, type WorkStatus } from "./words.ja";

/* What the tables of 総括 count, in which words, colors and columns. */

export interface SummaryTables {
  readonly sheet: SheetKey;
  readonly indicators: DataTable<IndicatorKey>;
  readonly workItems: DataTable<WorkItemKey>;
  readonly divisions: DataTable<DivisionKey>;
}

export interface Category {
  readonly word: string;
  readonly title: string;
  readonly paint: Paint;
}

/** What is counted: the words of a column, what of them makes the share, and how all of it is called. */
export interface Subject<Key extends string> {
  readonly table: DataTable<Key>;
  readonly category: Key;
  readonly categories: readonly Category[];
  readonly part: readonly string[];
  readonly leftOut: readonly string[];
  readonly within: readonly Criterion<Key>[];
  readonly names: { readonly count: string; readonly fraction: string; readonly share: string };
}

/** By which column, and how that is called. */
export interface Dimension<Key extends string> {
  readonly by: Key;
  readonly label: string;
  readonly title: string;
  readonly total: string;
  /** Left out where no item has such a label. */
  readonly none: string | null;
}

const TEXTS = texts.summary;
const ONE_LINE = 15;

export const NAMES = {
  targetNames: { count: TEXTS.indicatorCount, fraction: TEXTS.targetFraction, share: TEXTS.targetShare },
  ratingNames: { count: TEXTS.indicatorCount, fraction: TEXTS.ratingFraction, share: TEXTS.ratingShare },
  workNames: { count: TEXTS.itemCount, fraction: TEXTS.workFraction, share: TEXTS.workShare },
} as const;

const TARGET_PAINTS: Readonly<Record<TargetState, Paint>> = {
  set: "set",
  unset: "unset",
  pending: "pending",
  "not-applicable": "not-applicable",
  "no-column": "none",
  unreadable: "unreadable",
};
/** These stand in every report; the others only where there are any. */
const ALWAYS: ReadonlySet<string> = new Set([
  targetStates.set,
  targetStates.unset,
  targetStates.pending,
  targetStates["not-applicable"],
  workStatuses["not-started"],
  workStatuses.considering,
  workStatuses["in-progress"],
  workStatuses.done,
]);

const RATING_PAINTS = {
  achieved: "achieved",
  "on-track": "on-track",
  behind: "behind",
  "worse-than-baseline": "worse",
  "not-evaluable": "none",
} as const;

const WORK_PAINTS: readonly (readonly [WorkStatus, Paint])[] = [
  ["done", "work-done"],
  ["continuing", "work-continuing"],
  ["in-progress", "work-in-progress"],
  ["considering", "work-considering"],
  ["not-started", "work-not-started"],
  ["suspended", "work-suspended"],
  ["cancelled", "work-cancelled"],
  ["unknown", "work-unknown"],
  ["none", "none"],
];

export const TARGET_CATEGORIES = Object.entries(targetStates).map(([state, word]): Category => {
  return { word, title: word, paint: TARGET_PAINTS[state as TargetState] };
});
export const RATING_CATEGORIES = assessmentStatuses.map((status): Category => {
  const { mark, word } = ratings[status];
  return { word, title: `${mark}${word}`, paint: RATING_PAINTS[status] };
});
export const WORK_CATEGORIES = WORK_PAINTS.map(([status, paint]): Category => {
  return { word: workStatuses[status], title: workStatuses[status], paint };
});

export function present<Key extends string>(
  table: DataTable<Key>,
  column: Key,
  categories: readonly Category[],
): readonly Category[] {
  const words = new Set(table.rows.map((row) => row[column]));
  return categories.filter(({ word }) => ALWAYS.has(word) || words.has(word));
}

export function isRated({ rows }: DataTable<IndicatorKey>): boolean {
  return rows.some(({ rating }) => rating !== ratings["not-evaluable"].word);
}

export function headTitles({ names, categories }: Pick<Subject<string>, "names" | "categories">): readonly string[] {
  return [names.count, ...categories.map(({ title }) => title), names.fraction, names.share];
}

/** Short titles stand on one line, longer ones on two, or where they are broken already. */
function titleWidth(title: string): number {
  const width = textWidth(title);
  return Math.max(8, width <= ONE_LINE || title.includes("\n") ? width + 1.5 : Math.ceil(width / 2) + 3);
}

/** How wide each column of numbers must be for the titles of all sections: a count, the categories, a fraction and a share. */
export function numberWidths({ indicators, workItems }: Omit<SummaryTables, "sheet">): readonly number[] {
  const { targetNames, ratingNames, workNames } = NAMES;
  const heads: (readonly string[])[] = [];
  const add = (names: Subject<string>["names"], categories: readonly Category[]): void => {
    heads.push(headTitles({ names, categories }));
  };
  if (indicators.rows.length > 0) add(targetNames, present(indicators, "targetState", TARGET_CATEGORIES));
  if (isRated(indicators)) add(ratingNames, RATING_CATEGORIES);
  if (workItems.rows.length > 0) add(workNames, present(workItems, "status", WORK_CATEGORIES));
  const count = Math.max(1, ...heads.map(({ length }) => length));
  return Array.from({ length: count }, (_, n) => Math.max(8, ...heads.map((titles) => titleWidth(titles[n] ?? ""))));
}
