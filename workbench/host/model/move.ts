import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import { contains, type Region } from "../../../src/core/sheet/region";
import { moveReferences } from "../formula/shift";
import { HostError } from "../interpreter/protocol";
import { clearRegion } from "./clear";
import { pasteCells } from "./paste";
import { checkRegion } from "./range";
import { cutsMerges } from "./structure";
import type { SheetModel } from "./workbook";

/**
 * 切り取りと貼り付け: cells go to another place with all that belongs to them; their formulas go on meaning the same cells,
 * and whoever means one of them means it at its new place.
 */
export function moveTo(sheet: SheetModel, region: Region, to: SheetModel, row: number, column: number): Region {
  const [rows, columns] = [row - region.top, column - region.left];
  const target = checkRegion({ top: row, left: column, bottom: Math.min(region.bottom + rows, LAST_ROW), right: Math.min(region.right + columns, LAST_COLUMN) });
  if (cutsMerges(sheet, region) || cutsMerges(to, target)) throw new HostError("InvalidOperation", "We can't do that to a merged cell.");
  if (sheet === to && rows === 0 && columns === 0) return target;
  const formulas = new Map<string, string>();
  for (const each of sheet.formulas()) if (contains(region, each.row, each.column)) formulas.set(`${String(each.row)},${String(each.column)}`, each.formula);
  pasteCells({ sheet, region }, { sheet: to, region: target }, "All");
  // What was copied with its references moved along is said again as it was.
  for (const [key, formula] of formulas) {
    const [fromRow = 0, fromColumn = 0] = key.split(",").map(Number);
    const cell = to.cell(fromRow + rows, fromColumn + columns);
    if (cell !== undefined) cell.formula = formula;
  }
  const holes = sheet === to ? remainder(region, target) : [region];
  for (const hole of holes) clearRegion(sheet, hole, "All");
  const moved = { home: sheet.name, region, rows, columns, target: to.name };
  for (const other of sheet.workbook.sheets) {
    for (const { row: at, column: in_, cell, formula } of other.formulas()) {
      // A formula that was moved to another sheet says its own old sheet's cells by name.
      const wasHere = other === to && contains(target, at, in_) && formulas.has(`${String(at - rows)},${String(in_ - columns)}`);
      const next = moveReferences(formula, wasHere ? sheet.name : other.name, other.name, moved);
      if (next === formula) continue;
      cell.formula = next;
      other.changes.cell(at, in_);
    }
    for (const chart of other.charts) {
      const before = JSON.stringify(chart.series);
      for (const series of chart.series) for (const key of ["values", "categories", "nameFrom"] as const) if (series[key] !== undefined) series[key] = moveReferences(series[key], "", "", moved);
      if (JSON.stringify(chart.series) !== before) other.changes.chart(chart);
    }
  }
  for (const name of [...sheet.workbook.names, ...sheet.workbook.sheets.flatMap(({ names }) => names)]) {
    const next = moveReferences(name.formula, "", "", moved);
    if (next !== name.formula) { name.formula = next; sheet.workbook.isStructureChanged = true; }
  }
  return target;
}

/** What of the old place the new one does not cover. */
function remainder(region: Region, target: Region): Region[] {
  const rest: Region[] = [];
  for (let row = region.top; row <= region.bottom; row++) {
    const isCovered = row >= target.top && row <= target.bottom;
    if (!isCovered) { rest.push({ ...region, top: row, bottom: row }); continue; }
    if (target.left > region.left) rest.push({ top: row, bottom: row, left: region.left, right: Math.min(region.right, target.left - 1) });
    if (target.right < region.right) rest.push({ top: row, bottom: row, left: Math.max(region.left, target.right + 1), right: region.right });
  }
  return rest;
}
