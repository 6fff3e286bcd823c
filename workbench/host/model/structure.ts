import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";
import { shiftFormula, type Shift } from "../formula/shift";
import type { SheetModel, CellModel } from "./workbook";

/** Where an edge of a region goes; undefined where the region is gone. */
export function shiftRegion(region: Region, shift: Shift): Region | undefined {
  const isRow = shift.axis === "row";
  const [crossFirst, crossLast] = isRow ? [region.left, region.right] : [region.top, region.bottom];
  // A shift of part of the sheet moves only what lies wholly within it.
  if (crossFirst < shift.from || crossLast > shift.to) return region;
  const [first, last] = isRow ? [region.top, region.bottom] : [region.left, region.right];
  const limit = isRow ? LAST_ROW : LAST_COLUMN;
  let start = first;
  let end = last;
  if (shift.count > 0) {
    if (first >= shift.at) start += shift.count;
    if (last >= shift.at) end += shift.count;
  } else {
    const gone = shift.at - shift.count;
    if (first >= shift.at && last < gone) return undefined;
    if (first >= gone) start += shift.count;
    else if (first > shift.at) start = shift.at;
    if (last >= gone) end += shift.count;
    else if (last >= shift.at) end = shift.at - 1;
  }
  if (start > limit || end < start) return undefined;
  end = Math.min(end, limit);
  return isRow ? { ...region, top: start, bottom: end } : { ...region, left: start, right: end };
}

function shiftRegions(regions: readonly Region[], shift: Shift): Region[] {
  return regions.map((region) => shiftRegion(region, shift)).filter((region) => region !== undefined);
}

export function applyShift(sheet: SheetModel, shift: Shift): void {
  moveCells(sheet, shift);
  const isWhole = shift.from === 0 && shift.to >= (shift.axis === "row" ? LAST_COLUMN : LAST_ROW);
  if (isWhole) {
    if (shift.axis === "row") moveModels(sheet.rowModels, shift);
    else moveModels(sheet.columnModels, shift);
  }
  sheet.merges = shiftRegions(sheet.merges, shift);
  for (const format of [...sheet.conditionalFormats]) {
    const before = format.regions[0];
    format.regions = shiftRegions(format.regions, shift);
    if (format.regions.length === 0) sheet.conditionalFormats.splice(sheet.conditionalFormats.indexOf(format), 1);
    else if (before !== undefined && format.formula !== "") format.formula = shiftFormula(format.formula, sheet.name, sheet.name, shift);
  }
  for (const validation of [...sheet.validations]) {
    validation.regions = shiftRegions(validation.regions, shift);
    if (validation.regions.length === 0) sheet.validations.splice(sheet.validations.indexOf(validation), 1);
  }
  for (const link of [...sheet.hyperlinks]) {
    const region = shiftRegion(link.region, shift);
    if (region === undefined) sheet.hyperlinks.splice(sheet.hyperlinks.indexOf(link), 1);
    else link.region = region;
  }
  for (const table of [...sheet.tables]) {
    const region = shiftRegion(table.region, shift);
    if (region === undefined) sheet.tables.splice(sheet.tables.indexOf(table), 1);
    else table.region = region;
  }
  for (const comment of sheet.comments) {
    const moved = shiftRegion({ top: comment.row, bottom: comment.row, left: comment.column, right: comment.column }, shift);
    if (moved !== undefined) Object.assign(comment, { row: moved.top, column: moved.left });
  }
  if (sheet.autoFilter !== undefined) {
    const region = shiftRegion(sheet.autoFilter.region, shift);
    if (region === undefined) sheet.autoFilter = undefined;
    else sheet.autoFilter.region = region;
  }
  const { workbook } = sheet;
  for (const reference of workbook.ranges) {
    const range = reference.deref();
    if (range?.sheet !== sheet) continue;
    const region = shiftRegion(range.region, shift);
    if (region === undefined) range.isLost = true;
    else range.region = region;
  }
  if (workbook.selection.sheet === sheet) workbook.selection.regions = shiftRegions(workbook.selection.regions, shift);
  for (const other of workbook.sheets) {
    for (const cells of other.rows.values()) {
      for (const cell of cells.values()) {
        if (cell.formula !== undefined && cell.formula !== "") cell.formula = shiftFormula(cell.formula, other.name, sheet.name, shift);
      }
    }
  }
  for (const name of [...workbook.names, ...sheet.names]) name.formula = `=${shiftFormula(name.formula.replace(/^=/u, ""), "", sheet.name, shift)}`;
  for (const series of workbook.sheets.flatMap((each) => each.charts.flatMap((chart) => chart.series))) {
    series.values = series.values === undefined ? undefined : shiftFormula(series.values, "", sheet.name, shift);
    series.categories = series.categories === undefined ? undefined : shiftFormula(series.categories, "", sheet.name, shift);
  }
  for (const aspect of ["all-cells", "merges", "conditional-formats", "validations", "hyperlinks", "rows", "columns", "tables", "auto-filter"] as const) sheet.changes.aspect(aspect);
}

function moveCells(sheet: SheetModel, shift: Shift): void {
  const moved = new Map<number, Map<number, CellModel>>();
  for (const [row, cells] of sheet.rows) {
    for (const [column, cell] of cells) {
      const to = shiftRegion({ top: row, bottom: row, left: column, right: column }, shift);
      if (to === undefined) continue;
      let line = moved.get(to.top);
      if (line === undefined) moved.set(to.top, (line = new Map<number, CellModel>()));
      line.set(to.left, cell);
    }
  }
  sheet.rows.clear();
  for (const [row, cells] of [...moved].sort(([a], [b]) => a - b)) sheet.rows.set(row, cells);
}

function moveModels<T>(models: Map<number, T>, { at, count }: Shift): void {
  const old = [...models];
  models.clear();
  for (const [index, model] of old) {
    if (index < at) models.set(index, model);
    else if (count > 0 || index >= at - count) models.set(index + count, model);
  }
}
