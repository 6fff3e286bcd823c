import type { TableLine } from "../model";
import { isBlankText, parsePeriod, tidyLabel } from "../text";
import { endOf } from "./candidates";
import { headerColumns, type HeaderColumn } from "./columns";
import { labelMeaning } from "./form-pairs";
import { unitOf } from "./label";
import type { Grid, GridCell } from "./grid";
import { isCaption, isNote } from "./header-cells";
import type { HeaderBlock } from "./header-blocks";
import type { LabelMeaning } from "./label-dictionary";
import type { Reading } from "./meanings";
import { EMPTY_PROFILE, type ColumnProfile } from "./profiles";

/* A card for one KPI: its name and what else is said of it as labels and values, over a table that holds figures alone. */

/** What a card says over its table: columns whose one value holds for all lines, with the first row that they stand in. */
export interface CardHead {
  readonly top: number;
  readonly left: number;
  readonly right: number;
  readonly columns: readonly HeaderColumn[];
}

/** A label of a card's head and its value, if it has one. */
interface HeadPair {
  readonly label: GridCell;
  readonly meaning: LabelMeaning;
  readonly strength: number;
  readonly value: GridCell | undefined;
}

/** So many rows may a card's head take. */
const MOST_ROWS = 8;

const FIGURES: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual"]);
/** What may stand in the table of a card: no column of it names anything. */
const PARTS: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual", "rate", "rating", "unit", "remarks", "row-label", "no", "tier", "source", "definition", "reformArea", "status"]);
const IN_HEAD: ReadonlySet<LabelMeaning> = new Set(["name", "unit", "definition", "division", "direction", "source", "policy", "program", "theme", "reformArea", "baseline", "target", "no", "id", "remarks", "summary", "viewpoint"]);

/** Whether a header is one of figures alone, and at least one of them is called by its name. */
function holdsFiguresAlone(columns: readonly HeaderColumn[]): boolean {
  const isFigure = ({ candidates }: HeaderColumn): boolean => candidates[0] !== undefined && candidates[0].strength >= 2 && FIGURES.has(candidates[0].meaning);
  // 基準値 | (blank) | 実績値 are two labels of a form whose first value is missing.
  if (columns.some((column, index) => index > 0 && column.column > endOf(columns[index - 1] ?? column) + 1)) return false;
  const figures = columns.filter((column) => isFigure(column) || column.period !== null).length;
  return figures >= 2 && columns.some(isFigure) && columns.every(({ candidates, period }) => candidates[0] === undefined || period !== null || PARTS.has(candidates[0].meaning) || candidates.some(({ meaning }) => meaning === "row-label"));
}

/** The labels and values of a row by turns; undefined for a row that holds anything else. */
function pairsIn(grid: Grid, row: number, left: number, right: number): readonly HeadPair[] | undefined {
  const pairs: HeadPair[] = [];
  const cells = grid.cellsIn(row, left, right);
  for (let index = 0; index < cells.length; index++) {
    const label = cells[index] as GridCell;
    if (isCaption(label.text)) continue;
    const found = labelMeaning(grid, label);
    if (found === undefined || found.strength < 2 || !IN_HEAD.has(found.meaning)) return undefined;
    const next = cells[index + 1];
    const value = next !== undefined && next.column <= label.right + 2 && labelMeaning(grid, next) === undefined ? next : undefined;
    if (value !== undefined) index++;
    pairs.push({ label, ...found, value });
  }
  return pairs;
}

/** Rows of pairs over a header, up to the one that names the KPI and what stands right over it. */
export function cardHeadOf(grid: Grid, block: HeaderBlock, columns: readonly HeaderColumn[]): CardHead | undefined {
  if (grid.isTransposed || block.top === 0 || !holdsFiguresAlone(columns)) return undefined;
  const rows: (readonly HeadPair[])[] = [];
  let top = block.top;
  let isNamed = false;
  for (let row = block.top - 1, gap = 0; row >= Math.max(0, block.top - MOST_ROWS); row--) {
    const pairs = pairsIn(grid, row, Math.max(0, block.left - 1), block.right);
    if (pairs === undefined) break;
    if (pairs.length === 0) {
      if (grid.at(row, block.left) === undefined && ++gap > 1) break;
      continue;
    }
    const names = pairs.filter(({ meaning, value }) => meaning === "name" && value !== undefined);
    // Two names are two cards, or a form's list of them.
    if (names.length > 1 || (isNamed && names.length > 0) || (isNamed && row < top - 1)) break;
    isNamed ||= names.length === 1;
    rows.push(pairs);
    top = row;
  }
  if (!isNamed) return headingNameOf(grid, block);
  const pairs = rows.reverse().flat();
  const seen = new Set<LabelMeaning>();
  const fixed = pairs.flatMap(({ label, meaning, strength, value }) => {
    if (seen.has(meaning) || (value === undefined && !FIGURES.has(meaning))) return [];
    seen.add(meaning);
    return [fixedColumn(grid, label, value ?? placeBeside(label), [{ meaning, strength: Math.max(strength, 2) }])];
  });
  const cells = pairs.flatMap(({ label, value }) => (value === undefined ? [label] : [label, value]));
  return { top, left: Math.min(...cells.map(({ column }) => column)), right: Math.max(...cells.map(({ right }) => right)), columns: fixed };
}

/** A header without the lines of a card's head, KPI | 新規就農者数 | 単位 | 人, that look like groups over its figures. */
export function withoutHead(grid: Grid, found: HeaderBlock): HeaderBlock {
  let block = found;
  while (block.top < block.bottom) {
    const rest = { ...block, top: block.top + 1 };
    const pairs = pairsIn(grid, block.top, Math.max(0, block.left - 1), block.right) ?? [];
    const arePairs = pairs.length > 0 && pairs.every(({ label, value }) => value !== undefined && label.bottom === block.top && value.bottom === block.top);
    if (!arePairs || !holdsFiguresAlone(headerColumns(grid, rest))) break;
    block = rest;
  }
  return withoutUnitPair(grid, block);
}

/** 単位 | 千人 right over 区分 | 基準値 | R6 is a line of the card's head, though a unit may stand in a header. */
function withoutUnitPair(grid: Grid, block: HeaderBlock): HeaderBlock {
  if (grid.isTransposed || block.top === block.bottom) return block;
  const [label, value, ...more] = grid.cellsIn(block.top, block.left, block.right);
  if (label === undefined || value === undefined || more.length > 0 || value.column !== label.right + 1) return block;
  const isPair = grid.label(label.text).candidates[0]?.meaning === "unit" && unitOf(value.text) !== null;
  const isOwnLine = label.bottom === block.top && value.bottom === block.top && grid.own(block.top + 1, label.column) !== undefined;
  return isPair && isOwnLine ? { ...block, top: block.top + 1 } : block;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function placeBeside({ row, right }: GridCell): Place {
  return { row, column: right + 1 };
}

/** （1）新規創業数 right over 基準値 | R6 | R7 | 目標値: the heading names what the one line of figures measures. */
function headingNameOf(grid: Grid, block: HeaderBlock): CardHead | undefined {
  const [only, ...more] = grid.cellsOf(block.top - 1).filter((cell) => !isCaption(cell.text));
  if (only === undefined || more.length > 0 || typeof only.cell.value !== "string" || only.column > block.left + 1) return undefined;
  const text = tidyLabel(only.text);
  const isName = text.length <= LONGEST_NAME && !isNote(text) && !/。$/u.test(text) && !IS_DOCUMENT.test(text) && parsePeriod(text) === undefined;
  const bare = text.replace(/^[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}A-Za-z]+/u, "");
  if (!isName || bare === "" || grid.label(bare).candidates.some(({ strength }) => strength >= 1)) return undefined;
  return { top: only.row, left: block.left, right: block.right, columns: [fixedColumn(grid, only, only, [{ meaning: "name", strength: 3 }])] };
}

const LONGEST_NAME = 40;
/** What a sheet or a part of a plan is called, and no indicator is. */
const IS_DOCUMENT = /一覧|進捗|状況|管理|について|様式|シート|調書|基本目標|基本方針|施策|政策|戦略|計画|プロジェクト|推移|目標$|指標$|KPI$|概要|実績$|結果$|評価$/iu;

/** A column whose value stands in one cell and holds for every line. */
function fixedColumn(grid: Grid, label: GridCell, fixed: Place, candidates: HeaderColumn["candidates"]): HeaderColumn {
  const parsed = grid.label(label.text);
  return {
    column: BEFORE_ALL,
    at: label,
    header: tidyLabel(label.text),
    path: [label],
    labels: [parsed],
    period: candidates[0]?.meaning === "name" ? null : (parsed.periods.at(-1) ?? null),
    unit: parsed.unit,
    unitColumn: null,
    half: null,
    viewpoint: parsed.viewpoint,
    tier: parsed.tier,
    candidates,
    isBareYear: false,
    group: "",
    fixed: { row: fixed.row, column: fixed.column },
  };
}

/** A fixed column stands before all columns of its table. */
const BEFORE_ALL = -1;

/** What is known of a fixed column's content: its one value, which needs no voting. */
export function fixedProfile(grid: Grid, { fixed, candidates }: HeaderColumn): ColumnProfile {
  const text = fixed === undefined ? "" : grid.textAt(fixed.row, fixed.column);
  const isFigure = FIGURES.has(candidates[0]?.meaning ?? "other");
  return isBlankText(text) ? EMPTY_PROFILE : { ...EMPTY_PROFILE, filled: 1, figures: isFigure ? 1 : 0, averageLength: text.length };
}

/** Whether the lines below a card's labels are about the one KPI: one line, a line a year, or one group of lines. */
export function isOneCard(grid: Grid, { left, right }: HeaderBlock, { kind, columns }: Reading, lines: readonly TableLine[]): boolean {
  if (kind === "indicator-rows") return true;
  if (kind !== "indicators") return false;
  const [only, ...more] = lines.filter(({ role }) => role === "item");
  if (more.length > 0) return columns.some(({ meaning }) => meaning === "line-year");
  // 備考 | … is the next line of a form.
  const first = only === undefined ? undefined : grid.cellsIn(only.index, left, right)[0];
  return first !== undefined && labelMeaning(grid, first) === undefined;
}
