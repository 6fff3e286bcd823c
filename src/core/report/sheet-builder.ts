import type { Region } from "../sheet/region";
import type { PlanCell, PlanRow, PlanValue } from "./plan";
import { isFormula } from "./plan";
import { cutLines, lineCount } from "./text-width";
import { roleStyles, STANDARD_SIZE, type CellRole } from "./theme";

/** Excel's tallest row is 409 points; past this a text is better read in the cell than on the page. */
const MAX_HEIGHT = 380;
/** Height of a line in relation to its type size; Japanese faces need more than Latin ones. */
const LEADING = 1.42;
const PADDING = 4;

export type CellExtras = Pick<PlanCell, "format" | "link" | "source">;

/** A cell; an empty text is an empty cell, which Excel counts as blank. */
export function cell(value: PlanValue, role: CellRole, extras: CellExtras = {}): PlanCell {
  return { value: value === "" ? null : value, role, ...extras };
}

/** A row's key from its parts, in the manner of the model's own keys. */
export function rowKey(...parts: readonly string[]): string {
  return parts.join("\u241f");
}

function shownText(value: PlanValue): string {
  if (value === null) return "";
  if (isFormula(value)) return String(value.cached);
  return String(value);
}

function cellHeight(item: PlanCell, width: number): number {
  const style = roleStyles[item.role];
  // A larger face fills the column sooner than the standard one, in which widths are counted.
  const lines = style.wrap ? lineCount(shownText(item.value), (width * STANDARD_SIZE) / style.size) : 1;
  // In a long text a line may break a little earlier than counted, and each such line pushes the next.
  const spare = lines >= MANY_LINES ? 1 : 0;
  return (lines + spare) * style.size * LEADING + PADDING;
}

/** From so many lines on, one in reserve. */
const MANY_LINES = 4;

/** Points of a row with one line of a role. */
export function oneLine(role: CellRole): number {
  return roleStyles[role].size * LEADING + PADDING;
}

/** How high a chart may be, in rows. */
export interface ChartRows {
  readonly wished: number;
  readonly least: number;
  /** Points of what should stand on the same page below it, if it can. */
  readonly pointsBelow?: number;
}

/** Collects a sheet's rows from top to bottom and knows at which row it stands. */
export class SheetBuilder {
  private readonly list: PlanRow[] = [];
  private readonly breaks: number[] = [];
  private readonly keys = new Map<string, number>();
  /** What a page begins with that a list goes on to. */
  private continuation: (() => void) | null = null;
  /** Points used on the page that is being filled. */
  private used = 0;
  /** Points that the repeated title rows take on every page but the first. */
  private repeated = 0;

  /** `pageHeight` in points; Infinity where pages may break wherever they like. */
  constructor(
    readonly columnWidths: readonly number[],
    private readonly pageHeight = Infinity,
  ) {}

  /** A page ends after each of these rows. */
  get breakAfterRows(): readonly number[] {
    return this.breaks;
  }

  /** Zero-based index of the row that comes next. */
  get next(): number {
    return this.list.length;
  }

  get rows(): readonly PlanRow[] {
    return this.list;
  }

  /**
   * Adds a row, as high as its text needs in these columns. Returns its index. `key` says what the row is about; a second
   * row about the same is told from the first.
   */
  row(cells: readonly (PlanCell | null)[], minHeight = 18, key?: string): number {
    const row = { height: this.heightOf(cells, minHeight), cells };
    return this.push(key === undefined ? row : { ...row, key: this.onceOnly(key) });
  }

  /** Points that a row of these cells takes. */
  heightOf(cells: readonly (PlanCell | null)[], minHeight = 18): number {
    const heights = cells.map((item, column) => (item === null ? 0 : cellHeight(item, this.columnWidths[column] ?? 10)));
    return Math.round(Math.min(Math.max(minHeight, ...heights), MAX_HEIGHT) * 4) / 4;
  }

  private onceOnly(key: string): string {
    const count = (this.keys.get(key) ?? 0) + 1;
    this.keys.set(key, count);
    return count === 1 ? key : rowKey(key, `#${String(count)}`);
  }

  private push(row: PlanRow): number {
    // Said outright, so that pages end where they were planned to, whatever a host's printer would make of the heights.
    if (this.used + row.height > this.pageHeight) this.newPage();
    this.used += row.height;
    this.list.push(row);
    return this.list.length - 1;
  }

  /** Says what every page begins with until this is said again: the name of the group that goes on there. */
  continueWith(write: (() => void) | null): void {
    this.continuation = write;
  }

  /** Says that a row stands on every page from now on. */
  repeat(row: number): void {
    this.repeated = this.list[row]?.height ?? 0;
  }

  /** Begins a new page if what comes next, so many points high, would be cut in two on this one. */
  keep(height: number): void {
    if (this.used + height > this.pageHeight) this.newPage();
  }

  /**
   * As `keep`, but never leaves a page that has hardly been begun: then what comes next begins here, and `least` of it
   * is all that must stand together.
   */
  keepIfBegun(height: number, least: number): void {
    const isMostlyEmpty = this.used < this.pageHeight / 3;
    this.keep(height > this.pageHeight || isMostlyEmpty ? least : height);
  }

  /** Begins a new page, unless this one is still empty. */
  newPage(): void {
    if (this.list.length === 0 || this.breaks.at(-1) === this.list.length - 1) return;
    this.breaks.push(this.list.length - 1);
    this.used = this.repeated;
    this.continuation?.();
  }

  /** A text that runs over the empty cells to its right; on as many rows as the sheet's width asks for. */
  line(text: string, role: CellRole): number {
    for (const part of this.lines(text, role)) this.row([cell(part, role)], oneLine(role));
    return this.next - 1;
  }

  /** Points that `line` takes. */
  lineHeight(text: string, role: CellRole): number {
    return this.lines(text, role).length * this.heightOf([], oneLine(role));
  }

  /** A section heading whose rule runs over the whole width; a long one takes as many rows as it needs. */
  heading(text: string): number {
    return this.banner(text, "heading", "heading-above", 24);
  }

  /** A text over the whole width, in cells that all look alike. Returns the last of its rows, which gets the key. */
  banner(text: string, role: CellRole, roleAbove: CellRole, height: number, key?: string): number {
    const parts = this.lines(text, role);
    parts.forEach((part, index) => {
      const isLast = index === parts.length - 1;
      const own = isLast ? role : roleAbove;
      this.row([cell(part, own), ...this.columnWidths.slice(1).map(() => cell(null, own))], height, isLast ? key : undefined);
    });
    return this.next - 1;
  }

  /** A text in lines that fit the sheet's width. */
  private lines(text: string, role: CellRole): readonly string[] {
    const width = this.columnWidths.reduce((sum, value) => sum + value, 0);
    return cutLines(text, (width * STANDARD_SIZE) / roleStyles[role].size - 2);
  }

  gap(height = 8): number {
    return this.push({ height, cells: [] });
  }

  /**
   * Room for a chart: empty rows of one height. Returns the region over the given columns. A chart is rather a little
   * lower than alone on the next page: it takes what is left of this one, if that is not less than it can do with.
   */
  room(rows: ChartRows, columns: readonly [number, number], height = 18): Region {
    const left = Math.floor((this.pageHeight - this.used) / height);
    const spare = Math.floor((this.pageHeight - this.used - (rows.pointsBelow ?? 0)) / height);
    const fitting = spare >= rows.least ? spare : left;
    const count = left >= rows.least ? Math.min(rows.wished, fitting) : rows.wished;
    this.keep(count * height);
    const top = this.next;
    for (let n = 0; n < count; n++) this.gap(height);
    return { top, left: columns[0], bottom: this.next - 1, right: columns[1] };
  }

  /** Everything that was written, from A1 on. */
  get extent(): Region {
    return { top: 0, left: 0, bottom: Math.max(this.next - 1, 0), right: Math.max(this.columnWidths.length - 1, 0) };
  }
}
