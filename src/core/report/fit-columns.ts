import { isFormula, type PlanCell, type PlanValue } from "./plan";
import { textWidth } from "./text-width";
import { roleStyles, STANDARD_SIZE } from "./theme";

/* Widths by content: what stands in a column decides how wide it is, what is left of the page goes where it is written. */

export interface ColumnWish {
  readonly title: string;
  readonly least: number;
  readonly most: number;
  /** Left out where no row has anything in it. */
  readonly isOptional?: boolean;
  /** Sentences and names, which read as well on two lines: where the page is too narrow, these give way first. */
  readonly isProse?: boolean;
  /** Takes what the others leave of the page. */
  readonly grows?: boolean;
}

export interface FittedTable {
  readonly titles: readonly string[];
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PlanCell[])[];
}

/** Excel's margin on both sides, and a little air. */
const MARGIN = 1.5;
const SHARE_FORMAT = roleStyles.share.format;

/** As it stands on the page: a number too wide for its column would be shown as "####". */
function shownText(value: NonNullable<PlanValue>, format: string | null): string {
  const plain = isFormula(value) ? value.cached : value;
  return typeof plain === "number" && format === SHARE_FORMAT ? `${(plain * 100).toFixed(1)}%` : String(plain);
}

function widthNeeded(column: number, rows: readonly (readonly PlanCell[])[], most: number): number {
  let widest = 0;
  for (const row of rows) {
    const cell = row[column];
    if (cell === undefined || cell.value === null) continue;
    const scale = roleStyles[cell.role].size / STANDARD_SIZE;
    const text = shownText(cell.value, roleStyles[cell.role].format);
    // No character is wider than two: what cannot be the widest need not be measured.
    if (text.length * 2 * scale > widest) widest = Math.max(widest, textWidth(text) * scale);
    if (widest >= most) return most;
  }
  return widest + MARGIN;
}

function leastOf({ least, title }: ColumnWish): number {
  return Math.max(least, textWidth(title) + MARGIN);
}

/** What the columns take at least, the optional ones left aside. */
export function leastWidth(wishes: readonly ColumnWish[]): number {
  return wishes.reduce((sum, wish) => sum + (wish.isOptional === true ? 0 : leastOf(wish)), 0);
}

interface Column {
  readonly least: number;
  readonly width: number;
  readonly isProse: boolean;
  readonly grows: boolean;
}

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

/** Takes so much from columns that can spare it, each in proportion to what it can. */
function narrowed(columns: readonly Column[], excess: number, gives: (column: Column) => boolean): readonly Column[] {
  const most = columns.reduce((sum, column) => sum + (gives(column) ? column.width - column.least : 0), 0);
  if (excess <= 0 || most === 0) return columns;
  const share = Math.min(1, excess / most);
  return columns.map((column) => (gives(column) ? { ...column, width: column.width - share * (column.width - column.least) } : column));
}

function toWidth(columns: readonly Column[], total: number): readonly Column[] {
  const spare = total - widthOf(columns);
  const growing = columns.filter(({ grows }) => grows).length;
  if (spare >= 0) return columns.map((column) => (column.grows ? { ...column, width: column.width + spare / growing } : column));
  const soft = narrowed(columns, -spare, ({ isProse }) => isProse);
  return narrowed(soft, widthOf(soft) - total, () => true);
}

/** `wishes` has a column for each cell of a row. The widths add up to `total`, unless the least of all are more. */
export function fitColumns(wishes: readonly ColumnWish[], rows: readonly (readonly PlanCell[])[], total: number): FittedTable {
  const kept = wishes.flatMap((wish, index) => {
    const isEmpty = rows.every((row) => (row[index]?.value ?? null) === null);
    return wish.isOptional === true && isEmpty ? [] : [{ wish, index }];
  });
  const columns = kept.map(({ wish, index }): Column => {
    const least = leastOf(wish);
    const width = Math.min(Math.max(least, widthNeeded(index, rows, wish.most)), Math.max(least, wish.most));
    return { least, width, isProse: wish.isProse === true, grows: wish.grows === true };
  });
  const fitted = toWidth(columns, total);
  return {
    titles: kept.map(({ wish }) => wish.title),
    widths: fitted.map(({ width }) => Math.floor(width * 10) / 10),
    rows: rows.map((row) => kept.flatMap(({ index }) => row[index] ?? [])),
  };
}
