import type { CellAddress } from "../sheet/address";
import { isCellError, type CellContent, type SnapshotCell } from "../sheet/snapshot";
import { cellsWithin, halvesOf, type ReadColumn, type RecognizedTable } from "../recognize";
import { comparePeriods, isBlankText, isDash, isDitto, tidyLabel, unitFromCaption } from "../text";
import { bandText, isDivisionName, MARKS } from "./bands";

/** What a cell says, with the sign 〃 already followed upward. */
export interface CellReading {
  readonly value: CellContent | null;
  readonly format: string;
  readonly at: CellAddress;
  /** True where it is only a part of what the cell says. */
  readonly isPart?: true;
}

const NO_COLUMNS: readonly ReadColumn[] = [];
/** Where 再掲 is noted. */
const LISTING: ReadonlySet<ReadColumn["meaning"]> = new Set(["no", "id", "title", "name", "remarks", "other"]);

/** Of several columns of one meaning the one whose label says it most surely; the first of equals. */
export function surestOf(columns: readonly ReadColumn[]): ReadColumn | undefined {
  const [first, ...others] = columns;
  return others.reduce((best, column) => (best !== undefined && column.strength > best.strength ? column : best), first);
}

/** Reads a table's cells line by line: merged areas, 〃 and categories that are written only once. */
export class LineReader {
  private readonly byMeaning = new Map<ReadColumn["meaning"], readonly ReadColumn[]>();
  /** The item line before each item line; gathered once a 〃 asks. */
  private itemsAbove: ReadonlyMap<number, number> | undefined;
  /** What each 〃 stands for, by column and line, so that a long run of them is followed but once. */
  private readonly dittos = new Map<ReadColumn, Map<number, SnapshotCell | undefined>>();
  private knownBands: readonly { readonly index: number; readonly division: string }[] | undefined;
  /** Lines of the body that say nothing but a unit, in order. */
  private readonly captions: readonly { readonly index: number; readonly unit: string }[];

  /** Lines of the body that hold the name of a 課 alone, in order. */
  private get divisionBands(): readonly { readonly index: number; readonly division: string }[] {
    this.knownBands ??= this.table.lines.flatMap(({ index, role }) => {
      const text = role === "band" ? bandText(this.table, index) : null;
      return text !== null && isDivisionName(text) ? [{ index, division: text.replace(MARKS, "") }] : [];
    });
    return this.knownBands;
  }

  constructor(readonly table: RecognizedTable) {
    for (const column of table.columns) this.byMeaning.set(column.meaning, [...(this.byMeaning.get(column.meaning) ?? []), column]);
    this.captions = captionsWithin(table);
  }

  private get firstItem(): number | undefined {
    return this.table.lines.find(({ role }) => role === "item")?.index;
  }

  private above(index: number): number | undefined {
    this.itemsAbove ??= linesAbove(this.table);
    return this.itemsAbove.get(index);
  }

  /** （単位：…） in force at a line: the nearest one above it within the table, else the one above the table. */
  captionUnit(index: number): string | null {
    return this.captions.findLast((caption) => caption.index < index)?.unit ?? this.table.captionUnit;
  }

  cell(index: number, column: ReadColumn): CellReading {
    const at = this.addressOf(index, column);
    const found = this.found(index, column);
    if (found === undefined) return { value: null, format: "General", at };
    if (column.half !== null) return { value: this.half(found, column.half), format: found.format, at, isPart: true };
    return { value: found.value, format: found.format, at };
  }

  /** The half of a cell's text that is the column's; null where the cell has but the other. */
  private half(found: SnapshotCell, half: 0 | 1): CellContent | null {
    if (typeof found.value !== "string") return half === 0 ? found.value : null;
    const text = halvesOf(found.value)[half];
    return isBlankText(text) ? null : text;
  }

  private found(index: number, column: ReadColumn): SnapshotCell | undefined {
    if (column.fixed !== undefined) return this.table.grid.peekAt(column.fixed.row, column.fixed.column);
    const found = this.table.grid.peekAt(index, column.column);
    if (found === undefined || typeof found.value !== "string" || !isDitto(found.value)) return found;
    const above = this.above(index);
    if (above === undefined) return found;
    const known = this.dittos.get(column) ?? new Map<number, SnapshotCell | undefined>();
    this.dittos.set(column, known);
    const resolved = known.has(index) ? known.get(index) : this.found(above, column);
    known.set(index, resolved);
    return resolved;
  }

  /** The text, white space tidied; null for an empty cell or an error. */
  text(index: number, column: ReadColumn | undefined): string | null {
    if (column === undefined) return null;
    const found = this.found(index, column);
    if (found === undefined || isCellError(found.value)) return null;
    const whole = this.table.grid.view.textOf(found);
    const text = column.half === null ? whole : halvesOf(whole)[column.half];
    return isBlankText(text) ? null : tidyLabel(text);
  }

  /** The text with its line breaks; "" for an empty cell or an error. */
  rawText(index: number, column: ReadColumn): string {
    const found = this.found(index, column);
    return found === undefined || isCellError(found.value) ? "" : this.table.grid.view.textOf(found);
  }

  /** As `text`, and null for a dash. */
  statement(index: number, column: ReadColumn | undefined): string | null {
    const text = this.text(index, column);
    return text === null || isDash(text) ? null : text;
  }

  at(index: number, column: ReadColumn | undefined): CellAddress | null {
    return column === undefined ? null : this.addressOf(index, column);
  }

  /** The place of a line's cell, or of the one cell that speaks for all lines. */
  addressOf(index: number, { column, fixed }: ReadColumn): CellAddress {
    return this.table.grid.anchorAddress(fixed?.row ?? index, fixed?.column ?? column);
  }

  /** The unit that stands in a column of its own beside a figure. */
  unitBeside(index: number, { unitColumn }: ReadColumn): string | null {
    if (unitColumn === null) return null;
    const text = this.table.grid.textAt(index, unitColumn);
    return isBlankText(text) ? null : tidyLabel(text);
  }

  /** True where the cell begins at this line and not in an area merged from a line above. */
  begins(index: number, column: ReadColumn): boolean {
    if (column.fixed !== undefined) return index === this.firstItem;
    const merge = this.table.grid.mergeAt(index, column.column);
    return merge === undefined || merge.top === index;
  }

  /** 1（再掲）, 備考：再掲: the line stands somewhere else with all that is said of it. */
  isListedAgain(index: number): boolean {
    return this.table.columns.some((column) => LISTING.has(column.meaning) && this.text(index, column)?.includes("再掲") === true);
  }

  columns(meaning: ReadColumn["meaning"]): readonly ReadColumn[] {
    return this.byMeaning.get(meaning) ?? NO_COLUMNS;
  }

  /**
   * The 課 that answers for a line where no column says it: the head of the sheet, the line 総務課 among the lines above,
   * the heading 総務課 over the table.
   */
  divisionOver(index: number): string | null {
    if (this.table.head.division !== undefined) return this.table.head.division.text;
    const band = this.divisionBands.findLast((line) => line.index < index);
    return band?.division ?? this.table.headings.findLast(isDivisionName)?.trim().replace(MARKS, "") ?? null;
  }

  /** Of several columns with a year each the latest that says something in a line; else the first. */
  latest(index: number, columns: readonly ReadColumn[]): ReadColumn | undefined {
    const [first, ...others] = columns;
    if (first === undefined || others.length === 0 || columns.some(({ period }) => period === null)) return first;
    let latest: ReadColumn | undefined;
    for (const column of columns) {
      if (this.statement(index, column) === null) continue;
      if (latest === undefined || latest.period === null || (column.period !== null && comparePeriods(column.period, latest.period) >= 0)) latest = column;
    }
    return latest ?? first;
  }

  column(meaning: ReadColumn["meaning"]): ReadColumn | undefined {
    return this.byMeaning.get(meaning)?.[0];
  }
}

function linesAbove({ lines }: RecognizedTable): ReadonlyMap<number, number> {
  const above = new Map<number, number>();
  let last: number | undefined;
  for (const { index, role } of lines) {
    if (role !== "item") continue;
    if (last !== undefined) above.set(index, last);
    last = index;
  }
  return above;
}

/** 「（単位：人）」 on a line of its own between the lines of a table. */
function captionsWithin({ grid, header, lines }: RecognizedTable): readonly { readonly index: number; readonly unit: string }[] {
  const last = lines.findLast(({ role }) => role === "item")?.index ?? 0;
  const captions: { index: number; unit: string }[] = [];
  for (const { index, role } of lines) {
    if (role === "item" || index > last) continue;
    const cells = cellsWithin(grid.peekCellsOf(index), header.left, header.right);
    const [only] = cells;
    const unit = cells.length === 1 && typeof only?.cell.value === "string" ? unitFromCaption(only.text) : undefined;
    if (unit !== undefined) captions.push({ index, unit });
  }
  return captions;
}
