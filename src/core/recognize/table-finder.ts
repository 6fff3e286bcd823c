import type { FieldName, TableLine } from "../model";
import { overlaps, type Region } from "../sheet/region";
import { bodyLines } from "./body-lines";
import { candidateOf, type Candidate } from "./candidates";
import { cardHeadOf, fixedProfile, isOneCard, withoutHead, type CardHead } from "./cards";
import type { HeaderColumn } from "./columns";
import type { Grid, GridCell } from "./grid";
import { growHeader, sideLabelOf, type HeaderBlock } from "./header-blocks";
import { isInstruction } from "./header-cells";
import { narrowSeedsOf, seedsOf, type HeaderSeed } from "./header-seeds";
import { lineNamesOf, takesLines } from "./line-names";
import { readColumns, type Reading } from "./meanings";
import { spans } from "./open-rows";
import { withPairs } from "./pair-columns";
import { profileColumn } from "./profiles";
import type { RecognizedTable } from "./recognized";
import { split, type Side } from "./side-by-side";
import { behindGroups, behindNumbers, withUnitBeside, withUnlabelled } from "./unlabelled-columns";

const NOTHING_TOLD: ToldHeaders = { headers: [], fields: [] };

/** What a person has told us of a sheet, in the grid's own places. */
export interface ToldHeaders {
  readonly headers: readonly Region[];
  readonly fields: readonly { readonly row: number; readonly column: number; readonly field: FieldName }[];
}

interface Finding {
  readonly block: HeaderBlock;
  readonly bottom: number;
  readonly lines: readonly TableLine[];
  readonly reading: Reading;
  readonly lineNames: readonly string[] | null;
  /** The labels and values over a card for one KPI, which belong to its table. */
  readonly head: CardHead | undefined;
}

/** Finds the tables whose labels stand in rows of the grid, from top to bottom. `claimed` is in the grid's places. */
export function findTables(grid: Grid, told: ToldHeaders, claimed: readonly Region[]): readonly RecognizedTable[] {
  const used = grid.used;
  if (used === undefined) return [];
  const taken: Region[] = [...claimed];
  const found: Finding[] = [];
  const take = (finding: Finding | undefined): void => {
    if (finding === undefined) return;
    found.push(finding);
    taken.push(regionOf(finding));
  };
  const readPart = (part: Candidate): Side | undefined => {
    const finding = read(grid, part, NOTHING_TOLD, used.bottom + 1, false);
    return finding === undefined ? undefined : { kind: finding.reading.kind, bottom: finding.bottom };
  };
  for (const block of told.headers) for (const part of split(grid, candidateOf(grid, block), readPart)) take(read(grid, part, told, used.bottom + 1, true));
  for (const seedsIn of [seedsOf, narrowSeedsOf]) {
    for (let row = nextOpen(grid, used, used.top, taken); row <= used.bottom; row = nextOpen(grid, used, row + 1, taken)) {
      for (const seed of seedsIn(grid, row)) {
        if (taken.some((region) => overlaps(region, seedRegion(seed)))) continue;
        const whole = candidateOf(grid, withoutHead(grid, growHeader(grid, seed)));
        for (const part of split(grid, whole, readPart)) {
          if (taken.some((region) => overlaps(region, part.block))) continue;
          take(read(grid, part, told, nextClaim(taken, part.block, used.bottom + 1), false));
        }
      }
    }
  }
  return found.map((finding) => toTable(grid, finding));
}

/** The next row, from one on, that is not covered. */
function nextOpen(grid: Grid, used: Region, from: number, taken: readonly Region[]): number {
  let row = from;
  while (row <= used.bottom) {
    const crossing = taken.filter((region) => row >= region.top && row <= region.bottom);
    const across = crossing.find((region) => spans(region, used));
    if (across !== undefined) row = across.bottom + 1;
    else if (isCovered(grid, row, crossing)) row++;
    else break;
  }
  return row;
}

/** Lines of a table that was found need no second look, unless something stands beside it. */
function isCovered(grid: Grid, row: number, crossing: readonly Region[]): boolean {
  if (grid.isRowWithin(row, crossing)) return true;
  const cells = grid.cellsOf(row);
  const first = cells[0];
  const last = cells.at(-1);
  if (first === undefined || last === undefined) return true;
  return crossing.some((region) => first.column >= region.left && last.column <= region.right);
}

function seedRegion(seed: HeaderSeed): Region {
  return { top: seed.row, bottom: seed.row, left: seed.left, right: seed.right };
}

function nextClaim(taken: readonly Region[], block: HeaderBlock, end: number): number {
  const below = taken.filter((region) => region.top > block.bottom && region.left <= block.right && block.left <= region.right);
  return Math.min(end, ...below.map(({ top }) => top));
}

function toldFields(told: ToldHeaders, columns: readonly HeaderColumn[], block: HeaderBlock): ReadonlyMap<number, FieldName> {
  const fields = new Map<number, FieldName>();
  for (const { row, column, field } of told.fields) {
    if (row < block.top || row > block.bottom) continue;
    const heads = columns.find((one) => one.column === column || (one.at !== undefined && one.at.column <= column && column <= one.at.right));
    if (heads !== undefined) fields.set(heads.column, field);
  }
  return fields;
}

function read(grid: Grid, part: Candidate, told: ToldHeaders, end: number, isTold: boolean): Finding | undefined {
  const labelled = part.columns;
  if (labelled.length < 2 && !isTold) return undefined;
  const stop = Math.min(end, (sideLabelOf(grid, part.block)?.bottom ?? Infinity) + 1);
  const { bottom, lines } = bodyLines(grid, part.block, labelled, stop);
  if (!lines.some(({ role }) => role === "item")) return undefined;
  const { block: whole, columns: complete } = withUnlabelled(grid, { ...part, columns: behindGroups(grid, behindNumbers(grid, labelled, lines), lines) }, lines);
  const own = withoutTitles(grid, withPairs(grid, complete, lines), lines).map((column) => withUnitBeside(grid, column, complete, lines));
  const block = grid.isTransposed ? { ...whole, left: own[0]?.column ?? whole.left } : whole;
  const head = isTold ? undefined : cardHeadOf(grid, block, own);
  const columns = head === undefined ? own : [...head.columns, ...own];
  const profiles = columns.map((column) => (column.fixed === undefined ? profileColumn(grid, column, lines) : fixedProfile(grid, column)));
  const hasHeadingName = grid.cellsIn(block.top - 1, block.left, block.right).length === 1;
  const lineNames = grid.isTransposed ? undefined : lineNamesOf(grid, part.block);
  const names = columns.find(({ candidates }) => candidates[0]?.meaning === "name" && candidates[0].strength >= 2);
  const hasLineNames = lineNames !== undefined && names !== undefined && takesLines(grid, names.column, lines, lineNames.length);
  const reading = readColumns(columns, profiles, toldFields(told, columns, block), { hasHeadingName, hasLineNames });
  // 【成果指標】 under the head of a sheet is a heading, and ＫＰＩ | 12 a line of a glossary: read the other way round, they would name nothing, or numbers.
  if (grid.isTransposed && reading?.kind === "indicators" && reading.columns.every(({ meaning, profile: { filled, figures } }) => meaning !== "name" || filled === 0 || figures === 1)) return undefined;
  if (grid.isTransposed && reading?.kind === "indicators" && isProse(reading)) return undefined;
  if (grid.isTransposed && reading?.kind === "work-items" && (isHeadOfSheet(reading, lines) || tellsHowToFillIn(grid, reading, lines))) return undefined;
  if (reading === undefined || (!isTold && isLabelColumn(grid, own[0], lines, reading))) return undefined;
  if (head !== undefined && !isOneCard(grid, block, reading, lines)) return undefined;
  return { block, bottom, lines, reading, lineNames: hasLineNames ? lineNames : null, head };
}

/** 水道事業 経営指標 over 項目 | 有収率: read the other way round, the title of a sheet stands before the labels and over nothing. */
function withoutTitles(grid: Grid, columns: readonly HeaderColumn[], lines: readonly TableLine[]): readonly HeaderColumn[] {
  if (!grid.isTransposed) return columns;
  const first = columns.findIndex(({ column }) => lines.some(({ index, role }) => role === "item" && grid.peekAt(index, column) !== undefined));
  const rest = first > 0 ? columns.slice(first) : columns;
  return rest.some(({ candidates }) => candidates.some(({ meaning }) => meaning === "name" || meaning === "title")) ? rest : columns;
}

/** 業務名 | 業務の名称を記入してください。: no 業務 is called that. */
function tellsHowToFillIn(grid: Grid, { columns }: Reading, lines: readonly TableLine[]): boolean {
  const title = columns.find(({ meaning }) => meaning === "title");
  return title !== undefined && lines.every(({ index, role }) => role !== "item" || isInstruction(grid.textAt(index, title.column)));
}

/** 基本目標 | 産業 over 主管課 | 観光課: one value a label and no name of a 業務 among them is the head of a sheet, or of 起案. */
function isHeadOfSheet({ columns }: Reading, lines: readonly TableLine[]): boolean {
  const isNamed = columns.some(({ candidates, profile }) => profile.filled > 0 && candidates.some(({ meaning, strength }) => meaning === "title" && strength >= 2));
  const foreign = columns.filter(({ labels }) => labels.at(-1)?.isForeign === true).length;
  return foreign > 1 || (!isNamed && lines.filter(({ role }) => role === "item").length === 1);
}

/** 目標値 | 計画に定めた目標値を記入してください。: what labels mean, explained; no figures. */
function isProse({ columns }: Reading): boolean {
  const figures = columns.filter(({ meaning, profile }) => (meaning === "target" || meaning === "actual" || meaning === "baseline") && profile.filled > 0);
  return figures.length > 0 && figures.every(({ profile }) => profile.figures === 0 && profile.averageLength > LONGEST_MILESTONE);
}

const LONGEST_MILESTONE = 15;

/** So many cells of a column tell whether it holds labels. */
const LABEL_SAMPLE = 20;

/** 基準値, 目標値, 担当課 down the first column: the labels stand there, and the table is to be read the other way round. */
function isLabelColumn(grid: Grid, first: HeaderColumn | undefined, lines: readonly TableLine[], reading: Reading): boolean {
  if (first === undefined || grid.isTransposed || reading.kind === "indicator-rows") return false;
  const cells: GridCell[] = [];
  for (const { index, role } of lines) {
    const cell = role === "item" ? grid.own(index, first.column) : undefined;
    if (cell !== undefined) cells.push(cell);
    if (cells.length === LABEL_SAMPLE) break;
  }
  const labels = cells.filter((cell) => typeof cell.cell.value === "string" && (grid.label(cell.text).candidates[0]?.strength ?? 0) >= 2);
  const kinds = new Set(labels.map((cell) => grid.label(cell.text).candidates[0]?.meaning));
  return kinds.size >= 2 && labels.length * 5 >= cells.length * 3;
}

function regionOf({ block, bottom, head }: Finding): Region {
  if (head === undefined) return { ...block, bottom };
  return { top: head.top, left: Math.min(head.left, block.left), bottom, right: Math.max(head.right, block.right) };
}

function toTable(grid: Grid, finding: Finding): RecognizedTable {
  const { block, lines, reading } = finding;
  return {
    kind: reading.kind,
    orientation: reading.kind === "indicator-rows" ? "row-groups" : grid.isTransposed ? "columns" : "rows",
    grid,
    labelGrid: grid,
    header: block,
    lines,
    columns: reading.columns,
    region: grid.regionOf(regionOf(finding)),
    headings: [],
    head: {},
    captionUnit: null,
    lineNames: finding.lineNames,
    evidence: reading.evidence,
  };
}
