import type { ChartKind, PlanChart } from "./plan";
import { textWidth } from "./text-width";
import { paintStyles, type Paint } from "./theme";

/* What both writers must agree upon in a chart and no host would get right by itself. */

/** Sizes of chart text in points. */
export const CHART_SIZES = { title: 12, axisTitle: 9, axis: 9, label: 9, legend: 9 } as const;

/** In points. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export function isHorizontal({ kind }: { readonly kind: ChartKind }): boolean {
  return kind.startsWith("bar");
}

/** A stack of one kind needs its legend all the same: a hatched bar does not say that it means 未設定. */
export function hasLegend(chart: PlanChart): boolean {
  return chart.kind === "doughnut" || chart.kind.includes("stacked") || chart.series.length > 1;
}

/** Points around the bars: title, legend and the categories' axis title above, numbers and their title below. */
const AROUND = { title: 26, legend: 20, axisTitle: 15, below: 40, left: 8, right: 18 } as const;
/** Labels take rather more than half of the chart at most, and wrap in that. */
const MOST_LABEL_SHARE = 0.58;

function aboveBars(chart: PlanChart): number {
  return AROUND.title + (hasLegend(chart) ? AROUND.legend : 0) + AROUND.axisTitle;
}

/**
 * Where horizontal bars stand, in points within the chart. With long labels hosts give the labels the room that is left,
 * and set an upright axis title over them. So the bars get their place from us, beside the longest label, and the axis
 * title stands level above the labels.
 */
export function barPlot(chart: PlanChart, { width, height }: ChartSize): ChartSize & { readonly left: number; readonly top: number } {
  const longest = Math.max(0, ...chart.categories.cached.map(textWidth));
  const left = AROUND.left + Math.min((longest * CHART_SIZES.axis) / 2 + 10, width * MOST_LABEL_SHARE);
  const top = aboveBars(chart);
  return { left, top, width: width - left - AROUND.right, height: height - top - AROUND.below };
}

/** The left upper corner of the level axis title above the labels of horizontal bars, in points within the chart. */
export function barAxisTitle(chart: PlanChart): { readonly left: number; readonly top: number } {
  return { left: AROUND.left, top: aboveBars(chart) - AROUND.axisTitle };
}

/**
 * What stands for a pattern where only plain fills can be had. Chosen by lightness: whatever stands beside it in a stack
 * stays apart on a grey copier, and the numbers on it can be read.
 */
const FLAT: Readonly<Partial<Record<Paint, string>>> = {
  unset: "D08B6D",
  unreadable: "A9ADB5",
  behind: "C98F00",
  worse: "D9A29D",
  "work-considering": "D8DBDF",
  "work-continuing": "5A9C97",
  "work-suspended": "C98F00",
  "work-cancelled": "D9A29D",
};

/** The color of a paint where patterns cannot be had. */
export function flatColor(paint: Paint): string {
  return FLAT[paint] ?? paintStyles[paint].color;
}
