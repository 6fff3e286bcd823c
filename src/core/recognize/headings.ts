import { foldText, tidyLabel } from "../text";
import type { Region } from "../sheet/region";
import type { Grid, GridCell } from "./grid";
import { isCaption, isNote } from "./header-cells";
import { openRows } from "./open-rows";

/** A heading with the depth of its style: a smaller rank is further out. */
interface Heading {
  readonly row: number;
  readonly text: string;
  readonly style: Style;
}

/** A way of numbering or marking. `rank` orders those that have an order of their own; null for marks, whose depth each document sets. */
interface Style {
  readonly id: string;
  readonly rank: number | null;
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
];
const MARK = /^[【〔■◆●◇□▼▽★☆▶▷]/u;
const BULLET = /^[○・\u2010\-*▪◦]/u;

function styleOf(text: string): Style {
  const first = text.trimStart().charAt(0);
  // ① must keep its own style and not fold into a plain digit.
  if (/[\u2460-\u2473]/u.test(first)) return { id: "circled", rank: 6 };
  if (/[\u2160-\u216b]/u.test(first)) return { id: "roman", rank: 3 };
  const folded = foldText(text);
  if (MARK.test(folded)) return { id: folded.charAt(0), rank: null };
  const rank = STYLES.find(([pattern]) => pattern.test(folded))?.[1];
  return rank === undefined ? { id: "plain", rank: PLAIN } : { id: String(rank), rank };
}

/** How deep the numbering of a text stands, 基本目標１ less than （1） less than ①; null where it has no number. */
export function numberingRank(text: string): number | null {
  const { rank } = styleOf(text);
  return rank === PLAIN ? null : rank;
}

/** The headings in force, as they come down the sheet. */
class HeadingStack {
  private readonly stack: Heading[] = [];
  /** Pairs "outer>inner" seen so far, which tell how deep a mark stands in this document. */
  private readonly order = new Set<string>();

  add(heading: Heading): void {
    const same = this.stack.findIndex(({ style }) => style.id === heading.style.id);
    if (same >= 0) this.stack.length = same;
    else while (this.isDeeper(this.stack.at(-1)?.style, heading.style)) this.stack.pop();
    for (const { style } of this.stack) this.order.add(`${style.id}>${heading.style.id}`);
    this.stack.push(heading);
  }

  private isDeeper(style: Style | undefined, than: Style): boolean {
    if (style === undefined) return false;
    if (style.rank !== null && than.rank !== null) return style.rank >= than.rank;
    return this.order.has(`${than.id}>${style.id}`);
  }

  texts(): readonly string[] {
    return this.stack.map(({ text }) => text);
  }
}

/** A line that can be a heading: one text alone, not a list item, not a sentence, not a note. */
function headingOf(grid: Grid, cells: readonly GridCell[]): GridCell | undefined {
  const rest = cells.filter((cell) => !isCaption(cell.text));
  const cell = rest[0];
  if (cell === undefined || rest.length !== 1 || typeof cell.cell.value !== "string") return undefined;
  const text = foldText(cell.text);
  if (text.length > LONGEST_HEADING || isNote(cell.text) || BULLET.test(text) || /。$/u.test(text)) return undefined;
  if (/^\(.*\)$/u.test(text) && !/^\(\d/u.test(text)) return undefined;
  if (isUnfilled(grid, cell)) return undefined;
  return cell;
}

/** 進捗状況 beside a merged area that waits to be filled in: a line of a form. */
function isUnfilled(grid: Grid, cell: GridCell): boolean {
  const value = grid.mergeAt(cell.row, cell.right + 1);
  return value !== undefined && value.top === cell.row && (grid.label(cell.text).candidates[0]?.strength ?? 0) >= 2;
}

const LEVEL = /^(?:基本目標|基本方針|基本方向|基本政策|基本戦略|基本施策|重点目標|重点戦略|重点施策|政策|施策|戦略|方針|分野)\s*(?:[0-9]{1,2}(?:[-.][0-9]{1,2})*|[IVX]{1,4}|[一二三四五六七八九])$/u;

/** 基本目標２, 施策 1-2: a level of a plan with its number and nothing else. */
export function isNumberedLevel(text: string): boolean {
  return LEVEL.test(foldText(text).trim());
}

/** A line of the sheet that can be a heading, and where it stands. */
class HeadingLine {
  /** Made when first asked for and then kept: every table of the sheet asks for the lines over it. */
  private known: Pick<Heading, "text" | "style"> | undefined;

  constructor(
    readonly row: number,
    readonly cell: GridCell,
    /** 基本目標２ | ひと: the name behind the level that stands in a cell of its own. */
    readonly name?: GridCell,
  ) {}

  get heading(): Pick<Heading, "text" | "style"> {
    const text = this.name === undefined ? this.cell.text : `${this.cell.text} ${this.name.text}`;
    this.known ??= { text: tidyLabel(text), style: styleOf(text) };
    return this.known;
  }
}

/** The headings of a sheet, gathered once and asked for each of its tables. */
export class SheetHeadings {
  private readonly lines: readonly HeadingLine[];
  private readonly firstRow: number;

  /** @param tables the tables found on the sheet; what stands inside them is no heading. */
  constructor(
    grid: Grid,
    private readonly tables: readonly Region[],
  ) {
    const { used } = grid;
    const lines: HeadingLine[] = [];
    for (const { row, beside } of openRows(grid, tables)) {
      const cells = grid.cellsOf(row);
      if (cells.length === 0) continue;
      const outside = beside.length === 0 ? cells : cells.filter((cell) => !beside.some((region) => isBesideOrIn(cell, region)));
      const [level, name, ...more] = outside;
      if (level !== undefined && name !== undefined && more.length === 0 && name.column === level.right + 1 && typeof name.cell.value === "string" && isNumberedLevel(level.text)) {
        lines.push(new HeadingLine(row, level, name));
        continue;
      }
      // Side by side, each table has a heading of its own on the same line.
      for (const part of tables.length > 1 && outside.length > 1 && outside.length <= 4 ? outside.map((cell) => [cell]) : [outside]) {
        const cell = headingOf(grid, part);
        if (cell !== undefined && (part.length === outside.length || isApart(cell, outside) || standsOverOne(cell, outside, tables))) lines.push(new HeadingLine(row, cell));
      }
    }
    this.lines = lines;
    this.firstRow = firstLine(grid, used?.top ?? 0);
  }

  /** The headings over a block that are still in force, outermost first. */
  above(block: Region): readonly string[] {
    const stack = new HeadingStack();
    const nearest = this.lines.findLast(({ row }) => row < block.top)?.row ?? -1;
    const beside = this.hasOwnHeading(block) ? this.tables.filter((table) => !columnsMeet(table, block)) : [];
    for (const line of this.lines) {
      const { row } = line;
      if (row >= block.top) break;
      if (!isOver(line, block, beside)) continue;
      const { text, style } = line.heading;
      const isTitle = style.rank === PLAIN && row === this.firstRow && !this.isOwnTitle(row, block, nearest);
      stack.add({ row, text, style: isTitle ? { id: "title", rank: TITLE } : style });
    }
    return stack.texts();
  }

  /** Whether a line stands right over a block itself: only then is the one over its neighbour the neighbour's alone. */
  private hasOwnHeading(block: Region): boolean {
    return this.lines.some(({ row, cell }) => row < block.top && row >= block.top - 2 && cell.column >= block.left && cell.column <= block.right);
  }

  /** The first line is its table's own heading, and not the sheet's, if further tables have headings of their own right above. */
  private isOwnTitle(row: number, block: Region, nearest: number): boolean {
    const first = Math.min(...this.tables.map(({ top }) => top).filter((top) => top > row), block.top);
    return first - row <= 1 && first !== block.top && nearest === block.top - 1;
  }
}

/** A line stands over a block unless it stands over a table beside it. */
function isOver({ row, cell }: HeadingLine, block: Region, beside: readonly Region[]): boolean {
  if (cell.column > block.right) return false;
  return !beside.some((table) => cell.column >= table.left && cell.column <= table.right && cell.right < block.left && row >= table.top - 2 && row <= table.bottom);
}

/** Within the columns of a table on its rows, or the label of the table's part of a form, merged down right beside it. */
function isBesideOrIn(cell: GridCell, table: Region): boolean {
  return (cell.column >= table.left && cell.column <= table.right) || (cell.right === table.left - 1 && cell.bottom > cell.row && cell.row <= table.top);
}

/** A cell that is the only one over its part of the sheet. */
function isApart(cell: GridCell, cells: readonly GridCell[]): boolean {
  return cells.every((other) => other === cell || other.column > cell.right + 2 || other.right < cell.column - 2);
}

/** A cell right over one of several tables side by side, alone over it. */
function standsOverOne(cell: GridCell, cells: readonly GridCell[], tables: readonly Region[]): boolean {
  const table = tables.find(({ top, left, right }) => top > cell.row && top - cell.row <= 3 && cell.column >= left && cell.right <= right);
  return table !== undefined && cells.every((other) => other === cell || other.right < table.left || other.column > table.right);
}

function firstLine(grid: Grid, top: number): number {
  let row = top;
  while (row < top + 50 && grid.cellsOf(row).length === 0) row++;
  return row;
}

function columnsMeet(a: Region, b: Region): boolean {
  return a.left <= b.right && b.left <= a.right;
}
