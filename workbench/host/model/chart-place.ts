import type { Shift } from "../formula/shift";
import type { ChartModel } from "./parts";
import type { SheetModel } from "./workbook";

/** An edge of a chart: the row or column that it lies in, and how far into it, in points. */
export interface Edge {
  readonly at: number;
  readonly offset: number;
}

type Axis = "row" | "column";

function sizeOf(sheet: SheetModel, axis: Axis, at: number): number {
  if (axis === "row") return sheet.isRowHidden(at) ? 0 : (sheet.rowModels.get(at)?.height ?? sheet.standardHeight);
  return sheet.isColumnHidden(at) ? 0 : (sheet.columnModels.get(at)?.width ?? sheet.standardWidth);
}

/** Points from the sheet's edge to the beginning of a row or column. */
export function pointsBefore(sheet: SheetModel, axis: Axis, until: number, from = 0): number {
  const models = axis === "row" ? sheet.rowModels : sheet.columnModels;
  // Far fewer rows have a size of their own than there are rows.
  let sum = (until - from) * (axis === "row" ? sheet.standardHeight : sheet.standardWidth);
  for (const at of models.keys()) if (at >= from && at < until) sum += sizeOf(sheet, axis, at) - (axis === "row" ? sheet.standardHeight : sheet.standardWidth);
  return sum;
}

export function edgeAt(sheet: SheetModel, axis: Axis, points: number): Edge {
  let at = 0;
  let rest = points;
  for (;;) {
    const size = sizeOf(sheet, axis, at);
    // A hidden row holds no edge.
    if (rest < size || at > 1_048_574) return { at, offset: Math.max(0, Math.min(rest, size)) };
    rest -= size;
    at++;
  }
}

export interface ChartEdges {
  readonly chart: ChartModel;
  readonly top: Edge;
  readonly bottom: Edge;
  readonly left: Edge;
  readonly right: Edge;
}

export function edgesOf(sheet: SheetModel, chart: ChartModel): ChartEdges {
  return {
    chart,
    top: edgeAt(sheet, "row", chart.top), bottom: edgeAt(sheet, "row", chart.top + chart.height),
    left: edgeAt(sheet, "column", chart.left), right: edgeAt(sheet, "column", chart.left + chart.width),
  };
}

export function placesOf(sheet: SheetModel): ChartEdges[] {
  return sheet.charts.map((chart) => edgesOf(sheet, chart));
}

/** Charts move and stretch with the cells under them, as they do unless told otherwise. */
export function moveCharts(sheet: SheetModel, shift: Shift, before: readonly ChartEdges[]): void {
  const move = ({ at, offset }: Edge): number => {
    if (at < shift.at) return pointsBefore(sheet, shift.axis, at) + offset;
    const isGone = shift.count < 0 && at < shift.at - shift.count;
    return isGone ? pointsBefore(sheet, shift.axis, shift.at) : pointsBefore(sheet, shift.axis, at + shift.count) + offset;
  };
  for (const { chart, top, bottom, left, right } of before) {
    const [start, end] = shift.axis === "row" ? [move(top), move(bottom)] : [move(left), move(right)];
    const [oldStart, oldSize] = shift.axis === "row" ? [chart.top, chart.height] : [chart.left, chart.width];
    if (start === oldStart && end - start === oldSize) continue;
    Object.assign(chart, shift.axis === "row" ? { top: start, height: end - start } : { left: start, width: end - start });
    sheet.changes.chart(chart);
  }
}
