import type { Assessment } from "../evaluate";
import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import { squash } from "../text";
import { fitColumns, leastWidth, type ColumnWish } from "./fit-columns";
import { formatFigure, formatPeriod, formatPlace, formatShortYear } from "./format";
import { Grouping } from "./grouping";
import { becauseText, divisionsOf } from "./indicator-data";
import type { ReportInput } from "./input";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { groupBy, groupLine } from "./rows";
import { ratingRoles } from "./roles";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { directionText, ratings } from "./words.ja";

/** 指標一覧: every indicator with its figures, the three yardsticks side by side, and how it stands. */

const TEXTS = texts.indicators;
/** Years that are shown at most, and how few are still shown where there is no room for more. */
const YEARS = { most: 6, least: 3 } as const;
/** A little more than the page: what it shrinks by leaves the smallest text well above 8 points. */
const MOST_LEAST_WIDTH = PAGE_WIDTHS.a3 * 1.05;

/** The years of all actuals, in order. */
function actualYears(indicators: readonly Indicator[]): readonly number[] {
  const years = indicators.flatMap(({ actuals }) => actuals.flatMap(({ period }) => (period === null ? [] : [period.year])));
  return [...new Set(years)].sort((a, b) => a - b);
}

/** The period that most of the figures have: it stands in the header, and only others beside their figures. */
function commonPeriod(figures: readonly (Pick<Figure, "period"> | null)[]): string {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const period = formatPeriod(figure?.period ?? null);
    if (period !== "") counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? "";
}

/** Most years have one figure; of several (上期・下期) each says its period, if that tells them apart. */
function actualCell(figures: readonly Figure[]): PlanCell {
  const [first] = figures;
  if (first === undefined) return cell(null, "number-text");
  const areTold = new Set(figures.map(({ period }) => formatPeriod(period))).size > 1;
  const lines = figures.map((figure) => {
    const text = formatFigure(figure, texts.figure);
    return areTold ? `${text}\n${formatPeriod(figure.period)}` : text;
  });
  return cell(lines.join("\n"), "number-text", { source: first.at });
}

/** What the cell itself says of its day is not said again. */
function saysPeriod(text: string, period: string): boolean {
  return squash(text).includes(period);
}

function datedCell(figure: Figure | null, common: string): PlanCell {
  const text = formatFigure(figure, texts.figure);
  const period = formatPeriod(figure?.period ?? null);
  const isEmpty = figure === null || figure.state === "blank";
  const source = figure === null ? {} : { source: figure.at };
  const isSaid = period === "" || period === common || saysPeriod(text, period);
  return cell(isSaid ? text : `${text}\n${period}`, isEmpty ? "blank-figure" : "number-text", source);
}

function yardstickCell(percent: number | null): PlanCell {
  // Excel's own rounding for display is half up, on the exact value.
  return percent === null ? cell(texts.none, "number-text") : cell(percent / 100, "share");
}

/** 対基準 and 対ペース say how much of an allowed fall is used up where the target lies below: no progress to be shown. */
function yardsticks(assessment: Assessment | undefined): readonly PlanCell[] {
  const isProgress = assessment?.reading !== "leeway";
  return [
    yardstickCell(assessment?.againstTarget ?? null),
    yardstickCell(isProgress ? (assessment?.fromBaseline ?? null) : null),
    yardstickCell(isProgress ? (assessment?.againstPace ?? null) : null),
  ];
}

/** What the columns of one list have in common. */
interface Columns {
  readonly years: readonly number[];
  /** Whether there are actuals without a year. */
  readonly hasUndated: boolean;
  readonly baseline: string;
  readonly target: string;
  readonly rated: string;
}

function ratingText(assessment: Assessment | undefined, common: string): string {
  const status = assessment?.status ?? "not-evaluable";
  const text = `${ratings[status].mark} ${ratings[status].word}`;
  const period = formatPeriod(assessment?.period ?? null);
  return status === "not-evaluable" || period === "" || period === common ? text : `${text}\n${period}`;
}

function indicatorCells(
  number: number,
  indicator: Indicator,
  assessment: Assessment | undefined,
  divisions: readonly string[],
  columns: Columns,
): readonly PlanCell[] {
  const actualsOf = (year: number | null): readonly Figure[] => indicator.actuals.filter(({ period }) => (period?.year ?? null) === year);
  const note = becauseText(indicator, assessment);
  return [
    cell(number, "text-center"),
    cell(indicator.name, "text"),
    cell(divisions.join("、"), "text"),
    cell(directionText(assessment?.direction ?? indicator.direction, "\n"), "text"),
    datedCell(indicator.baseline, columns.baseline),
    ...columns.years.map((year) => actualCell(actualsOf(year))),
    ...(columns.hasUndated ? [actualCell(actualsOf(null))] : []),
    datedCell(indicator.target, columns.target),
    ...yardsticks(assessment),
    cell(ratingText(assessment, columns.rated), ratingRoles[assessment?.status ?? "not-evaluable"]),
    cell(note ?? (assessment?.reading === "leeway" ? TEXTS.leeway : null), "text"),
    cell(null, "answer"),
    cell(formatPlace(indicator.at), "place", { source: indicator.at }),
  ];
}

function columnWishes({ years, hasUndated, baseline, target, rated }: Columns): readonly ColumnWish[] {
  const figure = (title: string, most = 13): ColumnWish => ({ title, least: 8, most });
  return [
    { title: TEXTS.number, least: 5, most: 6 },
    { title: TEXTS.name, least: 30, most: 56, isProse: true },
    { title: TEXTS.division, least: 12, most: 24, isOptional: true },
    { title: TEXTS.direction, least: 13, most: 16 },
    figure(TEXTS.inYear(TEXTS.baseline, baseline), 20),
    ...years.map((year) => figure(TEXTS.actual(formatShortYear(year)))),
    ...(hasUndated ? [figure(TEXTS.undated)] : []),
    figure(TEXTS.inYear(TEXTS.target, target), 20),
    ...TEXTS.yardsticks.map((title) => figure(title, 14)),
    { title: TEXTS.inYear(TEXTS.rating, rated), least: 17, most: 17 },
    { title: TEXTS.because, least: 13, most: 24, isOptional: true, isProse: true },
    { title: TEXTS.opinion, least: 20, most: 20, grows: true },
    { title: TEXTS.place, least: 12, most: 24 },
  ];
}

/** As many of the last years as there is room for. */
function shownYears(all: readonly number[], leastWidth: (years: readonly number[]) => number): readonly number[] {
  let years = all.slice(-YEARS.most);
  while (years.length > YEARS.least && leastWidth(years) > MOST_LEAST_WIDTH) years = years.slice(1);
  return years;
}

export function indicatorsSheet(input: ReportInput): PlanSheet {
  const { indicators } = input.model;
  const grouping = new Grouping(input.model);
  const assessments = new Map(input.assessments.map((item) => [item.indicator, item]));
  const all = actualYears(indicators);
  const base = {
    hasUndated: indicators.some(({ actuals }) => actuals.some(({ period }) => period === null)),
    baseline: commonPeriod(indicators.map(({ baseline }) => baseline)),
    target: commonPeriod(indicators.map(({ target }) => target)),
    rated: commonPeriod(input.assessments.filter(({ status }) => status !== "not-evaluable")),
  };
  const columns: Columns = { ...base, years: shownYears(all, (years) => leastWidth(columnWishes({ ...base, years }))) };
  const groups = groupBy(indicators, (item) => grouping.ofIndicator(item).policy ?? texts.noGroup);
  const ordered = [...groups.values()].flat();
  const { titles, widths, rows } = fitColumns(
    columnWishes(columns),
    ordered.map((item, n) => indicatorCells(n + 1, item, assessments.get(item.id), divisionsOf(item, grouping), columns)),
    PAGE_WIDTHS.a3,
  );
  const builder = new SheetBuilder(widths, PAGE_HEIGHTS.a3);
  builder.line(TEXTS.title, "title");
  builder.line(`${TEXTS.lead}${TEXTS.yearNote}${all.length > 0 ? TEXTS.emptyNote : ""}`, "note");
  const omitted = all.at(-columns.years.length - 1);
  builder.line(omitted === undefined ? texts.roundingNote : TEXTS.omittedYears(formatShortYear(omitted)), "note");
  builder.gap();
  const header = builder.row(titles.map((title) => cell(title, "header")), 32);
  builder.repeat(header);
  let next = 0;
  for (const [label, list] of groups) {
    groupLine(builder, label, TEXTS.groupLine(label, list.length), builder.heightOf(rows[next] ?? []));
    for (const { key } of list) builder.row(rows[next++] ?? [], undefined, key);
  }
  return {
    key: "indicators",
    name: sheetNames.indicators,
    tab: "actual",
    columnWidths: widths,
    rows: builder.rows,
    freeze: { rows: header + 1, columns: 2 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a3",
      area: builder.extent,
      titleRows: [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
