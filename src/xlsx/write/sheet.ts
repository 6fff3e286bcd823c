import type { WriteSheet } from "hucre/xlsx";
import type { PlanSheet, PrintLine } from "../../core/report";
import { toRangeA1 } from "../../core/sheet/region";
import { FONT, paintStyles } from "../../core/report";
import { titleOf, type SheetTitles } from "../../core/report/references";
import { toCellText } from "./sheet-data";

const FIELD_CODES = { page: "&P", pages: "&N", "sheet-name": "&A" } as const;
/** Excel takes 255 characters for all three parts of a line together. */
const MAX_PART = 60;

/** The size stands before the face, so that no digit of the text can be taken for part of the size. */
function printPart(side: "&L" | "&C" | "&R", parts: PrintLine["left"]): string {
  if (parts.length === 0) return "";
  const text = parts.map((part) => {
    if (typeof part !== "string") return FIELD_CODES[part.field];
    return toCellText(part).slice(0, MAX_PART).replaceAll("&", "&&").replaceAll("\n", " ");
  });
  return `${side}&9&"${FONT},標準"${text.join("")}`;
}

function printLine(line: PrintLine): string {
  return printPart("&L", line.left) + printPart("&C", line.center) + printPart("&R", line.right);
}

/** In inches: 12 mm at the sides, room for a header and a footer. */
const MARGINS = { left: 0.47, right: 0.47, top: 0.75, bottom: 0.67, header: 0.35, footer: 0.31 };

function pageParts(sheet: PlanSheet): Pick<WriteSheet, "pageSetup" | "headerFooter" | "rowBreaks"> {
  const { print } = sheet;
  return {
    pageSetup: {
      paperSize: print.paper,
      orientation: print.orientation,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.pagesHigh,
      margins: MARGINS,
    },
    headerFooter: { oddHeader: printLine(print.header), oddFooter: printLine(print.footer) },
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
