import { HostError } from "../interpreter/protocol";
import { isDateFormat } from "../../../src/core/text/number-format";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import { GENERAL } from "./style";

/** What becomes of something put into a cell. */
export type CellInput =
  | { readonly kind: "leave" }
  | { readonly kind: "clear" }
  | { readonly kind: "content"; readonly content: CellContent; readonly format?: string }
  | { readonly kind: "formula"; readonly formula: string };

const ERRORS = new Set(["#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#SPILL!", "#CALC!"]);
const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?(?:[eE][-+]?\d+)?$/u;
const DAY = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/u;

/**
 * As Excel takes what is typed or written by `values` and `formulas`: text that looks like a number, a percentage, a
 * date, an error or a formula becomes one, unless the cell's format is text.
 */
export function toCellInput(value: unknown, format: string): CellInput {
  if (value === null || value === undefined) return { kind: "leave" };
  if (typeof value === "number" || typeof value === "boolean") return { kind: "content", content: value };
  if (typeof value !== "string") throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  const text = value;
  if (text === "") return { kind: "clear" };
  if (text.startsWith("'")) return { kind: "content", content: text.slice(1) };
  if (format === "@") return { kind: "content", content: text };
  if (text.length > 1 && (text.startsWith("=") || ((text.startsWith("+") || text.startsWith("-")) && !NUMBER.test(text) && /^[-+][A-Z(]/u.test(text)))) {
    return { kind: "formula", formula: text.startsWith("=") ? text.slice(1) : text };
  }
  return fromTyped(text, format);
}

function fromTyped(text: string, format: string): CellInput {
  // Excel folds full-width digits when a person types, and so in a Japanese Excel too for texts that are numbers throughout.
  const trimmed = text.trim();
  const upper = trimmed.toUpperCase();
  if (upper === "TRUE" || upper === "FALSE") return { kind: "content", content: upper === "TRUE" };
  if (ERRORS.has(upper)) return { kind: "content", content: { error: upper } };
  if (trimmed !== "" && /\d/u.test(trimmed) && NUMBER.test(trimmed)) {
    return { kind: "content", content: Number(trimmed.replaceAll(",", "")), ...withFormat(trimmed.includes(",") ? "#,##0" : undefined, format) };
  }
  if (trimmed.endsWith("%") && NUMBER.test(trimmed.slice(0, -1)) && /\d/u.test(trimmed)) {
    return { kind: "content", content: Number(trimmed.slice(0, -1).replaceAll(",", "")) / 100, ...withFormat("0%", format) };
  }
  const day = DAY.exec(trimmed);
  const serial = day === null ? undefined : toSerial(Number(day[1]), Number(day[2]), Number(day[3]));
  if (serial !== undefined) {
    return { kind: "content", content: serial, ...(isDateFormat(format) ? {} : withFormat("yyyy/m/d", format)) };
  }
  return { kind: "content", content: text };
}

function withFormat(wanted: string | undefined, current: string): { format?: string } {
  return wanted === undefined || current !== GENERAL ? {} : { format: wanted };
}

/** Serial number in the 1900 system; undefined for a day that the calendar lacks. */
export function toSerial(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const serial = Math.round(at / 86_400_000) + 25_569;
  return serial < 61 ? serial - 1 : serial;
}
