import { formatValue } from "../../src/core/text/number-format";
import { findRange } from "./model/range";
import { seriesPath, type ChartModel, type ChartSeriesModel } from "./model/parts";
import type { SheetModel } from "./model/workbook";

/*
 * What a chart shows, worked out from what was set through office.js or read from a file: for the page that draws it and
 * for the writer that saves it. Colors are `#RRGGBB`; undefined is Excel's own choice.
 */

export type ChartKind = "bar" | "column" | "line" | "area" | "pie" | "doughnut" | "scatter";
export type Grouping = "clustered" | "stacked" | "percent" | "standard";

export interface ChartFontLook {
  readonly name?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly color?: string;
}

export interface LineLook {
  readonly color?: string;
  /** As office.js names it: Continuous, Dash, Dot, None, … */
  readonly style?: string;
  /** In points. */
  readonly weight?: number;
}

export interface LabelsLook {
  readonly showValue: boolean;
  readonly showSeriesName: boolean;
  readonly showCategoryName: boolean;
  readonly showPercentage: boolean;
  readonly format?: string;
  readonly position?: string;
  readonly font: ChartFontLook;
  readonly fill?: string;
}

export interface PointLook {
  readonly index: number;
  readonly fill?: string;
  readonly border: LineLook;
  readonly hasLabel: boolean | undefined;
  readonly labelFont: ChartFontLook;
}

export interface SeriesLook {
  readonly key: string;
  readonly name: string;
  readonly kind: ChartKind;
  readonly grouping: Grouping;
  readonly isSecondary: boolean;
  readonly hasMarkers: boolean;
  readonly values: readonly (number | null)[];
  readonly categories: readonly string[];
  readonly valuesAt: string | undefined;
  readonly categoriesAt: string | undefined;
  readonly nameAt: string | undefined;
  /** Undefined: automatic; null: none. */
  readonly fill: string | null | undefined;
  readonly line: LineLook;
  readonly marker: { readonly style: string; readonly size?: number; readonly fill?: string; readonly line?: string };
  readonly isSmooth: boolean;
  readonly labels: LabelsLook | undefined;
  readonly points: readonly PointLook[];
  readonly gapWidth: number | undefined;
  readonly overlap: number | undefined;
  readonly holeSize: number | undefined;
  readonly firstSliceAngle: number | undefined;
}

export interface AxisLook {
  readonly isVisible: boolean;
  readonly title: { readonly text: string; readonly font: ChartFontLook; readonly orientation: number | undefined } | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly majorUnit: number | undefined;
  readonly format: string | undefined;
  readonly isReversed: boolean;
  /** Where the other axis crosses this one: Automatic, Maximum, Minimum. */
  readonly position: string;
  readonly gridlines: LineLook | undefined;
  readonly line: LineLook;
  readonly font: ChartFontLook;
  readonly tickLabels: string | undefined;
  readonly majorTickMark: string | undefined;
  readonly minorTickMark: string | undefined;
}

export interface ChartLook {
  readonly title: { readonly text: string; readonly font: ChartFontLook; readonly isOverlay: boolean } | undefined;
  readonly legend: { readonly position: string; readonly font: ChartFontLook; readonly isOverlay: boolean } | undefined;
  readonly series: readonly SeriesLook[];
  readonly axes: { readonly category: AxisLook; readonly value: AxisLook; readonly secondaryCategory: AxisLook; readonly secondaryValue: AxisLook };
  /** The plot area inside its axes, in points; undefined where Excel places it. */
  readonly inside: { readonly left: number; readonly top: number; readonly width: number; readonly height: number } | undefined;
  readonly fill: string | null | undefined;
  readonly border: LineLook;
  readonly font: ChartFontLook;
  readonly blanks: string;
  readonly plotsVisibleOnly: boolean;
}

/** `BarStacked100` → bar, percent. */
export function kindOf(chartType: string): { readonly kind: ChartKind; readonly grouping: Grouping; readonly hasMarkers: boolean } | undefined {
  const match = /^(Bar|Column|Line|Area|Pie|Doughnut|XYScatter)(Markers)?(Clustered|Stacked)?(100)?(Smooth|Lines|NoMarkers|Exploded)*$/u.exec(chartType);
  if (match === null) return undefined;
  const [, shape = "", markers, how, hundred] = match;
  const kind = shape === "XYScatter" ? "scatter" : (shape.toLowerCase() as ChartKind);
  const grouping = hundred !== undefined ? "percent" : how === "Stacked" ? "stacked" : kind === "bar" || kind === "column" ? "clustered" : "standard";
  return { kind, grouping, hasMarkers: markers !== undefined || kind === "scatter" };
}

class Kept {
  constructor(private readonly store: ReadonlyMap<string, Record<string, unknown>>) {}

  get(path: string, name: string): unknown {
    return this.store.get(path)?.[name] ?? undefined;
  }

  text(path: string, name: string): string | undefined {
    const value = this.get(path, name);
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  number(path: string, name: string): number | undefined {
    const value = this.get(path, name);
    return typeof value === "number" ? value : undefined;
  }

  is(path: string, name: string, otherwise: boolean): boolean {
    const value = this.get(path, name);
    return typeof value === "boolean" ? value : otherwise;
  }

  font(path: string): ChartFontLook {
    const [name, size, color] = [this.text(path, "Name"), this.number(path, "Size"), this.text(path, "Color")];
    const [bold, italic] = [this.get(path, "Bold"), this.get(path, "Italic")];
    return {
      ...(name === undefined ? {} : { name }), ...(size === undefined ? {} : { size }), ...(color === undefined ? {} : { color }),
      ...(typeof bold === "boolean" ? { bold } : {}), ...(typeof italic === "boolean" ? { italic } : {}),
    };
  }

  line(path: string): LineLook {
    const [color, style, weight] = [this.text(path, "Color"), this.text(path, "LineStyle"), this.number(path, "Weight")];
    return { ...(color === undefined ? {} : { color }), ...(style === undefined ? {} : { style }), ...(weight === undefined ? {} : { weight }) };
  }

  /** Null where the fill was taken away. */
  fill(path: string): string | null | undefined {
    if (this.store.get(path)?.["IsCleared"] === true) return null;
    return this.text(path, "Color");
  }

  has(prefix: string): boolean {
    return [...this.store.keys()].some((path) => path === prefix || path.startsWith(`${prefix}/`));
  }

  /** Numbers of the points that something was said of. */
  points(path: string): number[] {
    const found = new Set<number>();
    for (const each of this.store.keys()) {
      const index = each.startsWith(`${path}/point`) ? /^(\d+)/u.exec(each.slice(path.length + 6))?.[1] : undefined;
      if (index !== undefined) found.add(Number(index));
    }
    return [...found].sort((a, b) => a - b);
  }
}

/** What a series is called: by its cell, or by its own name. */
export function nameOf(sheet: SheetModel, series: ChartSeriesModel): string {
  const range = series.nameFrom === undefined ? undefined : findRange(sheet.workbook, sheet, series.nameFrom);
  if (range === undefined) return series.name;
  const texts: string[] = [];
  for (let row = range.region.top; row <= range.region.bottom; row++) {
    for (let column = range.region.left; column <= range.region.right; column++) texts.push(shown(range.sheet, row, column));
  }
  return texts.filter((text) => text !== "").join(" ");
}

function shown(sheet: SheetModel, row: number, column: number): string {
  const content = sheet.content(row, column);
  if (content === null) return "";
  if (typeof content === "object") return content.error;
  return typeof content === "number" ? formatValue(content, sheet.style(row, column).numberFormat, sheet.workbook.date1904) : String(content);
}

function cellsOf<T>(sheet: SheetModel, address: string | undefined, read: (of: SheetModel, row: number, column: number) => T): T[] {
  const range = address === undefined ? undefined : findRange(sheet.workbook, sheet, address);
  if (range === undefined) return [];
  const found: T[] = [];
  for (let row = range.region.top; row <= range.region.bottom; row++) {
    for (let column = range.region.left; column <= range.region.right; column++) found.push(read(range.sheet, row, column));
  }
  return found;
}

function figure(sheet: SheetModel, row: number, column: number): number | null {
  const content = sheet.content(row, column);
  // Texts count as zero in Excel; an empty cell and an error are gaps.
  return typeof content === "number" ? content : typeof content === "string" || typeof content === "boolean" ? 0 : null;
}

function labelsOf(kept: Kept, path: string, isOn: boolean): LabelsLook | undefined {
  if (!isOn) return undefined;
  const [format, position] = [kept.text(path, "NumberFormat"), kept.text(path, "Position")];
  const fill = kept.fill(`${path}/Format/Fill`);
  return {
    showValue: kept.is(path, "ShowValue", true), showSeriesName: kept.is(path, "ShowSeriesName", false), showCategoryName: kept.is(path, "ShowCategoryName", false),
    showPercentage: kept.is(path, "ShowPercentage", false), font: kept.font(`${path}/Format/Font`),
    ...(format === undefined ? {} : { format }), ...(position === undefined ? {} : { position }), ...(typeof fill === "string" ? { fill } : {}),
  };
}

function seriesLook(sheet: SheetModel, series: ChartSeriesModel, kept: Kept): SeriesLook {
  const path = seriesPath(series);
  const { kind, grouping, hasMarkers } = kindOf(series.chartType) ?? { kind: "column", grouping: "clustered", hasMarkers: false };
  const hasLabels = series.hasDataLabels || kept.has("/DataLabels");
  const labelPath = kept.has(`${path}/DataLabels`) ? `${path}/DataLabels` : kept.has("/DataLabels") ? "/DataLabels" : `${path}/DataLabels`;
  const [size, fill, line] = [kept.number(path, "MarkerSize"), kept.text(path, "MarkerBackgroundColor"), kept.text(path, "MarkerForegroundColor")];
  return {
    key: series.key, name: nameOf(sheet, series), kind, grouping, isSecondary: series.axisGroup === "Secondary", hasMarkers,
    values: cellsOf(sheet, series.values, figure), categories: cellsOf(sheet, series.categories, shown),
    valuesAt: series.values, categoriesAt: series.categories, nameAt: series.nameFrom,
    fill: kept.fill(`${path}/Format/Fill`), line: kept.line(`${path}/Format/Line`),
    marker: { style: kept.text(path, "MarkerStyle") ?? (hasMarkers ? "Automatic" : "None"), ...(size === undefined ? {} : { size }), ...(fill === undefined ? {} : { fill }), ...(line === undefined ? {} : { line }) },
    isSmooth: kept.is(path, "Smooth", /Smooth/u.test(series.chartType)),
    labels: labelsOf(kept, labelPath, hasLabels),
    points: kept.points(path).map((index) => {
      const point = `${path}/point${String(index)}`;
      const color = kept.fill(`${point}/Format/Fill`);
      const hasLabel = kept.get(point, "HasDataLabel");
      return { index, border: kept.line(`${point}/Format/Border`), hasLabel: typeof hasLabel === "boolean" ? hasLabel : undefined, labelFont: kept.font(`${point}/DataLabel/Format/Font`), ...(typeof color === "string" ? { fill: color } : {}) };
    }),
    gapWidth: kept.number(path, "GapWidth"), overlap: kept.number(path, "Overlap"), holeSize: kept.number(path, "DoughnutHoleSize"), firstSliceAngle: kept.number(path, "FirstSliceAngle"),
  };
}

function axisLook(kept: Kept, path: string, isValue: boolean): AxisLook {
  const titlePath = `${path}/Title`;
  const text = kept.text(titlePath, "Text");
  const orientation = kept.number(titlePath, "TextOrientation");
  const hasTitle = kept.is(titlePath, "Visible", text !== undefined);
  return {
    isVisible: kept.is(path, "Visible", true),
    title: hasTitle ? { text: text ?? "軸ラベル", font: kept.font(`${titlePath}/Format/Font`), orientation } : undefined,
    minimum: kept.number(path, "Minimum"), maximum: kept.number(path, "Maximum"), majorUnit: kept.number(path, "MajorUnit"),
    format: kept.text(path, "NumberFormat"), isReversed: kept.is(path, "ReversePlotOrder", false),
    position: kept.text(path, "Position") ?? kept.text(path, "Crosses") ?? "Automatic",
    gridlines: kept.is(`${path}/MajorGridlines`, "Visible", isValue) ? kept.line(`${path}/MajorGridlines/Format/Line`) : undefined,
    line: kept.line(`${path}/Format/Line`), font: kept.font(`${path}/Format/Font`),
    tickLabels: kept.text(path, "TickLabelPosition"), majorTickMark: kept.text(path, "MajorTickMark"), minorTickMark: kept.text(path, "MinorTickMark"),
  };
}

function insideOf(kept: Kept): ChartLook["inside"] {
  const [left, top, width, height] = ["InsideLeft", "InsideTop", "InsideWidth", "InsideHeight"].map((name) => kept.number("/PlotArea", name));
  return left === undefined || top === undefined || width === undefined || height === undefined ? undefined : { left, top, width, height };
}

export function describeChart(sheet: SheetModel, chart: ChartModel): ChartLook {
  const kept = new Kept(chart.kept);
  const series = chart.series.map((each) => seriesLook(sheet, each, kept));
  const text = kept.text("/Title", "Text");
  // A chart of one series is called after it, unless something else was said.
  const title = text ?? (series.length === 1 ? series[0]?.name : undefined) ?? "グラフ タイトル";
  return {
    title: kept.is("/Title", "Visible", true) ? { text: title, font: kept.font("/Title/Format/Font"), isOverlay: kept.is("/Title", "Overlay", false) } : undefined,
    legend: kept.is("/Legend", "Visible", true) ? { position: kept.text("/Legend", "Position") ?? "Right", font: kept.font("/Legend/Format/Font"), isOverlay: kept.is("/Legend", "Overlay", false) } : undefined,
    series,
    axes: {
      category: axisLook(kept, "/Axes/CategoryAxis", false), value: axisLook(kept, "/Axes/ValueAxis", true),
      secondaryCategory: axisLook(kept, "/Axes/CategorySecondaryAxis", false), secondaryValue: axisLook(kept, "/Axes/ValueSecondaryAxis", true),
    },
    inside: insideOf(kept),
    fill: kept.fill("/Format/Fill"), border: kept.line("/Format/Border"), font: kept.font("/Format/Font"),
    blanks: kept.text("", "DisplayBlanksAs") ?? "NotPlotted", plotsVisibleOnly: kept.is("", "PlotVisibleOnly", true),
  };
}
