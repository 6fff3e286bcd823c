import type { PlanChart } from "../../core/report";
import type { ChartSize } from "../../core/report/chart-look";
import { element, textElement } from "./xml";

/* A sheet's drawing: where each chart stands. The library's own would let the frames run into the edge of the page. */

const NAMESPACES = {
  "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
};
const CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart";

/** English Metric Units: 12,700 a point. The frame keeps this far inside the cells that the chart covers. */
const INSET = 25_400;
const EMU_PER_POINT = 12_700;
/**
 * A digit of the standard font is half of its 10 points. Excel rounds it up to 7 pixels, which are 5.25; programs that do
 * not round would set a frame that is measured so beyond its last cell, and the page would cut its edge off.
 */
const POINTS_PER_WIDTH = 5;

function corner(name: string, column: number, columnOffset: number, row: number, rowOffset: number): string {
  return element(
    name,
    {},
    textElement("xdr:col", String(column)),
    textElement("xdr:colOff", String(columnOffset)),
    textElement("xdr:row", String(row)),
    textElement("xdr:rowOff", String(rowOffset)),
  );
}

function frame(chart: PlanChart, index: number): string {
  const properties = element(
    "xdr:nvGraphicFramePr",
    {},
    element("xdr:cNvPr", { id: index + 2, name: `グラフ ${String(index + 1)}`, descr: chart.altText, title: chart.title }),
    element("xdr:cNvGraphicFramePr", {}),
  );
  const transform = element("xdr:xfrm", {}, element("a:off", { x: 0, y: 0 }), element("a:ext", { cx: 0, cy: 0 }));
  const reference = element("c:chart", { "xmlns:c": CHART, "r:id": `rId${String(index + 1)}` });
  const graphic = element("a:graphic", {}, element("a:graphicData", { uri: CHART }, reference));
  return element("xdr:graphicFrame", { macro: "" }, properties, transform, graphic);
}

/** How large a chart is, in points: the cells that it covers. */
export function sizeOf({ covers }: PlanChart, sizes: DrawingSizes): ChartSize {
  const sum = (list: readonly number[], first: number, last: number): number =>
    list.slice(first, last + 1).reduce((total, value) => total + value, 0);
  return {
    width: sum(sizes.columnWidths, covers.left, covers.right) * POINTS_PER_WIDTH,
    height: sum(sizes.rowHeights, covers.top, covers.bottom),
  };
}

export interface DrawingSizes {
  readonly columnWidths: readonly number[];
  readonly rowHeights: readonly number[];
}

function anchor(chart: PlanChart, index: number, sizes: DrawingSizes): string {
  const { top, left, bottom, right } = chart.covers;
  const width = Math.round((sizes.columnWidths[right] ?? 9) * POINTS_PER_WIDTH * EMU_PER_POINT);
  const height = Math.round((sizes.rowHeights[bottom] ?? 18) * EMU_PER_POINT);
  return element(
    "xdr:twoCellAnchor",
    { editAs: "oneCell" },
    corner("xdr:from", left, INSET, top, INSET),
    corner("xdr:to", right, Math.max(width - INSET, 0), bottom, Math.max(height - INSET, 0)),
    frame(chart, index),
    element("xdr:clientData", {}),
  );
}

/** `xl/drawings/drawingN.xml`; the relationships are the library's: `rId1`, `rId2` … in the order of the charts. */
export function drawingPart(charts: readonly PlanChart[], sizes: DrawingSizes): string {
  const anchors = charts.map((chart, index) => anchor(chart, index, sizes));
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${element("xdr:wsDr", NAMESPACES, ...anchors)}`;
}
