import { assessmentStatuses, formulas } from "../evaluate";
import { countBySeverity } from "./findings-sheet";
import { formatDay } from "./format";
import type { ReportInput } from "./input";
import type { PlanSheet } from "./plan";
import { PAGE_HEIGHTS, printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { countMissing } from "./missing-targets-sheet";
import { ratingRoles } from "./roles";
import { sheetGuides, sheetNames, texts } from "./texts.ja";
import { ratings } from "./words.ja";

/** 表紙: which plan, on which day, made from what, what is in it, and how to read it. */

const TEXTS = texts.cover;
const WIDTHS: readonly number[] = [30, 116];

/** `計画 第3期.xlsx` → `計画 第3期`. */
function planName(file: string): string {
  return file.replace(/\.(?:xlsx|xlsm)$/iu, "");
}

function writeBasis(builder: SheetBuilder, input: ReportInput): void {
  const { model, findings } = input;
  const missing = model.indicators.length === 0 ? null : countMissing(input);
  const accepted = input.accepted?.length ?? 0;
  const crashes = [...new Set((input.crashes ?? []).map(({ rule }) => rule))];
  const lines: readonly (readonly [string, string])[] = [
    [TEXTS.asOf, TEXTS.asOfNote(formatDay(input.asOf))],
    [TEXTS.source, input.file],
    [TEXTS.read, TEXTS.readCounts(model.tables.length, model.indicators.length, model.workItems.length)],
    ...(missing === null ? [] : [[TEXTS.missing, missing === 0 ? texts.missing.none : texts.missing.count(missing)] as const]),
    [TEXTS.findings, findings.length === 0 ? texts.findings.none : countBySeverity(findings)],
    ...(accepted === 0 ? [] : [[TEXTS.accepted, TEXTS.acceptedCount(accepted)] as const]),
    [TEXTS.untouched, TEXTS.untouchedNote],
    ...(crashes.length === 0 ? [] : [[TEXTS.crashes, TEXTS.crashNote(crashes.join("、"))] as const]),
  ];
  builder.heading(TEXTS.basis);
  for (const [key, value] of lines) builder.row([cell(key, "key"), cell(value, "text")], 20);
  builder.gap();
}

function writeContents(builder: SheetBuilder, sheets: readonly Pick<PlanSheet, "key" | "name">[]): void {
  builder.heading(TEXTS.contents);
  for (const { key, name } of sheets) {
    const link = { sheet: key, row: 0, column: 0 };
    builder.row([cell(name, "link", { link }), cell(sheetGuides[name] ?? "", "text")], 18);
  }
  builder.gap();
}

function writeGuide(builder: SheetBuilder, hasIndicators: boolean): void {
  if (hasIndicators) {
    builder.newPage();
    builder.heading(TEXTS.marks);
    for (const status of assessmentStatuses) {
      const { mark, word, guide } = ratings[status];
      builder.row([cell(`${mark} ${word}`, ratingRoles[status]), cell(guide, "text")], 18);
    }
    builder.gap();
    builder.heading(TEXTS.yardsticks);
    for (const id of ["ratio", "inverse-ratio", "from-baseline", "pace-linear"] as const) {
      builder.row([cell(formulas[id].nameJa, "key"), cell(formulas[id].describeJa, "text")], 18);
    }
    builder.gap();
  }
  const notes = [TEXTS.caution, TEXTS.placeNote, ...(hasIndicators ? [TEXTS.suggestedNote, texts.roundingNote] : [])];
  for (const note of notes) builder.line(`・${note}`, "note");
}

/** `sheets` are those that follow. */
export function coverSheet(input: ReportInput, sheets: readonly Pick<PlanSheet, "key" | "name">[]): PlanSheet {
  const builder = new SheetBuilder(WIDTHS, PAGE_HEIGHTS.a4);
  builder.line(TEXTS.title(planName(input.file)), "title");
  builder.line(texts.asOfLine(formatDay(input.asOf)), "subtitle");
  builder.gap();
  writeBasis(builder, input);
  writeContents(builder, sheets);
  writeGuide(builder, input.model.indicators.length > 0);
  return {
    key: "cover",
    name: sheetNames.cover,
    tab: null,
    columnWidths: WIDTHS,
    rows: builder.rows,
    freeze: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: null,
      asOf: input.asOf,
      title: input.file,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
