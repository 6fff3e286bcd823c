import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, defaultSettings, toDocument, type WorkbookSnapshot } from "../../src/core";
import { SheetView } from "../../src/core/sheet/sheet-view";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import { readWorkbook as readThroughExcel } from "../../src/excel/read-workbook";
import { readWorkbook as readFile } from "../../src/xlsx/read/read-workbook";
import { openWorkbook } from "../../workbench/host/package/open";
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

/** What `check --json` prints. */
function documentOf(snapshot: WorkbookSnapshot): string {
  return JSON.stringify(toDocument(analyze(snapshot, defaultSettings, "2026-03-31")), null, 1);
}

let beyondOffice = 0;

test.each(files)("%s は、ファイルからも Excel からも、同じスナップショットと一文字も違わない点検結果になる", async (file) => {
  const bytes = readFileSync(file);
  const fromFile = readFile(bytes, file);
  // What no one can read has no snapshot on either side.
  if (!fromFile.ok) return;
  startHost(openWorkbook(bytes, fromFile.value.file).workbook);
  const fromExcel = await readThroughExcel();
  if (!fromExcel.ok) throw new Error(JSON.stringify(fromExcel.failure));
  expect(visibleToOffice(fromExcel.value)).toEqual(visibleToOffice(fromFile.value));
  // Sheets that have no worksheet object, or that the file reader refused, are known to one side only.
  if (fromFile.value.sheets.some(({ problem }) => problem !== undefined)) beyondOffice++;
  else expect(documentOf(fromExcel.value)).toBe(documentOf(fromFile.value));
});

test("見本はすべてあり、office.js から見えないシートを含むファイルはわずかである", () => {
  expect(samples.length).toBeGreaterThanOrEqual(13);
  expect(beyondOffice).toBeLessThanOrEqual(Math.ceil(files.length / 20));
});
