import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import { overlaps, type Region } from "../../../src/core/sheet/region";
import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { toWire, valueType } from "../model/events";
import { checkRegion, findRange, intersect, RangeAreasModel, RangeModel } from "../model/range";
import type { SheetModel } from "../model/workbook";
import { pointsBefore } from "../model/chart-place";
import { GENERAL } from "../model/style";
import { defineRangeSort, rangeEdits } from "./range-edit";
import { defineRangeFormat } from "./range-format";
import { hyperlinkOf, setHyperlink } from "./range-links";
import { cellProperties, columnProperties, rowProperties, setCellProperties, setColumnProperties, setRowProperties } from "./range-properties";
import { common, formulaOf, invalid, readGrid, textOf, writeContents, writeNumberFormats } from "./range-values";
import { refuseIfProtected } from "./protection";
import { selectRegions } from "./range-select";

/** Above this many `getMergedAreas` fails, in Excel too. */
export const MOST_MERGED_AREAS = 512;

function part(range: RangeModel, region: Region): RangeModel {
  range.check();
  return range.at(region);
}

function toRange(value: unknown, home: SheetModel): RangeModel {
  if (value instanceof RangeModel) return value;
  const found = typeof value === "string" ? findRange(home.workbook, home, value) : undefined;
  if (found === undefined) throw invalid();
  return found;
}

function mergedAreas(range: RangeModel): RangeAreasModel | null {
  range.check();
  const { region } = range;
  const inside = range.sheet.merges.filter(({ top, left }) => top >= region.top && top <= region.bottom && left >= region.left && left <= region.right);
  if (inside.length > MOST_MERGED_AREAS) throw new HostError("InvalidOperation", "The merged areas of the range exceed 512.");
  return inside.length === 0 ? null : new RangeAreasModel(range.sheet, inside.map((merge) => new RangeModel(range.sheet, merge)));
}

function usedIn(range: RangeModel, valuesOnly: boolean): RangeModel | null {
  range.check();
  const used = range.sheet.usedRegion(valuesOnly);
  const region = used === undefined ? undefined : intersect(used, range.region);
  return region === undefined ? null : range.at(region);
}

function find(range: RangeModel, text: string, criteria: { readonly completeMatch?: boolean; readonly matchCase?: boolean } | null): RangeModel {
  const wanted = criteria?.matchCase === true ? text : text.toLowerCase();
  const { top, left, bottom, right } = range.region;
  range.sheet.workbook.settle();
  for (const [row, cells] of [...range.sheet.rows].sort(([a], [b]) => a - b)) {
    if (row < top || row > bottom) continue;
    for (const [column, cell] of [...cells].sort(([a], [b]) => a - b)) {
      if (column < left || column > right) continue;
      const shown = criteria?.matchCase === true ? textOf(range, cell) : textOf(range, cell).toLowerCase();
      if (criteria?.completeMatch === true ? shown === wanted : shown.includes(wanted)) return range.at({ top: row, bottom: row, left: column, right: column });
    }
  }
  throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

function setHidden(range: RangeModel, axis: "row" | "column", hidden: boolean): void {
  refuseIfProtected(range.sheet, axis === "row" ? "allowFormatRows" : "allowFormatColumns");
  const { sheet, region } = range;
  const [first, last] = axis === "row" ? [region.top, region.bottom] : [region.left, region.right];
  const models = axis === "row" ? sheet.rowModels : sheet.columnModels;
  for (let at = first; at <= last; at++) models.set(at, { ...models.get(at), hidden });
  sheet.changes.aspect(axis === "row" ? "rows" : "columns");
  sheet.workbook.isDirty = true;
}

function hiddenOf(range: RangeModel, axis: "row" | "column"): boolean | null {
  range.check();
  const { sheet, region } = range;
  const [first, last] = axis === "row" ? [region.top, region.bottom] : [region.left, region.right];
  const models = axis === "row" ? sheet.rowModels : sheet.columnModels;
  let hidden = 0;
  for (const [at, model] of models) if (at >= first && at <= last && model.hidden === true) hidden++;
  return hidden === 0 ? false : hidden === last - first + 1 ? true : null;
}

export function defineRange(registry: Registry): void {
  defineRangeFormat(registry);
  defineRangeSort(registry);
  registry.define<RangeModel>("Range", {
    get: {
      Address: (range) => { range.check(); return range.address; },
      AddressLocal: (range) => range.address,
      RowIndex: (range) => { range.check(); return range.region.top; },
      ColumnIndex: (range) => range.region.left,
      RowCount: (range) => { range.check(); return range.rowCount; },
      ColumnCount: (range) => range.columnCount,
      CellCount: (range) => { const count = range.rowCount * range.columnCount; return count > 2_147_483_647 ? -1 : count; },
      IsEntireColumn: (range) => range.isEntireColumn,
      IsEntireRow: (range) => range.isEntireRow,
      Values: (range) => readGrid(range, (cell) => toWire(cell?.content ?? null)),
      ValueTypes: (range) => readGrid(range, (cell) => (cell?.formula !== undefined && cell.content === null ? "String" : valueType(cell?.content ?? null))),
      Text: (range) => readGrid(range, (cell) => textOf(range, cell)),
      Formulas: (range) => readGrid(range, formulaOf),
      FormulasLocal: (range) => readGrid(range, formulaOf),
      NumberFormat: (range) => readGrid(range, (cell) => cell?.style.numberFormat ?? GENERAL),
      NumberFormatLocal: (range) => readGrid(range, (cell) => cell?.style.numberFormat ?? GENERAL),
      RowHidden: (range) => hiddenOf(range, "row"),
      ColumnHidden: (range) => hiddenOf(range, "column"),
      Hidden: (range) => {
        const rows = hiddenOf(range, "row");
        const columns = hiddenOf(range, "column");
        return rows === true || columns === true ? true : rows === null || columns === null ? null : false;
      },
      HasSpill: () => false,
      Hyperlink: hyperlinkOf,
      Top: (range) => pointsBefore(range.sheet, "row", range.region.top),
      Left: (range) => pointsBefore(range.sheet, "column", range.region.left),
      Height: (range) => pointsBefore(range.sheet, "row", range.region.bottom + 1, range.region.top),
      Width: (range) => pointsBefore(range.sheet, "column", range.region.right + 1, range.region.left),
      Style: (range) => common(range, () => "標準"),
    },
    set: {
      Values: writeContents,
      Formulas: writeContents,
      FormulasLocal: writeContents,
      NumberFormat: (range, value, environment) => { refuseIfProtected(range.sheet, "allowFormatCells"); writeNumberFormats(range, value, environment); },
      NumberFormatLocal: (range, value, environment) => { refuseIfProtected(range.sheet, "allowFormatCells"); writeNumberFormats(range, value, environment); },
      RowHidden: (range, hidden: boolean) => { setHidden(range, "row", hidden); },
      ColumnHidden: (range, hidden: boolean) => { setHidden(range, "column", hidden); },
      Hyperlink: setHyperlink,
    },
    go: {
      Format: (range) => ({ of: range }),
      Worksheet: (range) => range.sheet,
      Sort: (range) => range,
      ConditionalFormats: (range) => range,
      DataValidation: (range) => ({ of: range }),
    },
    call: {
      ...rangeEdits,
      _ValidateArraySize: (range, given: readonly number[]) => {
        if (given[0] !== range.rowCount || given[1] !== range.columnCount) throw invalid();
        return null;
      },
      GetCell: (range, given: readonly number[]) => {
        const [row = 0, column = 0] = given;
        const top = range.region.top + row;
        const left = range.region.left + column;
        return part(range, checkRegion({ top, left, bottom: top, right: left }));
      },
      GetRow: (range, given: readonly number[]) => {
        const top = range.region.top + (given[0] ?? 0);
        return part(range, { ...range.region, top, bottom: top });
      },
      GetColumn: (range, given: readonly number[]) => {
        const left = range.region.left + (given[0] ?? 0);
        return part(range, { ...range.region, left, right: left });
      },
      GetLastCell: (range) => part(range, { top: range.region.bottom, left: range.region.right, bottom: range.region.bottom, right: range.region.right }),
      GetLastRow: (range) => part(range, { ...range.region, top: range.region.bottom }),
      GetLastColumn: (range) => part(range, { ...range.region, left: range.region.right }),
      GetEntireRow: (range) => part(range, { ...range.region, left: 0, right: LAST_COLUMN }),
      GetEntireColumn: (range) => part(range, { ...range.region, top: 0, bottom: LAST_ROW }),
      GetOffsetRange: (range, given: readonly number[]) => {
        const [rows = 0, columns = 0] = given;
        const { top, left, bottom, right } = range.region;
        return part(range, { top: top + rows, left: left + columns, bottom: bottom + rows, right: right + columns });
      },
      GetResizedRange: (range, given: readonly number[]) => {
        const [rows = 0, columns = 0] = given;
        return part(range, { ...range.region, bottom: range.region.bottom + rows, right: range.region.right + columns });
      },
      GetAbsoluteResizedRange: (range, given: readonly number[]) => {
        const [rows = 1, columns = 1] = given;
        const { top, left } = range.region;
        return part(range, { top, left, bottom: top + rows - 1, right: left + columns - 1 });
      },
      GetBoundingRect: (range, given: readonly unknown[]) => {
        const a = range.region;
        const b = toRange(given[0], range.sheet).region;
        return part(range, { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) });
      },
      GetRowsAbove: (range, given: readonly number[]) => {
        const count = given[0] ?? 1;
        return part(range, { ...range.region, top: range.region.top - count, bottom: range.region.top - 1 });
      },
      GetRowsBelow: (range, given: readonly number[]) => {
        const count = given[0] ?? 1;
        return part(range, { ...range.region, top: range.region.bottom + 1, bottom: range.region.bottom + count });
      },
      GetIntersection: (range, given: readonly unknown[]) => {
        const other = toRange(given[0], range.sheet);
        const region = other.sheet === range.sheet ? intersect(range.region, other.region) : undefined;
        if (region === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        return part(range, region);
      },
      GetUsedRange: (range, given: readonly unknown[]) => usedIn(range, given[0] === true) ?? range,
      GetUsedRangeOrNullObject: (range, given: readonly unknown[]) => usedIn(range, given[0] === true),
      GetMergedAreasOrNullObject: mergedAreas,
      GetRowProperties: rowProperties,
      GetColumnProperties: columnProperties,
      GetCellProperties: cellProperties,
      SetCellProperties: setCellProperties,
      SetRowProperties: setRowProperties,
      SetColumnProperties: setColumnProperties,
      GetSurroundingRegion: surrounding,
      Find: (range, given: readonly unknown[]) => find(range, String(given[0]), given[1] as null),
      GetTables: (range) => ({ sheet: range.sheet, tables: range.sheet.tables.filter((table) => overlaps(table.region, range.region)) }),
      Select: (range) => {
        range.check();
        selectRegions(range.sheet, [range.region]);
        return null;
      },
      Calculate: (range) => { range.sheet.workbook.touch(); return null; },
    },
  });
}

/** The block around a range that no blank row or column crosses. */
function surrounding(range: RangeModel): RangeModel {
  range.check();
  let { top, left, bottom, right } = range.region;
  const holds = (t: number, l: number, b: number, r: number): boolean => {
    for (let row = t; row <= b; row++) for (let column = l; column <= r; column++) if (range.sheet.content(row, column) !== null) return true;
    return false;
  };
  for (let grown = true; grown; ) {
    grown = false;
    if (top > 0 && holds(top - 1, Math.max(0, left - 1), top - 1, right + 1)) { top--; grown = true; }
    if (left > 0 && holds(Math.max(0, top - 1), left - 1, bottom + 1, left - 1)) { left--; grown = true; }
    if (bottom < LAST_ROW && holds(bottom + 1, Math.max(0, left - 1), bottom + 1, right + 1)) { bottom++; grown = true; }
    if (right < LAST_COLUMN && holds(Math.max(0, top - 1), right + 1, bottom + 1, right + 1)) { right++; grown = true; }
  }
  return range.at({ top, left, bottom, right });
}
