import type { Region } from "../sheet/region";
import { isDateFormat, squash, unitFromCaption } from "../text";
import type { Grid, GridCell } from "./grid";
import type { LabelMeaning } from "./label-dictionary";
import { unitOf } from "./label";

/** Rows and columns that a header takes. */
export type HeaderBlock = Region;

/** A run of labels in one row: what a header is grown from. */
export interface HeaderSeed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  /** Labels of the run that mean hardly anything else, and years. */
  readonly sure: number;
}

const LONGEST_HEADER_TEXT = 60;
const KEY_MEANINGS: ReadonlySet<LabelMeaning> = new Set(["name", "title", "edition", "from", "body"]);
const NOTE = /^(?:[(\uff08\u3014\u3010]?凡例|\u203b|\*|\uff0a|注(?:意|記|\d|[)\uff09:\uff1a])|[(\uff08\u3014\u3010]注|出典[:\uff1a]|資料[:\uff1a]|備考[:\uff1a]|凡例|\u2606|\u261e)/u;

export function isNote(text: string): boolean {
  return NOTE.test(text.trim());
}

export function isCaption(text: string): boolean {
  return unitFromCaption(text) !== undefined || /^[(\uff08]?(?:令和|平成|\d{4}年).{0,14}(?:現在|時点|月末)[)\uff09]?$/u.test(squash(text));
}

/** How much a cell looks like part of a header: 1 a known label or a year, 0 anything else. */
export function labelWeight(grid: Grid, cell: GridCell): number {
  if (typeof cell.cell.value === "number") return isYearNumber(cell) || isDay(grid, cell) ? 0.8 : 0;
  if (typeof cell.cell.value !== "string" || cell.text.length > LONGEST_HEADER_TEXT) return 0;
  const label = grid.label(cell.text);
  // A whole date is data more often than it is a heading.
  if (label.isPeriodOnly) return label.periods.some(({ kind }) => kind !== "date") ? 1 : 0.5;
  const strength = label.candidates[0]?.strength ?? 0;
  if (strength >= 2) return 1;
  if (label.viewpoint !== null && label.core.length <= 14) return 1;
  if (strength >= 1) return 0.5;
  if (label.isForeign) return 0.5;
  if (strength > 0) return 0.4;
  return PART_OF_YEAR.test(label.core) ? 0.5 : 0;
}

/** 第1四半期, 上半期, 4月: parts of the year that stands above them. */
const PART_OF_YEAR = /^(?:[1-4]Q|Q[1-4]|第?[1-4一二三四]四半期|[上下]半?期|[前後]期|年度|年次|西暦|時期|時点|(?:[1-9]|1[0-2])月(?:末)?|年度[当初末]+|中間|最終|当初|期[首末]|単年度|累計|計画時|変更後)$/iu;

/** A serial number shown as a day or a year: 令和6年3月31日 over a column of figures. */
function isDay(grid: Grid, cell: GridCell): boolean {
  return cell.cell.format !== "General" && isDateFormat(cell.cell.format) && grid.label(cell.text).isPeriodOnly;
}

function isYearNumber(cell: GridCell): boolean {
  const { value } = cell.cell;
  return typeof value === "number" && Number.isInteger(value) && value >= 1985 && value <= 2100;
}

/** Whether a cell can stand in a header row at all. */
export function isHeaderish(grid: Grid, cell: GridCell): boolean {
  return labelWeight(grid, cell) > 0 || unitOf(cell.text.replace(/^[(\uff08]|[)\uff09]$/gu, "")) !== null;
}

/** Cells of a row cut where a column between them is empty. */
function segmentsOf(cells: readonly GridCell[]): readonly (readonly GridCell[])[] {
  const segments: GridCell[][] = [];
  let end = -2;
  for (const cell of cells) {
    const current = segments.at(-1);
    if (current === undefined || cell.column > end + 1) segments.push([cell]);
    else current.push(cell);
    end = Math.max(end, cell.right);
  }
  return segments;
}

function weigh(grid: Grid, cells: readonly GridCell[]): number {
  return cells.reduce((sum, cell) => sum + labelWeight(grid, cell), 0);
}

function isDense(grid: Grid, cells: readonly GridCell[]): boolean {
  const weight = weigh(grid, cells);
  if (weight === 0) return false;
  if (weight >= 0.6 * cells.length) return true;
  if (cells.some((cell) => typeof cell.cell.value !== "string" || cell.text.length > LONGEST_HEADER_TEXT)) return false;
  // A wide sheet has many labels that no dictionary knows; enough sure ones among short texts still make a header.
  return (weight >= 4 && weight >= 0.3 * cells.length) || sureLabels(grid, cells) >= 6;
}

function sureLabels(grid: Grid, cells: readonly GridCell[]): number {
  return cells.filter((cell) => typeof cell.cell.value === "string" && cell.text.length <= LONGEST_HEADER_TEXT && (grid.label(cell.text).candidates[0]?.strength ?? 0) >= 2).length;
}

function toSeed(grid: Grid, row: number, run: readonly GridCell[]): HeaderSeed | undefined {
  const first = run[0];
  if (first === undefined || run.length < 2) return undefined;
  const weight = weigh(grid, run);
  const sure = sureLabels(grid, run);
  // 区分 over 目標値 and 実績値, then years: no sure word, and yet a header.
  const years = yearsIn(grid, run);
  if (weight < 1.5 || (sure === 0 && years < 2)) return undefined;
  return { row, left: first.column, right: Math.max(...run.map((cell) => cell.right)), weight, sure: sure + years };
}

function yearsIn(grid: Grid, cells: readonly GridCell[]): number {
  // 1970 alone may be a figure; 2024 and 2025 beside each other are years.
  const numbers = new Set(cells.filter(isYearNumber).map((cell) => cell.cell.value as number));
  const isRun = (cell: GridCell): boolean => isYearNumber(cell) && (numbers.has((cell.cell.value as number) + 1) || numbers.has((cell.cell.value as number) - 1));
  return cells.filter((cell) => isRun(cell) || (typeof cell.cell.value === "string" && grid.label(cell.text).periods.some(({ kind }) => kind !== "date") && grid.label(cell.text).isPeriodOnly && /[^\d]/u.test(cell.text.normalize("NFKC")))).length;
}

/** Fewer label-and-value pairs than this may be two words of a header. */
const FEWEST_PAIRED = 4;

/** 指標名 | 待ち時間 | 単位 | 分: a form's line, label and value by turns; the last value may be blank. */
export function isAlternating(grid: Grid, cells: readonly GridCell[]): boolean {
  if (cells.length < FEWEST_PAIRED || !cells.every((cell, index) => isLabel(grid, cell) === (index % 2 === 0))) return false;
  return cells.length % 2 === 0 || cells.some((cell, index) => index % 2 !== 0 && isFigure(cell));
}

function isLabel(grid: Grid, cell: GridCell): boolean {
  return labelWeight(grid, cell) >= 1;
}

/** 5件, 0.8: what stands below a header and never in it. */
function isFigure(cell: GridCell): boolean {
  return typeof cell.cell.value === "number" ? !isYearNumber(cell) : /^[+\-\u2212\u25b3\u25b2]?[\d\uff10-\uff19][\d\uff10-\uff19,.\uff0c\uff0e]*[^\d\uff10-\uff19年月/]{0,4}$/u.test(cell.text.trim());
}

/** 住民目線の指標 | 指標名 | 待ち時間 over 基準値 | 20分 | 目標値 | 10分: a form's lines behind the name of their part, merged down over them. */
function isPartOfForm(grid: Grid, cells: readonly GridCell[]): boolean {
  const [lead, ...rest] = cells;
  if (lead === undefined || lead.bottom === lead.row || rest.length < 2 || !isPaired(grid, rest)) return false;
  for (let row = lead.row + 1; row <= lead.bottom; row++) {
    const below = grid.cellsIn(row, lead.right + 1, cells.at(-1)?.right ?? lead.right);
    if (below.length > 0 && !isPaired(grid, below)) return false;
    if (below.length >= FEWEST_PAIRED - 1 && rest.every(({ bottom }) => bottom < row)) return true;
  }
  return false;
}

function isPaired(grid: Grid, cells: readonly GridCell[]): boolean {
  return cells.every((cell, index) => isLabel(grid, cell) === (index % 2 === 0) || (index > 0 && isLabel(grid, cell) && !isLabel(grid, cells[index - 1] ?? cell)));
}

/** 基準値 | 30％ | 目標値: a value right behind the label of a figure, with a unit of its own or another such label behind it. */
function holdsFigure(grid: Grid, cells: readonly GridCell[]): boolean {
  return cells.some((cell, index) => {
    if (index === 0 || !isFigure(cell) || labelWeight(grid, cell) > 0 || !isFigureLabel(grid, cells[index - 1])) return false;
    return !/^[\d\uff10-\uff19]{1,2}$/u.test(cell.text.trim()) || isFigureLabel(grid, cells[index + 1]);
  });
}

function isFigureLabel(grid: Grid, cell: GridCell | undefined): boolean {
  const best = cell === undefined || typeof cell.cell.value !== "string" ? undefined : grid.label(cell.text).candidates[0];
  return best !== undefined && best.strength >= 2 && (best.meaning === "baseline" || best.meaning === "target" || best.meaning === "actual");
}

/** A line of a form: no header, however many labels it holds. */
function isFormLine(grid: Grid, cells: readonly GridCell[]): boolean {
  return isAlternating(grid, cells) || holdsFigure(grid, cells) || isPartOfForm(grid, cells);
}

/** Rows of numbers cannot be headers; looking at them no further keeps large sheets quick. */
function isMostlyNumbers(cells: readonly GridCell[]): boolean {
  let numbers = 0;
  for (const cell of cells) if (isPlainNumber(cell)) numbers++;
  return isMostly(numbers, cells.length);
}

function isPlainNumber(cell: GridCell): boolean {
  return typeof cell.cell.value === "number" && !isYearNumber(cell);
}

function isMostly(numbers: number, all: number): boolean {
  return numbers * 5 >= all * 2;
}

/** Whether every segment of a row is mostly numbers, told without cutting the row: so are most lines of a list. */
function isNothingButNumbers(cells: readonly GridCell[]): boolean {
  let numbers = 0;
  let all = 0;
  let end = -2;
  for (const cell of cells) {
    if (cell.column > end + 1) {
      if (!isMostly(numbers, all)) return false;
      numbers = 0;
      all = 0;
    }
    all++;
    if (isPlainNumber(cell)) numbers++;
    end = Math.max(end, cell.right);
  }
  return isMostly(numbers, all);
}

export function seedsOf(grid: Grid, row: number): readonly HeaderSeed[] {
  return seedsAmong(grid, row, grid.cellsOf(row));
}

/** As `seedsOf`, where the cells of the row are at hand. */
export function seedsAmong(grid: Grid, row: number, cells: readonly GridCell[]): readonly HeaderSeed[] {
  if (cells.length < 2 || isNothingButNumbers(cells)) return [];
  const seeds: HeaderSeed[] = [];
  let run: GridCell[] = [];
  const close = (): void => {
    const seed = toSeed(grid, row, run);
    if (seed !== undefined) seeds.push(seed);
    run = [];
  };
  // A weak label, alone between empty columns, may still be the first of the header behind it.
  let held: GridCell | undefined;
  for (const segment of segmentsOf(cells)) {
    const [first, ...more] = segment;
    if (!isMostlyNumbers(segment) && isDense(grid, segment) && !isFormLine(grid, segment)) {
      if (run.length === 0 && held !== undefined && first !== undefined && first.column <= held.right + 2) run.push(held);
      run.push(...segment);
      held = undefined;
    } else {
      const last = run.at(-1);
      if (last !== undefined && first !== undefined && more.length === 0 && first.column <= last.right + 2 && labelWeight(grid, first) > 0) {
        run.push(first);
        continue;
      }
      close();
      held = first !== undefined && more.length === 0 && labelWeight(grid, first) >= 0.5 ? first : undefined;
    }
  }
  close();
  return seeds;
}

/** The same, each part between empty columns by itself: for headers side by side that do not begin on one row. */
export function narrowSeedsOf(grid: Grid, row: number): readonly HeaderSeed[] {
  const segments = segmentsOf(grid.cellsOf(row));
  if (segments.length < 2) return [];
  return segments.flatMap((segment) => (isMostlyNumbers(segment) || !isDense(grid, segment) || isFormLine(grid, segment) ? [] : (toSeed(grid, row, segment) ?? [])));
}

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
      if (strange * 2 > cells.length && !isMergedDown(grid, reach, cells)) break;
    } else if (!isSubRow(grid, block, cells)) break;
    block = { ...block, bottom: row };
  }
  return block;
}

/** A key label merged down over the row proves it a header row, whatever its groups are called (前期計画). */
function isMergedDown(grid: Grid, reach: readonly GridCell[], cells: readonly GridCell[]): boolean {
  return reach.some((cell) => cell.right === cell.column && isKeyLabel(grid, cell)) && cells.every((cell) => typeof cell.cell.value === "string");
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

function extendUp(grid: Grid, start: HeaderBlock): HeaderBlock {
  let block = start;
  while (block.bottom - block.top + 1 < DEEPEST_HEADER && block.top > 0) {
    const below = block.top - 1;
    const isThin = block.top > 1 && grid.cellsIn(below, block.left, block.right).length === 0 && isGroupRow(grid, block, below - 1);
    const row = isThin ? below - 1 : below;
    const cells = besideAndOver(grid, block, row);
    const first = cells[0];
    if (first === undefined || cells.some((cell) => isNote(cell.text))) break;
    if (!cells.every((cell) => isGroupCell(grid, block, cell))) break;
    const isTied = cells.some((cell) => cell.bottom >= block.top);
    if (!isTied && cells.length === 1 && (first.column === block.left || first.right - first.column + 1 > (block.right - block.left + 1) * 0.9)) break;
    if (!isTied && !cells.every((cell) => hasChildren(grid, block, cell))) break;
    if (!isTied && (cells.length < 2 || isPairOver(grid, block, cells)) && cells.some((cell) => cell.column === block.left && cell.right === cell.column && !grid.label(cell.text).isPeriodOnly && !standsAlone(grid, block, cell))) break;
    block = { ...block, top: row, left: Math.min(block.left, first.column), right: Math.max(block.right, ...cells.map((cell) => cell.right)) };
  }
  return block;
}

/** 内容 | 申請書の記入を不要とする right over a header: a form's label and its value across the rest, no groups. */
function isPairOver(grid: Grid, block: HeaderBlock, cells: readonly GridCell[]): boolean {
  const [label, value, ...more] = cells;
  return label !== undefined && value !== undefined && more.length === 0 && value.column === label.right + 1 && value.right >= block.right && labelWeight(grid, label) >= 1 && labelWeight(grid, value) === 0;
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

/** Cells over a header, and labels beside them whose columns the header has not reached yet. */
function besideAndOver(grid: Grid, block: HeaderBlock, row: number): readonly GridCell[] {
  const cells = grid.cellsOf(row).filter((cell) => !isCaption(cell.text));
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
  return extendSideways(grid, block);
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
