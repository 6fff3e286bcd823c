import type { CellAddress } from "../sheet/address";
import { isCellError, type CellContent, type SnapshotCell } from "../sheet/snapshot";
import { cellsWithin, halvesOf, type ReadColumn, type RecognizedTable } from "../recognize";
import { comparePeriods, isBlankText, isDash, isDitto, squash, tidyLabel, unitFromCaption } from "../text";

/** What a cell says, with the sign 〃 already followed upward. */
export interface CellReading {
  readonly value: CellContent | null;
  readonly format: string;
  readonly at: CellAddress;
  /** True where it is only a part of what the cell says. */
  readonly isPart?: true;
}

const NO_COLUMNS: readonly ReadColumn[] = [];

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

  constructor(readonly table: RecognizedTable) {
    for (const column of table.columns) this.byMeaning.set(column.meaning, [...(this.byMeaning.get(column.meaning) ?? []), column]);
    this.captions = captionsWithin(table);
  }

  /** Lines of the body that hold the name of a 課 alone, in order. */
  private get divisionBands(): readonly { readonly index: number; readonly division: string }[] {
    this.knownBands ??= this.table.lines.flatMap(({ index, role }) => {
      const text = role === "band" ? bandText(this, index) : null;
      return text !== null && isDivisionName(text) ? [{ index, division: text.replace(MARKS, "") }] : [];
    });
    return this.knownBands;
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
    const at = this.table.grid.anchorAddress(index, column.column);
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
    return column === undefined ? null : this.table.grid.anchorAddress(index, column.column);
  }

  /** The unit that stands in a column of its own beside a figure. */
  unitBeside(index: number, { unitColumn }: ReadColumn): string | null {
    if (unitColumn === null) return null;
    const text = this.table.grid.textAt(index, unitColumn);
    return isBlankText(text) ? null : tidyLabel(text);
  }

  /** True where the cell begins at this line and not in an area merged from a line above. */
  begins(index: number, column: ReadColumn): boolean {
    const merge = this.table.grid.mergeAt(index, column.column);
    return merge === undefined || merge.top === index;
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

export const CATEGORIES = ["reformArea", "policy", "program", "theme"] as const;
export type Category = (typeof CATEGORIES)[number];
export type CategoryValues = Readonly<Record<Category, string | null>>;

const NO_VALUES: CategoryValues = { reformArea: null, policy: null, program: null, theme: null };

const AREA = /改革/u;
const POLICY = /基本目標|基本方針|基本政策|政策|重点目標|重点戦略|基本戦略|戦略|の柱|^柱|方針|ビジョン|目標[0-9０-９①-⑳]/u;
/** 第4次行政改革大綱 実施計画 取組状況（令和6年度末）: what the sheet is, and no part of a plan. */
const DOCUMENT = /大綱|実施状況|取組状況|実施計画|評価シート|個票|[プフ]ォローアップ|調査票|報告書|(?:総合計画|総合戦略|推進計画|行動計画|基本計画|プラン)(?:$|[\s\u3000（(【「])/u;
/** 基本方針2 公共施設の実施計画: a part of a plan that is called one. */
const LED = /^[【〔<＜《■◆●◇□▼▽★☆\s]*(?:基本目標|基本方針|基本政策|重点目標|重点戦略|基本戦略|政策|戦略|施策|方針|柱|分野|取組)\s*[0-9０-９①-⑳ⅠⅡⅢⅣⅤ一二三四五(（:：.]/u;
const PROGRAM = /施策|分野|プロジェクト|取組の方向/u;

const DIVISION_NAME = /^[^\s\d（(]{1,12}(?:部|局|課|室|署|支所|事務局|センター)$/u;

const MARKS = /^[【〔<＜《■◆●◇□○・]+|[】〕>＞》]+$/gu;

/** 総務部, ■市民課: an office and nothing else. */
function isDivisionName(text: string): boolean {
  return DIVISION_NAME.test(squash(text).replace(MARKS, ""));
}

/** What kind of category a heading or a band row names; undefined if its words do not tell. */
export function categoryOfHeading(text: string): Category | undefined {
  if (/数値目標|KPI|ＫＰＩ|重要業績評価指標|一覧|について|計画$|進捗|達成状況|様式|シート$|調書$|評価[票表]$|指標$|事務事業$|構成する/u.test(text) && !/^基本目標/u.test(text)) return undefined;
  if (DOCUMENT.test(text) && !LED.test(text)) return undefined;
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
  for (const category of CATEGORIES) fallback[category] = table.head[category]?.text ?? fallback[category];
  const current = new Map<Category, string | null>();
  const found = new Map<number, CategoryValues>();
  // Lines of the same categories share one object: undefined where the next line must look again.
  let values: CategoryValues | undefined;
  const set = (category: Category, text: string | null): void => {
    if (current.get(category) === text) return;
    current.set(category, text);
    values = undefined;
  };
  for (const { index, role } of table.lines) {
    if (role === "band") {
      const text = bandText(reader, index);
      // 総務部 over its 業務 says whose they are, and no 施策.
      if (text !== null && !isDivisionName(text)) {
        const free = CATEGORIES.find((category) => !columns.some((one) => one.category === category) && category !== "reformArea");
        const category = categoryOfHeading(text) ?? free;
        if (category !== undefined) fallback[category] = text;
      }
      // What was written once above a band does not hold below it.
      current.clear();
      values = undefined;
    }
    if (role !== "item") continue;
    let isFresh = false;
    for (const { category, column } of columns) {
      const text = reader.text(index, column);
      if (text !== null) {
        isFresh = current.get(category) !== text || isFresh;
        set(category, text);
      } else if (isFresh || !current.has(category)) set(category, null);
    }
    values ??= valuesInForce(current, fallback);
    found.set(index, values);
  }
  return found;
}

function valuesInForce(current: ReadonlyMap<Category, string | null>, fallback: CategoryValues): CategoryValues {
  const values: Record<Category, string | null> = { ...NO_VALUES };
  for (const category of CATEGORIES) values[category] = current.get(category) ?? fallback[category];
  return values;
}

function bandText(reader: LineReader, index: number): string | null {
  const { grid, header } = reader.table;
  const cell = cellsWithin(grid.peekCellsOf(index), header.left, header.right)[0];
  return cell === undefined ? null : tidyLabel(cell.text);
}
