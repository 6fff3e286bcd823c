import type { TableLine } from "../model";
import { squash } from "../text";
import type { Grid } from "./grid";
import type { HeaderBlock } from "./header-blocks";
import { rowLabelOf } from "./profiles";

/** 「上段：目標値、下段：実績値」, also 上：目標 下：実績 and （上段）目標（下段）実績. */
const LEGEND = /[(]?上段?[)]?[:は]?[(]?(?<first>[^:、,/・()下中]{2,6}).{0,4}?(?:[(]?中段?[)]?[:は]?[(]?(?<second>[^:、,/・()下]{2,6}).{0,4}?)?[(]?下段?[)]?[:は]?[(]?(?<last>[^:、,/・()]{2,6})/u;
/** How far above a header such a legend may stand. */
const REACH = 3;

function namesIn(text: string): readonly string[] | undefined {
  if (!/上/u.test(text) || !/下/u.test(text)) return undefined;
  const found = LEGEND.exec(squash(text))?.groups;
  const names = [found?.["first"], found?.["second"], found?.["last"]].filter((name) => name !== undefined);
  return names.length >= 2 && names.every((name) => rowLabelOf(name) !== undefined) ? names : undefined;
}

/** What a legend in or over a header calls the lines of each item, from the upper to the lower; undefined where there is none. */
export function lineNamesOf(grid: Grid, block: HeaderBlock): readonly string[] | undefined {
  for (let row = block.bottom; row >= Math.max(0, block.top - REACH); row--) {
    for (const cell of grid.cellsIn(row, Math.max(0, block.left - 1), block.right + 2)) {
      const names = typeof cell.cell.value === "string" ? namesIn(cell.text) : undefined;
      if (names !== undefined) return names;
    }
  }
  return undefined;
}

/** Whether most items of a table take as many lines as there are names for them. */
export function takesLines(grid: Grid, nameColumn: number, lines: readonly TableLine[], count: number): boolean {
  const items = lines.filter(({ role }) => role === "item");
  const starts = items.flatMap(({ index }, at) => (grid.peekOwn(index, nameColumn) === undefined ? [] : [at]));
  const fitting = starts.filter((at, index) => (starts[index + 1] ?? items.length) - at === count);
  return starts.length > 0 && fitting.length * 2 > starts.length;
}
