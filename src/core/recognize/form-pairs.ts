import { contains, type Region } from "../sheet/region";
import { squash, tidyLabel } from "../text";
import type { Grid, GridCell } from "./grid";
import type { Label } from "./label";
import type { LabelMeaning } from "./label-dictionary";
import { openRows } from "./open-rows";
import type { FormPair } from "./recognized";

/* Labels and values of a 個票, whatever way they stand to each other. */

const FORM_MEANINGS: ReadonlySet<LabelMeaning> = new Set([
  "no", "id", "reformArea", "policy", "program", "theme", "title", "summary", "division", "status", "schedule",
  "remarks", "name", "definition", "unit", "baseline", "target", "actual", "rate", "rating", "direction", "source", "viewpoint",
]);

/** What a cell means as the label of a form's value; undefined where it is none. */
export function labelMeaning(grid: Grid, cell: GridCell): { readonly meaning: LabelMeaning; readonly strength: number } | undefined {
  if (typeof cell.cell.value !== "string") return undefined;
  const label = grid.label(cell.text.replace(/[:\uff1a]\s*$/u, ""));
  const best = label.candidates.find(({ meaning }) => FORM_MEANINGS.has(meaning));
  // 住民目線 before a name: whose indicator it is says that it is one.
  if (label.viewpoint !== null && label.candidates.length === 0) return { meaning: "name", strength: 2 };
  if (best === undefined || label.candidates[0] !== best) return undefined;
  // 区分 heads anything in a form.
  return best.strength >= (best.meaning === "reformArea" ? 2 : 1) ? best : undefined;
}

/** The value of a label: the next cell to its right, filled or not, that is no label itself; else the cell below. */
function valuePlace(grid: Grid, cell: GridCell): { readonly row: number; readonly column: number } {
  const right = grid.at(cell.row, cell.right + 1);
  const below = grid.at(cell.bottom + 1, cell.column);
  const rightIsLabel = right !== undefined && labelMeaning(grid, right) !== undefined;
  if (right === undefined || rightIsLabel) {
    const isBelowValue = below === undefined || labelMeaning(grid, below) === undefined;
    if (rightIsLabel && isBelowValue) return { row: cell.bottom + 1, column: cell.column };
    // A spacer column may part the label from its value.
    const beyond = right === undefined && !isValueBeside(grid, cell) ? grid.cellsIn(cell.row, cell.right + 2, cell.right + 3)[0] : undefined;
    if (beyond !== undefined && labelMeaning(grid, beyond) === undefined) return { row: beyond.row, column: beyond.column };
    return { row: cell.row, column: cell.right + 1 };
  }
  return { row: right.row, column: right.column };
}

/** So many lines above and below a label tell where its form puts the values. */
const LINES_AROUND = 6;

/** Whether labels above or below one have their values right beside them: where this one has nothing, its value is missing. */
function isValueBeside(grid: Grid, cell: GridCell): boolean {
  for (let row = Math.max(0, cell.row - LINES_AROUND); row <= cell.row + LINES_AROUND; row++) {
    const label = row === cell.row ? undefined : grid.own(row, cell.column);
    if (label === undefined || label.right !== cell.right || labelMeaning(grid, label) === undefined) continue;
    const value = grid.own(row, cell.right + 1);
    if (value !== undefined && labelMeaning(grid, value) === undefined) return true;
  }
  return false;
}

const LONGEST_INLINE = 400;

/** 担当課：総務課 in one cell. */
function inlinePair(grid: Grid, cell: GridCell): FormPair | undefined {
  if (typeof cell.cell.value !== "string" || cell.text.length > LONGEST_INLINE) return undefined;
  const match = /^\s*([^:\uff1a\n]{1,16})[:\uff1a]\s*([^\s][\s\S]*)$/u.exec(cell.text);
  const head = match?.[1];
  const value = match?.[2];
  if (head === undefined || value === undefined) return undefined;
  const label = grid.label(head);
  const best = label.candidates[0];
  if (best === undefined || best.strength < 2 || !FORM_MEANINGS.has(best.meaning)) return undefined;
  const at = grid.addressOf(cell.row, cell.column);
  return { label, meaning: best.meaning, header: tidyLabel(head), labelAt: at, valueAt: at, inline: value };
}

const YEARLY: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual", "schedule"]);

/** Years in one line over values in the next: behind a label merged down over both, or below a label that stands alone. */
function yearsOverValues(grid: Grid, cell: GridCell, meaning: LabelMeaning): readonly FormPair[] {
  const isAlone = grid.cellsOf(cell.row).length === 1;
  if (cell.bottom === cell.row && !isAlone) return [];
  const [first, from] = isAlone ? [cell.bottom + 1, cell.column] : [cell.row, cell.right + 1];
  const years = behindYearLabel(grid.cellsIn(first, from, grid.used?.right ?? cell.right));
  if (years.length < 2 || !years.every((year) => isYear(grid, year))) return [];
  const label = grid.label(cell.text);
  const row = Math.max(...years.map(({ bottom }) => bottom)) + 1;
  if ((!isAlone && row > cell.bottom) || grid.cellsIn(row, from, grid.used?.right ?? cell.right).every((value) => isYear(grid, value))) return [];
  return years.map((year) => yearlyPair(grid, cell, meaning, label, year, row));
}

/** 年度 | R5 | R6: the word before the years says no more than they do. */
function behindYearLabel(cells: readonly GridCell[]): readonly GridCell[] {
  return /^(?:年度|年次|年|区分|項目)$/u.test(squash(cells[0]?.text ?? "")) ? cells.slice(1) : cells;
}

/** 令和6年度, R6, 2024; a number alone is one only beside others. */
function isYear(grid: Grid, cell: GridCell): boolean {
  return grid.label(cell.text).isPeriodOnly;
}

function yearlyPair(grid: Grid, cell: GridCell, meaning: LabelMeaning, label: Label, year: GridCell, row: number): FormPair {
  return {
    label: { ...label, periods: [...label.periods, ...grid.label(year.text).periods] },
    meaning,
    header: `${tidyLabel(cell.text)} ${tidyLabel(year.text)}`,
    labelAt: grid.addressOf(cell.row, cell.column),
    valueAt: grid.anchorAddress(row, year.column),
    inline: null,
  };
}

/** Lines between the years of a form's part and a line of its figures. */
const MOST_LINES_BELOW_YEARS = 4;

/** R5 | R6 | R7 over 目標 | 5,000 | 6,000 | 7,000 and 実績 | 4,820 | 6,110: years in a line of their own above. */
function yearsAbove(grid: Grid, cell: GridCell, meaning: LabelMeaning): readonly FormPair[] {
  for (let row = cell.row - 1; row >= Math.max(0, cell.row - MOST_LINES_BELOW_YEARS); row--) {
    const years = grid.cellsIn(row, cell.right + 1, grid.used?.right ?? cell.right);
    if (years.length >= 2 && years.every((year) => isYear(grid, year))) return years.map((year) => yearlyPair(grid, cell, meaning, grid.label(cell.text), year, cell.row));
    const beside = grid.at(row, cell.column);
    if (beside === undefined || !YEARLY.has(labelMeaning(grid, beside)?.meaning ?? "name")) return [];
  }
  return [];
}

/** 実績 | R6 | 151件 | R7 | 160件: years and values by turns, behind one label that may be merged over several lines. */
function yearlyPairs(grid: Grid, cell: GridCell, meaning: LabelMeaning): readonly FormPair[] {
  if (!YEARLY.has(meaning)) return [];
  const inLines = [yearsOverValues, yearsAbove].map((find) => find(grid, cell, meaning)).find((pairs) => pairs.length > 0);
  if (inLines !== undefined) return inLines;
  const label = grid.label(cell.text);
  const pairs: FormPair[] = [];
  let isFilled = false;
  for (let row = cell.row; row <= cell.bottom; row++) {
    let year = grid.at(row, cell.right + 1);
    while (year !== undefined) {
      const stated = grid.label(year.text);
      const period = stated.periods.at(-1);
      if (!stated.isPeriodOnly || period === undefined) break;
      const value = grid.at(row, year.right + 1);
      if (value !== undefined && (labelMeaning(grid, value) !== undefined || grid.label(value.text).isPeriodOnly)) break;
      isFilled ||= value !== undefined;
      pairs.push({
        label: { ...label, periods: [...label.periods, period] },
        meaning,
        header: `${tidyLabel(cell.text)} ${tidyLabel(year.text)}`,
        labelAt: grid.addressOf(cell.row, cell.column),
        valueAt: grid.anchorAddress(row, year.right + 1),
        inline: null,
      });
      year = grid.at(row, (value?.right ?? year.right + 1) + 1);
    }
  }
  return isFilled ? pairs : [];
}

const CHECK_BOX = /^[\u25a0\u25a1\u2610-\u2612\u2713\u2714]/u;

/** □未着手 | ■実施中 | □完了: one choice over several cells. */
function checkBoxes(grid: Grid, { row, column }: { readonly row: number; readonly column: number }): string | null {
  const texts: string[] = [];
  for (let cell = grid.at(row, column); cell !== undefined && CHECK_BOX.test(cell.text.trim()); cell = grid.at(row, cell.right + 1)) texts.push(cell.text.trim());
  return texts.length < 2 ? null : texts.join(" ");
}

/** 住民目線の指標, merged down beside 指標名 and 基準値: the name of a part, which has no value of its own. */
function isPartLabel(grid: Grid, cell: GridCell): boolean {
  if (cell.bottom === cell.row) return false;
  const right = grid.at(cell.row, cell.right + 1);
  const below = grid.at(cell.bottom + 1, cell.column);
  return right !== undefined && labelMeaning(grid, right) !== undefined && (below === undefined || labelMeaning(grid, below) !== undefined);
}

/** 住民目線 | 指標名: what the part of the form says of its indicators holds where their own label says nothing. */
function labelInPart(grid: Grid, cell: GridCell): Label {
  let label = grid.label(cell.text);
  for (let left = cell.column - 1; left >= 0 && (label.viewpoint === null || label.tier === null); left--) {
    const part = grid.at(cell.row, left);
    if (part === undefined || typeof part.cell.value !== "string") continue;
    const { viewpoint, tier } = grid.label(part.text);
    label = { ...label, viewpoint: label.viewpoint ?? viewpoint, tier: label.tier ?? tier };
    left = part.column;
  }
  return label;
}

/** The pairs outside of the tables, in reading order. */
export function pairsOf(grid: Grid, tables: readonly Region[]): readonly FormPair[] {
  const pairs: FormPair[] = [];
  for (const { row, beside } of openRows(grid, tables)) {
    for (const cell of grid.cellsOf(row)) {
      if (beside.some((table) => contains(table, cell.row, cell.column))) continue;
      const own = inlinePair(grid, cell);
      if (own !== undefined) {
        pairs.push(own);
        continue;
      }
      const found = labelMeaning(grid, cell);
      if (found === undefined || isPartLabel(grid, cell)) continue;
      const yearly = yearlyPairs(grid, cell, found.meaning);
      if (yearly.length > 0) {
        pairs.push(...yearly);
        continue;
      }
      const place = valuePlace(grid, cell);
      const boxes = found.meaning === "status" ? checkBoxes(grid, place) : null;
      pairs.push({
        label: found.meaning === "name" ? labelInPart(grid, cell) : grid.label(cell.text),
        meaning: found.meaning,
        header: tidyLabel(cell.text),
        labelAt: grid.addressOf(cell.row, cell.column),
        valueAt: grid.anchorAddress(place.row, place.column),
        inline: boxes,
      });
    }
  }
  return pairs;
}
