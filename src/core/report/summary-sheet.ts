import { formatDay } from "./format";
import type { ReportInput } from "./input";
import type { PlanChart, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { SheetBuilder } from "./sheet-builder";
import { numberColumns, ratingSection, targetSection, workSection, type SummaryTables } from "./summary-sections";
import { sheetNames, texts } from "./texts.ja";

export const SUMMARY = "summary";

const LABEL_WIDTH = 50;

/** The numbers share what the labels leave of the page. */
function columnWidths(tables: Omit<SummaryTables, "sheet">): readonly number[] {
  const count = numberColumns(tables);
  const width = Math.floor(((PAGE_WIDTHS.a4 - 1 - LABEL_WIDTH) / count) * 10) / 10;
  return [LABEL_WIDTH, ...Array.from({ length: count }, () => width)];
}

/** 総括: indicators and work items by area, policy, program and division, as live counts over the data sheets. */
export function summarySheet(input: ReportInput, tables: Omit<SummaryTables, "sheet">): PlanSheet {
  const builder = new SheetBuilder(columnWidths(tables), PAGE_HEIGHTS.a4);
  const all = { ...tables, sheet: SUMMARY };
  builder.line(texts.summary.title, "title");
  builder.line(`${texts.madeFrom(input.file)}　${texts.asOfLine(formatDay(input.asOf))}`, "subtitle");
  builder.gap();
  const charts: PlanChart[] = [];
  const hasIndicators = tables.indicators.rows.length > 0;
  const hasWorkItems = tables.workItems.rows.length > 0;
  if (hasIndicators) {
    charts.push(...targetSection(builder, all));
    charts.push(...ratingSection(builder, all));
  }
  if (hasIndicators && hasWorkItems) builder.newPage();
  if (hasWorkItems) charts.push(...workSection(builder, all));
  if (!hasIndicators && !hasWorkItems) builder.line(texts.summary.nothing, "note");
  return {
    key: SUMMARY,
    name: sheetNames.summary,
    tab: "set",
    columnWidths: builder.columnWidths,
    rows: builder.rows,
    freeze: { rows: 0, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts,
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
