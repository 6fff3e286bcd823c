import { edgesOf, pointsBefore, type Edge } from "../model/chart-place";
import type { ChartModel } from "../model/parts";
import { absoluteAddress } from "../model/range";
import type { SheetModel } from "../model/workbook";
import { chartXml } from "./chart-xml";
import { chartReferences, readChart } from "./chart-read";
import type { Palette } from "./colors";
import { addToRoot, type PartStore } from "./parts";
import { relationshipsOf, textOfPart } from "./relationships";
import { attribute, child, encode, parseXml, type XmlElement } from "./xml";

const EMU_PER_POINT = 12_700;
const DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml";
const CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";
const DRAWING = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"></xdr:wsDr>`;

function drawingOf(parts: ReadonlyMap<string, Uint8Array>, sheetPart: string): string | undefined {
  return [...relationshipsOf(parts, sheetPart).values()].find(({ type, target }) => type === "drawing" && parts.has(target))?.target;
}

/** Every anchor of a drawing that shows a chart, with the chart's part. */
function chartAnchors(parts: ReadonlyMap<string, Uint8Array>, drawing: string): { readonly anchor: XmlElement; readonly part: string; readonly id: string }[] {
  const relationships = relationshipsOf(parts, drawing);
  return parseXml(textOfPart(parts, drawing)).children.flatMap((anchor) => {
    const graphic = child(child(child(anchor, "graphicFrame"), "graphic"), "graphicData");
    const id = attribute(child(graphic, "chart"), "r:id") ?? "";
    const target = relationships.get(id);
    return target?.type === "chart" ? [{ anchor, part: target.target, id }] : [];
  });
}

function edge(sheet: SheetModel, corner: XmlElement | undefined, axis: "row" | "column"): number {
  const [at, offset] = axis === "row" ? ["row", "rowOff"] : ["col", "colOff"];
  return pointsBefore(sheet, axis, Number(child(corner, at)?.text ?? "0")) + Number(child(corner, offset)?.text ?? "0") / EMU_PER_POINT;
}

export function readCharts(sheet: SheetModel, parts: ReadonlyMap<string, Uint8Array>, sheetPart: string, palette: Palette): void {
  const drawing = drawingOf(parts, sheetPart);
  if (drawing === undefined) return;
  for (const { anchor, part } of chartAnchors(parts, drawing)) {
    if (!parts.has(part)) continue;
    const [from, to, size] = [child(anchor, "from"), child(anchor, "to"), child(anchor, "ext")];
    const [left, top] = [edge(sheet, from, "column"), edge(sheet, from, "row")];
    const width = to === undefined ? Number(attribute(size, "cx") ?? "0") / EMU_PER_POINT : edge(sheet, to, "column") - left;
    const height = to === undefined ? Number(attribute(size, "cy") ?? "0") / EMU_PER_POINT : edge(sheet, to, "row") - top;
    const properties = child(child(child(anchor, "graphicFrame"), "nvGraphicFramePr"), "cNvPr");
    const [title, description] = [attribute(properties, "title") ?? "", attribute(properties, "descr") ?? ""];
    const chart: ChartModel = {
      id: sheet.workbook.newGuid(), name: attribute(properties, "name") ?? "", left, top, width, height, part,
      ...readChart(textOfPart(parts, part), { width, height }, palette),
      ...(title === "" && description === "" ? {} : { altText: { title, description } }),
    };
    chart.placeAsRead = place(chart);
    sheet.charts.push(chart);
  }
}

function place({ left, top, width, height }: ChartModel): string {
  return JSON.stringify([left, top, width, height]);
}

/** Writes what changed of a sheet's charts; gives the section that names the drawing, or undefined where that stays. */
export function saveCharts(sheet: SheetModel, store: PartStore, sheetPart: string): string | undefined {
  let drawing = drawingOf(store.parts, sheetPart);
  if (drawing !== undefined) removeGone(sheet, store, drawing);
  for (const chart of sheet.charts) {
    if (chart.part !== undefined && drawing !== undefined) saveChanged(sheet, chart, store, drawing);
    else drawing = addChart(sheet, chart, store, drawing);
  }
  if (drawing === undefined) return undefined;
  if (parseXml(store.text(drawing)).children.length > 0) return `<drawing r:id="${store.relate(sheetPart, "drawing", drawing)}"/>`;
  store.unrelate(sheetPart, (_id, target) => target === drawing);
  store.remove(drawing);
  return "";
}

function removeGone(sheet: SheetModel, store: PartStore, drawing: string): void {
  const kept = new Set(sheet.charts.map(({ part }) => part));
  for (const { anchor, part, id } of chartAnchors(store.parts, drawing).reverse()) {
    if (kept.has(part)) continue;
    const text = store.text(drawing);
    store.put(drawing, text.slice(0, anchor.start) + text.slice(anchor.end));
    store.unrelate(drawing, (each) => each === id);
    for (const { target } of relationshipsOf(store.parts, part).values()) if (store.has(target)) store.remove(target);
    store.remove(part);
  }
}

function saveChanged(sheet: SheetModel, chart: ChartModel, store: PartStore, drawing: string): void {
  const { part = "" } = chart;
  if (sheet.changes.charts.has(chart)) {
    if (chart.isRestyled === true) store.put(part, chartXml(sheet, chart));
    else store.put(part, withReferences(store.text(part), chart));
  }
  if (chart.placeAsRead === place(chart)) return;
  const found = chartAnchors(store.parts, drawing).find((each) => each.part === part);
  if (found === undefined) return;
  const text = store.text(drawing);
  const corners = [child(found.anchor, "from"), child(found.anchor, "to") ?? child(found.anchor, "ext")];
  const [from, to] = corners;
  if (from === undefined || to === undefined) return;
  const prefix = /^<(\w+:)?/u.exec(text.slice(from.start))?.[1] ?? "";
  const edges = edgesOf(sheet, chart);
  const end = to.name === "ext"
    ? `<${prefix}ext cx="${String(Math.round(chart.width * EMU_PER_POINT))}" cy="${String(Math.round(chart.height * EMU_PER_POINT))}"/>`
    : cornerXml(`${prefix}to`, prefix, edges.right, edges.bottom);
  store.put(drawing, text.slice(0, from.start) + cornerXml(`${prefix}from`, prefix, edges.left, edges.top) + text.slice(from.end, to.start) + end + text.slice(to.end));
}

/** Only the cells that a chart shows moved: the rest of its part stays. */
function withReferences(source: string, chart: ChartModel): string {
  const wanted = chart.series.flatMap(({ nameFrom, categories, values }) => [nameFrom, categories, values]);
  const places = chartReferences(parseXml(source));
  let text = source;
  for (let at = places.length - 1; at >= 0; at--) {
    const [element, address] = [places[at], wanted[at]];
    if (element === undefined || address === undefined) continue;
    const next = absoluteAddress(address);
    if (element.text !== next && element.text.replaceAll("$", "") !== address) text = text.slice(0, element.inside) + encode(next) + text.slice(element.insideEnd);
  }
  return text;
}

function cornerXml(name: string, prefix: string, column: Edge, row: Edge): string {
  const emu = ({ offset }: Edge): string => String(Math.round(offset * EMU_PER_POINT));
  return `<${name}><${prefix}col>${String(column.at)}</${prefix}col><${prefix}colOff>${emu(column)}</${prefix}colOff><${prefix}row>${String(row.at)}</${prefix}row><${prefix}rowOff>${emu(row)}</${prefix}rowOff></${name}>`;
}

function addChart(sheet: SheetModel, chart: ChartModel, store: PartStore, existing: string | undefined): string {
  const drawing = existing ?? store.add("xl/drawings/drawing", ".xml", DRAWING_TYPE, DRAWING);
  const part = store.add("xl/charts/chart", ".xml", CHART_TYPE, chartXml(sheet, chart));
  const id = store.relate(drawing, "chart", part);
  const text = store.text(drawing);
  const taken = [...text.matchAll(/<(?:\w+:)?cNvPr\b[^>]*\sid="(\d+)"/gu)].map(([, number]) => Number(number));
  const edges = edgesOf(sheet, chart);
  const alt = chart.altText === undefined ? "" : ` descr="${encode(chart.altText.description)}" title="${encode(chart.altText.title)}"`;
  store.put(drawing, addToRoot(text, [
    `<xdr:twoCellAnchor xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`,
    cornerXml("xdr:from", "xdr:", edges.left, edges.top), cornerXml("xdr:to", "xdr:", edges.right, edges.bottom),
    `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${String(Math.max(1, ...taken) + 1)}" name="${encode(chart.name)}"${alt}/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>`,
    `<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="${CHART}"><c:chart xmlns:c="${CHART}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="${id}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`,
  ].join("")));
  return drawing;
}
