import { writeCountTable, type CountTable } from "./count-table";
import { countFormula, type Criterion, type DataTable } from "./data-table";
import { groupRows } from "./groups";
import type { IndicatorKey } from "./indicator-data";
import type { DivisionKey, WorkItemKey } from "./other-data";
import type { PlanChart, SheetKey } from "./plan";
import { PAGE_HEIGHTS } from "./print";
import { cell, type SheetBuilder } from "./sheet-builder";
import { DOUGHNUT_ROWS, leastChartHeight, shareBars, stackedAndWhole, stackedBars } from "./summary-charts";
import {
  headTitles,
  isRated,
  NAMES,
  present,
  RATING_CATEGORIES,
  TARGET_CATEGORIES,
  WORK_CATEGORIES,
  type Category,
  type Dimension,
  type Subject,
  type SummaryTables,
} from "./summary-subjects";
import { lineCount, textWidth } from "./text-width";
import { texts } from "./texts.ja";
import type { Paint } from "./theme";
import { becauseWords, noTargetColumn, ratings, targetStates, workStatuses } from "./words.ja";

/* The sections of 総括. Each writes its tables and gives back its charts. */

const TEXTS = texts.summary;
const LONG_LABEL = 36;

/** Three fifths of the width for the groups, the rest for the whole; long labels need more. */
function splitColumns({ columnWidths }: SheetBuilder, { labels }: CountTable): readonly [number, number] {
  const last = columnWidths.length - 1;
  const total = columnWidths.reduce((sum, width) => sum + width, 0);
  const share = labels.cached.some((label) => textWidth(label) > LONG_LABEL) ? 0.67 : 0.6;
  let width = 0;
  const split = columnWidths.findIndex((own) => (width += own) >= total * share);
  return [Math.min(split, last - 1), last];
}

/** Points that a heading with its table needs: header, a row a label, the total. */
function tableHeight({ columnWidths }: SheetBuilder, labels: readonly string[], titles: readonly string[]): number {
  const rowHeight = (text: string, column: number): number => Math.max(18, lineCount(text, columnWidths[column] ?? 10) * 14.2 + 4);
  const header = Math.max(...titles.map((title, n) => rowHeight(title, n + 1)));
  return labels.reduce((sum, label) => sum + rowHeight(label, 0), 24 + header + 18);
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
  const own = tableHeight(builder, labels, headTitles(subject));
  const all = own + below(labels.length);
  // A table with its chart; if that is too much, the table; a table longer than a page breaks all the same.
  builder.keepIfBegun(all, own <= PAGE_HEIGHTS.a4 ? own : LEAST_OF_TABLE);
  return writeCountTable(builder, {
    sheet,
    title: dimension.title,
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

/** What stands under no 基本目標 is counted under its 改革区分, and at last by sheet; the table says so. */
function mainDimension({ rows }: DataTable<IndicatorKey>, title: (by: string) => string): Dimension<IndicatorKey> {
  const byArea = rows.filter(({ policy, area }) => policy === area).length;
  const isBySheet = rows.every(({ policy }) => typeof policy === "string" && policy.startsWith(texts.noGroup));
  const label = isBySheet ? TEXTS.sheet : byArea === 0 ? TEXTS.policy : byArea === rows.length ? TEXTS.area : TEXTS.policyOrArea;
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
  const counts = writeTable(builder, sheet, subject, main, (rows) => NOTE_HEIGHT + (rows < 2 ? 0 : leastChartHeight(rows)));
  builder.line(TEXTS.targetNote, "note");
  // One bar would say what the one row says.
  if (counts === undefined || counts.groups < 2) {
    builder.gap();
    return [];
  }
  const wish = {
    counts,
    paints: paintsOf(base.categories),
    title: TEXTS.targetChart(by),
    axis: main.label,
    fraction: base.names.fraction,
  };
  // Where nothing is rated there is only a note and a short table to come: they need no page of their own.
  const below = isRated(indicators) ? 0 : unratedHeight(tables) + 8;
  const chart = stackedBars(builder, wish, below);
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

/** The reasons for which indicators cannot be judged. */
function reasonsOf({ indicators }: SummaryTables): readonly string[] {
  const found = new Set(indicators.rows.map(({ because }) => because));
  return [...Object.values(becauseWords), noTargetColumn].filter((word) => found.has(word));
}

function reasonsHeight(tables: SummaryTables): number {
  return (reasonsOf(tables).length + 1) * 18.5;
}

/** Points of the section that says that nothing is rated, and why. */
function unratedHeight(tables: SummaryTables): number {
  return 24 + NOTE_HEIGHT + reasonsHeight(tables);
}

/** Why indicators cannot be judged, counted. */
function becauseTable(builder: SheetBuilder, tables: SummaryTables): void {
  const { indicators } = tables;
  const reasons = reasonsOf(tables);
  if (reasons.length === 0) return;
  builder.keep(reasonsHeight(tables));
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
    builder.keep(unratedHeight(tables));
    builder.heading(TEXTS.ratings(by));
    builder.line(TEXTS.nothingRated, "note");
    becauseTable(builder, tables);
    return [];
  }
  const subject: Subject<IndicatorKey> = { ...RATING_BASE, table: indicators, category: "rating", within: [] };
  const counts = writeTable(builder, sheet, subject, main, (rows) => NOTE_HEIGHT + reasonsHeight(tables) + leastChartHeight(rows, DOUGHNUT_ROWS, 3));
  builder.line(TEXTS.ratingNote, "note");
  builder.gap(4);
  becauseTable(builder, tables);
  const charts: PlanChart[] = [];
  if (counts !== undefined) {
    const common = { counts, paints: paintsOf(RATING_CATEGORIES), axis: main.label, fraction: RATING_BASE.names.fraction };
    const groups = { ...common, title: TEXTS.ratingChart(by) };
    const whole = { ...common, title: TEXTS.ratingShareChart };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder, counts)));
    builder.gap();
  }
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
  // Bars of what could be judged only: what could not has no place in a share.
  const rated = RATING_CATEGORIES.filter(({ word }) => !RATING_BASE.leftOut.includes(word));
  const counted = { ...shares, categories: shares.categories.slice(0, rated.length) };
  const names = { title: TEXTS.divisionChart, axis: TEXTS.division, fraction: RATING_BASE.names.fraction };
  const chart = shareBars(builder, { counts: counted, paints: paintsOf(rated), ...names });
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
    // What the sheet says nothing of, or nothing that we know, is not "not done".
    leftOut: [workStatuses.none, workStatuses.unknown],
    names: NAMES.workNames,
  };
  const subject: Subject<WorkItemKey> = { ...base, table: workItems, category: "status", within: [] };
  const dimensions: readonly Dimension<WorkItemKey>[] = [
    { by: "area", label: TEXTS.area, title: TEXTS.works(TEXTS.byArea), total: texts.total, none: texts.noGroup },
    { by: "policy", label: TEXTS.policy, title: TEXTS.works(TEXTS.by(TEXTS.policy)), total: texts.total, none: texts.noGroup },
    { by: "program", label: TEXTS.theme, title: TEXTS.works(TEXTS.byTheme), total: texts.total, none: texts.noGroup },
  ];
  const isGrouped = dimensions.some(({ by, none }) => workItems.rows.some((row) => row[by] !== none));
  const charts: PlanChart[] = [];
  let isNoted = false;
  for (const dimension of dimensions) {
    const below = (rows: number): number => (charts.length > 0 ? 0 : leastChartHeight(rows, DOUGHNUT_ROWS, 3));
    const shown = isGrouped ? dimension : { ...dimension, none: null };
    const counts = isGrouped || dimension.by === "program" ? writeTable(builder, sheet, subject, shown, below) : undefined;
    if (counts === undefined) continue;
    if (!isNoted) builder.line(TEXTS.workNote, "note");
    isNoted = true;
    // Where no item says how it stands there is nothing to draw.
    if (charts.length > 0 || counts.whole === 0) {
      builder.gap();
      continue;
    }
    const common = { counts, paints: paintsOf(categories), axis: dimension.label, fraction: base.names.fraction };
    const by = TEXTS.by(dimension.label);
    const groups = { ...common, title: TEXTS.workChart(by) };
    const whole = { ...common, title: TEXTS.workShareChart };
    charts.push(...stackedAndWhole(builder, groups, whole, splitColumns(builder, counts)));
    builder.gap();
  }
  const within: readonly Criterion<DivisionKey>[] = [{ column: "kind", text: texts.divisionData.kinds.workItem }];
  const byDivision: Subject<DivisionKey> = { ...base, table: divisions, category: "status", within };
  writeTable(builder, sheet, byDivision, divisionDimension(TEXTS.works(TEXTS.byDivision)));
  return charts;
}
