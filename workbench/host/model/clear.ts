import { overlaps, type Region } from "../../../src/core/sheet/region";
import { removeCells } from "./rule-regions";
import type { SheetModel } from "./workbook";

/** What of the cells goes, in the library's words. */
export type ClearKind = "All" | "Contents" | "Formats" | "Hyperlinks" | "RemoveHyperlinks";

/** Runs over the cells that are there; a whole column has a million that are not. */
export function eachCell(sheet: SheetModel, region: Region, visit: (row: number, column: number) => void): void {
  const height = region.bottom - region.top + 1;
  const rows = height > sheet.rows.size ? [...sheet.rows.keys()].filter((row) => row >= region.top && row <= region.bottom) : Array.from({ length: height }, (_, index) => region.top + index);
  for (const row of rows) {
    for (const column of [...(sheet.rows.get(row)?.keys() ?? [])]) if (column >= region.left && column <= region.right) visit(row, column);
  }
}

export function clearRegion(sheet: SheetModel, region: Region, kind: ClearKind): void {
  const isAll = kind === "All";
  const hasFormats = isAll || kind === "Formats";
  if (isAll || kind === "Contents" || kind === "Formats") {
    eachCell(sheet, region, (row, column) => {
      const cell = sheet.cell(row, column);
      if (cell === undefined) return;
      if (kind !== "Formats") { cell.content = null; cell.formula = undefined; }
      if (hasFormats) cell.style = sheet.workbook.defaultStyle;
      sheet.changes.cell(row, column);
    });
  }
  if (hasFormats) {
    removeMerges(sheet, region);
    if (removeCells(sheet.conditionalFormats, [region])) sheet.changes.aspect("conditional-formats");
  }
  if (isAll || kind === "Hyperlinks" || kind === "RemoveHyperlinks") removeHyperlinks(sheet, region);
  if (!isAll) return;
  if (removeCells(sheet.validations, [region])) sheet.changes.aspect("validations");
  const comments = sheet.comments.filter(({ row, column }) => !overlaps({ top: row, bottom: row, left: column, right: column }, region));
  if (comments.length === sheet.comments.length) return;
  sheet.comments.splice(0, sheet.comments.length, ...comments);
  sheet.changes.aspect("comments");
}

export function removeMerges(sheet: SheetModel, region: Region): void {
  const kept = sheet.merges.filter((merge) => !overlaps(merge, region));
  if (kept.length === sheet.merges.length) return;
  sheet.merges = kept;
  sheet.changes.aspect("merges");
}

export function removeHyperlinks(sheet: SheetModel, region: Region): void {
  const kept = sheet.hyperlinks.filter((link) => !overlaps(link.region, region));
  if (kept.length === sheet.hyperlinks.length) return;
  sheet.hyperlinks.splice(0, sheet.hyperlinks.length, ...kept);
  sheet.changes.aspect("hyperlinks");
}
