import { isFormula, type PlanCell, type PlanRow, type PlanSheet } from "../../core/report";
import { toA1, toColumnName } from "../../core/sheet/address";
import { formulaText, quoteSheet, titleOf, type SheetTitles } from "../../core/report/references";
import { toCellText } from "./cell-text";
import { xmlText } from "./xml";

/*
 * Rows and cells as XML. The library would do it, too, but goes over every cell several times and looks each style up by
 * all its properties: for ten thousand indicators that is most of what a report costs.
 */

const SPECIAL = /[&<>"]/u;
function escaped(text: string): string {
  return SPECIAL.test(text) ? xmlText(text) : text;
}

/** White space at the edges, and line breaks, would be lost without it. */
const KEEPS_SPACE = /^\s|\s$|[\n\t]/u;

/** The texts of all cells, each written once. */
export class SharedTexts {
  private readonly places = new Map<string, number>();
  private uses = 0;

  /** The number by which cells refer to a text. */
  add(text: string): number {
    this.uses += 1;
    const known = this.places.get(text);
    if (known !== undefined) return known;
    const place = this.places.size;
    this.places.set(text, place);
    return place;
  }

  part(): string {
    const items: string[] = [];
    for (const text of this.places.keys()) {
      const value = escaped(toCellText(text));
      items.push(KEEPS_SPACE.test(value) ? `<si><t xml:space="preserve">${value}</t></si>` : `<si><t>${value}</t></si>`);
    }
    const counts = `count="${String(this.uses)}" uniqueCount="${String(this.places.size)}"`;
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ${counts}>${items.join("")}</sst>`
    );
  }
}

/** What the cells of all sheets share. */
export interface SheetDataContext {
  readonly titles: SheetTitles;
  readonly texts: SharedTexts;
  /** The number of a cell's looks in the workbook's styles. */
  readonly styleOf: (cell: PlanCell) => number;
}

export interface SheetData {
  /** A1:F20. */
  readonly dimension: string;
  readonly rows: string;
  /** The element with all links; "" where the sheet has none. */
  readonly links: string;
}

export function sheetData(sheet: PlanSheet, context: SheetDataContext): SheetData {
  const width = sheet.rows.reduce((most, { cells }) => Math.max(most, cells.length), sheet.columnWidths.length);
  const columns = Array.from({ length: width }, (_, column) => toColumnName(column));
  const rows = sheet.rows.map((row, index) => rowXml(row, index, columns, sheet, context));
  const last = toA1({ row: Math.max(0, sheet.rows.length - 1), column: Math.max(0, width - 1) });
  return { dimension: `A1:${last}`, rows: `<sheetData>${rows.join("")}</sheetData>`, links: linksOf(sheet, columns, context) };
}

function rowXml({ height, cells }: PlanRow, index: number, columns: readonly string[], sheet: PlanSheet, context: SheetDataContext): string {
  const number = String(index + 1);
  let xml = "";
  for (let column = 0; column < cells.length; column++) {
    const cell = cells[column];
    if (cell !== null && cell !== undefined) xml += cellXml(cell, `${columns[column] ?? ""}${number}`, sheet, context);
  }
  const start = `<row r="${number}" ht="${String(height)}" customHeight="1"`;
  return xml === "" ? `${start}/>` : `${start}>${xml}</row>`;
}

function cellXml(cell: PlanCell, ref: string, sheet: PlanSheet, { titles, texts, styleOf }: SheetDataContext): string {
  const { value } = cell;
  const start = `<c r="${ref}" s="${String(styleOf(cell))}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === "string") return `${start} t="s"><v>${String(texts.add(value))}</v></c>`;
  if (!isFormula(value)) return Number.isFinite(value) ? `${start}><v>${String(value)}</v></c>` : `${start}/>`;
  const { cached } = value;
  const result = typeof cached === "string" ? ` t="str"` : "";
  return `${start}${result}><f>${escaped(formulaText(value, sheet.key, titles))}</f><v>${escaped(String(cached))}</v></c>`;
}

function linksOf(sheet: PlanSheet, columns: readonly string[], { titles }: SheetDataContext): string {
  const names = new Map<string, string>();
  const links: string[] = [];
  sheet.rows.forEach(({ cells }, index) => {
    for (let column = 0; column < cells.length; column++) {
      const link = cells[column]?.link;
      if (link === undefined) continue;
      const name = names.get(link.sheet) ?? xmlText(quoteSheet(titleOf(titles, link.sheet)));
      names.set(link.sheet, name);
      links.push(`<hyperlink ref="${columns[column] ?? ""}${String(index + 1)}" location="${name}!${toA1(link)}"/>`);
    }
  });
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}
