import type { TableLine } from "../model";
import { isDash, isNotApplicable, isPending } from "../text";
import type { HeaderColumn } from "./columns";
import type { Grid, GridCell } from "./grid";
import type { HeaderBlock } from "./header-blocks";
import { isNote, LONGEST_HEADER_TEXT } from "./header-cells";
import type { LabelMeaning } from "./label-dictionary";
import { rowLabelOf } from "./profiles";
import { cellsOfLine, frameOf, isExample, isItemName, isWide, kindOfLine, looksLikeHeading, type Frame } from "./line-kinds";

/** The lines below a header that belong to its table. */
export interface Body {
  /** Last line of the frame. */
  readonly bottom: number;
  readonly lines: readonly TableLine[];
}

/** More blank rows than this end a table: the next block has a frame of its own. */
const WIDEST_GAP = 10;
/** Behind more blank rows than this only a line that fills nearly what the table's lines fill is still its own. */
const NARROW_GAP = 2;
/** 施策① …, 基本的方向２ …: a level of a plan and its number, before the name. */
const NUMBERED_HEADING = /^[^\s\d]{0,8}(?:施策|目標|方針|方向|戦略|政策|分野|柱|プロジェクト)[\s\u3000]*(?:[0-9０-９]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]|[IVX]+(?=[\s\u3000.])|[一二三四五六七八九](?=[\s\u3000、.]))/u;

function nextFilled(frame: Frame, row: number): number | undefined {
  for (let r = row; r <= Math.min(frame.stop - 1, row + 12); r++) if (cellsOfLine(frame, r).length > 0) return r;
  return undefined;
}

/** What comes after a line that holds one text only: the table goes on, or it has ended. */
function goesOnAfter(frame: Frame, row: number): boolean {
  let gap = 0;
  for (let r = row + 1; r < frame.stop && gap <= WIDEST_GAP && r <= row + 6; r++) {
    const kind = kindOfLine(frame, r);
    if (kind === "item" || kind === "total") return true;
    if (kind === "header" || kind === "repeated-header") return false;
    gap = kind === "blank" ? gap + 1 : gap;
    if (kind === "single" && isItemName(frame, r)) return !isHeaderAhead(frame, r + 1);
  }
  return false;
}

function isHeaderAhead(frame: Frame, from: number): boolean {
  for (let r = from; r <= from + 4 && r < frame.stop; r++) {
    const kind = kindOfLine(frame, r);
    if (kind === "header" || kind === "repeated-header") return true;
    if (kind === "item") return false;
  }
  return false;
}

/** 具体的施策① 企業誘致 over the same labels again: the heading of the next table, where no other line has its numbering. */
function headsNextTable(frame: Frame, row: number, cell: GridCell): boolean {
  return kindOfLine(frame, row + 1) === "repeated-header" && NUMBERED_HEADING.test(cell.text.trim());
}

/** 基本目標２ | ひと, and nothing else, over the same labels again. */
function headsNextTableInTwo(frame: Frame, row: number, [level, name, ...more]: readonly GridCell[]): boolean {
  if (level === undefined || name === undefined || more.length > 0 || typeof level.cell.value !== "string" || typeof name.cell.value !== "string") return false;
  return level.text.trim().length <= LONGEST_LEVEL && headsNextTable(frame, row, level);
}

/** 基本目標２, 重点施策（１） */
const LONGEST_LEVEL = 12;

/** 【進捗区分】 behind a gap: a legend of the table's own column of that name. */
function isLegendOfColumn(frame: Frame, text: string): boolean {
  const coreOf = (label: string): string => frame.grid.label(label).core;
  const named = coreOf(text).replace(/(?:の|について)?(?:凡例|見方|説明|基準|考え方|定義)$/u, "");
  return named !== "" && [...frame.labels.values()].some((labels) => labels.some((label) => coreOf(label) === named));
}

/** Whether a line stands right over the next header, with other lines of one text but no gap between. */
function isOverHeader(frame: Frame, row: number): boolean {
  for (let r = row + 1; r < frame.stop; r++) {
    const kind = kindOfLine(frame, r);
    if (kind !== "single") return kind === "header" || kind === "repeated-header";
  }
  return false;
}

/** Whether a cell lies in an area merged down from a line above. */
function isUnderMerge(frame: Frame, row: number): boolean {
  return frame.columns.some(({ column }) => {
    const merge = frame.grid.mergeAt(row, column);
    return merge !== undefined && merge.top < row && merge.top > frame.block.bottom && frame.grid.peekAt(row, column) !== undefined;
  });
}

/** Walks down from the header, line by line, and says what each is; ends where the frame ends. */
export function bodyLines(grid: Grid, block: HeaderBlock, columns: readonly HeaderColumn[], stop: number): Body {
  const frame = frameOf(grid, block, columns, stop);
  let items = 0;
  const lines: TableLine[] = [];
  let bottom = block.bottom;
  let row = block.bottom + 1;
  const take = (role: TableLine["role"], cells: readonly GridCell[]): void => {
    for (let r = bottom + 1; r < row; r++) lines.push({ index: r, role: "blank" });
    lines.push({ index: row, role });
    bottom = row;
    if (role !== "item") return;
    items++;
    for (const cell of cells) {
      frame.filled[cell.column] = (frame.filled[cell.column] ?? 0) + 1;
      if (grid.isNumber(cell)) frame.numbers[cell.column] = (frame.numbers[cell.column] ?? 0) + 1;
      if (holdsDigit(cell)) frame.digits[cell.column] = (frame.digits[cell.column] ?? 0) + 1;
    }
  };
  while (row < stop) {
    const cells = cellsOfLine(frame, row);
    const kind = kindOfLine(frame, row, cells);
    if (kind === "header") break;
    if (kind === "repeated-header") {
      // Directly below the last line it is a page break; after a gap it is a table of its own.
      if (row > bottom + 1 || bottom === block.bottom) break;
      take("repeated-header", cells);
    } else if (kind === "blank") {
      if (isUnderMerge(frame, row)) take("item", cells);
      else {
        const next = nextFilled(frame, row);
        if (next === undefined || next - row > WIDEST_GAP || !resumes(frame, next, items, next - row)) break;
        row = next;
        continue;
      }
    } else if (kind === "item" && headsNextTableInTwo(frame, row, cells)) break;
    else if (kind === "item" && isOfTotal(frame, row, cells, lines.at(-1))) take("total", cells);
    else if (kind === "item" || kind === "total") take(kind === "item" && isExample(frame, cells) ? "comment" : kind, cells);
    else {
      const role = roleOfSingle(frame, row, bottom);
      if (role === undefined) break;
      take(role, cells);
    }
    row++;
  }
  return { bottom, lines: trimEnd(lines, bottom) };
}

/** 実績 below 合計 | 目標: a further line of the total, whose name was written or merged over both. */
function isOfTotal(frame: Frame, row: number, cells: readonly GridCell[], before: TableLine | undefined): boolean {
  const first = cells[0];
  if (before?.role !== "total" || before.index !== row - 1 || first === undefined || typeof first.cell.value !== "string") return false;
  return rowLabelOf(first.text) !== undefined && !frame.keys.includes(first.column) && frame.keys.every((column) => frame.grid.peekOwn(row, column) === undefined);
}

/** After blank rows: only a line that is plainly this table's own carries it on. */
function resumes(frame: Frame, row: number, items: number, gap: number): boolean {
  const kind = kindOfLine(frame, row);
  const cells = cellsOfLine(frame, row);
  if (kind === "total") return gap <= NARROW_GAP && !reachesOut(frame, cells);
  if (kind === "item") return cells.length >= Math.min(2, frame.columns.length) && isCoherent(frame, cells, items, gap > NARROW_GAP ? 0.75 : 0.5);
  if (kind !== "single") return false;
  const first = cells[0];
  if (first === undefined || isNote(first.text) || isLegendOfColumn(frame, first.text)) return false;
  if (!(isWide(frame, first) || looksLikeHeading(first.text) || (gap <= NARROW_GAP && isItemName(frame, row))) || !goesOnAfter(frame, row) || isHeaderAhead(frame, row + 1)) return false;
  // 【進捗区分】 over A | 順調: a legend behind a gap fills little of what the table's lines fill.
  const next = firstBehindBands(frame, row + 1);
  if (next === undefined) return gap <= NARROW_GAP && !looksLikeHeading(first.text);
  if (kindOfLine(frame, next) !== "item") return gap <= NARROW_GAP;
  return isCoherent(frame, cellsOfLine(frame, next), items, gap > NARROW_GAP ? 0.75 : 0.5);
}

/** The next line that holds more than one text: behind 基本目標２ and ① 移住, the first of its indicators. */
function firstBehindBands(frame: Frame, from: number): number | undefined {
  let next = nextFilled(frame, from);
  while (next !== undefined && kindOfLine(frame, next) === "single") next = nextFilled(frame, next + 1);
  return next;
}

/** A line behind a gap is this table's own if it fills what its lines usually fill. */
function isCoherent(frame: Frame, cells: readonly GridCell[], items: number, share: number): boolean {
  if (items === 0) return true;
  if (headsAnother(frame, cells)) return false;
  const usual = Object.keys(frame.filled).map(Number).filter((column) => (frame.filled[column] ?? 0) * 2 > items);
  const also = usual.filter((column) => cells.some((cell) => cell.column === column && isOfItsKind(frame, cell)));
  return also.length >= Math.min(2, usual.length) && also.length > usual.length * share - 0.01 && !reachesOut(frame, cells);
}

/** 用語 | 説明 | 頁 behind a gap: words where the table has its figures, or 氏名 and 品名: the labels of another table. */
function headsAnother(frame: Frame, cells: readonly GridCell[]): boolean {
  if (cells.length < 2 || cells.some((cell) => typeof cell.cell.value !== "string" || cell.text.length > LONGEST_HEADER_TEXT)) return false;
  if (cells.some((cell) => frame.grid.label(cell.text).isForeign)) return true;
  const ofFigures = cells.filter(({ column }) => (frame.digits[column] ?? 0) * 2 > (frame.filled[column] ?? 0));
  return ofFigures.length > 0 && ofFigures.every((cell) => !holdsDigit(cell) && !isDash(cell.text) && !isPending(cell.text) && !isNotApplicable(cell.text));
}

function holdsDigit({ cell }: GridCell): boolean {
  return typeof cell.value === "number" || (typeof cell.value === "string" && /[\d\uff10-\uff19]/u.test(cell.value));
}

/** A number where all names were texts, or a text where all were numbers, is another table's; figures come both ways. */
function isOfItsKind(frame: Frame, cell: GridCell): boolean {
  if (!frame.keys.includes(cell.column)) return true;
  const filled = frame.filled[cell.column] ?? 0;
  const numbers = frame.numbers[cell.column] ?? 0;
  return frame.grid.isNumber(cell) ? numbers > 0 : numbers < filled;
}

/** A line that runs on to the right of the frame belongs to a wider one. */
function reachesOut(frame: Frame, cells: readonly GridCell[]): boolean {
  const row = cells[0]?.row;
  return row !== undefined && frame.grid.peekOwn(row, frame.block.right + 1) !== undefined;
}

function roleOfSingle(frame: Frame, row: number, bottom: number): TableLine["role"] | undefined {
  const cell = cellsOfLine(frame, row)[0];
  if (cell === undefined) return undefined;
  const isAdjacent = row === bottom + 1;
  const onward = goesOnAfter(frame, row) && !isHeaderAhead(frame, row + 1);
  if (isNote(cell.text) && !onward) return undefined;
  if (isItemName(frame, row)) return isHeaderAhead(frame, row + 1) && (!isAdjacent || headsNextTable(frame, row, cell)) ? undefined : "item";
  if (isUnderMerge(frame, row) && !isWide(frame, cell)) return "item";
  if (!onward) return isAdjacent && isWide(frame, cell) && !isOverHeader(frame, row) ? "comment" : undefined;
  if (isLoneNumber(frame, cell)) return "blank";
  return isComment(cell.text) || isRemark(frame, cell.text) ? "comment" : "band";
}

/** A numbered line that waits to be filled in. */
function isLoneNumber(frame: Frame, cell: GridCell): boolean {
  return cell.column === frame.block.left && (typeof cell.cell.value === "number" || /^[\d０-９]+$/u.test(cell.text.trim()));
}

/** KPI：…, 課題：…: something said of the line above. 基本目標１：… names a group. */
function isRemark(frame: Frame, text: string): boolean {
  const head = /^[\s【〔・]*([^：:\n]{1,12})[：:]./u.exec(text)?.[1];
  const best = head === undefined ? undefined : frame.grid.label(head).candidates[0];
  return best !== undefined && best.strength >= 2 && !CATEGORIES.has(best.meaning);
}

const CATEGORIES: ReadonlySet<LabelMeaning> = new Set(["policy", "program", "theme", "reformArea", "title"]);

function isComment(text: string): boolean {
  const trimmed = text.trim();
  return trimmed.length > 40 || /[。]$/u.test(trimmed) || /^[≪《]/u.test(trimmed) || isNote(trimmed);
}

function trimEnd(lines: readonly TableLine[], bottom: number): readonly TableLine[] {
  return lines.filter(({ index }) => index <= bottom);
}
