import type { Formula, FormulaPart, PlanCell, PlanSheet, SheetKey, SheetPlace, SheetRange } from "./plan";
import { printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { texts } from "./texts.ja";
import type { CellRole } from "./theme";

/*
 * A normalised table on a sheet of its own, and counts over it. A count is made once as a formula and once as a number,
 * by the same criteria, so that the two cannot say different things.
 */

export type DataValue = string | number | null;

export interface DataColumn<Key extends string> {
  readonly key: Key;
  readonly title: string;
  readonly width: number;
  readonly role?: CellRole;
  readonly format?: string;
}

export interface DataTable<Key extends string> {
  readonly sheet: SheetKey;
  readonly sheetName: string;
  /** Name of the Excel table. */
  readonly name: string;
  readonly note: string;
  readonly columns: readonly DataColumn<Key>[];
  readonly rows: readonly Readonly<Record<Key, DataValue>>[];
}

/** The value that a column must have: said outright, or standing in a cell that the formula points to. */
export interface Criterion<Key extends string> {
  readonly column: Key;
  readonly text: string;
  readonly at?: SheetPlace;
}

/** Columns from their order, widths and titles. */
export function dataColumns<Key extends string>(
  widths: readonly (readonly [Key, number])[],
  titles: Readonly<Record<Key, string>>,
): readonly DataColumn<Key>[] {
  return widths.map(([key, width]) => ({ key, title: titles[key], width }));
}

/**
 * Title and note come first, each on one row; the header is row 4 (zero-based 3), with one empty row above it as Excel
 * tables like it.
 */
const HEADER_ROW = 3;

export function columnRange<Key extends string>(table: DataTable<Key>, key: Key): SheetRange {
  const column = table.columns.findIndex((item) => item.key === key);
  return {
    sheet: table.sheet,
    region: { top: HEADER_ROW + 1, left: column, bottom: HEADER_ROW + table.rows.length, right: column },
  };
}

/** The row of the sheet on which a data row stands. */
export function dataRowAt(index: number): number {
  return HEADER_ROW + 1 + index;
}

export function placeRange(at: SheetPlace): SheetRange {
  return { sheet: at.sheet, region: { top: at.row, left: at.column, bottom: at.row, right: at.column } };
}

/** Excel compares texts without regard to case. */
export function foldCase(text: string): string {
  return text.toLowerCase();
}

/**
 * COUNTIFS reads its criterion as a pattern and as a value before it takes it for a text: wildcards, comparison signs,
 * and anything that Excel could take for a number or a date ("(1)", "1-2", "令和7") must go another way.
 */
function isSafeCriterion(text: string): boolean {
  if (text === "" || text.length > 255 || /[*?~]|^[<>=#]/u.test(text)) return false;
  if (/^(?:true|false)$/iu.test(text)) return false;
  const rest = text.normalize("NFKC").replace(/[令和平成昭大正明治年度月日時分秒半期RHSTMEAP]/giu, "");
  return /\p{L}/u.test(rest);
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

function countifs<Key extends string>(table: DataTable<Key>, criteria: readonly Criterion<Key>[]): FormulaPart[] {
  const parts: FormulaPart[] = ["COUNTIFS("];
  criteria.forEach(({ column, text, at }, index) => {
    parts.push(index === 0 ? "" : ",", columnRange(table, column), ",", at === undefined ? quoted(text) : placeRange(at));
  });
  return [...parts, ")"];
}

function sumproduct<Key extends string>(table: DataTable<Key>, criteria: readonly Criterion<Key>[]): FormulaPart[] {
  const parts: FormulaPart[] = ["SUMPRODUCT("];
  criteria.forEach(({ column, text, at }, index) => {
    const wanted = at === undefined ? quoted(text) : placeRange(at);
    parts.push(index === 0 ? "1*(" : "*(", columnRange(table, column), "=", wanted, ")");
  });
  return [...parts, ")"];
}

/** How many rows meet all criteria. */
export function countRows<Key extends string>(table: DataTable<Key>, criteria: readonly Criterion<Key>[]): number {
  return table.rows.filter((row) =>
    criteria.every(({ column, text }) => {
      const value = row[column];
      return typeof value === "string" && foldCase(value) === foldCase(text);
    }),
  ).length;
}

/** The count as a live formula. Without criteria: all rows. `cached` spares counting where the caller has it already. */
export function countFormula<Key extends string>(
  table: DataTable<Key>,
  criteria: readonly Criterion<Key>[],
  cached = countRows(table, criteria),
): Formula {
  const first = table.columns[0];
  if (criteria.length === 0 && first !== undefined) {
    return { formula: ["ROWS(", columnRange(table, first.key), ")"], cached: table.rows.length };
  }
  const build = criteria.every(({ text }) => isSafeCriterion(text)) ? countifs : sumproduct;
  return { formula: build(table, criteria), cached };
}

function dataCell<Key extends string>(column: DataColumn<Key>, value: DataValue): PlanCell {
  const role = column.role ?? (typeof value === "number" ? "data-number" : "data");
  return cell(value, role, column.format === undefined || typeof value !== "number" ? {} : { format: column.format });
}

/** The sheet that holds the table, as an Excel table with filter buttons. */
export function dataSheet<Key extends string>(table: DataTable<Key>, asOf: string): PlanSheet {
  const builder = new SheetBuilder(table.columns.map(({ width }) => width));
  builder.row([cell(table.sheetName, "title")], 30);
  builder.row([cell(`${table.note}${texts.dataNotPrinted}`, "note")]);
  const unprinted = builder.gap();
  builder.row(table.columns.map(({ title }) => cell(title, "data-header")));
  for (const row of table.rows) builder.row(table.columns.map((column) => dataCell(column, row[column.key])));
  const region = { ...builder.extent, top: HEADER_ROW };
  return {
    key: table.sheet,
    name: table.sheetName,
    tab: "neutral",
    columnWidths: builder.columnWidths,
    rows: builder.rows,
    freeze: { rows: HEADER_ROW + 1, columns: 0 },
    tables: [{ name: table.name, region, columns: table.columns.map(({ title }) => title) }],
    filter: null,
    validations: [],
    charts: [],
    // Neither Excel nor its file format knows a sheet that is not printed. A print area without any content comes
    // nearest: nothing is on it, so no page of it is printed with the others; the note says how to print it all the same.
    print: printSetup({
      paper: "a3",
      area: { top: unprinted, left: 0, bottom: unprinted, right: 0 },
      titleRows: null,
      asOf,
      title: table.sheetName,
    }),
  };
}
