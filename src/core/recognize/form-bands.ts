import { overlaps, type Region } from "../sheet/region";
import { squash } from "../text";
import type { Grid } from "./grid";
import type { FormPair } from "./recognized";

/** 担当課 beside 担当課, 進捗状況 beside 進捗状況: so many labels besides the title's stand in each of two forms side by side. */
const FEWEST_COMMON = 2;

/** A part of the sheet and the label of the title of its first form. */
interface Part {
  readonly band: Region;
  readonly title: FormPair;
}

/** Whether a label or a value reaches over a place where two forms might part. */
function isCrossed(grid: Grid, pairs: readonly FormPair[], left: number): boolean {
  return pairs.some(({ labelAt, valueAt }) => [labelAt, valueAt].some(({ row, column }) => column < left && (grid.at(row, column)?.right ?? column) >= left));
}

/** How many labels two forms have in common, each as far from its form's title. */
function commonLabels(pairs: readonly FormPair[], one: Part, other: Part): number {
  const placesIn = ({ band, title }: Part): readonly string[] =>
    pairs.filter(({ labelAt }) => labelAt.column >= band.left && labelAt.column <= band.right).map(({ labelAt, header }) => `${String(labelAt.row - title.labelAt.row)} ${squash(header)}`);
  const own = new Set(placesIn(other));
  return new Set(placesIn(one).filter((place) => own.has(place))).size;
}

/** The topmost title of each column in which the same label stands, left to right; fewer than two where it does not come again beside itself. */
function titlesSideBySide(titles: readonly FormPair[]): readonly FormPair[] {
  for (const first of titles) {
    const columns = new Map<number, FormPair>();
    for (const pair of titles) if (squash(pair.header) === squash(first.header) && !columns.has(pair.labelAt.column)) columns.set(pair.labelAt.column, pair);
    if (columns.size > 1) return [...columns.values()].sort((a, b) => a.labelAt.column - b.labelAt.column);
  }
  return [];
}

/**
 * The parts of a sheet in which 個票 stand side by side, left to right: the label of the 業務's name comes again in another
 * column, and so do others of the form, at the same distance. One part, the whole sheet, where they do not.
 */
export function bandsOf(grid: Grid, used: Region, pairs: readonly FormPair[], isTitle: (pair: FormPair) => boolean): readonly Region[] {
  const titles = titlesSideBySide(pairs.filter(isTitle));
  const first = titles[0];
  if (first === undefined) return [used];
  // No. | 1 | 取組名 | …: a form begins as far left of its title as the first one does.
  const lead = first.labelAt.column - Math.min(...pairs.map(({ labelAt }) => labelAt.column));
  const lefts = titles.map(({ labelAt }, index) => {
    if (index === 0) return used.left;
    const left = labelAt.column - lead;
    return left > (titles[index - 1]?.valueAt.column ?? left) && !isCrossed(grid, pairs, left) ? left : labelAt.column;
  });
  const parts = titles.map((title, index) => ({ title, band: { ...used, left: lefts[index] ?? used.left, right: (lefts[index + 1] ?? used.right + 1) - 1 } }));
  const [one, ...others] = parts;
  if (one === undefined || others.some((other) => commonLabels(pairs, one, other) <= FEWEST_COMMON)) return [used];
  return parts.map(({ band, title }) => ({ ...band, right: lastColumn(grid, band, title.labelAt.row) }));
}

/** The last column of a part in which anything stands: an empty one parts it from the next. */
function lastColumn(grid: Grid, band: Region, from: number): number {
  let last = band.left;
  for (let row = from; row <= band.bottom; row++) for (const cell of grid.cellsIn(row, band.left, band.right)) last = Math.max(last, Math.min(cell.right, band.right));
  return last;
}

/** The tables that stand in a part of the sheet. */
export function tablesIn(band: Region, tables: readonly Region[]): readonly Region[] {
  return tables.filter((table) => overlaps(table, band));
}
