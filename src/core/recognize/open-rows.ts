import type { Region } from "../sheet/region";
import { RegionRows } from "../sheet/region-rows";
import type { Grid } from "./grid";

/** A row of which something stands outside the tables, and the tables that it crosses. */
export interface OpenRow {
  readonly row: number;
  readonly beside: readonly Region[];
}

/**
 * The rows that are left to look at once tables are found, top to bottom. In a sheet of one long list it is a handful, and
 * none of the searches that follow walks down the list again.
 * @param regions of the tables, in the grid's places.
 */
export function openRows(grid: Grid, regions: readonly Region[]): readonly OpenRow[] {
  const { used } = grid;
  if (used === undefined) return [];
  const rows: OpenRow[] = [];
  const tables = new RegionRows(regions);
  for (let row = used.top; row <= used.bottom; row++) {
    if (grid.isRowWithin(row, [])) continue;
    const beside = tables.crossing(row);
    const across = beside.find((region) => spans(region, used));
    if (across !== undefined) row = across.bottom;
    else if (!grid.isRowWithin(row, beside)) rows.push({ row, beside });
  }
  return rows;
}

/** Whether a region leaves nothing of the used area beside it. */
export function spans(region: Region, used: Region): boolean {
  return region.left <= used.left && region.right >= used.right;
}
