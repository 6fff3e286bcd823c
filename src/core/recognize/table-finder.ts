import type { FieldName, TableKind, TableLine } from "../model";
import { overlaps, type Region } from "../sheet/region";
import { RegionRows } from "../sheet/region-rows";
import { findPeriods, parsePeriod, squash, unitFromCaption } from "../text";
import { bodyLines, looksLikeHeading } from "./body-lines";
import { headerColumns, type HeaderColumn } from "./columns";
import type { Grid, GridCell } from "./grid";
import { fitHeader, growHeader, narrowSeedsOf, seedsOf, type HeaderBlock, type HeaderSeed } from "./header-blocks";
import { SheetHeadings } from "./headings";
import { readColumns, type ReadColumn, type Reading } from "./meanings";
import { spans } from "./open-rows";
import { unitOf } from "./label";
import { lineNamesOf, takesLines } from "./line-names";
import { profileColumn } from "./profiles";
import type { RecognizedTable } from "./recognized";
import type { LabelMeaning } from "./label-dictionary";

/** What a person has told us of a sheet, in the grid's own places. */
export interface ToldHeaders {
  readonly headers: readonly Region[];
  readonly fields: readonly { readonly row: number; readonly column: number; readonly field: FieldName }[];
}

interface Candidate {
  readonly block: HeaderBlock;
  readonly columns: readonly HeaderColumn[];
}

interface Finding {
  readonly block: HeaderBlock;
  readonly bottom: number;
  readonly lines: readonly TableLine[];
  readonly reading: Reading;
  readonly lineNames: readonly string[] | null;
}

const REPEATED_KEYS: ReadonlySet<LabelMeaning> = new Set(["name", "title", "edition", "from", "body", "no"]);

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
  for (const block of told.headers) for (const part of split(grid, candidateOf(grid, block))) take(read(grid, part, told, used.bottom + 1, true));
  for (const seedsIn of [seedsOf, narrowSeedsOf]) {
    for (let row = nextOpen(grid, used, used.top, taken); row <= used.bottom; row = nextOpen(grid, used, row + 1, taken)) {
      for (const seed of seedsIn(grid, row)) {
        if (taken.some((region) => overlaps(region, seedRegion(seed)))) continue;
        const whole = candidateOf(grid, growHeader(grid, seed));
        for (const part of split(grid, whole)) {
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

function candidateOf(grid: Grid, block: HeaderBlock): Candidate {
  return { block, columns: headerColumns(grid, block) };
}

function endOf(column: HeaderColumn): number {
  return column.at?.right ?? column.column;
}

/** Labels that begin a table. Within one frame 活動指標 and 成果指標 may stand side by side; behind an empty column they are two. */
function keysOf(columns: readonly HeaderColumn[], hasGap: boolean): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { candidates, viewpoint, tier, group } of columns) {
    const best = candidates[0];
    if (best !== undefined && best.strength >= 2 && REPEATED_KEYS.has(best.meaning)) keys.add(`${best.meaning}|${String(viewpoint)}|${hasGap ? "" : String(tier)}|${group}`);
  }
  return keys;
}

/**
 * Tables side by side: cut where the same key label begins anew, behind an empty column or with the same labels in the
 * same order, and where both sides read as tables of unlike kinds or under headings of their own.
 */
function split(grid: Grid, found: Candidate): readonly Candidate[] {
  const whole = withoutHeading(grid, found);
  const { block, columns } = whole;
  const readSide = (side: readonly HeaderColumn[], edges: Partial<Region>): Finding | undefined =>
    read(grid, trimmed(grid, { block: { ...block, ...edges }, columns: side }), NOTHING_TOLD, (grid.used?.bottom ?? 0) + 1, false);
  for (let i = 1; i < columns.length; i++) {
    const left = columns.slice(0, i);
    const right = grid.isTransposed ? behindHeading(columns.slice(i)) : columns.slice(i);
    const first = right[0];
    const last = left.at(-1);
    if (first === undefined || last === undefined) continue;
    const hasGap = first.column > endOf(last) + 1;
    const isUnlike = (): boolean => {
      const one = readSide(left, { right: endOf(last) });
      const other = one === undefined ? undefined : readSide(right, { left: first.column });
      if (one === undefined || other === undefined) return false;
      if (FAMILY[one.reading.kind] !== FAMILY[other.reading.kind]) return true;
      // A list with numbers of its own goes on where the other has ended.
      if (one.reading.kind !== other.reading.kind && first.candidates[0]?.meaning === "no" && one.bottom !== other.bottom) return true;
      return hasHeadingOver(grid, block, block.left, endOf(last)) && hasHeadingOver(grid, block, first.column, block.right);
    };
    if (!isCut(left, right, hasGap) && !(hasGap && beginsTable(right) && isUnlike())) continue;
    const rest = { block: { ...block, left: first.column }, columns: right };
    return [{ block: { ...block, right: endOf(last) }, columns: left }, ...split(grid, rest)].map((part) => trimmed(grid, part));
  }
  return [whole];
}

/** One text alone over a side of a header, or in its first row with the side's labels below: the side is a table by itself. */
function hasHeadingOver(grid: Grid, block: HeaderBlock, left: number, right: number): boolean {
  return [block.top - 1, block.top].some((row) => {
    const [cell, ...more] = row < 0 ? [] : grid.cellsIn(row, left, right);
    return cell !== undefined && more.length === 0 && cell.column === left && typeof cell.cell.value === "string" && (row < block.top || cell.bottom < block.bottom);
  });
}

/** Cards below each other, each under a heading of its own: read the other way round, the heading is no label of a card. */
function withoutHeading(grid: Grid, whole: Candidate): Candidate {
  if (!grid.isTransposed) return whole;
  const columns = behindHeading(whole.columns);
  const first = columns[0];
  return first === undefined || columns.length === whole.columns.length ? whole : { block: { ...whole.block, left: first.column }, columns };
}

function behindHeading(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const first = columns.findIndex(({ candidates, at }) => candidates.length > 0 || at === undefined || !looksLikeHeading(at.text));
  return first < 0 ? columns : columns.slice(first);
}

/** Kinds that may stand in one frame are one family; a history of revisions beside a list of bodies is two tables. */
const FAMILY: Readonly<Record<TableKind, string>> = {
  indicators: "plan",
  "work-items": "plan",
  "indicator-rows": "plan",
  form: "plan",
  measures: "plan",
  revisions: "revisions",
  "logic-links": "links",
  bodies: "bodies",
};
const NOTHING_TOLD: ToldHeaders = { headers: [], fields: [] };

function has(columns: readonly HeaderColumn[], meaning: LabelMeaning): boolean {
  return columns.some(({ candidates }) => candidates[0]?.meaning === meaning && candidates[0].strength >= 2);
}

const OPENING: ReadonlySet<LabelMeaning> = new Set([...REPEATED_KEYS, "policy", "program", "theme", "reformArea", "id"]);

/** Whether a run of labels can be the left end of a table: a key or a category, with a key not far behind. */
function beginsTable(columns: readonly HeaderColumn[]): boolean {
  const first = columns[0]?.candidates[0];
  return first !== undefined && OPENING.has(first.meaning) && keysOf(columns.slice(0, 4), true).size > 0;
}

function isCut(left: readonly HeaderColumn[], right: readonly HeaderColumn[], hasGap: boolean): boolean {
  const keys = keysOf(left, hasGap);
  const repeated = [...keysOf(right, hasGap)].some((key) => keys.has(key));
  const leafText = (column: HeaderColumn | undefined): string => squash(column?.at?.text ?? "");
  const sameLabels = left.length >= 2 && left.every((column, index) => leafText(right[index]) === leafText(column));
  const isWhole = left.some(({ candidates }) => candidates[0] !== undefined && candidates[0].strength >= 2 && REPEATED_KEYS.has(candidates[0].meaning));
  if (sameLabels && (repeated || (hasGap && isWhole && left.every(({ viewpoint }) => viewpoint === null)))) return true;
  if (!hasGap) return false;
  // 活動指標 and, behind a spacer, 成果指標 of the same 取組: the right side has no items of its own.
  if (has(left, "title") && !has(right, "title") && !has(right, "no")) return false;
  return repeated && beginsTable(right);
}

function isHeadingRow(grid: Grid, block: HeaderBlock, row: number): boolean {
  const [cell, ...more] = grid.cellsIn(row, block.left, block.right);
  return cell !== undefined && more.length === 0 && cell.bottom === row && cell.column === block.left && cell.right >= block.right && block.right > block.left;
}

/** A side's own header may be less tall than the whole's, and a label across all of it is its heading. */
function trimmed(grid: Grid, part: Candidate): Candidate {
  let { top } = part.block;
  while (top < part.block.bottom && (grid.cellsIn(top, part.block.left, part.block.right).length === 0 || isHeadingRow(grid, part.block, top))) top++;
  const block = fitHeader(grid, { ...part.block, top });
  const columns = headerColumns(grid, block);
  // One text alone that no label joins is a heading too, merged or not.
  return columns.length < 2 && top < part.block.bottom ? trimmed(grid, { ...part, block: { ...part.block, top: top + 1 } }) : { block, columns };
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

function read(grid: Grid, part: Candidate, told: ToldHeaders, stop: number, isTold: boolean): Finding | undefined {
  const labelled = part.columns;
  if (labelled.length < 2 && !isTold) return undefined;
  const { bottom, lines } = bodyLines(grid, part.block, labelled, stop);
  if (!lines.some(({ role }) => role === "item")) return undefined;
  const { block, columns: complete } = withUnlabelled(grid, { ...part, columns: behindNumbers(grid, labelled, lines) }, lines);
  const columns = complete.map((column) => withUnitBeside(grid, column, complete, lines));
  const profiles = columns.map((column) => profileColumn(grid, column, lines));
  const hasHeadingName = grid.cellsIn(block.top - 1, block.left, block.right).length === 1;
  const lineNames = grid.isTransposed ? undefined : lineNamesOf(grid, part.block);
  const names = columns.find(({ candidates }) => candidates[0]?.meaning === "name" && candidates[0].strength >= 2);
  const hasLineNames = lineNames !== undefined && names !== undefined && takesLines(grid, names.column, lines, lineNames.length);
  const reading = readColumns(columns, profiles, toldFields(told, columns, block), { hasHeadingName, hasLineNames });
  // 【成果指標】 under the head of a sheet is a heading: read the other way round, it would name nothing at all.
  if (grid.isTransposed && reading?.kind === "indicators" && reading.columns.every(({ meaning, profile: { filled } }) => meaning !== "name" || filled === 0)) return undefined;
  if (reading === undefined || (!isTold && isLabelColumn(grid, columns[0], lines, reading))) return undefined;
  return { block, bottom, lines, reading, lineNames: hasLineNames ? lineNames : null };
}

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

const EMPTY_COLUMN: Omit<HeaderColumn, "column"> = {
  at: undefined,
  header: "",
  path: [],
  labels: [],
  period: null,
  unit: null,
  unitColumn: null,
  viewpoint: null,
  tier: null,
  candidates: [],
  isBareYear: false,
  group: "",
};

const NAMING: ReadonlySet<LabelMeaning> = new Set(["name", "title", "policy", "program", "theme", "reformArea"]);

/** 施策 over 1 | 防災: what a label names stands right of the numbers that it has in its own column. */
function behindNumbers(grid: Grid, columns: readonly HeaderColumn[], lines: readonly TableLine[]): readonly HeaderColumn[] {
  return columns.map((column, index) => {
    const best = column.candidates[0];
    const next = column.column + 1;
    if (best === undefined || !NAMING.has(best.meaning) || (columns[index + 1]?.column ?? Infinity) <= next) return column;
    if (!lines.some((line) => line.role === "item" && grid.own(line.index, next) !== undefined)) return column;
    const moved = { ...column, column: next };
    const own = profileColumn(grid, column, lines);
    const texts = profileColumn(grid, moved, lines);
    const isNumbered = own.filled > 0 && own.figures >= 0.8 && own.averageLength <= LONGEST_NUMBER && texts.figures < 0.3;
    return isNumbered && texts.filled * 2 > own.filled ? moved : column;
  });
}

const FIGURES: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual"]);

/** 目標値 over 15,000 | 人: the column beside a figure's, under the same label or none, holds nothing but units. */
function withUnitBeside(grid: Grid, column: HeaderColumn, columns: readonly HeaderColumn[], lines: readonly TableLine[]): HeaderColumn {
  const best = column.candidates[0];
  const beside = column.column + 1;
  if (best === undefined || !FIGURES.has(best.meaning) || columns.some((other) => other.column === beside && other.at !== undefined)) return column;
  let units = 0;
  for (const { index, role } of lines) {
    const cell = role === "item" ? grid.own(index, beside) : undefined;
    if (cell === undefined) continue;
    if (typeof cell.cell.value !== "string" || unitOf(cell.text) === null) return column;
    units++;
    if (units === LABEL_SAMPLE) break;
  }
  return units === 0 ? column : { ...column, unitColumn: beside };
}

/** 12, 1-2-3: no longer than this is a number that leads a name. */
const LONGEST_NUMBER = 6;

/** Columns of the frame that hold data under no label: the names of a group's lines, a category to the left. */
function withUnlabelled(grid: Grid, part: Candidate, lines: readonly TableLine[]): Candidate {
  const items = lines.filter(({ role }) => role === "item").slice(0, 60);
  const fill = (column: number): number => items.filter(({ index }) => grid.own(index, column) !== undefined).length / Math.max(1, items.length);
  const extra: HeaderColumn[] = [];
  const covered = (column: number): boolean => part.columns.some((one) => column >= Math.min(one.column, one.at?.column ?? one.column) && column <= Math.max(one.column, endOf(one)));
  for (let column = part.block.left; column <= part.block.right; column++) {
    if (!covered(column) && fill(column) > 0.3) extra.push({ ...EMPTY_COLUMN, column });
  }
  let { left } = part.block;
  // Names under no label, right beside the frame or behind one empty column.
  const step = (grid.isTransposed ? [1] : [1, 2]).find((distance) => left >= distance && fill(left - distance) >= 0.6 && (distance === 1 || fill(left - 1) === 0));
  if (step !== undefined && !hasLabels(grid, part.block, left - step - 1, left - 1)) {
    left -= step;
    extra.push({ ...EMPTY_COLUMN, column: left });
  }
  return {
    block: { ...part.block, left },
    columns: [...part.columns, ...extra].sort((a, b) => a.column - b.column),
  };
}

function hasLabels(grid: Grid, block: HeaderBlock, left: number, right: number): boolean {
  for (let row = block.top; row <= block.bottom; row++) if (grid.cellsIn(row, left, right).length > 0) return true;
  return false;
}

function regionOf({ block, bottom }: Finding): Region {
  return { ...block, bottom };
}

function toTable(grid: Grid, finding: Finding): RecognizedTable {
  const { block, lines, reading } = finding;
  return {
    kind: reading.kind,
    orientation: reading.kind === "indicator-rows" ? "row-groups" : grid.isTransposed ? "columns" : "rows",
    grid,
    header: block,
    lines,
    columns: reading.columns,
    region: grid.regionOf(regionOf(finding)),
    headings: [],
    captionUnit: null,
    lineNames: finding.lineNames,
    evidence: reading.evidence,
  };
}

/** Adds what stands around the tables: headings in force and （単位：…）. `grid` is the sheet as it lies. */
export function withSurroundings(grid: Grid, tables: readonly RecognizedTable[]): readonly RecognizedTable[] {
  const regions = tables.map(({ region }) => region);
  const sheetHeadings = new SheetHeadings(grid, regions);
  const tableRows = new RegionRows(regions);
  return tables.map((table) => {
    const headings = sheetHeadings.above(table.region);
    return {
      ...table,
      headings,
      captionUnit: captionUnit(grid, table.region, tableRows),
      columns: table.kind === "indicator-rows" ? table.columns : withHeadingYear(table.columns, headings),
    };
  });
}

/**
 * 「令和6年度 達成状況」 over a table whose 実績値 names no year: the heading says which year it is. A heading that is a
 * year and nothing else (a block for each year) says it of the targets too.
 */
function withHeadingYear(columns: readonly ReadColumn[], headings: readonly string[]): readonly ReadColumn[] {
  const yearly = columns.filter(({ meaning }) => meaning === "actual" || meaning === "target");
  if (yearly.some(({ period }) => period !== null) || columns.filter(({ meaning }) => meaning === "actual").length > 1) return columns;
  for (const heading of [...headings].reverse()) {
    const [only, ...more] = findPeriods(squash(heading)).filter(({ period }) => period.kind !== "date");
    if (only === undefined) continue;
    const isYear = parsePeriod(heading) !== undefined;
    if (more.length > 0 || (!isYear && !/実績|達成|進捗|結果|評価/u.test(heading))) return columns;
    return columns.map((column) => (column.meaning === "actual" || (isYear && column.meaning === "target") ? { ...column, period: only.period } : column));
  }
  return columns;
}

/** How far above a table its （単位：…） may stand. */
const CAPTION_REACH = 3;

function captionUnit(grid: Grid, block: Region, tableRows: RegionRows): string | null {
  for (let row = block.top; row >= Math.max(0, block.top - CAPTION_REACH); row--) {
    if (tableRows.crossing(row).some((other) => other !== block && other.left <= block.right && block.left <= other.right)) return null;
    for (const cell of grid.cellsOf(row)) {
      if (row === block.top && cell.column <= block.right && cell.column >= block.left) continue;
      const isOver = cell.column >= block.left - 1 && cell.column <= block.right + 2;
      const unit = isOver ? unitFromCaption(cell.text) : undefined;
      if (unit !== undefined) return unit;
    }
  }
  return null;
}
