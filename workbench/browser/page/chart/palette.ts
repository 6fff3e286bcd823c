import type { ChartFontLook, LineLook, SeriesLook } from "../../../host/chart-display";

/** Office's own colors of series, where nothing else was said. */
const SERIES_COLORS = ["#4472C4", "#ED7D31", "#A5A5A5", "#FFC000", "#5B9BD5", "#70AD47", "#264478", "#9E480E"];
const PIXELS = 96 / 72;
export const TEXT_COLOR = "#595959";
export const LINE_COLOR = "#D9D9D9";

export function colorOf(series: SeriesLook, index: number): string {
  const automatic = SERIES_COLORS[index % SERIES_COLORS.length] ?? "#4472C4";
  return series.kind === "line" ? (series.line.color ?? series.fill ?? automatic) : series.fill === null ? "none" : (series.fill ?? automatic);
}

export function pointColor(series: SeriesLook, point: number): string {
  return series.points.find(({ index }) => index === point)?.fill ?? SERIES_COLORS[point % SERIES_COLORS.length] ?? "#4472C4";
}

export function fontSize(font: ChartFontLook, base: ChartFontLook, otherwise: number): number {
  return (font.size ?? base.size ?? otherwise) * PIXELS;
}

/** What a text element takes. */
export function fontAttributes(font: ChartFontLook, base: ChartFontLook, otherwise: number): Readonly<Record<string, string | number | undefined>> {
  return {
    "font-size": fontSize(font, base, otherwise),
    "font-weight": (font.bold ?? base.bold) === true ? "bold" : undefined,
    "font-style": (font.italic ?? base.italic) === true ? "italic" : undefined,
    fill: font.color ?? base.color ?? TEXT_COLOR,
    "font-family": `"${font.name ?? base.name ?? "Yu Gothic"}", "Meiryo", sans-serif`,
  };
}

export function strokeOf(line: LineLook, color: string, width: number): Readonly<Record<string, string | number | undefined>> {
  if (line.style === "None") return { stroke: "none" };
  return {
    stroke: line.color ?? color,
    "stroke-width": line.weight === undefined ? width : line.weight * PIXELS,
    "stroke-dasharray": line.style === undefined || line.style === "Continuous" || line.style === "Automatic" ? undefined : /Dot/u.test(line.style) && !/Dash/u.test(line.style) ? "2 2" : "6 3",
  };
}
