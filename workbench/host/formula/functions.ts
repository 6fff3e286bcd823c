import { formatText, formatValue } from "../../../src/core/text/number-format";
import {
  compareScalars, criterion, DIV0, error, flatten, isBlock, isError, NA, NUM, numbersOf, single, toBoolean, toNumber, toText, VALUE, type Scalar, type Value,
} from "./values";

export type FormulaFunction = (args: readonly Value[]) => Value;

type NumberFunction = (...numbers: number[]) => number;

/** Each argument as a number; the first error comes through. */
function numeric(calculate: NumberFunction): FormulaFunction {
  return (args) => {
    const numbers: number[] = [];
    for (const arg of args) {
      const number = toNumber(single(arg));
      if (typeof number === "object") return number;
      numbers.push(number);
    }
    const result = calculate(...numbers);
    return Number.isFinite(result) ? result : NUM;
  };
}

function aggregate(calculate: (numbers: readonly number[]) => Value): FormulaFunction {
  return (args) => {
    const numbers = numbersOf(args);
    return Array.isArray(numbers) ? calculate(numbers) : numbers;
  };
}

function textual(calculate: (text: string, ...rest: readonly Scalar[]) => Value): FormulaFunction {
  return (args) => {
    const [first = null, ...rest] = args.map(single);
    const text = toText(first);
    if (typeof text === "object") return text;
    return rest.find(isError) ?? calculate(text, ...rest);
  };
}

/** For a further argument; `textual` has already refused errors among them. */
function plain(value: Scalar): string {
  const text = toText(value);
  return typeof text === "object" ? text.error : text;
}

function round(value: number, digits: number, how: (scaled: number) => number): number {
  const factor = 10 ** Math.trunc(digits);
  // Decimal digits are what a person sees: 1.005 is one and five thousandths, not a little less.
  return Math.sign(value) * (how(Number((Math.abs(value) * factor).toPrecision(15))) / factor);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function conditional(args: readonly Value[], from: number): boolean[] | undefined {
  let fits: boolean[] | undefined;
  for (let at = from; at + 1 < args.length; at += 2) {
    const cells = flatten(args[at] ?? null);
    const test = criterion(single(args[at + 1] ?? null));
    fits = cells.map((cell, index) => test(cell) && (fits?.[index] ?? true));
  }
  return fits;
}

function chosen(of: Value, fits: readonly boolean[]): number[] {
  return flatten(of).filter((value, index): value is number => typeof value === "number" && fits[index] === true);
}

function serialOf(year: number, month: number, day: number): number {
  const at = Date.UTC(year < 1900 ? year + 1900 : year, month - 1, day) / 86_400_000 + 25_569;
  return at < 61 ? at - 1 : at;
}

function dateOf(serial: number): Date {
  return new Date((Math.floor(serial) < 61 ? Math.floor(serial) + 1 : Math.floor(serial)) * 86_400_000 - 25_569 * 86_400_000);
}

function rows(value: Value): readonly (readonly Scalar[])[] {
  return isBlock(value) ? value : [[value]];
}

function matchIn(wanted: Scalar, list: readonly Scalar[], type: number): number {
  if (type === 0) {
    const test = typeof wanted === "string" ? criterion(/^[<>=]/u.test(wanted) ? `=${wanted}` : wanted) : (value: Scalar) => value !== null && typeof value === typeof wanted && compareScalars(value, wanted) === 0;
    return list.findIndex(test);
  }
  let best = -1;
  for (const [index, value] of list.entries()) {
    const order = compareScalars(value, wanted);
    if (value === null || typeof order === "object" || typeof value !== typeof wanted) continue;
    if (type > 0 ? order > 0 : order < 0) break;
    best = index;
  }
  return best;
}

function lookup(args: readonly Value[], isVertical: boolean): Value {
  const [wanted, table = null, at, near] = args;
  const block = rows(table);
  const lines = isVertical ? block : (block[0] ?? []).map((_, column) => block.map((line) => line[column] ?? null));
  const type = near === undefined || toBoolean(single(near)) === true ? 1 : 0;
  const row = matchIn(single(wanted ?? null), lines.map((line) => line[0] ?? null), type);
  const column = toNumber(single(at ?? null));
  if (typeof column === "object") return column;
  if (row < 0) return NA;
  return column < 1 || column > (lines[0]?.length ?? 0) ? error("#REF!") : (lines[row]?.[column - 1] ?? 0);
}

function logical(calculate: (values: readonly boolean[]) => boolean): FormulaFunction {
  return (args) => {
    const values: boolean[] = [];
    for (const arg of args) {
      for (const each of flatten(arg)) {
        if (isBlock(arg) && (each === null || typeof each === "string")) continue;
        const value = toBoolean(each);
        if (typeof value === "object") return value;
        values.push(value);
      }
    }
    return values.length === 0 ? VALUE : calculate(values);
  };
}

const count = (test: (value: Scalar) => boolean): FormulaFunction => (args) => args.reduce<number>((total, arg) => total + flatten(arg).filter(test).length, 0);
const is = (test: (value: Scalar) => boolean): FormulaFunction => ([value = null]) => test(single(value));
const ranked = (largest: boolean): FormulaFunction => ([list = null, position = null]) => {
  const numbers = numbersOf([list]);
  const at = toNumber(single(position));
  if (!Array.isArray(numbers)) return numbers;
  if (typeof at === "object") return at;
  return [...numbers].sort((a, b) => (largest ? b - a : a - b))[Math.ceil(at) - 1] ?? NUM;
};

/** What the workbooks of this field and our own rules calculate with. IF and its like stand in the evaluator. */
export const functions: Readonly<Record<string, FormulaFunction>> = {
  SUM: aggregate(sum),
  AVERAGE: aggregate((numbers) => (numbers.length === 0 ? DIV0 : sum(numbers) / numbers.length)),
  MIN: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.min(a, b)))),
  MAX: aggregate((numbers) => (numbers.length === 0 ? 0 : numbers.reduce((a, b) => Math.max(a, b)))),
  PRODUCT: aggregate((numbers) => numbers.reduce((a, b) => a * b, 1)),
  MEDIAN: aggregate((numbers) => {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length >> 1;
    return sorted.length === 0 ? NUM : sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
  }),
  SUBTOTAL: ([kind = null, ...rest]) => {
    const name = { 1: "AVERAGE", 2: "COUNT", 3: "COUNTA", 4: "MAX", 5: "MIN", 9: "SUM" }[Number(single(kind)) % 100];
    return name === undefined ? VALUE : (functions[name]?.(rest) ?? VALUE);
  },
  COUNT: count((value) => typeof value === "number"),
  COUNTA: count((value) => value !== null),
  COUNTBLANK: count((value) => value === null || value === ""),
  COUNTIF: (args) => conditional(args, 0)?.filter(Boolean).length ?? 0,
  COUNTIFS: (args) => conditional(args, 0)?.filter(Boolean).length ?? 0,
  SUMIF: (args) => sum(chosen(args[2] ?? args[0] ?? null, conditional(args.slice(0, 2), 0) ?? [])),
  SUMIFS: (args) => sum(chosen(args[0] ?? null, conditional(args, 1) ?? [])),
  AVERAGEIF: (args) => {
    const numbers = chosen(args[2] ?? args[0] ?? null, conditional(args.slice(0, 2), 0) ?? []);
    return numbers.length === 0 ? DIV0 : sum(numbers) / numbers.length;
  },
  SUMPRODUCT: (args) => {
    const lists = args.map(flatten);
    const first = lists[0] ?? [];
    const failed = lists.flat().find(isError);
    if (failed !== undefined) return failed;
    if (lists.some((list) => list.length !== first.length)) return VALUE;
    return sum(first.map((_, index) => lists.reduce((product, list) => product * (typeof list[index] === "number" ? list[index] : 0), 1)));
  },
  LARGE: ranked(true),
  SMALL: ranked(false),
  RANK: ([value = null, list = null, order]) => {
    const numbers = numbersOf([list]);
    const own = toNumber(single(value));
    if (!Array.isArray(numbers)) return numbers;
    if (typeof own === "object") return own;
    const isAscending = order !== undefined && toBoolean(single(order)) === true;
    return numbers.includes(own) ? numbers.filter((each) => (isAscending ? each < own : each > own)).length + 1 : NA;
  },
  AND: logical((values) => values.every(Boolean)),
  OR: logical((values) => values.some(Boolean)),
  NOT: logical(([value]) => value !== true),
  TRUE: () => true,
  FALSE: () => false,
  NA: () => NA,
  PI: () => Math.PI,
  ABS: numeric(Math.abs),
  INT: numeric(Math.floor),
  SQRT: numeric(Math.sqrt),
  POWER: numeric((base = 0, power = 0) => base ** power),
  SIGN: numeric(Math.sign),
  MOD: (args) => {
    const [a = 0, b = 0] = args.map((arg) => toNumber(single(arg)));
    if (typeof a === "object") return a;
    if (typeof b === "object") return b;
    return b === 0 ? DIV0 : a - b * Math.floor(a / b);
  },
  ROUND: numeric((value = 0, digits = 0) => round(value, digits, Math.round)),
  ROUNDUP: numeric((value = 0, digits = 0) => round(value, digits, Math.ceil)),
  ROUNDDOWN: numeric((value = 0, digits = 0) => round(value, digits, Math.floor)),
  TRUNC: numeric((value = 0, digits = 0) => round(value, digits, Math.floor)),
  LEN: textual((text) => text.length),
  TRIM: textual((text) => text.replaceAll(/ +/gu, " ").replace(/^ | $/gu, "")),
  LEFT: textual((text, length = 1) => text.slice(0, Number(length))),
  RIGHT: textual((text, length = 1) => (Number(length) === 0 ? "" : text.slice(-Number(length)))),
  MID: textual((text, from = 1, length = 0) => text.slice(Number(from) - 1, Number(from) - 1 + Number(length))),
  UPPER: textual((text) => text.toUpperCase()),
  LOWER: textual((text) => text.toLowerCase()),
  CLEAN: textual((text) => text.replaceAll(/[\u0000-\u001F]/gu, "")),
  EXACT: textual((text, other = null) => text === toText(other)),
  SUBSTITUTE: textual((text, from = "", to = "") => (from === "" ? text : text.replaceAll(plain(from), () => plain(to)))),
  FIND: textual((text, within = "") => { const at = plain(within).indexOf(text); return at < 0 ? VALUE : at + 1; }),
  SEARCH: textual((text, within = "") => { const at = plain(within).toLowerCase().indexOf(text.toLowerCase()); return at < 0 ? VALUE : at + 1; }),
  VALUE: ([value = null]) => toNumber(single(value)),
  TEXT: ([value = null, format = null]) => {
    const content = single(value);
    const code = toText(single(format));
    if (isError(content)) return content;
    if (typeof code === "object") return code;
    return typeof content === "number" || content === null ? formatValue(content ?? 0, code, false) : formatText(String(content), code);
  },
  CONCATENATE: (args) => joined("", args),
  CONCAT: (args) => joined("", args),
  TEXTJOIN: ([separator = null, skip = null, ...rest]) => joined(plain(single(separator)), rest, toBoolean(single(skip)) === true),
  N: ([value = null]) => { const content = single(value); return typeof content === "number" || isError(content) ? content : content === true ? 1 : 0; },
  T: ([value = null]) => { const content = single(value); return typeof content === "string" || isError(content) ? content : ""; },
  ISBLANK: is((value) => value === null),
  ISNUMBER: is((value) => typeof value === "number"),
  ISTEXT: is((value) => typeof value === "string"),
  ISNONTEXT: is((value) => typeof value !== "string"),
  ISLOGICAL: is((value) => typeof value === "boolean"),
  ISERROR: is(isError),
  ISNA: is((value) => isError(value) && value.error === "#N/A"),
  DATE: numeric((year = 0, month = 1, day = 1) => serialOf(year, month, day)),
  YEAR: numeric((serial = 0) => dateOf(serial).getUTCFullYear()),
  MONTH: numeric((serial = 0) => dateOf(serial).getUTCMonth() + 1),
  DAY: numeric((serial = 0) => dateOf(serial).getUTCDate()),
  ROWS: ([value = null]) => rows(value).length,
  COLUMNS: ([value = null]) => rows(value)[0]?.length ?? 0,
  VLOOKUP: (args) => lookup(args, true),
  HLOOKUP: (args) => lookup(args, false),
  MATCH: ([wanted = null, list = null, type]) => {
    const at = matchIn(single(wanted), flatten(list), type === undefined ? 1 : Number(toNumber(single(type))));
    return at < 0 ? NA : at + 1;
  },
  INDEX: ([block = null, row = null, column = null]) => {
    const table = rows(block);
    let [r, c] = [Number(toNumber(single(row))), Number(toNumber(single(column)))];
    if (table.length === 1 && c === 0) [r, c] = [1, r];
    return table[Math.max(1, r) - 1]?.[Math.max(1, c) - 1] ?? (r > table.length ? error("#REF!") : 0);
  },
  HYPERLINK: ([link = null, shown]) => single(shown ?? link),
};

function joined(separator: string, args: readonly Value[], skipsEmpty = false): Value {
  const texts: string[] = [];
  for (const each of args.flatMap(flatten)) {
    const text = toText(each);
    if (typeof text === "object") return text;
    if (!skipsEmpty || text !== "") texts.push(text);
  }
  return texts.join(separator);
}
