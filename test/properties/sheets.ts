import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { analyze, defaultSettings, type Analysis, type WorkbookSnapshot } from "../../src/core";
import type { SheetSnapshot, SnapshotCell } from "../../src/core/sheet/snapshot";
import { readWorkbook } from "../../src/xlsx";
import { AS_OF } from "../generator/check";
import { layouts } from "../generator/layouts";
import { workbookOf } from "../helpers/grid";

/** A workbook that a law is held against. */
export interface Subject {
  readonly name: string;
  readonly workbook: WorkbookSnapshot;
}

const SAMPLES = join(__dirname, "../../samples");
const SEED = 4_711;
const SHEETS_A_LAYOUT = 20;

export const samples: readonly Subject[] = readdirSync(SAMPLES)
  .filter((file) => file.endsWith(".xlsx"))
  .sort()
  .map((file) => {
    const read = readWorkbook(new Uint8Array(readFileSync(join(SAMPLES, file))), file);
    if (!read.ok) throw new Error(`${file} cannot be read`);
    return { name: file, workbook: read.value };
  });

export const generated: readonly Subject[] = layouts.flatMap(({ name, plan, draw }) =>
  fc.sample(plan, { seed: SEED, numRuns: SHEETS_A_LAYOUT }).map((one, index) => ({ name: `${name} ${index + 1}`, workbook: workbookOf(draw(one).sheet) })),
);

/** Every sample by itself, the generated sheets by layout: a hundred tests that say the same are no better than one. */
export const subjects: readonly (readonly [name: string, list: readonly Subject[]])[] = [
  ...samples.map((one) => [one.name, [one]] as const),
  ...layouts.map(({ name }) => [name, generated.filter((one) => one.name.startsWith(`${name} `))] as const),
];

export function mapSheets(workbook: WorkbookSnapshot, change: (sheet: SheetSnapshot, index: number) => SheetSnapshot): WorkbookSnapshot {
  return { ...workbook, sheets: workbook.sheets.map(change) };
}

export function mapCells(workbook: WorkbookSnapshot, change: (cell: SnapshotCell) => SnapshotCell): WorkbookSnapshot {
  return mapSheets(workbook, (sheet) => ({ ...sheet, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: cells.map(change) })) }));
}

/** Puts a cell in a sheet, in place of what stands there. */
export function withCell(sheet: SheetSnapshot, row: number, cell: SnapshotCell): SheetSnapshot {
  const rest = sheet.rows.find((one) => one.row === row)?.cells.filter(({ column }) => column !== cell.column) ?? [];
  const line = { row, cells: [...rest, cell].sort((a, b) => a.column - b.column) };
  return { ...sheet, rows: [...sheet.rows.filter((one) => one.row !== row), line].sort((a, b) => a.row - b.row) };
}

const readings = new WeakMap<WorkbookSnapshot, Analysis>();

/** The analysis of a workbook; the same object is read only once. */
export function read(workbook: WorkbookSnapshot): Analysis {
  const known = readings.get(workbook) ?? analyze(workbook, defaultSettings, AS_OF);
  readings.set(workbook, known);
  return known;
}

/** As `toEqual`, which takes its time over large analyses and is asked only where they differ. */
export function expectSame(got: unknown, expected: unknown): void {
  if (JSON.stringify(got) !== JSON.stringify(expected)) expect(got).toEqual(expected);
}
