import type { TableLine } from "../model";
import { endOf, type Candidate } from "./candidates";
import type { HeaderColumn } from "./columns";
import type { Grid } from "./grid";
import type { HeaderBlock } from "./header-blocks";
import { unitOf } from "./label";
import type { LabelMeaning } from "./label-dictionary";
import { profileColumn } from "./profiles";

const EMPTY_COLUMN: Omit<HeaderColumn, "column"> = {
  at: undefined,
  header: "",
  path: [],
  labels: [],
  period: null,
  unit: null,
  unitColumn: null,
  half: null,
  viewpoint: null,
  tier: null,
  candidates: [],
  isBareYear: false,
  group: "",
};

const NAMING: ReadonlySet<LabelMeaning> = new Set(["name", "title", "policy", "program", "theme", "reformArea"]);

/** 施策 over 1 | 防災: what a label names stands right of the numbers that it has in its own column. */
export function behindNumbers(grid: Grid, columns: readonly HeaderColumn[], lines: readonly TableLine[]): readonly HeaderColumn[] {
  return columns.map((column, index) => {
    const best = column.candidates[0];
    const next = column.column + 1;
    if (best === undefined || !NAMING.has(best.meaning) || (columns[index + 1]?.column ?? Infinity) <= next) return column;
    if (!lines.some((line) => line.role === "item" && grid.own(line.index, next) !== undefined)) return column;
    const moved = { ...column, column: next };
    const own = profileColumn(grid, column, lines);
    const texts = profileColumn(grid, moved, lines);
    const isNumbered = own.filled > 0 && own.figures >= 0.8 && own.averageLength <= LONGEST_NUMBER && texts.figures < 0.3;
    return isNumbered && texts.filled * 2 > own.filled ? moved : column;
  });
}

/** 年度, merged over 観光 and the 入込客数 and 宿泊者数 below it: the finer of two columns of texts is what the label heads. */
export function behindGroups(grid: Grid, columns: readonly HeaderColumn[], lines: readonly TableLine[]): readonly HeaderColumn[] {
  return columns.flatMap((column, index) => {
    const next = column.column + 1;
    const isWeak = (column.candidates[0]?.strength ?? 0) < 2;
    if (index > 0 || !isWeak || column.at === undefined || column.at.right < next || (columns[1]?.column ?? Infinity) <= next) return [column];
    const moved = { ...column, column: next };
    const own = profileColumn(grid, column, lines);
    const finer = profileColumn(grid, moved, lines);
    const areTexts = own.filled > 0 && own.figures < 0.3 && finer.figures < 0.3 && finer.periods < 0.3;
    return areTexts && finer.filled > own.filled ? [{ ...EMPTY_COLUMN, column: column.column }, moved] : [column];
  });
}

const FIGURES: ReadonlySet<LabelMeaning> = new Set(["baseline", "target", "actual"]);

/** 目標値 over 15,000 | 人: the column beside a figure's, under the same label or none, holds nothing but units. */
export function withUnitBeside(grid: Grid, column: HeaderColumn, columns: readonly HeaderColumn[], lines: readonly TableLine[]): HeaderColumn {
  const best = column.candidates[0];
  const beside = column.column + 1;
  if (best === undefined || !FIGURES.has(best.meaning) || columns.some((other) => other.column === beside && other.at !== undefined)) return column;
  let units = 0;
  for (const { index, role } of lines) {
    const cell = role === "item" ? grid.own(index, beside) : undefined;
    if (cell === undefined) continue;
    if (typeof cell.cell.value !== "string" || unitOf(cell.text) === null) return column;
    units++;
    if (units === UNIT_SAMPLE) break;
  }
  return units === 0 ? column : { ...column, unitColumn: beside };
}

/** So many cells of a column tell whether it holds units. */
const UNIT_SAMPLE = 20;

/** 12, 1-2-3: no longer than this is a number that leads a name. */
const LONGEST_NUMBER = 6;

/** Columns of the frame that hold data under no label: the names of a group's lines, a category to the left. */
export function withUnlabelled(grid: Grid, part: Candidate, lines: readonly TableLine[]): Candidate {
  const items = lines.filter(({ role }) => role === "item").slice(0, 60);
  const fill = (column: number): number => items.filter(({ index }) => grid.own(index, column) !== undefined).length / Math.max(1, items.length);
  const extra: HeaderColumn[] = [];
  const covered = (column: number): boolean => part.columns.some((one) => column >= Math.min(one.column, one.at?.column ?? one.column) && column <= Math.max(one.column, endOf(one)));
  for (let column = part.block.left; column <= part.block.right; column++) {
    if (!covered(column) && fill(column) > 0.3) extra.push({ ...EMPTY_COLUMN, column });
  }
  let { left } = part.block;
  // Names under no label, right beside the frame or behind one empty column.
  const step = (grid.isTransposed ? [1] : [1, 2]).find((distance) => left >= distance && fill(left - distance) >= 0.6 && (distance === 1 || fill(left - 1) === 0));
  if (step !== undefined && !hasLabels(grid, part.block, left - step - 1, left - 1)) {
    left -= step;
    extra.push({ ...EMPTY_COLUMN, column: left });
  }
  return {
    block: { ...part.block, left },
    columns: [...part.columns, ...extra].sort((a, b) => a.column - b.column),
  };
}

function hasLabels(grid: Grid, block: HeaderBlock, left: number, right: number): boolean {
  for (let row = block.top; row <= block.bottom; row++) if (grid.cellsIn(row, left, right).length > 0) return true;
  return false;
}
