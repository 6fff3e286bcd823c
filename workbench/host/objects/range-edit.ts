import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import { overlaps, type Region } from "../../../src/core/sheet/region";
import type { Shift } from "../formula/shift";
import type { Environment, Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { clearRegion, type ClearKind } from "../model/clear";
import type { ChangeType } from "../model/events";
import { moveTo } from "../model/move";
import { pasteCells, pastedRegion, type PasteKind } from "../model/paste";
import { findRange, RangeModel, toAddress } from "../model/range";
import { sortRows, type SortField } from "../model/sort";
import { applyShift } from "../model/structure";
import { refuseIfProtected, refuseLockedCells } from "./protection";
import { announceEdit, invalid } from "./range-values";

type Calls = Readonly<Record<string, (range: RangeModel, given: readonly never[], environment: Environment) => unknown>>;

function shiftOf(range: RangeModel, direction: unknown, sign: 1 | -1): Shift {
  const { top, left, bottom, right } = range.region;
  const isVertical = direction === "Down" || direction === "Up";
  if (!isVertical && direction !== "Right" && direction !== "Left") throw invalid();
  return isVertical
    ? { axis: "row", at: top, count: sign * range.rowCount, from: left, to: right }
    : { axis: "column", at: left, count: sign * range.columnCount, from: top, to: bottom };
}

/** Puts in or takes out, by the add-in or by a person. */
export function moveCells(range: RangeModel, direction: unknown, sign: 1 | -1, lacksDirection = false): void {
  const shift = shiftOf(range, direction, sign);
  const { sheet } = range;
  const isInsert = shift.count > 0;
  const isRows = shift.axis === "row" && range.isEntireRow;
  const isColumns = shift.axis === "column" && range.isEntireColumn;
  if (sheet.protection.isProtected) {
    if (isRows) refuseIfProtected(sheet, isInsert ? "allowInsertRows" : "allowDeleteRows");
    else if (isColumns) refuseIfProtected(sheet, isInsert ? "allowInsertColumns" : "allowDeleteColumns");
    else refuseIfProtected(sheet, "");
  }
  const used = sheet.reach;
  const overflows = shift.axis === "row" ? used.bottom + shift.count > LAST_ROW : used.right + shift.count > LAST_COLUMN;
  if (isInsert && overflows) throw new HostError("InvalidOperation", "This would push cells off the end of the worksheet.");
  const address = toAddress(range.region);
  applyShift(sheet, shift);
  const kind: ChangeType = isRows ? (isInsert ? "RowInserted" : "RowDeleted") : isColumns ? (isInsert ? "ColumnInserted" : "ColumnDeleted") : isInsert ? "CellInserted" : "CellDeleted";
  const way = shift.axis === "row" ? (isInsert ? "ShiftCellDown" : "ShiftCellUp") : isInsert ? "ShiftCellRight" : "ShiftCellLeft";
  sheet.workbook.announce(sheet, address, kind, lacksDirection ? "None" : way);
}

const CLEAR_KINDS: readonly string[] = ["All", "Contents", "Formats", "Hyperlinks", "RemoveHyperlinks"];

function clear(range: RangeModel, applyTo: unknown): void {
  const { sheet, region } = range;
  const kind = applyTo ?? "All";
  if (typeof kind !== "string" || !CLEAR_KINDS.includes(kind)) throw invalid();
  refuseLockedCells(range);
  const before = sheet.content(region.top, region.left);
  clearRegion(sheet, region, kind as ClearKind);
  announceEdit(range, before);
}

export function mergeCells(range: RangeModel, across: boolean): void {
  refuseIfProtected(range.sheet, "allowFormatCells");
  const { sheet, region } = range;
  if (sheet.tables.some((table) => overlaps(table.region, region))) throw new HostError("InvalidOperation", "Cells of a table can't be merged.");
  sheet.merges = sheet.merges.filter((each) => !overlaps(each, region));
  const areas: Region[] = across ? Array.from({ length: range.rowCount }, (_, index) => ({ ...region, top: region.top + index, bottom: region.top + index })) : [region];
  for (const area of areas) {
    if (area.top === area.bottom && area.left === area.right) continue;
    for (let row = area.top; row <= area.bottom; row++) {
      for (let column = area.left; column <= area.right; column++) {
        if ((row !== area.top || column !== area.left) && sheet.content(row, column) !== null) sheet.setContent(row, column, null);
      }
    }
    sheet.merges.push(area);
  }
  sheet.changes.aspect("merges");
  sheet.workbook.touch();
}

const PASTE_KINDS: readonly string[] = ["All", "Formats", "Values", "Formulas", "Link"];

function copyFrom(target: RangeModel, given: readonly unknown[]): void {
  const [from, wanted, skipBlanks, transpose] = given;
  const kind = wanted ?? "All";
  const source = from instanceof RangeModel ? from : findRange(target.sheet.workbook, target.sheet, String(from));
  if (source === undefined || typeof kind !== "string" || !PASTE_KINDS.includes(kind)) throw invalid();
  if (transpose === true) throw new HostError("NotImplemented", "workbench host: Range.copyFrom with transpose is not implemented");
  const into = target.at(pastedRegion(source.region, target.region));
  refuseLockedCells(into);
  into.sheet.workbook.settle();
  const before = into.sheet.content(into.region.top, into.region.left);
  pasteCells(source, into, kind as PasteKind, skipBlanks === true);
  announceEdit(into, before);
}

/** 切り取って貼り付ける, to the place whose first cell is given. */
export function cutAndPaste(range: RangeModel, to: RangeModel): void {
  const { top, left } = to.region;
  const into = to.at({ top, left, bottom: top + range.rowCount - 1, right: left + range.columnCount - 1 });
  refuseLockedCells(range);
  refuseLockedCells(into);
  range.sheet.workbook.settle();
  const [before, there] = [range.sheet.content(range.region.top, range.region.left), into.sheet.content(top, left)];
  moveTo(range.sheet, range.region, into.sheet, top, left);
  announceEdit(range, before);
  announceEdit(into, there);
}

export const rangeEdits: Calls = {
  Insert: (range, given: readonly unknown[], environment) => {
    range.check();
    const { region } = range;
    moveCells(range, given[0], 1, environment.faults.defects.has("no-shift-direction"));
    // What comes back is the new, empty place.
    return new RangeModel(range.sheet, region);
  },
  Delete: (range, given: readonly unknown[], environment) => { range.check(); moveCells(range, given[0], -1, environment.faults.defects.has("no-shift-direction")); return null; },
  Clear: (range, given: readonly unknown[]) => { range.check(); clear(range, given[0]); return null; },
  Merge: (range, given: readonly unknown[]) => { range.check(); mergeCells(range, given[0] === true); return null; },
  Unmerge: (range) => {
    range.check();
    refuseIfProtected(range.sheet, "allowFormatCells");
    range.sheet.merges = range.sheet.merges.filter((each) => !overlaps(each, range.region));
    range.sheet.changes.aspect("merges");
    return null;
  },
  MoveTo: (range, given: readonly unknown[]) => {
    range.check();
    const to = given[0] instanceof RangeModel ? given[0] : findRange(range.sheet.workbook, range.sheet, String(given[0]));
    if (to === undefined) throw invalid();
    cutAndPaste(range, to);
    return null;
  },
  CopyFrom: (range, given: readonly unknown[]) => { range.check(); copyFrom(range, given); return null; },
};

export function sortRange(range: RangeModel, fields: readonly SortField[], hasHeaders: boolean): void {
  if (range.sheet.protection.isProtected) refuseIfProtected(range.sheet, "allowSort");
  range.sheet.workbook.settle();
  sortRows(range.sheet, range.region, fields, hasHeaders);
}

export function defineRangeSort(registry: Registry): void {
  registry.define<RangeModel>("RangeSort", {
    call: {
      Apply: (range, given: readonly unknown[]) => {
        range.check();
        const [fields, matchCase, hasHeaders, orientation, method] = given;
        if (!Array.isArray(fields) || fields.length === 0) throw invalid();
        if (matchCase === true || orientation === "Columns" || method === "StrokeCount") throw new HostError("NotImplemented", "workbench host: this way of sorting is not implemented");
        if ((fields as readonly object[]).some((field) => Object.entries(field).some(([name, value]) => value !== null && !["key", "ascending", "sortOn"].includes(name)) || ("sortOn" in field && field.sortOn !== "Value"))) {
          throw new HostError("NotImplemented", "workbench host: this kind of SortField is not implemented");
        }
        sortRange(range, fields as readonly SortField[], hasHeaders === true);
        return null;
      },
    },
  });
}
