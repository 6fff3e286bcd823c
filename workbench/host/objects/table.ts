import { overlaps, type Region } from "../../../src/core/sheet/region";
import type { Environment, Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { EventType, toWire } from "../model/events";
import type { TableColumnModel, TableModel } from "../model/parts";
import { findRange, RangeModel } from "../model/range";
import { SheetModel, type WorkbookModel } from "../model/workbook";
import { refuseIfProtected } from "./protection";
import type { SortField } from "../model/sort";
import { sortRange } from "./range-edit";
import { invalid, readGrid, writeContents } from "./range-values";

interface Target { readonly sheet: SheetModel; readonly table: TableModel }
interface ColumnTarget extends Target { readonly column: TableColumnModel }
interface RowTarget extends Target { readonly index: number }
interface Scope { readonly sheet: SheetModel; readonly tables: readonly TableModel[] }

const targets = new WeakMap<TableModel, Target>();

function targetOf(sheet: SheetModel, table: TableModel): Target {
  let found = targets.get(table);
  if (found === undefined) targets.set(table, (found = { sheet, table }));
  return found;
}

function allOf(owner: WorkbookModel | SheetModel): Target[] {
  const sheets = owner instanceof SheetModel ? [owner] : owner.sheets;
  return sheets.flatMap((sheet) => sheet.tables.map((table) => targetOf(sheet, table)));
}

function byKey(list: readonly Target[], key: string | number): Target | undefined {
  return list.find(({ table }) => String(table.id) === String(key)) ?? list.find(({ table }) => table.name.toLowerCase() === String(key).toLowerCase());
}

function bodyOf({ sheet, table }: Target): Region {
  const { top, bottom } = table.region;
  const first = table.showHeaders ? top + 1 : top;
  const last = table.showTotals ? bottom - 1 : bottom;
  if (last < first) throw new HostError("InvalidOperation", `The table on ${sheet.name} has no rows.`);
  return { ...table.region, top: first, bottom: last };
}

function add(owner: WorkbookModel | SheetModel, given: readonly unknown[]): Target {
  const [address, hasHeaders] = given;
  const workbook = owner instanceof SheetModel ? owner.workbook : owner;
  const home = owner instanceof SheetModel ? owner : workbook.selection.sheet;
  const range = address instanceof RangeModel ? address : findRange(workbook, home, String(address));
  if (range === undefined) throw invalid();
  const { sheet } = range;
  if (sheet.protection.isProtected) refuseIfProtected(sheet, "");
  if (sheet.tables.some((table) => overlaps(table.region, range.region))) throw new HostError("InvalidOperation", "A table can't overlap another table.");
  if (sheet.merges.some((merge) => overlaps(merge, range.region))) throw new HostError("InvalidOperation", "A table can't hold merged cells.");
  const ids = allOf(workbook).map(({ table }) => table.id);
  const id = Math.max(0, ...ids) + 1;
  const { top, left, right } = range.region;
  const columns: TableColumnModel[] = [];
  for (let column = left; column <= right; column++) {
    const label = hasHeaders === true ? sheet.content(top, column) : null;
    const name = label === null ? `列${String(column - left + 1)}` : String(toWire(label));
    if (hasHeaders === true && typeof label !== "string") sheet.setContent(top, column, name);
    columns.push({ id: column - left + 1, name });
  }
  const table: TableModel = {
    id, name: `テーブル${String(id)}`, region: range.region, columns, showHeaders: hasHeaders === true, showTotals: false,
    style: "TableStyleMedium2", showBandedRows: true, showBandedColumns: false, showFilterButton: true, highlightFirstColumn: false, highlightLastColumn: false,
  };
  sheet.tables.push(table);
  changed({ sheet, table });
  workbook.emit({ messageType: EventType.TableAdded, targetId: "Workbook", message: { source: workbook.source, tableId: String(id), worksheetId: sheet.id } });
  return targetOf(sheet, table);
}

function changed({ sheet }: Target): void {
  sheet.changes.aspect("tables");
  sheet.workbook.touch();
}

type TableFlag = "showTotals" | "showBandedRows" | "showBandedColumns" | "showFilterButton" | "highlightFirstColumn" | "highlightLastColumn" | "showHeaders";

function flag(name: TableFlag): (target: Target, value: boolean) => void {
  return (target, value) => { target.table[name] = value; changed(target); };
}

export function defineTable(registry: Registry): void {
  registry.define<WorkbookModel | SheetModel>("TableCollection", {
    get: { Count: (owner) => allOf(owner).length },
    items: allOf,
    find: (owner, key) => byKey(allOf(owner), key),
    call: { Add: add },
  });
  registry.define<Scope>("TableScopedCollection", {
    items: ({ sheet, tables }) => tables.map((table) => targetOf(sheet, table)),
    find: ({ sheet, tables }, key) => byKey(tables.map((table) => targetOf(sheet, table)), key),
    call: { GetFirst: ({ sheet, tables: [table] }) => { if (table === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist."); return targetOf(sheet, table); } },
  });
  registry.define<Target>("Table", {
    get: {
      Id: ({ table }) => table.id, LegacyId: ({ table }) => String(table.id), Name: ({ table }) => table.name, Style: ({ table }) => table.style,
      ShowHeaders: ({ table }) => table.showHeaders, ShowTotals: ({ table }) => table.showTotals, ShowBandedRows: ({ table }) => table.showBandedRows,
      ShowBandedColumns: ({ table }) => table.showBandedColumns, ShowFilterButton: ({ table }) => table.showFilterButton,
      HighlightFirstColumn: ({ table }) => table.highlightFirstColumn, HighlightLastColumn: ({ table }) => table.highlightLastColumn,
    },
    set: {
      Name: (target, value: string) => {
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(value)) throw invalid();
        if (allOf(target.sheet.workbook).some(({ table }) => table !== target.table && table.name.toLowerCase() === value.toLowerCase())) throw new HostError("ItemAlreadyExists", "A resource with the same name or identifier already exists.");
        target.table.name = value;
        changed(target);
      },
      Style: (target, value: string) => { target.table.style = value; changed(target); },
      ShowHeaders: flag("showHeaders"), ShowTotals: flag("showTotals"), ShowBandedRows: flag("showBandedRows"), ShowBandedColumns: flag("showBandedColumns"),
      ShowFilterButton: flag("showFilterButton"), HighlightFirstColumn: flag("highlightFirstColumn"), HighlightLastColumn: flag("highlightLastColumn"),
    },
    go: { Columns: (target) => target, Rows: (target) => target, Sort: (target) => target, Worksheet: ({ sheet }) => sheet },
    call: {
      GetRange: ({ sheet, table }) => new RangeModel(sheet, table.region),
      GetHeaderRowRange: ({ sheet, table }) => new RangeModel(sheet, { ...table.region, bottom: table.region.top }),
      GetDataBodyRange: (target) => new RangeModel(target.sheet, bodyOf(target)),
      Resize: (target, given: readonly unknown[]) => {
        const range = given[0] instanceof RangeModel ? given[0] : findRange(target.sheet.workbook, target.sheet, String(given[0]));
        if (range?.sheet !== target.sheet || range.region.top !== target.table.region.top) throw invalid();
        target.table.region = range.region;
        changed(target);
        return null;
      },
      ConvertToRange: (target) => { remove(target); return new RangeModel(target.sheet, target.table.region); },
      Delete: (target) => {
        const range = new RangeModel(target.sheet, target.table.region);
        remove(target);
        for (let row = range.region.top; row <= range.region.bottom; row++) {
          for (let column = range.region.left; column <= range.region.right; column++) if (target.sheet.content(row, column) !== null) target.sheet.setContent(row, column, null);
        }
        return null;
      },
      ClearFilters: () => null,
      ReapplyFilters: () => null,
    },
  });
  registry.define<Target>("TableColumnCollection", {
    get: { Count: ({ table }) => table.columns.length },
    items: (target) => target.table.columns.map((column) => columnTarget(target, column)),
    find: (target, key) => {
      const column = target.table.columns.find((each) => each.id === key || each.name === key);
      return column === undefined ? undefined : columnTarget(target, column);
    },
  });
  const regionOf = ({ table, column }: ColumnTarget, region: Region): Region => {
    const at = table.region.left + table.columns.indexOf(column);
    return { ...region, left: at, right: at };
  };
  registry.define<ColumnTarget>("TableColumn", {
    get: {
      Id: ({ column }) => column.id, Name: ({ column }) => column.name, Index: ({ table, column }) => table.columns.indexOf(column),
      Values: (target) => readGrid(new RangeModel(target.sheet, regionOf(target, target.table.region)), (cell) => toWire(cell?.content ?? null)),
    },
    call: {
      GetRange: (target) => new RangeModel(target.sheet, regionOf(target, target.table.region)),
      GetDataBodyRange: (target) => new RangeModel(target.sheet, regionOf(target, bodyOf(target))),
      GetHeaderRowRange: (target) => new RangeModel(target.sheet, regionOf(target, { ...target.table.region, bottom: target.table.region.top })),
    },
  });
  registry.define<Target>("TableRowCollection", {
    get: { Count: (target) => rowCount(target) },
    items: (target) => Array.from({ length: rowCount(target) }, (_, index): RowTarget => ({ ...target, index })),
    call: {
      Add: (target, given: readonly unknown[], environment: Environment) => {
        const values = given[1] as readonly (readonly unknown[])[] | null;
        const count = values?.length ?? 1;
        const { table, sheet } = target;
        const bottom = table.region.bottom;
        table.region = { ...table.region, bottom: bottom + count };
        if (values !== null) writeContents(new RangeModel(sheet, { ...table.region, top: bottom + 1 }), values, environment);
        changed(target);
        return { ...target, index: rowCount(target) - count };
      },
    },
  });
  registry.define<RowTarget>("TableRow", {
    get: {
      Index: ({ index }) => index,
      Values: (target) => readGrid(rowRange(target), (cell) => toWire(cell?.content ?? null)),
    },
    set: { Values: (target, value: unknown, environment) => { writeContents(rowRange(target), value, environment); } },
    call: { GetRange: (target) => rowRange(target) },
  });
  registry.define<Target>("TableSort", {
    call: {
      Apply: (target, given: readonly unknown[]) => {
        sortRange(new RangeModel(target.sheet, bodyOf(target)), given[0] as readonly SortField[], false);
        return null;
      },
    },
  });
}

function rowCount({ table }: Target): number {
  return table.region.bottom - table.region.top + 1 - (table.showHeaders ? 1 : 0) - (table.showTotals ? 1 : 0);
}

function rowRange(target: RowTarget): RangeModel {
  const { top } = bodyOf(target);
  return new RangeModel(target.sheet, { ...target.table.region, top: top + target.index, bottom: top + target.index });
}

function columnTarget(target: Target, column: TableColumnModel): ColumnTarget {
  return { ...target, column };
}

function remove({ sheet, table }: Target): void {
  sheet.tables.splice(sheet.tables.indexOf(table), 1);
  changed({ sheet, table });
}
