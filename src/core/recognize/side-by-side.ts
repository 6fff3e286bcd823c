import type { TableKind } from "../model";
import type { Region } from "../sheet/region";
import { squash } from "../text";
import { looksLikeHeading } from "./line-kinds";
import { endOf, type Candidate } from "./candidates";
import { headerColumns, type HeaderColumn } from "./columns";
import type { Grid } from "./grid";
import { fitHeader, type HeaderBlock } from "./header-blocks";
import type { LabelMeaning } from "./label-dictionary";

const REPEATED_KEYS: ReadonlySet<LabelMeaning> = new Set(["name", "title", "edition", "from", "body", "no"]);

/** What one side of a header reads as by itself. */
export interface Side {
  readonly kind: TableKind;
  readonly bottom: number;
}

/** Reads a part of a header by itself; undefined if it is no table that we know. */
export type ReadSide = (part: Candidate) => Side | undefined;

/** The key that a column's label begins a table with. Within one frame 活動指標 and 成果指標 may stand side by side; behind an empty column they are two. */
function keyOf({ candidates, viewpoint, tier, group }: HeaderColumn, hasGap: boolean): string | undefined {
  const best = candidates[0];
  if (best === undefined || best.strength < 2 || !REPEATED_KEYS.has(best.meaning)) return undefined;
  return `${best.meaning}|${String(viewpoint)}|${hasGap ? "" : String(tier)}|${group}`;
}

/** Keys that stand on both sides of a cut that moves to the right, one column at a time. */
class SharedKeys {
  private readonly keys: readonly (string | undefined)[];
  private readonly left = new Set<string>();
  private readonly right = new Map<string, number>();
  private shared = 0;

  constructor(columns: readonly HeaderColumn[], hasGap: boolean) {
    this.keys = columns.map((column) => keyOf(column, hasGap));
    for (const key of this.keys) if (key !== undefined) this.right.set(key, (this.right.get(key) ?? 0) + 1);
  }

  /** Column `index` goes from the right side to the left. */
  move(index: number): void {
    const key = this.keys[index];
    if (key === undefined) return;
    const before = this.left.has(key) && (this.right.get(key) ?? 0) > 0;
    this.left.add(key);
    this.right.set(key, (this.right.get(key) ?? 0) - 1);
    const after = (this.right.get(key) ?? 0) > 0;
    this.shared += Number(after) - Number(before);
  }

  get isRepeated(): boolean {
    return this.shared > 0;
  }
}

/** What is to the left and to the right of a cut that moves to the right. */
class Cut {
  private readonly narrow: SharedKeys;
  private readonly wide: SharedKeys;
  private isWhole = false;
  private hasTitleLeft = false;
  private hasFigureLeft = false;
  private hasNoViewpoint = true;
  private titlesRight = 0;
  private numbersRight = 0;

  constructor(private readonly columns: readonly HeaderColumn[]) {
    this.narrow = new SharedKeys(columns, false);
    this.wide = new SharedKeys(columns, true);
    this.titlesRight = columns.filter((column) => is(column, "title")).length;
    this.numbersRight = columns.filter((column) => is(column, "no")).length;
  }

  move(index: number): void {
    const column = this.columns[index];
    if (column === undefined) return;
    this.narrow.move(index);
    this.wide.move(index);
    const best = column.candidates[0];
    this.isWhole ||= best !== undefined && best.strength >= 2 && REPEATED_KEYS.has(best.meaning);
    this.hasNoViewpoint &&= column.viewpoint === null;
    this.hasFigureLeft ||= best !== undefined && best.strength >= 2 && FIGURES.has(best.meaning);
    if (is(column, "title")) {
      this.hasTitleLeft = true;
      this.titlesRight--;
    }
    if (is(column, "no")) this.numbersRight--;
  }

  /** @param at how many columns are on the left; @param right where the right side begins, behind a heading of its own */
  isCut(at: number, right: number, hasGap: boolean): boolean {
    const repeated = (hasGap ? this.wide : this.narrow).isRepeated;
    if (this.hasSameLabels(at, right) && (repeated || (hasGap && this.isWhole && this.hasNoViewpoint))) return true;
    if (!hasGap || !repeated) return false;
    // 活動指標 and, behind a spacer, 成果指標 of the same 取組: the right side has no items of its own.
    if (this.hasTitleLeft && this.titlesRight === 0 && this.numbersRight === 0) return false;
    // 指標 and, behind a spacer, 数値目標: what the one names the other aims at.
    if (!this.hasFigureLeft && offersTarget(this.columns[right])) return false;
    return beginsTable(this.columns, right);
  }

  private hasSameLabels(at: number, right: number): boolean {
    if (at < 2) return false;
    for (let index = 0; index < at; index++) if (leafText(this.columns[right + index]) !== leafText(this.columns[index])) return false;
    return true;
  }
}

const FIGURES: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual"]);

function offersTarget(column: HeaderColumn | undefined): boolean {
  return column?.candidates.some(({ meaning }) => meaning === "target") === true;
}

function leafText(column: HeaderColumn | undefined): string {
  return squash(column?.at?.text ?? "");
}

function is({ candidates }: HeaderColumn, meaning: LabelMeaning): boolean {
  return candidates[0]?.meaning === meaning && candidates[0].strength >= 2;
}

/**
 * Tables side by side: cut where the same key label begins anew, behind an empty column or with the same labels in the
 * same order, and where both sides read as tables of unlike kinds or under headings of their own.
 */
export function split(grid: Grid, found: Candidate, readPart: ReadSide): readonly Candidate[] {
  const parts: Candidate[] = [];
  let rest = withoutHeading(grid, found);
  for (let cut = firstCut(grid, rest, readPart); cut !== undefined; cut = firstCut(grid, rest, readPart)) {
    parts.push(cut[0]);
    rest = withoutHeading(grid, cut[1]);
  }
  parts.push(rest);
  return parts.length === 1 ? parts : parts.map((part) => trimmed(grid, part));
}

/** The two sides of the first place where a header is to be cut. */
function firstCut(grid: Grid, { block, columns }: Candidate, readPart: ReadSide): readonly [Candidate, Candidate] | undefined {
  const cut = new Cut(columns);
  const readSide = (side: readonly HeaderColumn[], edges: Partial<Region>): Side | undefined => readPart(trimmed(grid, { block: { ...block, ...edges }, columns: side }));
  for (let at = 1; at < columns.length; at++) {
    cut.move(at - 1);
    const begin = grid.isTransposed ? beginBehindHeading(columns, at) : at;
    const first = columns[begin];
    const last = columns[at - 1];
    if (first === undefined || last === undefined) continue;
    const hasGap = first.column > endOf(last) + 1;
    const isUnlike = (): boolean => {
      const one = readSide(columns.slice(0, at), { right: endOf(last) });
      const other = one === undefined ? undefined : readSide(columns.slice(begin), { left: first.column });
      if (one === undefined || other === undefined) return false;
      if (FAMILY[one.kind] !== FAMILY[other.kind]) return true;
      // A list with numbers of its own goes on where the other has ended.
      if (one.kind !== other.kind && first.candidates[0]?.meaning === "no" && one.bottom !== other.bottom) return true;
      return hasHeadingOver(grid, block, block.left, endOf(last)) && hasHeadingOver(grid, block, first.column, block.right);
    };
    if (!cut.isCut(at, begin, hasGap) && !(hasGap && beginsTable(columns, begin) && isUnlike())) continue;
    return [
      { block: { ...block, right: endOf(last) }, columns: columns.slice(0, at) },
      { block: { ...block, left: first.column }, columns: columns.slice(begin) },
    ];
  }
  return undefined;
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
  const begin = beginBehindHeading(whole.columns, 0);
  const first = whole.columns[begin];
  return first === undefined || begin === 0 ? whole : { block: { ...whole.block, left: first.column }, columns: whole.columns.slice(begin) };
}

/** The first column, from one on, that is no heading; the one itself where all are. */
function beginBehindHeading(columns: readonly HeaderColumn[], from: number): number {
  for (let index = from; index < columns.length; index++) {
    const column = columns[index];
    if (column !== undefined && (column.candidates.length > 0 || column.at === undefined || !looksLikeHeading(column.at.text))) return index;
  }
  return from;
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

const OPENING: ReadonlySet<LabelMeaning> = new Set([...REPEATED_KEYS, "policy", "program", "theme", "reformArea", "id"]);

/** Whether a run of labels can be the left end of a table: a key or a category, with a key not far behind. */
function beginsTable(columns: readonly HeaderColumn[], from: number): boolean {
  const first = columns[from]?.candidates[0];
  return first !== undefined && OPENING.has(first.meaning) && columns.slice(from, from + 4).some((column) => keyOf(column, true) !== undefined);
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
