import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, defaultSettings, toDocument, type WorkbookSnapshot } from "../../src/core";
import { readWorkbook as readThroughExcel } from "../../src/excel/read-workbook";
import { readWorkbook as readFile } from "../../src/xlsx/read/read-workbook";
import { openWorkbook } from "../../workbench/host/package/open";
import { startHost } from "../workbench/helpers";

const inCorpus = existsSync("test/corpus") ? readdirSync("test/corpus").map((name) => join("test/corpus", name, "input.xlsx")) : [];
const inSamples = readdirSync("samples").filter((file) => file.endsWith(".xlsx")).map((file) => join("samples", file));
const files = [...inSamples, ...inCorpus.filter((file) => existsSync(file))].sort();

/** What `check --json` prints. */
function documentOf(snapshot: WorkbookSnapshot): string {
  return JSON.stringify(toDocument(analyze(snapshot, defaultSettings, "2026-03-31")), null, 1);
}

/** Files that office.js cannot show whole, each with its reason. */
function isBeyondOffice(snapshot: WorkbookSnapshot): boolean {
  return snapshot.sheets.some(({ problem }) => problem !== undefined);
}

test.each(files)("%s の点検結果は、ファイルからも Excel からも一文字も違わない", async (file) => {
  const bytes = readFileSync(file);
  const fromFile = readFile(bytes, file);
  // What cannot be read at all has no document on either side.
  if (!fromFile.ok || isBeyondOffice(fromFile.value)) return;
  startHost(openWorkbook(bytes, fromFile.value.file).workbook);
  const fromExcel = await readThroughExcel();
  if (!fromExcel.ok) throw new Error(JSON.stringify(fromExcel.failure));
  expect(documentOf({ ...fromExcel.value, settings: fromFile.value.settings })).toBe(documentOf(fromFile.value));
  expect(fromExcel.value.settings).toBe(fromFile.value.settings);
});
