import { LAST_COLUMN, LAST_ROW, parseA1 } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "text"; readonly value: string }
  | { readonly kind: "boolean"; readonly value: boolean }
  | { readonly kind: "error"; readonly error: string }
  | { readonly kind: "reference"; readonly sheet: string | undefined; readonly region: Region; readonly fixed: readonly [boolean, boolean, boolean, boolean] }
  | { readonly kind: "name"; readonly name: string; readonly sheet: string | undefined }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly (Expression | undefined)[] }
  | { readonly kind: "unary"; readonly operator: string; readonly of: Expression }
  | { readonly kind: "binary"; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: "array"; readonly rows: readonly (readonly Expression[])[] };

/** A formula that this evaluator cannot take apart; its cell keeps the value that it has. */
export class FormulaSyntaxError extends Error {
  override readonly name = "FormulaSyntaxError";
}

const TOKEN =
  /\s+|"(?:[^"]|"")*"|#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!)|(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!|\$?[A-Za-z]{1,3}\$?[1-9]\d{0,6}(?![\p{L}\p{N}_(.])|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}(?![\p{L}\p{N}_(])|\$?[1-9]\d{0,6}:\$?[1-9]\d{0,6}|\d+(?:\.\d*)?(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?|[\p{L}_\\][\p{L}\p{N}_.\\]*|<>|<=|>=|[-+*/^&=<>%(),:;{}@!]/uy;

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw new FormulaSyntaxError(text.slice(at, at + 10));
    if (match[0].trim() !== "") tokens.push(match[0]);
  }
  return tokens;
}

/** Binding power of the infix operators, weakest first. */
const POWER: Readonly<Record<string, number>> = { "=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5 };

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  whole(): Expression {
    const expression = this.expression(0);
    if (this.at < this.tokens.length) throw new FormulaSyntaxError(this.tokens[this.at] ?? "");
    return expression;
  }

  private expression(power: number): Expression {
    let left = this.prefix();
    for (;;) {
      const operator = this.tokens[this.at] ?? "";
      const binding = POWER[operator];
      if (binding === undefined || binding <= power) return left;
      this.at++;
      left = { kind: "binary", operator, left, right: this.expression(binding) };
    }
  }

  private prefix(): Expression {
    const operator = this.tokens[this.at];
    if (operator === "-" || operator === "+" || operator === "@") {
      this.at++;
      // Excel binds the sign more tightly than the power: -2^2 is 4.
      const of = this.prefix();
      return operator === "-" ? { kind: "unary", operator, of } : of;
    }
    let expression = this.primary();
    while (this.tokens[this.at] === "%") {
      this.at++;
      expression = { kind: "unary", operator: "%", of: expression };
    }
    return expression;
  }

  private primary(): Expression {
    const token = this.next();
    if (token === "(") {
      const inside = this.expression(0);
      this.expect(")");
      return inside;
    }
    if (token === "{") return this.array();
    if (token.startsWith('"')) return { kind: "text", value: token.slice(1, -1).replaceAll('""', '"') };
    if (token.startsWith("#")) {
      // What is left of a reference to a sheet that is gone: #REF!B2:B5.
      if (token === "#REF!" && corner(this.tokens[this.at] ?? "") !== undefined) this.referenceOrName(this.next(), undefined);
      return { kind: "error", error: token };
    }
    if (token.endsWith("!")) {
      const name = token.slice(0, -1);
      return this.referenceOrName(this.next(), name.startsWith("'") ? name.slice(1, -1).replaceAll("''", "'") : name);
    }
    if (/^[\d.]+(?:[eE][-+]?\d+)?$/u.test(token)) return { kind: "number", value: Number(token) };
    return this.referenceOrName(token, undefined);
  }

  private referenceOrName(token: string, sheet: string | undefined): Expression {
    if (token.startsWith("#")) return { kind: "error", error: token };
    const first = corner(token);
    if (first !== undefined) {
      if (this.tokens[this.at] === ":") {
        const last = corner(this.tokens[this.at + 1] ?? "");
        if (last !== undefined) {
          this.at += 2;
          return reference(sheet, first, last);
        }
      }
      return reference(sheet, first, first);
    }
    const whole = wholeLines(token);
    if (whole !== undefined) return { kind: "reference", sheet, ...whole };
    if (this.tokens[this.at] === "(") return this.call(token);
    const upper = token.toUpperCase();
    if (upper === "TRUE" || upper === "FALSE") return { kind: "boolean", value: upper === "TRUE" };
    if (!/^[\p{L}_\\]/u.test(token)) throw new FormulaSyntaxError(token);
    return { kind: "name", name: token, sheet };
  }

  private call(name: string): Expression {
    this.expect("(");
    const args: (Expression | undefined)[] = [];
    if (this.tokens[this.at] === ")") this.at++;
    else {
      for (;;) {
        const next = this.tokens[this.at];
        args.push(next === "," || next === ")" ? undefined : this.expression(0));
        if (this.next() === ")") break;
        if (this.tokens[this.at - 1] !== ",") throw new FormulaSyntaxError(name);
      }
    }
    return { kind: "call", name: name.toUpperCase().replace(/^_XLFN\.(?:_XLWS\.)?/u, ""), args };
  }

  private array(): Expression {
    const rows: Expression[][] = [[]];
    for (;;) {
      rows.at(-1)?.push(this.prefix());
      const token = this.next();
      if (token === "}") return { kind: "array", rows };
      if (token === ";") rows.push([]);
      else if (token !== ",") throw new FormulaSyntaxError(token);
    }
  }

  private next(): string {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new FormulaSyntaxError("end");
    return token;
  }

  private expect(wanted: string): void {
    if (this.next() !== wanted) throw new FormulaSyntaxError(`no ${wanted}`);
  }
}

interface Corner { readonly row: number; readonly column: number; readonly fixedRow: boolean; readonly fixedColumn: boolean }

function corner(token: string): Corner | undefined {
  const at = parseA1(token);
  const marks = /^(\$?)[A-Za-z]+(\$?)\d+$/u.exec(token);
  return at === undefined || marks === null ? undefined : { ...at, fixedColumn: marks[1] === "$", fixedRow: marks[2] === "$" };
}

function reference(sheet: string | undefined, a: Corner, b: Corner): Expression {
  const region = { top: Math.min(a.row, b.row), left: Math.min(a.column, b.column), bottom: Math.max(a.row, b.row), right: Math.max(a.column, b.column) };
  return { kind: "reference", sheet, region, fixed: [a.fixedRow, a.fixedColumn, b.fixedRow, b.fixedColumn] };
}

function wholeLines(token: string): { readonly region: Region; readonly fixed: readonly [boolean, boolean, boolean, boolean] } | undefined {
  const columns = /^\$?([A-Za-z]{1,3}):\$?([A-Za-z]{1,3})$/u.exec(token);
  if (columns !== null) {
    const [a, b] = [parseA1(`${columns[1] ?? ""}1`), parseA1(`${columns[2] ?? ""}1`)];
    return a === undefined || b === undefined ? undefined : { region: { top: 0, bottom: LAST_ROW, left: a.column, right: b.column }, fixed: [true, true, true, true] };
  }
  const rows = /^\$?(\d+):\$?(\d+)$/u.exec(token);
  return rows === null ? undefined : { region: { top: Number(rows[1]) - 1, bottom: Number(rows[2]) - 1, left: 0, right: LAST_COLUMN }, fixed: [true, true, true, true] };
}

const parsed = new Map<string, Expression | FormulaSyntaxError>();

/** The formula without "=". Throws FormulaSyntaxError. */
export function parseFormula(text: string): Expression {
  let found = parsed.get(text);
  if (found === undefined) {
    try {
      found = new Parser(tokenize(text)).whole();
    } catch (error) {
      if (!(error instanceof FormulaSyntaxError)) throw error;
      found = error;
    }
    if (parsed.size > 50_000) parsed.clear();
    parsed.set(text, found);
  }
  if (found instanceof FormulaSyntaxError) throw found;
  return found;
}
