import { describeChart, type AxisLook, type ChartFontLook, type ChartLook, type LabelsLook, type LineLook, type SeriesLook } from "../chart-display";
import type { ChartModel } from "../model/parts";
import { absoluteAddress } from "../model/range";
import type { SheetModel } from "../model/workbook";
import { encode } from "./xml";

/*
 * A chart as a part of its own, in the element order of ISO/IEC 29500-1 §21.2: charts that an add-in made, and charts of a
 * file whose looks it changed.
 */

const NAMESPACES = 'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const EMU_PER_POINT = 12_700;

const val = (name: string, value: string | number | boolean): string => `<c:${name} val="${encode(typeof value === "boolean" ? (value ? "1" : "0") : String(value))}"/>`;
const color = (text: string): string => `<a:solidFill><a:srgbClr val="${text.replace("#", "")}"/></a:solidFill>`;
const DASHES: Readonly<Record<string, string>> = { Continuous: "solid", Dash: "dash", DashDot: "dashDot", DashDotDot: "lgDashDotDot", Dot: "sysDot", RoundDot: "sysDot" };

function lineXml({ color: ink, style, weight }: LineLook): string {
  if (ink === undefined && style === undefined && weight === undefined) return "";
  const size = weight === undefined ? "" : ` w="${String(Math.round(weight * EMU_PER_POINT))}"`;
  if (style === "None") return `<a:ln${size}><a:noFill/></a:ln>`;
  const dash = style === undefined ? undefined : DASHES[style];
  return `<a:ln${size}>${ink === undefined ? "" : color(ink)}${dash === undefined ? "" : `<a:prstDash val="${dash}"/>`}</a:ln>`;
}

function shape(fill: string | null | undefined, line: LineLook): string {
  const inner = (fill === undefined ? "" : fill === null ? "<a:noFill/>" : color(fill)) + lineXml(line);
  return inner === "" ? "" : `<c:spPr>${inner}</c:spPr>`;
}

function runProperties(tag: string, font: ChartFontLook, lang = ""): string {
  const attributes = `${lang}${font.size === undefined ? "" : ` sz="${String(Math.round(font.size * 100))}"`}${font.bold === undefined ? "" : ` b="${font.bold ? "1" : "0"}"`}${font.italic === undefined ? "" : ` i="${font.italic ? "1" : "0"}"`}`;
  const faces = font.name === undefined ? "" : ["latin", "ea", "cs"].map((face) => `<a:${face} typeface="${encode(font.name ?? "")}"/>`).join("");
  const inner = (font.color === undefined ? "" : color(font.color)) + faces;
  return inner === "" ? `<a:${tag}${attributes}/>` : `<a:${tag}${attributes}>${inner}</a:${tag}>`;
}

function textXml(font: ChartFontLook): string {
  if (Object.keys(font).length === 0) return "";
  return `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${runProperties("defRPr", font)}</a:pPr><a:endParaRPr lang="ja-JP"/></a:p></c:txPr>`;
}

function titleXml(text: string, font: ChartFontLook, isOverlay: boolean, rotation?: number): string {
  const body = rotation === undefined ? "<a:bodyPr/>" : `<a:bodyPr rot="${String(rotation)}" vert="horz"/>`;
  const paragraphs = text.split("\n").map((line) => `<a:p><a:pPr>${runProperties("defRPr", font)}</a:pPr><a:r>${runProperties("rPr", font, ' lang="ja-JP"')}<a:t>${encode(line)}</a:t></a:r></a:p>`).join("");
  return `<c:title><c:tx><c:rich>${body}<a:lstStyle/>${paragraphs}</c:rich></c:tx>${val("overlay", isOverlay)}</c:title>`;
}

const LABEL_PLACES: Readonly<Record<string, string>> = { OutsideEnd: "outEnd", Center: "ctr", InsideEnd: "inEnd", InsideBase: "inBase", Top: "t", Bottom: "b", Left: "l", Right: "r", BestFit: "bestFit" };
/** Places that each kind of chart knows; Excel calls a file with another one damaged. */
const ALLOWED_PLACES: Readonly<Record<string, readonly string[]>> = {
  bar: ["outEnd", "ctr", "inEnd", "inBase"], column: ["outEnd", "ctr", "inEnd", "inBase"], line: ["t", "b", "l", "r", "ctr"], scatter: ["t", "b", "l", "r", "ctr"],
  pie: ["bestFit", "outEnd", "ctr", "inEnd"], doughnut: [], area: [],
};

function flags({ showValue, showCategoryName, showSeriesName, showPercentage }: Pick<LabelsLook, "showValue" | "showCategoryName" | "showSeriesName" | "showPercentage">): string {
  return val("showLegendKey", false) + val("showVal", showValue) + val("showCatName", showCategoryName) + val("showSerName", showSeriesName) + val("showPercent", showPercentage) + val("showBubbleSize", false);
}

const NOTHING = { showValue: false, showCategoryName: false, showSeriesName: false, showPercentage: false };

function labelsXml(series: SeriesLook): string {
  const { labels, kind, grouping, points } = series;
  if (labels === undefined) return `<c:dLbls>${flags(NOTHING)}</c:dLbls>`;
  const place = LABEL_PLACES[labels.position ?? ""];
  const isAllowed = place !== undefined && ALLOWED_PLACES[kind]?.includes(place) === true && !(place === "outEnd" && grouping !== "clustered" && kind !== "pie");
  const format = labels.format === undefined ? "" : `<c:numFmt formatCode="${encode(labels.format)}" sourceLinked="0"/>`;
  const position = isAllowed ? val("dLblPos", place) : "";
  const single = points.map(({ index, hasLabel, labelFont }) => {
    if (hasLabel === false) return `<c:dLbl>${val("idx", index)}<c:delete val="1"/></c:dLbl>`;
    if (Object.keys(labelFont).length === 0) return "";
    return `<c:dLbl>${val("idx", index)}${format}${textXml({ ...labels.font, ...labelFont })}${position}${flags(labels)}</c:dLbl>`;
  }).join("");
  return `<c:dLbls>${single}${format}${shape(labels.fill, {})}${textXml(labels.font)}${position}${flags(labels)}${kind === "pie" || kind === "doughnut" ? val("showLeaderLines", false) : ""}</c:dLbls>`;
}

function cache(values: readonly (string | number | null)[]): string {
  return val("ptCount", values.length) + values.map((value, index) => (value === null || value === "" ? "" : `<c:pt idx="${String(index)}"><c:v>${encode(String(value))}</c:v></c:pt>`)).join("");
}

function reference(address: string): string {
  return `<c:f>${encode(absoluteAddress(address))}</c:f>`;
}

const MARKERS: Readonly<Record<string, string>> = { None: "none", Circle: "circle", Diamond: "diamond", Square: "square", Triangle: "triangle", X: "x", Star: "star", Dash: "dash", Dot: "dot", Plus: "plus" };

function markerXml({ kind, marker }: SeriesLook): string {
  if (kind !== "line" && kind !== "scatter") return "";
  const symbol = MARKERS[marker.style];
  const look = shape(marker.fill, marker.line === undefined ? {} : { color: marker.line });
  const inner = `${symbol === undefined ? "" : val("symbol", symbol)}${marker.size === undefined || symbol === "none" ? "" : val("size", marker.size)}${symbol === "none" ? "" : look}`;
  return inner === "" ? "" : `<c:marker>${inner}</c:marker>`;
}

function seriesXml(series: SeriesLook, index: number): string {
  const { kind } = series;
  const isLine = kind === "line" || kind === "scatter";
  const name = series.nameAt === undefined
    ? `<c:tx><c:v>${encode(series.name)}</c:v></c:tx>`
    : `<c:tx><c:strRef>${reference(series.nameAt)}<c:strCache>${cache([series.name])}</c:strCache></c:strRef></c:tx>`;
  const points = series.points.map(({ index: at, fill, border }) => {
    const look = shape(fill, border);
    return look === "" ? "" : `<c:dPt>${val("idx", at)}${isLine ? "" : val("invertIfNegative", false)}${val("bubble3D", false)}${look}</c:dPt>`;
  }).join("");
  const categories = series.categoriesAt === undefined ? "" : `<c:cat><c:strRef>${reference(series.categoriesAt)}<c:strCache>${cache(series.categories)}</c:strCache></c:strRef></c:cat>`;
  const values = series.valuesAt === undefined ? "" : `<c:numRef>${reference(series.valuesAt)}<c:numCache><c:formatCode>General</c:formatCode>${cache(series.values)}</c:numCache></c:numRef>`;
  const data = kind === "scatter"
    ? categories.replaceAll("c:cat>", "c:xVal>") + (values === "" ? "" : `<c:yVal>${values}</c:yVal>`)
    : categories + (values === "" ? "" : `<c:val>${values}</c:val>`);
  const inverted = kind === "bar" || kind === "column" ? val("invertIfNegative", false) : "";
  // The order of a series' parts is not the same for lines and for bars.
  const look = shape(isLine ? undefined : series.fill, series.line);
  return `<c:ser>${val("idx", index)}${val("order", index)}${name}${look}${inverted}${markerXml(series)}${kind === "pie" || kind === "doughnut" ? points.replaceAll('<c:invertIfNegative val="0"/>', "") : points}${labelsXml(series)}${data}${isLine ? val("smooth", series.isSmooth) : ""}</c:ser>`;
}

interface Numbered { readonly series: SeriesLook; readonly index: number }

function groupXml(list: readonly Numbered[], ids: readonly [number, number]): string {
  const [first] = list;
  if (first === undefined) return "";
  const { kind, grouping } = first.series;
  const series = list.map((each) => seriesXml(each.series, each.index)).join("");
  const set = <T>(read: (look: SeriesLook) => T | undefined): T | undefined => list.map((each) => read(each.series)).find((value) => value !== undefined);
  const axes = val("axId", ids[0]) + val("axId", ids[1]);
  const how = val("grouping", grouping === "percent" ? "percentStacked" : grouping);
  switch (kind) {
    case "bar":
    case "column": {
      const overlap = set((look) => look.overlap) ?? (grouping === "clustered" ? undefined : 100);
      return `<c:barChart>${val("barDir", kind === "bar" ? "bar" : "col")}${how}${val("varyColors", false)}${series}${val("gapWidth", set((look) => look.gapWidth) ?? 150)}${overlap === undefined ? "" : val("overlap", overlap)}${axes}</c:barChart>`;
    }
    case "line":
      return `<c:lineChart>${how}${val("varyColors", false)}${series}${val("marker", true)}${axes}</c:lineChart>`;
    case "area":
      return `<c:areaChart>${how}${val("varyColors", false)}${series}${axes}</c:areaChart>`;
    case "scatter":
      return `<c:scatterChart>${val("scatterStyle", "lineMarker")}${val("varyColors", false)}${series}${axes}</c:scatterChart>`;
    case "pie":
      return `<c:pieChart>${val("varyColors", true)}${series}${val("firstSliceAng", set((look) => look.firstSliceAngle) ?? 0)}</c:pieChart>`;
    case "doughnut":
      return `<c:doughnutChart>${val("varyColors", true)}${series}${val("firstSliceAng", set((look) => look.firstSliceAngle) ?? 0)}${val("holeSize", set((look) => look.holeSize) ?? 75)}</c:doughnutChart>`;
  }
}

const TICKS: Readonly<Record<string, string>> = { None: "none", Inside: "in", Outside: "out", Cross: "cross" };
const TICK_LABELS: Readonly<Record<string, string>> = { NextToAxis: "nextTo", High: "high", Low: "low", None: "none" };
const CROSSES: Readonly<Record<string, string>> = { Automatic: "autoZero", Maximum: "max", Minimum: "min" };

function axisXml(kind: "catAx" | "valAx", axis: AxisLook, other: AxisLook, ids: readonly [number, number], place: string, isUpright: boolean, isCategory: boolean, isSecondary: boolean): string {
  const bounds = (axis.maximum === undefined ? "" : val("max", axis.maximum)) + (axis.minimum === undefined ? "" : val("min", axis.minimum));
  const rotation = axis.title?.orientation === undefined ? (isUpright ? -5_400_000 : undefined) : Math.round(-axis.title.orientation * 60_000);
  const title = axis.title === undefined ? "" : titleXml(axis.title.text, axis.title.font, false, rotation);
  return [
    `<c:${kind}>${val("axId", ids[0])}<c:scaling>${val("orientation", axis.isReversed ? "maxMin" : "minMax")}${bounds}</c:scaling>`,
    val("delete", !axis.isVisible), val("axPos", place),
    axis.gridlines === undefined ? "" : `<c:majorGridlines>${shape(undefined, axis.gridlines)}</c:majorGridlines>`,
    title,
    `<c:numFmt formatCode="${encode(axis.format ?? "General")}" sourceLinked="${axis.format === undefined ? "1" : "0"}"/>`,
    val("majorTickMark", TICKS[axis.majorTickMark ?? ""] ?? (isCategory ? "none" : "out")), val("minorTickMark", TICKS[axis.minorTickMark ?? ""] ?? "none"),
    val("tickLblPos", TICK_LABELS[axis.tickLabels ?? ""] ?? "nextTo"),
    shape(undefined, axis.line), textXml(axis.font),
    val("crossAx", ids[1]),
    // Said at the other axis in office.js: where it lets this one cross it.
    val("crosses", isSecondary && kind === "valAx" ? "max" : (CROSSES[other.position] ?? "autoZero")),
    kind === "catAx"
      ? val("auto", true) + val("lblAlgn", "ctr") + val("lblOffset", 100) + val("noMultiLvlLbl", false)
      : val("crossBetween", "between") + (axis.majorUnit === undefined ? "" : val("majorUnit", axis.majorUnit)),
    `</c:${kind}>`,
  ].join("");
}

function groupsOf(look: ChartLook, isSecondary: boolean): Numbered[][] {
  const groups = new Map<string, Numbered[]>();
  look.series.forEach((series, index) => {
    if (series.isSecondary !== isSecondary) return;
    const key = `${series.kind} ${series.grouping}`;
    groups.set(key, [...(groups.get(key) ?? []), { series, index }]);
  });
  return [...groups.values()];
}

function layoutXml({ inside }: ChartLook, { width, height }: ChartModel): string {
  if (inside === undefined || width <= 0 || height <= 0) return "<c:layout/>";
  const share = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 10_000;
  return `<c:layout><c:manualLayout>${val("layoutTarget", "inner")}${val("xMode", "edge")}${val("yMode", "edge")}${val("x", share(inside.left, width))}${val("y", share(inside.top, height))}${val("w", share(inside.width, width))}${val("h", share(inside.height, height))}</c:manualLayout></c:layout>`;
}

const LEGEND_PLACES: Readonly<Record<string, string>> = { Top: "t", Bottom: "b", Left: "l", Right: "r", Corner: "tr" };
const BLANKS: Readonly<Record<string, string>> = { NotPlotted: "gap", Zero: "zero", Interplotted: "span", Interpolated: "span" };

export function chartXml(sheet: SheetModel, chart: ChartModel): string {
  const look = describeChart(sheet, chart);
  const { axes, title, legend } = look;
  const isRound = look.series.every(({ kind }) => kind === "pie" || kind === "doughnut");
  const isFlat = look.series.some(({ kind }) => kind === "bar");
  const isScatter = look.series.some(({ kind }) => kind === "scatter");
  const pairs: readonly (readonly [boolean, readonly [number, number], AxisLook, AxisLook])[] = [
    [false, [111_111_111, 222_222_222], axes.category, axes.value],
    [true, [333_333_333, 444_444_444], { ...axes.secondaryCategory, isVisible: false }, axes.secondaryValue],
  ];
  const used = pairs.map(([isSecondary, ids, category, value]) => ({ isSecondary, ids, category, value, groups: groupsOf(look, isSecondary) })).filter(({ groups }) => groups.length > 0);
  const plots = used.flatMap(({ groups, ids }) => groups.map((group) => groupXml(group, ids))).join("");
  const categoryAxes = used.map(({ ids: [first, second], category, value }) => axisXml(isScatter ? "valAx" : "catAx", category, value, [first, second], isFlat ? "l" : "b", isFlat, true, false));
  const valueAxes = used.map(({ isSecondary, ids: [first, second], category, value }) =>
    axisXml("valAx", isSecondary ? { ...value, gridlines: undefined } : value, category, [second, first], isFlat ? "b" : isSecondary ? "r" : "l", !isFlat, false, isSecondary));
  const axesXml = isRound ? "" : [...categoryAxes, ...valueAxes].join("");
  const body = [
    title === undefined ? "" : titleXml(title.text, title.font, title.isOverlay), val("autoTitleDeleted", title === undefined),
    `<c:plotArea>${layoutXml(look, chart)}${plots}${axesXml}</c:plotArea>`,
    legend === undefined ? "" : `<c:legend>${val("legendPos", LEGEND_PLACES[legend.position] ?? "r")}${val("overlay", legend.isOverlay)}${textXml(legend.font)}</c:legend>`,
    val("plotVisOnly", look.plotsVisibleOnly), val("dispBlanksAs", BLANKS[look.blanks] ?? "gap"),
  ].join("");
  const frame = shape(look.fill === undefined ? "#FFFFFF" : look.fill, Object.keys(look.border).length === 0 ? { color: "#D9D9D9", weight: 0.75 } : look.border);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<c:chartSpace ${NAMESPACES}>${val("date1904", sheet.workbook.date1904)}<c:lang val="ja-JP"/>${val("roundedCorners", false)}<c:chart>${body}</c:chart>${frame}${textXml(look.font)}</c:chartSpace>`;
}
