import { memo } from "../common/memo";
import { NEGATIVE_SIGN, parseAmount } from "./amount";
import { isCounter } from "./counters";
import { isDash, isNotApplicable, isPending } from "./dash";
import { foldFigure, readNotes, splitNotes, takePeriods } from "./figure-notes";
import { readQuantity, unique, type Quantity } from "./figure-number";
import { isPointer, isStatement, type Qualifier } from "./figure-words";
import type { Period } from "./period-scan";
import { isKnownUnit, normalizeUnit } from "./unit";

/** 値の状態: six statements that must never be confused. */
export type FigureState = "set" | "blank" | "not-applicable" | "pending" | "qualitative" | "unreadable";

/** What a text says by itself, before its column's unit is known. */
export interface TextReading {
  readonly state: FigureState;
  readonly amount: number | null;
  readonly unit: string | null;
  readonly isScaled: boolean;
  readonly qualifiers: readonly Qualifier[];
  readonly period: Period | null;
}

const DEEPEST_BRACKETS = 3;
const ERROR_VALUE = /^#(?:REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA|FIELD!|BLOCKED!|CONNECT!|BUSY!|UNKNOWN!)$/iu;

/** Reads the text of a figure: 基準値, 目標値 or 実績値 as it is written. The same few words stand in many cells. */
export const readFigureText: (text: string) => TextReading = memo(2_000, (text) => readWritten(text, 0));

/** A cell may hold 32,767 characters. So long a text is an essay, in which no amount is looked for. */
const LONGEST_FIGURE = 600;

function readWritten(text: string, depth: number): TextReading {
  if (text.length > LONGEST_FIGURE) return without("qualitative");
  const written = foldFigure(text);
  if (written === "") return without("blank");
  const plain = readPlain(written);
  if (plain !== undefined) return plain;
  const folded = stripFootnotes(written);
  if (folded === "") return without("unreadable");
  if (ERROR_VALUE.test(folded)) return without("unreadable");
  const { body, notes } = splitNotes(folded);
  if (body === "") return readBracketed(notes, depth);
  if (isRelative(body)) return without("qualitative");
  const { rest, period, isComparison } = takePeriods(body);
  const note = readNotes(notes);
  const own = note.period ?? period;
  if (rest === "") return without(notes.some(isPending) ? "pending" : "unreadable", own);
  if (isDashWithUnit(rest)) return without(notes.some(isPending) ? "pending" : "not-applicable", own);
  if (isPointer(rest)) return without("unreadable");
  const quantity = readQuantity(rest);
  if (quantity?.kind === "amount" && !isAboutLater(rest) && !(isComparison && isChange(rest))) {
    return { ...withAmount(quantity), qualifiers: unique([...quantity.qualifiers, ...note.qualifiers]), period: own };
  }
  return readWords(rest, notes, quantity, isComparison ? null : own);
}

const PLAIN = new RegExp(`^(\\+|${NEGATIVE_SIGN})?(\\d[\\d,]*(?:\\.\\d+)?)([^\\d\\s割]*)$`, "u");

/** Most cells are a number with a common unit. They skip the grammar, so that a sheet of 200,000 cells is read in seconds. */
function readPlain(written: string): TextReading | undefined {
  const found = PLAIN.exec(written);
  const amount = found === null ? undefined : parseAmount(`${found[1] ?? ""}${found[2] ?? ""}`);
  const unit = normalizeUnit(found?.[3] ?? "");
  // 2023年 is a time: the grammar decides.
  if (unit === "年") return undefined;
  if (amount === undefined || (unit !== null && (found?.[3] === unit ? !isCounter(unit) : unit !== "箇所"))) return undefined;
  if (unit === null && (found?.[3] ?? "") !== "") return undefined;
  return { state: "set", amount, unit, isScaled: false, qualifiers: [], period: null };
}

function without(state: FigureState, period: Period | null = null): TextReading {
  return { state, amount: null, unit: null, isScaled: false, qualifiers: [], period: state === "not-applicable" ? period : null };
}

function withAmount({ amount, unit, isScaled }: Extract<Quantity, { kind: "amount" }>): Omit<TextReading, "qualifiers" | "period"> {
  return { state: "set", amount, unit, isScaled };
}

/** ※ and * with a number point to a note below the table; at the front they may stand on the figure itself. */
function stripFootnotes(folded: string): string {
  return folded
    .replace(/(?<=.)[※＊*†‡]\d{0,2}\)?$/u, "")
    .replace(/(?<=[^(【[〔])※(.+)$/u, "($1)")
    .replace(/(?<=\d[^\d、。]{0,4})[、, ]?(?:この)?(?:うち|内訳).*$/u, "")
    .replace(/(?<=[\d%人件円])\s*注\d{0,2}\)?$/u, "")
    .replace(/^[※＊*†‡]+(?:\d{1,2}\)|\d$)?|^注\d{0,2}\)/u, "")
    .trim();
}

/** （集計中） is what it holds; a bare number in brackets may be an accountant's minus or a reference, and stays unread. */
function readBracketed(notes: readonly string[], depth: number): TextReading {
  const [first] = notes;
  if (first === undefined || depth >= DEEPEST_BRACKETS) return without("unreadable");
  const isBareNumber = parseAmount(first) !== undefined && /^[\d.]/u.test(first);
  if (isBareNumber) return without("unreadable");
  const inner = readWritten(first, depth + 1);
  const rest = readNotes(notes.slice(1));
  return { ...inner, qualifiers: unique([...inner.qualifiers, ...rest.qualifiers]), period: inner.period ?? rest.period };
}

/** A dash before 件 or ％: the unit was left in the form, the value was not filled in. */
function isDashWithUnit(text: string): boolean {
  if (isNotApplicable(text)) return true;
  const found = /^(\D)(.+)$/u.exec(text);
  return found !== null && isDash(found[1] ?? "") && isKnownUnit(found[2] ?? "");
}

/** 「10月公表予定」, 「2年に1回調査」: the number dates the value, it is not the value. */
function isAboutLater(text: string): boolean {
  return isPending(text) && !/^[^\d]{0,4}[\d,.]+[^\d、。,:月公集調把設検確判報]{0,3}(?:予定|見込み?)$/u.test(text);
}

const BASES = "現状|現行|基準|策定時?|当初|従前|前年度?|前期|前回";
const ERA_YEAR = "(?:令和|平成|[RHrh])?(?:\\d{1,4}|元)(?:年度?)?";
const PART_OF_BASE = "(?:値|度|末|時点?|実績|同期)*";
const RELATIVE = new RegExp(
  `^対前年|(?:${BASES}|${ERA_YEAR})${PART_OF_BASE}(?:対比|に比べ|と比べ|と比較|に対し)|(?:${BASES})${PART_OF_BASE}(?:比\\d|の(?=[\\d.]+倍)|[+\\-\u2212\u25B3\u25B2]\\d)`,
  "u",
);

/** 現状値+5件, R5に比べ10%減, 前年度比105%, 基準値の1.2倍: a figure only together with another one, and none by itself. */
function isRelative(body: string): boolean {
  return RELATIVE.test(body);
}

function isChange(text: string): boolean {
  return /増|減|削|改善|向上|アップ|短縮|上昇|低下|UP|以上|\+|[-\u2212\u25B3\u25B2]\d/u.test(text);
}

function readWords(text: string, notes: readonly string[], quantity: Quantity | undefined, period: Period | null): TextReading {
  if (isPending(text)) return without("pending");
  if (isNotApplicable(text)) return without("not-applicable", period);
  if (quantity?.kind === "unreadable") return without("unreadable");
  if (quantity?.kind === "statement" || isStatement(text)) return without("qualitative");
  return without(notes.some(isPending) ? "pending" : "unreadable");
}
