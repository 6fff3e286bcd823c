import { contains, overlaps, type Region } from "../sheet/region";
import { squash } from "../text";
import { bandsOf, tablesIn } from "./form-bands";
import { labelMeaning, pairsOf } from "./form-pairs";
import type { Grid } from "./grid";
import { isInstruction } from "./header-cells";
import { SheetHeadings } from "./headings";
import type { LabelMeaning } from "./label-dictionary";
import { openRows } from "./open-rows";
import type { FormPair, RecognizedForm } from "./recognized";

/** A form without the name of its 業務 and two more of these is some other form. */
const PROOF: ReadonlySet<LabelMeaning> = new Set(["reformArea", "policy", "program", "theme", "summary", "division", "status", "schedule", "name", "target"]);
const ENOUGH_PROOF = 2;

function isTitle(pair: FormPair): boolean {
  return pair.meaning === "title" && (pair.label.candidates[0]?.strength ?? 0) >= 2;
}

/** Where each form of a sheet begins: forms below each other repeat the labels that stand before the name of the 業務. */
function startsOf(grid: Grid, pairs: readonly FormPair[]): readonly FormPair[] {
  const isNamed = (pair: FormPair): boolean => {
    const value = isTitle(pair) ? (pair.inline ?? grid.textAt(pair.valueAt.row, pair.valueAt.column)) : "";
    return value !== "" && !isInstruction(value);
  };
  const first = pairs.findIndex(isNamed);
  const title = pairs[first];
  if (title === undefined) return [];
  const before = pairs.slice(0, first);
  return pairs.flatMap((pair, index) => {
    if (!isNamed(pair) || squash(pair.header) !== squash(title.header)) return [];
    let lead = pair;
    for (let back = 1; back <= before.length; back++) {
      const candidate = pairs[index - back];
      if (candidate === undefined || squash(candidate.header) !== squash(before[first - back]?.header ?? "")) break;
      lead = candidate;
    }
    return [lead];
  });
}

/**
 * 業務名 | 電子申請 | 窓口予約: several values behind one label, the name's too, make no 個票 but a table whose labels stand in
 * a column.
 */
function isTable(grid: Grid, pairs: readonly FormPair[], start: FormPair): boolean {
  const isFollowed = ({ valueAt, inline }: FormPair): boolean => {
    const value = inline === null ? grid.at(valueAt.row, valueAt.column) : undefined;
    const next = value === undefined ? undefined : grid.at(valueAt.row, value.right + 1);
    return next !== undefined && labelMeaning(grid, next) === undefined;
  };
  const title = pairs.slice(pairs.indexOf(start)).find(isTitle);
  return title !== undefined && isFollowed(title) && pairs.filter(isFollowed).length * 3 >= pairs.length * 2;
}

function lastFilledRow(grid: Grid, { left, right }: Region, from: number, to: number): number {
  let row = to;
  while (row > from && grid.cellsIn(row, left, right).length === 0) row--;
  return row;
}

interface ForeignWord {
  readonly row: number;
  readonly column: number;
  readonly word: string;
}

/** Words of other people's forms: 款, 項, 契約金額, 申込. */
function foreignWords(grid: Grid, tables: readonly Region[]): readonly ForeignWord[] {
  const words: ForeignWord[] = [];
  for (const { row } of openRows(grid, tables)) {
    for (const cell of grid.cellsOf(row)) {
      const label = typeof cell.cell.value === "string" ? grid.label(cell.text) : undefined;
      if (label?.isForeign === true) words.push({ row, column: cell.column, word: label.core });
    }
  }
  return words;
}

/** How many of them stand in a form, each counted once. */
function countWithin(words: readonly ForeignWord[], region: Region): number {
  return new Set(words.filter(({ row, column }) => contains(region, row, column)).map(({ word }) => word)).size;
}

/** 個票 of a sheet: one, or several below or beside each other. */
export function findForms(grid: Grid, tables: readonly Region[]): readonly RecognizedForm[] {
  const used = grid.used;
  if (used === undefined) return [];
  const pairs = pairsOf(grid, tables);
  const bands = bandsOf(grid, used, pairs, isTitle);
  const isWhole = bands.length === 1;
  if (isWhole && startsOf(grid, pairs).length === 0) return indicatorLines(grid, pairs, tables);
  const foreign = foreignWords(grid, tables);
  const forms = isWhole
    ? formsIn(grid, used, pairs, tables, foreign, isWhole)
    : bands
        .flatMap((band) => formsIn(grid, band, pairs.filter(({ labelAt }) => contains(band, labelAt.row, labelAt.column)), tablesIn(band, tables), foreign, isWhole))
        .sort((a, b) => a.top - b.top || a.region.left - b.region.left);
  const headings = new SheetHeadings(grid, isWhole ? tables : [...tables, ...forms.map(({ region }) => region)]);
  return forms.map(({ region, pairs: own, top }) => ({
    kind: "form",
    grid,
    region,
    pairs: own,
    headings: headings.above({ ...region, top }),
    evidence: [`項目名と値の組が ${String(own.length)}`],
  }));
}

/** A form and the row of its first label. */
interface Found {
  readonly region: Region;
  readonly pairs: readonly FormPair[];
  readonly top: number;
}

/** 個票 below each other in a part of a sheet. */
function formsIn(grid: Grid, band: Region, pairs: readonly FormPair[], tables: readonly Region[], foreign: readonly ForeignWord[], isWhole: boolean): readonly Found[] {
  const starts = startsOf(grid, pairs);
  const isAlone = isWhole && starts.length === 1;
  return starts.flatMap((start, index) => {
    const next = starts[index + 1];
    const top = isAlone ? band.top : start.labelAt.row;
    // A heading between two forms belongs to the lower one.
    const last = next === undefined ? band.bottom : Math.max(lastPairRow(pairs, next) ?? next.labelAt.row - 1, ...tables.filter((table) => table.top >= top && table.bottom < next.labelAt.row).map((table) => table.bottom));
    const bottom = next === undefined && isWhole ? last : lastFilledRow(grid, band, top, last);
    const region = isAlone ? band : { ...band, top, bottom };
    const own = pairs.filter(({ labelAt }) => labelAt.row >= top && labelAt.row <= bottom);
    const proof = new Set(own.filter(({ meaning }) => PROOF.has(meaning)).map(({ meaning }) => meaning));
    if (proof.size < ENOUGH_PROOF || isTable(grid, own, start) || countWithin(foreign, region) > proof.size) return [];
    return [{ region, pairs: own, top: start.labelAt.row }];
  });
}

/** KPI① | 創業件数 | 基準値 | 5件 | 目標値 | 30件: an indicator a line, with no 業務 that they belong to. */
function indicatorLines(grid: Grid, pairs: readonly FormPair[], tables: readonly Region[]): readonly RecognizedForm[] {
  const lines = new Map<number, FormPair[]>();
  for (const pair of pairs) lines.set(pair.labelAt.row, [...(lines.get(pair.labelAt.row) ?? []), pair]);
  const isBeside = ({ labelAt, valueAt, inline }: FormPair): boolean => inline !== null || labelAt.row === valueAt.row;
  const rows = [...lines].filter(([, [first, ...rest]]) => first?.meaning === "name" && isBeside(first) && rest.some((pair) => pair.meaning === "target" && isBeside(pair))).map(([row]) => row);
  const top = rows[0];
  const bottom = rows.at(-1);
  if (top === undefined || bottom === undefined || rows.length < 2) return [];
  const leading = lines.has(top - 1) ? top - 1 : top;
  const own = pairs.filter(({ labelAt }) => labelAt.row >= leading && labelAt.row <= bottom);
  const columns = own.flatMap(({ labelAt, valueAt }) => [labelAt.column, valueAt.column]);
  const region = { top: leading, bottom, left: Math.min(...columns), right: Math.max(...columns) };
  if (tables.some((table) => overlaps(table, region))) return [];
  return [{ kind: "form", grid, region, pairs: own, headings: new SheetHeadings(grid, [...tables, region]).above(region), evidence: [`指標の行が ${String(rows.length)}`] }];
}

/** The last row that the pairs before a form take. */
function lastPairRow(pairs: readonly FormPair[], next: FormPair): number | undefined {
  const before = pairs.slice(0, pairs.indexOf(next)).map(({ labelAt, valueAt }) => Math.max(labelAt.row, valueAt.row));
  return before.length === 0 ? undefined : Math.max(...before);
}
