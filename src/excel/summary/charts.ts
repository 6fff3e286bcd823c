import { chartInk, FONT, paintStyles, type ChartKind, type ChartSeries, type PlanChart, type SheetRange } from "../../core/report";
import { barPlot, CHART_SIZES, flatColor, hasLegend, isHorizontal } from "../../core/report/chart-look";
import type { Region } from "../../core/sheet/region";
import { toRangeA1 } from "../../core/sheet/region";
import type { Requests } from "./requests";

/* Native charts. Nothing is left to the host's guess: not the series, their direction, their place or their looks. */

/** Bytes that a series with its looks takes in a request, roughly. */
const BYTES_PER_SERIES = 9_000;
/** Points by which the frame stays inside the cells that it covers, so that the page does not cut its edge off. */
const INSET = 2;
/** An upright axis title, which hosts set beside the labels. */
const AXIS_TITLE_WIDTH = 16;

const TYPES = {
  "bar-stacked": "BarStacked",
  "bar-clustered": "BarClustered",
  "bar-stacked-100": "BarStacked100",
  "column-stacked": "ColumnStacked",
  "column-clustered": "ColumnClustered",
  line: "LineMarkers",
  doughnut: "Doughnut",
  "column-and-line": "ColumnClustered",
} as const satisfies Readonly<Record<ChartKind, string>>;

export type SheetOf = (key: string) => Excel.Worksheet;

interface Drawn {
  readonly plan: PlanChart;
  readonly chart: Excel.Chart;
}

function rangeOf(sheetOf: SheetOf, { sheet, region: { top, left, bottom, right } }: SheetRange): Excel.Range {
  return sheetOf(sheet).getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

function corner({ top, left, bottom, right }: Region): readonly [string, string] {
  return [toRangeA1({ top, bottom: top, left, right: left }), toRangeA1({ top: bottom, bottom, left: right, right })];
}

/** Charts on the values of their first series alone, so that there is nothing for the host to guess; widths are set by now. */
export async function addCharts(sheet: string, charts: readonly PlanChart[], sheetOf: SheetOf, requests: Requests): Promise<readonly Drawn[]> {
  const drawn: Drawn[] = [];
  for (const [index, plan] of charts.entries()) {
    const first = plan.series[0];
    if (first === undefined) continue;
    await requests.room(2_500);
    const chart = sheetOf(sheet).charts.add(TYPES[plan.kind], rangeOf(sheetOf, first.values.at), plan.seriesIn === "rows" ? "Rows" : "Columns");
    // The selection pane and screen readers read the name; this version of the library has no description for charts.
    chart.name = `${plan.title} ${String(index + 1)}`;
    chart.setPosition(...corner(plan.covers));
    chart.load({ left: true, top: true, width: true, height: true });
    chart.series.load({ name: true });
    drawn.push({ plan, chart });
  }
  return drawn;
}

/** After the request that added the charts: the series, said outright. */
export async function setSeries(drawn: readonly Drawn[], sheetOf: SheetOf, requests: Requests): Promise<void> {
  for (const { plan, chart } of drawn) {
    await requests.room(2_000 * plan.series.length + 500);
    const [own, ...others] = chart.series.items;
    for (const other of others) other.delete();
    plan.series.forEach((each, index) => {
      const one = index === 0 && own !== undefined ? own : chart.series.add(each.name.cached[0] ?? "");
      one.name = each.name.cached[0] ?? "";
      one.setValues(rangeOf(sheetOf, each.values.at));
      one.setXAxisValues(rangeOf(sheetOf, plan.categories.at));
      if (plan.kind === "column-and-line") one.chartType = each.drawAs === "line" ? "LineMarkers" : "ColumnClustered";
    });
  }
}

/** After the request that made the series: how everything looks. */
export async function setLooks(drawn: readonly Drawn[], requests: Requests): Promise<void> {
  for (const { plan, chart } of drawn) {
    await requests.room(BYTES_PER_SERIES * (plan.series.length + 1));
    setFrame(plan, chart);
    if (plan.kind !== "doughnut") setAxes(plan, chart);
    // By their place: what `add` gave has no id by which a later request could find it.
    for (const [index, each] of plan.series.entries()) setSeriesLooks(plan, each, chart.series.getItemAt(index));
  }
}

function setFont(font: Excel.ChartFont, size: number, color: string, bold = false): void {
  font.name = FONT;
  font.size = size;
  font.color = `#${color}`;
  font.bold = bold;
}

function setFrame(plan: PlanChart, chart: Excel.Chart): void {
  const { left, top, width, height } = chart;
  chart.left = left + INSET;
  chart.top = top + INSET;
  chart.width = width - 2 * INSET;
  chart.height = height - 2 * INSET;
  // A year without a figure is a gap in the line, never a zero.
  chart.displayBlanksAs = "NotPlotted";
  chart.plotVisibleOnly = false;
  setFont(chart.format.font, CHART_SIZES.axis, chartInk.text);
  chart.format.fill.setSolidColor("#FFFFFF");
  chart.format.border.color = `#${chartInk.frame}`;
  chart.format.border.weight = 0.75;
  chart.format.roundedCorners = false;
  chart.title.visible = true;
  chart.title.text = plan.title;
  chart.title.overlay = false;
  setFont(chart.title.format.font, CHART_SIZES.title, chartInk.text, true);
  chart.legend.visible = hasLegend(plan);
  if (!hasLegend(plan)) return;
  chart.legend.position = plan.kind === "doughnut" ? "Right" : "Top";
  chart.legend.overlay = false;
  setFont(chart.legend.format.font, CHART_SIZES.legend, chartInk.text);
}

function setAxes(plan: PlanChart, chart: Excel.Chart): void {
  const { categoryAxis, valueAxis } = chart.axes;
  const isFlat = isHorizontal(plan);
  categoryAxis.title.visible = true;
  categoryAxis.title.text = plan.categoryAxis?.title ?? "";
  setFont(categoryAxis.title.format.font, CHART_SIZES.axisTitle, chartInk.soft);
  // Horizontal bars grow upwards unless turned round: the first row of the table belongs at the top.
  categoryAxis.reversePlotOrder = isFlat;
  if (isFlat) categoryAxis.position = "Maximum";
  categoryAxis.categoryType = "TextAxis";
  categoryAxis.majorTickMark = "None";
  categoryAxis.minorTickMark = "None";
  categoryAxis.tickLabelPosition = "Low";
  categoryAxis.majorGridlines.visible = false;
  categoryAxis.format.line.color = `#${chartInk.soft}`;
  setFont(categoryAxis.format.font, CHART_SIZES.axis, chartInk.text);
  const axis = plan.valueAxis;
  if (axis !== null) {
    valueAxis.title.visible = true;
    valueAxis.title.text = axis.title;
    setFont(valueAxis.title.format.font, CHART_SIZES.axisTitle, chartInk.soft);
    if (axis.min !== undefined) valueAxis.minimum = axis.min;
    if (axis.max !== undefined) valueAxis.maximum = axis.max;
    if (axis.majorUnit !== undefined) valueAxis.majorUnit = axis.majorUnit;
    valueAxis.linkNumberFormat = false;
    valueAxis.numberFormat = axis.format;
    valueAxis.majorTickMark = "None";
    valueAxis.minorTickMark = "None";
    valueAxis.tickLabelPosition = "NextToAxis";
    valueAxis.majorGridlines.visible = true;
    valueAxis.majorGridlines.format.line.color = `#${chartInk.grid}`;
    valueAxis.majorGridlines.format.line.weight = 0.5;
    valueAxis.format.line.clear();
    setFont(valueAxis.format.font, CHART_SIZES.axis, chartInk.text);
  }
  if (isFlat) {
    const { left, top, width, height } = barPlot(plan, { width: chart.width - 2 * INSET, height: chart.height - 2 * INSET });
    chart.plotArea.insideLeft = left + AXIS_TITLE_WIDTH;
    chart.plotArea.insideTop = top;
    chart.plotArea.insideWidth = width - AXIS_TITLE_WIDTH;
    chart.plotArea.insideHeight = height;
  }
}

/** Patterns cannot be had through the host: their flat color, and a frame in the full one. */
function setArea(format: Excel.ChartSeriesFormat, paint: ChartSeries["paint"]): void {
  format.fill.setSolidColor(`#${flatColor(paint)}`);
  format.line.color = `#${chartInk.soft}`;
  format.line.weight = 0.75;
}

function setSeriesLooks(plan: PlanChart, each: ChartSeries, one: Excel.ChartSeries): void {
  const style = paintStyles[each.paint];
  if (plan.kind === "doughnut") {
    setDoughnut(plan, each, one);
    return;
  }
  if (plan.kind === "line" || each.drawAs === "line") {
    one.format.line.color = `#${style.color}`;
    one.format.line.weight = 2.25;
    one.format.line.lineStyle = style.dash === "solid" ? "Continuous" : style.dash === "dash" ? "Dash" : "Dot";
    one.smooth = false;
    one.markerStyle = style.marker === "none" ? "None" : style.marker === "circle" ? "Circle" : style.marker === "diamond" ? "Diamond" : "Square";
    if (style.marker !== "none") {
      one.markerSize = 8;
      one.markerBackgroundColor = `#${style.color}`;
      one.markerForegroundColor = "#FFFFFF";
    }
    setLabels(plan, each, one, "Top");
    return;
  }
  setArea(one.format, each.paint);
  one.gapWidth = 60;
  if (plan.kind.includes("stacked")) one.overlap = 100;
  setLabels(plan, each, one, plan.kind.includes("stacked") ? "Center" : "OutsideEnd");
}

function setLabels(plan: PlanChart, each: ChartSeries, one: Excel.ChartSeries, position: "Top" | "Center" | "OutsideEnd"): void {
  one.hasDataLabels = each.labels;
  if (!each.labels) return;
  const { dataLabels } = one;
  dataLabels.showValue = true;
  dataLabels.showSeriesName = false;
  dataLabels.showCategoryName = false;
  dataLabels.showLegendKey = false;
  dataLabels.position = position;
  dataLabels.linkNumberFormat = false;
  dataLabels.numberFormat = plan.labelFormat;
  setFont(dataLabels.format.font, CHART_SIZES.label, position === "Center" ? paintStyles[each.paint].ink : chartInk.text, true);
}

function setDoughnut(plan: PlanChart, each: ChartSeries, one: Excel.ChartSeries): void {
  one.doughnutHoleSize = 55;
  one.firstSliceAngle = 0;
  one.hasDataLabels = true;
  const { dataLabels } = one;
  dataLabels.showValue = true;
  dataLabels.showPercentage = false;
  dataLabels.showCategoryName = false;
  dataLabels.showSeriesName = false;
  dataLabels.linkNumberFormat = false;
  dataLabels.numberFormat = plan.labelFormat;
  setFont(dataLabels.format.font, CHART_SIZES.label, chartInk.text, true);
  for (const [index, paint] of (each.pointPaints ?? []).entries()) setSlice(one.points.getItemAt(index), paint);
}

function setSlice({ format, dataLabel }: Excel.ChartPoint, paint: ChartSeries["paint"]): void {
  format.fill.setSolidColor(`#${flatColor(paint)}`);
  format.border.color = `#${chartInk.soft}`;
  setFont(dataLabel.format.font, CHART_SIZES.label, paintStyles[paint].ink, true);
}
