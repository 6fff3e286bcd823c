import type { CellContent, CellError } from "../../../src/core/sheet/snapshot";

/** One value in a calculation; null is an empty cell. */
export type Scalar = CellContent | null;
/** A value or a block of them. */
export type Value = Scalar | readonly (readonly Scalar[])[];

/** Something that the evaluator has not got; the cell keeps the value that it has. */
export class NotCalculable extends Error {
  override readonly name = "NotCalculable";
}

export const error = (code: string): CellError => ({ error: code });
export const VALUE = error("#VALUE!");
export const NA = error("#N/A");
export const DIV0 = error("#DIV/0!");
export const NUM = error("#NUM!");

export function isBlock(value: Value): value is readonly (readonly Scalar[])[] {
  return Array.isArray(value);
}

export function isError(value: Value): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

export function flatten(value: Value): readonly Scalar[] {
  return isBlock(value) ? value.flat() : [value];
}

/** The top left of a block, as in a place that takes one value. */
export function single(value: Value): Scalar {
  return isBlock(value) ? (value[0]?.[0] ?? null) : value;
}

export function toNumber(value: Scalar): number | CellError {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "object") return value;
  const text = value.trim().replaceAll(",", "");
  if (text === "") return VALUE;
  const number = text.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text);
  return Number.isFinite(number) ? number : VALUE;
}

export function toText(value: Scalar): string | CellError {
  if (value === null) return "";
  if (typeof value === "object") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return typeof value === "number" ? String(Number(value.toPrecision(15))) : value;
}

export function toBoolean(value: Scalar): boolean | CellError {
  if (typeof value === "boolean") return value;
  if (value === null) return false;
  if (typeof value === "object") return value;
  if (typeof value === "number") return value !== 0;
  return value.toUpperCase() === "TRUE" ? true : value.toUpperCase() === "FALSE" ? false : VALUE;
}

const ORDER = { number: 0, string: 1, boolean: 2 } as const;

/** Excel's order: numbers, texts without case, FALSE, TRUE; an empty cell is the other side's zero. */
export function compareScalars(a: Scalar, b: Scalar): number | CellError {
  if (isError(a)) return a;
  if (isError(b)) return b;
  const left = a ?? (typeof b === "string" ? "" : typeof b === "boolean" ? false : 0);
  const right = b ?? (typeof left === "string" ? "" : typeof left === "boolean" ? false : 0);
  const [kindA, kindB] = [typeof left as keyof typeof ORDER, typeof right as keyof typeof ORDER];
  if (kindA !== kindB) return ORDER[kindA] - ORDER[kindB];
  if (typeof left === "string") {
    const [x, y] = [left.toLowerCase(), String(right).toLowerCase()];
    return x < y ? -1 : x > y ? 1 : 0;
  }
  return Number(left) - Number(right);
}

/** Numbers of an aggregate: texts and truth values in cells do not count, errors do. */
export function numbersOf(values: readonly Value[]): number[] | CellError {
  const numbers: number[] = [];
  for (const value of values) {
    if (isBlock(value)) {
      for (const each of value.flat()) {
        if (isError(each)) return each;
        if (typeof each === "number") numbers.push(each);
      }
      continue;
    }
    const number = toNumber(value);
    if (typeof number === "object") return number;
    if (value !== null) numbers.push(number);
  }
  return numbers;
}

/** A criterion as COUNTIF takes it: a value, or an operator and a value, with `*` and `?`. */
export function criterion(given: Scalar): (value: Scalar) => boolean {
  if (typeof given !== "string") return (value) => value === given || (value !== null && compareScalars(value, given) === 0);
  const [, operator = "=", text = ""] = /^(<>|<=|>=|<|>|=)?([\s\S]*)$/u.exec(given) ?? [];
  const number = text.trim() === "" ? VALUE : toNumber(text);
  if (typeof number === "number") {
    return (value) => {
      const own = typeof value === "number" ? value : typeof value === "string" && operator === "=" ? toNumber(value) : undefined;
      if (typeof own !== "number") return operator === "<>";
      return holds(operator, own - number);
    };
  }
  if (operator === "=" || operator === "<>") {
    const pattern = new RegExp(`^${text.replaceAll(/~[*?~]|[.+^${}()|[\]\\]|[*?]/gu, (part) => (part === "*" ? "[\\s\\S]*" : part === "?" ? "[\\s\\S]" : `\\${part.replace(/^~/u, "")}`))}$`, "iu");
    const equals = (value: Scalar): boolean => {
      if (text === "") return value === null || (operator === "=" && given === "" && value === "");
      return typeof value === "string" && pattern.test(value);
    };
    return (value) => equals(value) === (operator === "=");
  }
  return (value) => typeof value === "string" && holds(operator, Number(compareScalars(value, text)));
}

export function holds(operator: string, difference: number): boolean {
  switch (operator) {
    case "=":
      return difference === 0;
    case "<>":
      return difference !== 0;
    case "<":
      return difference < 0;
    case ">":
      return difference > 0;
    case "<=":
      return difference <= 0;
    default:
      return difference >= 0;
  }
}
