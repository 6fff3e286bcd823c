import type { Viewpoint } from "../model";
import { parsePeriod, tidyLabel, type Period } from "../text";
import type { Grid, GridCell } from "./grid";
import type { HeaderBlock } from "./header-blocks";
import type { Label } from "./label";
import type { LabelCandidate } from "./label-candidates";
import type { LabelMeaning } from "./label-dictionary";

/** A column of a table before its meaning is settled: its labels from the outermost group down to its own. */
export interface HeaderColumn {
  readonly column: number;
  /** The cell that a person would point at: the lowest label. */
  readonly at: GridCell | undefined;
  readonly header: string;
  readonly path: readonly GridCell[];
  readonly labels: readonly Label[];
  readonly period: Period | null;
  readonly unit: string | null;
  /** The column right beside it that holds the unit of each figure, under the same label or none. */
  readonly unitColumn: number | null;
  /** Which half of its cells it stands for, where one column holds two fields: 43／42.1. */
  readonly half: 0 | 1 | null;
  readonly viewpoint: Viewpoint | null;
  readonly tier: Label["tier"];
  /** What the labels say, best first; the column's own label before its groups'. */
  readonly candidates: readonly LabelCandidate[];
  /** Only a year stands over the column, with no word that says what it holds. */
  readonly isBareYear: boolean;
  /** Text of the outermost group label if it spans several columns, else "". */
  readonly group: string;
  /** The cell of the grid that speaks for every line, where the value stands once, in the head of a card for one KPI. */
  readonly fixed?: { readonly row: number; readonly column: number };
}

/** Labels that only take their sense from the group above them. */
const DEPENDENT = /^(?:値|数値|数|年度|年|時点|年月|年月日|基準|合計|累計|単年度|年間|上期|下期|上半期|下半期|第[1-4]四半期|[1-4]Q|Q[1-4]|見込|見込み|当初|変更後)?$/iu;

function pathOf(grid: Grid, block: HeaderBlock, column: number): readonly GridCell[] {
  const path: GridCell[] = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const cell = grid.at(row, column) ?? spreadFrom(grid, block, row, column);
    if (cell === undefined || cell.row < block.top || path.includes(cell)) continue;
    path.push(cell);
  }
  return path;
}

/**
 * A group label that was not merged over its columns: it holds for the empty places to its right as long as each
 * column, its own included, has a label further down.
 */
function spreadFrom(grid: Grid, block: HeaderBlock, row: number, column: number): GridCell | undefined {
  if (row === block.bottom || !hasLabelBelow(grid, block, row, column)) return undefined;
  // A label merged down from above stands here already.
  if (grid.mergeAt(row, column) !== undefined) return undefined;
  for (let c = column - 1; c >= block.left; c--) {
    const cell = grid.at(row, c);
    if (cell !== undefined) {
      // A label that was merged says itself how far it reaches.
      return cell.row === row && cell.bottom === row && cell.right === cell.column && hasLabelBelow(grid, block, row, c) ? cell : undefined;
    }
    if (!hasLabelBelow(grid, block, row, c) && !isEmptyColumn(grid, block, c)) return undefined;
  }
  return undefined;
}

/** A column of the header with nothing in it at all: a spacer, over which a group label passes. */
function isEmptyColumn(grid: Grid, block: HeaderBlock, column: number): boolean {
  for (let row = block.top; row <= block.bottom; row++) if (grid.at(row, column) !== undefined) return false;
  return true;
}

function hasLabelBelow(grid: Grid, block: HeaderBlock, row: number, column: number): boolean {
  for (let r = row + 1; r <= block.bottom; r++) {
    const cell = grid.at(r, column);
    if (cell !== undefined && cell.row > row) return true;
  }
  return false;
}

function isYearCell(cell: GridCell): boolean {
  return typeof cell.cell.value === "number";
}

/** 基準, 実績, 実績, 目標: a plan's years may leave some out, though hardly more than this between two. */
const WIDEST_YEAR_STEP = 10;

/** Reads 24, 25, 26 beside each other as years; a lone small number says nothing. */
function bareYears(grid: Grid, block: HeaderBlock): ReadonlyMap<GridCell, Period> {
  const found = new Map<GridCell, Period>();
  for (let row = block.top; row <= block.bottom; row++) {
    let run: { readonly cell: GridCell; readonly value: number }[] = [];
    const close = (): void => {
      if (run.length >= 2) for (const { cell, value } of run) setYear(found, cell, value);
      run = [];
    };
    for (const cell of grid.cellsIn(row, block.left, block.right)) {
      const value = grid.label(cell.text).bareYear ?? bareNumber(cell);
      const last = run.at(-1)?.value;
      if (value === undefined) close();
      else {
        if (last !== undefined && (value < last || value > last + WIDEST_YEAR_STEP)) close();
        run.push({ cell, value });
        if (value >= 1985) setYear(found, cell, value);
      }
    }
    close();
  }
  return found;
}

function setYear(found: Map<GridCell, Period>, cell: GridCell, value: number): void {
  const year = parsePeriod(String(value), { bareYear: true });
  if (year !== undefined) found.set(cell, year);
}

function bareNumber(cell: GridCell): number | undefined {
  const { value } = cell.cell;
  const number = typeof value === "number" ? value : /^\d{1,2}$|^(?:19|20)\d\d$/u.test(cell.text.trim().normalize("NFKC")) ? Number(cell.text.normalize("NFKC")) : NaN;
  if (!Number.isInteger(number)) return undefined;
  return (number >= 1 && number <= 64) || (number >= 1985 && number <= 2100) ? number : undefined;
}

function periodOf(labels: readonly Label[], path: readonly GridCell[], years: ReadonlyMap<GridCell, Period>): Period | null {
  for (let i = path.length - 1; i >= 0; i--) {
    const cell = path[i];
    const label = labels[i];
    if (cell === undefined || label === undefined) continue;
    const year = years.get(cell);
    if (year !== undefined) return year;
    const last = label.periods.at(-1);
    if (last !== undefined && !(isYearCell(cell) && /^\d+$/u.test(cell.text))) return last;
  }
  return null;
}

/** 値 beside 年度 under 基準値: what kind of figure it is stands above. */
const FIGURE_PART = /^(?:値|数値|数|合計|累計|単年度|年間)$/u;

/** Words that only say that something is named or described; the group says what. */
const GENERIC = /^(?:名称|名|項目|項目名|内容|タイトル)$/u;

/** 進捗 over 区分 and 内容: the first says the status, the second tells of it. */
const STATUS_PART = /^(?:区分|状況|状態|段階|ステータス|レベル)$/u;
const STATUS_TEXT = /^(?:内容|詳細|説明|理由|概要|コメント)$/u;

function partOfStatus(leaf: Label, group: Label | undefined): readonly LabelCandidate[] | undefined {
  const named = group?.candidates[0];
  if (named === undefined || named.strength < 2 || named.meaning !== "status") return undefined;
  if (STATUS_PART.test(leaf.core)) return [named];
  return STATUS_TEXT.test(leaf.core) ? [{ meaning: "remarks", strength: 1 }] : undefined;
}

/** 実績 above, 令和6年度 below: the year's meaning is its group's. The same holds for 値, 年度, 累計 and the like. */
function candidatesOf(labels: readonly Label[], isYear: (index: number) => boolean): readonly LabelCandidate[] {
  const found: LabelCandidate[] = [];
  for (let i = labels.length - 1; i >= 0; i--) {
    const label = labels[i];
    if (label === undefined) continue;
    const own = isYear(i) ? [] : label.candidates;
    const isOwn = i === labels.length - 1;
    for (const candidate of own) {
      // A group's word counts a little less than the column's own.
      const strength = isOwn ? candidate.strength : candidate.strength * 0.9;
      if (!found.some(({ meaning }) => meaning === candidate.meaning)) found.push({ ...candidate, strength });
    }
  }
  const leaf = labels.at(-1);
  const group = labels.at(-2);
  const named = group?.candidates[0];
  const figureOfYear = named === undefined ? undefined : FIGURE_OF[named.meaning];
  if (leaf !== undefined && figureOfYear !== undefined && FIGURE_PART.test(leaf.core)) return [{ meaning: figureOfYear, strength: 3 }];
  if (leaf !== undefined && named !== undefined && FIGURE_PART.test(leaf.core) && YEAR_OF[named.meaning] !== undefined) return [named, ...found.filter(({ meaning }) => meaning !== named.meaning)];
  if (leaf !== undefined && named !== undefined && GENERIC.test(leaf.core) && named.strength >= 2 && (named.meaning === "name" || named.meaning === "title" || named.meaning === "body")) return [named, ...found];
  const status = leaf === undefined ? undefined : partOfStatus(leaf, group);
  if (status !== undefined) return status;
  if (leaf !== undefined && group !== undefined) {
    const year = yearMeaning(leaf, group);
    if (year !== undefined) return [{ meaning: year, strength: 3 }];
    const outer = labels.slice(0, -1).find((label) => label.candidates[0]?.meaning === "schedule");
    if (outer !== undefined && (isYear(labels.length - 1) || (leaf.candidates[0]?.strength ?? 0) < 2)) return [{ meaning: "schedule", strength: 3 }];
  }
  return found;
}

const YEAR_OF: Readonly<Partial<Record<LabelMeaning, LabelMeaning>>> = {
  baseline: "baseline-year",
  target: "target-year",
  actual: "actual-year",
};

/** 基準年度 over 年度 and 値: the second holds what was measured then. */
const FIGURE_OF: Readonly<Partial<Record<LabelMeaning, LabelMeaning>>> = {
  "baseline-year": "baseline",
  "target-year": "target",
  "actual-year": "actual",
};

/** 基準値 over 年度 and 値: the first of the two columns holds the year of the second. */
function yearMeaning(leaf: Label, group: Label): LabelMeaning | undefined {
  if (!/^(?:年度|年|時点|年月|年月日|年次|時期|調査年度?|把握年度?|基準年度?|基準時点|測定年度|目標年度?|西暦|和暦)$/u.test(leaf.core)) return undefined;
  const meaning = group.candidates[0]?.meaning;
  return meaning === undefined ? undefined : FIGURE_OF[meaning] === undefined ? YEAR_OF[meaning] : meaning;
}

/** The columns of a header, spacer columns left out. */
export function headerColumns(grid: Grid, block: HeaderBlock): readonly HeaderColumn[] {
  const years = bareYears(grid, block);
  const columns: HeaderColumn[] = [];
  const done = new Set<GridCell>();
  for (let column = block.left; column <= block.right; column++) {
    const path = pathOf(grid, block, column);
    const leaf = path.at(-1);
    if (leaf === undefined) continue;
    // A lowest label merged over several columns heads one field; only its first column is one.
    if (leaf.column !== column && done.has(leaf)) continue;
    if (isSpacer(grid, block, leaf, column)) continue;
    done.add(leaf);
    columns.push(toColumn(grid, column, path, years));
  }
  return columns;
}

/** An empty column under a year group whose other columns have labels of their own is there for looks. */
function isSpacer(grid: Grid, block: HeaderBlock, leaf: GridCell, column: number): boolean {
  if (leaf.right === leaf.column || leaf.bottom >= block.bottom) return false;
  for (let c = leaf.column; c <= leaf.right; c++) if (c !== column && hasLabelBelow(grid, block, leaf.bottom, c)) return true;
  return false;
}

/** 事業費 below a year: what the work costs, and no value of an indicator. */
const MONEY = /(?:事業費|予算額?|決算額?|経費|人件費|一般財源|特定財源|財源内訳|概算額)$/u;

function toColumn(grid: Grid, column: number, path: readonly GridCell[], years: ReadonlyMap<GridCell, Period>): HeaderColumn {
  const labels = path.map((cell) => grid.label(cell.text));
  const isYear = (index: number): boolean => {
    const cell = path[index];
    const label = labels[index];
    return (label?.isPeriodOnly ?? false) || (cell !== undefined && years.has(cell) && label?.candidates.length === 0);
  };
  const inner = [...labels].reverse();
  const candidates = candidatesOf(labels, isYear);
  const hasYear = labels.some((_, index) => isYear(index));
  return {
    column,
    at: path.at(-1),
    header: path.map((cell) => tidyLabel(cell.text)).join(" "),
    path,
    labels,
    period: periodOf(labels, path, years),
    unit: inner.find((label) => label.unit !== null)?.unit ?? null,
    unitColumn: null,
    half: null,
    viewpoint: inner.find((label) => label.viewpoint !== null)?.viewpoint ?? null,
    tier: inner.find((label) => label.tier !== null)?.tier ?? null,
    candidates,
    isBareYear: hasYear && !MONEY.test(labels.at(-1)?.core ?? "") && candidates.every(({ strength }) => strength < 1) && labels.every((label, index) => isYear(index) || DEPENDENT.test(label.core) || label.candidates.length === 0),
    group: path.length > 1 && (path[0]?.right ?? 0) > (path[0]?.column ?? 0) ? tidyLabel(path[0]?.text ?? "") : "",
  };
}
