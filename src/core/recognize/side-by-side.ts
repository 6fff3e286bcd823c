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

/** What the columns of a whole header say, told once for all the places where it may be cut. */
class Columns {
  private readonly narrow: readonly (string | undefined)[];
  private readonly wide: readonly (string | undefined)[];
  /** Where each key stands for the last time. */
  private readonly last = new Map<string, number>();
  private readonly lastTitle: number;
  private readonly lastNumber: number;

  constructor(readonly all: readonly HeaderColumn[]) {
    this.narrow = all.map((column) => keyOf(column, false));
    this.wide = all.map((column) => keyOf(column, true));
    for (const keys of [this.narrow, this.wide]) keys.forEach((key, index) => key !== undefined && this.last.set(key, index));
    this.lastTitle = all.findLastIndex((column) => is(column, "title"));
    this.lastNumber = all.findLastIndex((column) => is(column, "no"));
  }

  /** Where the key of a column stands for the last time; -1 where it has none. */
  lastOf(index: number, hasGap: boolean): number {
    const key = (hasGap ? this.wide : this.narrow)[index];
    return key === undefined ? -1 : (this.last.get(key) ?? -1);
  }

  hasItemsFrom(index: number): boolean {
    return this.lastTitle >= index || this.lastNumber >= index;
  }
}

/** What is to the left and to the right of a cut that moves to the right. */
class Cut {
  /** The furthest place at which a key of the left side comes again. */
  private narrow = -1;
  private wide = -1;
  private isWhole = false;
  private hasTitleLeft = false;
  private hasFigureLeft = false;
  private hasNoViewpoint = true;

  constructor(
    private readonly columns: Columns,
    private readonly from: number,
  ) {}

  /** Column `index` goes from the right side to the left. */
  move(index: number): void {
    const column = this.columns.all[index];
    if (column === undefined) return;
    this.narrow = Math.max(this.narrow, this.columns.lastOf(index, false));
    this.wide = Math.max(this.wide, this.columns.lastOf(index, true));
    const best = column.candidates[0];
    const isSure = best !== undefined && best.strength >= 2;
    this.isWhole ||= isSure && REPEATED_KEYS.has(best.meaning);
    this.hasFigureLeft ||= isSure && FIGURES.has(best.meaning);
    this.hasNoViewpoint &&= column.viewpoint === null;
    this.hasTitleLeft ||= is(column, "title");
  }

  /** @param at the first column behind the cut; @param right where the right side begins, behind a heading of its own */
  isCut(at: number, right: number, hasGap: boolean): boolean {
    const repeated = (hasGap ? this.wide : this.narrow) >= at;
    if (this.hasSameLabels(at, right) && (repeated || (hasGap && this.isWhole && this.hasNoViewpoint))) return true;
    if (!hasGap || !repeated) return false;
    // 活動指標 and, behind a spacer, 成果指標 of the same 取組: the right side has no items of its own.
    if (this.hasTitleLeft && !this.columns.hasItemsFrom(at)) return false;
    // 指標 and, behind a spacer, 数値目標: what the one names the other aims at.
    if (!this.hasFigureLeft && offersTarget(this.columns.all[right])) return false;
    return beginsTable(this.columns.all, right);
  }

  private hasSameLabels(at: number, right: number): boolean {
    const length = at - this.from;
    if (length < 2) return false;
    for (let index = 0; index < length; index++) if (leafText(this.columns.all[right + index]) !== leafText(this.columns.all[this.from + index])) return false;
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
  const columns = new Columns(found.columns);
  const begin = (index: number): number => (grid.isTransposed ? beginBehindHeading(columns.all, index) : index);
  const parts: Candidate[] = [];
  let from = begin(0);
  for (;;) {
    const block = from === 0 ? found.block : { ...found.block, left: columns.all[from]?.column ?? found.block.left };
    const cut = firstCut(grid, block, columns, from, readPart);
    if (cut === undefined) {
      parts.push({ block, columns: columns.all.slice(from) });
      return parts.length === 1 ? parts : parts.map((part) => trimmed(grid, part));
    }
    const last = columns.all[cut.at - 1];
    parts.push({ block: { ...block, right: last === undefined ? block.right : endOf(last) }, columns: columns.all.slice(from, cut.at) });
    from = begin(cut.right);
  }
}

/** The first place, behind a column, where a header is to be cut, and where its right side begins. */
function firstCut(grid: Grid, block: HeaderBlock, columns: Columns, from: number, readPart: ReadSide): { readonly at: number; readonly right: number } | undefined {
  const { all } = columns;
  const cut = new Cut(columns, from);
  const readSide = (side: readonly HeaderColumn[], edges: Partial<Region>): Side | undefined => readPart(trimmed(grid, { block: { ...block, ...edges }, columns: side }));
  for (let at = from + 1; at < all.length; at++) {
    cut.move(at - 1);
    const right = grid.isTransposed ? beginBehindHeading(all, at) : at;
    const first = all[right];
    const last = all[at - 1];
    if (first === undefined || last === undefined) continue;
    const hasGap = first.column > endOf(last) + 1;
    const isUnlike = (): boolean => {
      const one = readSide(all.slice(from, at), { right: endOf(last) });
      const other = one === undefined ? undefined : readSide(all.slice(right), { left: first.column });
      if (one === undefined || other === undefined) return false;
      if (FAMILY[one.kind] !== FAMILY[other.kind]) return true;
      // A list with numbers of its own goes on where the other has ended.
      if (one.kind !== other.kind && first.candidates[0]?.meaning === "no" && one.bottom !== other.bottom) return true;
      // Two empty columns between lists of one kind, or between lists of which one has ended before: not one list with a spacer.
      if (first.column > endOf(last) + 2 && (one.kind === other.kind || one.bottom !== other.bottom)) return true;
      return hasHeadingOver(grid, block, block.left, endOf(last)) && hasHeadingOver(grid, block, first.column, block.right);
    };
    if (cut.isCut(at, right, hasGap) || (hasGap && beginsTable(all, right) && isUnlike())) return { at, right };
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

/**
 * The first column, from one on, that is no heading; the one itself where all are. Cards below each other stand each under
 * a heading of its own: read the other way round, it is no label of a card.
 */
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
