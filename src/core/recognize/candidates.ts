import { headerColumns, type HeaderColumn } from "./columns";
import type { Grid } from "./grid";
import type { HeaderBlock } from "./header-blocks";

/** A header and its columns, before what stands below them has been looked at. */
export interface Candidate {
  readonly block: HeaderBlock;
  readonly columns: readonly HeaderColumn[];
}

export function candidateOf(grid: Grid, block: HeaderBlock): Candidate {
  return { block, columns: headerColumns(grid, block) };
}

export function endOf(column: HeaderColumn): number {
  return column.at?.right ?? column.column;
}
