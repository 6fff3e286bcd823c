import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { writeXlsx, type Cell, type CellStyle, type WriteOptions } from "hucre/xlsx";
import { toSheetNames, type PlanCell, type PlanSheet, type ReportPlan } from "../../core/report";
import { parseA1 } from "../../core/sheet/address";
import { CellStyles, standardFont } from "./cell-styles";
import { chartPart } from "./chart-part";
import { drawingPart, sizeOf } from "./drawing-part";
import { absoluteRange, quoteSheet, titleOf, type SheetTitles } from "../../core/report/references";
import { toWriteSheet } from "./sheet";
import { SharedTexts, sheetData } from "./sheet-data";

type NamedRange = NonNullable<WriteOptions["namedRanges"]>[number];

/** The first moment that a zip entry can bear: the same report has the same bytes on whatever day it is written. */
const ZIP_TIME = new Date(1980, 0, 1);

/** Half the time of the usual 6, and a file larger by a fourteenth. */
const LEVEL = 3;

const APP_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">' +
  "<Application>Shinchoku</Application><DocSecurity>0</DocSecurity></Properties>";

/** Print areas and titles as defined names of our own: the library would leave the sheet's name unquoted. */
function printNames(sheet: PlanSheet, titles: SheetTitles): NamedRange[] {
  const title = titleOf(titles, sheet.key);
  const { area, titleRows } = sheet.print;
  const names = [{ name: "_xlnm.Print_Area", range: `${quoteSheet(title)}!${absoluteRange({ region: area })}`, scope: title }];
  if (titleRows !== null) {
    const rows = `$${String(titleRows[0] + 1)}:$${String(titleRows[1] + 1)}`;
    names.push({ name: "_xlnm.Print_Titles", range: `${quoteSheet(title)}!${rows}`, scope: title });
  }
  return names;
}

/** One cell of each style for the first sheet, where our own rows take their place: so the library numbers our styles. */
const stylesCells = (styles: readonly CellStyle[]): Map<string, Partial<Cell>> =>
  new Map(styles.map((style, column) => [`0,${String(column)}`, column === 0 ? { style, value: "-" } : { style }]));

/** The number in the workbook of each of our styles, from the first row of the sheet that `stylesCells` fills. */
function styleNumbers(sheet: string, count: number): readonly number[] {
  const numbers = Array.from({ length: count }, () => 0);
  for (const [, column = "", attributes = ""] of sheet.matchAll(/<c r="([A-Z]+)1"([^>]*)>/gu)) {
    numbers[parseA1(`${column}1`)?.column ?? 0] = Number(/ s="(\d+)"/u.exec(attributes)?.[1] ?? 0);
  }
  return numbers;
}

/** Puts rows, cells and links into the sheets that the library has made without them. */
function fillSheets(parts: Record<string, Uint8Array>, plan: ReportPlan, titles: SheetTitles, styles: CellStyles): void {
  const pathOf = (index: number): string => `xl/worksheets/sheet${String(index + 1)}.xml`;
  const made = plan.sheets.map((_, index) => strFromU8(parts[pathOf(index)] ?? new Uint8Array()));
  const numbers = styleNumbers(made[0] ?? "", styles.all.length);
  const texts = new SharedTexts();
  const context = { titles, texts, styleOf: (cell: PlanCell) => numbers[styles.numberOf(cell)] ?? 0 };
  plan.sheets.forEach((sheet, index) => {
    const { dimension, rows, links } = sheetData(sheet, context);
    const xml = (made[index] ?? "")
      .replace(/<dimension ref="[^"]*"\/>/u, () => `<dimension ref="${dimension}"/>`)
      .replace(/<sheetData(?:\/>|>.*?<\/sheetData>)/su, () => rows);
    const place = xml.search(/<(?:printOptions|pageMargins)\b/u);
    parts[pathOf(index)] = strToU8(xml.slice(0, place) + links + xml.slice(place));
  });
  parts["xl/sharedStrings.xml"] = strToU8(texts.part());
}

/**
 * Puts our own cells, charts and drawings in the place of the library's, and zips everything again without any time in
 * it.
 */
function finish(bytes: Uint8Array, plan: ReportPlan, titles: SheetTitles, styles: CellStyles): Uint8Array {
  const parts = unzipSync(bytes);
  fillSheets(parts, plan, titles, styles);
  let number = 0;
  plan.sheets.forEach(({ charts, columnWidths, rows }, index) => {
    if (charts.length === 0) return;
    const sizes = { columnWidths, rowHeights: rows.map(({ height }) => height) };
    for (const chart of charts) {
      parts[`xl/charts/chart${String(++number)}.xml`] = strToU8(chartPart(chart, titles, sizeOf(chart, sizes)));
    }
    parts[`xl/drawings/drawing${String(index + 1)}.xml`] = strToU8(drawingPart(charts, sizes));
  });
  parts["docProps/app.xml"] = strToU8(APP_PROPERTIES);
  const files: Zippable = {};
  for (const [path, content] of Object.entries(parts)) {
    if (!path.startsWith("xl/charts/_rels/")) files[path] = [content, { mtime: ZIP_TIME, level: LEVEL }];
  }
  return zipSync(files);
}

/** The summary workbook as bytes of an .xlsx file. The same plan always gives the same bytes. */
export async function writeReport(plan: ReportPlan): Promise<Uint8Array> {
  const names = toSheetNames(plan.sheets.map(({ name }) => name));
  const titles = new Map(plan.sheets.map(({ key }, index) => [key, names[index] ?? key]));
  const styles = new CellStyles();
  for (const sheet of plan.sheets) for (const { cells } of sheet.rows) for (const cell of cells) if (cell !== null) styles.numberOf(cell);
  const made = new Date(`${plan.asOf}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: plan.sheets.map((sheet, index) => ({ ...toWriteSheet(sheet, titles), ...(index === 0 ? { cells: stylesCells(styles.all) } : {}) })),
    properties: { title: plan.title, creator: "進捗点検", created: made, modified: made },
    defaultFont: { ...standardFont },
    namedRanges: plan.sheets.flatMap((sheet) => printNames(sheet, titles)),
  });
  return finish(bytes, plan, titles, styles);
}
