import { formatDay } from "./format";
import type { ReportInput } from "./input";
import type { PlanChart, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { SheetBuilder } from "./sheet-builder";
import { ratingDetails, ratingOverview, targetDetails, targetOverview, workSection } from "./summary-sections";
import { numberWidths, type SummaryTables } from "./summary-subjects";
import { sheetNames, texts } from "./texts.ja";

export const SUMMARY = "summary";

/** Room for the labels, whatever the numbers need; and past the other width it is better given to the numbers. */
const LABEL_WIDTHS = { least: 36, most: 62 } as const;

/** The numbers take what their titles need, the labels what is left; what they can do without is shared out. */
function columnWidths(tables: Omit<SummaryTables, "sheet">): readonly number[] {
  const numbers = numberWidths(tables);
  const sum = numbers.reduce((total, width) => total + width, 0);
  const room = PAGE_WIDTHS.a4 - 1;
  const label = Math.min(Math.max(room - sum, LABEL_WIDTHS.least), LABEL_WIDTHS.most);
  return [label, ...numbers.map((width) => Math.floor(((width * (room - label)) / sum) * 10) / 10)];
}

/** 総括: indicators and work items by area, policy, program and division, as live counts over the data sheets. */
export function summarySheet(input: ReportInput, tables: Omit<SummaryTables, "sheet">): PlanSheet {
  const builder = new SheetBuilder(columnWidths(tables), PAGE_HEIGHTS.a4);
  const all = { ...tables, sheet: SUMMARY };
  builder.line(texts.summary.title, "title");
  builder.line(`${texts.madeFrom(input.file)}\u3000${texts.asOfLine(formatDay(input.asOf))}\u3000${texts.roundingNote}`, "note");
  builder.gap(4);
  const charts: PlanChart[] = [];
  const hasIndicators = tables.indicators.rows.length > 0;
  const hasWorkItems = tables.workItems.rows.length > 0;
  if (hasIndicators) {
    // First how it stands as a whole, then by whom and what.
    charts.push(...targetOverview(builder, all), ...ratingOverview(builder, all));
    targetDetails(builder, all);
    charts.push(...ratingDetails(builder, all));
  }
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
