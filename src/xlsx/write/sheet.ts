import type { Cell, CellValue, WriteSheet } from "hucre/xlsx";
import { isFormula, type PlanCell, type PlanSheet, type PrintLine } from "../../core/report";
import { toA1 } from "../../core/sheet/address";
import { toRangeA1 } from "../../core/sheet/region";
import { FONT, paintStyles } from "../../core/report";
import type { CellStyles } from "./cell-styles";
import { formulaText, quoteSheet, titleOf, type SheetTitles } from "./references";

/** Excel's own limit for a cell. */
const MAX_TEXT = 32_767;
/** Texts that the library would write as error values; the text "#REF!" must stay a text. */
const ERROR_LIKE = /^#(?:VALUE!|REF!|N\/A|NAME\?|NULL!|DIV\/0!|NUM!|GETTING_DATA|SPILL!|CALC!)$/u;

/** A text as a cell can hold it: Excel would take `_x0041_` for an escaped "A", and knows one kind of line break. */
export function toCellText(text: string): string {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "")
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .slice(0, MAX_TEXT);
}

function contentOf(cell: PlanCell, sheet: PlanSheet, titles: SheetTitles): Partial<Cell> {
  const { value } = cell;
  if (value === null) return {};
  if (isFormula(value)) return { formula: formulaText(value, sheet.key, titles), formulaResult: value.cached };
  if (typeof value === "number") return { value };
  const text = toCellText(value);
  return ERROR_LIKE.test(text) ? { richText: [{ text }] } : { value: text };
}

function cellOf(cell: PlanCell, sheet: PlanSheet, titles: SheetTitles, styles: CellStyles): Partial<Cell> {
  const result = { ...contentOf(cell, sheet, titles), style: styles.of(cell.role, cell.format) };
  if (cell.link === undefined) return result;
  const location = `${quoteSheet(titleOf(titles, cell.link.sheet))}!${toA1(cell.link)}`;
  return { ...result, hyperlink: { target: "", location } };
}

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

/** A sheet of the plan in the library's terms. */
export function toWriteSheet(sheet: PlanSheet, titles: SheetTitles, styles: CellStyles): WriteSheet {
  const rows: CellValue[][] = sheet.rows.map(() => []);
  const cells = new Map<string, Partial<Cell>>();
  sheet.rows.forEach((row, r) => {
    row.cells.forEach((cell, c) => {
      if (cell !== null) cells.set(`${String(r)},${String(c)}`, cellOf(cell, sheet, titles, styles));
    });
  });
  return {
    name: titleOf(titles, sheet.key),
    columns: sheet.columnWidths.map((width) => ({ width })),
    rows,
    cells,
    rowDefs: new Map(sheet.rows.map(({ height }, r) => [r, { height }])),
    view: {
      showGridLines: false,
      ...(sheet.tab === null ? {} : { tabColor: { rgb: paintStyles[sheet.tab].color } }),
    },
    ...pageParts(sheet),
    ...optionalParts(sheet),
  };
}
