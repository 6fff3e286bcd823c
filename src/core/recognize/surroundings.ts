import type { Region } from "../sheet/region";
import { RegionRows } from "../sheet/region-rows";
import { findPeriods, parsePeriod, squash, tidyLabel, unitFromCaption } from "../text";
import type { ReadColumn } from "./column-drafts";
import type { Grid } from "./grid";
import { sideLabelOf } from "./header-blocks";
import { SheetHeadings } from "./headings";
import type { RecognizedTable } from "./recognized";
import { yearsBack } from "./relative-years";

/** Adds what stands around the tables: headings in force and （単位：…）. `grid` is the sheet as it lies. */
export function withSurroundings(grid: Grid, tables: readonly RecognizedTable[]): readonly RecognizedTable[] {
  const regions = tables.map(({ region }) => region);
  const sheetHeadings = new SheetHeadings(grid, regions);
  const tableRows = new RegionRows(regions);
  return tables.map((table) => {
    const side = table.orientation === "columns" ? undefined : sideLabelOf(grid, table.header);
    const headings = [...sheetHeadings.above(table.region), ...(side === undefined ? [] : [tidyLabel(side.text)])];
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
  const actuals = columns.filter(({ meaning }) => meaning === "actual");
  const isRelative = actuals.length > 0 && actuals.every(({ header }) => yearsBack(header) !== null);
  if (yearly.some(({ meaning, period }) => period !== null && !(isRelative && meaning === "target")) || (actuals.length > 1 && actuals.some(({ header }) => yearsBack(header) === null))) return columns;
  for (const heading of [...headings].reverse()) {
    const [only, ...more] = findPeriods(squash(heading)).filter(({ period }) => period.kind !== "date");
    if (only === undefined) continue;
    const isYear = parsePeriod(heading) !== undefined;
    // KPI管理表（令和7年度）: the year of the whole sheet.
    const isOfYear = /[(（][^()（）]*年度(?:末|分)?[)）]$/u.test(heading.trim());
    if (more.length > 0 || (!isYear && !isOfYear && !isRelative && !/実績|達成|進捗|結果|評価/u.test(heading))) return columns;
    return columns.map((column) => {
      const back = yearsBack(column.header);
      if (column.period !== null) return column;
      const isOfYear = column.meaning === "actual" || (column.meaning === "target" && (isYear || back !== null));
      return isOfYear ? { ...column, period: { ...only.period, year: only.period.year + (back ?? 0) } } : column;
    });
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
