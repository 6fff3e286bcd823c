import { chartInk, type ChartSeries, type PlanChart } from "../../core/report";
import { barSeries, doughnutSeries, lineSeries } from "./chart-series";
import { barAxisTitle, barPlot, CHART_SIZES, hasLegend, isHorizontal, type ChartSize } from "../../core/report/chart-look";
import { solidFill, textProperties, titleElement, type TitlePlace } from "./chart-text";
import type { SheetTitles } from "../../core/report/references";
import { element, val } from "./xml";

/*
 * A chart as DrawingML, in the element order of ISO/IEC 29500-1 §21.2. The xlsx library's own charts have neither an
 * East-Asian font nor caches, so Japanese would fall to a foreign face and viewers that do not calculate would show
 * nothing.
 */

const NAMESPACES = {
  "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};

const CATEGORY_AXIS = 111111111;
const VALUE_AXIS = 222222222;
const AXIS_IDS = val("c:axId", CATEGORY_AXIS) + val("c:axId", VALUE_AXIS);

function line(color: string, width = 9525): string {
  return element("a:ln", { w: width }, solidFill(color));
}

function categoryAxis(chart: PlanChart, size: ChartSize): string {
  const flat = isHorizontal(chart);
  return element(
    "c:catAx",
    {},
    val("c:axId", CATEGORY_AXIS),
    // Horizontal bars grow upwards unless turned round: the first row of the table belongs at the top.
    element("c:scaling", {}, val("c:orientation", flat ? "maxMin" : "minMax")),
    val("c:delete", 0),
    val("c:axPos", flat ? "l" : "b"),
    titleElement(chart.categoryAxis?.title ?? "", { size: CHART_SIZES.axisTitle, color: chartInk.soft }, flat ? titleLayout(chart, size) : {}),
    element("c:numFmt", { formatCode: "General", sourceLinked: 0 }),
    val("c:majorTickMark", "none"),
    val("c:minorTickMark", "none"),
    val("c:tickLblPos", "low"),
    element("c:spPr", {}, line(chartInk.soft)),
    textProperties({ size: CHART_SIZES.axis }, flat),
    val("c:crossAx", VALUE_AXIS),
    val("c:crosses", "autoZero"),
    val("c:auto", 0),
    val("c:lblAlgn", "ctr"),
    val("c:lblOffset", 100),
    val("c:noMultiLvlLbl", 1),
  );
}

function valueAxis(chart: PlanChart): string {
  const axis = chart.valueAxis;
  if (axis === null) return "";
  const flat = isHorizontal(chart);
  const bounds =
    (axis.max === undefined ? "" : val("c:max", axis.max)) + (axis.min === undefined ? "" : val("c:min", axis.min));
  return element(
    "c:valAx",
    {},
    val("c:axId", VALUE_AXIS),
    element("c:scaling", {}, val("c:orientation", "minMax"), bounds),
    val("c:delete", 0),
    val("c:axPos", flat ? "b" : "l"),
    element("c:majorGridlines", {}, element("c:spPr", {}, line(chartInk.grid, 6350))),
    titleElement(axis.title, { size: CHART_SIZES.axisTitle, color: chartInk.soft }, { isUpright: !flat }),
    element("c:numFmt", { formatCode: axis.format, sourceLinked: 0 }),
    val("c:majorTickMark", "none"),
    val("c:minorTickMark", "none"),
    val("c:tickLblPos", "nextTo"),
    element("c:spPr", {}, element("a:ln", {}, element("a:noFill", {}))),
    textProperties({ size: CHART_SIZES.axis }),
    val("c:crossAx", CATEGORY_AXIS),
    val("c:crosses", flat ? "max" : "autoZero"),
    val("c:crossBetween", "between"),
    axis.majorUnit === undefined ? "" : val("c:majorUnit", axis.majorUnit),
  );
}

interface Numbered {
  readonly series: ChartSeries;
  readonly index: number;
}

function barGroup(chart: PlanChart, list: readonly Numbered[], titles: SheetTitles): string {
  const isPercent = chart.kind === "bar-stacked-100";
  const isStacked = chart.kind.includes("stacked");
  return element(
    "c:barChart",
    {},
    val("c:barDir", isHorizontal(chart) ? "bar" : "col"),
    val("c:grouping", isPercent ? "percentStacked" : isStacked ? "stacked" : "clustered"),
    val("c:varyColors", 0),
    ...list.map(({ series, index }) => barSeries(chart, series, index, titles)),
    val("c:gapWidth", 60),
    isStacked ? val("c:overlap", 100) : "",
    AXIS_IDS,
  );
}

function lineGroup(chart: PlanChart, list: readonly Numbered[], titles: SheetTitles): string {
  return element(
    "c:lineChart",
    {},
    val("c:grouping", "standard"),
    val("c:varyColors", 0),
    ...list.map(({ series, index }) => lineSeries(chart, series, index, titles)),
    val("c:marker", 1),
    AXIS_IDS,
  );
}

function doughnut(chart: PlanChart, titles: SheetTitles): string {
  return element(
    "c:doughnutChart",
    {},
    val("c:varyColors", 1),
    ...chart.series.map((series, index) => doughnutSeries(chart, series, index, titles)),
    val("c:firstSliceAng", 0),
    val("c:holeSize", 55),
  );
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 10_000) / 10_000;
}

/** The bars' own place beside their labels. */
function barLayout(chart: PlanChart, size: ChartSize): string {
  const { left, top, width, height } = barPlot(chart, size);
  return element(
    "c:layout",
    {},
    element(
      "c:manualLayout",
      {},
      val("c:layoutTarget", "inner"),
      val("c:xMode", "edge"),
      val("c:yMode", "edge"),
      val("c:x", share(left, size.width)),
      val("c:y", share(top, size.height)),
      val("c:w", share(width, size.width)),
      val("c:h", share(height, size.height)),
    ),
  );
}

function titleLayout(chart: PlanChart, size: ChartSize): TitlePlace {
  const { left, top } = barAxisTitle(chart);
  return { at: [share(left, size.width), share(top, size.height)] };
}

function plotArea(chart: PlanChart, titles: SheetTitles, size: ChartSize): string {
  if (chart.kind === "doughnut") return element("c:plotArea", {}, element("c:layout", {}), doughnut(chart, titles));
  const numbered = chart.series.map((series, index) => ({ series, index }));
  const isLine = ({ series }: Numbered): boolean =>
    chart.kind === "line" || (chart.kind === "column-and-line" && series.drawAs === "line");
  const bars = numbered.filter((item) => !isLine(item));
  const lines = numbered.filter(isLine);
  return element(
    "c:plotArea",
    {},
    isHorizontal(chart) ? barLayout(chart, size) : element("c:layout", {}),
    bars.length === 0 ? "" : barGroup(chart, bars, titles),
    lines.length === 0 ? "" : lineGroup(chart, lines, titles),
    categoryAxis(chart, size),
    valueAxis(chart),
  );
}

/** The chart's part, `xl/charts/chartN.xml`. */
export function chartPart(chart: PlanChart, titles: SheetTitles, size: ChartSize): string {
  const legend = element(
    "c:legend",
    {},
    val("c:legendPos", chart.kind === "doughnut" ? "r" : "t"),
    val("c:overlay", 0),
    textProperties({ size: CHART_SIZES.legend }),
  );
  const body = element(
    "c:chart",
    {},
    titleElement(chart.title, { size: CHART_SIZES.title, bold: true }),
    val("c:autoTitleDeleted", 0),
    plotArea(chart, titles, size),
    hasLegend(chart) ? legend : "",
    val("c:plotVisOnly", 0),
    // A year without a figure is a gap in the line, never a zero.
    val("c:dispBlanksAs", "gap"),
  );
  const frame = element("c:spPr", {}, solidFill("FFFFFF"), line(chartInk.frame));
  const space = element(
    "c:chartSpace",
    NAMESPACES,
    val("c:date1904", 0),
    val("c:lang", "ja-JP"),
    val("c:roundedCorners", 0),
    body,
    frame,
    textProperties({ size: CHART_SIZES.axis }),
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${space}`;
}
