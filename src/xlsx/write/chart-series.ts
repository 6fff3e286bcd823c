import {
  chartInk,
  paintStyles,
  type ChartSeries,
  type ChartTexts,
  type ChartValues,
  type Paint,
  type PlanChart,
} from "../../core/report";
import { CHART_SIZES } from "../../core/report/chart-look";
import { solidFill, textProperties } from "./chart-text";
import { qualifiedRange, type SheetTitles } from "../../core/report/references";
import { element, textElement, val } from "./xml";

const PATTERNS = { diagonal: "wdUpDiag", dots: "pct30", grid: "smGrid", horizontal: "narHorz" } as const;

function pointCache(values: readonly (string | number | null)[]): string {
  const points = values.flatMap((value, idx) => {
    return value === null ? [] : [element("c:pt", { idx }, textElement("c:v", String(value)))];
  });
  return val("c:ptCount", values.length) + points.join("");
}

export function textReference(texts: ChartTexts, titles: SheetTitles): string {
  const cache = element("c:strCache", {}, pointCache(texts.cached));
  return element("c:strRef", {}, textElement("c:f", qualifiedRange(texts.at, titles)), cache);
}

function numberReference(values: ChartValues, titles: SheetTitles): string {
  const cache = element("c:numCache", {}, textElement("c:formatCode", "General"), pointCache(values.cached));
  return element("c:numRef", {}, textElement("c:f", qualifiedRange(values.at, titles)), cache);
}

/** A fill with a thin frame, so that neighbors are told apart even where a copier makes them the same grey. */
function areaProperties(paint: Paint): string {
  const { color, pattern } = paintStyles[paint];
  const fill =
    pattern === null
      ? solidFill(color)
      : element(
          "a:pattFill",
          { prst: PATTERNS[pattern] },
          element("a:fgClr", {}, val("a:srgbClr", color)),
          element("a:bgClr", {}, val("a:srgbClr", "FFFFFF")),
        );
  return element("c:spPr", {}, fill, element("a:ln", { w: 9525 }, solidFill(chartInk.soft)));
}

function lineProperties(paint: Paint): string {
  const { color, dash } = paintStyles[paint];
  const preset = { solid: "solid", dash: "dash", dot: "sysDot" }[dash];
  return element("c:spPr", {}, element("a:ln", { w: 28575, cap: "rnd" }, solidFill(color), val("a:prstDash", preset)));
}

function markerElement(paint: Paint): string {
  const { color, marker } = paintStyles[paint];
  if (marker === "none") return element("c:marker", {}, val("c:symbol", "none"));
  const look = element("c:spPr", {}, solidFill(color), element("a:ln", { w: 9525 }, solidFill("FFFFFF")));
  return element("c:marker", {}, val("c:symbol", marker), val("c:size", 8), look);
}

const NO_LABELS = ["c:showLegendKey", "c:showVal", "c:showCatName", "c:showSerName", "c:showPercent", "c:showBubbleSize"];

/** Flags are all said: what is left out is shown by one host and not by another. */
function labelFlags(shown: ReadonlySet<string>): string {
  return NO_LABELS.map((flag) => val(flag, shown.has(flag) ? 1 : 0)).join("");
}

function labelsElement(chart: PlanChart, series: ChartSeries, position: string | null): string {
  if (!series.labels) return element("c:dLbls", {}, labelFlags(new Set()));
  const style = paintStyles[series.paint];
  const isOnPaint = position === "ctr";
  const isOnLine = position === "t";
  // A number on stripes or across another line cannot be read: it gets a white ground.
  const ground = isOnLine || (isOnPaint && style.pattern !== null) ? element("c:spPr", {}, solidFill("FFFFFF")) : "";
  const color = isOnPaint ? style.ink : chartInk.text;
  return element(
    "c:dLbls",
    {},
    element("c:numFmt", { formatCode: chart.labelFormat, sourceLinked: 0 }),
    ground,
    textProperties({ size: CHART_SIZES.label, bold: true, color }),
    position === null ? "" : val("c:dLblPos", position),
    labelFlags(new Set(["c:showVal"])),
  );
}

function head(index: number, series: ChartSeries, titles: SheetTitles): string {
  return val("c:idx", index) + val("c:order", index) + element("c:tx", {}, textReference(series.name, titles));
}

function values(chart: PlanChart, series: ChartSeries, titles: SheetTitles): string {
  return (
    element("c:cat", {}, textReference(chart.categories, titles)) +
    element("c:val", {}, numberReference(series.values, titles))
  );
}

export function barSeries(chart: PlanChart, series: ChartSeries, index: number, titles: SheetTitles): string {
  const isStacked = chart.kind.includes("stacked");
  return element(
    "c:ser",
    {},
    head(index, series, titles),
    areaProperties(series.paint),
    val("c:invertIfNegative", 0),
    labelsElement(chart, series, isStacked ? "ctr" : "outEnd"),
    values(chart, series, titles),
  );
}

export function lineSeries(chart: PlanChart, series: ChartSeries, index: number, titles: SheetTitles): string {
  return element(
    "c:ser",
    {},
    head(index, series, titles),
    lineProperties(series.paint),
    markerElement(series.paint),
    labelsElement(chart, series, "t"),
    values(chart, series, titles),
    val("c:smooth", 0),
  );
}

function doughnutLabel(chart: PlanChart, paint: Paint, idx: number): string {
  const style = paintStyles[paint];
  const ground = style.pattern === null ? "" : element("c:spPr", {}, solidFill("FFFFFF"));
  return element(
    "c:dLbl",
    {},
    val("c:idx", idx),
    element("c:numFmt", { formatCode: chart.labelFormat, sourceLinked: 0 }),
    ground,
    textProperties({ size: CHART_SIZES.label, bold: true, color: style.ink }),
    labelFlags(new Set(["c:showVal"])),
  );
}

export function doughnutSeries(chart: PlanChart, series: ChartSeries, index: number, titles: SheetTitles): string {
  const paints = series.pointPaints ?? [];
  const points = paints.map((paint, idx) =>
    element("c:dPt", {}, val("c:idx", idx), val("c:bubble3D", 0), areaProperties(paint)),
  );
  const labels = element(
    "c:dLbls",
    {},
    ...paints.map((paint, idx) => doughnutLabel(chart, paint, idx)),
    element("c:numFmt", { formatCode: chart.labelFormat, sourceLinked: 0 }),
    textProperties({ size: CHART_SIZES.label, bold: true }),
    labelFlags(new Set(["c:showVal"])),
    val("c:showLeaderLines", 0),
  );
  return element("c:ser", {}, head(index, series, titles), ...points, labels, values(chart, series, titles));
}
