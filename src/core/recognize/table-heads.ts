import type { Region } from "../sheet/region";
import { isBlankText, isDash, squash, tidyLabel } from "../text";
import { labelMeaning, pairsOf } from "./form-pairs";
import type { Grid } from "./grid";
import type { FormPair, TableHead } from "./recognized";

const ABOUT_TABLE: ReadonlySet<FormPair["meaning"]> = new Set(["reformArea", "policy", "program", "theme", "division"]);

/** 施策名 | 地域防災力の向上 over the tables of a sheet: what the head of a sheet says of all that stands below it. */
export function tableHeads(grid: Grid, tables: readonly Region[]): (table: Region) => TableHead {
  const pairs = pairsOf(grid, tables).filter((pair) => ABOUT_TABLE.has(pair.meaning) && isHead(grid, pair));
  return (table) => {
    const head: { -readonly [Part in keyof TableHead]: TableHead[Part] } = {};
    const chosen = new Map<FormPair["meaning"], FormPair>();
    for (const pair of pairs) {
      const { meaning, labelAt, valueAt, inline } = pair;
      if (labelAt.row >= table.top) break;
      const before = chosen.get(meaning);
      // 関係課 beside or below 担当課 is not who answers for it, and 施策の方向性 below 施策名 no other 施策.
      if (before !== undefined && (before.labelAt.row === labelAt.row || strengthOf(before) > strengthOf(pair) || (strengthOf(before) === strengthOf(pair) && isRightBelow(before, pair)))) continue;
      chosen.set(meaning, pair);
      const text = tidyLabel(inline ?? grid.textAt(valueAt.row, valueAt.column));
      head[meaning as keyof TableHead] = { text, at: valueAt };
    }
    return head;
  };
}

/** So many rows may lie between two labels of one head. */
const HEAD_ROWS = 4;

function isRightBelow(before: FormPair, pair: FormPair): boolean {
  return pair.labelAt.row - before.labelAt.row <= HEAD_ROWS && squash(before.header) !== squash(pair.header);
}

function strengthOf({ label }: FormPair): number {
  return label.candidates[0]?.strength ?? 0;
}

/** A label and its value on one line, and no label over the values of a column. */
function isHead(grid: Grid, pair: FormPair): boolean {
  const { labelAt, valueAt, inline } = pair;
  if (strengthOf(pair) < 2 || labelAt.row !== valueAt.row) return false;
  const value = inline ?? grid.textAt(valueAt.row, valueAt.column);
  if (isBlankText(value) || isDash(value) || value.includes("\n")) return false;
  if (inline !== null) return true;
  // A value across several columns stands in no column of a list.
  const beside = grid.at(valueAt.row, valueAt.column);
  if (beside !== undefined && beside.right > beside.column) return true;
  const own = grid.at(labelAt.row, labelAt.column);
  const below = own === undefined ? undefined : grid.at(own.bottom + 1, own.column);
  return below === undefined || labelMeaning(grid, below) !== undefined || below.right > below.column;
}
