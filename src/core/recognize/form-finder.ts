import { contains, overlaps, type Region } from "../sheet/region";
import { squash, tidyLabel } from "../text";
import type { Grid, GridCell } from "./grid";
import { SheetHeadings } from "./headings";
import type { Label } from "./label";
import type { LabelMeaning } from "./label-dictionary";
import { openRows } from "./open-rows";
import type { FormPair, RecognizedForm } from "./recognized";

const FORM_MEANINGS: ReadonlySet<LabelMeaning> = new Set([
  "no", "id", "reformArea", "policy", "program", "theme", "title", "summary", "division", "status", "schedule",
  "remarks", "name", "definition", "unit", "baseline", "target", "actual", "rate", "rating", "direction", "source", "viewpoint",
]);
/** A form without the name of its 業務 and two more of these is some other form. */
const PROOF: ReadonlySet<LabelMeaning> = new Set(["reformArea", "policy", "program", "theme", "summary", "division", "status", "schedule", "name", "target"]);
const ENOUGH_PROOF = 2;

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
    const beyond = right === undefined ? grid.cellsIn(cell.row, cell.right + 2, cell.right + 3)[0] : undefined;
    if (beyond !== undefined && labelMeaning(grid, beyond) === undefined) return { row: beyond.row, column: beyond.column };
    return { row: cell.row, column: cell.right + 1 };
  }
  return { row: right.row, column: right.column };
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
  const years = grid.cellsIn(first, from, grid.used?.right ?? cell.right);
  if (years.length < 2 || !years.every((year) => isYear(grid, year))) return [];
  const label = grid.label(cell.text);
  const row = Math.max(...years.map(({ bottom }) => bottom)) + 1;
  if ((!isAlone && row > cell.bottom) || grid.cellsIn(row, from, grid.used?.right ?? cell.right).every((value) => isYear(grid, value))) return [];
  return years.map((year) => yearlyPair(grid, cell, meaning, label, year, row));
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

function isTitle(pair: FormPair): boolean {
  return pair.meaning === "title" && (pair.label.candidates[0]?.strength ?? 0) >= 2;
}

/** Where each form of a sheet begins: forms below each other repeat the labels that stand before the name of the 業務. */
function startsOf(grid: Grid, pairs: readonly FormPair[]): readonly FormPair[] {
  const isNamed = (pair: FormPair): boolean => isTitle(pair) && (pair.inline ?? grid.textAt(pair.valueAt.row, pair.valueAt.column)) !== "";
  const first = pairs.findIndex(isNamed);
  const title = pairs[first];
  if (title === undefined) return [];
  const before = pairs.slice(0, first);
  return pairs.flatMap((pair, index) => {
    if (!isNamed(pair) || squash(pair.header) !== squash(title.header)) return [];
    let lead = pair;
    for (let back = 1; back <= before.length; back++) {
      const candidate = pairs[index - back];
      if (candidate === undefined || squash(candidate.header) !== squash(before[first - back]?.header ?? "")) break;
      lead = candidate;
    }
    return [lead];
  });
}

/**
 * 業務名 | 電子申請 | 窓口予約: several values behind one label, the name's too, make no 個票 but a table whose labels stand in
 * a column.
 */
function isTable(grid: Grid, pairs: readonly FormPair[], start: FormPair): boolean {
  const isFollowed = ({ valueAt, inline }: FormPair): boolean => {
    const value = inline === null ? grid.at(valueAt.row, valueAt.column) : undefined;
    const next = value === undefined ? undefined : grid.at(valueAt.row, value.right + 1);
    return next !== undefined && labelMeaning(grid, next) === undefined;
  };
  const title = pairs.slice(pairs.indexOf(start)).find(isTitle);
  return title !== undefined && isFollowed(title) && pairs.filter(isFollowed).length * 3 >= pairs.length * 2;
}

function lastFilledRow(grid: Grid, from: number, to: number): number {
  let row = to;
  while (row > from && grid.cellsOf(row).length === 0) row--;
  return row;
}

/** Words of other people's forms (款, 項, 契約金額, 申込), each counted once. */
function countForeign(grid: Grid, { top, bottom, left, right }: Region, tables: readonly Region[]): number {
  const words = new Set<string>();
  for (const { row } of openRows(grid, tables)) {
    if (row < top || row > bottom) continue;
    for (const cell of grid.cellsIn(row, left, right)) if (typeof cell.cell.value === "string" && grid.label(cell.text).isForeign) words.add(grid.label(cell.text).core);
  }
  return words.size;
}

/** 個票 of a sheet: one, or several below each other. */
export function findForms(grid: Grid, tables: readonly Region[]): readonly RecognizedForm[] {
  const used = grid.used;
  if (used === undefined) return [];
  const pairs = pairsOf(grid, tables);
  const starts = startsOf(grid, pairs);
  if (starts.length === 0) return indicatorLines(grid, pairs, tables);
  const headings = new SheetHeadings(grid, tables);
  const forms: RecognizedForm[] = [];
  starts.forEach((start, index) => {
    const next = starts[index + 1];
    const top = starts.length === 1 ? used.top : start.labelAt.row;
    // A heading between two forms belongs to the lower one.
    const bottom = next === undefined ? used.bottom : lastFilledRow(grid, top, Math.max(lastPairRow(pairs, next) ?? next.labelAt.row - 1, ...tables.filter((table) => table.top >= top && table.bottom < next.labelAt.row).map((table) => table.bottom)));
    const region = starts.length === 1 ? used : { ...used, top, bottom };
    const own = pairs.filter(({ labelAt }) => labelAt.row >= top && labelAt.row <= bottom);
    const proof = new Set(own.filter(({ meaning }) => PROOF.has(meaning)).map(({ meaning }) => meaning));
    if (proof.size < ENOUGH_PROOF || isTable(grid, own, start) || countForeign(grid, region, tables) > proof.size) return;
    forms.push({
      kind: "form",
      grid,
      region,
      pairs: own,
      headings: headings.above({ ...region, top: start.labelAt.row }),
      evidence: [`項目名と値の組が ${String(own.length)}`],
    });
  });
  return forms;
}

/** KPI① | 創業件数 | 基準値 | 5件 | 目標値 | 30件: an indicator a line, with no 業務 that they belong to. */
function indicatorLines(grid: Grid, pairs: readonly FormPair[], tables: readonly Region[]): readonly RecognizedForm[] {
  const lines = new Map<number, FormPair[]>();
  for (const pair of pairs) lines.set(pair.labelAt.row, [...(lines.get(pair.labelAt.row) ?? []), pair]);
  const isBeside = ({ labelAt, valueAt, inline }: FormPair): boolean => inline !== null || labelAt.row === valueAt.row;
  const rows = [...lines].filter(([, [first, ...rest]]) => first?.meaning === "name" && isBeside(first) && rest.some((pair) => pair.meaning === "target" && isBeside(pair))).map(([row]) => row);
  const top = rows[0];
  const bottom = rows.at(-1);
  if (top === undefined || bottom === undefined || rows.length < 2) return [];
  const leading = lines.has(top - 1) ? top - 1 : top;
  const own = pairs.filter(({ labelAt }) => labelAt.row >= leading && labelAt.row <= bottom);
  const columns = own.flatMap(({ labelAt, valueAt }) => [labelAt.column, valueAt.column]);
  const region = { top: leading, bottom, left: Math.min(...columns), right: Math.max(...columns) };
  if (tables.some((table) => overlaps(table, region))) return [];
  return [{ kind: "form", grid, region, pairs: own, headings: new SheetHeadings(grid, [...tables, region]).above(region), evidence: [`指標の行が ${String(rows.length)}`] }];
}

/** The last row that the pairs before a form take. */
function lastPairRow(pairs: readonly FormPair[], next: FormPair): number | undefined {
  const before = pairs.slice(0, pairs.indexOf(next)).map(({ labelAt, valueAt }) => Math.max(labelAt.row, valueAt.row));
  return before.length === 0 ? undefined : Math.max(...before);
}
