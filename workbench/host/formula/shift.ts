import { LAST_COLUMN, LAST_ROW, parseA1, toColumnName } from "../../../src/core/sheet/address";

/** Rows or columns put in or taken out: what is behind them moves. */
export interface Shift {
  readonly axis: "row" | "column";
  readonly at: number;
  /** Positive: put in; negative: taken out. */
  readonly count: number;
  /** The other axis' span that moves; everything where rows or columns are whole. */
  readonly from: number;
  readonly to: number;
}

/** A reference in a formula: sheet (quoted or not), column and row with their `$`, perhaps a second corner. */
const REFERENCE = /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?::(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6}))?(?![\p{L}\p{N}_(!])/gu;

/** Whole columns or whole rows: `B:H`, `$1:$3`. */
const WHOLE = /((?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(\$?)([A-Za-z]{1,3}|[1-9]\d{0,6}):(\$?)([A-Za-z]{1,3}|[1-9]\d{0,6})(?![\p{L}\p{N}_(!])/gu;

/** Runs over the references of a formula; text literals are left alone. */
function replaceReferences(formula: string, replace: (match: RegExpMatchArray) => string, pattern = REFERENCE): string {
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((piece, index) => {
      if (index % 2 === 1) return piece;
      return piece.replaceAll(pattern, (...args: unknown[]) => {
        const offset = args.findLast((each) => typeof each === "number") as number;
        const before = offset > 0 ? piece.charAt(offset - 1) : "";
        const whole = args[0] as string;
        // Part of a longer name, such as LOG10 or 第1四半期A1.
        if (/[\p{L}\p{N}_.$]/u.test(before)) return whole;
        return replace(args as unknown as RegExpMatchArray);
      });
    })
    .join("");
}

function columnNumber(letters: string): number {
  return parseA1(`${letters}1`)?.column ?? -1;
}

/** Whole lines move only along their own axis, and only where the whole sheet does. */
function shiftWholeLines(formula: string, home: string, changed: string, shift: Shift): string {
  if (!formula.includes(":") || shift.from > 0 || shift.to < (shift.axis === "row" ? LAST_COLUMN : LAST_ROW)) return formula;
  return replaceReferences(formula, ([whole, prefix, d1, first = "", d2, last = ""]) => {
    const isRows = /^\d/u.test(first);
    if (isRows !== /^\d/u.test(last) || isRows !== (shift.axis === "row")) return whole;
    if ((sheetOf(prefix) ?? home).toLowerCase() !== changed.toLowerCase()) return whole;
    const [start, end] = isRows ? [Number(first) - 1, Number(last) - 1] : [columnNumber(first), columnNumber(last)];
    const moved = moveSpan(start, end, shift);
    if (moved === undefined) return `${prefix ?? ""}#REF!`;
    const text = (at: number): string => (isRows ? String(at + 1) : toColumnName(at));
    return `${prefix ?? ""}${d1 ?? ""}${text(moved[0])}:${d2 ?? ""}${text(moved[1])}`;
  }, WHOLE);
}

/** A prefix that names a sheet, with its quotes and its `!`. */
const PREFIX = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula after a sheet got another name; undefined for a sheet that is gone. */
export function renameInFormula(formula: string, before: string, after: string | undefined): string {
  if (!formula.includes("!")) return formula;
  const isMeant = (prefix: string): boolean => sheetOf(prefix)?.toLowerCase() === before.toLowerCase();
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(PREFIX, (prefix) => (isMeant(prefix) ? (after === undefined ? "#REF!" : `${quoteName(after)}!`) : prefix))))
    .join("");
}

/** A sheet's name as formulas have it. */
export function quoteName(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

function sheetOf(prefix: string | undefined): string | undefined {
  if (prefix === undefined) return undefined;
  const name = prefix.slice(0, -1);
  return name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name;
}

/** A formula after rows or columns were put in or taken out on a sheet. `home` is the sheet that the formula stands on. */
export function shiftFormula(formula: string, home: string, changed: string, shift: Shift): string {
  return replaceReferences(shiftWholeLines(formula, home, changed, shift), ([whole, prefix, c1, col1 = "", r1, row1 = "", c2, col2, r2, row2]) => {
    if ((sheetOf(prefix) ?? home).toLowerCase() !== changed.toLowerCase()) return whole;
    const first = parseA1(`${col1}${row1}`);
    const last = col2 === undefined ? first : parseA1(`${col2}${row2 ?? ""}`);
    if (first === undefined || last === undefined) return whole;
    const isRow = shift.axis === "row";
    const [start, end] = isRow ? [first.row, last.row] : [first.column, last.column];
    const [crossStart, crossEnd] = isRow ? [first.column, last.column] : [first.row, last.row];
    if (crossStart < shift.from || crossEnd > shift.to) return whole;
    const moved = moveSpan(start, end, shift);
    if (moved === undefined) return `${prefix ?? ""}#REF!`;
    const [a, b] = isRow
      ? [{ row: moved[0], column: first.column }, { row: moved[1], column: last.column }]
      : [{ row: first.row, column: moved[0] }, { row: last.row, column: moved[1] }];
    const text = `${c1 ?? ""}${toColumnName(a.column)}${r1 ?? ""}${String(a.row + 1)}`;
    return `${prefix ?? ""}${text}${col2 === undefined ? "" : `:${c2 ?? ""}${toColumnName(b.column)}${r2 ?? ""}${String(b.row + 1)}`}`;
  });
}

function moveSpan(start: number, end: number, { at, count }: Shift): readonly [number, number] | undefined {
  if (count > 0) return [start >= at ? start + count : start, end >= at ? end + count : end];
  const gone = at - count;
  if (start >= at && end < gone) return undefined;
  return [start >= gone ? start + count : Math.min(start, at), end >= gone ? end + count : end >= at ? at - 1 : end];
}

/** A formula as it reads elsewhere: relative references move along, absolute ones stay. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return replaceReferences(formula, ([whole, prefix, c1, col1 = "", r1, row1 = "", c2, col2, r2, row2]) => {
    const first = moved(col1, row1, c1, r1, rows, columns);
    const last = col2 === undefined ? undefined : moved(col2, row2 ?? "", c2, r2, rows, columns);
    if (first === undefined || (col2 !== undefined && last === undefined)) return whole.includes("!") ? `${prefix ?? ""}#REF!` : "#REF!";
    return `${prefix ?? ""}${first}${last === undefined ? "" : `:${last}`}`;
  });
}

function moved(column: string, row: string, fixedColumn: string | undefined, fixedRow: string | undefined, rows: number, columns: number): string | undefined {
  const at = parseA1(`${column}${row}`);
  if (at === undefined) return undefined;
  const newRow = fixedRow === "$" ? at.row : at.row + rows;
  const newColumn = fixedColumn === "$" ? at.column : at.column + columns;
  if (newRow < 0 || newColumn < 0 || newRow > LAST_ROW || newColumn > LAST_COLUMN) return undefined;
  return `${fixedColumn ?? ""}${toColumnName(newColumn)}${fixedRow ?? ""}${String(newRow + 1)}`;
}

export interface MovedCells {
  /** Name of the sheet that the cells stood on, and of the one that they stand on now. */
  readonly home: string;
  readonly target: string;
  readonly region: { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number };
  readonly rows: number;
  readonly columns: number;
}

/**
 * A formula after cells were cut and pasted: a reference that lies wholly within them follows. `readFrom` is the sheet that
 * references without a sheet mean so far, `standsOn` the one that the formula stands on now.
 */
export function moveReferences(formula: string, readFrom: string, standsOn: string, moved: MovedCells): string {
  const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  return replaceReferences(formula, ([whole, prefix, c1, col1 = "", r1, row1 = "", c2, col2, r2, row2]) => {
    const sheet = sheetOf(prefix) ?? readFrom;
    const first = parseA1(`${col1}${row1}`);
    const last = col2 === undefined ? first : parseA1(`${col2}${row2 ?? ""}`);
    if (first === undefined || last === undefined) return whole;
    const { region, rows, columns, home, target } = moved;
    const isMeant = isSame(sheet, home) && first.row >= region.top && last.row <= region.bottom && first.column >= region.left && last.column <= region.right;
    const [down, across, on] = isMeant ? [rows, columns, target] : [0, 0, sheet];
    const lead = isSame(on, standsOn) && prefix === undefined ? "" : isSame(on, sheet) && prefix !== undefined ? prefix : `${quoteName(on)}!`;
    const corner = (at: { readonly row: number; readonly column: number }, column: string | undefined, row: string | undefined): string =>
      `${column ?? ""}${toColumnName(at.column + across)}${row ?? ""}${String(at.row + down + 1)}`;
    return `${lead}${corner(first, c1, r1)}${col2 === undefined ? "" : `:${corner(last, c2, r2)}`}`;
  });
}
