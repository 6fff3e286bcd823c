import { assessmentStatuses } from "../evaluate";
import { writeCountTable, type CountTable } from "./count-table";
import { countFormula, type Criterion, type DataTable } from "./data-table";
import { groupRows } from "./groups";
import type { IndicatorKey } from "./indicator-data";
import type { DivisionKey, WorkItemKey } from "./other-data";
import type { PlanChart, SheetKey } from "./plan";
import { cell, type SheetBuilder } from "./sheet-builder";
import { shareBars, stackedAndWhole, stackedBars } from "./summary-charts";
import { texts } from "./texts.ja";
import type { Paint } from "./theme";
import { becauseWords, ratings, targetStates, workStatuses, type TargetState, type WorkStatus } from "./words.ja";

/* The sections of 総括. Each writes its tables and gives back its charts. */

export interface SummaryTables {
  readonly sheet: SheetKey;
  readonly indicators: DataTable<IndicatorKey>;
  readonly workItems: DataTable<WorkItemKey>;
  readonly divisions: DataTable<DivisionKey>;
}

interface Category {
  readonly word: string;
  readonly title: string;
  readonly paint: Paint;
}

/** What is counted: the words of a column, what of them makes the share, and how all of it is called. */
interface Subject<Key extends string> {
  readonly table: DataTable<Key>;
  readonly category: Key;
  readonly categories: readonly Category[];
  readonly part: readonly string[];
  readonly leftOut: readonly string[];
  readonly within: readonly Criterion<Key>[];
  readonly names: { readonly count: string; readonly fraction: string; readonly share: string };
}

/** By which column, and how that is called. */
interface Dimension<Key extends string> {
  readonly by: Key;
  readonly label: string;
  readonly title: string;
  readonly total: string;
  /** Left out where no item has such a label. */
  readonly none: string | null;
}

/** How many columns of numbers the widest of the sections needs: a count, the categories, a fraction and a share. */
export function numberColumns({ indicators, workItems }: Omit<SummaryTables, "sheet">): number {
  const targets = present(indicators, "targetState", TARGET_CATEGORIES).length;
  const works = workItems.rows.length === 0 ? 0 : present(workItems, "status", WORK_CATEGORIES).length;
  return Math.max(targets, works, RATING_CATEGORIES.length) + 3;
}

/** Two thirds of the width for the groups, one for the whole. */
function splitColumns(builder: SheetBuilder): readonly [number, number] {
  const last = builder.columnWidths.length - 1;
  return [Math.round(last * 0.55), last];
}

const TEXTS = texts.summary;

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

const TARGET_CATEGORIES = Object.entries(targetStates).map(([state, word]): Category => {
  return { word, title: word, paint: TARGET_PAINTS[state as TargetState] };
});
const RATING_CATEGORIES = assessmentStatuses.map((status): Category => {
  const { mark, word } = ratings[status];
  return { word, title: `${mark}${word}`, paint: RATING_PAINTS[status] };
});
const WORK_CATEGORIES = WORK_PAINTS.map(([status, paint]): Category => {
  return { word: workStatuses[status], title: workStatuses[status], paint };
});

function present<Key extends string>(
  table: DataTable<Key>,
  column: Key,
  categories: readonly Category[],
): readonly Category[] {
  const words = new Set(table.rows.map((row) => row[column]));
  return categories.filter(({ word }) => ALWAYS.has(word) || words.has(word));
}

/** Points that a heading with its table needs; a table that is longer than a page breaks all the same. */
function tableHeight(groupCount: number): number {
  return 24 + 34 + (groupCount + 1) * 20 + 20;
}

function writeTable<Key extends string>(
  builder: SheetBuilder,
  sheet: SheetKey,
  subject: Subject<Key>,
  dimension: Dimension<Key>,
): CountTable | undefined {
  const labels = groupRows(subject.table, dimension.by).map(({ label }) => label);
  if (dimension.none !== null && !labels.some((label) => label !== dimension.none)) return undefined;
  builder.keep(Math.min(tableHeight(labels.length), 240));
  builder.heading(dimension.title);
  return writeCountTable(builder, {
    sheet,
    table: subject.table,
    by: dimension.by,
    labelTitle: dimension.label,
    countTitle: subject.names.count,
    totalTitle: dimension.total,
    category: subject.category,
    categories: subject.categories,
    within: subject.within,
    part: subject.part,
    leftOut: subject.leftOut,
    fractionTitle: subject.names.fraction,
    shareTitle: subject.names.share,
  });
}

const paintsOf = (categories: readonly Category[]): readonly Paint[] => categories.map(({ paint }) => paint);

function indicatorDimensions(title: (by: string) => string): readonly Dimension<IndicatorKey>[] {
  return [
    { by: "area", label: TEXTS.area, title: title(TEXTS.byArea), total: texts.total, none: texts.noGroup },
    { by: "program", label: TEXTS.program, title: title(TEXTS.byProgram), total: texts.total, none: texts.noGroup },
  ];
}

function divisionDimension(title: string): Dimension<DivisionKey> {
  return { by: "division", label: TEXTS.division, title, total: texts.totalOfDivisions, none: texts.noDivision };
}

/** 指標の目標値の設定状況. */
export function targetSection(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { indicators, divisions, sheet } = tables;
  const categories = present(indicators, "targetState", TARGET_CATEGORIES);
  const base = {
    categories,
    part: [targetStates.set],
    leftOut: [targetStates["not-applicable"]],
    names: { count: TEXTS.indicatorCount, fraction: TEXTS.targetFraction, share: TEXTS.targetShare },
  };
  const subject: Subject<IndicatorKey> = { ...base, table: indicators, category: "targetState", within: [] };
  const counts = writeTable(builder, sheet, subject, {
    by: "policy",
    label: TEXTS.policy,
    title: TEXTS.targets(TEXTS.byPolicy),
    total: texts.total,
    none: null,
  });
  builder.line(TEXTS.targetNote, "note");
  builder.line(texts.roundingNote, "note");
  builder.gap();
  const charts: PlanChart[] = [];
  if (counts !== undefined) {
    const wish = {
      counts,
      paints: paintsOf(categories),
      title: TEXTS.targetChart(TEXTS.byPolicy),
      altText: TEXTS.targetAlt(counts.part, counts.count, TEXTS.byPolicy),
      axis: TEXTS.policy,
    };
    charts.push(stackedBars(builder, wish, [0, builder.columnWidths.length - 1]));
    builder.gap();
  }
  for (const dimension of indicatorDimensions(TEXTS.targets)) {
    if (writeTable(builder, sheet, subject, dimension) !== undefined) builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.indicator }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "targetState", within };
  if (writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.targets(TEXTS.byDivision))) !== undefined) builder.gap();
  return charts;
}

/** Why indicators cannot be judged, counted. */
function becauseTable(builder: SheetBuilder, { indicators }: SummaryTables): void {
  const reasons = Object.values(becauseWords).filter((word) => indicators.rows.some(({ because }) => because === word));
  if (reasons.length === 0) return;
  builder.keep(tableHeight(reasons.length));
  builder.heading(TEXTS.becauseTitle);
  builder.row([cell(TEXTS.becauseColumn, "header"), cell(TEXTS.indicatorCount, "header")]);
  for (const word of reasons) {
    builder.row([cell(word, "text"), cell(countFormula(indicators, [{ column: "because", text: word }]), "number")]);
  }
  builder.gap();
}

/** 指標の評価. */
export function ratingSection(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { indicators, divisions, sheet } = tables;
  const base = {
    categories: RATING_CATEGORIES,
    part: [ratings.achieved.word, ratings["on-track"].word],
    leftOut: [ratings["not-evaluable"].word],
    names: { count: TEXTS.indicatorCount, fraction: TEXTS.ratingFraction, share: TEXTS.ratingShare },
  };
  builder.gap();
  const isRated = indicators.rows.some(({ rating }) => rating !== ratings["not-evaluable"].word);
  if (!isRated) {
    builder.keep(tableHeight(3));
    builder.heading(TEXTS.ratings(TEXTS.byPolicy));
    builder.line(TEXTS.nothingRated, "note");
    builder.gap();
    becauseTable(builder, tables);
    return [];
  }
  const subject: Subject<IndicatorKey> = { ...base, table: indicators, category: "rating", within: [] };
  const counts = writeTable(builder, sheet, subject, {
    by: "policy",
    label: TEXTS.policy,
    title: TEXTS.ratings(TEXTS.byPolicy),
    total: texts.total,
    none: null,
  });
  builder.line(TEXTS.ratingNote, "note");
  builder.gap();
  const charts: PlanChart[] = [];
  if (counts !== undefined) {
    const common = { counts, paints: paintsOf(RATING_CATEGORIES), axis: TEXTS.policy };
    const groups = {
      ...common,
      title: TEXTS.ratingChart(TEXTS.byPolicy),
      altText: TEXTS.ratingAlt(counts.part, counts.whole, TEXTS.byPolicy),
    };
    const whole = { ...common, title: TEXTS.ratingShareChart, altText: TEXTS.ratingShareAlt(counts.part, counts.whole) };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder)));
    builder.gap();
  }
  becauseTable(builder, tables);
  for (const dimension of indicatorDimensions(TEXTS.ratings)) {
    if (writeTable(builder, sheet, subject, dimension) !== undefined) builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.indicator }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "rating", within };
  const shares = writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.ratings(TEXTS.byDivision)));
  if (shares !== undefined) {
    builder.gap();
    const wish = { counts: shares, title: TEXTS.divisionChart, altText: TEXTS.divisionAlt, axis: TEXTS.division };
    charts.push(shareBars(builder, wish, builder.columnWidths.length - 1));
    builder.gap();
  }
  return charts;
}

/** 個別業務の進捗状況. */
export function workSection(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { workItems, divisions, sheet } = tables;
  const categories = present(workItems, "status", WORK_CATEGORIES);
  const base = {
    categories,
    part: [workStatuses.done, workStatuses["in-progress"], workStatuses.continuing],
    leftOut: [],
    names: { count: TEXTS.itemCount, fraction: TEXTS.workFraction, share: TEXTS.workShare },
  };
  const subject: Subject<WorkItemKey> = { ...base, table: workItems, category: "status", within: [] };
  const dimensions: readonly Dimension<WorkItemKey>[] = [
    { by: "area", label: TEXTS.area, title: TEXTS.works(TEXTS.byArea), total: texts.total, none: texts.noGroup },
    { by: "policy", label: TEXTS.policy, title: TEXTS.works(TEXTS.byPolicy), total: texts.total, none: texts.noGroup },
    { by: "program", label: TEXTS.theme, title: TEXTS.works(TEXTS.byTheme), total: texts.total, none: null },
  ];
  const charts: PlanChart[] = [];
  for (const dimension of dimensions) {
    const counts = writeTable(builder, sheet, subject, dimension);
    if (counts === undefined) continue;
    builder.gap();
    if (charts.length > 0) continue;
    const common = { counts, paints: paintsOf(categories), axis: dimension.label };
    const by = `${dimension.label}別`;
    const groups = { ...common, title: TEXTS.workChart(by), altText: TEXTS.workAlt(counts.part, counts.count, by) };
    const whole = { ...common, title: TEXTS.workShareChart, altText: TEXTS.workShareAlt(counts.part, counts.count) };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder)));
    builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.workItem }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "status", within };
  writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.works(TEXTS.byDivision)));
  return charts;
}
