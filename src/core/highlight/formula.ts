import { toA1 } from "../sheet/address";
import type { Region } from "../sheet/region";
import type { CellContent } from "../sheet/snapshot";
import { isCellError } from "../sheet/snapshot";
import type { Severity } from "../validate/finding";

/** Excel takes formulas of conditional formats by hand up to this length; ours never need more. */
const LONGEST_FORMULA = 255;
/** Longest text that is compared whole, as it stands in the formula. */
const LONGEST_WHOLE = 80;
/** Longest beginning and end by which a longer text is known. */
const LONGEST_PIECE = 36;

const MARKED = /\bN\("shinchoku:([a-z][a-z0-9-]*)\/(error|warning|info)"\)/iu;

/** What a conditional format of ours says of itself. */
export interface Marker {
  readonly rule: string;
  readonly severity: Severity;
}

/** Whether a conditional format was made by us, in whatever session, by whoever's hand it was copied since. */
export function isOurFormula(formula: string): boolean {
  return MARKED.test(formula);
}

/** The rule and severity in the marker; undefined for a formula that is not ours. */
export function readMarker(formula: string): Marker | undefined {
  const [, rule, severity] = MARKED.exec(formula) ?? [];
  return rule === undefined || severity === undefined ? undefined : { rule, severity: severity.toLowerCase() as Severity };
}

/** Whether the formula holds for texts only, so that a mark may stand before them. */
export function isForTexts(formula: string): boolean {
  return formula.includes("ISTEXT(");
}

export type ContentKind = "blank" | "text" | "number" | "boolean" | "error";

/** While a cell is of this kind and one of the tests holds, it still is what was found. `@` stands for the cell. */
export interface Condition {
  readonly kind: ContentKind;
  readonly test: string;
}

/** What of a cell has to stay as it is for a finding to be shown on it. */
export function conditionFor(content: CellContent | null): Condition {
  if (content === null) return { kind: "blank", test: BLANK };
  if (typeof content === "number") return { kind: "number", test: equalsNumber(content) };
  if (typeof content === "boolean") return { kind: "boolean", test: content ? "@" : "NOT(@)" };
  if (isCellError(content)) return { kind: "error", test: "" };
  return NOTHING.test(content) ? { kind: "blank", test: BLANK } : { kind: "text", test: equalsText(content) };
}

/** Spaces, half and full width, and line breaks fill no cell; other white space is a text to Excel. */
const BLANK = 'LEN(TRIM(CLEAN(SUBSTITUTE(@,"\u3000",""))))=0';
const NOTHING = /^[\u0000-\u001F \u3000]*$/u;

const GUARDS: Readonly<Record<ContentKind, string>> = { blank: "", text: "ISTEXT(@)", number: "ISNUMBER(@)", boolean: "ISLOGICAL(@)", error: "ISERROR(@)" };

/** Whether one block may show one cell, one row of merged cells in a line of them, or one merged area of several rows. */
export type Anchor = "cell" | "row" | "area";

/** The formula of a block whose cells may meet any of the tests; undefined where it would be longer than Excel takes. */
export function formulaFor(kind: ContentKind, tests: readonly string[], { rule, severity }: Marker, region: Region, anchor: Anchor): string | undefined {
  const [only = ""] = tests;
  const any = tests.length > 1 ? `OR(${tests.join(",")})` : only;
  const parts = [GUARDS[kind], any, `N("shinchoku:${rule}/${severity}")=0`].filter((part) => part !== "");
  const first = toA1({ row: region.top, column: region.left });
  // In a merged area every cell has to look at the first, the only one that holds something.
  const reference = anchor === "cell" ? first : first.replace(/^([A-Z]+)(\d+)$/u, anchor === "row" ? "$$$1$2" : "$$$1$$$2");
  const formula = `=AND(${parts.map((part) => fill(part, reference)).join(",")})`;
  return formula.length <= LONGEST_FORMULA ? formula : undefined;
}

/** Puts the reference in for each `@` outside of a literal. */
function fill(part: string, reference: string): string {
  return part.replaceAll(/"(?:[^"]|"")*"|@/gu, (found) => (found === "@" ? reference : found));
}

/** Excel compares numbers by fifteen digits, and reads no more of a literal. */
function equalsNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return `@=${String(value === 0 ? 0 : value)}`;
  const tolerance = Math.abs(value) * 1e-12;
  return `ABS(@-(${literalOf(Number(value.toPrecision(15)))}))<=${literalOf(Number(tolerance.toPrecision(1)))}`;
}

function literalOf(value: number): string {
  return String(value).toUpperCase();
}

const CONTROL = /[\u0000-\u001F\u007F\uFFFE\uFFFF]/u;
/** Beyond U+FFFF, or half of such. */
const SURROGATE = /[\u{10000}-\u{10FFFF}\uD800-\uDFFF]/u;

/**
 * EXACT, since "=" knows no case. A long text is known by its length, its beginning and its end; so is one with line
 * breaks, which have no place in a formula. Characters beyond U+FFFF count as one or two, by the version of the workbook,
 * so a text with such has no length to go by.
 */
function equalsText(text: string): string {
  const whole = quote(text);
  if (whole.length <= LONGEST_WHOLE && !CONTROL.test(text)) return `EXACT(@,${whole})`;
  const head = pieceOf([...text.slice(0, LONGEST_PIECE)]);
  const tail = pieceOf([...text.slice(-LONGEST_PIECE)].reverse()).reverse();
  const tests = [
    SURROGATE.test(text) ? "" : `LEN(@)=${String(text.length)}`,
    head.length === 0 ? "" : `EXACT(LEFT(@,${String(head.length)}),${quote(head.join(""))})`,
    tail.length === 0 ? "" : `EXACT(RIGHT(@,${String(tail.length)}),${quote(tail.join(""))})`,
  ].filter((test) => test !== "");
  return tests.length > 1 ? `AND(${tests.join(",")})` : tests.join("");
}

/** Plain characters from the start on, as many as a piece may have in the formula. */
function pieceOf(characters: readonly string[]): string[] {
  const piece: string[] = [];
  let length = 0;
  for (const character of characters) {
    length += character === '"' ? 2 : 1;
    if (CONTROL.test(character) || SURROGATE.test(character) || length > LONGEST_PIECE) break;
    piece.push(character);
  }
  return piece;
}

function quote(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
