import { assessmentStatuses } from "../evaluate";
import { writeCountTable, type CountTable } from "./count-table";
import { countFormula, type Criterion, type DataTable } from "./data-table";
import { groupRows } from "./groups";
import type { IndicatorKey } from "./indicator-data";
import type { DivisionKey, WorkItemKey } from "./other-data";
import type { PlanChart, SheetKey } from "./plan";
import { PAGE_HEIGHTS } from "./print";
import { cell, type SheetBuilder } from "./sheet-builder";
import { DOUGHNUT_ROWS, leastChartHeight, shareBars, stackedAndWhole, stackedBars } from "./summary-charts";
import { lineCount, textWidth } from "./text-width";
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

/** Short titles stand on one line, longer ones on two. */
function titleWidth(title: string): number {
  const width = textWidth(title);
  return Math.max(8, width <= ONE_LINE ? width + 2 : Math.ceil(width / 2) + 3);
}

/** How wide each column of numbers must be for the titles of all sections: a count, the categories, a fraction and a share. */
export function numberWidths({ indicators, workItems }: Omit<SummaryTables, "sheet">): readonly number[] {
  const { targetNames, ratingNames, workNames } = NAMES;
  const heads: (readonly string[])[] = [];
  const add = (names: Subject<string>["names"], categories: readonly Category[]): void => {
    heads.push([names.count, ...categories.map(({ title }) => title), names.fraction, names.share]);
  };
  if (indicators.rows.length > 0) add(targetNames, present(indicators, "targetState", TARGET_CATEGORIES));
  if (isRated(indicators)) add(ratingNames, RATING_CATEGORIES);
  if (workItems.rows.length > 0) add(workNames, present(workItems, "status", WORK_CATEGORIES));
  const count = Math.max(1, ...heads.map(({ length }) => length));
  return Array.from({ length: count }, (_, n) => Math.max(8, ...heads.map((titles) => titleWidth(titles[n] ?? ""))));
}

/** Three fifths of the width for the groups, the rest for the whole; long labels need more. */
function splitColumns({ columnWidths }: SheetBuilder, { labels }: CountTable): readonly [number, number] {
  const last = columnWidths.length - 1;
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  const share = labels.cached.some((label) => textWidth(label) > LONG_LABEL) ? 0.67 : 0.6;
  let width = 0;
  const split = columnWidths.findIndex((own) => (width += own) >= total * share);
  return [Math.min(split, last - 1), last];
}

const TEXTS = texts.summary;
const ONE_LINE = 15;
const LONG_LABEL = 36;

const NAMES = {
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

function isRated({ rows }: DataTable<IndicatorKey>): boolean {
  return rows.some(({ rating }) => rating !== ratings["not-evaluable"].word);
}

/** Points that a heading with its table needs: header of two lines, a row a label, the total. */
function tableHeight({ columnWidths }: SheetBuilder, labels: readonly string[]): number {
  const lines = labels.map((label) => Math.max(18, lineCount(label, columnWidths[0] ?? 10) * 14.2 + 4));
  return 24 + 32 + lines.reduce((sum, height) => sum + height, 18);
}

function writeTable<Key extends string>(
  builder: SheetBuilder,
  sheet: SheetKey,
  subject: Subject<Key>,
  dimension: Dimension<Key>,
  /** Points of what must stand on the same page below the table, from the number of its rows. */
  below: (rows: number) => number = () => 0,
): CountTable | undefined {
  const labels = groupRows(subject.table, dimension.by).map(({ label }) => label);
  if (dimension.none !== null && !labels.some((label) => label !== dimension.none)) return undefined;
  const own = tableHeight(builder, labels);
  const all = own + below(labels.length);
  // A table with its chart; if that is too much, the table; a table longer than a page breaks all the same.
  builder.keepIfSmall(all, own <= PAGE_HEIGHTS.a4 ? own : LEAST_OF_TABLE);
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

/** Points of a table's heading, header and first rows, where the table is longer than a page. */
const LEAST_OF_TABLE = 160;
const NOTE_HEIGHT = 18;

const paintsOf = (categories: readonly Category[]): readonly Paint[] => categories.map(({ paint }) => paint);

/** What stands under no 基本目標 is counted under its 改革区分; the table says so. */
function mainDimension({ rows }: DataTable<IndicatorKey>, title: (by: string) => string): Dimension<IndicatorKey> {
  const byArea = rows.filter(({ policy, area }) => policy === area).length;
  const label = byArea === 0 ? TEXTS.policy : byArea === rows.length ? TEXTS.area : TEXTS.policyOrArea;
  return { by: "policy", label, title: title(TEXTS.by(label)), total: texts.total, none: null };
}

function indicatorDimensions({ rows }: DataTable<IndicatorKey>, title: (by: string) => string): readonly Dimension<IndicatorKey>[] {
  const isSaid = rows.every(({ policy, area }) => area === texts.noGroup || area === policy);
  const areas: Dimension<IndicatorKey> = { by: "area", label: TEXTS.area, title: title(TEXTS.byArea), total: texts.total, none: texts.noGroup };
  return [
    ...(isSaid ? [] : [areas]),
    { by: "program", label: TEXTS.program, title: title(TEXTS.byProgram), total: texts.total, none: texts.noGroup },
  ];
}

function divisionDimension(title: string): Dimension<DivisionKey> {
  return { by: "division", label: TEXTS.division, title, total: texts.totalOfDivisions, none: texts.noDivision };
}

/** What is counted of 目標値, whatever the rows are. */
function targetBase({ indicators }: SummaryTables): Omit<Subject<string>, "table" | "category" | "within"> {
  return {
    categories: present(indicators, "targetState", TARGET_CATEGORIES),
    part: [targetStates.set],
    leftOut: [targetStates["not-applicable"]],
    names: NAMES.targetNames,
  };
}

/** 指標の目標値の設定状況, as a whole. */
export function targetOverview(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { indicators, sheet } = tables;
  const base = targetBase(tables);
  const subject: Subject<IndicatorKey> = { ...base, table: indicators, category: "targetState", within: [] };
  const main = mainDimension(indicators, TEXTS.targets);
  const by = TEXTS.by(main.label);
  const counts = writeTable(builder, sheet, subject, main, (rows) => NOTE_HEIGHT + leastChartHeight(rows));
  builder.line(TEXTS.targetNote, "note");
  builder.gap();
  if (counts === undefined) return [];
  const wish = {
    counts,
    paints: paintsOf(base.categories),
    title: TEXTS.targetChart(by),
    altText: TEXTS.targetAlt(counts.part, counts.count, by),
    axis: main.label,
  };
  const chart = stackedBars(builder, wish, [0, builder.columnWidths.length - 1]);
  builder.gap();
  return [chart];
}

/** 指標の目標値の設定状況, by 改革区分, 施策 and 担当課. */
export function targetDetails(builder: SheetBuilder, tables: SummaryTables): void {
  const { indicators, divisions, sheet } = tables;
  const base = targetBase(tables);
  const subject: Subject<IndicatorKey> = { ...base, table: indicators, category: "targetState", within: [] };
  for (const dimension of indicatorDimensions(indicators, TEXTS.targets)) {
    if (writeTable(builder, sheet, subject, dimension) !== undefined) builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.indicator }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "targetState", within };
  if (writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.targets(TEXTS.byDivision))) !== undefined) builder.gap();
}

/** Why indicators cannot be judged, counted. */
function becauseTable(builder: SheetBuilder, { indicators }: SummaryTables): void {
  const reasons = Object.values(becauseWords).filter((word) => indicators.rows.some(({ because }) => because === word));
  if (reasons.length === 0) return;
  builder.keep(tableHeight(builder, reasons));
  builder.heading(TEXTS.becauseTitle);
  builder.row([cell(TEXTS.becauseColumn, "header"), cell(TEXTS.indicatorCount, "header")]);
  for (const word of reasons) {
    builder.row([cell(word, "text"), cell(countFormula(indicators, [{ column: "because", text: word }]), "number")]);
  }
  builder.gap();
}

/** What is counted of 評価, whatever the rows are. */
const RATING_BASE: Omit<Subject<string>, "table" | "category" | "within"> = {
  categories: RATING_CATEGORIES,
  part: [ratings.achieved.word, ratings["on-track"].word],
  leftOut: [ratings["not-evaluable"].word],
  names: NAMES.ratingNames,
};

/** 指標の評価, as a whole. */
export function ratingOverview(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { indicators, sheet } = tables;
  const main = mainDimension(indicators, TEXTS.ratings);
  const by = TEXTS.by(main.label);
  if (!isRated(indicators)) {
    builder.keep(2 * tableHeight(builder, [main.label]));
    builder.heading(TEXTS.ratings(by));
    builder.line(TEXTS.nothingRated, "note");
    builder.gap();
    becauseTable(builder, tables);
    return [];
  }
  const subject: Subject<IndicatorKey> = { ...RATING_BASE, table: indicators, category: "rating", within: [] };
  const counts = writeTable(builder, sheet, subject, main, (rows) => NOTE_HEIGHT + leastChartHeight(rows, DOUGHNUT_ROWS));
  builder.line(TEXTS.ratingNote, "note");
  builder.gap();
  const charts: PlanChart[] = [];
  if (counts !== undefined) {
    const common = { counts, paints: paintsOf(RATING_CATEGORIES), axis: main.label };
    const groups = { ...common, title: TEXTS.ratingChart(by), altText: TEXTS.ratingAlt(counts.part, counts.whole, by) };
    const whole = { ...common, title: TEXTS.ratingShareChart, altText: TEXTS.ratingShareAlt(counts.part, counts.whole) };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder, counts)));
    builder.gap();
  }
  becauseTable(builder, tables);
  return charts;
}

/** 指標の評価, by 改革区分, 施策 and 担当課. */
export function ratingDetails(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { indicators, divisions, sheet } = tables;
  if (!isRated(indicators)) return [];
  const subject: Subject<IndicatorKey> = { ...RATING_BASE, table: indicators, category: "rating", within: [] };
  for (const dimension of indicatorDimensions(indicators, TEXTS.ratings)) {
    if (writeTable(builder, sheet, subject, dimension) !== undefined) builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.indicator }];
  const byDivision: Subject<DivisionKey> = { ...RATING_BASE, table: divisions, category: "rating", within };
  const shares = writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.ratings(TEXTS.byDivision)), leastChartHeight);
  if (shares === undefined) return [];
  builder.gap();
  // Bars of what could be judged only: what could not has no place in a share.
  const rated = RATING_CATEGORIES.filter(({ word }) => !RATING_BASE.leftOut.includes(word));
  const counted = { ...shares, categories: shares.categories.slice(0, rated.length) };
  const names = { title: TEXTS.divisionChart, altText: TEXTS.divisionAlt, axis: TEXTS.division };
  const chart = shareBars(builder, { counts: counted, paints: paintsOf(rated), ...names }, builder.columnWidths.length - 1);
  builder.gap();
  return [chart];
}

/** 個別業務の進捗状況. */
export function workSection(builder: SheetBuilder, tables: SummaryTables): readonly PlanChart[] {
  const { workItems, divisions, sheet } = tables;
  const categories = present(workItems, "status", WORK_CATEGORIES);
  const base = {
    categories,
    part: [workStatuses.done, workStatuses["in-progress"], workStatuses.continuing],
    leftOut: [],
    names: NAMES.workNames,
  };
  const subject: Subject<WorkItemKey> = { ...base, table: workItems, category: "status", within: [] };
  const dimensions: readonly Dimension<WorkItemKey>[] = [
    { by: "area", label: TEXTS.area, title: TEXTS.works(TEXTS.byArea), total: texts.total, none: texts.noGroup },
    { by: "policy", label: TEXTS.policy, title: TEXTS.works(TEXTS.by(TEXTS.policy)), total: texts.total, none: texts.noGroup },
    { by: "program", label: TEXTS.theme, title: TEXTS.works(TEXTS.byTheme), total: texts.total, none: null },
  ];
  const charts: PlanChart[] = [];
  for (const dimension of dimensions) {
    const below = (rows: number): number => (charts.length > 0 ? 0 : leastChartHeight(rows, DOUGHNUT_ROWS));
    const counts = writeTable(builder, sheet, subject, dimension, below);
    if (counts === undefined) continue;
    builder.gap();
    if (charts.length > 0) continue;
    const common = { counts, paints: paintsOf(categories), axis: dimension.label };
    const by = TEXTS.by(dimension.label);
    const groups = { ...common, title: TEXTS.workChart(by), altText: TEXTS.workAlt(counts.part, counts.count, by) };
    const whole = { ...common, title: TEXTS.workShareChart, altText: TEXTS.workShareAlt(counts.part, counts.count) };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder, counts)));
    builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.workItem }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "status", within };
  writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.works(TEXTS.byDivision)));
  return charts;
}
