import type { TableLine } from "../model";
import type { Settings } from "../settings";
import type { Region } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import { bodyLines } from "./body-lines";
import { looksLikeHeading } from "./line-kinds";
import { Grid } from "./grid";
import type { ExtraLabels } from "./label-candidates";
import { profileColumn } from "./profiles";
import type { RecognizedTable } from "./recognized";
import { ignoredOn } from "./told";

/** Lines of one text over the first line of data: the title again, （続き）. */
const MOST_LINES_ABOVE = 3;
/** Fewer columns than this are too few to know a table by. */
const FEWEST_COLUMNS = 4;

/**
 * The rest of a table that goes on on the next sheet without its labels; undefined where the sheet holds something else.
 * Columns stand where they stood and hold what they held; numbers of the lines, where there are any, count on.
 * @param above the last table of the sheet before.
 */
export function continueTable(above: RecognizedTable, view: SheetView, settings: Settings, extra: ExtraLabels): RecognizedTable | undefined {
  if (above.orientation === "columns" || above.columns.length < FEWEST_COLUMNS || above.columns.some(({ fixed }) => fixed !== undefined)) return undefined;
  const grid = new Grid(view, false, extra, ignoredOn(view.name, settings));
  const { used } = grid;
  if (used === undefined || used.left < above.header.left || used.right > above.header.right) return undefined;
  const first = firstLine(grid, used);
  if (hasLabels(grid, first)) return undefined;
  const before: Region = { ...above.header, top: first - 1, bottom: first - 1 };
  const { bottom, lines } = bodyLines(grid, before, above.columns, used.bottom + 1);
  if (!goesOn(above, grid, lines)) return undefined;
  return {
    ...above,
    grid,
    header: { ...above.header, top: first, bottom: first - 1 },
    lines,
    columns: above.columns.map((column) => ({ ...column, profile: profileColumn(grid, column, lines) })),
    region: { ...above.header, top: first, bottom },
    evidence: [`「${above.grid.view.name}」の表の続き（列の並びと内容が同じ）`],
  };
}

function firstLine(grid: Grid, { top, bottom }: Region): number {
  let row = top;
  while (row < Math.min(bottom, top + MOST_LINES_ABOVE)) {
    const [only, ...more] = grid.cellsOf(row);
    // 【基本方針2】 is a band of the table's own.
    if (more.length > 0 || (only !== undefined && looksLikeHeading(only.text))) break;
    row++;
  }
  return row;
}

const OF_LINES: ReadonlySet<string> = new Set(["title", "name", "division", "summary", "remarks", "status"]);

/** 補助金名 | 所管課 | 根拠 on the first line: another list with labels of its own. */
function hasLabels(grid: Grid, row: number): boolean {
  return grid.cellsOf(row).some((cell) => {
    const best = typeof cell.cell.value === "string" ? grid.label(cell.text).candidates[0] : undefined;
    return best !== undefined && best.strength >= 3 && OF_LINES.has(best.meaning);
  });
}

/** Columns that hold figures, or never do; a remark may be either. */
const TELLING: ReadonlySet<RecognizedTable["columns"][number]["meaning"]> = new Set(["no", "name", "title", "unit", "division", "status", "baseline", "target", "actual", "rate", "rating", "bare-year"]);

function goesOn(above: RecognizedTable, grid: Grid, lines: readonly TableLine[]): boolean {
  const items = lines.filter(({ role }) => role === "item").length;
  if (items === 0) return false;
  let known = 0;
  let shared = 0;
  for (const column of above.columns) {
    if (column.profile.filled === 0) continue;
    const here = profileColumn(grid, column, lines);
    known++;
    if (here.filled === 0) continue;
    if (TELLING.has(column.meaning) && here.figures >= 0.5 !== column.profile.figures >= 0.5) return false;
    shared++;
  }
  if (shared < FEWEST_COLUMNS || shared * 3 < known * 2) return false;
  return countsOn(above, grid, lines) ?? above.columns.some(({ meaning, profile }) => profile.filled > 0 && (meaning === "target" || meaning === "baseline" || meaning === "actual" || meaning === "division"));
}

/** Whether the numbers of the lines count on; undefined where lines have none. */
function countsOn(above: RecognizedTable, grid: Grid, lines: readonly TableLine[]): boolean | undefined {
  const column = above.columns.find(({ meaning }) => meaning === "no")?.column;
  if (column === undefined) return undefined;
  const last = numbersOf(above.grid, above.lines, column).at(-1);
  const next = numbersOf(grid, lines, column)[0];
  return last === undefined && next === undefined ? undefined : last !== undefined && next === last + 1;
}

function numbersOf(grid: Grid, lines: readonly TableLine[], column: number): readonly number[] {
  return lines.flatMap(({ index, role }) => {
    const text = role === "item" && grid.peekOwn(index, column) !== undefined ? grid.textAt(index, column).normalize("NFKC").trim() : "";
    return /^\d{1,5}$/u.test(text) ? [Number(text)] : [];
  });
}
