import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";
import { HostError } from "../interpreter/protocol";
import { shiftFormula, type Shift } from "../formula/shift";
import { moveCharts, placesOf } from "./chart-place";
import { parseAddress, toAddress } from "./address";
import { intersect } from "./regions";
import { shiftRules } from "./rule-regions";
import { shiftRegion } from "./shift-region";
import type { TableModel } from "./parts";
import type { CellModel, SheetModel, WorkbookModel } from "./workbook";

/** Puts rows, columns or cells in or takes them out; everything that speaks of cells follows, as in Excel. */
export function applyShift(sheet: SheetModel, shift: Shift): void {
  refuseCutMerges(sheet, shift);
  const isWhole = shift.from === 0 && shift.to >= (shift.axis === "row" ? LAST_COLUMN : LAST_ROW);
  const charts = isWhole ? placesOf(sheet) : [];
  keepMergedContents(sheet, shift);
  if (isWhole && shift.axis === "row") moveRows(sheet, shift);
  else moveCells(sheet, shift);
  if (isWhole) moveModels(shift.axis === "row" ? sheet.rowModels : sheet.columnModels, shift);
  if (shift.count > 0) formatInserted(sheet, shift, isWhole);
  const { workbook } = sheet;
  moveParts(sheet, shift);
  if (isWhole) {
    moveCharts(sheet, shift, charts);
    movePage(sheet, shift);
  }
  for (const reference of workbook.ranges) {
    const range = reference.deref();
    if (range?.sheet !== sheet) continue;
    const region = shiftRegion(range.region, shift);
    if (region === undefined) range.isLost = true;
    else range.region = region;
  }
  moveFormulas(workbook, sheet, shift);
  for (const aspect of ["all-cells", isWhole && shift.axis === "row" ? "rows" : "columns"] as const) if (aspect !== "columns" || isWhole) sheet.changes.aspect(aspect);
}

/** Cells can't be moved past a merged area that lies only partly in their way. */
function refuseCutMerges(sheet: SheetModel, shift: Shift): void {
  for (const merge of sheet.merges) {
    const [first, last, end] = shift.axis === "row" ? [merge.left, merge.right, merge.bottom] : [merge.top, merge.bottom, merge.right];
    const isTouched = first <= shift.to && last >= shift.from && end >= shift.at;
    if (isTouched && (first < shift.from || last > shift.to)) throw new HostError("InvalidOperation", "We can't do that to a merged cell.");
  }
}

/** A merged area that loses its first row keeps what it shows. */
function keepMergedContents(sheet: SheetModel, shift: Shift): void {
  if (shift.count > 0) return;
  const gone = shift.at - shift.count;
  for (const { top, left, bottom, right } of sheet.merges) {
    const [first, last] = shift.axis === "row" ? [top, bottom] : [left, right];
    if (first < shift.at || first >= gone || last < gone) continue;
    const cell = sheet.cell(top, left);
    if (cell === undefined) continue;
    const to = shift.axis === "row" ? { row: gone, column: left } : { row: top, column: gone };
    Object.assign(sheet.ensure(to.row, to.column), { content: cell.content, formula: cell.formula });
  }
}

function moveRows(sheet: SheetModel, shift: Shift): void {
  moveModels(sheet.rows, shift);
  sheet.forgetReach();
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
  for (const [row, cells] of moved) sheet.rows.set(row, cells);
  sheet.forgetReach();
}

function moveModels<T>(models: Map<number, T>, { at, count }: Shift): void {
  const old = [...models];
  models.clear();
  for (const [index, model] of old) {
    if (index < at) models.set(index, model);
    else if (count > 0 || index >= at - count) models.set(index + count, model);
  }
}

/** What is put in looks like what stands above it, or to the left of it. */
function formatInserted(sheet: SheetModel, shift: Shift, isWhole: boolean): void {
  if (shift.at === 0) return;
  const isRow = shift.axis === "row";
  if (isWhole) {
    const models: Map<number, { height?: number; width?: number; hidden?: boolean }> = isRow ? sheet.rowModels : sheet.columnModels;
    const before = models.get(shift.at - 1);
    if (before !== undefined) for (let index = 0; index < shift.count; index++) models.set(shift.at + index, { ...before, hidden: false });
  }
  if (isRow) {
    for (const [column, { style }] of sheet.rows.get(shift.at - 1) ?? []) {
      if (style === sheet.workbook.defaultStyle || column < shift.from || column > shift.to) continue;
      for (let index = 0; index < shift.count; index++) sheet.ensure(shift.at + index, column).style = style;
    }
    return;
  }
  for (const [row, cells] of sheet.rows) {
    const style = cells.get(shift.at - 1)?.style;
    if (style === undefined || style === sheet.workbook.defaultStyle || row < shift.from || row > shift.to) continue;
    for (let index = 0; index < shift.count; index++) sheet.ensure(row, shift.at + index).style = style;
  }
}

function moveParts(sheet: SheetModel, shift: Shift): void {
  const { workbook } = sheet;
  const merges = sheet.merges.map((merge) => shiftRegion(merge, shift)).filter((merge) => merge !== undefined).filter(({ top, left, bottom, right }) => top < bottom || left < right);
  if (JSON.stringify(merges) !== JSON.stringify(sheet.merges)) sheet.changes.aspect("merges");
  sheet.merges = merges;
  for (const other of workbook.sheets) {
    // What is put in takes its looks from above, and a conditional format is one of them; a validation is not.
    if (shiftRules(other.conditionalFormats, other.name, sheet.name, shift, true)) other.changes.aspect("conditional-formats");
    if (shiftRules(other.validations, other.name, sheet.name, shift, false)) other.changes.aspect("validations");
  }
  for (const link of [...sheet.hyperlinks]) {
    const region = shiftRegion(link.region, shift);
    if (region === link.region) continue;
    sheet.changes.aspect("hyperlinks");
    if (region === undefined) sheet.hyperlinks.splice(sheet.hyperlinks.indexOf(link), 1);
    else link.region = region;
  }
  for (const table of [...sheet.tables]) moveTable(sheet, table, shift);
  for (const comment of [...sheet.comments]) {
    const moved = shiftRegion({ top: comment.row, bottom: comment.row, left: comment.column, right: comment.column }, shift);
    if (moved?.top === comment.row && moved.left === comment.column) continue;
    sheet.changes.aspect("comments");
    if (moved === undefined) sheet.comments.splice(sheet.comments.indexOf(comment), 1);
    else Object.assign(comment, { row: moved.top, column: moved.left });
  }
  if (sheet.autoFilter !== undefined) {
    const region = shiftRegion(sheet.autoFilter.region, shift);
    if (region !== sheet.autoFilter.region) sheet.changes.aspect("auto-filter");
    if (region === undefined) sheet.autoFilter = undefined;
    else sheet.autoFilter.region = region;
  }
  if (workbook.selection.sheet === sheet) {
    const regions = workbook.selection.regions.map((region) => shiftRegion(region, shift)).filter((region) => region !== undefined);
    if (regions.length > 0) workbook.selection.regions = regions;
  }
}

function moveTable(sheet: SheetModel, table: TableModel, shift: Shift): void {
  const { region: before } = table;
  const region = shiftRegion(before, shift);
  if (region === before) return;
  sheet.changes.aspect("tables");
  if (region === undefined) {
    sheet.tables.splice(sheet.tables.indexOf(table), 1);
    return;
  }
  table.region = region;
  if (shift.axis !== "column" || region.right - region.left === before.right - before.left) return;
  if (shift.count < 0) {
    table.columns = table.columns.filter((_, index) => before.left + index < shift.at || before.left + index >= shift.at - shift.count);
    return;
  }
  const added = Array.from({ length: shift.count }, () => ({ id: 0, name: "" }));
  table.columns.splice(shift.at - before.left, 0, ...added);
  for (const [index, column] of table.columns.entries()) {
    if (column.id > 0) continue;
    column.id = Math.max(...table.columns.map(({ id }) => id)) + 1;
    let number = 1;
    while (table.columns.some(({ name }) => name === `列${String(number)}`)) number++;
    column.name = `列${String(number)}`;
    if (table.showHeaders) sheet.setContent(region.top, region.left + index, column.name);
  }
}

function movePage(sheet: SheetModel, shift: Shift): void {
  const { pageLayout } = sheet;
  const move = (text: string | undefined): string | undefined => {
    const regions = text?.split(",").map(parseAddress).map((region): Region | undefined => (region === undefined ? undefined : shiftRegion(region, shift)));
    const kept = regions?.filter((region) => region !== undefined);
    return kept === undefined || kept.length === 0 ? undefined : kept.map(toAddress).join(",");
  };
  const next = { printArea: move(pageLayout.printArea), titleRows: move(pageLayout.titleRows), titleColumns: move(pageLayout.titleColumns) };
  const isMoved = next.printArea !== pageLayout.printArea || next.titleRows !== pageLayout.titleRows || next.titleColumns !== pageLayout.titleColumns;
  if (isMoved) {
    sheet.pageLayout = { ...pageLayout, ...next };
    sheet.workbook.isStructureChanged = true;
  }
  const breaks = shift.axis === "row" ? sheet.horizontalBreaks : sheet.verticalBreaks;
  const moved = breaks.map((at) => (at < shift.at ? at : shift.count > 0 || at >= shift.at - shift.count ? at + shift.count : shift.at));
  if (moved.every((at, index) => at === breaks[index])) return;
  breaks.splice(0, breaks.length, ...new Set(moved));
  sheet.changes.aspect("page-layout");
}

function moveFormulas(workbook: WorkbookModel, sheet: SheetModel, shift: Shift): void {
  for (const other of workbook.sheets) {
    const isHere = other === sheet;
    for (const { row, column, cell, formula } of other.formulas()) {
      // On another sheet only what names this one can be meant.
      if (formula === "" || (!isHere && !formula.includes("!"))) continue;
      const next = shiftFormula(formula, other.name, sheet.name, shift);
      if (next === formula) continue;
      cell.formula = next;
      other.changes.cell(row, column);
    }
    for (const chart of other.charts) {
      const before = JSON.stringify(chart.series);
      for (const series of chart.series) {
        for (const key of ["values", "categories", "nameFrom"] as const) {
          const address = series[key];
          if (address !== undefined) series[key] = shiftFormula(address, "", sheet.name, shift);
        }
      }
      if (JSON.stringify(chart.series) !== before) other.changes.chart(chart);
    }
  }
  for (const name of [...workbook.names, ...workbook.sheets.flatMap(({ names }) => names)]) {
    const next = `=${shiftFormula(name.formula.replace(/^=/u, ""), "", sheet.name, shift)}`;
    if (next === name.formula) continue;
    name.formula = next;
    workbook.isStructureChanged = true;
  }
}

/** Cells of the region that hold a part of a merged area which reaches beyond it. */
export function cutsMerges(sheet: SheetModel, region: Region): boolean {
  return sheet.merges.some((merge) => {
    const common = intersect(merge, region);
    return common !== undefined && (common.top !== merge.top || common.left !== merge.left || common.bottom !== merge.bottom || common.right !== merge.right);
  });
}
