import type { PlanSheet } from "../../core/report";
import { PRINT_MARGINS, printPart } from "../../core/report/print-text";
import type { Requests } from "./requests";

/** Excel heeds "one page wide" only where the height is said as well; no report has so many pages. */
export const AS_MANY_PAGES_AS_NEEDED = 999;
/** More breaks than these a sheet of Excel does not take. */
const MOST_BREAKS = 1_000;

/** How a sheet is printed. Excel asks the printer's driver for all of it, and refuses where there is none. */
export async function setPages(worksheet: Excel.Worksheet, { print }: PlanSheet, requests: Requests): Promise<void> {
  await requests.room(6_000 + print.breakAfterRows.length * 350);
  const { pageLayout } = worksheet;
  pageLayout.paperSize = print.paper === "a3" ? "A3" : "A4";
  pageLayout.orientation = print.orientation === "landscape" ? "Landscape" : "Portrait";
  pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: print.pagesHigh === 0 ? AS_MANY_PAGES_AS_NEEDED : print.pagesHigh };
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
