import { squash, unitFromCaption } from "../text";
import type { HeaderColumn } from "./columns";
import { cellsWithin, type Grid, type GridCell } from "./grid";
import type { HeaderBlock } from "./header-blocks";
import { isNote } from "./header-cells";
import { isAlternating, keptSeedsOf } from "./header-seeds";
import { isNumberedLevel } from "./headings";
import type { LabelMeaning } from "./label-dictionary";
import { rowLabelOf } from "./profiles";

/* What a line below a header is by itself: an item, a total, one text alone, a header, or nothing. */

const KEYS: ReadonlySet<LabelMeaning> = new Set(["name", "title", "body", "edition", "from", "program", "policy"]);
const TOTAL = /^(?:合計|計|小計|総計|総合計|累計|全体計|部門計|総数|全体|.{1,12}(?:小計|合計|の計|計)|[（(](?:計|合計|小計)[)）])$/u;
/** Words that end in 計 and are none: 計 as in 統計, 会計, 時計, 設計, 累計. */
const NOT_TOTAL = /(?:統計|会計|時計|設計|推計|家計|生計|余計|.累計)$/u;
const HEADING = /^(?:第?[\d０-９]+[章節編部.)）．]|[（(][\d０-９]+[)）]|[①-⑳]|[【〔《≪<＜]|基本目標|基本方針|施策|重点|政策|[■◆●◇□▼▽★☆]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ][.\s])/u;

export function isTotalText(text: string): boolean {
  const squashed = squash(text);
  return TOTAL.test(squashed) && !NOT_TOTAL.test(squashed) && !isNote(text);
}

export function looksLikeHeading(text: string): boolean {
  return HEADING.test(text.trim().normalize("NFC"));
}

export interface Frame {
  readonly grid: Grid;
  readonly block: HeaderBlock;
  readonly columns: readonly HeaderColumn[];
  readonly keys: readonly number[];
  readonly lastKey: number;
  /** The labels over each column, by column: what a repeated header says again. */
  readonly labels: ReadonlyMap<number, readonly string[]>;
  /** How often each column is filled in the lines taken so far, by column of the grid. */
  readonly filled: number[];
  /** How often each column held a number in them. */
  readonly numbers: number[];
  /** How often each column held a number or a text with a digit in them. */
  readonly digits: number[];
  /** Row that a person or another table has claimed; the body ends before it. */
  readonly stop: number;
}

export function frameOf(grid: Grid, block: HeaderBlock, columns: readonly HeaderColumn[], stop: number): Frame {
  const keys = keyColumns(columns);
  return {
    grid,
    block,
    columns,
    keys,
    lastKey: Math.max(...keys),
    labels: new Map(columns.map(({ column, path }) => [column, path.map(({ text }) => text)])),
    filled: [],
    numbers: [],
    digits: [],
    stop,
  };
}

function keyColumns(columns: readonly HeaderColumn[]): readonly number[] {
  const keys = columns.filter(({ candidates }) => {
    const best = candidates[0];
    return best !== undefined && best.strength >= 2 && KEYS.has(best.meaning);
  });
  const inner = keys.filter(({ candidates }) => {
    const meaning = candidates[0]?.meaning;
    return meaning !== "policy" && meaning !== "program";
  });
  const chosen = inner.length > 0 ? inner : keys;
  if (chosen.length > 0) return chosen.map(({ column }) => column);
  const first = columns[0];
  return first === undefined ? [] : [first.column];
}

/** Cells of a line. The （単位：…） of the next table is no cell of this one. */
export function cellsOfLine(frame: Frame, row: number): readonly GridCell[] {
  const cells = cellsWithin(frame.grid.peekCellsOf(row), frame.block.left, frame.block.right);
  return cells.length > 0 && cells.length <= 2 ? cells.filter((cell) => typeof cell.cell.value !== "string" || unitFromCaption(cell.text) === undefined) : cells;
}

function columnsCovered(frame: Frame, cell: GridCell): number {
  return frame.columns.filter(({ column }) => column >= cell.column && column <= cell.right).length;
}

/** A text across the frame: 凡例, 成果と見直し, a band with the name of a group. */
export function isWide(frame: Frame, cell: GridCell): boolean {
  const covered = columnsCovered(frame, cell);
  return cell.right > cell.column && covered >= Math.max(2, Math.ceil(frame.columns.length * 0.6));
}

/** Whether a row repeats the header's own labels (a page break within the table). */
function isRepeatedHeader(frame: Frame, cells: readonly GridCell[]): boolean {
  if (cells.length < 2) return false;
  let same = 0;
  for (const { cell, column } of cells) {
    const { value } = cell;
    if (typeof value === "string" && frame.labels.get(column)?.some((label) => isSameLabel(label, value)) === true) same++;
  }
  return same >= 2 && same * 3 >= cells.length * 2;
}

/** The first letters are compared first: folding every cell of ten thousand lines would cost more than all the rest. */
function isSameLabel(label: string, text: string): boolean {
  if (label === text) return true;
  return label.trimStart().charAt(0) === text.trimStart().charAt(0) && squash(label) === squash(text);
}

function isForeignHeader(frame: Frame, row: number, cells: readonly GridCell[]): boolean {
  return keptSeedsOf(frame.grid, row).some((seed) => {
    const left = Math.max(seed.left, frame.block.left);
    const right = Math.min(seed.right, frame.block.right);
    if (right < left) return false;
    // A line of data may hold two words that are labels elsewhere; a header covers most of what it stands on.
    return seed.weight >= 2 && seed.sure >= Math.min(2, cells.length) && seed.weight >= cells.length * 0.6;
  });
}

/** Meanings of a line of a 個票: what it says of a 業務, not of figures. */
const ABOUT_ITEM: ReadonlySet<LabelMeaning> = new Set(["no", "id", "title", "name", "division", "status", "reformArea", "policy", "program", "theme", "summary"]);

/** 取組No. | 2 | 取組名 | 電子入札: the next 個票 begins, whatever stands in its columns. */
function isFormLine(frame: Frame, cells: readonly GridCell[]): boolean {
  if (cells.length < 4 || !isAlternating(frame.grid, cells)) return false;
  const about = cells.filter((cell, index) => {
    const best = index % 2 === 0 && typeof cell.cell.value === "string" ? frame.grid.label(cell.text).candidates[0] : undefined;
    return best !== undefined && best.strength >= 2 && ABOUT_ITEM.has(best.meaning);
  });
  return about.length >= 2;
}

/** 評価 | 順調 across the rest of the frame: a form goes on below its table. */
function isFormPair(frame: Frame, cells: readonly GridCell[]): boolean {
  const [label, value, ...more] = cells;
  if (label === undefined || value === undefined || more.length > 0 || typeof label.cell.value !== "string") return false;
  const isAcross = value.column === label.right + 1 && value.right > value.column && value.right >= frame.block.right;
  const isKnown = (frame.grid.label(label.text).candidates[0]?.strength ?? 0) >= 2 || isNumberedLevel(label.text);
  return isAcross && label.column === frame.block.left && isKnown;
}

const VERDICTS: ReadonlySet<LabelMeaning> = new Set(["rating", "remarks"]);
/** 進捗状況 and 担当課 may be what a 業務 is about, and are no names of indicators. */
const ABOUT_FORM: ReadonlySet<LabelMeaning> = new Set(["rating", "remarks", "status", "division"]);

/** 総合評価 | B | 今後の方向性 | 継続, 施策の評価 | B under No. and 指標名: what a form says below its table, and no indicator called 評価. */
function isVerdict(frame: Frame, cells: readonly GridCell[]): boolean {
  const [first, second, ...more] = cells;
  if (first === undefined || second === undefined || typeof first.cell.value !== "string" || cells.some((cell) => frame.grid.isNumber(cell))) return false;
  const best = frame.grid.label(first.text).candidates[0];
  if (best === undefined) return false;
  const isNumbers = first.column === frame.block.left && frame.columns[0]?.candidates[0]?.meaning === "no";
  if (isNumbers) return more.length === 0 && frame.columns.length >= 4 && second.column === first.right + 1 && VERDICTS.has(best.meaning) && !/\d/u.test(first.text.normalize("NFKC"));
  // 評価 may be the name of a line beside 目標 and 実績, unless several lines stand behind it.
  const key = frame.columns.find(({ column }) => column === first.column && frame.keys.includes(column));
  const meanings = key?.candidates[0]?.meaning === "name" ? ABOUT_FORM : VERDICTS;
  return key !== undefined && best.strength >= 3 && meanings.has(best.meaning) && (first.bottom > first.row || rowLabelOf(first.text) === undefined);
}

/** 例 or 記入例 where the other lines have their numbers: how a line is to be filled in, and no line of its own. */
export function isExample({ block }: Frame, cells: readonly GridCell[]): boolean {
  const [first] = cells;
  return first?.column === block.left && /^[（(【［[]?(?:記[入載])?例[）)】］\]]?$/u.test(squash(first.text));
}

type LineKind = "blank" | "item" | "total" | "single" | "header" | "repeated-header";

export function kindOfLine(frame: Frame, row: number, cells = cellsOfLine(frame, row)): LineKind {
  const first = cells[0];
  if (first === undefined) return "blank";
  if (isRepeatedHeader(frame, cells)) return "repeated-header";
  if (cells.length > 1 && (isForeignHeader(frame, row, cells) || isFormLine(frame, cells) || isFormPair(frame, cells) || isVerdict(frame, cells))) return "header";
  if (isTotalLine(frame, cells)) return "total";
  // A line of a group may hold its own name and next to nothing else: 実績値 alone.
  if (typeof first.cell.value === "string" && rowLabelOf(first.text) !== undefined) return "item";
  return cells.length > 1 && isItem(frame, row, cells) ? "item" : "single";
}

function isTotalLine(frame: Frame, cells: readonly GridCell[]): boolean {
  const lead = cells.find((cell) => typeof cell.cell.value === "string");
  if (lead === undefined || !isTotalText(lead.text)) return false;
  return lead.column <= frame.lastKey;
}

/** A line of data: something in a key column, or at least two columns of its own. */
function isItem(frame: Frame, row: number, cells: readonly GridCell[]): boolean {
  if (frame.keys.some((column) => frame.grid.textAt(row, column) !== "")) return true;
  return cells.filter(({ column }) => frame.labels.has(column)).length >= 2;
}

/** One text alone in a line may still be an item: its name, with every figure blank. */
export function isItemName(frame: Frame, row: number): boolean {
  const cell = cellsOfLine(frame, row)[0];
  if (cell === undefined || !frame.keys.includes(cell.column) || isWide(frame, cell) || cell.right > cell.column + 3) return false;
  if (isNote(cell.text) || looksLikeHeading(cell.text) || /[。]$/u.test(cell.text.trim())) return false;
  return typeof cell.cell.value === "string";
}
