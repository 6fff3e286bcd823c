import type { Assessment } from "../evaluate";
import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import { formatFigure, formatPeriod, formatPlace, formatShortYear } from "./format";
import { Grouping } from "./grouping";
import { divisionsOf } from "./indicator-data";
import type { ReportInput } from "./input";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { groupBy, groupLine } from "./rows";
import { ratingRoles } from "./roles";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { becauseWords, directionText, ratings } from "./words.ja";

/** 指標一覧: every indicator with its figures, the three yardsticks side by side, and how it stands. */

const TEXTS = texts.indicators;
/** Years that fit on the page beside everything else. */
const MAX_YEARS = 6;
const YEAR_WIDTH = 9;
const PLACE_WIDTHS = { least: 15, most: 24 } as const;

/** The years of all actuals, in order. */
function actualYears(indicators: readonly Indicator[]): readonly number[] {
  const years = indicators.flatMap(({ actuals }) => actuals.flatMap(({ period }) => (period === null ? [] : [period.year])));
  return [...new Set(years)].sort((a, b) => a - b);
}

/** The period that most of the figures have: it stands in the header, and only others beside their figures. */
function commonPeriod(figures: readonly (Figure | null)[]): string {
  const counts = new Map<string, number>();
  for (const figure of figures) {
    const period = formatPeriod(figure?.period ?? null);
    if (period !== "") counts.set(period, (counts.get(period) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0] ?? "";
}

function actualCell(figure: Figure | undefined): PlanCell {
  return figure === undefined ? cell(null, "number-text") : cell(formatFigure(figure, texts.figure), "number-text", { source: figure.at });
}

function datedCell(figure: Figure | null, common: string): PlanCell {
  const text = formatFigure(figure, texts.figure);
  const period = formatPeriod(figure?.period ?? null);
  const isEmpty = figure === null || figure.state === "blank";
  const source = figure === null ? {} : { source: figure.at };
  return cell(period === "" || period === common ? text : `${text}\n${period}`, isEmpty ? "blank-figure" : "number-text", source);
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

function indicatorCells(
  number: number,
  indicator: Indicator,
  assessment: Assessment | undefined,
  years: readonly number[],
  divisions: readonly string[],
  common: { readonly baseline: string; readonly target: string },
): readonly PlanCell[] {
  const status = assessment?.status ?? "not-evaluable";
  const because = assessment?.because ?? null;
  const note = because === null ? null : becauseWords[because];
  return [
    cell(number, "text-center"),
    cell(indicator.name, "text"),
    cell(divisions.join("、"), "text"),
    cell(directionText(assessment?.direction ?? indicator.direction), "text"),
    datedCell(indicator.baseline, common.baseline),
    ...years.map((year) => actualCell(indicator.actuals.find(({ period }) => period?.year === year))),
    datedCell(indicator.target, common.target),
    ...yardsticks(assessment),
    cell(formatPeriod(assessment?.period ?? null), "text-center"),
    cell(`${ratings[status].mark} ${ratings[status].word}`, ratingRoles[status]),
    cell(note ?? (assessment?.reading === "leeway" ? TEXTS.leeway : null), "text"),
    cell(formatPlace(indicator.at), "place", { source: indicator.at }),
  ];
}

export function indicatorsSheet(input: ReportInput): PlanSheet {
  const { indicators } = input.model;
  const grouping = new Grouping(input.model);
  const assessments = new Map(input.assessments.map((item) => [item.indicator, item]));
  const all = actualYears(indicators);
  const common = {
    baseline: commonPeriod(indicators.map(({ baseline }) => baseline)),
    target: commonPeriod(indicators.map(({ target }) => target)),
  };
  const years = all.slice(-MAX_YEARS);
  const fixed = [5, 36, 15, 13, 15, ...years.map(() => YEAR_WIDTH), 15, 8, 8, 9, 11, 17, 17];
  const rest = PAGE_WIDTHS.a3 - fixed.reduce((sum, width) => sum + width, 0);
  const widths = [...fixed, Math.min(Math.max(rest, PLACE_WIDTHS.least), PLACE_WIDTHS.most)];
  const builder = new SheetBuilder(widths, PAGE_HEIGHTS.a3);
  builder.line(TEXTS.title, "title");
  builder.line(`${TEXTS.lead}${TEXTS.yearNote}`, "note");
  const omitted = all.at(-MAX_YEARS - 1);
  builder.line(omitted === undefined ? texts.roundingNote : TEXTS.omittedYears(formatShortYear(omitted)), "note");
  builder.gap();
  const heads = [
    TEXTS.number,
    TEXTS.name,
    TEXTS.division,
    TEXTS.direction,
    TEXTS.inYear(TEXTS.baseline, common.baseline),
    ...years.map((year) => TEXTS.actual(formatShortYear(year))),
    TEXTS.inYear(TEXTS.target, common.target),
    ...TEXTS.yardsticks,
    TEXTS.ratedYear,
    TEXTS.rating,
    TEXTS.because,
    TEXTS.place,
  ];
  const header = builder.row(heads.map((title) => cell(title, "header")), 32);
  builder.repeat(header);
  let number = 0;
  const groups = groupBy(indicators, (item) => grouping.ofIndicator(item).policy ?? texts.noGroup);
  for (const [label, list] of groups) {
    groupLine(builder, TEXTS.groupLine(label, list.length));
    for (const item of list) {
      const cells = indicatorCells(++number, item, assessments.get(item.id), years, divisionsOf(item, grouping), common);
      builder.row(cells, undefined, item.key);
    }
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
