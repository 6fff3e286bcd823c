import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import { overlaps, type Region } from "../../../src/core/sheet/region";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import { moveFormula, type Shift } from "../formula/shift";
import type { Environment, Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { EventType, type ChangeType } from "../model/events";
import { findRange, intersect, RangeModel, toAddress } from "../model/range";
import type { CellModel } from "../model/workbook";
import { applyShift } from "../model/structure";
import { DEFAULT_STYLE } from "../model/style";
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

function move(range: RangeModel, shift: Shift, environment: Environment): void {
  const { sheet } = range;
  const isInsert = shift.count > 0;
  const isRows = shift.axis === "row" && range.isEntireRow;
  const isColumns = shift.axis === "column" && range.isEntireColumn;
  if (sheet.protection.isProtected) {
    if (isRows) refuseIfProtected(sheet, isInsert ? "allowInsertRows" : "allowDeleteRows");
    else if (isColumns) refuseIfProtected(sheet, isInsert ? "allowInsertColumns" : "allowDeleteColumns");
    else refuseIfProtected(sheet, "");
  }
  const used = sheet.usedRegion(false);
  const overflows = shift.axis === "row" ? (used?.bottom ?? 0) + shift.count > LAST_ROW : (used?.right ?? 0) + shift.count > LAST_COLUMN;
  if (isInsert && overflows) throw new HostError("InvalidOperation", "This would push cells off the end of the worksheet.");
  const address = toAddress(range.region);
  applyShift(sheet, shift);
  const kind: ChangeType = isRows ? (isInsert ? "RowInserted" : "RowDeleted") : isColumns ? (isInsert ? "ColumnInserted" : "ColumnDeleted") : isInsert ? "CellInserted" : "CellDeleted";
  const direction = shift.axis === "row" ? (isInsert ? "ShiftCellDown" : "ShiftCellUp") : isInsert ? "ShiftCellRight" : "ShiftCellLeft";
  sheet.workbook.announce(sheet, address, kind, environment.faults.defects.has("no-shift-direction") ? "None" : direction);
}

function clear(range: RangeModel, applyTo: unknown): void {
  const { sheet, region } = range;
  refuseLockedCells(range.isEntireColumn || range.isEntireRow ? range.at(intersect(region, sheet.usedRegion(false) ?? region) ?? region) : range);
  const before = sheet.content(region.top, region.left);
  const what = applyTo ?? "All";
  for (const [row, cells] of sheet.rows) {
    if (row < region.top || row > region.bottom) continue;
    for (const [column, cell] of cells) {
      if (column < region.left || column > region.right) continue;
      if (what === "All" || what === "Contents") { cell.content = null; cell.formula = undefined; }
      if (what === "All" || what === "Formats") cell.style = DEFAULT_STYLE;
      sheet.changes.cell(row, column);
    }
  }
  if (what === "All" || what === "Formats") sheet.merges = sheet.merges.filter((merge) => !overlaps(merge, region));
  if (what === "All" || what === "Hyperlinks" || what === "RemoveHyperlinks") {
    const kept = sheet.hyperlinks.filter((link) => !overlaps(link.region, region));
    if (kept.length !== sheet.hyperlinks.length) sheet.changes.aspect("hyperlinks");
    sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...kept);
  }
  if (what === "All") {
    const others = sheet.conditionalFormats.filter((format) => !format.regions.every((each) => overlaps(each, region)));
    if (others.length !== sheet.conditionalFormats.length) sheet.changes.aspect("conditional-formats");
    sheet.conditionalFormats.splice(0, sheet.conditionalFormats.length, ...others);
  }
  announceEdit(range, before);
}

function merge(range: RangeModel, across: boolean): void {
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

function copyFrom(target: RangeModel, given: readonly unknown[]): void {
  const [from, wanted, skipBlanks] = given;
  const type = wanted ?? "All";
  const source = from instanceof RangeModel ? from : findRange(target.sheet.workbook, target.sheet, String(from));
  if (source === undefined) throw invalid();
  const rows = Math.max(source.rowCount, target.rowCount % source.rowCount === 0 ? target.rowCount : 0);
  const columns = Math.max(source.columnCount, target.columnCount % source.columnCount === 0 ? target.columnCount : 0);
  const { top, left } = target.region;
  const into = target.at({ top, left, bottom: top + rows - 1, right: left + columns - 1 });
  refuseLockedCells(into);
  const before = target.sheet.content(top, left);
  const cells = Array.from({ length: rows * columns }, (_, index): CellModel | undefined => {
    const cell = source.sheet.cell(source.region.top + (Math.floor(index / columns) % source.rowCount), source.region.left + ((index % columns) % source.columnCount));
    return cell === undefined ? undefined : { ...cell };
  });
  cells.forEach((cell, index) => {
    const row = top + Math.floor(index / columns);
    const column = left + (index % columns);
    if (skipBlanks === true && (cell?.content ?? null) === null) return;
    const fromRow = source.region.top + (Math.floor(index / columns) % source.rowCount);
    const fromColumn = source.region.left + ((index % columns) % source.columnCount);
    if (type === "All" || type === "Formats") target.sheet.setStyle(row, column, cell?.style ?? DEFAULT_STYLE);
    if (type === "Values") target.sheet.setContent(row, column, cell?.content ?? null);
    if (type === "All" || type === "Formulas") {
      const formula = cell?.formula === undefined ? undefined : moveFormula(cell.formula, row - fromRow, column - fromColumn);
      target.sheet.setContent(row, column, cell?.content ?? null, formula);
    }
  });
  if (type === "All") {
    // Conditional formats come along, as when a person copies: the copied cells join the rule's area.
    for (const format of source.sheet === target.sheet ? target.sheet.conditionalFormats : []) {
      if (format.regions.some((region) => overlaps(region, source.region)) && !format.regions.some((region) => overlaps(region, into.region))) {
        format.regions.push(into.region);
        target.sheet.changes.aspect("conditional-formats");
      }
    }
  }
  announceEdit(into, before);
}

export const rangeEdits: Calls = {
  Insert: (range, given: readonly unknown[], environment) => {
    range.check();
    const { region } = range;
    move(range, shiftOf(range, given[0], 1), environment);
    // What comes back is the new, empty place.
    return new RangeModel(range.sheet, region);
  },
  Delete: (range, given: readonly unknown[], environment) => { range.check(); move(range, shiftOf(range, given[0], -1), environment); return null; },
  Clear: (range, given: readonly unknown[]) => { range.check(); clear(range, given[0]); return null; },
  Merge: (range, given: readonly unknown[]) => { range.check(); merge(range, given[0] === true); return null; },
  Unmerge: (range) => {
    range.check();
    refuseIfProtected(range.sheet, "allowFormatCells");
    range.sheet.merges = range.sheet.merges.filter((each) => !overlaps(each, range.region));
    range.sheet.changes.aspect("merges");
    return null;
  },
  CopyFrom: (range, given: readonly unknown[]) => { range.check(); copyFrom(range, given); return null; },
};

interface SortField {
  readonly key: number;
  readonly ascending?: boolean;
}

function rank(content: CellContent | null): number {
  if (content === null) return 4;
  if (typeof content === "number") return 0;
  return typeof content === "string" ? 1 : typeof content === "boolean" ? 2 : 3;
}

const collator = new Intl.Collator("ja-JP", { numeric: false });

function compare(a: CellContent | null, b: CellContent | null, ascending: boolean): number {
  const order = rank(a) - rank(b);
  // Blanks go last either way.
  if (a === null || b === null) return order;
  const sign = ascending ? 1 : -1;
  if (order !== 0) return sign * order;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  // One error is as good as another.
  if (typeof a === "object" || typeof b === "object") return 0;
  return sign * collator.compare(String(a), String(b));
}

export function sortRows(range: RangeModel, fields: readonly SortField[], hasHeaders: boolean): void {
  const { sheet, region } = range;
  if (sheet.protection.isProtected) refuseIfProtected(sheet, "allowSort");
  if (sheet.merges.some((each) => overlaps(each, region))) throw new HostError("InvalidOperation", "To do this, all the merged cells need to be the same size.");
  const top = region.top + (hasHeaders ? 1 : 0);
  const rows = Array.from({ length: Math.max(0, region.bottom - top + 1) }, (_, index) => {
    const row = top + index;
    const cells = new Map<number, CellModel>();
    for (let column = region.left; column <= region.right; column++) {
      const cell = sheet.cell(row, column);
      if (cell !== undefined) cells.set(column, cell);
    }
    return { row, cells };
  });
  rows.sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const column = region.left + key;
      const order = compare(a.cells.get(column)?.content ?? null, b.cells.get(column)?.content ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.row - b.row;
  });
  rows.forEach(({ row, cells }, index) => {
    const to = top + index;
    for (let column = region.left; column <= region.right; column++) {
      const line = sheet.rows.get(to);
      const cell = cells.get(column);
      if (cell === undefined) line?.delete(column);
      else {
        if (cell.formula !== undefined && to !== row) cell.formula = moveFormula(cell.formula, to - row, 0);
        sheet.ensure(to, column);
        sheet.rows.get(to)?.set(column, cell);
      }
      sheet.changes.cell(to, column);
    }
  });
  const { workbook } = sheet;
  for (const targetId of [sheet.id, "Workbook"]) {
    workbook.emit({ messageType: EventType.RowSorted, targetId, message: { address: toAddress(region), source: workbook.source, worksheetId: sheet.id } });
  }
  workbook.touch();
}

export function defineRangeSort(registry: Registry): void {
  registry.define<RangeModel>("RangeSort", {
    call: {
      Apply: (range, given: readonly unknown[]) => {
        range.check();
        sortRows(range, given[0] as readonly SortField[], given[2] === true);
        return null;
      },
    },
  });
}
