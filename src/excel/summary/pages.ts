import type { PlanSheet } from "../../core/report";
import { PRINT_MARGINS, printPart } from "../../core/report/print-text";
import { POINTS_PER_WIDTH } from "./fill-sheet";
import type { Requests } from "./requests";

/** Width of a landscape page in millimeters. */
const PAGE_WIDTH = { a4: 297, a3: 420 } as const;
const POINTS_PER_MILLIMETER = 72 / 25.4;
/** Columns are rounded to pixels, and printers measure in their own way: a column on a page of its own would be worse than a little air. */
const SPARE_SHARE = 0.05;
/** Excel's own limit. */
const LEAST_SCALE = 10;

/**
 * 拡大縮小率 at which all columns come onto one page. Not "one page wide": Excel heeds that only where the height is said
 * as well, and where both are, it forgets every page end that the plan has set.
 */
export function pageScale({ print, columnWidths }: PlanSheet): number {
  const room = (PAGE_WIDTH[print.paper] * POINTS_PER_MILLIMETER - (PRINT_MARGINS.left + PRINT_MARGINS.right) * 72) * (1 - SPARE_SHARE);
  const width = columnWidths.slice(print.area.left, print.area.right + 1).reduce((sum, each) => sum + each, 0) * POINTS_PER_WIDTH;
  return Math.max(LEAST_SCALE, Math.min(100, Math.floor((room / Math.max(width, 1)) * 100)));
}

/** More breaks than these a sheet of Excel does not take. */
const MOST_BREAKS = 1_000;

/** How a sheet is printed. Excel asks the printer's driver for all of it, and refuses where there is none. */
export async function setPages(worksheet: Excel.Worksheet, sheet: PlanSheet, requests: Requests): Promise<void> {
  const { print } = sheet;
  await requests.room(6_000 + print.breakAfterRows.length * 350);
  const { pageLayout } = worksheet;
  pageLayout.paperSize = print.paper === "a3" ? "A3" : "A4";
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.zoom = print.pagesHigh === 0 ? { scale: pageScale(sheet) } : { horizontalFitToPages: 1, verticalFitToPages: print.pagesHigh };
  pageLayout.setPrintMargins("Inches", PRINT_MARGINS);
  const { top, left, bottom, right } = print.area;
  pageLayout.setPrintArea(worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1));
  if (print.titleRows !== null) pageLayout.setPrintTitleRows(`$${String(print.titleRows[0] + 1)}:$${String(print.titleRows[1] + 1)}`);
  const page = pageLayout.headersFooters.defaultForAllPages;
  page.leftHeader = printPart(print.header.left);
  page.centerHeader = printPart(print.header.center);
  page.rightHeader = printPart(print.header.right);
  page.leftFooter = printPart(print.footer.left);
  page.centerFooter = printPart(print.footer.center);
  page.rightFooter = printPart(print.footer.right);
  for (const row of print.breakAfterRows.slice(0, MOST_BREAKS)) worksheet.horizontalPageBreaks.add(`A${String(row + 2)}`);
}
