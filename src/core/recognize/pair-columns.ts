import type { TableLine } from "../model";
import { isDash } from "../text";
import type { HeaderColumn } from "./columns";
import type { Grid } from "./grid";

/** So many cells tell whether a column holds two fields. */
const SAMPLE = 30;
const DIGIT = /[\d\uff10-\uff19]/u;

/** 創業件数 目標, 創業件数（実績値）: a name and which of its lines it is. */
const NAMED_LINE = /^([\s\S]*[^\s(\uff08\u3010\uff3b[:\uff1a_\-\uff0f/])[\s(\uff08\u3010\uff3b[:\uff1a_\-\uff0f/]+((?:目標|実績|計画|予定)(?:数?値)?|達成率|進捗率|達成度)[)\uff09\u3011\uff3d\]]?$/u;

/** 43／42.1, 43 over 42.1, 43（42.1）, 創業件数（実績）: the two parts of a cell; the whole first, where it has but one. */
export function halvesOf(text: string): readonly [string, string] {
  const named = NAMED_LINE.exec(text.trim());
  if (named !== null) return [named[1] ?? "", named[2] ?? ""];
  const [first = "", second, ...more] = split(text);
  return second === undefined || more.length > 0 ? [text, ""] : [first.trim(), second.trim()];
}

function split(text: string): readonly string[] {
  const trimmed = text.trim();
  const lines = trimmed.split(/\r?\n/u);
  if (lines.length === 2) return [lines[0] ?? "", (lines[1] ?? "").trim().replace(/^[(\uff08](.*)[)\uff09]$/u, "$1")];
  if (text.includes("\uff0f")) return text.split("\uff0f");
  const bracketed = /^([^(\uff08]*)[(\uff08]([^()\uff08\uff09]*)[)\uff09]$/u.exec(trimmed);
  return bracketed === null ? text.split("/") : [bracketed[1] ?? "", bracketed[2] ?? ""];
}

function isFigure(text: string): boolean {
  return DIGIT.test(text) || isDash(text);
}

function holdsPairs(grid: Grid, { column }: HeaderColumn, lines: readonly TableLine[]): boolean {
  let filled = 0;
  let pairs = 0;
  let whole = 0;
  for (const { index, role } of lines) {
    const cell = role === "item" ? grid.own(index, column) : undefined;
    if (cell === undefined) continue;
    filled++;
    const [first, second] = halvesOf(cell.text);
    if (second !== "" && isFigure(first) && isFigure(second)) {
      pairs++;
      if (DIGIT.test(first) && DIGIT.test(second)) whole++;
    } else if (/^[^/\uff0f]*[/\uff0f]\s*$/u.test(cell.text)) pairs++;
    if (filled === SAMPLE) break;
  }
  return pairs * 5 >= filled * 3 && whole > 0;
}

/** 創業件数 目標 over 創業件数 実績: each line of a group says in its name which it is. */
function namesLines(grid: Grid, { column, candidates }: HeaderColumn, lines: readonly TableLine[]): boolean {
  const isName = candidates.some(({ meaning }) => meaning === "name" || meaning === "title");
  if (!isName) return false;
  let filled = 0;
  let following = 0;
  let before: readonly string[] = [];
  for (const { index, role } of lines) {
    const cell = role === "item" ? grid.own(index, column) : undefined;
    if (cell === undefined) continue;
    const named = NAMED_LINE.exec(cell.text.trim());
    if (named === null) return false;
    filled++;
    if (named[1] === before[1] && named[2] !== before[2]) following++;
    before = named;
    if (filled === SAMPLE) break;
  }
  return filled >= 2 && following * 3 >= filled;
}

/** 目標値／実績値 over 43／42.1: one column that holds two fields is read as two. */
export function withPairs(grid: Grid, columns: readonly HeaderColumn[], lines: readonly TableLine[]): readonly HeaderColumn[] {
  return columns.flatMap((column) => {
    if (namesLines(grid, column, lines)) {
      return (["name", "row-label"] as const).map((meaning, index) => ({ ...column, half: index === 0 ? (0 as const) : (1 as const), candidates: [{ meaning, strength: 3 }] }));
    }
    const pair = column.labels.findLast((label) => label.pair !== null)?.pair ?? null;
    if (pair === null || !holdsPairs(grid, column, lines)) return [column];
    return pair.map((meaning, index) => ({ ...column, half: index === 0 ? (0 as const) : (1 as const), candidates: [{ meaning, strength: 3 }], isBareYear: false }));
  });
}
