import { countFormula, placeRange, type Criterion, type DataTable } from "./data-table";
import { groupRows, type Group } from "./groups";
import type { ChartTexts, ChartValues, Formula, FormulaPart, PlanCell, SheetKey, SheetPlace } from "./plan";
import { cell, type SheetBuilder } from "./sheet-builder";
import { texts } from "./texts.ja";

/** What a count table counts, and how it is headed. */
export interface CountTableWish<Key extends string> {
  readonly sheet: SheetKey;
  readonly table: DataTable<Key>;
  /** The column whose labels make the rows, with the label that stands for none. */
  readonly by: Key;
  /** The table's heading; a page that it goes on to begins with it again. */
  readonly title: string;
  readonly labelTitle: string;
  readonly countTitle: string;
  readonly totalTitle: string;
  /** The column that is told apart, and its words in the order of the table's columns. */
  readonly category: Key;
  readonly categories: readonly { readonly word: string; readonly title: string }[];
  /** Further criteria that every count keeps to. */
  readonly within: readonly Criterion<Key>[];
  /** Words that make the share's upper side, and words left out of its lower side. */
  readonly part: readonly string[];
  readonly leftOut: readonly string[];
  readonly fractionTitle: string;
  readonly shareTitle: string;
}

/** Where a count table stands, for the charts over it: its rows as far as they stand together. */
export interface CountTable {
  /** All groups, on further pages as well. */
  readonly groups: number;
  readonly labels: ChartTexts;
  readonly totals: ChartValues;
  /** One for each category. */
  readonly categories: readonly { readonly name: ChartTexts; readonly values: ChartValues; readonly sum: number }[];
  readonly share: ChartValues;
  /** Numerator and denominator of each share, as they are written beside it. */
  readonly fraction: readonly string[];
  readonly count: number;
  readonly part: number;
  readonly whole: number;
  readonly headerRow: number;
  readonly totalRow: number;
}

interface RowCounts {
  readonly total: number;
  readonly byCategory: readonly number[];
}

function countGroup<Key extends string>(wish: CountTableWish<Key>, rows: readonly number[]): RowCounts {
  const counts = new Map<unknown, number>();
  for (const index of rows) {
    const value = wish.table.rows[index]?.[wish.category];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return { total: rows.length, byCategory: wish.categories.map(({ word }) => counts.get(word) ?? 0) };
}

function sumOf(wish: Pick<CountTableWish<string>, "categories">, counts: RowCounts, words: readonly string[]): number {
  return wish.categories.reduce((sum, { word }, n) => sum + (words.includes(word) ? (counts.byCategory[n] ?? 0) : 0), 0);
}

function fractionOf(wish: Pick<CountTableWish<string>, "categories" | "part" | "leftOut">, counts: RowCounts): string {
  return `${String(sumOf(wish, counts, wish.part))}／${String(counts.total - sumOf(wish, counts, wish.leftOut))}`;
}

/** `B5-F5`: the row's count less what is left out. */
function wholeParts(sheet: SheetKey, row: number, leftOut: readonly number[]): FormulaPart[] {
  const at = (column: number): FormulaPart => placeRange({ sheet, row, column });
  return [at(1), ...leftOut.flatMap((column): FormulaPart[] => ["-", at(column)])];
}

function shareCells<Key extends string>(
  wish: CountTableWish<Key>,
  row: number,
  counts: RowCounts,
  isTotal: boolean,
): readonly PlanCell[] {
  const columnsOf = (words: readonly string[]): number[] =>
    wish.categories.flatMap(({ word }, n) => (words.includes(word) ? [n + 2] : []));
  const whole = wholeParts(wish.sheet, row, columnsOf(wish.leftOut));
  const part = columnsOf(wish.part).flatMap((column, n): FormulaPart[] => {
    return [n === 0 ? "" : "+", placeRange({ sheet: wish.sheet, row, column })];
  });
  const partCount = sumOf(wish, counts, wish.part);
  const wholeCount = counts.total - sumOf(wish, counts, wish.leftOut);
  const fraction: Formula = {
    formula: ["(", ...part, ")&\"／\"&(", ...whole, ")"],
    cached: fractionOf(wish, counts),
  };
  const share: Formula = {
    formula: ["IF(", ...whole, `=0,"${texts.none}",(`, ...part, ")/(", ...whole, "))"],
    cached: wholeCount === 0 ? texts.none : partCount / wholeCount,
  };
  return [cell(fraction, isTotal ? "total-fraction" : "fraction"), cell(share, isTotal ? "total-share" : "share")];
}

function countRow<Key extends string>(
  builder: SheetBuilder,
  wish: CountTableWish<Key>,
  label: string,
  counts: RowCounts,
  isTotal: boolean,
): void {
  const labelCell = cell(label, isTotal ? "total" : "text");
  // The page ends before the row, if it has to: the formulas must know where the row stands.
  builder.keep(builder.heightOf([labelCell]));
  const row = builder.next;
  const labelAt: SheetPlace = { sheet: wish.sheet, row, column: 0 };
  const group: Criterion<Key>[] = isTotal ? [] : [{ column: wish.by, text: label, at: labelAt }];
  const role = isTotal ? "total-number" : "number";
  const base = [...wish.within, ...group];
  const numbers = wish.categories.map(({ word }, n) =>
    cell(countFormula(wish.table, [...base, { column: wish.category, text: word }], counts.byCategory[n] ?? 0), role),
  );
  builder.row([
    labelCell,
    cell(countFormula(wish.table, base, counts.total), role),
    ...numbers,
    ...shareCells(wish, row, counts, isTotal),
  ]);
}

function wanted<Key extends string>(wish: CountTableWish<Key>): readonly Group[] {
  const isWithin = (index: number): boolean =>
    wish.within.every(({ column, text }) => wish.table.rows[index]?.[column] === text);
  return groupRows(wish.table, wish.by)
    .map(({ label, rows }) => ({ label, rows: rows.filter(isWithin) }))
    .filter(({ rows }) => rows.length > 0);
}

/** Rows that stay on the page of the total. */
const LAST_ROWS = 3;

/** Writes the table: a row a group, and the total. Every number is a live count with the value that it has now. */
export function writeCountTable<Key extends string>(builder: SheetBuilder, wish: CountTableWish<Key>): CountTable {
  const groups = wanted(wish);
  const head = (): number =>
    builder.row([
      cell(wish.labelTitle, "header"),
      cell(wish.countTitle, "header"),
      ...wish.categories.map(({ title }) => cell(title, "header")),
      cell(wish.fractionTitle, "header"),
      cell(wish.shareTitle, "header"),
    ]);
  builder.heading(wish.title);
  const headerRow = head();
  let together = groups.length;
  let written = 0;
  builder.continueWith(() => {
    together = Math.min(together, written);
    builder.heading(texts.continued(wish.title));
    head();
  });
  const counted = groups.map(({ rows }) => countGroup(wish, rows));
  groups.forEach(({ label }, n) => {
    const counts = counted[n];
    // The total never goes on to the next page alone.
    if (n === groups.length - LAST_ROWS) builder.keep((LAST_ROWS + 1) * 20);
    if (counts !== undefined) countRow(builder, wish, label, counts, false);
    written++;
  });
  const all = countGroup(wish, groups.flatMap(({ rows }) => rows));
  countRow(builder, wish, wish.totalTitle, all, true);
  builder.continueWith(null);

  const range = (column: number, top = headerRow + 1, bottom = headerRow + together) => ({
    sheet: wish.sheet,
    region: { top, left: column, bottom, right: column },
  });
  const shareOf = (counts: RowCounts): number | null => {
    const whole = counts.total - sumOf(wish, counts, wish.leftOut);
    return whole === 0 ? null : sumOf(wish, counts, wish.part) / whole;
  };
  const shown = counted.slice(0, together);
  return {
    groups: groups.length,
    headerRow,
    totalRow: builder.next - 1,
    labels: { at: range(0), cached: groups.slice(0, together).map(({ label }) => label) },
    totals: { at: range(1), cached: shown.map(({ total }) => total) },
    categories: wish.categories.map(({ title }, n) => ({
      name: { at: range(n + 2, headerRow, headerRow), cached: [title] },
      values: { at: range(n + 2), cached: shown.map(({ byCategory }) => byCategory[n] ?? 0) },
      sum: all.byCategory[n] ?? 0,
    })),
    share: { at: range(wish.categories.length + 3), cached: shown.map(shareOf) },
    fraction: shown.map((counts) => fractionOf(wish, counts)),
    count: all.total,
    part: sumOf(wish, all, wish.part),
    whole: all.total - sumOf(wish, all, wish.leftOut),
  };
}
