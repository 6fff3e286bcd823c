import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze } from "../../../src/core";
import { planReport, type ReportPlan } from "../../../src/core/report";
import { defaultSettings } from "../../../src/core/settings";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import type { WorkbookModel } from "../../../workbench/host/model/workbook";
import { openWorkbook } from "../../../workbench/host/package/open";

const FOLDER = "samples";

export const samples = readdirSync(FOLDER).filter((name) => name.endsWith(".xlsx")).sort();

export function bytesOf(sample: string): Uint8Array {
  return readFileSync(join(FOLDER, sample));
}

/** The report of a sample on the day that its expected file names. */
export function planOf(sample: string): ReportPlan {
  const { asOf } = JSON.parse(readFileSync(join(FOLDER, sample.replace(/\.xlsx$/u, ".expected.json")), "utf8")) as { asOf: string };
  const read = readWorkbook(bytesOf(sample), sample);
  if (!read.ok) throw new Error(read.failure.code);
  return planReport(analyze(read.value, defaultSettings, asOf));
}

export function openSample(sample: string): WorkbookModel {
  return openWorkbook(bytesOf(sample), sample).workbook;
}

let runs = 0;

/** What the pane says of each run: an id that never repeats. */
export function note(label = "まとめシートを作成"): { readonly id: string; readonly at: string; readonly label: string } {
  return { id: `run-${String(++runs)}`, at: "2026-03-31T09:00:00Z", label };
}
