import { overlaps, type Region } from "../../../src/core/sheet/region";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import { moveFormula } from "../formula/shift";
import { HostError } from "../interpreter/protocol";
import { toAddress } from "./address";
import { EventType } from "./events";
import type { CellModel, SheetModel } from "./workbook";

export interface SortField {
  /** Column within the range, from zero. */
  readonly key: number;
  readonly ascending?: boolean;
}

function rank(content: CellContent | null): number {
  if (content === null) return 4;
  if (typeof content === "number") return 0;
  return typeof content === "string" ? 1 : typeof content === "boolean" ? 2 : 3;
}

const collator = new Intl.Collator("ja-JP", { numeric: false });

function compare(a: CellContent | null, b: CellContent | null, ascending: boolean): number {
  const order = rank(a) - rank(b);
  // Blanks go last either way.
  if (a === null || b === null) return order;
  const sign = ascending ? 1 : -1;
  if (order !== 0) return sign * order;
  if (typeof a === "number" && typeof b === "number") return sign * (a - b);
  // One error is as good as another.
  if (typeof a === "object" || typeof b === "object") return 0;
  return sign * collator.compare(String(a), String(b));
}

/**
 * 並べ替え: contents and looks of the cells change places, and links and comments with them. Conditional formats,
 * validations, row heights and what is hidden belong to the places and stay.
 */
export function sortRows(sheet: SheetModel, region: Region, fields: readonly SortField[], hasHeaders: boolean): void {
  if (sheet.merges.some((each) => overlaps(each, region))) throw new HostError("InvalidOperation", "To do this, all the merged cells need to be the same size.");
  const top = region.top + (hasHeaders ? 1 : 0);
  const bottom = Math.min(region.bottom, Math.max(sheet.reach.bottom, top));
  const rows = Array.from({ length: Math.max(0, bottom - top + 1) }, (_, index) => {
    const row = top + index;
    const cells = new Map<number, CellModel>();
    for (const [column, cell] of sheet.rows.get(row) ?? []) if (column >= region.left && column <= region.right) cells.set(column, cell);
    return { row, cells };
  });
  rows.sort((a, b) => {
    for (const { key, ascending = true } of fields) {
      const column = region.left + key;
      const order = compare(a.cells.get(column)?.content ?? null, b.cells.get(column)?.content ?? null, ascending);
      if (order !== 0) return order;
    }
    return a.row - b.row;
  });
  const newRowOf = new Map(rows.map(({ row }, index) => [row, top + index]));
  rows.forEach(({ row, cells }, index) => {
    const to = top + index;
    if (to === row) return;
    const line = sheet.rows.get(to) ?? new Map<number, CellModel>();
    for (const column of [...line.keys()]) if (column >= region.left && column <= region.right && !cells.has(column)) { line.delete(column); sheet.changes.cell(to, column); }
    for (const [column, cell] of cells) {
      if (cell.formula !== undefined) cell.formula = moveFormula(cell.formula, to - row, 0);
      line.set(column, cell);
      sheet.changes.cell(to, column);
    }
    sheet.rows.set(to, line);
  });
  moveAlong(sheet, region, newRowOf);
  const { workbook } = sheet;
  for (const targetId of [sheet.id, "Workbook"]) {
    workbook.emit({ messageType: EventType.RowSorted, targetId, message: { address: toAddress(region), source: workbook.source, worksheetId: sheet.id } });
  }
  workbook.touch();
}

function moveAlong(sheet: SheetModel, region: Region, newRowOf: ReadonlyMap<number, number>): void {
  for (const link of sheet.hyperlinks) {
    const { top, bottom, left, right } = link.region;
    const to = newRowOf.get(top);
    if (top !== bottom || left < region.left || right > region.right || to === undefined || to === top) continue;
    link.region = { ...link.region, top: to, bottom: to };
    sheet.changes.aspect("hyperlinks");
  }
  for (const comment of sheet.comments) {
    const to = newRowOf.get(comment.row);
    if (comment.column < region.left || comment.column > region.right || to === undefined || to === comment.row) continue;
    comment.row = to;
    sheet.changes.aspect("comments");
  }
}
