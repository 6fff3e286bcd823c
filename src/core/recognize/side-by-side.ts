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
export function split(grid: Grid, found: Candidate, readPart: ReadSide): readonly Candidate[] {
  const whole = withoutHeading(grid, found);
  const { block, columns } = whole;
  const readSide = (side: readonly HeaderColumn[], edges: Partial<Region>): Side | undefined => readPart(trimmed(grid, { block: { ...block, ...edges }, columns: side }));
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
      if (FAMILY[one.kind] !== FAMILY[other.kind]) return true;
      // A list with numbers of its own goes on where the other has ended.
      if (one.kind !== other.kind && first.candidates[0]?.meaning === "no" && one.bottom !== other.bottom) return true;
      return hasHeadingOver(grid, block, block.left, endOf(last)) && hasHeadingOver(grid, block, first.column, block.right);
    };
    if (!isCut(left, right, hasGap) && !(hasGap && beginsTable(right) && isUnlike())) continue;
    const rest = { block: { ...block, left: first.column }, columns: right };
    return [{ block: { ...block, right: endOf(last) }, columns: left }, ...split(grid, rest, readPart)].map((part) => trimmed(grid, part));
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
