import type { CountTable } from "./count-table";
import { altTextOf, barLines, breakdownLine, CHART_LINE_HEIGHT, textsOf, writeChartLines } from "./chart-line";
import type { ChartAxis, ChartSeries, ChartTexts, ChartValues, Formula, PlanChart, SheetRange } from "./plan";
import type { ChartRows, SheetBuilder } from "./sheet-builder";
import { textWidth } from "./text-width";
import { texts } from "./texts.ja";
import type { Paint } from "./theme";

/* Charts over a count table. The table stays the source: no chart has a number that is not in a cell. */

/** Bars that a chart can take before its labels run into each other. */
const MAX_BARS = 20;
/** Columns need short names that fit under them; anything else is read better from top to bottom. */
const MAX_COLUMNS = 6;
const MAX_COLUMN_LABEL = 14;
const ROW_HEIGHT = 18;

function firstRows<T extends ChartTexts | ChartValues>(values: T, count: number): T {
  const region = { ...values.at.region, bottom: values.at.region.top + count - 1 };
  return { ...values, at: { ...values.at, region }, cached: values.cached.slice(0, count) };
}

function seriesOf(counts: CountTable, paints: readonly Paint[], shown: number): readonly ChartSeries[] {
  return counts.categories.flatMap(({ name, values, sum }, n) => {
    const paint = paints[n];
    // A series without a single item would only fill the legend.
    if (sum === 0 || paint === undefined) return [];
    return [{ name, values: firstRows(values, shown), paint, labels: true }];
  });
}

export interface StackedWish {
  readonly counts: CountTable;
  readonly paints: readonly Paint[];
  readonly title: string;
  readonly axis: string;
  /** How the table calls numerator and denominator: 設定済／対象. */
  readonly fraction: string;
}

/** Bars for all groups, or for as many of the first as a chart can take. */
function barsOf({ groups, labels }: CountTable): { readonly all: number; readonly shown: number } {
  return { all: groups, shown: Math.min(labels.cached.length, MAX_BARS) };
}

function shownTitle(title: string, shown: number, all: number): string {
  return shown < all ? `${title}${texts.summary.firstBars(shown, all)}` : title;
}

/** Rows that a bar chart needs for so many bars, and with how few it can still be read. */
export function barRows(bars: number, least = 8): ChartRows {
  const shown = Math.min(bars, MAX_BARS);
  const rows = (points: number, floor: number): number => Math.min(Math.max(floor, Math.ceil((shown * points + 96) / ROW_HEIGHT)), 25);
  return { wished: rows(20, least + 2), least: rows(14, least) };
}

/** Points that a chart of so many bars takes at least, with its lines of text and the gap after it. */
export function leastChartHeight(bars: number, least = 8, lines = 2): number {
  return barRows(bars, least).least * ROW_HEIGHT + lines * CHART_LINE_HEIGHT + 8;
}

/** A page's width of horizontal bars, below their lines. */
function wideBars(builder: SheetBuilder, wish: StackedWish, kind: "bar-stacked" | "bar-stacked-100", valueAxis: ChartAxis, pointsBelow = 0): PlanChart {
  const { all, shown } = barsOf(wish.counts);
  const rows = barRows(shown);
  const title = shownTitle(wish.title, shown, all);
  const lines = barLines(builder, wish.counts, shown, wish.fraction);
  const textAt = writeChartLines(builder, wish.counts.labels.at.sheet, lines, rows.least * ROW_HEIGHT);
  return {
    kind,
    title,
    altText: altTextOf({ kind, title }, textsOf(lines)),
    textAt,
    categories: firstRows(wish.counts.labels, shown),
    seriesIn: "columns",
    series: seriesOf(wish.counts, wish.paints, shown),
    categoryAxis: { title: wish.axis },
    valueAxis,
    labelFormat: "#,##0;;",
    covers: builder.room({ ...rows, pointsBelow }, [0, builder.columnWidths.length - 1], ROW_HEIGHT),
  };
}

/** Few items need their steps said: left alone, an axis up to 1 reads 0, 0, 0, 1, 1, 1. */
const FEW_ITEMS = 6;

function countAxis({ categories }: CountTable, shown: number): ChartAxis {
  const highest = Math.max(...Array.from({ length: shown }, (_, row) => categories.reduce((sum, { values }) => sum + (values.cached[row] ?? 0), 0)));
  return { title: texts.summary.countAxis, format: "#,##0", min: 0, ...(highest <= FEW_ITEMS ? { majorUnit: 1 } : {}) };
}

export function stackedBars(builder: SheetBuilder, wish: StackedWish, pointsBelow: number): PlanChart {
  return wideBars(builder, wish, "bar-stacked", countAxis(wish.counts, barsOf(wish.counts).shown), pointsBelow);
}

/** Shares by group: each bar is the whole of what is counted there, and the numbers on it are the counts, not the shares. */
export function shareBars(builder: SheetBuilder, wish: StackedWish): PlanChart {
  return wideBars(builder, wish, "bar-stacked-100", { title: texts.summary.shareAxis, format: "0%", min: 0, max: 1, majorUnit: 0.2 });
}

/** Rows under which a doughnut's ring gets too thin for its numbers. */
export const DOUGHNUT_ROWS = 10;

/** The whole as a doughnut, over the header and the total of the table. */
function doughnut(wish: StackedWish, line: Formula, textAt: SheetRange, covers: PlanChart["covers"]): PlanChart {
  const { counts, title } = wish;
  const first = counts.categories[0];
  const sheet = counts.labels.at.sheet;
  const left = first?.name.at.region.left ?? 0;
  const right = left + counts.categories.length - 1;
  const row = (at: number) => ({ sheet, region: { top: at, left, bottom: at, right } });
  const total = counts.totalRow;
  return {
    kind: "doughnut",
    title,
    altText: altTextOf({ kind: "doughnut", title }, textsOf([line])),
    textAt,
    categories: {
      at: row(counts.headerRow),
      cached: counts.categories.map(({ name }) => name.cached[0] ?? ""),
    },
    seriesIn: "rows",
    series: [
      {
        name: { at: { sheet, region: { top: total, left: 0, bottom: total, right: 0 } }, cached: [texts.total] },
        values: { at: row(total), cached: counts.categories.map(({ sum }) => sum) },
        paint: "neutral",
        labels: true,
        pointPaints: wish.paints,
      },
    ],
    categoryAxis: null,
    valueAxis: null,
    labelFormat: "#,##0;;",
    covers,
  };
}

/** Side by side: how it stands in each group, and in all. */
export function stackedAndWhole(
  builder: SheetBuilder,
  groups: StackedWish,
  whole: StackedWish,
  split: readonly [number, number],
): readonly PlanChart[] {
  const [lastLeft, last] = split;
  const isShort = groups.counts.labels.cached.every((label) => textWidth(label) <= MAX_COLUMN_LABEL);
  const { all, shown } = barsOf(groups.counts);
  const kind = isShort && all <= MAX_COLUMNS ? "column-stacked" : "bar-stacked";
  const title = shownTitle(groups.title, shown, all);
  const rows = barRows(shown, DOUGHNUT_ROWS);
  const lines = barLines(builder, groups.counts, shown, groups.fraction);
  const breakdown = breakdownLine(whole.counts);
  const both = writeChartLines(builder, groups.counts.labels.at.sheet, [...lines, breakdown], rows.least * ROW_HEIGHT);
  const linesAt = (first: number, last: number): SheetRange => ({ ...both, region: { ...both.region, top: both.region.top + first, bottom: both.region.top + last } });
  const room = builder.room(rows, [0, lastLeft], ROW_HEIGHT);
  return [
    {
      kind,
      title,
      altText: altTextOf({ kind, title }, textsOf(lines)),
      textAt: linesAt(0, lines.length - 1),
      categories: firstRows(groups.counts.labels, shown),
      seriesIn: "columns",
      series: seriesOf(groups.counts, groups.paints, shown),
      categoryAxis: { title: groups.axis },
      valueAxis: countAxis(groups.counts, shown),
      labelFormat: "#,##0;;",
      covers: room,
    },
    doughnut(whole, breakdown, linesAt(lines.length, lines.length), { ...room, left: lastLeft + 1, right: last }),
  ];
}
