import { keptTexts } from "../../core/report/kept-texts.ja";
import type { PlanSheet, ReportPlan } from "../../core/report";
import { cellInput, type CellInput } from "../../core/report/cell-content";
import type { SheetTitles } from "../../core/report/references";
import { recordRow, type SheetRecord } from "../../core/report/sheet-record";

/** A sheet of the plan as it is about to be made in the open workbook. */
export interface SheetLayout {
  readonly sheet: PlanSheet;
  /** The name that it has until everything is done. */
  readonly buildName: string;
  /** The name that people will see. */
  readonly name: string;
  /** Columns of the plan. */
  readonly columns: number;
  /** Column of the rows' keys; undefined where no row has one. */
  readonly keyColumn: number | undefined;
}

export interface Names {
  /** While it is built. */
  readonly build: SheetTitles;
  /** What people will see. */
  readonly shown: SheetTitles;
  /** What the plan wishes for. */
  readonly wished: SheetTitles;
}

export function namesOf(layouts: readonly SheetLayout[]): Names {
  return {
    build: new Map(layouts.map(({ sheet, buildName }) => [sheet.key, buildName])),
    shown: new Map(layouts.map(({ sheet, name }) => [sheet.key, name])),
    wished: new Map(layouts.map(({ sheet }) => [sheet.key, sheet.name])),
  };
}

export function layoutOf(sheet: PlanSheet, buildName: string, name: string): SheetLayout {
  const columns = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), sheet.columnWidths.length);
  const hasKeys = sheet.rows.some(({ key }) => key !== undefined);
  return { sheet, buildName, name, columns, keyColumn: hasKeys ? columns : undefined };
}

/** What goes into each cell of a sheet, keys not counted. */
export function inputsOf({ sheet, columns }: SheetLayout, names: Names): readonly (readonly CellInput[])[] {
  return sheet.rows.map(({ cells }) =>
    Array.from({ length: columns }, (_, column) => cellInput(cells[column] ?? null, sheet, names.build, names.shown, names.wished)),
  );
}

/** What stands in the hidden column. */
export function keyInput({ sheet }: SheetLayout, row: number): CellInput {
  return sheet.rows[row]?.key ?? (row === 0 ? keptTexts.keyColumn : null);
}

export function recordOf(layout: SheetLayout, inputs: readonly (readonly CellInput[])[]): SheetRecord {
  const { sheet, name, columns } = layout;
  const rows = sheet.rows.flatMap(({ cells, key }, row) => {
    const answers = cells.flatMap((cell, column) => (cell?.role === "answer" ? [column] : []));
    const record = recordRow(inputs[row] ?? [], answers, key);
    return record === undefined ? [] : [record];
  });
  return { key: sheet.key, name, columns, rows };
}

/** The plan with names of tables that nobody in the workbook has yet. */
export function withFreeTables(plan: ReportPlan, taken: readonly string[]): ReportPlan {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const free = (wished: string): string => {
    let name = wished;
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${wished}_${String(n)}`;
    used.add(name.toLowerCase());
    return name;
  };
  return { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, name: free(table.name) })) })) };
}
