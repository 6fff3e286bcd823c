import type { CellInput } from "../../core/report/cell-content";

/** Letters that Excel may take for part of a date, a time, an era or an amount. */
const OF_FIGURES = /[令和平成昭大正明治元年度月日時分秒半期曜円千万億兆午前後]/gu;
/** A letter that no number, date, truth value or error has in any language of Excel that we meet. */
const PLAIN_LETTER = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Whether Excel could take a text for anything else: a formula, a number, a date, a truth value, an error. */
export function needsApostrophe(text: string): boolean {
  return /^[\s'=+\-@\uFF1D\uFF0B\u2212\uFF0D\uFF20]/u.test(text) || !PLAIN_LETTER.test(text.normalize("NFKC").replace(OF_FIGURES, ""));
}

/**
 * As `range.formulas` takes it. The apostrophe is Excel's own sign for "a text"; it is no part of the cell's value, and
 * keeps it a text also when someone edits the cell. Null leaves the empty cell of a new sheet as it is.
 */
export function toWritten(input: CellInput): string | number | null {
  if (input === null || input === "") return null;
  if (typeof input === "number") return input;
  if (typeof input === "object") return `=${input.formula}`;
  return needsApostrophe(input) ? `'${input}` : input;
}
