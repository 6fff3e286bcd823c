/*
 * Calculates the few kinds of formulas that the report uses, from their text as it stands in the file. Knows nothing of
 * how they were made: a number that was stored beside a formula must come out of the formula again.
 */

export type Value = string | number | boolean | null;

/** What stands in a cell; null for an empty one. Rows and columns count from zero. */
export type CellLookup = (sheet: string, row: number, column: number) => Value;

type Result = Value | readonly Value[];

const TOKEN = /\s*(?:('(?:[^']|'')+'!)?\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?|"((?:[^"]|"")*)"|(\d+(?:\.\d+)?)|([A-Z]+)\(|([-+*/&=(),]))/uy;

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function isSame(a: Value, b: Value): boolean {
  if (typeof a === "string" && typeof b === "string") return a.toLowerCase() === b.toLowerCase();
  return a === b;
}

function toNumber(value: Value): number {
  return typeof value === "string" ? NaN : Number(value ?? 0);
}

/** As Excel's TEXT, with the two formats that the report uses; a text stays as it is. */
function formatted(value: Value, format: Value): Value {
  if (typeof value !== "number") return value;
  if (format === "#,##0") return new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 }).format(value);
  if (format === "0.0%") return new Intl.NumberFormat("en-US", { style: "percent", minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(value);
  throw new Error(`The format ${String(format)} is not known here`);
}

function each(a: Result, b: Result, combine: (a: Value, b: Value) => Value): Result {
  if (!Array.isArray(a) && !Array.isArray(b)) return combine(a as Value, b as Value);
  const length = Array.isArray(a) ? a.length : (b as readonly Value[]).length;
  const at = (list: Result, n: number): Value => (Array.isArray(list) ? ((list as readonly Value[])[n] ?? null) : (list as Value));
  return Array.from({ length }, (_, n) => combine(at(a, n), at(b, n)));
}

class Calculation {
  private position = 0;

  constructor(
    private readonly text: string,
    private readonly sheet: string,
    private readonly lookup: CellLookup,
  ) {}

  run(): Value {
    const result = this.comparison();
    if (this.position !== this.text.length) throw new Error(`Not understood: ${this.text.slice(this.position)}`);
    if (Array.isArray(result)) throw new Error("A formula that gives several values");
    return result as Value;
  }

  private next(): RegExpExecArray {
    TOKEN.lastIndex = this.position;
    const token = TOKEN.exec(this.text);
    if (token === null) throw new Error(`Not understood: ${this.text.slice(this.position)}`);
    this.position = TOKEN.lastIndex;
    return token;
  }

  private takes(...operators: readonly string[]): string | undefined {
    const found = operators.find((operator) => this.text.startsWith(operator, this.position));
    this.position += found?.length ?? 0;
    return found;
  }

  private comparison(): Result {
    let left = this.joined();
    for (let sign = this.takes("=", ">"); sign !== undefined; sign = this.takes("=", ">")) {
      const isEqual = sign === "=";
      left = each(left, this.joined(), (a, b) => (isEqual ? isSame(a, b) : toNumber(a) > toNumber(b)));
    }
    return left;
  }

  private joined(): Result {
    let left = this.sum();
    while (this.takes("&") !== undefined) left = each(left, this.sum(), (a, b) => `${String(a ?? "")}${String(b ?? "")}`);
    return left;
  }

  private sum(): Result {
    let left = this.product();
    for (let sign = this.takes("+", "-"); sign !== undefined; sign = this.takes("+", "-")) {
      const factor = sign === "+" ? 1 : -1;
      left = each(left, this.product(), (a, b) => toNumber(a) + factor * toNumber(b));
    }
    return left;
  }

  private product(): Result {
    let left = this.primary();
    for (let sign = this.takes("*", "/"); sign !== undefined; sign = this.takes("*", "/")) {
      const isTimes = sign === "*";
      left = each(left, this.primary(), (a, b) => (isTimes ? toNumber(a) * toNumber(b) : toNumber(a) / toNumber(b)));
    }
    return left;
  }

  private primary(): Result {
    const [, sheet, column, row, lastColumn, lastRow, text, number, name, sign] = this.next();
    if (column !== undefined && row !== undefined) return this.cells(sheet, [column, row], [lastColumn ?? column, lastRow ?? row]);
    if (text !== undefined) return text.replaceAll('""', '"');
    if (number !== undefined) return Number(number);
    if (name !== undefined) return this.call(name);
    if (sign !== "(") throw new Error(`Unexpected ${String(sign)}`);
    const inner = this.comparison();
    if (this.takes(")") === undefined) throw new Error("A bracket is not closed");
    return inner;
  }

  private cells(prefix: string | undefined, first: readonly [string, string], last: readonly [string, string]): Result {
    const sheet = prefix === undefined ? this.sheet : prefix.slice(1, -2).replaceAll("''", "'");
    const values: Value[] = [];
    for (let row = Number(first[1]) - 1; row < Number(last[1]); row++) {
      for (let column = columnOf(first[0]); column <= columnOf(last[0]); column++) values.push(this.lookup(sheet, row, column));
    }
    return values.length === 1 && first[1] === last[1] ? (values[0] ?? null) : values;
  }

  private call(name: string): Result {
    const args: Result[] = [];
    do args.push(this.comparison());
    while (this.takes(",") !== undefined);
    if (this.takes(")") === undefined) throw new Error(`${name} is not closed`);
    const list = (arg: Result | undefined): readonly Value[] => (Array.isArray(arg) ? (arg as readonly Value[]) : [(arg ?? null) as Value]);
    switch (name) {
      case "ROWS":
        return list(args[0]).length;
      case "IF":
        return args[0] === true ? (args[1] ?? null) : (args[2] ?? null);
      case "SUMPRODUCT":
        return list(args[0]).reduce<number>((sum, value) => sum + toNumber(value), 0);
      case "COUNTIFS":
        return list(args[0]).filter((_, n) => args.every((arg, k) => k % 2 === 1 || isSame(list(arg)[n] ?? null, args[k + 1] as Value))).length;
      case "COUNTIF":
        return list(args[0]).filter((value) => isSame(value, args[1] as Value)).length;
      case "MIN":
      case "MAX": {
        const numbers = list(args[0]).filter((value) => typeof value === "number");
        if (numbers.length === 0) return 0;
        return name === "MIN" ? Math.min(...numbers) : Math.max(...numbers);
      }
      case "MATCH":
        return list(args[1]).findIndex((value) => isSame(value, args[0] as Value)) + 1;
      case "INDEX":
        return list(args[0])[toNumber(args[1] as Value) - 1] ?? null;
      case "TEXT":
        return formatted(args[0] as Value, args[1] as Value);
      default:
        throw new Error(`${name} is not known here`);
    }
  }
}

/** @param sheet the sheet that the formula stands on */
export function evaluateFormula(text: string, sheet: string, lookup: CellLookup): Value {
  return new Calculation(text, sheet, lookup).run();
}
