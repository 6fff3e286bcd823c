import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, defaultSettings, toDocument, type WorkbookSnapshot } from "../../src/core";
import { SheetView } from "../../src/core/sheet/sheet-view";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import { readWorkbook as readThroughExcel } from "../../src/excel/read-workbook";
import { readWorkbook as readFile } from "../../src/xlsx/read/read-workbook";
import { openWorkbook } from "../../workbench/host/package/open";
import { workbookPackage } from "../helpers/package";
import { startHost } from "../workbench/helpers";

const corpus = existsSync("test/corpus") ? readdirSync("test/corpus").map((name) => join("test/corpus", name, "input.xlsx")) : [];
const samples = readdirSync("samples").filter((file) => file.endsWith(".xlsx")).map((file) => join("samples", file));
const files = [...samples, ...corpus.filter((file) => existsSync(file))].sort();

/**
 * What office.js can show of a file: no chart sheets; merged areas in order of their place; hidden rows and columns
 * only as far as anything is used.
 */
function visibleToOffice(snapshot: WorkbookSnapshot): WorkbookSnapshot {
  return { ...snapshot, sheets: snapshot.sheets.filter((sheet) => sheet.problem !== "chart-sheet").map((sheet) => clip(sheet, snapshot.date1904)) };
}

function clip(sheet: SheetSnapshot, date1904: boolean): SheetSnapshot {
  const used = new SheetView({ ...sheet, merges: [] }, date1904).used;
  const bottom = (used?.bottom ?? 0) + 1_000;
  const right = (used?.right ?? 0) + 256;
  return {
    ...sheet,
    merges: [...sheet.merges].filter((merge) => merge.top <= bottom && merge.left <= right).sort((a, b) => a.top - b.top || a.left - b.left),
    hiddenRows: used === undefined ? [] : sheet.hiddenRows.filter((row) => row <= used.bottom),
    hiddenColumns: used === undefined ? [] : sheet.hiddenColumns.filter((column) => column <= used.right && column >= used.left),
  };
}

/**
 * Which cells are calculated must agree everywhere, the texts of the formulas only where the file states them: of a
 * shared formula it states the first cell's alone, and the reader gives "" for the others. Excel spells out each.
 */
function asTheFileStates(fromExcel: WorkbookSnapshot, fromFile: WorkbookSnapshot): WorkbookSnapshot {
  const unstated = new Set(
    fromFile.sheets.flatMap(({ name, rows }) =>
      rows.flatMap(({ row, cells }) => cells.filter(({ formula }) => formula === "").map(({ column }) => `${name}!${String(row)},${String(column)}`)),
    ),
  );
  if (unstated.size === 0) return fromExcel;
  return {
    ...fromExcel,
    sheets: fromExcel.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map(({ row, cells }) => ({
        row,
        cells: cells.map((cell) => (cell.formula !== undefined && unstated.has(`${sheet.name}!${String(row)},${String(cell.column)}`) ? { ...cell, formula: "" } : cell)),
      })),
    })),
  };
}

/** What `check --json` prints. */
function documentOf(snapshot: WorkbookSnapshot): string {
  return JSON.stringify(toDocument(analyze(snapshot, defaultSettings, "2026-03-31")), null, 1);
}

/** Cases whose documents cannot be compared: what no one can read, and sheets that only one side knows. */
const passedOver: string[] = [];

test.each(files)("%s は、ファイルからも Excel からも、同じスナップショットと一文字も違わない点検結果になる", async (file) => {
  const bytes = readFileSync(file);
  const fromFile = readFile(bytes, file);
  // What no one can read has no snapshot on either side.
  if (!fromFile.ok) {
    passedOver.push(file);
    return;
  }
  startHost(openWorkbook(bytes, fromFile.value.file).workbook);
  const fromExcel = await readThroughExcel();
  if (!fromExcel.ok) throw new Error(JSON.stringify(fromExcel.failure));
  expect(visibleToOffice(asTheFileStates(fromExcel.value, fromFile.value))).toEqual(visibleToOffice(fromFile.value));
  // Sheets that have no worksheet object, or that the file reader refused, are known to one side only.
  if (fromFile.value.sheets.some(({ problem }) => problem !== undefined)) passedOver.push(file);
  else expect(documentOf(fromExcel.value)).toBe(documentOf(fromFile.value));
});

test("見本はすべてあり、点検結果を比べずに通したファイルは全体の5%以下である", () => {
  expect(samples.length).toBeGreaterThanOrEqual(13);
  expect(passedOver.length / files.length).toBeLessThanOrEqual(0.05);
});

test("共有の数式は、二つめからのセルの式を Excel だけが示すが、点検結果は変わらない", async () => {
  const formula = (row: number, text: string) => `<row r="${String(row)}"><c r="A${String(row)}"><v>${String(row)}</v></c><c r="B${String(row)}">${text}<v>${String(row * 2)}</v></c></row>`;
  const data = [
    '<row r="1"><c r="A1" t="inlineStr"><is><t>指標名</t></is></c><c r="B1" t="inlineStr"><is><t>目標値</t></is></c></row>',
    formula(2, '<f t="shared" ref="B2:B4" si="0">A2*2</f>'),
    formula(3, '<f t="shared" si="0"/>'),
    formula(4, '<f t="shared" si="0"/>'),
  ].join("");
  const bytes = workbookPackage({ sheets: [{ data }] });
  const fromFile = readFile(bytes, "共有.xlsx");
  if (!fromFile.ok) throw new Error(fromFile.failure.code);
  const { workbook } = openWorkbook(bytes, "共有.xlsx");
  // The host knows no more than the file; a real Excel spells out what follows from the first cell.
  for (const row of [2, 3]) workbook.sheets[0]!.ensure(row, 1).formula = `A${String(row + 1)}*2`;
  startHost(workbook);
  const fromExcel = await readThroughExcel();
  if (!fromExcel.ok) throw new Error(JSON.stringify(fromExcel.failure));
  const texts = ({ sheets }: WorkbookSnapshot) => sheets[0]?.rows.slice(1).map(({ cells }) => cells[1]?.formula);
  expect([texts(fromFile.value), texts(fromExcel.value)]).toEqual([["A2*2", "", ""], ["A2*2", "A3*2", "A4*2"]]);
  expect(asTheFileStates(fromExcel.value, fromFile.value)).toEqual(fromFile.value);
  expect(documentOf(fromExcel.value)).toBe(documentOf(fromFile.value));
});
