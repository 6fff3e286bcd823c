import { eraYearToGregorian, findEra, isDayOfEra, type Era } from "./era";
import { parseKanjiNumber } from "./kanji-number";
import { daysInMonth, isoDate, isRealDate, type CalendarDate } from "./serial-date";

/** 時点・年・年度. `year` is the Gregorian year it starts in. */
export interface Period {
  readonly kind: "fiscal-year" | "calendar-year" | "date";
  readonly year: number;
  readonly date: string | null;
}

/** How the year was marked; decides what the other end of a range inherits. */
export type YearMark = "fiscal" | "calendar" | "date" | "none";

export interface ScannedPeriod {
  readonly period: Period;
  readonly end: number;
  readonly mark: YearMark;
  readonly era: Era | null;
  /** Written so that it can be nothing else: with an era's name, 年, 年度, a full date, or both calendars. */
  readonly isCertain: boolean;
}

interface YearExpression {
  readonly year: number;
  readonly era: Era | null;
  readonly end: number;
  readonly isNamed: boolean;
}

const ERA_YEAR =
  /(明治|大正|昭和|平成|令和|[明大昭平令]|[MTSHR](?![A-Za-z]))\s*\.?\s*(元|\d{1,2}(?!\d)|[〇一二三四五六七八九十]{1,3})/iuy;
const GREGORIAN_YEAR = /(?:西暦\s*)?(\d{4})(?![\d,]|\.\d(?!\d?\.))/uy;
const GREGORIAN_KANJI_YEAR = /(?:西暦\s*)?([〇一二三四五六七八九]{4})(?=\s*年)/uy;
const FISCAL_PREFIX = /FY\s*'?(\d{4}|\d{2})(?!\d)/iuy;
/** 年代, 年間, 年生 and the like are words of their own; 年度比 says what is compared, not when. */
const MARK = /\s*(年\s*度|年(?!\s*度|間|代|生|齢|目(?!標|指)|金|数|月日)|FY(?![A-Za-z]))/uy;
const SECOND_CALENDAR_OPEN = /\s*[([〔【]\s*/uy;
const SECOND_CALENDAR_CLOSE = /\s*[)\]〕】]/uy;
const JOINED_ERAS = /\s*[・/]\s*(?=明治|大正|昭和|平成|令和|[HR]\s*\d)/iuy;
const MONTH = /\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*月(?:\s*(\d{1,2}|[一二三四五六七八九十]{1,3})\s*日(?!間)|\s*(末日?))?/uy;
const SEPARATED_DATE = /\s*([./-])\s*(\d{1,2})\s*\1\s*(\d{1,2})(?!\d)/uy;
const SEPARATED_MONTH = /\s*([./-])\s*(\d{1,2})(?!\d|\s*[./,-]\s*\d|\s*年)/uy;
const AS_OF = /\s*(?:末|現在|時点)/uy;

/** Reads the period that starts at `from` in a folded text; `undefined` where there is none or it cannot be. */
export function scanPeriod(text: string, from: number): ScannedPeriod | undefined {
  const prefixed = match(FISCAL_PREFIX, text, from);
  if (prefixed !== undefined) return scanFiscalPrefix(text, prefixed);
  const first = readYear(text, from);
  if (first === undefined) return undefined;
  let end = first.end;
  let mark: YearMark = "none";
  let isCertain = first.isNamed;

  const before = readSecondCalendar(text, end, first.year);
  if (before !== undefined) {
    if (before.year !== first.year) return undefined;
    end = before.end;
    mark = before.mark;
    isCertain = true;
  }
  const marked = match(MARK, text, end);
  if (marked !== undefined) {
    end += marked[0].length;
    mark = marked[1] === "年" ? "calendar" : "fiscal";
    isCertain = true;
    const after = readSecondCalendar(text, end, first.year);
    if (after !== undefined) {
      if (after.year !== first.year) return undefined;
      end = after.end;
    }
  }
  const eras = { era: first.era ?? before?.era ?? null, year: first.year };
  const dated = mark === "fiscal" ? undefined : readDay(text, end, eras, mark);
  if (dated === "impossible") return undefined;
  if (dated !== undefined) return { ...dated, mark: "date", era: first.era, isCertain: true };
  const kind = mark === "calendar" ? "calendar-year" : "fiscal-year";
  return { period: { kind, year: first.year, date: null }, end, mark, era: first.era, isCertain };
}

function scanFiscalPrefix(text: string, found: RegExpExecArray): ScannedPeriod {
  const digits = found[1] ?? "";
  const year = digits.length === 2 ? 2000 + Number(digits) : Number(digits);
  let end = found.index + found[0].length;
  end += match(/\s*年度/uy, text, end)?.[0].length ?? 0;
  return { period: { kind: "fiscal-year", year, date: null }, end, mark: "fiscal", era: null, isCertain: true };
}

function readYear(text: string, from: number): YearExpression | undefined {
  const inEra = match(ERA_YEAR, text, from);
  if (inEra !== undefined) {
    const era = findEra(inEra[1] ?? "");
    const number = inEra[2] === "元" ? 1 : parseSmallNumber(inEra[2] ?? "");
    const year = era === undefined ? undefined : eraYearToGregorian(era, number);
    if (era === undefined || year === undefined) return undefined;
    return { year, era, end: from + inEra[0].length, isNamed: (inEra[1] ?? "").length === 2 };
  }
  const gregorian = match(GREGORIAN_YEAR, text, from) ?? match(GREGORIAN_KANJI_YEAR, text, from);
  if (gregorian === undefined) return undefined;
  const year = parseSmallNumber(gregorian[1] ?? "");
  if (year < 1868 || year > 2199) return undefined;
  return { year, era: null, end: from + gregorian[0].length, isNamed: gregorian[0].startsWith("西暦") };
}

/** 「（2019）」 after 平成31, 「（H31）」 after 2019, 「・令和元」 after 平成31: the same year said twice. */
function readSecondCalendar(text: string, from: number, year: number): (YearExpression & { readonly mark: YearMark }) | undefined {
  const joined = match(JOINED_ERAS, text, from);
  if (joined !== undefined) {
    const other = readYear(text, from + joined[0].length);
    return other?.year === year ? { ...other, mark: "none" } : undefined;
  }
  const open = match(SECOND_CALENDAR_OPEN, text, from);
  if (open === undefined) return undefined;
  const other = readYear(text, from + open[0].length);
  if (other === undefined) return undefined;
  const marked = match(MARK, text, other.end);
  let end = other.end + (marked?.[0].length ?? 0);
  const third = match(JOINED_ERAS, text, end);
  if (third !== undefined) {
    const last = readYear(text, end + third[0].length);
    if (last?.year !== other.year) return undefined;
    end = last.end + (match(MARK, text, last.end)?.[0].length ?? 0);
  }
  const close = match(SECOND_CALENDAR_CLOSE, text, end);
  if (close === undefined) return undefined;
  const mark = marked === undefined ? "none" : marked[1] === "年" ? "calendar" : "fiscal";
  return { ...other, end: end + close[0].length, mark };
}

interface YearInEra {
  readonly year: number;
  readonly era: Era | null;
}

/**
 * The month and day after a year. A month alone is its first day, and with 末, 現在 or 時点 its last:
 * an as-of figure is known when the month is over.
 */
function readDay(
  text: string,
  from: number,
  { year, era }: YearInEra,
  mark: YearMark,
): { readonly period: Period; readonly end: number } | "impossible" | undefined {
  const full = mark === "none" ? match(SEPARATED_DATE, text, from) : undefined;
  if (full !== undefined) {
    const date = { year, month: Number(full[2]), day: Number(full[3]) };
    return dateIn(date, era, from + full[0].length);
  }
  const found =
    mark === "calendar" ? match(MONTH, text, from) : mark === "none" ? separatedMonth(text, from, era) : undefined;
  if (found === undefined) return undefined;
  const month = parseSmallNumber(found[1] ?? "");
  const end = from + found[0].length;
  if (found[2] !== undefined) return dateIn({ year, month, day: parseSmallNumber(found[2]) }, era, end);
  const last = daysInMonth(year, month);
  if (last === 0) return "impossible";
  const isLast = found[3] !== undefined || match(AS_OF, text, end) !== undefined;
  const date = { year, month, day: isLast ? last : 1 };
  if (era !== null && !isDayOfEra({ ...date, day: 1 }, era) && !isDayOfEra({ ...date, day: last }, era)) {
    return "impossible";
  }
  return { period: { kind: "date", year, date: isoDate(date) }, end };
}

/** 「2023/10」, 「R5.10」: a point after a Gregorian year would be a decimal point. */
function separatedMonth(text: string, from: number, era: Era | null): RegExpExecArray | undefined {
  const found = match(SEPARATED_MONTH, text, from);
  if (found === undefined || (found[1] === "." && era === null)) return undefined;
  const month = Number(found[2]);
  if (month < 1 || month > 12) return undefined;
  return Object.assign([found[0], String(month)], { index: found.index, input: found.input }) as RegExpExecArray;
}

function dateIn(
  date: CalendarDate,
  era: Era | null,
  end: number,
): { readonly period: Period; readonly end: number } | "impossible" {
  if (!isRealDate(date) || (era !== null && !isDayOfEra(date, era))) return "impossible";
  return { period: { kind: "date", year: date.year, date: isoDate(date) }, end };
}

function parseSmallNumber(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : (parseKanjiNumber(text) ?? 0);
}

/** Runs a sticky pattern at a place; sticky keeps the scanner linear. */
export function match(pattern: RegExp, text: string, from: number): RegExpExecArray | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text) ?? undefined;
}
