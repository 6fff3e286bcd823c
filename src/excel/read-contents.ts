import type { CellContent, SnapshotCell, SnapshotRow } from "../core/sheet/snapshot";
import { isTooLarge, Refusal } from "./host-failure";
import type { SheetExtent } from "./read-directory";

/** Excel on the web answers with 5 MB at most; a third of it is left for what we misjudge. */
const BYTES_PER_TILE = 3_400_000;

/** Before anything is known of a sheet: four values a cell, one of them some twenty kanji. */
const BYTES_PER_CELL_AT_FIRST = 160;

/** Some rows of one sheet. */
interface Slice {
  readonly sheet: number;
  readonly top: number;
  readonly rows: number;
}

interface Block {
  readonly slice: Slice;
  readonly range: Excel.Range;
}

/**
 * Third request and, for large sheets, one more for each further tile: what the cells hold. Small sheets share a request.
 * A tile that Excel finds too large is halved.
 */
export async function readContents(
  context: Excel.RequestContext,
  sheets: readonly SheetExtent[],
  onProgress: (done: number, of: number) => void,
): Promise<readonly (readonly SnapshotRow[])[]> {
  const contents: SnapshotRow[][] = sheets.map(() => []);
  const plan = new TilePlan(sheets);
  onProgress(0, plan.cells);
  for (let tile = plan.next(); tile.length > 0; tile = plan.next()) {
    const blocks = tile.map((slice): Block => ({ slice, range: ask(sheets, slice) }));
    try {
      // eslint-disable-next-line office-addins/no-context-sync-in-loop -- one request a tile under the limit is the point
      await context.sync();
    } catch (error) {
      if (!isTooLarge(error)) throw error;
      if (!plan.halve(tile)) throw new Refusal({ code: "payload-too-large" });
      continue;
    }
    for (const { slice, range } of blocks) {
      const rows = contents[slice.sheet];
      const left = sheets[slice.sheet]?.filled?.left ?? 0;
      if (rows !== undefined) plan.learn(slice, takeRows(range, slice.top, left, rows));
      range.untrack();
    }
    onProgress(plan.cells - plan.cellsLeft, plan.cells);
  }
  return contents;
}

function ask(sheets: readonly SheetExtent[], { sheet, top, rows }: Slice): Excel.Range {
  const extent = sheets[sheet];
  if (extent?.filled === undefined) throw new Error("a tile of an empty sheet");
  const { left, right } = extent.filled;
  const range = extent.worksheet.getRangeByIndexes(top, left, rows, right - left + 1);
  range.load({ values: true, valueTypes: true, numberFormat: true, formulas: true });
  return range;
}

/** Adds what a block holds to the rows of its sheet; returns how many bytes it took on its way, roughly. */
function takeRows(range: Excel.Range, top: number, left: number, rows: SnapshotRow[]): number {
  const values = range.values as (string | number | boolean)[][];
  const formats = range.numberFormat as string[][];
  const formulas = range.formulas as (string | number | boolean)[][];
  const types = range.valueTypes as unknown as string[][];
  let bytes = 0;
  for (const [offset, line] of values.entries()) {
    const cells: SnapshotCell[] = [];
    for (const [column, value] of line.entries()) {
      const type = types[offset]?.[column] ?? "Unknown";
      const format = formats[offset]?.[column] ?? "General";
      const given = formulas[offset]?.[column] ?? "";
      bytes += sizeOf(value) + sizeOf(given) + format.length + type.length + 10;
      const cell = toCell(left + column, value, type, format, given);
      if (cell !== undefined) cells.push(cell);
    }
    if (cells.length > 0) rows.push({ row: top + offset, cells });
  }
  return bytes;
}

function toCell(column: number, value: string | number | boolean, type: string, format: string, given: string | number | boolean): SnapshotCell | undefined {
  if (value === "" && given === "") return undefined;
  const content = contentOf(value, type, given);
  if (value === "" && content.formula === undefined) return undefined;
  return { column, value: content.value, format, ...(content.formula === undefined ? {} : { formula: content.formula }) };
}

/** What a cell holds, from the value, its type and the formula that Excel gives. */
export function contentOf(value: string | number | boolean, type: string, given: string | number | boolean): { readonly value: CellContent; readonly formula: string | undefined } {
  // A text that begins with "=" is its own formula; a formula never equals what it shows.
  const formula = typeof given === "string" && given.startsWith("=") && given !== value ? given.slice(1) : undefined;
  return { value: type === "Error" ? { error: String(value) } : value, formula };
}

/** Bytes in UTF-8 with quotation marks, without counting each character of a long text. */
function sizeOf(value: string | number | boolean): number {
  if (typeof value !== "string") return 8;
  let size = value.length + 2;
  for (let at = 0; at < value.length; at++) if (value.charCodeAt(at) > 127) size += 2;
  return size;
}

/** Cuts the sheets into tiles, learning from each what the next may hold. */
class TilePlan {
  private readonly queue: Slice[];
  private readonly widths: readonly number[];
  /** Bytes a row, by sheet. */
  private readonly known = new Map<number, number>();
  /** Of the used ranges, all sheets together. */
  readonly cells: number;

  constructor(sheets: readonly SheetExtent[]) {
    this.widths = sheets.map(({ filled }) => (filled === undefined ? 0 : filled.right - filled.left + 1));
    this.queue = sheets.flatMap(({ filled }, sheet) => (filled === undefined ? [] : [{ sheet, top: filled.top, rows: filled.bottom - filled.top + 1 }]));
    this.cells = this.cellsLeft;
  }

  get cellsLeft(): number {
    return this.queue.reduce((sum, { sheet, rows }) => sum + rows * (this.widths[sheet] ?? 0), 0);
  }

  /** As much as one response may hold, in reading order; empty when all is read. */
  next(): readonly Slice[] {
    const tile: Slice[] = [];
    let room = BYTES_PER_TILE;
    for (let slice = this.queue[0]; slice !== undefined; slice = this.queue[0]) {
      const bytesPerRow = this.bytesPerRow(slice.sheet);
      const rows = Math.min(slice.rows, Math.floor(room / bytesPerRow));
      if (rows === 0 && tile.length > 0) break;
      const taken = { ...slice, rows: Math.max(1, rows) };
      tile.push(taken);
      this.queue.shift();
      if (taken.rows < slice.rows) {
        this.queue.unshift({ ...slice, top: slice.top + taken.rows, rows: slice.rows - taken.rows });
        break;
      }
      room -= taken.rows * bytesPerRow;
    }
    return tile;
  }

  /** Puts a refused tile back in two halves; false where there is nothing left to halve. */
  halve(tile: readonly Slice[]): boolean {
    const [only, ...more] = tile;
    if (only === undefined || (more.length === 0 && only.rows === 1)) return false;
    this.queue.unshift(...tile);
    for (const { sheet } of tile) this.known.set(sheet, this.bytesPerRow(sheet) * 2);
    return true;
  }

  learn({ sheet, rows }: Slice, bytes: number): void {
    // The denser of what was seen: rows further down may be fuller.
    const before = this.known.get(sheet) ?? 0;
    this.known.set(sheet, Math.max(before, 1, Math.ceil(bytes / rows)));
  }

  private bytesPerRow(sheet: number): number {
    return this.known.get(sheet) ?? Math.max(1, (this.widths[sheet] ?? 1) * BYTES_PER_CELL_AT_FIRST);
  }
}
