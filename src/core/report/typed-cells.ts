import type { Formula } from "./plan";
import { digestOfAnswers, digestOfFound, isFormulaCell, placeText, shownText, type FoundCell, type RowRecord, type SheetRecord } from "./sheet-record";

/* What people have typed on a sheet of ours since we made it, wherever the rows have got to. */

/** Keys of rows that hold nothing but what people had written beside the report. */
export const NOTE_KEY = "note:";
/** Keys of lines that name a group. People may write anywhere beside the name. */
export const GROUP_KEY = "group:";
/** More than this is not typed by hand: the sheet has become another one. */
const MOST_NOTES = 200;
const MOST_SUBJECT = 200;
const MOST_HINT = 60;

export interface TypedValue {
  readonly value: string | number | Formula;
  /** Where the cell's number format is not the general one. */
  readonly format?: string;
}

/** The answers in one row, in the order of its answer columns; null for one left empty. In a line that names a group: whatever was written beside the name. */
export interface TypedRow {
  readonly key: string;
  /** What the row said beside the answers. */
  readonly subject: string;
  readonly row: number;
  /** Columns of the report in which they stand. */
  readonly columns: readonly number[];
  readonly answers: readonly (TypedValue | null)[];
  /** Other than we wrote them. */
  readonly isNew: boolean;
}

export interface TypedCells {
  readonly rows: readonly TypedRow[];
  /** Texts that stood where the report has no place for them; `isNew` where they were not carried over by us before. */
  readonly notes: readonly { readonly text: string; readonly isNew: boolean }[];
  /** Too much differs from what we wrote: nobody could list it. */
  readonly isAnother: boolean;
}

/** Rows from row 1 on, cells from column A on. */
export type FoundGrid = readonly (readonly (FoundCell | undefined)[])[];

type Mapping = (column: number) => number;

function isFilled(cell: FoundCell | undefined): cell is FoundCell {
  return cell !== undefined && cell.content !== "";
}

/** Where the column of keys is now; undefined where it is gone or there never was one. */
function keyColumn(record: SheetRecord, grid: FoundGrid): number | undefined {
  const keys = new Set(record.rows.flatMap(({ k }) => (k === undefined ? [] : [k])));
  const counts = new Map<number, number>();
  for (const cells of grid) {
    cells.forEach((cell, column) => {
      if (typeof cell?.content === "string" && keys.has(cell.content)) counts.set(column, (counts.get(column) ?? 0) + 1);
    });
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function setsOf(record: SheetRecord): readonly (readonly number[])[] {
  const sets = new Map(record.rows.map(({ c = [] }) => [c.join(), c]));
  return [...sets.values()];
}

function mapped(cells: readonly (FoundCell | undefined)[], columns: number, to: Mapping): (FoundCell | undefined)[] {
  return Array.from({ length: columns }, (_, column) => cells[to(column)]);
}

/** How many rows read as we wrote them, if columns have moved so. */
function likeness(record: SheetRecord, grid: FoundGrid, to: Mapping): number {
  const known = new Set(record.rows.map(({ d, c = [] }) => `${c.join()}|${d}`));
  const sets = setsOf(record);
  return grid.filter((cells) => {
    const own = mapped(cells, record.columns, to);
    return sets.some((set) => known.has(`${set.join()}|${digestOfFound(own, set)}`));
  }).length;
}

/** People may have put in or taken out columns: then the cells stand elsewhere. */
function findColumns(record: SheetRecord, grid: FoundGrid, keys: number | undefined): Mapping {
  const identity: Mapping = (column) => column;
  const shift = keys === undefined ? 0 : keys - record.columns;
  if (shift === 0) return identity;
  // Taken out: what is left is found from the right, where people write.
  if (shift < 0) return (column) => column + shift;
  let best = { to: identity, count: likeness(record, grid, identity) };
  for (let at = 0; at <= record.columns; at++) {
    const to: Mapping = (column) => (column < at ? column : column + shift);
    const count = likeness(record, grid, to);
    if (count > best.count) best = { to, count };
  }
  return best.to;
}

interface RowMatch {
  readonly entry: RowRecord;
  /** Cells of ours were changed; which ones, nobody can tell. */
  readonly isRewritten: boolean;
  /** Cells that we had left empty. */
  readonly added: readonly number[];
}

/** Cells that a person may have filled in an otherwise untouched row: one, or two. */
function additions(cells: readonly (FoundCell | undefined)[]): readonly (readonly number[])[] {
  const filled = cells.flatMap((cell, column) => (isFilled(cell) ? [column] : []));
  return [...filled.map((column) => [column]), ...filled.flatMap((one, index) => filled.slice(index + 1).map((other) => [one, other]))];
}

function isGroup(key: string | undefined): boolean {
  return key?.startsWith(GROUP_KEY) === true;
}

/** What was written beside the name of a group, where the name is untouched. */
function besideName(cells: readonly (FoundCell | undefined)[], { d, c = [] }: RowRecord): readonly number[] | undefined {
  const added = cells.flatMap((cell, column) => (column > 0 && !c.includes(column) && isFilled(cell) ? [column] : []));
  const name = cells.map((cell, column) => (added.includes(column) ? undefined : cell));
  return digestOfFound(name, c) === d ? added : undefined;
}

/** Which record each row of the sheet is the row of. */
function matchRows(record: SheetRecord, rows: readonly (readonly (FoundCell | undefined)[])[], keys: readonly (string | undefined)[]): {
  readonly of: ReadonlyMap<number, RowMatch>;
  /** With the columns in which people may have written. */
  readonly copies: ReadonlyMap<number, readonly number[]>;
} {
  const byDigest = new Map<string, number[]>();
  record.rows.forEach(({ d, c = [] }, index) => {
    const id = `${c.join()}|${d}`;
    byDigest.set(id, [...(byDigest.get(id) ?? []), index]);
  });
  const sets = setsOf(record);
  const free = new Set(record.rows.keys());
  const of = new Map<number, RowMatch>();
  const copies = new Map<number, readonly number[]>();
  const claim = (row: number, index: number, more: Omit<RowMatch, "entry">): void => {
    const entry = record.rows[index];
    if (entry === undefined) return;
    free.delete(index);
    of.set(row, { entry, ...more });
  };
  const untouched = { isRewritten: false, added: [] };
  // Rows whose key is beside them come first, so that of two that read alike each gets its own.
  for (const wantsKey of [true, false]) {
    rows.forEach((cells, row) => {
      if (of.has(row)) return;
      for (const set of sets) {
        const digest = digestOfFound(cells, set);
        if (digest === "") continue;
        const all = byDigest.get(`${set.join()}|${digest}`) ?? [];
        const found = all.find((index) => free.has(index) && (!wantsKey || record.rows[index]?.k === keys[row]));
        if (found !== undefined) {
          claim(row, found, untouched);
          return;
        }
        if (!wantsKey && all.length > 0 && !copies.has(row)) copies.set(row, set);
      }
    });
  }
  rows.forEach((cells, row) => {
    if (of.has(row) || copies.has(row)) return;
    const group = isGroup(keys[row]) ? record.rows.findIndex(({ k }, index) => k === keys[row] && free.has(index)) : -1;
    const entry = record.rows[group];
    const beside = entry === undefined ? undefined : besideName(cells, entry);
    if (beside !== undefined) {
      claim(row, group, { isRewritten: false, added: beside });
      return;
    }
    for (const added of additions(cells)) {
      const rest = cells.map((cell, column) => (added.includes(column) ? undefined : cell));
      for (const set of sets) {
        const digest = digestOfFound(rest, set);
        const found = digest === "" ? undefined : byDigest.get(`${set.join()}|${digest}`)?.find((index) => free.has(index) && record.rows[index]?.k === keys[row]);
        if (found === undefined) continue;
        claim(row, found, { isRewritten: false, added });
        return;
      }
    }
  });
  rows.forEach((_, row) => {
    if (of.has(row) || keys[row] === undefined) return;
    const found = record.rows.findIndex(({ k }, index) => k === keys[row] && free.has(index));
    if (found >= 0) claim(row, found, { isRewritten: true, added: [] });
  });
  return { of, copies };
}

function toTyped(cell: FoundCell | undefined): TypedValue | null {
  if (!isFilled(cell)) return null;
  const { content, format } = cell;
  const formatted = format === "General" || format === "@" || format === "" ? {} : { format };
  // What a formula refers to may stand elsewhere once its row has moved: `carryOver` decides.
  if (isFormulaCell(cell)) {
    const shown = shownText(cell);
    const number = Number(shown.replaceAll(",", ""));
    return { value: { formula: [String(content).slice(1)], cached: shown === "" || Number.isNaN(number) ? shown : number }, ...formatted };
  }
  if (typeof content === "boolean") return { value: { formula: [`${String(content).toUpperCase()}()`], cached: String(content).toUpperCase() } };
  return { value: content, ...(typeof content === "number" ? formatted : {}) };
}

function joined(cells: readonly (FoundCell | undefined)[], except: readonly number[] = []): string {
  return cells.flatMap((cell, column) => (isFilled(cell) && !except.includes(column) ? [shownText(cell)] : [])).join("\u3000");
}

/** Without running numbers, which say nothing once the row is elsewhere. */
function subjectOf(cells: readonly (FoundCell | undefined)[], answers: readonly number[]): string {
  const texts = cells.flatMap((cell, column) => (isFilled(cell) && !answers.includes(column) && typeof cell.content !== "number" ? [shownText(cell)] : []));
  return texts.join("\u3000").slice(0, MOST_SUBJECT);
}

/** What stands in one cell, and what the rest of its row says. */
function noteOf(row: number, column: number, cell: FoundCell | undefined, others: readonly (FoundCell | undefined)[]): string {
  const subject = subjectOf(others, []).slice(0, MOST_HINT);
  return `${placeText(row, column)}\u3000${shownText(cell)}${subject === "" ? "" : `（${subject}）`}`;
}

/** What people have typed on the sheet. Never changes anything. */
export function findTyped(record: SheetRecord, grid: FoundGrid): TypedCells {
  const keyAt = keyColumn(record, grid);
  const to = findColumns(record, grid, keyAt);
  const rows = grid.map((cells) => mapped(cells, record.columns, to));
  const keys = grid.map((cells) => {
    const content = keyAt === undefined ? undefined : cells[keyAt]?.content;
    return typeof content === "string" && content !== "" ? content : undefined;
  });
  const { of, copies } = matchRows(record, rows, keys);
  const typed: TypedRow[] = [];
  const notes: { text: string; isNew: boolean }[] = [];
  const used = new Set(Array.from({ length: record.columns }, (_, column) => to(column)));
  // The hidden column and the line that explains it are ours.
  used.add(keyAt ?? record.columns);
  rows.forEach((cells, row) => {
    const match = of.get(row);
    const first = grid[row]?.findIndex(isFilled) ?? -1;
    if (match === undefined) {
      const text = joined(cells);
      // A row that someone copied says nothing new, unless they wrote into the copy.
      const isCopy = copies.get(row)?.every((column) => !isFilled(cells[column])) === true;
      if (text !== "" && !isCopy) notes.push({ text: `${placeText(row, first)}\u3000${text}`, isNew: true });
    } else {
      const { entry, isRewritten, added } = match;
      const { c: answers = [], k: key } = entry;
      if (key?.startsWith(NOTE_KEY) === true) notes.push({ text: joined(cells), isNew: isRewritten });
      else {
        const columns = isGroup(key) ? [...answers, ...added].sort((a, b) => a - b) : answers;
        const values = columns.map((column) => toTyped(cells[column]));
        const subject = subjectOf(cells, columns);
        if (key !== undefined && values.some((value) => value !== null)) {
          typed.push({ key, subject, row, columns, answers: values, isNew: digestOfAnswers(cells, columns) !== (entry.a ?? "") });
        } else if (key !== undefined && entry.a !== undefined) typed.push({ key, subject, row, columns, answers: values, isNew: true });
        const text = joined(cells, answers);
        if (isRewritten && text !== "") notes.push({ text: `${placeText(row, first)}\u3000${text}`, isNew: true });
      }
      const others = cells.map((cell, column) => (added.includes(column) ? undefined : cell));
      if (!isGroup(entry.k)) for (const column of added) notes.push({ text: noteOf(row, to(column), cells[column], others), isNew: true });
    }
    grid[row]?.forEach((cell, column) => {
      if (!used.has(column) && isFilled(cell)) notes.push({ text: noteOf(row, column, cell, cells), isNew: true });
    });
  });
  return { rows: typed, notes: notes.filter(({ text }) => text !== ""), isAnother: notes.filter(({ isNew }) => isNew).length > MOST_NOTES };
}
