import type { ChartLook, SeriesLook } from "../../../host/chart-display";
import { formatValue } from "../../../../src/core/text/number-format";
import type { Place } from "./place";
import { fontAttributes, pointColor } from "./palette";
import { shape } from "./svg";

/** 円グラフ and ドーナツ: one ring a series. */
export function drawRound(look: ChartLook, { left, top, right, bottom }: Place): SVGElement {
  const group = shape("g", {});
  const radius = Math.max(0, Math.min(right - left, bottom - top) / 2 - 4);
  const x = (left + right) / 2;
  const y = (top + bottom) / 2;
  const rings = look.series.length;
  look.series.forEach((series, ring) => {
    const hole = series.kind === "doughnut" ? (series.holeSize ?? 50) / 100 : 0;
    const band = (radius * (1 - hole)) / rings;
    const inner = radius * hole + band * ring;
    drawRing(group, look, series, { x, y, inner, outer: inner + band });
  });
  return group;
}

interface Ring { readonly x: number; readonly y: number; readonly inner: number; readonly outer: number }

function drawRing(group: SVGElement, look: ChartLook, series: SeriesLook, { x, y, inner, outer }: Ring): void {
  const total = series.values.reduce<number>((sum, value) => sum + Math.max(0, value ?? 0), 0);
  if (total <= 0) return;
  let from = ((series.firstSliceAngle ?? 0) * Math.PI) / 180;
  const at = (angle: number, radius: number): string => `${(x + Math.sin(angle) * radius).toFixed(1)} ${(y - Math.cos(angle) * radius).toFixed(1)}`;
  series.values.forEach((value, index) => {
    const share = Math.max(0, value ?? 0) / total;
    if (share === 0) return;
    // A whole circle has no two ends for an arc to run between.
    const to = from + Math.min(share, 0.9999) * 2 * Math.PI;
    const isLarge = share > 0.5 ? 1 : 0;
    const path = `M ${at(from, outer)} A ${outer.toFixed(1)} ${outer.toFixed(1)} 0 ${String(isLarge)} 1 ${at(to, outer)} L ${at(to, inner)} A ${inner.toFixed(1)} ${inner.toFixed(1)} 0 ${String(isLarge)} 0 ${at(from, inner)} Z`;
    group.append(shape("path", { d: path, fill: pointColor(series, index), stroke: "#ffffff", "stroke-width": 1.5 }));
    const point = series.points.find((each) => each.index === index);
    const { labels } = series;
    if (labels !== undefined && point?.hasLabel !== false) {
      const middle = (from + to) / 2;
      const radius = inner > 0 ? (inner + outer) / 2 : outer * 0.65;
      const texts = [
        ...(labels.showSeriesName ? [series.name] : []),
        ...(labels.showCategoryName ? [series.categories[index] ?? ""] : []),
        ...(labels.showValue ? [formatValue(value ?? 0, labels.format ?? "General", false)] : []),
        ...(labels.showPercentage ? [`${String(Math.round(share * 100))}%`] : []),
      ];
      group.append(shape("text", {
        x: x + Math.sin(middle) * radius, y: y - Math.cos(middle) * radius, "text-anchor": "middle", "dominant-baseline": "central",
        ...fontAttributes({ ...labels.font, ...point?.labelFont }, look.font, 9),
      }, texts.join(" ")));
    }
    from = to;
  });
}
