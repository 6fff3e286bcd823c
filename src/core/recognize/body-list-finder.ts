import { contains, type Region } from "../sheet/region";
import { squash } from "../text";
import type { Grid, GridCell } from "./grid";
import { isNote } from "./header-cells";
import { SheetHeadings } from "./headings";
import { openRows } from "./open-rows";
import type { RecognizedBodyList } from "./recognized";

const BODY = /(?:本部|本部会議|本部会|部会|委員会|ワーキンググループ|WG[\u2460-\u2473\d]*|チーム|会議|協議会|審議会|懇談会|懇話会|検討会|連絡会|研究会|推進会|事務局|監事会|幹事会|メンバー|推進員|リーダー|分科会|プロジェクトチーム|PT|推進室|推進課)(?:[(（].*[)）])?$/u;
const HEADING = /体制|組織|会議体|本部/u;
const FEWEST = 2;

function isBodyName(cell: GridCell): boolean {
  return typeof cell.cell.value === "string" && cell.text.length <= 40 && BODY.test(squash(cell.text)) && !isNote(cell.text);
}

/** Whether something stands between two open rows: lines of a table, which end a list. */
function hasLineBetween(grid: Grid, above: number, below: number): boolean {
  for (let row = above + 1; row < below; row++) if (grid.peekCellsOf(row).length > 0) return true;
  return false;
}

/** A plain list of 会議体 with their roles beside them, no header over it. */
export function findBodyLists(grid: Grid, claimed: readonly Region[]): readonly RecognizedBodyList[] {
  const lists: RecognizedBodyList[] = [];
  let run: { readonly row: number; readonly name: GridCell; readonly role: GridCell }[] = [];
  const close = (): void => {
    const first = run[0];
    const last = run.at(-1);
    if (first !== undefined && last !== undefined && run.length >= FEWEST) {
      const region = { top: first.row, left: first.name.column, bottom: last.row, right: Math.max(...run.map(({ role }) => role.right)) };
      const headings = new SheetHeadings(grid, claimed).above(region);
      if (headings.some((heading) => HEADING.test(heading)) || run.length >= 3) {
        lists.push({ kind: "bodies", grid, region, rows: run.map(({ row }) => row), nameColumn: first.name.column, roleColumn: first.role.column, headings, evidence: ["会議体の名称と役割が並ぶ"] });
      }
    }
    run = [];
  };
  let before = 0;
  for (const { row, beside } of openRows(grid, claimed)) {
    if (run.length > 0 && hasLineBetween(grid, before, row)) close();
    before = row;
    const cells = grid.cellsOf(row);
    if (cells.length === 0) continue;
    const [name, role, ...more] = cells;
    const fits = name !== undefined && role !== undefined && more.length <= 1 && isBodyName(name) && typeof role.cell.value === "string" && !beside.some((region) => contains(region, row, name.column));
    const first = run[0];
    if (!fits || (first !== undefined && (name.column !== first.name.column || role.column !== first.role.column))) {
      close();
      if (fits) run.push({ row, name, role });
    } else run.push({ row, name, role });
  }
  close();
  return lists;
}
