import type { Table, TableField } from "../model/table";
import { toA1 } from "../sheet/address";
import { toRangeA1 } from "../sheet/region";
import { formatPeriod } from "./format";
import type { ReportInput } from "./input";
import type { PlanSheet } from "./plan";
import { PAGE_HEIGHTS, printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { fieldWords, notReadWords, tableKinds } from "./words.ja";

/** 読み取り結果: how each table and each column was understood, so that a person can see it and put it right. */

const TEXTS = texts.reading;
const WIDTHS: readonly number[] = [5, 15, 21, 6, 39, 60];

/** 「B6「指標」＝指標名」; years, and grounds other than the header's own words, stand beside it. */
function fieldText({ at, header, field, period, evidence }: TableField): string {
  const year = formatPeriod(period);
  const meaning = year === "" ? fieldWords[field] : TEXTS.period(fieldWords[field], year);
  const text = TEXTS.field(toA1(at), header.replace(/\s+/gu, " "), meaning);
  return TEXTS.usualEvidence.some((usual) => usual === evidence) || evidence === "" ? text : TEXTS.evidence(text, evidence);
}

function fieldsText({ fields }: Table): string {
  const used = fields.filter(({ field }) => field !== "other").map(fieldText);
  const unused = fields.filter(({ field }) => field === "other").map(({ header }) => header.replace(/\s+/gu, " "));
  return [used.join("、"), ...(unused.length === 0 ? [] : [TEXTS.unused(unused.join("、"))])].join("\n");
}

/** Headings that the table above has as well are not said again. */
function headingsText({ headings }: Table, above: Table | undefined): string {
  const shared = above === undefined ? 0 : headings.findIndex((heading, n) => heading !== above.headings[n]);
  if (shared === 0) return headings.join(" ＞ ");
  return shared < 0 ? (headings.length === 0 ? "" : TEXTS.same) : [TEXTS.same, ...headings.slice(shared)].join(" ＞ ");
}

/** What a table's columns say, without where they stand. */
function columnsKey({ sheet, kind, fields }: Table): string {
  return JSON.stringify([sheet, kind, fields.map(({ header, field, period, evidence }) => [header, field, period, evidence])]);
}

function columnsText(table: Table, above: Table | undefined): string {
  if (above === undefined || columnsKey(above) !== columnsKey(table)) return fieldsText(table);
  return TEXTS.sameColumns(table.fields.filter(({ field }) => field !== "other").map(({ at }) => toA1(at)).join("、"));
}

function writeTable(builder: SheetBuilder, table: Table, number: number, above: Table | undefined): void {
  const items = table.lines.filter(({ role }) => role === "item").length;
  const { region, sheet } = table;
  builder.row([
    cell(number, "text-center"),
    cell(tableKinds[table.kind], "text"),
    cell(`${sheet}!${toRangeA1(region)}`, "place", { source: { sheet, row: region.top, column: region.left } }),
    cell(items, "text-center"),
    cell(headingsText(table, above), "place"),
    cell(columnsText(table, above), "text"),
  ]);
}

function writeNotRead(builder: SheetBuilder, input: ReportInput): void {
  const { notRead } = input.model;
  if (notRead.length === 0) return;
  builder.gap();
  builder.keep(80);
  builder.heading(TEXTS.notRead);
  for (const { sheet, because } of notRead) builder.line(TEXTS.notReadLine(sheet, notReadWords[because]), "plain");
}

export function readingSheet(input: ReportInput): PlanSheet {
  const { tables } = input.model;
  const builder = new SheetBuilder(WIDTHS, PAGE_HEIGHTS.a4);
  builder.line(TEXTS.title, "title");
  builder.line(tables.length === 0 ? TEXTS.nothing : TEXTS.lead, "note");
  if (tables.length > 0) builder.line(TEXTS.evidenceNote, "note");
  builder.gap();
  const header = tables.length === 0 ? null : builder.row(TEXTS.columns.map((title) => cell(title, "header")), 22);
  if (header !== null) builder.repeat(header);
  tables.forEach((table, index) => {
    writeTable(builder, table, index + 1, tables[index - 1]);
  });
  writeNotRead(builder, input);
  return {
    key: "reading",
    name: sheetNames.reading,
    tab: "neutral",
    columnWidths: WIDTHS,
    rows: builder.rows,
    freeze: { rows: header === null ? 0 : header + 1, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: header === null ? null : [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
