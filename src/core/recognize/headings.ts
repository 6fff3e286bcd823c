import { foldText, tidyLabel } from "../text";
import type { Region } from "../sheet/region";
import type { Grid, GridCell } from "./grid";
import { isCaption, isNote } from "./header-blocks";

/** A heading with the depth of its style: a smaller rank is further out. */
interface Heading {
  readonly row: number;
  readonly text: string;
  readonly rank: number;
  readonly column: number;
}

const PLAIN = 9;
const TITLE = 0;
const LONGEST_HEADING = 80;

/** Styles of numbering in official documents, outermost first. Two headings of one style stand on one level. */
const STYLES: readonly (readonly [pattern: RegExp, rank: number])[] = [
  [/^第[0-9一二三四五六七八九十]+[編部]/u, 1],
  [/^第[0-9一二三四五六七八九十]+章/u, 2],
  [/^第[0-9一二三四五六七八九十]+節/u, 3],
  [/^(?:基本目標|基本方針|基本方向|基本戦略|戦略|柱|政策|重点目標|重点戦略|重点方針|改革|方針|目標)\s*(?:[0-9]|[IVX]|[一二三四五])/u, 3.2],
  [/^(?:施策|分野|プロジェクト|取組方針|施策の方向|基本施策|重点施策|取組)\s*[0-9]+[-.][0-9]+[-.]?/u, 4.6],
  [/^(?:施策|分野|プロジェクト|取組方針|施策の方向|基本施策|重点施策|取組)\s*(?:[0-9]|[IVX])/u, 3.8],
  [/^[IVX]+[.\s]/u, 3],
  [/^[0-9]+\s*-\s*[0-9]+/u, 4.5],
  [/^[0-9]+[.]\s*[0-9]+/u, 4.5],
  [/^[0-9]+\s*[.、)]?\s*\S/u, 4],
  [/^\([0-9]+\)/u, 5],
  [/^\([一二三四五六七八九十]+\)/u, 5],
  [/^[\u2460-\u2473]/u, 6],
  [/^[アイウエオカキク][.、\s)]/u, 7],
  [/^\([ア-ン]\)/u, 7.5],
  [/^[【〔]/u, 8],
  [/^[■◆●◇□▼▽★☆]/u, 8.5],
];
const BULLET = /^[○・‐\-*▪◦]/u;

function rankOf(text: string): number {
  // ① must keep its own style and not fold into a plain digit.
  const first = text.trimStart().charAt(0);
  if (/[\u2460-\u2473]/u.test(first)) return 6;
  if (/[\u2160-\u216b]/u.test(first)) return 3;
  const folded = foldText(text);
  return STYLES.find(([pattern]) => pattern.test(folded))?.[1] ?? PLAIN;
}

/** A line that can be a heading: one text alone, not a list item, not a sentence, not a note. */
function headingOf(cells: readonly GridCell[]): GridCell | undefined {
  const rest = cells.filter((cell) => !isCaption(cell.text));
  const cell = rest[0];
  if (cell === undefined || rest.length !== 1 || typeof cell.cell.value !== "string") return undefined;
  const text = foldText(cell.text);
  if (text.length > LONGEST_HEADING || isNote(cell.text) || BULLET.test(text) || /。$/u.test(text)) return undefined;
  if (/^\(.*\)$/u.test(text) && !/^\(\d/u.test(text)) return undefined;
  return cell;
}

/** The headings over a block that are still in force, outermost first. `taken` are the tables found on the sheet. */
export function headingsAbove(grid: Grid, block: Region, taken: readonly Region[]): readonly string[] {
  const used = grid.used;
  if (used === undefined) return [];
  const stack: Heading[] = [];
  const first = firstLine(grid, used.top);
  for (let row = used.top; row < block.top; row++) {
    if (taken.some((region) => row >= region.top && row <= region.bottom && columnsMeet(region, block))) continue;
    const cell = headingOf(cellsOver(grid, row, block, taken));
    if (cell === undefined) continue;
    const plainTitle = row === first && !isOwnTitle(grid, row, block, taken);
    const numbered = rankOf(cell.text);
    const rank = plainTitle && numbered === PLAIN ? TITLE : numbered;
    while ((stack.at(-1)?.rank ?? -1) >= rank) stack.pop();
    stack.push({ row, text: tidyLabel(cell.text), rank, column: cell.column });
  }
  return stack.map(({ text }) => text);
}

/** The line over the first table is its own heading, and not the sheet's, if further tables follow with headings of their own. */
function isOwnTitle(grid: Grid, row: number, block: Region, taken: readonly Region[]): boolean {
  const tops = taken.map(({ top }) => top).filter((top) => top > row);
  const nearest = Math.min(...tops, block.top);
  if (nearest - row > 1 || nearest === block.top) return false;
  return headingOf(grid.cellsOf(block.top - 1)) !== undefined;
}

function firstLine(grid: Grid, top: number): number {
  let row = top;
  while (row < top + 50 && grid.cellsOf(row).length === 0) row++;
  return row;
}

function columnsMeet(a: Region, b: Region): boolean {
  return a.left <= b.right && b.left <= a.right;
}

/** The cells of a row that stand over a block and over no table beside it. */
function cellsOver(grid: Grid, row: number, block: Region, taken: readonly Region[]): readonly GridCell[] {
  const beside = taken.filter((region) => !columnsMeet(region, block));
  return grid.cellsOf(row).filter((cell) => {
    if (cell.column > block.right) return false;
    return !beside.some((region) => cell.column >= region.left && cell.column <= region.right && cell.right < block.left && row >= region.top - 2);
  });
}
