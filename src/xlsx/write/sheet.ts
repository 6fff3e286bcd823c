import type { WriteSheet } from "hucre/xlsx";
import type { PlanSheet } from "../../core/report";
import { toRangeA1 } from "../../core/sheet/region";
import { paintStyles } from "../../core/report";
import { PRINT_MARGINS, printText } from "../../core/report/print-text";
import { titleOf, type SheetTitles } from "../../core/report/references";

function pageParts(sheet: PlanSheet): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> {
  const { print } = sheet;
  return {
    pageSetup: {
      paperSize: print.paper,
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.pagesHigh,
      margins: PRINT_MARGINS,
    },
    headerFooter: { oddHeader: printText(print.header), oddFooter: printText(print.footer) },
    ...(print.breakAfterRows.length === 0 ? {} : { rowBreaks: [...print.breakAfterRows] }),
  };
}

function optionalParts(sheet: PlanSheet): Partial<WriteSheet> {
  const parts: Partial<WriteSheet> = {};
  if (sheet.freeze.rows > 0 || sheet.freeze.columns > 0) parts.freezePane = { ...sheet.freeze };
  if (sheet.filter !== null) parts.autoFilter = { range: toRangeA1(sheet.filter) };
  if (sheet.tables.length > 0) {
    parts.tables = sheet.tables.map((table) => ({
      name: table.name,
      range: toRangeA1(table.region),
      columns: table.columns.map((name) => ({ name })),
      style: "TableStyleLight1",
    }));
  }
  if (sheet.validations.length > 0) {
    parts.dataValidations = sheet.validations.map(({ region, choices, prompt }) => ({
      type: "list" as const,
      range: toRangeA1(region),
      values: [...choices],
      allowBlank: true,
      // The list proposes; what people write instead is as welcome.
      showErrorMessage: false,
      showInputMessage: true,
      inputTitle: prompt.title,
      inputMessage: prompt.text,
    }));
  }
  if (sheet.charts.length > 0) {
    // The library makes drawing, relationships and content types; each chart's own part is put in afterwards.
    parts.charts = sheet.charts.map((chart) => ({
      type: "bar" as const,
      title: chart.title,
      series: [{ name: chart.title, values: "A1:A1" }],
      anchor: {
        from: { row: chart.covers.top, col: chart.covers.left },
        to: { row: chart.covers.bottom + 1, col: chart.covers.right + 1 },
      },
      frameTitle: chart.title,
      altText: chart.altText,
    }));
  }
  return parts;
}

/** A sheet of the plan in the library's terms, all but its rows and cells, which are written by `sheetData`. */
export function toWriteSheet(sheet: PlanSheet, titles: SheetTitles): WriteSheet {
  return {
    name: titleOf(titles, sheet.key),
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows: [],
    view: {
      showGridLines: false,
      ...(sheet.tab === null ? {} : { tabColor: { rgb: paintStyles[sheet.tab].color } }),
    },
    ...pageParts(sheet),
    ...optionalParts(sheet),
  };
}
