import type { Table } from "../model/table";
import { toRangeA1 } from "../sheet/region";
import { formatPeriod, formatPlace } from "./format";
import type { ReportInput } from "./input";
import type { PlanSheet } from "./plan";
import { PAGE_HEIGHTS, printSetup } from "./print";
import { groupLine } from "./rows";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { fieldWords, notReadWords, tableKinds } from "./words.ja";

/** 読み取り結果: how each table and each column was understood, so that a person can see it and put it right. */

const TEXTS = texts.reading;
const WIDTHS: readonly number[] = [22, 46, 26, 18, 34];

function writeTable(builder: SheetBuilder, table: Table, number: number): void {
  const place = `${table.sheet}!${toRangeA1(table.region)}`;
  const items = table.lines.filter(({ role }) => role === "item").length;
  groupLine(builder, TEXTS.table(number, tableKinds[table.kind], place, items));
  if (table.headings.length > 0) builder.line(TEXTS.headings(table.headings.join(" ＞ ")), "note");
  for (const { at, header, field, period, evidence } of table.fields) {
    builder.row([
      cell(formatPlace(at), "place", { source: at }),
      cell(header, "text"),
      cell(fieldWords[field], field === "other" ? "text" : "text-strong"),
      cell(formatPeriod(period), "text"),
      cell(evidence, "text"),
    ]);
  }
}

function writeNotRead(builder: SheetBuilder, input: ReportInput): void {
  const { notRead } = input.model;
  if (notRead.length === 0) return;
  builder.gap();
  builder.keep(80);
  builder.heading(TEXTS.notRead);
  builder.row(TEXTS.notReadColumns.map((title) => cell(title, "header")));
  for (const { sheet, because } of notRead) builder.row([cell(sheet, "text"), cell(notReadWords[because], "text")]);
}

export function readingSheet(input: ReportInput): PlanSheet {
  const { tables } = input.model;
  const builder = new SheetBuilder(WIDTHS, PAGE_HEIGHTS.a4);
  builder.line(TEXTS.title, "title");
  builder.line(tables.length === 0 ? TEXTS.nothing : TEXTS.lead, "note");
  builder.gap();
  const header = builder.row(TEXTS.columns.map((title) => cell(title, "header")), 22);
  builder.repeat(header);
  tables.forEach((table, index) => {
    writeTable(builder, table, index + 1);
  });
  writeNotRead(builder, input);
  return {
    key: "reading",
    name: sheetNames.reading,
    tab: "neutral",
    columnWidths: WIDTHS,
    rows: builder.rows,
    freeze: { rows: header + 1, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}　${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
