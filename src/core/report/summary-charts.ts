import type { CountTable } from "./count-table";
import type { ChartSeries, ChartTexts, ChartValues, PlanChart } from "./plan";
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
  readonly altText: string;
  readonly axis: string;
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

/** Points that a chart of so many bars takes at least, with the gap after it. */
export function leastChartHeight(bars: number, least = 8): number {
  return barRows(bars, least).least * ROW_HEIGHT + 8;
}

export function stackedBars(builder: SheetBuilder, wish: StackedWish, columns: readonly [number, number], pointsBelow: number): PlanChart {
  const { all, shown } = barsOf(wish.counts);
  return {
    kind: "bar-stacked",
    title: shownTitle(wish.title, shown, all),
    altText: wish.altText,
    categories: firstRows(wish.counts.labels, shown),
    seriesIn: "columns",
    series: seriesOf(wish.counts, wish.paints, shown),
    categoryAxis: { title: wish.axis },
    valueAxis: { title: texts.summary.countAxis, format: "#,##0", min: 0 },
    labelFormat: "#,##0;;",
    covers: builder.room({ ...barRows(shown), pointsBelow }, columns, ROW_HEIGHT),
  };
}

/** Rows under which a doughnut's ring gets too thin for its numbers. */
export const DOUGHNUT_ROWS = 10;

/** The whole as a doughnut, over the header and the total of the table. */
function doughnut(wish: StackedWish, covers: PlanChart["covers"]): PlanChart {
  const { counts } = wish;
  const first = counts.categories[0];
  const sheet = counts.labels.at.sheet;
  const left = first?.name.at.region.left ?? 0;
  const right = left + counts.categories.length - 1;
  const row = (at: number) => ({ sheet, region: { top: at, left, bottom: at, right } });
  const total = counts.totalRow;
  return {
    kind: "doughnut",
    title: wish.title,
    altText: wish.altText,
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
  /** Points of what should stand on the same page below them, if it can. */
  pointsBelow = 0,
): readonly PlanChart[] {
  const [lastLeft, last] = split;
  const isShort = groups.counts.labels.cached.every((label) => textWidth(label) <= MAX_COLUMN_LABEL);
  const { all, shown } = barsOf(groups.counts);
  const isColumns = isShort && all <= MAX_COLUMNS;
  const room = builder.room({ ...barRows(shown, DOUGHNUT_ROWS), pointsBelow }, [0, lastLeft], ROW_HEIGHT);
  return [
    {
      kind: isColumns ? "column-stacked" : "bar-stacked",
      title: shownTitle(groups.title, shown, all),
      altText: groups.altText,
      categories: firstRows(groups.counts.labels, shown),
      seriesIn: "columns",
      series: seriesOf(groups.counts, groups.paints, shown),
      categoryAxis: { title: groups.axis },
      valueAxis: { title: texts.summary.countAxis, format: "#,##0", min: 0 },
      labelFormat: "#,##0;;",
      covers: room,
    },
    doughnut(whole, { ...room, left: lastLeft + 1, right: last }),
  ];
}

/** Shares by group: each bar is the whole of what is counted there, and the numbers on it are the counts, not the shares. */
export function shareBars(builder: SheetBuilder, wish: StackedWish, right: number): PlanChart {
  const { all, shown } = barsOf(wish.counts);
  return {
    kind: "bar-stacked-100",
    title: shownTitle(wish.title, shown, all),
    altText: wish.altText,
    categories: firstRows(wish.counts.labels, shown),
    seriesIn: "columns",
    series: seriesOf(wish.counts, wish.paints, shown),
    categoryAxis: { title: wish.axis },
    valueAxis: { title: texts.summary.shareAxis, format: "0%", min: 0, max: 1, majorUnit: 0.2 },
    labelFormat: "#,##0;;",
    covers: builder.room(barRows(shown), [0, right], ROW_HEIGHT),
  };
}
