import { overlaps, type Region } from "../sheet/region";
import { squash } from "../text";
import type { Grid } from "./grid";
import type { FormPair } from "./recognized";

/** 担当課 beside 担当課, 進捗状況 beside 進捗状況: so many labels besides the title's stand in each of two forms side by side. */
const FEWEST_COMMON = 2;

interface Place {
  readonly row: number;
  readonly header: string;
}

function isBetween(column: number, left: number, right: number): boolean {
  return column >= left && column <= right;
}

/** Whether a label or a value reaches over a place where two forms might part. */
function isCrossed(grid: Grid, pairs: readonly FormPair[], left: number): boolean {
  return pairs.some(({ labelAt, valueAt }) => [labelAt, valueAt].some(({ row, column }) => column < left && (grid.at(row, column)?.right ?? column) >= left));
}

/** Labels that the line of forms in two parts of the sheet have in common, row by row. */
function commonLabels(pairs: readonly FormPair[], one: Region, other: Region): number {
  const placesIn = ({ left, right }: Region): readonly Place[] => pairs.filter(({ labelAt }) => isBetween(labelAt.column, left, right)).map(({ labelAt, header }) => ({ row: labelAt.row, header: squash(header) }));
  const own = placesIn(other);
  const common = placesIn(one).filter(({ row, header }) => own.some((place) => place.row === row && place.header === header));
  return new Set(common.map(({ header }) => header)).size;
}

/**
 * The parts of a sheet in which 個票 stand side by side, left to right: the label of the 業務's name comes again on its
 * row, and so do others of the form. One part, the whole sheet, where they do not.
 */
export function bandsOf(grid: Grid, used: Region, pairs: readonly FormPair[], isTitle: (pair: FormPair) => boolean): readonly Region[] {
  const titles = pairs.filter(isTitle);
  const isAgain = (pair: FormPair, first: FormPair): boolean => pair.labelAt.row === first.labelAt.row && squash(pair.header) === squash(first.header);
  const first = titles.find((pair) => titles.some((other) => other !== pair && isAgain(other, pair)));
  if (first === undefined) return [used];
  const row = titles.filter((pair) => isAgain(pair, first));
  // No. | 1 | 取組名 | …: a form begins as far left of its title as the first one does.
  const lead = first.labelAt.column - Math.min(...pairs.map(({ labelAt }) => labelAt.column));
  const lefts = row.map(({ labelAt }, index) => {
    if (index === 0) return used.left;
    const left = labelAt.column - lead;
    return left > (row[index - 1]?.valueAt.column ?? left) && !isCrossed(grid, pairs, left) ? left : labelAt.column;
  });
  const bands = lefts.map((left, index) => ({ ...used, left, right: (lefts[index + 1] ?? used.right + 1) - 1 }));
  const [one, ...others] = bands;
  if (one === undefined || others.some((other) => commonLabels(pairs, one, other) <= FEWEST_COMMON)) return [used];
  return bands.map((band) => ({ ...band, right: lastColumn(grid, band, first.labelAt.row) }));
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
