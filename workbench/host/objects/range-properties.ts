import type { RangeModel } from "../model/range";
import { resize } from "./range-format";
import { invalid } from "./range-values";

type Wanted = Readonly<Record<string, unknown>>;

/** The host answers what the add-in asks of rows; anything else fails by name. */
export function rowProperties(range: RangeModel, given: readonly Wanted[]): Record<string, unknown>[] {
  range.check();
  const wanted = onlyKnown(given[0] ?? {}, ["rowHidden", "rowIndex", "address", "addressLocal"]);
  const rows: Record<string, unknown>[] = [];
  for (let row = range.region.top; row <= range.region.bottom; row++) {
    const answer: Record<string, unknown> = {};
    if (wanted.has("rowHidden")) answer["rowHidden"] = range.sheet.isRowHidden(row);
    if (wanted.has("rowIndex")) answer["rowIndex"] = row;
    rows.push(answer);
  }
  return rows;
}

export function columnProperties(range: RangeModel, given: readonly Wanted[]): Record<string, unknown>[] {
  range.check();
  const wanted = onlyKnown(given[0] ?? {}, ["columnHidden", "columnIndex"]);
  const columns: Record<string, unknown>[] = [];
  for (let column = range.region.left; column <= range.region.right; column++) {
    const answer: Record<string, unknown> = {};
    if (wanted.has("columnHidden")) answer["columnHidden"] = range.sheet.isColumnHidden(column);
    if (wanted.has("columnIndex")) answer["columnIndex"] = column;
    columns.push(answer);
  }
  return columns;
}

export function setRowProperties(range: RangeModel, given: readonly unknown[]): null {
  const list = toList(given[0], range.rowCount);
  list.forEach((each, index) => {
    const row = range.region.top + index;
    const one = range.at({ ...range.region, top: row, bottom: row });
    const { height, hidden } = readSizes(each, "rowHeight", "rowHidden");
    if (height !== undefined) resize(one, "row", height);
    if (hidden !== undefined) range.sheet.rowModels.set(row, { ...range.sheet.rowModels.get(row), hidden });
  });
  range.sheet.changes.aspect("rows");
  return null;
}

export function setColumnProperties(range: RangeModel, given: readonly unknown[]): null {
  const list = toList(given[0], range.columnCount);
  list.forEach((each, index) => {
    const column = range.region.left + index;
    const one = range.at({ ...range.region, left: column, right: column });
    const { height: width, hidden } = readSizes(each, "columnWidth", "columnHidden");
    if (width !== undefined) resize(one, "column", width);
    if (hidden !== undefined) range.sheet.columnModels.set(column, { ...range.sheet.columnModels.get(column), hidden });
  });
  range.sheet.changes.aspect("columns");
  return null;
}

function toList(value: unknown, count: number): readonly Wanted[] {
  if (!Array.isArray(value) || value.length !== count) throw invalid();
  return value as readonly Wanted[];
}

function readSizes(each: Wanted, sizeName: string, hiddenName: string): { readonly height: number | undefined; readonly hidden: boolean | undefined } {
  const format = (each["format"] ?? {}) as Wanted;
  const size = format[sizeName];
  const hidden = each[hiddenName];
  return { height: typeof size === "number" ? size : undefined, hidden: typeof hidden === "boolean" ? hidden : undefined };
}

function onlyKnown(wanted: Wanted, known: readonly string[]): ReadonlySet<string> {
  const names = Object.entries(wanted).filter(([, is]) => is !== false && is !== null).map(([name]) => name);
  if (names.some((name) => !known.includes(name))) throw invalid();
  return new Set(names);
}
