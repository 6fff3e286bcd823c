import { isCellError, type CellContent } from "../sheet/snapshot";
import type { ReadColumn } from "../recognize";
import { isBlankText, readFigure, tidyLabel } from "../text";
import type { CellReading, LineReader } from "./line-reader";
import type { ColumnsByMeaning } from "./name-groups";

/** One of several things that the cells of a line hold each: by its mark, ①, or by its place among the cell's lines. */
export interface Share {
  readonly mark: string | null;
  readonly place: number;
  readonly count: number;
}

interface Piece {
  readonly text: string;
  readonly share: Share;
}

export const NO_SHARES: readonly Piece[] = [];

/** So many characters hold some dozens of names; a cell with more is none that names indicators. */
const LONGEST_NAMES = 2_000;

const MARK = /^(?:[\u2460-\u2473]|[(\uff08][\d\uff10-\uff19]{1,2}[)\uff09])/u;

/** ①移住相談件数 / ②移住者数: the parts of a text by their marks; undefined if it does not begin with one. */
function markedParts(text: string): ReadonlyMap<string, string> | undefined {
  const trimmed = text.trim();
  if (!MARK.test(trimmed)) return undefined;
  const parts = new Map<string, string>();
  for (const piece of trimmed.split(/(?=[\u2460-\u2473])|\r?\n(?=\s*[(\uff08][\d\uff10-\uff19]{1,2}[)\uff09])/u)) {
    const mark = MARK.exec(piece.trim())?.[0];
    if (mark === undefined || parts.has(mark)) return undefined;
    parts.set(mark, piece.trim().slice(mark.length).trim());
  }
  return parts;
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r?\n/u).map((line) => line.trim()).filter((line) => line !== "");
}

/** What a cell says of one share; the cell as it is, where it does not tell them apart. */
export function shareOf(cell: CellReading, share: Share | null): CellReading {
  if (share === null || typeof cell.value !== "string") return cell;
  return { ...cell, value: partOf(cell.value, share), isPart: true };
}

function partOf(value: string, { mark, place, count }: Share): CellContent | null {
  if (mark !== null) {
    const parts = markedParts(value);
    const own = parts?.get(mark) ?? (parts === undefined ? value : "");
    return isBlankText(own) ? null : own;
  }
  const lines = linesOf(value);
  return lines.length === count ? (lines[place] ?? null) : value;
}

/** Whether a text states no amount and so may hold for all shares: a dash, 集計中, 未設定. */
function saysNothing(value: CellContent): boolean {
  return typeof value === "string" && readFigure(value, "General", { unit: null, date1904: false }).state !== "set";
}

/** Whether each line of a cell is a figure by itself: 120件 / 15人, and not 2,150億円 /（R2年度）. */
function areFigures(lines: readonly string[]): boolean {
  return lines.every((line) => {
    const { state } = readFigure(line, "General", { unit: null, date1904: false });
    return !/^[(\uff08]/u.test(line) && (state === "set" || state === "not-applicable" || state === "pending");
  });
}

/**
 * The indicators that one line names together, where its figures are told apart the same way: by marks, or by as many lines
 * in each cell. Empty if it is but one, or if a figure says not whose it is.
 */
export function sharesOfLine(reader: LineReader, index: number, name: ReadColumn, columns: ColumnsByMeaning): readonly Piece[] {
  const text = reader.rawText(index, name);
  if (text.length > LONGEST_NAMES) return NO_SHARES;
  if (!text.includes("\n") && !MARK.test(text.trim())) return NO_SHARES;
  const values = [...columns.all("target"), ...columns.all("baseline"), ...columns.actuals].flatMap((column) => {
    const { value } = reader.cell(index, column);
    return value === null || isCellError(value) ? [] : [value];
  });
  const marks = markedParts(text);
  if (marks !== undefined) return marks.size >= 2 && agreeOnMarks(values, marks) ? piecesByMark(marks) : NO_SHARES;
  const names = linesOf(text);
  return names.length >= 2 && agreeOnLines(values, names.length) ? names.map((one, place) => ({ text: one.replace(/^[・○●]\s*/u, ""), share: { mark: null, place, count: names.length } })) : NO_SHARES;
}

function piecesByMark(marks: ReadonlyMap<string, string>): readonly Piece[] {
  return [...marks].map(([mark, text], place) => ({ text: tidyLabel(text), share: { mark, place, count: marks.size } }));
}

function agreeOnMarks(values: readonly CellContent[], marks: ReadonlyMap<string, string>): boolean {
  let marked = 0;
  for (const value of values) {
    const parts = typeof value === "string" ? markedParts(value) : undefined;
    if (parts !== undefined && [...parts.keys()].every((mark) => marks.has(mark))) marked++;
    else if (!saysNothing(value)) return false;
  }
  return marked > 0;
}

function agreeOnLines(values: readonly CellContent[], count: number): boolean {
  let parted = 0;
  for (const value of values) {
    const lines = typeof value === "string" ? linesOf(value) : [];
    if (lines.length === count && areFigures(lines)) parted++;
    else if (lines.length > 1 || !saysNothing(value)) return false;
  }
  return parted > 0;
}
