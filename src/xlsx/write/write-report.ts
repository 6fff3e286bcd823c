import { strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { writeXlsx, type WriteOptions } from "hucre/xlsx";
import { toSheetNames, type PlanSheet, type ReportPlan } from "../../core/report";
import { CellStyles, standardFont } from "./cell-styles";
import { chartPart } from "./chart-part";
import { drawingPart, sizeOf } from "./drawing-part";
import { absoluteRange, quoteSheet, titleOf, type SheetTitles } from "./references";
import { toWriteSheet } from "./sheet";

type NamedRange = NonNullable<WriteOptions["namedRanges"]>[number];

/** The first moment that a zip entry can bear: the same report has the same bytes on whatever day it is written. */
const ZIP_TIME = new Date(1980, 0, 1);

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

/** Puts our own charts and drawings in the place of the library's, and zips everything again without any time in it. */
function finish(bytes: Uint8Array, plan: ReportPlan, titles: SheetTitles): Uint8Array {
  const parts = unzipSync(bytes);
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
    if (!path.startsWith("xl/charts/_rels/")) files[path] = [content, { mtime: ZIP_TIME, level: 6 }];
  }
  return zipSync(files);
}

/** The summary workbook as bytes of an .xlsx file. The same plan always gives the same bytes. */
export async function writeReport(plan: ReportPlan): Promise<Uint8Array> {
  const names = toSheetNames(plan.sheets.map(({ name }) => name));
  const titles = new Map(plan.sheets.map(({ key }, index) => [key, names[index] ?? key]));
  const styles = new CellStyles();
  const made = new Date(`${plan.asOf}T00:00:00Z`);
  const bytes = await writeXlsx({
    sheets: plan.sheets.map((sheet) => toWriteSheet(sheet, titles, styles)),
    properties: { title: plan.title, creator: "進捗点検", created: made, modified: made },
    defaultFont: { ...standardFont },
    namedRanges: plan.sheets.flatMap((sheet) => printNames(sheet, titles)),
  });
  return finish(bytes, plan, titles);
}
