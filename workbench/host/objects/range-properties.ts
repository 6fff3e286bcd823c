import type { Environment } from "../interpreter/definition";
import type { RangeModel } from "../model/range";
import { applyFormat, entriesOf, notImplemented, readFormat, type Wanted } from "./cell-properties";
import { setHyperlink } from "./range-links";
import { invalid } from "./range-values";

type Axis = "row" | "column";

function lineOf(range: RangeModel, axis: Axis, index: number): RangeModel {
  const { region } = range;
  return axis === "row" ? range.at({ ...region, top: region.top + index, bottom: region.top + index }) : range.at({ ...region, left: region.left + index, right: region.left + index });
}

/** One answer a row or column, of what is asked; an unknown name is refused. */
function readLines(range: RangeModel, axis: Axis, wanted: unknown): Record<string, unknown>[] {
  range.check();
  const { sheet, region } = range;
  const [first, last] = axis === "row" ? [region.top, region.bottom] : [region.left, region.right];
  const asked = entriesOf(wanted ?? {}).filter(([, is]) => is !== false);
  const answers: Record<string, unknown>[] = [];
  for (let at = first; at <= last; at++) {
    const answer: Record<string, unknown> = {};
    for (const [name, inner] of asked) {
      if (name === `${axis}Hidden`) answer[name] = axis === "row" ? sheet.isRowHidden(at) : sheet.isColumnHidden(at);
      else if (name === `${axis}Index`) answer[name] = at;
      else if (name === "address" || name === "addressLocal") answer[name] = lineOf(range, axis, at - first).address;
      else if (name === "format") answer[name] = readSizes(range, axis, at, inner);
      else throw notImplemented(name);
    }
    answers.push(answer);
  }
  return answers;
}

function readSizes({ sheet, region }: RangeModel, axis: Axis, at: number, wanted: unknown): Record<string, unknown> {
  const size = axis === "row" ? "rowHeight" : "columnWidth";
  const { [size]: isAsked, ...others } = wanted as Wanted;
  const style = axis === "row" ? sheet.style(at, region.left) : sheet.style(region.top, at);
  const points = axis === "row" ? (sheet.rowModels.get(at)?.height ?? sheet.standardHeight) : (sheet.columnModels.get(at)?.width ?? sheet.standardWidth);
  return { ...readFormat(style, others), ...(isAsked === true ? { [size]: points } : {}) };
}

function setLines(range: RangeModel, axis: Axis, given: unknown): null {
  const count = axis === "row" ? range.rowCount : range.columnCount;
  if (!Array.isArray(given) || given.length !== count) throw invalid();
  const { sheet } = range;
  (given as readonly unknown[]).forEach((each, index) => {
    const line = lineOf(range, axis, index);
    for (const [name, value] of entriesOf(each)) {
      if (name === "format") applyFormat(line, value);
      else if (name === `${axis}Hidden` && typeof value === "boolean") {
        const models: Map<number, { hidden?: boolean }> = axis === "row" ? sheet.rowModels : sheet.columnModels;
        const at = axis === "row" ? line.region.top : line.region.left;
        models.set(at, { ...models.get(at), hidden: value });
      } else throw notImplemented(name);
    }
  });
  sheet.changes.aspect(axis === "row" ? "rows" : "columns");
  sheet.workbook.isDirty = true;
  return null;
}

export const rowProperties = (range: RangeModel, given: readonly unknown[]): Record<string, unknown>[] => readLines(range, "row", given[0]);
export const columnProperties = (range: RangeModel, given: readonly unknown[]): Record<string, unknown>[] => readLines(range, "column", given[0]);
export const setRowProperties = (range: RangeModel, given: readonly unknown[]): null => setLines(range, "row", given[0]);
export const setColumnProperties = (range: RangeModel, given: readonly unknown[]): null => setLines(range, "column", given[0]);

export function cellProperties(range: RangeModel, given: readonly unknown[]): Record<string, unknown>[][] {
  range.check();
  const asked = entriesOf(given[0] ?? {}).filter(([, is]) => is !== false);
  const { sheet, region } = range;
  const answer = (row: number, column: number): Record<string, unknown> => Object.fromEntries(asked.map(([name, inner]): [string, unknown] => {
    if (name === "format") return [name, readFormat(sheet.style(row, column), inner)];
    if (name === "address" || name === "addressLocal") return [name, range.at({ top: row, bottom: row, left: column, right: column }).address];
    if (name === "hidden") return [name, sheet.isRowHidden(row) || sheet.isColumnHidden(column)];
    throw notImplemented(name);
  }));
  return Array.from({ length: range.rowCount }, (_, down) => Array.from({ length: range.columnCount }, (__, across) => answer(region.top + down, region.left + across)));
}

/** One object a cell; null leaves a cell as it is. */
export function setCellProperties(range: RangeModel, given: readonly unknown[], environment: Environment): null {
  range.check();
  const grid = given[0] as readonly (readonly unknown[])[];
  const fits = grid.length === range.rowCount && grid.every((line) => line.length === range.columnCount);
  if (!fits) throw invalid();
  const { top, left } = range.region;
  grid.forEach((line, down) => {
    line.forEach((each, across) => {
      if (each === null) return;
      const cell = range.at({ top: top + down, bottom: top + down, left: left + across, right: left + across });
      for (const [name, value] of entriesOf(each)) {
        if (name === "format") applyFormat(cell, value);
        else if (name === "hyperlink") setHyperlink(cell, value, environment);
        else throw notImplemented(name);
      }
    });
  });
  return null;
}
