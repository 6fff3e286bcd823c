import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import { altTextOf } from "./chart-line";
import { formatAmount, formatPlace, formatShortYear } from "./format";
import type { ReportInput } from "./input";
import type { ChartSeries, PlanChart, PlanSheet, SheetRange } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { textWidth } from "./text-width";
import { sheetNames, texts } from "./texts.ja";
import type { Paint } from "./theme";

/** 指標の推移: actual against target over the years, for the indicators that have enough figures to draw a line. */

const TRENDS = "trends";
const TEXTS = texts.trends;
/** Two on a page: as many as a meeting looks at. The others' figures are in the list and in the data. */
const MAX_CHARTS = 8;
const MAX_YEARS = 9;
const LABEL_WIDTH = 22;
const CHART_COLUMNS = 5;
/** No narrower than this is a chart worth its place, whatever the figures beside it need. */
const MIN_CHART_WIDTH = 60;
const FIGURE_FORMAT = "#,##0.##;\u25B3#,##0.##;0";
/** Rows of a chart: two make a page, the first of them with the sheet's title. */
const CHART_ROWS = { firstPage: 9, others: 10 } as const;
const ROW_HEIGHT = 18;

interface Line {
  readonly title: string;
  readonly values: readonly (number | null)[];
  readonly paint: Paint;
  readonly labels: boolean;
}

interface Trend {
  readonly indicator: Indicator;
  readonly years: readonly number[];
  readonly lines: readonly Line[];
}

function isDrawn(figure: Figure | null): figure is Figure {
  return figure?.state === "set" && figure.amount !== null && figure.period !== null;
}

/** Each year's amount; where a year has two, the later in the sheet. */
function byYear(figures: readonly (Figure | null)[]): ReadonlyMap<number, number> {
  const amounts = figures.filter(isDrawn).flatMap(({ period, amount }): [number, number][] => {
    return period === null || amount === null ? [] : [[period.year, amount]];
  });
  return new Map(amounts);
}

/** Every year from the first to the last, so that a slope is a slope; only those with figures where that is too many. */
function yearsOf(stated: readonly number[]): readonly number[] {
  const years = [...new Set(stated)].sort((a, b) => a - b);
  const first = years[0] ?? 0;
  const last = years.at(-1) ?? 0;
  if (last - first < MAX_YEARS) return Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return years.slice(-MAX_YEARS);
}

/** The straight way from baseline to target, as the pace is judged by. */
function pathValue(indicator: Indicator, year: number): number | null {
  const { baseline, target } = indicator;
  if (!isDrawn(baseline) || !isDrawn(target)) return null;
  const from = baseline.period?.year ?? 0;
  const to = target.period?.year ?? 0;
  if (to <= from || year < from || year > to) return null;
  const start = baseline.amount ?? 0;
  const value = start + (((target.amount ?? 0) - start) * (year - from)) / (to - from);
  return Math.round(value * 100) / 100;
}

function trendOf(indicator: Indicator, isProgress: boolean): Trend | undefined {
  const { target } = indicator;
  if (!isDrawn(target)) return undefined;
  const actuals = byYear([indicator.baseline, ...indicator.actuals]);
  if (actuals.size < 2) return undefined;
  const years = yearsOf([...actuals.keys(), target.period?.year ?? 0]);
  // Towards a target on the worse side of the baseline the way is no progress, and no pace to be kept.
  const path = isProgress ? years.map((year) => pathValue(indicator, year)) : [];
  const lines: Line[] = [
    { title: TEXTS.actual, values: years.map((year) => actuals.get(year) ?? null), paint: "actual", labels: true },
    { title: TEXTS.target, values: years.map(() => target.amount), paint: "target", labels: false },
  ];
  if (path.some((value) => value !== null)) lines.push({ title: TEXTS.path, values: path, paint: "baseline", labels: false });
  return { indicator, years, lines };
}

function isGoal({ indicator }: Trend): boolean {
  return indicator.tier === "goal" || indicator.tier === "outcome";
}

/** The indicators that have a trend: 数値目標 first, then by the number of figures, else as they stand in the sheet. */
export function trendsOf({ model, assessments }: Pick<ReportInput, "model" | "assessments">): readonly Trend[] {
  const leeways = new Set(assessments.filter(({ reading }) => reading === "leeway").map(({ indicator }) => indicator));
  const points = (trend: Trend): number => trend.lines[0]?.values.filter((value) => value !== null).length ?? 0;
  return model.indicators
    .map((indicator) => trendOf(indicator, !leeways.has(indicator.id)))
    .filter((trend) => trend !== undefined)
    .sort((a, b) => Number(isGoal(b)) - Number(isGoal(a)) || points(b) - points(a));
}

interface Layout {
  readonly widths: readonly number[];
  /** The chart's first column; before it stand the label and the years. */
  readonly chartLeft: number;
}

/** The years take what their longest figure needs, the chart the rest of the page. */
function layoutOf(trends: readonly Trend[]): Layout {
  const years = Math.max(...trends.map((trend) => trend.years.length));
  const figures = trends.flatMap(({ lines }) => lines.flatMap(({ values }) => values));
  const widest = Math.max(5, ...figures.map((value) => (value === null ? 0 : textWidth(formatAmount(value)))));
  const room = PAGE_WIDTHS.a4 - 1 - LABEL_WIDTH;
  const yearWidth = Math.min(widest + 1.5, (room - MIN_CHART_WIDTH) / years);
  const chartWidth = (room - yearWidth * years) / CHART_COLUMNS;
  const round = (width: number): number => Math.floor(width * 10) / 10;
  return {
    widths: [
      LABEL_WIDTH,
      ...Array.from({ length: years }, () => round(yearWidth)),
      ...Array.from({ length: CHART_COLUMNS }, () => round(chartWidth)),
    ],
    chartLeft: years + 1,
  };
}

/** 「値はH30の78.5％からR5の78.3％へ。目標値はR6の83％です。」 */
function lineOf({ indicator, years, lines }: Trend, unit: string): string {
  const values = lines[0]?.values ?? [];
  const at = (index: number): string => TEXTS.at(formatShortYear(years[index] ?? 0), `${formatAmount(values[index] ?? 0)}${unit}`);
  const { target } = indicator;
  const amount = `${formatAmount(target?.amount ?? 0)}${unit}`;
  const due = target?.period ?? null;
  return TEXTS.line(at(values.findIndex((value) => value !== null)), at(values.findLastIndex((value) => value !== null)), due === null ? amount : TEXTS.at(formatShortYear(due.year), amount));
}

function writeTrend(builder: SheetBuilder, trend: Trend, { chartLeft, widths }: Layout, rows: number): PlanChart {
  const { indicator, years, lines } = trend;
  const unit = indicator.unit ?? indicator.target?.unit ?? "";
  const text = lineOf(trend, unit);
  builder.keep(24 + builder.lineHeight(text, "plain") + rows * ROW_HEIGHT);
  builder.heading(indicator.name);
  const textTop = builder.next;
  const textBottom = builder.line(text, "plain");
  const top = builder.next;
  const header = builder.row(
    [cell(unit === "" ? TEXTS.year : `${TEXTS.year}（単位: ${unit}）`, "header"), ...years.map((year) => cell(formatShortYear(year), "header"))],
    ROW_HEIGHT,
  );
  const row = (at: number, left: number, right: number): SheetRange => ({
    sheet: TRENDS,
    region: { top: at, left, bottom: at, right },
  });
  const series = lines.map((line): ChartSeries => {
    const at = builder.row(
      [cell(line.title, "key"), ...line.values.map((value) => cell(value, "number", { format: FIGURE_FORMAT }))],
      ROW_HEIGHT,
    );
    return {
      name: { at: row(at, 0, 0), cached: [line.title] },
      values: { at: row(at, 1, years.length), cached: line.values },
      paint: line.paint,
      labels: line.labels,
    };
  });
  builder.row([cell(TEXTS.place(formatPlace(indicator.at)), "note", { source: indicator.at })], ROW_HEIGHT);
  while (builder.next < top + rows) builder.gap(ROW_HEIGHT);
  const bottom = builder.next - 1;
  builder.gap();
  return {
    kind: "line",
    title: indicator.name,
    altText: altTextOf({ kind: "line", title: indicator.name }, [text]),
    textAt: { sheet: TRENDS, region: { top: textTop, left: 0, bottom: textBottom, right: 0 } },
    categories: { at: row(header, 1, years.length), cached: years.map(formatShortYear) },
    seriesIn: "rows",
    series,
    categoryAxis: { title: TEXTS.year },
    valueAxis: { title: TEXTS.axis(unit), format: "#,##0.##" },
    labelFormat: "#,##0.##",
    covers: { top, left: chartLeft, bottom, right: widths.length - 1 },
  };
}

/** Undefined where no indicator has a line to draw. */
export function trendsSheet(input: ReportInput): PlanSheet | undefined {
  const trends = trendsOf(input);
  if (trends.length === 0) return undefined;
  const shown = trends.slice(0, MAX_CHARTS);
  const layout = layoutOf(shown);
  const builder = new SheetBuilder(layout.widths, PAGE_HEIGHTS.a4);
  builder.line(TEXTS.title, "title");
  builder.line(TEXTS.lead(shown.length, trends.length), "note");
  builder.gap();
  const charts = shown.map((trend, n) => writeTrend(builder, trend, layout, n < 2 ? CHART_ROWS.firstPage : CHART_ROWS.others));
  return {
    key: TRENDS,
    name: sheetNames.trends,
    tab: "actual",
    columnWidths: layout.widths,
    rows: builder.rows,
    freeze: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts,
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: null,
      asOf: input.asOf,
      title: `${TEXTS.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
