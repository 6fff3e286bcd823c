import type { CellWritten } from "../core/journal";
import { isCellError, type CellContent } from "../core/sheet/snapshot";
import { contentOf } from "./read-contents";

const TEXT_FORMAT = "@";

/** Queues reading a cell as it can be written again. */
export function askCell(range: Excel.Range): () => CellWritten {
  range.load({ values: true, valueTypes: true, formulas: true, numberFormat: true });
  return () => {
    const values = range.values as (string | number | boolean)[][];
    const types = range.valueTypes as unknown as string[][];
    const formulas = range.formulas as (string | number | boolean)[][];
    const formats = range.numberFormat as string[][];
    const format = formats[0]?.[0] ?? "General";
    const { value, formula } = contentOf(values[0]?.[0] ?? "", types[0]?.[0] ?? "Unknown", formulas[0]?.[0] ?? "");
    return { value: value === "" && formula === undefined ? null : value, formula: formula ?? null, format };
  };
}

/** Queues asking whether a cell holds what its 入力規則 allows; where Excel cannot say, it does. */
export function askValidity(range: Excel.Range): () => boolean {
  const rule = range.dataValidation;
  rule.load({ valid: true });
  return () => (rule.valid as boolean | null) !== false;
}

/**
 * Queues writing a cell. A text stays the text that it is, whatever it looks like: it is put in while the cell is
 * formatted as text, and the cell gets its own format afterwards. Excel takes an apostrophe at the front as a sign that
 * text follows, so one that belongs to the text is doubled; and that sign is what serves where formats are forbidden.
 */
export function writeCell(range: Excel.Range, { value, formula, format }: CellWritten, mayFormat: boolean): void {
  if (mayFormat) range.numberFormat = [[formula === null && typeof value === "string" ? TEXT_FORMAT : format]];
  if (formula !== null) range.formulas = [[`=${formula}`]];
  else if (typeof value === "string") range.values = [[!mayFormat || value.startsWith("'") ? `'${value}` : value]];
  else range.values = [[value === null ? "" : isCellError(value) ? value.error : value]];
  // Excel may have chosen another one for what came in.
  if (mayFormat) range.numberFormat = [[format]];
}

/** What a cell with this format holds once a suggestion is in it: a number stays no number in a cell for texts. */
export function toWritten(value: string | number, format: string): CellWritten {
  return { value: value === "" ? null : value, formula: null, format: typeof value === "number" && format === TEXT_FORMAT ? "General" : format };
}

export function isSameContent(a: CellContent | null, b: CellContent | null): boolean {
  return JSON.stringify(a === "" ? null : a) === JSON.stringify(b === "" ? null : b);
}

export function isSameCell(a: CellWritten, b: CellWritten): boolean {
  return isSameContent(a.value, b.value) && a.formula === b.formula && a.format === b.format;
}
