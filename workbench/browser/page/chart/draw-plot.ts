import type { AxisLook, ChartLook, SeriesLook } from "../../../host/chart-display";
import { formatValue } from "../../../../src/core/text/number-format";
import type { Measure, Place } from "./place";
import { drawBars, drawLine, type Plot } from "./draw-series";
import { fontAttributes, fontSize, LINE_COLOR, strokeOf } from "./palette";
import { scaleOf, stack, ticksOf, type Scale, type Stack } from "./scale";
import { shape } from "./svg";

function valuesOf(stacks: readonly Stack[]): number[] {
  return stacks.flatMap(({ from, to }) => [...from, ...to]).filter((value) => value !== null);
}

function formatOf(axis: AxisLook, isPercent: boolean): (value: number) => string {
  const format = axis.format ?? (isPercent ? "0%" : "General");
  return (value) => formatValue(value, format, false);
}

interface ValueAxis { readonly look: AxisLook; readonly scale: Scale; readonly format: (value: number) => string; readonly stacks: readonly Stack[] }

function valueAxis(look: AxisLook, list: readonly SeriesLook[], count: number): ValueAxis {
  // Lines do not stand on bars.
  const stacks = (["bar", "column", "area", "line", "scatter"] as const).flatMap((kind) => stack(list.filter((series) => series.kind === kind), count));
  const values = valuesOf(stacks);
  const isPercent = list.some(({ grouping }) => grouping === "percent");
  const scale = isPercent && look.maximum === undefined
    ? { minimum: look.minimum ?? 0, maximum: 1, unit: look.majorUnit ?? 0.1 }
    : scaleOf(Math.min(...values, Infinity) === Infinity ? 0 : Math.min(...values), values.length === 0 ? 1 : Math.max(...values), look);
  return { look, scale, format: formatOf(look, isPercent), stacks };
}

/** Everything that has a category axis and a value axis, the second value axis too. */
export function drawAxes(look: ChartLook, place: Place, fixed: Place | undefined, measure: Measure): SVGElement {
  const group = shape("g", {});
  const count = Math.max(1, ...look.series.map(({ values, categories }) => Math.max(values.length, categories.length)));
  const categories = look.series.find((series) => series.categories.length > 0)?.categories ?? [];
  const names = Array.from({ length: count }, (_, index) => categories[index] ?? String(index + 1));
  const isFlat = look.series.some(({ kind }) => kind === "bar");
  const { category } = look.axes;
  const first = valueAxis(look.axes.value, look.series.filter(({ isSecondary }) => !isSecondary), count);
  const others = look.series.filter(({ isSecondary }) => isSecondary);
  const second = others.length === 0 ? undefined : valueAxis(look.axes.secondaryValue, others, count);
  const area = fixed ?? { ...place };
  if (fixed === undefined) makeRoom(area, { look, first, second, names, isFlat, measure });
  const plot = (axis: ValueAxis): Plot => {
    const { minimum, maximum } = axis.scale;
    const share = (value: number): number => (Math.min(Math.max(value, minimum), maximum) - minimum) / (maximum - minimum || 1);
    const along = axis.look.isReversed ? (value: number): number => 1 - share(value) : share;
    const span = isFlat ? area.bottom - area.top : area.right - area.left;
    return {
      area, isFlat, count, step: span / count,
      value: (value) => (isFlat ? area.left + along(value) * (area.right - area.left) : area.bottom - along(value) * (area.bottom - area.top)),
      // On a bar chart the first category is at the bottom, unless the axis is turned.
      category: (index) => {
        const from = (isFlat ? !category.isReversed : category.isReversed) ? count - 1 - index : index;
        return (isFlat ? area.top : area.left) + (from + 0.5) * (span / count);
      },
    };
  };
  const base = plot(first);
  drawGridlines(group, first, base);
  for (const [axis, where] of [[first, base], ...(second === undefined ? [] : [[second, plot(second)] as const])] as const) {
    for (const kind of ["area", "bar", "column"] as const) drawBars(group, look, axis.stacks.filter(({ series }) => series.kind === kind), where);
    for (const each of axis.stacks) if (each.series.kind === "line" || each.series.kind === "scatter") drawLine(group, look, each, where);
  }
  drawCategories(group, look, names, base);
  drawValues(group, look, first, base, isAtFarEnd(look));
  if (second !== undefined) drawValues(group, look, second, plot(second), true);
  drawTitles(group, look, place, base);
  return group;
}

interface Room { readonly look: ChartLook; readonly first: ValueAxis; readonly second: ValueAxis | undefined; readonly names: readonly string[]; readonly isFlat: boolean; readonly measure: Measure }

/** On a turned category axis the values stand at the far end, unless the axis was told to cross there: then they are back where they were. */
function isAtFarEnd({ axes: { category } }: ChartLook): boolean {
  return category.isReversed !== (category.position === "Maximum");
}

/** Takes from the area what titles and labels of the axes need. */
function makeRoom(area: Place, { look, first, second, names, isFlat, measure }: Room): void {
  const { category, value, secondaryValue } = look.axes;
  const valueSize = fontSize(value.font, look.font, 9);
  const categorySize = fontSize(category.font, look.font, 9);
  const valueWidth = Math.max(...ticksOf(first.scale).map((tick) => measure(first.format(tick), valueSize))) + 8;
  const nameWidth = Math.min(Math.max(...names.map((name) => measure(name, categorySize))) + 8, (area.right - area.left) * 0.4);
  const title = (axis: AxisLook): number => (axis.title === undefined ? 0 : fontSize(axis.title.font, look.font, 10) * 1.5);
  const isAtTop = isFlat && isAtFarEnd(look);
  area.left += isFlat ? (category.isVisible ? nameWidth : 0) + title(category) : (value.isVisible ? valueWidth : 0) + title(value);
  const below = isFlat ? (value.isVisible ? valueSize * 1.8 : 0) + title(value) : (category.isVisible ? categorySize * (isTight(names, area, categorySize, measure) ? 3 : 1.8) : 0) + title(category);
  if (isAtTop) area.top += below;
  else area.bottom -= below;
  if (second !== undefined && secondaryValue.isVisible) area.right -= Math.max(...ticksOf(second.scale).map((tick) => measure(second.format(tick), valueSize))) + 8 + title(secondaryValue);
  area.top += 4;
}

function isTight(names: readonly string[], area: Place, size: number, measure: Measure): boolean {
  return Math.max(...names.map((name) => measure(name, size))) > (area.right - area.left) / names.length;
}

function drawGridlines(group: SVGElement, { look: { gridlines }, scale }: ValueAxis, plot: Plot): void {
  if (gridlines === undefined) return;
  const { area, isFlat } = plot;
  for (const tick of ticksOf(scale)) {
    const at = Math.round(plot.value(tick)) + 0.5;
    group.append(shape("line", { ...(isFlat ? { x1: at, x2: at, y1: area.top, y2: area.bottom } : { x1: area.left, x2: area.right, y1: at, y2: at }), ...strokeOf(gridlines, LINE_COLOR, 1) }));
  }
}

function drawCategories(group: SVGElement, look: ChartLook, names: readonly string[], plot: Plot): void {
  const { category } = look.axes;
  if (!category.isVisible) return;
  const { area, isFlat, step } = plot;
  const size = fontSize(category.font, look.font, 9);
  const zero = Math.round(plot.value(0)) + 0.5;
  group.append(shape("line", { ...(isFlat ? { x1: zero, x2: zero, y1: area.top, y2: area.bottom } : { x1: area.left, x2: area.right, y1: zero, y2: zero }), ...strokeOf(category.line, "#BFBFBF", 1) }));
  if (category.tickLabels === "None") return;
  const fit = Math.max(2, Math.floor((isFlat ? area.left - 14 : step) / size));
  names.forEach((name, index) => {
    const at = plot.category(index);
    const lines = isFlat ? [name.length > fit * 2 ? `${name.slice(0, fit * 2 - 1)}…` : name] : inLines(name, fit);
    lines.forEach((line, row) => {
      group.append(shape("text", {
        ...(isFlat ? { x: area.left - 6, y: at + size * 0.36, "text-anchor": "end" } : { x: at, y: area.bottom + size * (1.25 + row * 1.15), "text-anchor": "middle" }),
        ...fontAttributes(category.font, look.font, 9),
      }, line));
    });
  });
}

/** At most two lines of so many full-width characters. */
function inLines(text: string, fit: number): string[] {
  const width = [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.55 : 1), 0);
  if (width <= fit) return [text];
  const cut = Math.max(1, Math.floor((fit * text.length) / width));
  const rest = text.slice(cut);
  return [text.slice(0, cut), rest.length > cut ? `${rest.slice(0, Math.max(1, cut - 1))}…` : rest];
}

function drawValues(group: SVGElement, look: ChartLook, axis: ValueAxis, plot: Plot, isFarSide: boolean): void {
  if (!axis.look.isVisible || axis.look.tickLabels === "None") return;
  const { area, isFlat } = plot;
  const size = fontSize(axis.look.font, look.font, 9);
  for (const tick of ticksOf(axis.scale)) {
    const at = plot.value(tick);
    group.append(shape("text", {
      ...(isFlat
        ? { x: at, y: isFarSide ? area.top - size * 0.6 : area.bottom + size * 1.25, "text-anchor": "middle" }
        : { x: isFarSide ? area.right + 6 : area.left - 6, y: at + size * 0.36, "text-anchor": isFarSide ? "start" : "end" }),
      ...fontAttributes(axis.look.font, look.font, 9),
    }, axis.format(tick)));
  }
}

function drawTitles(group: SVGElement, look: ChartLook, place: Place, { area, isFlat }: Plot): void {
  const { category, value, secondaryValue } = look.axes;
  const put = (axis: AxisLook, side: "left" | "right" | "top" | "bottom"): void => {
    if (axis.title === undefined) return;
    const size = fontSize(axis.title.font, look.font, 10);
    const attributes = { "text-anchor": "middle", ...fontAttributes(axis.title.font, look.font, 10) };
    if (side === "bottom" || side === "top") {
      group.append(shape("text", { x: (area.left + area.right) / 2, y: side === "top" ? place.top + size : place.bottom - size * 0.2, ...attributes }, axis.title.text));
      return;
    }
    const x = side === "left" ? place.left + size * 0.8 : place.right - size * 0.3;
    const y = (area.top + area.bottom) / 2;
    // Flat where it was asked for: short texts like 「％」.
    group.append(shape("text", { x, y, ...(axis.title.orientation === 0 ? {} : { transform: `rotate(-90 ${x.toFixed(1)} ${y.toFixed(1)})` }), ...attributes }, axis.title.text));
  };
  put(category, isFlat ? "left" : "bottom");
  put(value, isFlat ? (isAtFarEnd(look) ? "top" : "bottom") : "left");
  if (look.series.some(({ isSecondary }) => isSecondary)) put(secondaryValue, "right");
}
