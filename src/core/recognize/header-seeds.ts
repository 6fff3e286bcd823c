import type { Grid, GridCell } from "./grid";
import { isYearNumber, labelWeight, LONGEST_HEADER_TEXT } from "./header-cells";
import type { LabelMeaning } from "./label-dictionary";

/** A run of labels in one row: what a header is grown from. */
export interface HeaderSeed {
  readonly row: number;
  readonly left: number;
  readonly right: number;
  readonly weight: number;
  /** Labels of the run that mean hardly anything else, and years. */
  readonly sure: number;
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
  return (weight >= 4 && weight >= 0.3 * cells.length) || sureLabels(grid, cells) >= 6 || holdsTellingPair(grid, cells) || namesAndFields(grid, cells, weight);
}

/** Two fields of one line, each named by a word that means hardly anything else. */
const TELLING: readonly (readonly [LabelMeaning, LabelMeaning])[] = [
  ["name", "target"],
  ["edition", "change"],
  ["edition", "issuedOn"],
  ["issuedOn", "change"],
];

/** 成果指標 and 今年度目標 among 重点項目, 前年度 and 年度末: a name and a target, and no figure between them, make a header of any words. */
function holdsTellingPair(grid: Grid, cells: readonly GridCell[]): boolean {
  // 日付 beside 変更内容 is as telling as 改訂日.
  const sure = new Set(cells.flatMap((cell) => grid.label(cell.text).candidates.slice(0, 1)).filter(({ meaning, strength }) => strength >= 3 || meaning === "issuedOn").map(({ meaning }) => meaning));
  return TELLING.some(([one, other]) => sure.has(one) && sure.has(other)) && !cells.some(isFigure);
}

/** 手続名, 所管課 and 目標利用率 among 年間件数 and other words: a name and two fields of ours, and no figure between them. */
function namesAndFields(grid: Grid, cells: readonly GridCell[], weight: number): boolean {
  if (weight < 0.4 * cells.length || cells.some(isFigure)) return false;
  const meanings = new Set<LabelMeaning>();
  let isNamed = false;
  for (const cell of cells) {
    const best = grid.label(cell.text).candidates[0];
    if (best === undefined || best.strength < 2) continue;
    meanings.add(best.meaning);
    isNamed ||= best.strength >= 3 && (best.meaning === "name" || best.meaning === "title");
  }
  return isNamed && meanings.size >= 3;
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

/** 指標名 | 待ち時間 | 目標値 with nothing behind it, right above or below 担当課 | 総務課 | 進捗状況 | 実施中: the last value is missing. */
function lacksLastValue(grid: Grid, cells: readonly GridCell[]): boolean {
  const [first, value, last, ...more] = cells;
  if (first === undefined || value === undefined || last === undefined || more.length > 0) return false;
  if (!isLabel(grid, first) || isLabel(grid, value) || !isLabel(grid, last)) return false;
  return [first.row - 1, first.bottom + 1].some((row) => {
    const beside = grid.cellsOf(row);
    const isBelowEachOther = [first, last].every(({ column }) => beside.some((cell) => cell.column === column && isLabel(grid, cell)));
    return isBelowEachOther && isAlternating(grid, beside);
  });
}

/** A line of a form: no header, however many labels it holds. */
function isFormLine(grid: Grid, cells: readonly GridCell[]): boolean {
  return isAlternating(grid, cells) || lacksLastValue(grid, cells) || holdsFigure(grid, cells) || isPartOfForm(grid, cells);
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

/** Seeds of rows so long that looking at them again for each table beside them would cost more than keeping what was found. */
const longRows = new WeakMap<Grid, Map<number, readonly HeaderSeed[]>>();
const LONG_ROW = 200;

/** As `seedsOf`, for a row that is asked for again and again. */
export function keptSeedsOf(grid: Grid, row: number): readonly HeaderSeed[] {
  const cells = grid.peekCellsOf(row);
  if (cells.length < LONG_ROW) return seedsAmong(grid, row, cells);
  const rows = longRows.get(grid) ?? new Map<number, readonly HeaderSeed[]>();
  longRows.set(grid, rows);
  const seeds = rows.get(row) ?? seedsAmong(grid, row, cells);
  rows.set(row, seeds);
  return seeds;
}

/** As `seedsOf`, where the cells of the row are at hand. */
function seedsAmong(grid: Grid, row: number, cells: readonly GridCell[]): readonly HeaderSeed[] {
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
