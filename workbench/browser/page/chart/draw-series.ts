import type { ChartLook, SeriesLook } from "../../../host/chart-display";
import { formatValue } from "../../../../src/core/text/number-format";
import type { Place } from "./place";
import { colorOf, fontAttributes, fontSize, strokeOf } from "./palette";
import type { Stack } from "./scale";
import { shape } from "./svg";

/** Where values and categories lie in the plot area. */
export interface Plot {
  readonly area: Place;
  /** 横棒: categories from top to bottom, values from left to right. */
  readonly isFlat: boolean;
  readonly count: number;
  /** Pixels a category. */
  readonly step: number;
  readonly value: (value: number) => number;
  /** The middle of a category. */
  readonly category: (index: number) => number;
}

function label(group: SVGElement, look: ChartLook, series: SeriesLook, index: number, x: number, y: number, anchor: string): void {
  const { labels } = series;
  const point = series.points.find((each) => each.index === index);
  const value = series.values[index] ?? null;
  if (labels === undefined || value === null || point?.hasLabel === false) return;
  const texts = [
    ...(labels.showSeriesName ? [series.name] : []),
    ...(labels.showCategoryName ? [series.categories[index] ?? ""] : []),
    ...(labels.showValue ? [formatValue(value, labels.format ?? "General", false)] : []),
  ].filter((text) => text !== "");
  group.append(shape("text", { x, y, "text-anchor": anchor, ...fontAttributes({ ...labels.font, ...point?.labelFont }, look.font, 9) }, texts.join(" ")));
}

/** 棒 and 面, side by side or one on the other. */
export function drawBars(group: SVGElement, look: ChartLook, stacks: readonly Stack[], plot: Plot): void {
  const [first] = stacks;
  if (first === undefined) return;
  const isStacked = first.series.grouping === "stacked" || first.series.grouping === "percent";
  const overlap = (first.series.overlap ?? (isStacked ? 100 : 0)) / 100;
  const gap = (first.series.gapWidth ?? 150) / 100;
  const side = isStacked ? 1 : stacks.length;
  // Bars of one category share its room with the gap to the next.
  const thick = plot.step / (side - (side - 1) * Math.max(0, overlap) + gap);
  const whole = thick * (side - (side - 1) * Math.max(0, overlap));
  stacks.forEach(({ series, from, to }, order) => {
    const fill = colorOf(series, look.series.indexOf(series));
    for (let index = 0; index < plot.count; index++) {
      const [start, end] = [from[index] ?? null, to[index] ?? null];
      if (start === null || end === null) continue;
      const [a, b] = [plot.value(start), plot.value(end)];
      const place = plot.isFlat && !isStacked ? side - 1 - order : order;
      const at = plot.category(index) - whole / 2 + (isStacked ? 0 : place * thick * (1 - Math.max(0, overlap)));
      const [low, size] = [Math.min(a, b), Math.abs(b - a)];
      const point = series.points.find((each) => each.index === index);
      group.append(shape("rect", {
        ...(plot.isFlat ? { x: low, y: at, width: size, height: thick } : { x: at, y: low, width: thick, height: size }),
        fill: point?.fill ?? fill, ...(series.line.color === undefined ? {} : strokeOf(series.line, fill, 1)),
      }));
      const text = fontSize(series.labels?.font ?? {}, look.font, 9);
      const isInside = isStacked || series.labels?.position === "Center" || series.labels?.position === "InsideEnd" || series.labels?.position === "InsideBase";
      if (isInside && size < text * 0.9) continue;
      if (plot.isFlat) label(group, look, series, index, isInside ? (a + b) / 2 : Math.max(a, b) + 4, at + thick / 2 + text * 0.36, isInside ? "middle" : "start");
      else label(group, look, series, index, at + thick / 2, isInside ? (a + b) / 2 + text * 0.36 : Math.min(a, b) - 4, "middle");
    }
  });
}

/** 折れ線: gaps stay gaps. */
export function drawLine(group: SVGElement, look: ChartLook, { series, to }: Stack, plot: Plot): void {
  const color = colorOf(series, look.series.indexOf(series));
  const points = to.map((value, index) => (value === null ? undefined : { x: plot.category(index), y: plot.value(value) }));
  let path = "";
  points.forEach((point, index) => {
    if (point === undefined) return;
    const before = points[index - 1] ?? (look.blanks === "Interpolated" ? points.slice(0, index).findLast((each) => each !== undefined) : undefined);
    path += `${before === undefined ? "M" : "L"} ${point.x.toFixed(1)} ${point.y.toFixed(1)} `;
  });
  group.append(shape("path", { d: path, fill: "none", "stroke-linejoin": "round", ...strokeOf(series.line, color, 2.5) }));
  const size = ((series.marker.size ?? 6) * 96) / 72 / 2;
  points.forEach((point, index) => {
    if (point === undefined) return;
    if (series.marker.style !== "None") group.append(markerOf(series, point.x, point.y, size, color));
    label(group, look, series, index, point.x, point.y - size - 4, "middle");
  });
}

function markerOf({ marker }: SeriesLook, x: number, y: number, size: number, color: string): SVGElement {
  const attributes = { fill: marker.fill ?? color, stroke: marker.line ?? color, "stroke-width": 1 };
  switch (marker.style) {
    case "Square": return shape("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...attributes });
    case "Diamond": return shape("path", { d: `M ${String(x)} ${String(y - size)} l ${String(size)} ${String(size)} l ${String(-size)} ${String(size)} l ${String(-size)} ${String(-size)} Z`, ...attributes });
    case "Triangle": return shape("path", { d: `M ${String(x)} ${String(y - size)} l ${String(size)} ${String(2 * size)} l ${String(-2 * size)} 0 Z`, ...attributes });
    case "Dash": return shape("rect", { x: x - size * 1.4, y: y - 1.5, width: size * 2.8, height: 3, ...attributes });
    default: return shape("circle", { cx: x, cy: y, r: size, ...attributes });
  }
}
