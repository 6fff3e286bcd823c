import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { EventType } from "../model/events";
import { kindOf, nameOf } from "../chart-display";
import { seriesPath, type ChartModel, type ChartSeriesModel } from "../model/parts";
import { pointsBefore } from "../model/chart-place";
import { findRange, RangeModel } from "../model/range";
import type { SheetModel } from "../model/workbook";
import { bagOf, below, defineKept, type Kept } from "./kept";
import { refuseIfProtected } from "./protection";
import { requireColor } from "./range-format";
import { invalid } from "./range-values";

interface ChartTarget extends Kept { readonly sheet: SheetModel; readonly chart: ChartModel }
interface SeriesTarget extends Kept { readonly sheet: SheetModel; readonly chart: ChartModel; readonly series: ChartSeriesModel }

const charts = new WeakMap<ChartModel, ChartTarget>();
const seriesTargets = new WeakMap<ChartSeriesModel, SeriesTarget>();

function changed(sheet: SheetModel, chart: ChartModel): () => void {
  return () => {
    chart.isRestyled = true;
    sheet.changes.chart(chart);
    sheet.workbook.isDirty = true;
  };
}

function chartTarget(sheet: SheetModel, chart: ChartModel): ChartTarget {
  let found = charts.get(chart);
  if (found === undefined) charts.set(chart, (found = { sheet, chart, store: chart.kept, path: "", changed: changed(sheet, chart) }));
  return found;
}

function seriesTarget(sheet: SheetModel, chart: ChartModel, series: ChartSeriesModel): SeriesTarget {
  let found = seriesTargets.get(series);
  if (found === undefined) {
    found = { sheet, chart, series, store: chart.kept, path: seriesPath(series), changed: changed(sheet, chart) };
    seriesTargets.set(series, found);
  }
  return found;
}

function newSeries(chart: Pick<ChartModel, "series">, name: string, chartType: string): ChartSeriesModel {
  const key = String(Math.max(0, ...chart.series.map((series) => Number(series.key))) + 1);
  return { key, name, chartType, axisGroup: "Primary", values: undefined, categories: undefined, nameFrom: undefined, hasDataLabels: false };
}

/** As Excel guesses: a first row or column of texts are names; what is fewer becomes the series. */
function seriesFrom(range: RangeModel, seriesBy: string, chartType: string): ChartSeriesModel[] {
  const { sheet, region } = range;
  sheet.workbook.settle();
  const text = (row: number, column: number): boolean => typeof sheet.content(row, column) === "string" || sheet.content(row, column) === null;
  const hasHeaderRow = region.bottom > region.top && text(region.top, region.right);
  const hasNameColumn = region.right > region.left && text(region.bottom, region.left);
  const body = { ...region, top: region.top + (hasHeaderRow ? 1 : 0), left: region.left + (hasNameColumn ? 1 : 0) };
  const rows = body.bottom - body.top + 1;
  const columns = body.right - body.left + 1;
  const byColumns = seriesBy === "Columns" || (seriesBy !== "Rows" && rows >= columns);
  const chart: { series: ChartSeriesModel[] } = { series: [] };
  for (let index = 0; index < (byColumns ? columns : rows); index++) {
    const column = body.left + index;
    const row = body.top + index;
    const series = newSeries(chart, `系列${String(index + 1)}`, chartType);
    const hasName = byColumns ? hasHeaderRow : hasNameColumn;
    const label = byColumns ? { row: region.top, column } : { row, column: region.left };
    if (hasName && sheet.content(label.row, label.column) !== null) series.nameFrom = range.at({ top: label.row, bottom: label.row, left: label.column, right: label.column }).address;
    series.values = range.at(byColumns ? { ...body, left: column, right: column } : { ...body, top: row, bottom: row }).address;
    if (byColumns ? hasNameColumn : hasHeaderRow) {
      series.categories = range.at(byColumns ? { ...body, left: region.left, right: region.left } : { ...body, top: region.top, bottom: region.top }).address;
    }
    chart.series.push(series);
  }
  return chart.series;
}

function checkType(type: string): void {
  if (kindOf(type) === undefined) throw new HostError("NotImplemented", `workbench host: charts of the type ${type} are not implemented`);
}

/** A name that begins with "=" is the address of the cell that holds it. */
function setName({ sheet, series }: SeriesTarget, value: string): void {
  const range = value.startsWith("=") ? findRange(sheet.workbook, sheet, value.slice(1)) : undefined;
  series.nameFrom = range?.address;
  series.name = value;
}

function position({ sheet, chart }: ChartTarget, given: readonly unknown[]): void {
  const toRange = (value: unknown): RangeModel => {
    const range = value instanceof RangeModel ? value : findRange(sheet.workbook, sheet, String(value));
    if (range === undefined) throw invalid();
    return range;
  };
  const start = toRange(given[0]);
  const end = given[1] === null || given[1] === undefined ? start : toRange(given[1]);
  chart.left = pointsBefore(sheet, "column", start.region.left);
  chart.top = pointsBefore(sheet, "row", start.region.top);
  chart.width = pointsBefore(sheet, "column", end.region.right + 1) - chart.left;
  chart.height = pointsBefore(sheet, "row", end.region.bottom + 1) - chart.top;
}

/** Kept as they are set; what they look like is the page's business. */
const PLAIN = [
  "ChartAxisTitleFormat", "ChartGridlinesFormat", "ChartTitleFormat", "ChartLegendFormat", "ChartDataLabel", "ChartDataLabelFormat", "ChartPlotArea", "ChartPlotAreaFormat",
  "ChartAreaFormat", "ChartAxisFormat", "ChartPointFormat", "ChartDataTableFormat", "ChartFont",
];

export function defineChart(registry: Registry): void {
  registry.define<SheetModel>("ChartCollection", {
    get: { Count: (sheet) => sheet.charts.length },
    items: (sheet) => sheet.charts.map((chart) => chartTarget(sheet, chart)),
    find: (sheet, key) => {
      const chart = sheet.charts.find((each) => each.id === key || each.name === key);
      return chart === undefined ? undefined : chartTarget(sheet, chart);
    },
    call: {
      Add: (sheet, given: readonly unknown[], { faults }) => {
        refuseIfProtected(sheet, "allowEditObjects");
        if (faults.refuseCharts) throw new HostError("GeneralException", "The chart can't be created.");
        const [type, source, seriesBy] = given;
        if (!(source instanceof RangeModel) || typeof type !== "string") throw invalid();
        checkType(type);
        const chart: ChartModel = {
          id: sheet.workbook.newGuid(), name: `グラフ ${String(sheet.charts.length + 1)}`, chartType: type, top: 50, left: 50, width: 360, height: 216,
          series: seriesFrom(source, typeof seriesBy === "string" ? seriesBy : "Auto", type), kept: new Map(),
        };
        sheet.charts.push(chart);
        const target = chartTarget(sheet, chart);
        target.changed();
        sheet.workbook.emit({ messageType: EventType.ChartAdded, targetId: sheet.id, message: { chartId: chart.id, source: sheet.workbook.source, worksheetId: sheet.id } });
        return target;
      },
    },
  });
  defineKept<ChartTarget>(registry, "Chart", {
    defaults: { Style: 2, DisplayBlanksAs: "NotPlotted", PlotVisibleOnly: true, PlotBy: "Columns" },
    more: {
      get: {
        Id: ({ chart }) => chart.id, Name: ({ chart }) => chart.name, ChartType: ({ chart }) => chart.chartType,
        Top: ({ chart }) => chart.top, Left: ({ chart }) => chart.left, Width: ({ chart }) => chart.width, Height: ({ chart }) => chart.height,
      },
      set: {
        Name: (target, value: string) => { target.chart.name = value; target.changed(); },
        ChartType: (target, value: string) => { checkType(value); target.chart.chartType = value; for (const series of target.chart.series) series.chartType = value; target.changed(); },
        Top: (target, value: number) => { target.chart.top = value; target.changed(); },
        Left: (target, value: number) => { target.chart.left = value; target.changed(); },
        Width: (target, value: number) => { target.chart.width = value; target.changed(); },
        Height: (target, value: number) => { target.chart.height = value; target.changed(); },
      },
      go: { Series: (target) => target, Worksheet: ({ sheet }) => sheet },
      call: {
        SetPosition: (target, given: readonly unknown[]) => { position(target, given); target.changed(); return null; },
        SetData: (target, given: readonly unknown[]) => {
          const [source, seriesBy] = given;
          if (!(source instanceof RangeModel)) throw invalid();
          target.chart.series.splice(0, target.chart.series.length, ...seriesFrom(source, typeof seriesBy === "string" ? seriesBy : "Auto", target.chart.chartType));
          target.changed();
          return null;
        },
        Activate: () => null,
        Delete: ({ sheet, chart, changed: tell }) => {
          const at = sheet.charts.indexOf(chart);
          if (at < 0) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
          sheet.charts.splice(at, 1);
          tell();
          sheet.workbook.emit({ messageType: EventType.ChartDeleted, targetId: sheet.id, message: { chartId: chart.id, source: sheet.workbook.source, worksheetId: sheet.id } });
          return null;
        },
      },
      guard: ({ sheet }) => { refuseIfProtected(sheet, "allowEditObjects"); },
    },
  });
  registry.define<ChartTarget>("ChartSeriesCollection", {
    get: { Count: ({ chart }) => chart.series.length },
    items: ({ sheet, chart }) => chart.series.map((series) => seriesTarget(sheet, chart, series)),
    call: {
      Add: (target, given: readonly unknown[]) => {
        const { sheet, chart } = target;
        const series = newSeries(chart, typeof given[0] === "string" ? given[0] : `系列${String(chart.series.length + 1)}`, chart.chartType);
        const index = typeof given[1] === "number" ? given[1] : chart.series.length;
        chart.series.splice(index, 0, series);
        target.changed();
        return seriesTarget(sheet, chart, series);
      },
    },
  });
  const address = (value: unknown): string => {
    if (!(value instanceof RangeModel)) throw invalid();
    return value.address;
  };
  defineKept<SeriesTarget>(registry, "ChartSeries", {
    defaults: { MarkerStyle: "Automatic", Smooth: false, Filtered: false, GapWidth: 150, Overlap: 0 },
    more: {
      get: { Name: ({ sheet, series }) => nameOf(sheet, series), ChartType: ({ series }) => series.chartType, AxisGroup: ({ series }) => series.axisGroup, HasDataLabels: ({ series }) => series.hasDataLabels },
      set: {
        Name: (target, value: string) => { setName(target, value); target.changed(); },
        ChartType: (target, value: string) => { checkType(value); target.series.chartType = value; target.changed(); },
        AxisGroup: (target, value: string) => { target.series.axisGroup = value; target.changed(); },
        HasDataLabels: (target, value: boolean) => { target.series.hasDataLabels = value; target.changed(); },
      },
      go: { Points: (target) => target },
      call: {
        SetValues: (target, given: readonly unknown[]) => { target.series.values = address(given[0]); target.changed(); return null; },
        SetXAxisValues: (target, given: readonly unknown[]) => { target.series.categories = address(given[0]); target.changed(); return null; },
        GetDimensionDataSourceString: ({ series }, given: readonly unknown[]) => (given[0] === "Values" || given[0] === "YValues" ? series.values : series.categories) ?? "",
        GetDimensionDataSourceType: () => "LocalRange",
        Delete: (target) => { target.chart.series.splice(target.chart.series.indexOf(target.series), 1); target.changed(); return null; },
      },
    },
  });
  registry.define<SeriesTarget>("ChartPointsCollection", {
    items: (target) => {
      const range = target.series.values === undefined ? undefined : findRange(target.sheet.workbook, target.sheet, target.series.values);
      const count = range === undefined ? 0 : range.rowCount * range.columnCount;
      return Array.from({ length: count }, (_, index) => below(target, `point${String(index)}`));
    },
  });
  defineKept(registry, "ChartPoint");
  defineKept(registry, "ChartAxes", { more: { call: { GetItem: (target: Kept, given: readonly string[]) => below(target, `${given[0] ?? ""}${given[1] === "Secondary" ? "Secondary" : ""}Axis`) } } });
  defineKept(registry, "ChartAxis", { defaults: { Visible: true, Minimum: "", Maximum: "", AxisGroup: "Primary" }, setters: { SetCategoryNames: "CategoryNames" } });
  defineKept(registry, "ChartAxisTitle", { defaults: { Visible: false, Text: "" }, setters: { SetFormula: "Formula" } });
  defineKept(registry, "ChartTitle", { defaults: { Visible: true, Text: "グラフ タイトル", Overlay: false }, setters: { SetFormula: "Formula" } });
  defineKept(registry, "ChartLegend", { defaults: { Visible: true, Position: "Right", Overlay: false } });
  defineKept(registry, "ChartGridlines", { defaults: { Visible: false } });
  defineKept(registry, "ChartDataLabels", { defaults: { ShowValue: true, Position: "OutsideEnd" } });
  const clearLine = (target: Kept): null => { bagOf(target)["LineStyle"] = "None"; target.changed(); return null; };
  const fill = (target: Kept, bag: Record<string, unknown>): null => { target.store.set(target.path, bag); target.changed(); return null; };
  registry.define<Kept>("ChartFill", {
    call: {
      SetSolidColor: (target, given: readonly unknown[]) => fill(target, { Color: requireColor(given[0]) }),
      Clear: (target) => fill(target, { IsCleared: true }),
    },
  });
  defineKept(registry, "ChartLineFormat", { more: { call: { Clear: clearLine } } });
  defineKept(registry, "ChartBorder", { more: { call: { Clear: clearLine } } });
  defineKept(registry, "ChartSeriesFormat");
  for (const type of PLAIN) if (registry.schema.classes[type] !== undefined) defineKept(registry, type);
}
