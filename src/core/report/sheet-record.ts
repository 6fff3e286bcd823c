import { z } from "zod";
import { toA1 } from "../sheet/address";
import type { CellInput } from "./cell-content";

/*
 * 作成の記録: what we wrote on a sheet, row by row, as fingerprints. By it a later run tells what people have typed since,
 * and finds a row again that they have sorted elsewhere.
 */

/** A row that holds nothing is not recorded. */
const rowRecord = z.strictObject({
  /** Fingerprint of all cells but the answers. */
  d: z.string(),
  /** What the row is about; left out where people are not expected to write. */
  k: z.string().optional(),
  /** Columns in which people write. */
  c: z.array(z.int()).optional(),
  /** Fingerprint of the answers as we wrote them; left out where they were empty. */
  a: z.string().optional(),
});
export type RowRecord = z.infer<typeof rowRecord>;

export const sheetRecord = z.strictObject({
  key: z.string(),
  /** The name that the sheet got. */
  name: z.string(),
  /** Columns of the plan; the hidden column with the rows' keys comes next. */
  columns: z.int(),
  rows: z.array(rowRecord),
});
export type SheetRecord = z.infer<typeof sheetRecord>;

/** A cell as it is found: the formula with "=", or the constant; what it shows; its number format. */
export interface FoundCell {
  readonly content: string | number | boolean;
  readonly text: string;
  readonly format: string;
}

const QUALIFIER = /(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!/gu;

/** A formula whatever the sheets are called now, and however Excel likes to spell it. */
function plainFormula(formula: string): string {
  return formula
    .split(/("(?:[^"]|"")*")/u)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replaceAll(QUALIFIER, "").replaceAll(/[\s$@]/gu, "").toUpperCase()))
    .join("");
}

function ofInput(input: CellInput): string {
  if (input === null || input === "") return "";
  if (typeof input === "object") return `f${plainFormula(input.formula)}`;
  return typeof input === "number" ? `n${input.toPrecision(12)}` : `s${input}`;
}

/** A text that begins with "=" shows itself; a formula never does. */
export function isFormulaCell({ content, text }: FoundCell): boolean {
  return typeof content === "string" && content.startsWith("=") && content !== text;
}

function ofFound(cell: FoundCell | undefined): string {
  if (cell === undefined || cell.content === "") return "";
  if (isFormulaCell(cell)) return `f${plainFormula(String(cell.content).slice(1))}`;
  if (typeof cell.content === "number") return `n${cell.content.toPrecision(12)}`;
  return typeof cell.content === "boolean" ? `b${String(cell.content)}` : `s${cell.content}`;
}

/** 53 bits of a text (cyrb53): enough that two rows of a workbook never meet. */
export function fingerprint(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}

/** "" where all are empty. */
function digest(parts: readonly string[]): string {
  return parts.every((part) => part === "") ? "" : fingerprint(parts.join("\u0000").replace(/\u0000+$/u, ""));
}

/** `answers` are the columns of the row in which people write. */
export function recordRow(inputs: readonly CellInput[], answers: readonly number[], key: string | undefined): RowRecord | undefined {
  const d = digest(inputs.map((input, column) => (answers.includes(column) ? "" : ofInput(input))));
  const a = digest(answers.map((column) => ofInput(inputs[column] ?? null)));
  if (d === "" && a === "" && key === undefined) return undefined;
  return { d, ...(key === undefined ? {} : { k: key }), ...(answers.length === 0 ? {} : { c: [...answers] }), ...(a === "" ? {} : { a }) };
}

export function digestOfFound(cells: readonly (FoundCell | undefined)[], answers: readonly number[]): string {
  return digest(cells.map((cell, column) => (answers.includes(column) ? "" : ofFound(cell))));
}

export function digestOfAnswers(cells: readonly (FoundCell | undefined)[], answers: readonly number[]): string {
  return digest(answers.map((column) => ofFound(cells[column])));
}

/** What a person sees in a cell; a number that its column is too narrow for stands as it is. */
export function shownText(cell: FoundCell | undefined): string {
  if (cell === undefined) return "";
  return cell.text === "" || /^#+$/u.test(cell.text) ? String(cell.content) : cell.text;
}

export function placeText(row: number, column: number): string {
  return toA1({ row, column });
}
