import type { ChartLook, SeriesLook } from "../../../host/chart-display";
import { drawAxes } from "./draw-plot";
import { drawRound } from "./draw-round";
import { colorOf, fontAttributes, fontSize, LINE_COLOR, pointColor, strokeOf } from "./palette";
import type { Measure, Place } from "./place";
import { shape } from "./svg";

const MARGIN = 10;
const PIXELS = 96 / 72;

function isRound({ kind }: SeriesLook): boolean {
  return kind === "pie" || kind === "doughnut";
}

/** A chart as a picture of the given size, with what it says as its name. */
export function drawChart(look: ChartLook, width: number, height: number, measure: Measure): SVGElement {
  const svg = shape("svg", { width, height, viewBox: `0 0 ${String(width)} ${String(height)}`, role: "img", "aria-label": describe(look) });
  svg.append(shape("rect", { width, height, fill: look.fill === null ? "none" : (look.fill ?? "#ffffff") }));
  const place: Place = { left: MARGIN, top: MARGIN, right: width - MARGIN, bottom: height - MARGIN };
  if (look.title !== undefined) {
    const size = fontSize(look.title.font, look.font, 14);
    svg.append(shape("text", { x: width / 2, y: place.top + size * 0.9, "text-anchor": "middle", ...fontAttributes(look.title.font, look.font, 14) }, look.title.text));
    if (!look.title.isOverlay) place.top += size * 1.5;
  }
  if (look.legend !== undefined) svg.append(drawLegend(look, look.legend, place, measure));
  const { inside } = look;
  const plot: Place | undefined = inside === undefined ? undefined : {
    left: inside.left * PIXELS, top: inside.top * PIXELS, right: (inside.left + inside.width) * PIXELS, bottom: (inside.top + inside.height) * PIXELS,
  };
  if (look.series.length > 0) svg.append(look.series.every(isRound) ? drawRound(look, plot ?? place) : drawAxes(look, place, plot, measure));
  svg.append(shape("rect", { x: 0.5, y: 0.5, width: width - 1, height: height - 1, fill: "none", ...strokeOf(look.border, LINE_COLOR, 1) }));
  return svg;
}

function describe({ title, series }: ChartLook): string {
  return `グラフ ${title?.text ?? ""}\u3000系列: ${series.map(({ name }) => name).join("、")}`;
}

interface Key { readonly text: string; readonly color: string; readonly isLine: boolean }

function keysOf({ series }: ChartLook): Key[] {
  const [first] = series;
  if (first !== undefined && isRound(first)) return first.categories.map((text, index) => ({ text, color: pointColor(first, index), isLine: false }));
  return series.map((each, index) => ({ text: each.name, color: colorOf(each, index), isLine: each.kind === "line" }));
}

/** Draws the legend at its side and takes its room from the place. */
function drawLegend(look: ChartLook, legend: NonNullable<ChartLook["legend"]>, place: Place, measure: Measure): SVGElement {
  const size = fontSize(legend.font, look.font, 9);
  const swatch = size * 1.6;
  const keys = keysOf(look);
  const widths = keys.map(({ text }) => measure(text, size) + swatch + 14);
  const group = shape("g", {});
  const put = ({ text, color, isLine }: Key, x: number, y: number): void => {
    group.append(isLine
      ? shape("line", { x1: x, x2: x + swatch - 5, y1: y, y2: y, stroke: color, "stroke-width": 2.5 })
      : shape("rect", { x, y: y - size * 0.4, width: size * 0.8, height: size * 0.8, fill: color }));
    group.append(shape("text", { x: x + (isLine ? swatch : size * 1.1), y: y + size * 0.36, ...fontAttributes(legend.font, look.font, 9) }, text));
  };
  if (legend.position === "Top" || legend.position === "Bottom") {
    const room = place.right - place.left;
    const rows: { keys: Key[]; width: number }[] = [];
    keys.forEach((key, index) => {
      const width = widths[index] ?? 0;
      const row = rows.at(-1);
      if (row === undefined || row.width + width > room) rows.push({ keys: [key], width });
      else {
        row.keys.push(key);
        row.width += width;
      }
    });
    const height = rows.length * size * 1.6;
    const top = legend.position === "Top" ? place.top : place.bottom - height;
    rows.forEach((row, line) => {
      let x = (place.left + place.right - row.width) / 2;
      for (const key of row.keys) {
        put(key, x, top + (line + 0.5) * size * 1.6);
        x += widths[keys.indexOf(key)] ?? 0;
      }
    });
    if (legend.isOverlay) return group;
    if (legend.position === "Top") place.top += height + 4;
    else place.bottom -= height + 4;
    return group;
  }
  const width = Math.min(Math.max(...widths, 0), (place.right - place.left) * 0.45);
  const x = legend.position === "Left" ? place.left : place.right - width;
  const top = (place.top + place.bottom - keys.length * size * 1.7) / 2;
  keys.forEach((key, index) => { put(key, x, top + (index + 0.5) * size * 1.7); });
  if (legend.isOverlay) return group;
  if (legend.position === "Left") place.left += width + 8;
  else place.right -= width + 8;
  return group;
}
