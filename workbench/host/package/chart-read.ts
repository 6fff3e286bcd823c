import type { ChartModel, ChartSeriesModel } from "../model/parts";
import type { Palette } from "./colors";
import { attribute, child, children, isOn, parseXml, type XmlElement } from "./xml";

type Bag = Record<string, unknown>;

const valueOf = (element: XmlElement | undefined, name: string): string | undefined => attribute(child(element, name), "val");
const GROUPS = ["barChart", "lineChart", "areaChart", "pieChart", "doughnutChart", "scatterChart"];
const DASHES: Readonly<Record<string, string>> = { solid: "Continuous", dash: "Dash", sysDash: "Dash", dashDot: "DashDot", lgDashDotDot: "DashDotDot", sysDot: "Dot", dot: "Dot" };
const EMU_PER_POINT = 12_700;

/** What the elements of a series say of cells: name, categories, values, in this order; undefined where it is said otherwise. */
export function chartReferences(root: XmlElement): (XmlElement | undefined)[] {
  return groupsOf(root).flatMap((group) => children(group, "ser")).flatMap((series) => [
    referenceIn(child(series, "tx")), referenceIn(child(series, "cat") ?? child(series, "xVal")), referenceIn(child(series, "val") ?? child(series, "yVal")),
  ]);
}

function referenceIn(element: XmlElement | undefined): XmlElement | undefined {
  for (const name of ["strRef", "numRef", "multiLvlStrRef"]) {
    const found = child(child(element, name), "f");
    if (found !== undefined) return found;
  }
  return undefined;
}

function groupsOf(root: XmlElement): XmlElement[] {
  const plot = child(child(root, "chart"), "plotArea");
  return plot?.children.filter(({ name }) => GROUPS.includes(name)) ?? [];
}

/** The first run of each paragraph, line by line. */
function textOf(element: XmlElement | undefined): string {
  const body = child(child(element, "tx"), "rich");
  return children(body, "p").map((paragraph) => children(paragraph, "r").map((run) => child(run, "t")?.text ?? "").join("")).join("\n");
}

class Reader {
  readonly kept = new Map<string, Bag>();

  constructor(private readonly palette: Palette) {}

  set(path: string, name: string, value: unknown): void {
    if (value === undefined) return;
    let bag = this.kept.get(path);
    if (bag === undefined) this.kept.set(path, (bag = {}));
    bag[name] = value;
  }

  fill(path: string, properties: XmlElement | undefined): void {
    if (child(properties, "noFill") !== undefined) this.kept.set(path, { IsCleared: true });
    // Of a pattern its own color; the page draws it plain.
    const pattern = child(properties, "pattFill");
    const color = this.palette.drawing(child(properties, "solidFill")) ?? this.palette.drawing(child(pattern, "fgClr"));
    this.set(path, "Color", color);
    this.set(path, "Pattern", attribute(pattern, "prst"));
  }

  line(path: string, properties: XmlElement | undefined): void {
    const line = child(properties, "ln");
    if (line === undefined) return;
    if (child(line, "noFill") !== undefined) this.set(path, "LineStyle", "None");
    this.set(path, "Color", this.palette.drawing(child(line, "solidFill")));
    this.set(path, "LineStyle", DASHES[valueOf(line, "prstDash") ?? ""]);
    const width = attribute(line, "w");
    this.set(path, "Weight", width === undefined ? undefined : Number(width) / EMU_PER_POINT);
  }

  /** From `txPr`, or from the first run of a title. */
  font(path: string, element: XmlElement | undefined): void {
    const body = child(element, "txPr") ?? child(child(element, "tx"), "rich");
    const paragraph = child(body, "p");
    const properties = child(child(paragraph, "r"), "rPr") ?? child(child(paragraph, "pPr"), "defRPr");
    if (properties === undefined) return;
    const size = attribute(properties, "sz");
    this.set(path, "Size", size === undefined ? undefined : Number(size) / 100);
    const [bold, italic] = [attribute(properties, "b"), attribute(properties, "i")];
    this.set(path, "Bold", bold === undefined ? undefined : isOn(bold));
    this.set(path, "Italic", italic === undefined ? undefined : isOn(italic));
    this.set(path, "Color", this.palette.drawing(child(properties, "solidFill")));
    this.set(path, "Name", attribute(child(properties, "ea"), "typeface") ?? attribute(child(properties, "latin"), "typeface"));
  }
}

const TICKS: Readonly<Record<string, string>> = { none: "None", in: "Inside", out: "Outside", cross: "Cross" };
const TICK_LABELS: Readonly<Record<string, string>> = { nextTo: "NextToAxis", high: "High", low: "Low", none: "None" };
const CROSSES: Readonly<Record<string, string>> = { autoZero: "Automatic", max: "Maximum", min: "Minimum" };
const LABEL_PLACES: Readonly<Record<string, string>> = { outEnd: "OutsideEnd", ctr: "Center", inEnd: "InsideEnd", inBase: "InsideBase", t: "Top", b: "Bottom", l: "Left", r: "Right", bestFit: "BestFit" };
const LEGEND_PLACES: Readonly<Record<string, string>> = { t: "Top", b: "Bottom", l: "Left", r: "Right", tr: "Corner" };
const BLANKS: Readonly<Record<string, string>> = { gap: "NotPlotted", zero: "Zero", span: "Interpolated" };
const numberOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function typeOf(group: XmlElement): string {
  const grouping = valueOf(group, "grouping");
  const how = grouping === "percentStacked" ? "Stacked100" : grouping === "stacked" ? "Stacked" : "";
  switch (group.name) {
    case "barChart":
      return `${valueOf(group, "barDir") === "bar" ? "Bar" : "Column"}${how === "" ? "Clustered" : how}`;
    case "lineChart": {
      const hasMarkers = children(group, "ser").some((series) => { const symbol = valueOf(child(series, "marker"), "symbol"); return symbol !== undefined && symbol !== "none"; });
      return `Line${hasMarkers ? "Markers" : ""}${how}`;
    }
    case "areaChart":
      return `Area${how}`;
    case "pieChart":
      return "Pie";
    case "doughnutChart":
      return "Doughnut";
    default:
      return "XYScatter";
  }
}

/** A chart's part as office.js would have made it: what it says, by the same paths. */
export function readChart(source: string, size: { readonly width: number; readonly height: number }, palette: Palette): Pick<ChartModel, "chartType" | "series" | "kept"> {
  const root = parseXml(source);
  const chart = child(root, "chart");
  const plot = child(chart, "plotArea");
  const reader = new Reader(palette);
  const groups = groupsOf(root);
  const primary = new Set(children(groups[0], "axId").map((each) => attribute(each, "val")));
  const series = groups.flatMap((group) => {
    const isSecondary = children(group, "axId").some((each) => !primary.has(attribute(each, "val")));
    return children(group, "ser").map((element) => ({ element, group, isSecondary }));
  }).map(({ element, group, isSecondary }, index) => readSeries(reader, element, group, isSecondary, String(index + 1)));
  for (const element of plot?.children ?? []) {
    if (element.name !== "catAx" && element.name !== "valAx" && element.name !== "dateAx") continue;
    readAxis(reader, element, plot?.children ?? [], primary.has(valueOf(element, "axId")));
  }
  const title = child(chart, "title");
  reader.set("/Title", "Visible", title !== undefined);
  const text = textOf(title);
  reader.set("/Title", "Text", text === "" ? undefined : text);
  reader.font("/Title/Format/Font", title);
  const legend = child(chart, "legend");
  reader.set("/Legend", "Visible", legend !== undefined);
  reader.set("/Legend", "Position", LEGEND_PLACES[valueOf(legend, "legendPos") ?? ""]);
  reader.font("/Legend/Format/Font", legend);
  reader.set("", "DisplayBlanksAs", BLANKS[valueOf(chart, "dispBlanksAs") ?? ""]);
  reader.set("", "PlotVisibleOnly", isOn(valueOf(chart, "plotVisOnly"), true));
  reader.fill("/Format/Fill", child(root, "spPr"));
  reader.line("/Format/Border", child(root, "spPr"));
  reader.font("/Format/Font", root);
  readLayout(reader, child(child(plot, "layout"), "manualLayout"), size);
  return { chartType: groups[0] === undefined ? "ColumnClustered" : typeOf(groups[0]), series, kept: reader.kept };
}

function readLayout(reader: Reader, layout: XmlElement | undefined, { width, height }: { readonly width: number; readonly height: number }): void {
  if (valueOf(layout, "layoutTarget") !== "inner") return;
  for (const [name, wire, whole] of [["x", "InsideLeft", width], ["y", "InsideTop", height], ["w", "InsideWidth", width], ["h", "InsideHeight", height]] as const) {
    const share = numberOf(valueOf(layout, name));
    reader.set("/PlotArea", wire, share === undefined ? undefined : Math.round(share * whole * 100) / 100);
  }
}

function readSeries(reader: Reader, element: XmlElement, group: XmlElement, isSecondary: boolean, key: string): ChartSeriesModel {
  const path = `/series/${key}`;
  const address = (name: string): string | undefined => referenceIn(child(element, name))?.text.replaceAll("$", "");
  const name = child(element, "tx");
  const cached = child(child(child(child(name, "strRef"), "strCache"), "pt"), "v")?.text;
  const properties = child(element, "spPr");
  reader.fill(`${path}/Format/Fill`, properties);
  reader.line(`${path}/Format/Line`, properties);
  const marker = child(element, "marker");
  const symbol = valueOf(marker, "symbol");
  reader.set(path, "MarkerStyle", symbol === undefined ? undefined : capital(symbol));
  reader.set(path, "MarkerSize", numberOf(valueOf(marker, "size")));
  const smooth = valueOf(element, "smooth");
  reader.set(path, "Smooth", smooth === undefined ? undefined : isOn(smooth));
  reader.set(path, "GapWidth", numberOf(valueOf(group, "gapWidth")));
  reader.set(path, "Overlap", numberOf(valueOf(group, "overlap")));
  reader.set(path, "DoughnutHoleSize", numberOf(valueOf(group, "holeSize")));
  reader.set(path, "FirstSliceAngle", numberOf(valueOf(group, "firstSliceAng")));
  for (const point of children(element, "dPt")) {
    const at = `${path}/point${valueOf(point, "idx") ?? "0"}`;
    reader.fill(`${at}/Format/Fill`, child(point, "spPr"));
    reader.line(`${at}/Format/Border`, child(point, "spPr"));
  }
  const hasDataLabels = readLabels(reader, child(element, "dLbls"), path);
  return {
    key, name: cached ?? child(name, "v")?.text ?? "", chartType: typeOf(group), axisGroup: isSecondary ? "Secondary" : "Primary",
    values: address("val") ?? address("yVal"), categories: address("cat") ?? address("xVal"), nameFrom: referenceIn(name)?.text.replaceAll("$", ""), hasDataLabels,
  };
}

function readLabels(reader: Reader, labels: XmlElement | undefined, path: string): boolean {
  const shown = { ShowValue: "showVal", ShowCategoryName: "showCatName", ShowSeriesName: "showSerName", ShowPercentage: "showPercent" };
  const isAny = Object.values(shown).some((flag) => isOn(valueOf(labels, flag)));
  if (!isAny) return false;
  for (const [wire, flag] of Object.entries(shown)) reader.set(`${path}/DataLabels`, wire, isOn(valueOf(labels, flag)));
  reader.set(`${path}/DataLabels`, "NumberFormat", attribute(child(labels, "numFmt"), "formatCode"));
  reader.set(`${path}/DataLabels`, "Position", LABEL_PLACES[valueOf(labels, "dLblPos") ?? ""]);
  reader.font(`${path}/DataLabels/Format/Font`, labels);
  reader.fill(`${path}/DataLabels/Format/Fill`, child(labels, "spPr"));
  for (const single of children(labels, "dLbl")) {
    const at = `${path}/point${valueOf(single, "idx") ?? "0"}`;
    if (isOn(valueOf(single, "delete"))) reader.set(at, "HasDataLabel", false);
    reader.font(`${at}/DataLabel/Format/Font`, single);
  }
  return true;
}

function readAxis(reader: Reader, axis: XmlElement, all: readonly XmlElement[], isPrimary: boolean): void {
  const axes = all.filter(({ name }) => name === "valAx" || name === "catAx" || name === "dateAx");
  // Two value axes are a scatter's: the first, at the bottom, stands for the categories.
  const isValue = axis.name === "valAx" && !(axes.every(({ name }) => name === "valAx") && axes[0] === axis);
  const path = `/Axes/${isValue ? "Value" : "Category"}${isPrimary ? "" : "Secondary"}Axis`;
  const scaling = child(axis, "scaling");
  reader.set(path, "Visible", !isOn(valueOf(axis, "delete")));
  reader.set(path, "ReversePlotOrder", valueOf(scaling, "orientation") === "maxMin");
  reader.set(path, "Minimum", numberOf(valueOf(scaling, "min")));
  reader.set(path, "Maximum", numberOf(valueOf(scaling, "max")));
  reader.set(path, "MajorUnit", numberOf(valueOf(axis, "majorUnit")));
  const format = child(axis, "numFmt");
  reader.set(path, "NumberFormat", isOn(attribute(format, "sourceLinked")) ? undefined : attribute(format, "formatCode"));
  reader.set(path, "TickLabelPosition", TICK_LABELS[valueOf(axis, "tickLblPos") ?? ""]);
  reader.set(path, "MajorTickMark", TICKS[valueOf(axis, "majorTickMark") ?? ""]);
  reader.set(path, "MinorTickMark", TICKS[valueOf(axis, "minorTickMark") ?? ""]);
  const gridlines = child(axis, "majorGridlines");
  reader.set(`${path}/MajorGridlines`, "Visible", gridlines !== undefined);
  reader.line(`${path}/MajorGridlines/Format/Line`, child(gridlines, "spPr"));
  reader.line(`${path}/Format/Line`, child(axis, "spPr"));
  reader.font(`${path}/Format/Font`, axis);
  const title = child(axis, "title");
  const text = textOf(title);
  reader.set(`${path}/Title`, "Visible", title !== undefined);
  reader.set(`${path}/Title`, "Text", text === "" ? undefined : text);
  reader.font(`${path}/Title/Format/Font`, title);
  const rotation = attribute(child(child(child(title, "tx"), "rich"), "bodyPr"), "rot");
  const turn = rotation === undefined ? undefined : -Number(rotation) / 60_000;
  // Upright beside an axis at the side is how it stands by itself.
  const isUsual = turn === 90 && /^[lr]$/u.test(valueOf(axis, "axPos") ?? "");
  reader.set(`${path}/Title`, "TextOrientation", isUsual ? undefined : turn);
  // What the file says at one axis, office.js says at the other.
  const other = `/Axes/${isValue ? "Category" : "Value"}${isPrimary ? "" : "Secondary"}Axis`;
  reader.set(other, "Position", CROSSES[valueOf(axis, "crosses") ?? ""]);
}
