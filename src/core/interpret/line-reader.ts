import type { CellAddress } from "../sheet/address";
import type { CellContent } from "../sheet/snapshot";
import { isCellError } from "../sheet/snapshot";
import type { ReadColumn, RecognizedTable } from "../recognize";
import { isBlankText, isDash, isDitto, tidyLabel } from "../text";

/** What a cell says, with the sign 〃 already followed upward. */
export interface CellReading {
  readonly value: CellContent | null;
  readonly format: string;
  readonly text: string;
  readonly at: CellAddress;
}

type GridCell = NonNullable<ReturnType<RecognizedTable["grid"]["at"]>>;

const NO_COLUMNS: readonly ReadColumn[] = [];

/** Reads a table's cells line by line: merged areas, 〃 and categories that are written only once. */
export class LineReader {
  private readonly byMeaning = new Map<ReadColumn["meaning"], readonly ReadColumn[]>();
  /** The item line before each item line. */
  private readonly above = new Map<number, number>();
  /** What each 〃 stands for, by column and line, so that a long run of them is followed but once. */
  private readonly dittos = new Map<ReadColumn, Map<number, GridCell | undefined>>();

  constructor(readonly table: RecognizedTable) {
    for (const column of table.columns) this.byMeaning.set(column.meaning, [...(this.byMeaning.get(column.meaning) ?? []), column]);
    let last: number | undefined;
    for (const { index, role } of table.lines) {
      if (role !== "item") continue;
      if (last !== undefined) this.above.set(index, last);
      last = index;
    }
  }

  cell(index: number, column: ReadColumn): CellReading {
    const at = this.table.grid.anchorAddress(index, column.column);
    const found = this.found(index, column);
    return { value: found?.cell.value ?? null, format: found?.cell.format ?? "General", text: found?.text ?? "", at };
  }

  private found(index: number, column: ReadColumn): GridCell | undefined {
    const found = this.table.grid.at(index, column.column);
    if (found === undefined || typeof found.cell.value !== "string" || !isDitto(found.text)) return found;
    const above = this.above.get(index);
    if (above === undefined) return found;
    const known = this.dittos.get(column) ?? new Map<number, GridCell | undefined>();
    this.dittos.set(column, known);
    const resolved = known.has(index) ? known.get(index) : this.found(above, column);
    known.set(index, resolved);
    return resolved;
  }

  /** The text, white space tidied; null for an empty cell or an error. */
  text(index: number, column: ReadColumn | undefined): string | null {
    if (column === undefined) return null;
    const found = this.found(index, column);
    return found === undefined || isCellError(found.cell.value) || isBlankText(found.text) ? null : tidyLabel(found.text);
  }

  /** As `text`, and null for a dash. */
  statement(index: number, column: ReadColumn | undefined): string | null {
    const text = this.text(index, column);
    return text === null || isDash(text) ? null : text;
  }

  at(index: number, column: ReadColumn | undefined): CellAddress | null {
    return column === undefined ? null : this.table.grid.anchorAddress(index, column.column);
  }

  /** True where the cell begins at this line and not in an area merged from a line above. */
  begins(index: number, column: ReadColumn): boolean {
    const merge = this.table.grid.mergeAt(index, column.column);
    return merge === undefined || merge.top === index;
  }

  columns(meaning: ReadColumn["meaning"]): readonly ReadColumn[] {
    return this.byMeaning.get(meaning) ?? NO_COLUMNS;
  }

  column(meaning: ReadColumn["meaning"]): ReadColumn | undefined {
    return this.byMeaning.get(meaning)?.[0];
  }
}

export const CATEGORIES = ["reformArea", "policy", "program", "theme"] as const;
export type Category = (typeof CATEGORIES)[number];
export type CategoryValues = Readonly<Record<Category, string | null>>;

const NO_VALUES: CategoryValues = { reformArea: null, policy: null, program: null, theme: null };

const AREA = /改革/u;
const POLICY = /基本目標|基本方針|基本政策|政策|重点目標|重点戦略|基本戦略|戦略|の柱|^柱|方針|ビジョン|目標[0-9０-９①-⑳]/u;
const PROGRAM = /施策|分野|プロジェクト|取組の方向/u;

/** What kind of category a heading or a band row names; undefined if its words do not tell. */
export function categoryOfHeading(text: string): Category | undefined {
  if (/数値目標|KPI|ＫＰＩ|重要業績評価指標|一覧|について|計画$|進捗|達成状況/u.test(text) && !/^基本目標/u.test(text)) return undefined;
  if (POLICY.test(text)) return "policy";
  if (AREA.test(text)) return "reformArea";
  if (PROGRAM.test(text)) return "program";
  return undefined;
}

/** The categories that the headings over a table give. */
export function categoriesOfHeadings(headings: readonly string[]): CategoryValues {
  const values: Record<Category, string | null> = { ...NO_VALUES };
  for (const heading of headings) {
    const category = categoryOfHeading(heading);
    if (category !== undefined) values[category] = heading;
  }
  return values;
}

/** Categories in force at each item line: its own cell, the one above where it is written once, the band, the headings. */
export function categoriesByLine(reader: LineReader): ReadonlyMap<number, CategoryValues> {
  const { table } = reader;
  const columns = CATEGORIES.flatMap((category) => {
    const column = reader.column(category);
    return column === undefined ? [] : [{ category, column }];
  }).sort((a, b) => a.column.column - b.column.column);
  const fallback: Record<Category, string | null> = { ...categoriesOfHeadings(table.headings) };
  const current = new Map<Category, string | null>();
  const found = new Map<number, CategoryValues>();
  for (const { index, role } of table.lines) {
    if (role === "band") {
      const text = bandText(reader, index);
      if (text !== null) {
        const free = CATEGORIES.find((category) => !columns.some((one) => one.category === category) && category !== "reformArea");
        const category = categoryOfHeading(text) ?? free;
        if (category !== undefined) fallback[category] = text;
      }
      // What was written once above a band does not hold below it.
      current.clear();
    }
    if (role !== "item") continue;
    let isFresh = false;
    for (const { category, column } of columns) {
      const text = reader.text(index, column);
      if (text !== null) {
        isFresh = current.get(category) !== text || isFresh;
        current.set(category, text);
      } else if (isFresh || !current.has(category)) current.set(category, null);
    }
    const values: Record<Category, string | null> = { ...NO_VALUES };
    for (const category of CATEGORIES) values[category] = current.get(category) ?? fallback[category];
    found.set(index, values);
  }
  return found;
}

function bandText(reader: LineReader, index: number): string | null {
  const { grid, header } = reader.table;
  const cell = grid.cellsIn(index, header.left, header.right)[0];
  return cell === undefined ? null : tidyLabel(cell.text);
}
