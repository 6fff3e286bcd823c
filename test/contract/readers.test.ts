import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { SheetView } from "../../src/core/sheet/sheet-view";
import type { SheetSnapshot, WorkbookSnapshot } from "../../src/core/sheet/snapshot";
import { readWorkbook as readThroughExcel } from "../../src/excel/read-workbook";
import { fromSnapshot } from "../../workbench/host/model/from-snapshot";
import { snapshotOf, startHost } from "../workbench/helpers";

const corpus = existsSync("test/corpus") ? readdirSync("test/corpus").map((name) => join("test/corpus", name, "input.xlsx")) : [];
const samples = readdirSync("samples").filter((file) => file.endsWith(".xlsx")).map((file) => join("samples", file));
const files = [...samples, ...corpus.filter((file) => existsSync(file))].sort();

/**
 * What office.js cannot show, taken out of what the file gives: chart sheets; hidden rows and columns and merged areas
 * far beyond what is filled; and the other way round, the formulas of cells that share one, which the file names once.
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

test.each(files)("%s は、ファイルからも Excel からも同じスナップショットになる", async (file) => {
  const fromFile = snapshotOf(file);
  startHost(fromSnapshot(fromFile));
  const read = await readThroughExcel();
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  expect(visibleToOffice(read.value)).toEqual(visibleToOffice(fromFile));
});

test("見本がある", () => {
  expect(samples.length).toBeGreaterThanOrEqual(13);
});
