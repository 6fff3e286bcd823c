import type { Region } from "../sheet/region";
import type { Grid, GridCell } from "./grid";
import { isCaption, isHeaderish, isNote, isYearNumber, labelWeight, LONGEST_HEADER_TEXT, PART_OF_YEAR } from "./header-cells";
import type { HeaderSeed } from "./header-seeds";
import type { LabelMeaning } from "./label-dictionary";

/** Rows and columns that a header takes. */
export type HeaderBlock = Region;

const KEY_MEANINGS: ReadonlySet<LabelMeaning> = new Set(["name", "title", "edition", "from", "body"]);

function coversColumn(cell: GridCell, column: number): boolean {
  return cell.column <= column && column <= cell.right;
}

/** Header cells of the block that reach a row or beyond. */
function reaching(grid: Grid, block: HeaderBlock, row: number): readonly GridCell[] {
  const found: GridCell[] = [];
  for (let r = block.top; r <= block.bottom; r++) {
    for (const cell of grid.cellsIn(r, block.left, block.right)) if (cell.bottom >= row) found.push(cell);
  }
  return found;
}

function keyColumnOf(grid: Grid, block: HeaderBlock): number | undefined {
  for (let row = block.top; row <= block.bottom; row++) {
    for (const cell of grid.cellsIn(row, block.left, block.right)) {
      const best = grid.label(cell.text).candidates[0];
      if (best !== undefined && best.strength >= 2 && KEY_MEANINGS.has(best.meaning) && cell.right === cell.column && !isUnmergedGroup(grid, cell)) return cell.column;
    }
  }
  return undefined;
}

/** 重要業績評価指標 over 指標, 単位 and 目標値, written once and not merged. */
function isUnmergedGroup(grid: Grid, cell: GridCell): boolean {
  if (grid.at(cell.row, cell.column + 1) !== undefined) return false;
  const parts = [grid.own(cell.row + 1, cell.column), grid.own(cell.row + 1, cell.column + 1)];
  return parts.every((part) => part !== undefined && labelWeight(grid, part) >= 0.5);
}

/** Whether a header cell may have parts of its own below it. */
function isOpenAbove(grid: Grid, block: HeaderBlock, cell: GridCell): boolean {
  const above = grid.at(block.bottom, cell.column);
  if (above === undefined || above.row < block.top) return true;
  if (above.right > above.column || isSpreadOver(grid, above, cell)) return true;
  const label = grid.label(above.text);
  const child = grid.label(cell.text);
  if (child.isPeriodOnly || isYearNumber(cell) || child.candidates.length === 0) return !isKeyLabel(grid, above);
  const best = label.candidates[0]?.meaning;
  return label.isPeriodOnly || best === "target" || best === "actual" || best === "baseline" || best === "schedule" || label.viewpoint !== null || label.candidates.length === 0;
}

/** A group label that was not merged: nothing stands to its right, where the row below goes on. */
function isSpreadOver(grid: Grid, above: GridCell, cell: GridCell): boolean {
  if (cell.column !== above.column || grid.at(above.row, above.column + 1) !== undefined) return false;
  return grid.own(cell.row, cell.column + 1) !== undefined || (grid.own(cell.row, cell.column + 2) !== undefined && grid.at(above.row, above.column + 2) === undefined);
}

function isKeyLabel(grid: Grid, cell: GridCell): boolean {
  const best = grid.label(cell.text).candidates[0];
  return best !== undefined && best.strength >= 2 && ((KEY_MEANINGS.has(best.meaning) && best.strength > 2) || best.meaning === "no" || best.meaning === "unit");
}

const DEEPEST_HEADER = 5;

function extendDown(grid: Grid, start: HeaderBlock): HeaderBlock {
  let block = start;
  while (block.bottom - block.top + 1 < DEEPEST_HEADER) {
    const row = block.bottom + 1;
    const cells = grid.cellsIn(row, block.left, block.right);
    const reach = reaching(grid, block, row);
    const covered = reach.reduce((sum, cell) => sum + cell.right - cell.column + 1, 0);
    const width = block.right - block.left + 1;
    if (cells.length === 0) {
      if (covered * 2 < width) {
        // A thin empty row between two header rows is there for looks.
        const next = grid.cellsIn(row + 1, block.left, block.right);
        if (next.length < 2 || !isSubRow(grid, block, next)) break;
      }
    } else if (reach.length > 0 && covered > 0) {
      const strange = isYearRow(cells) ? 0 : cells.filter((cell) => !isHeaderish(grid, cell)).length;
      if (strange * 2 > cells.length && !isMergedDown(grid, block, reach, cells)) break;
    } else if (!isSubRow(grid, block, cells)) break;
    block = { ...block, bottom: row };
  }
  return block;
}

/** A key label merged down over the row proves it a header row, whatever its groups are called (前期計画); not one beside another that has ended. */
function isMergedDown(grid: Grid, block: HeaderBlock, reach: readonly GridCell[], cells: readonly GridCell[]): boolean {
  if (!reach.some((cell) => cell.right === cell.column && isKeyLabel(grid, cell)) || !cells.every((cell) => typeof cell.cell.value === "string")) return false;
  return !cells.some((cell) => {
    const above = grid.at(block.bottom, cell.column);
    return above !== undefined && above.row >= block.top && above.right === above.column && isKeyLabel(grid, above);
  });
}

/** 3, 4, 5, 6, 8 under 実績値 and 目標値: years written as bare numbers. */
function isYearRow(cells: readonly GridCell[]): boolean {
  const values = cells.map(bareYear);
  return values.length >= 2 && values.every((value, index) => value !== undefined && (index === 0 || value >= (values[index - 1] ?? 0)));
}

function bareYear(cell: GridCell): number | undefined {
  const { value } = cell.cell;
  const number = typeof value === "number" ? value : /^\d{1,2}$/u.test(cell.text.trim()) ? Number(cell.text) : NaN;
  return Number.isInteger(number) && number >= 1 && number <= 64 ? number : undefined;
}

/** A further header row without merged cells to prove it: labels or years only, the key column empty, none below a closed label. */
function isSubRow(grid: Grid, block: HeaderBlock, cells: readonly GridCell[]): boolean {
  if (cells.some((cell) => !isHeaderish(grid, cell))) return false;
  const key = keyColumnOf(grid, block);
  const others = cells.filter((cell) => cell.column !== block.left);
  if (key === undefined && others.length >= 2 && others.every((cell) => grid.label(cell.text).isPeriodOnly)) return cells.length === others.length || PART_OF_YEAR.test(grid.label(cells[0]?.text ?? "").core);
  if (key !== undefined && cells.some((cell) => coversColumn(cell, key))) return false;
  if (key === undefined && cells.some((cell) => cell.column === block.left && !grid.label(cell.text).isPeriodOnly)) return false;
  return cells.every((cell) => isOpenAbove(grid, block, cell));
}

function isGroupCell(grid: Grid, block: HeaderBlock, cell: GridCell): boolean {
  if (cell.bottom >= block.top) return true;
  if (cell.right > cell.column && cell.right <= block.right) return cell.text.length <= 30 && !/。$/u.test(cell.text.trim());
  return isHeaderish(grid, cell) && cell.text.length <= 30;
}

/** 県平均 over R6, beside 本市 merged over R4, R5 and R6: a group of one year, whatever its word. */
function isOverYear(grid: Grid, block: HeaderBlock, cell: GridCell): boolean {
  const below = grid.own(block.top, cell.column);
  return typeof cell.cell.value === "string" && cell.text.length <= LONGEST_GROUP && below !== undefined && grid.label(below.text).isPeriodOnly;
}

const LONGEST_GROUP = 12;

function extendUp(grid: Grid, start: HeaderBlock): HeaderBlock {
  let block = start;
  while (block.bottom - block.top + 1 < DEEPEST_HEADER && block.top > 0) {
    const below = block.top - 1;
    const isThin = block.top > 1 && grid.cellsIn(below, block.left, block.right).length === 0 && isGroupRow(grid, block, below - 1);
    const row = isThin ? below - 1 : below;
    const cells = besideAndOver(grid, block, row);
    const first = cells[0];
    if (first === undefined || cells.some((cell) => isNote(cell.text))) break;
    const isGroup = (cell: GridCell): boolean => isGroupCell(grid, block, cell);
    if (!cells.every((cell) => isGroup(cell) || (isOverYear(grid, block, cell) && cells.some((other) => other !== cell && other.right > other.column && isGroup(other))))) break;
    const isTied = cells.some((cell) => cell.bottom >= block.top);
    if (!isTied && cells.length === 1 && (first.column === block.left || first.right - first.column + 1 > (block.right - block.left + 1) * 0.9)) break;
    if (!isTied && !cells.every((cell) => hasChildren(grid, block, cell))) break;
    if (!isTied && (cells.length < 2 || isPairOver(grid, block, cells)) && cells.some((cell) => cell.column === block.left && cell.right === cell.column && !grid.label(cell.text).isPeriodOnly && !standsAlone(grid, block, cell))) break;
    block = { ...block, top: row, left: Math.min(block.left, first.column), right: Math.max(block.right, ...cells.map((cell) => cell.right)) };
  }
  return block;
}

/** 内容 | 申請書の記入を不要とする right over a header, 主管課 | こども課 | 関係課 | 保育課: a form's labels and values, no groups. */
function isPairOver(grid: Grid, block: HeaderBlock, cells: readonly GridCell[]): boolean {
  const last = cells.at(-1);
  if (last === undefined || cells.length % 2 !== 0 || (cells.length === 2 && last.right < block.right)) return false;
  return cells.every((cell, index) => (index % 2 === 0 ? labelWeight(grid, cell) >= 1 : labelWeight(grid, cell) === 0 && cell.column === (cells[index - 1]?.right ?? -2) + 1));
}

/** Groups merged over several columns, or years: what may stand over a header behind a thin empty row. */
function isGroupRow(grid: Grid, block: HeaderBlock, row: number): boolean {
  const cells = grid.cellsIn(row, block.left, block.right);
  const groups = cells.filter((cell) => (cell.right > cell.column && cell.right <= block.right) || grid.label(cell.text).isPeriodOnly);
  return groups.length >= 2 && cells.every((cell) => isGroupCell(grid, block, cell) && hasChildren(grid, block, cell));
}

function hasChildren(grid: Grid, block: HeaderBlock, cell: GridCell): boolean {
  return grid.at(block.top, cell.column) !== undefined || standsAlone(grid, block, cell);
}

/** A label whose column has nothing further down in the header: it was simply not merged down. */
function standsAlone(grid: Grid, block: HeaderBlock, cell: GridCell): boolean {
  if (labelWeight(grid, cell) < 1) return false;
  // Merged down, the label itself fills the rows below it.
  for (let row = Math.max(block.top, cell.bottom + 1); row <= block.bottom; row++) if (grid.at(row, cell.column) !== undefined) return false;
  return true;
}

/** Columns beside a header in which anything that concerns it stands. */
const AROUND = 8;

/** Cells of a row over a block and beside it; those far off are none of its business, and rows may be long. */
function cellsAround(grid: Grid, row: number, block: HeaderBlock): readonly GridCell[] {
  return grid.cellsIn(row, Math.max(0, block.left - AROUND), block.right + AROUND);
}

/** Cells over a header, and labels beside them whose columns the header has not reached yet. */
function besideAndOver(grid: Grid, block: HeaderBlock, row: number): readonly GridCell[] {
  const cells = cellsAround(grid, row, block).filter((cell) => !isCaption(cell.text));
  const over = cells.filter((cell) => cell.column >= block.left && cell.column <= block.right);
  // Alone beside the header it is a heading, not a label.
  if (over.length === 0) return [];
  // Right beside it, or behind one empty column.
  const isNear = (cell: GridCell): boolean => (cell.right < block.left && cell.right >= block.left - 2) || (cell.column > block.right && cell.column <= block.right + 2);
  const beside = cells.filter((cell) => isNear(cell) && standsAlone(grid, block, cell));
  return [...over, ...beside].sort((a, b) => a.column - b.column);
}

/** Takes in cells that touch the header's span on its own rows. */
function extendSideways(grid: Grid, start: HeaderBlock): HeaderBlock {
  let { left, right } = start;
  for (let row = start.top; row <= start.bottom; row++) {
    const cells = grid.cellsOf(row);
    for (const cell of cells) if (cell.column === right + 1 && isShortText(cell)) right = cell.right;
    for (const cell of [...cells].reverse()) if (cell.right === left - 1 && isShortText(cell)) left = cell.column;
    for (const cell of cells) if (cell.column <= right && cell.right > right) right = cell.right;
  }
  return { ...start, left, right };
}

function isShortText(cell: GridCell): boolean {
  return (typeof cell.cell.value === "string" && cell.text.length <= LONGEST_HEADER_TEXT) || isYearNumber(cell);
}

/** Grows a header from a run of labels: up to its group row, down to its last row, sideways to its edges. */
export function growHeader(grid: Grid, seed: HeaderSeed): HeaderBlock {
  let block: HeaderBlock = { top: seed.row, left: seed.left, bottom: seed.row, right: seed.right };
  // What one row widens may bring cells of another within reach: grown until nothing more joins.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const grown = extendDown(grid, extendUp(grid, extendSideways(grid, block)));
    if (isSame(grown, block)) break;
    block = grown;
  }
  return withoutSideLabel(grid, extendSideways(grid, block));
}

/**
 * 成果指標, merged down beside a header and the lines below it: the name of this part of a form, which no line of another
 * part belongs to.
 */
export function sideLabelOf(grid: Grid, header: HeaderBlock): GridCell | undefined {
  const side = header.left === 0 || grid.isTransposed ? undefined : grid.at(header.top, header.left - 1);
  return side !== undefined && side.bottom > header.bottom && labelWeight(grid, side) >= 0.5 ? side : undefined;
}

function withoutSideLabel(grid: Grid, block: HeaderBlock): HeaderBlock {
  const side = grid.at(block.bottom, block.left);
  return side !== undefined && side.row === block.top && side.bottom > block.bottom && side.right + 1 < block.right ? { ...block, left: side.right + 1 } : block;
}

const MOST_ROUNDS = 6;

function isSame(a: Region, b: Region): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

/** A header within a span of columns that is known, from the first row that has something in it. */
export function fitHeader(grid: Grid, span: HeaderBlock): HeaderBlock {
  let { top } = span;
  while (top < span.bottom && grid.cellsIn(top, span.left, span.right).length === 0) top++;
  const start: HeaderBlock = { ...span, top, bottom: top };
  const tall = extendDown(grid, start);
  return { ...tall, bottom: Math.max(tall.bottom, ...grid.cellsIn(top, span.left, span.right).map((cell) => Math.min(cell.bottom, span.bottom))) };
}
