// What the benchmark calls: the stages of `check` and `report`, each by itself. Bundled before it is run.
import { planReport, settingsSchema } from "../src/core";
import { assessAll } from "../src/core/evaluate";
import { interpretWorkbook } from "../src/core/interpret";
import { extraLabels, recognizeSheet } from "../src/core/recognize";
import { SheetView } from "../src/core/sheet/sheet-view";
import { validate } from "../src/core/validate/run";
import { readWorkbook, writeReport } from "../src/xlsx";

const AS_OF = "2026-10-01";
const settings = settingsSchema.parse({});

export function open(bytes) {
  const read = readWorkbook(bytes, "bench.xlsx");
  if (!read.ok) throw new Error(`the workbook was refused: ${read.failure.code}`);
  return read.value;
}

function viewsOf(snapshot) {
  return snapshot.sheets.map((sheet) => new SheetView(sheet, snapshot.date1904));
}

/** Indexing the sheets belongs to recognition: nothing before it needs to look a cell up. */
export function recognize(snapshot) {
  const extra = extraLabels(settings);
  return viewsOf(snapshot).map((view) => recognizeSheet(view, settings, extra));
}

/** Recognition is part of it: what it costs is taken off afterwards. */
export function interpret(snapshot) {
  const views = viewsOf(snapshot);
  return { views, model: interpretWorkbook(views, settings) };
}

/** The rules and the assessment, as `check` needs both. */
export function check(snapshot, views, model) {
  const viewOf = new Map(views.map((view) => [view.name, view]));
  const tableOf = new Map(model.tables.map((table) => [table.id, table]));
  const context = { asOf: AS_OF, settings, sheet: (name) => viewOf.get(name), table: (id) => tableOf.get(id) };
  const { findings, accepted, crashes } = validate(model, context);
  if (crashes.length > 0) throw new Error(`a rule crashed: ${crashes[0].rule}: ${crashes[0].cause}`);
  const assessments = assessAll(model, { asOf: AS_OF, settings });
  const sheets = snapshot.sheets.map(({ name }) => name);
  return { file: snapshot.file, sheets, asOf: AS_OF, settings, model, findings, accepted, crashes, assessments };
}

export { planReport as plan, writeReport as write };

/** The report's cells as bare values, for the library to write without us. */
export function bareSheets(plan) {
  const valueOf = (cell) => {
    const value = cell?.value ?? null;
    return typeof value === "object" && value !== null ? value.cached : value;
  };
  return plan.sheets.map(({ rows }, index) => ({ name: `Sheet${index + 1}`, rows: rows.map(({ cells }) => cells.map(valueOf)) }));
}
