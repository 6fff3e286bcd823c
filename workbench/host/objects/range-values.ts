import { formatText, formatValue } from "../../../src/core/text/number-format";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import type { Environment } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { toWire } from "../model/events";
import { toCellInput } from "../model/input";
import { toAddress, type RangeModel } from "../model/range";
import type { CellModel } from "../model/workbook";
import { GENERAL } from "../model/style";
import { refuseLockedCells } from "./protection";

/** Beyond this Excel gives null instead of the cells. */
const MOST_CELLS = 5_000_000;

export function invalid(): HostError {
  return new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
}

/** One value a cell, row by row; null where there are too many cells to answer. */
export function readGrid<T>(range: RangeModel, read: (cell: CellModel | undefined) => T): T[][] | null {
  range.check();
  const { top, left, bottom, right } = range.region;
  if (range.rowCount * range.columnCount > MOST_CELLS) return null;
  const grid: T[][] = [];
  for (let row = top; row <= bottom; row++) {
    const cells = range.sheet.rows.get(row);
    const line: T[] = [];
    for (let column = left; column <= right; column++) line.push(read(cells?.get(column)));
    grid.push(line);
  }
  return grid;
}

export function textOf(range: RangeModel, cell: CellModel | undefined): string {
  const content = cell?.content ?? null;
  if (cell === undefined || content === null) return "";
  if (typeof content === "number") return formatValue(content, cell.style.numberFormat, range.sheet.workbook.date1904);
  if (typeof content === "boolean") return content ? "TRUE" : "FALSE";
  return typeof content === "object" ? content.error : formatText(content, cell.style.numberFormat);
}

export function formulaOf(cell: CellModel | undefined): string | number | boolean {
  if (cell?.formula !== undefined) return `=${cell.formula}`;
  return toWire(cell?.content ?? null);
}

/** A scalar serves all cells; a grid must have exactly the range's size. */
function spread(range: RangeModel, value: unknown, environment: Environment): (row: number, column: number) => unknown {
  if (!Array.isArray(value)) {
    if (environment.faults.defects.has("no-broadcast")) throw invalid();
    return () => value;
  }
  const grid = value as readonly unknown[];
  const fits = grid.length === range.rowCount && grid.every((line) => Array.isArray(line) && line.length === range.columnCount);
  if (!fits) throw invalid();
  return (row, column) => (grid[row] as readonly unknown[])[column];
}

/** Writes `values` or `formulas`; null leaves a cell as it is. */
export function writeContents(range: RangeModel, value: unknown, environment: Environment): void {
  range.check();
  if (!environment.faults.defects.has("no-protection")) refuseLockedCells(range);
  const at = spread(range, value, environment);
  const { sheet, region } = range;
  const before = sheet.content(region.top, region.left);
  for (let row = region.top; row <= region.bottom; row++) {
    for (let column = region.left; column <= region.right; column++) {
      const given = at(row - region.top, column - region.left);
      const input = toCellInput(given === null && environment.faults.defects.has("writes-null") ? "" : given, sheet.style(row, column).numberFormat);
      if (input.kind === "leave") continue;
      // Only the top left of a merged area holds anything.
      const merge = sheet.mergeAt(row, column);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      if (input.kind === "clear") {
        if (sheet.cell(row, column) !== undefined) sheet.setContent(row, column, null);
      } else if (input.kind === "formula") sheet.setContent(row, column, null, input.formula);
      else {
        sheet.setContent(row, column, input.content);
        if (input.format !== undefined) sheet.setStyle(row, column, { ...sheet.style(row, column), numberFormat: input.format });
      }
    }
  }
  announceEdit(range, before);
}

export function writeNumberFormats(range: RangeModel, value: unknown, environment: Environment): void {
  range.check();
  const at = spread(range, value, environment);
  const { sheet, region } = range;
  for (let row = region.top; row <= region.bottom; row++) {
    for (let column = region.left; column <= region.right; column++) {
      const format = at(row - region.top, column - region.left);
      if (format === null || format === undefined) continue;
      if (typeof format !== "string") throw invalid();
      sheet.setStyle(row, column, { ...sheet.style(row, column), numberFormat: format === "" ? GENERAL : format });
    }
  }
  sheet.workbook.touch();
}

export function announceEdit(range: RangeModel, before: CellContent | null): void {
  const { sheet, region } = range;
  const isOne = range.rowCount === 1 && range.columnCount === 1;
  const cell = isOne ? sheet.cell(region.top, region.left) : undefined;
  const now = cell?.content ?? null;
  sheet.workbook.touch();
  // A constant is what was written, whatever comes after; what a formula shows is known later.
  const after = cell?.formula === undefined ? () => now : () => cell.content;
  sheet.workbook.announce(sheet, toAddress(region), "RangeEdited", "None", isOne ? { before, after } : undefined);
}

/** The one value that all have, or null where they differ. */
export function common<T>(range: RangeModel, read: (row: number, column: number) => T): T | null {
  range.check();
  const { sheet, region } = range;
  // What no cell was made for looks the same everywhere; so a whole column is judged by its made cells and one more.
  let first: { readonly value: T } | undefined;
  const made = new Set<string>();
  for (const [row, cells] of sheet.rows) {
    if (row < region.top || row > region.bottom) continue;
    for (const column of cells.keys()) {
      if (column < region.left || column > region.right) continue;
      made.add(`${String(row)},${String(column)}`);
      const value = read(row, column);
      if (first === undefined) first = { value };
      else if (!isSame(first.value, value)) return null;
    }
  }
  if (made.size < range.rowCount * range.columnCount) {
    const gap = firstGap(range, made);
    const value = read(gap.row, gap.column);
    if (first !== undefined && !isSame(first.value, value)) return null;
    first ??= { value };
  }
  return first?.value ?? null;
}

function firstGap({ region }: RangeModel, made: ReadonlySet<string>): { readonly row: number; readonly column: number } {
  for (let row = region.top; row <= region.bottom; row++) {
    for (let column = region.left; column <= region.right; column++) {
      if (!made.has(`${String(row)},${String(column)}`)) return { row, column };
    }
  }
  return { row: region.top, column: region.left };
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
