import { gregorianToEra } from "./era";
import { foldText, foldWithPlaces } from "./normalize";
import { scanPeriod, type Period } from "./period-scan";
import { isoDate, serialToDate, type CalendarDate } from "./serial-date";

export type { Period } from "./period-scan";

export interface PeriodOptions {
  /** The neighbours make a bare 「24」, 「'24」 or 「5年度」 a year. Up to 18 it is a year of 令和, above it one of the 2000s. */
  readonly bareYear?: boolean;
  /** A Gregorian year nearby: a bare year is then the reading (令和, 平成, 20xx) that lies nearest to it. */
  readonly near?: number;
}

export interface FoundPeriod {
  readonly period: Period;
  /** Place in the text as given, in UTF-16 units; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

const OPENING = "([{【〔〈《「『<";
const CLOSING = ")]}】〕〉》」』>";
/** Words that say how or when in the year; the year stays the same. */
const AFTERWORDS =
  /^(?:\s|[()[\]【】〔〕〈〉:,、。・]|年?度?末日?|時点|現在|当初|期首|期末|初頭?|中|内|実績値?|目標値?|計画値?|現状値?|基準値?|見込み?値?|予定|予算額?|決算額?|速報値?|確定値?|推計値?|参考値?|値|まで|以降|より|から|分|調査時?|調べ|策定時|改定時|公表|\([日月火水木金土](?:曜日?)?\)|最終年?度?|中間年?度?|基準年?度?|目標年度?|初年度|計画最終年度|上半?期|下半?期|前期|後期|通年|第[1-4一二三四]四半期|[1-4]Q|Q[1-4])*$/u;
const BARE_YEAR = /^'?\s*(\d{1,2}|元)\s*(年度|年)?/u;
/** What a bare four-digit number must be to count as a year on its own. */
const FIRST_BARE_YEAR = 1970;
const LAST_BARE_YEAR = 2099;

/** Reads a text that is a period and nothing else: 令和５年度, R5, FY2026, 2019(H31)年, 令和5年10月1日現在. */
export function parsePeriod(text: string, options: PeriodOptions = {}): Period | undefined {
  const folded = unwrap(foldText(text).replace(/[\u2018\u2019\u02BC`]/gu, "'"));
  const scanned = scanPeriod(folded, 0);
  if (scanned !== undefined) {
    const { period, isCertain } = scanned;
    if (!AFTERWORDS.test(folded.slice(scanned.end))) return undefined;
    if (isCertain || scanned.mark === "date") return period;
    return isPlausibleBare(folded, period) ? period : undefined;
  }
  return options.bareYear === true ? parseBareYear(folded, options.near) : undefined;
}

/** R5 and 2026 pass; a lone M3 or T10 is more often a code, and 1868 to 1969 more often an amount. */
function isPlausibleBare(folded: string, { year }: Period): boolean {
  if (/^[MT]/iu.test(folded)) return false;
  if (/^S\s*\d(?!\d)/iu.test(folded)) return false;
  return !/^\d/u.test(folded) || (year >= FIRST_BARE_YEAR && year <= LAST_BARE_YEAR);
}

function parseBareYear(folded: string, near: number | undefined): Period | undefined {
  const found = BARE_YEAR.exec(folded);
  if (found === null || !AFTERWORDS.test(folded.slice(found[0].length))) return undefined;
  const number = found[1] === "元" ? 1 : Number(found[1]);
  if (number < 1) return undefined;
  const kind = found[2] === "年" ? "calendar-year" : "fiscal-year";
  const isCentury = folded.startsWith("'");
  const year = isCentury ? 2000 + number : nearestBareYear(number, near);
  return { kind, year, date: null };
}

function nearestBareYear(number: number, near: number | undefined): number {
  const reiwa = 2018 + number;
  if (near === undefined) return number <= 18 ? reiwa : 2000 + number;
  const readings = [reiwa, 2000 + number, 1988 + number];
  return readings.reduce((best, year) => (Math.abs(year - near) < Math.abs(best - near) ? year : best));
}

/** Strips brackets that hold the whole text: （令和5年度） is 令和5年度. */
export function unwrap(text: string): string {
  let inner = text;
  for (;;) {
    const kind = OPENING.indexOf(inner.charAt(0));
    if (inner.length < 2 || kind < 0 || closingPlace(inner) !== inner.length - 1) return inner;
    inner = inner.slice(1, -1).trim();
  }
}

function closingPlace(text: string): number {
  const open = text.charAt(0);
  const close = CLOSING.charAt(OPENING.indexOf(open));
  let depth = 0;
  for (let place = 0; place < text.length; place += 1) {
    if (text.charAt(place) === open) depth += 1;
    if (text.charAt(place) === close) depth -= 1;
    if (depth === 0) return place;
  }
  return -1;
}

/** Finds every period in running text, left to right: a header, a note, a sentence. */
export function findPeriods(text: string): readonly FoundPeriod[] {
  const { text: folded, starts } = foldWithPlaces(text);
  const placeOf = (unit: number): number => (starts === undefined ? unit : (starts[unit] ?? 0));
  const found: FoundPeriod[] = [];
  for (let from = nextStart(folded, 0); from >= 0; from = nextStart(folded, from + 1)) {
    if (!canStart(folded, from)) continue;
    const scanned = scanPeriod(folded, from);
    if (scanned === undefined || !(scanned.isCertain || standsAlone(folded, from, scanned.end))) continue;
    found.push({ period: scanned.period, start: placeOf(from), end: nextPlace(text, placeOf(scanned.end - 1)) });
    from = scanned.end - 1;
  }
  return found;
}

function nextPlace(text: string, place: number): number {
  return place + ((text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1);
}

const STARTS = /[\d明大昭平令西MTSHRF〇一二]/giu;

/** The next character with which a period may begin, from a place on; below zero where there is none. */
function nextStart(text: string, from: number): number {
  STARTS.lastIndex = from;
  return STARTS.exec(text)?.index ?? -1;
}

function canStart(text: string, from: number): boolean {
  const first = text.charAt(from);
  const before = text.charAt(from - 1);
  if (/[A-Z\d]/iu.test(first) && /[A-Z\d]/iu.test(before)) return false;
  if (/\d/u.test(first) && /[.,/\-+\u2212\u25B2\u25B3]/u.test(before)) return false;
  return !(/[明大]/u.test(first) && !/^(?:明治|大正)/u.test(text.slice(from)));
}

const AFTER_LETTER_ERA = /^(?:\s|$|[()[\]【】〔〕~\u301C\u2192、,:・/]|(?![回件人台])\p{Script=Han}|か|-\s*[RHS]?\d{1,2}(?!\d))/u;

/** An uncertain year (R5, 2026) in running text must not be the beginning of something longer: R5-1, H2ステーション, 2026件. */
function standsAlone(text: string, from: number, end: number): boolean {
  const rest = text.slice(end);
  // M and T, and any lower case, are units and codes in running text (m2, t) far more often than 明治 and 大正.
  if (/[A-Za-z]/u.test(text.charAt(from))) {
    return /^(?:[RH]|S\s*\.?\s*\d\d)/u.test(text.slice(from)) && AFTER_LETTER_ERA.test(rest);
  }
  if (/\D/u.test(text.charAt(from))) return AFTER_LETTER_ERA.test(rest);
  const year = Number(text.slice(from, from + 4));
  const isOpen = /(?:^|[\s([【〔:~\u301C値績標])$/u.test(text.slice(0, from));
  return isOpen && year >= 2005 && year <= 2060 && /^\s*(?:$|[)\]】〕~\u301C]|実績|目標|見込|計画|末|$)/u.test(rest);
}

/** The last day of a period: 31 March after a 年度 began, 31 December of a 年, the day itself. */
export function lastDayOf(period: Period): string {
  if (period.date !== null) return period.date;
  return period.kind === "fiscal-year" ? lastDayOfMarch(period.year + 1) : isoDate({ year: period.year, month: 12, day: 31 });
}

/** Kept by year, of which there are few: it is asked for every figure of every indicator. */
const marches = new Map<number, string>();

function lastDayOfMarch(year: number): string {
  const known = marches.get(year);
  if (known !== undefined) return known;
  const day = isoDate({ year, month: 3, day: 31 });
  marches.set(year, day);
  return day;
}

function firstDayOf(period: Period): string {
  if (period.date !== null) return period.date;
  return isoDate({ year: period.year, month: period.kind === "fiscal-year" ? 4 : 1, day: 1 });
}

/** Whether a period is over on a day: its last day is that day or before it. */
export function hasEnded(period: Period, asOf: string): boolean {
  return lastDayOf(period) <= asOf;
}

/** Orders periods by when they end, then by when they begin. */
export function comparePeriods(a: Period, b: Period): number {
  if (a.date === null && b.date === null && a.kind === b.kind) return Math.sign(a.year - b.year);
  return compareText(lastDayOf(a), lastDayOf(b)) || compareText(firstDayOf(a), firstDayOf(b));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 令和11年度, 令和元年, 令和5年10月1日; the Gregorian year before 1873, when Japan took up the calendar. */
export function formatPeriod(period: Period): string {
  const date = period.date === null ? undefined : parseIsoDate(period.date);
  // A year takes the era in force at its end, as offices do: 2019年度 is 令和元年度.
  const year = yearName(date ?? { year: period.year, month: 12, day: 31 });
  if (date !== undefined) return `${year}年${String(date.month)}月${String(date.day)}日`;
  return period.kind === "fiscal-year" ? `${year}年度` : `${year}年`;
}

function yearName(date: CalendarDate): string {
  const inEra = date.year < 1873 ? undefined : gregorianToEra(date);
  if (inEra === undefined || inEra.year > inEra.era.lastYearRead) return String(date.year);
  return `${inEra.era.name}${inEra.year === 1 ? "元" : String(inEra.year)}`;
}

function parseIsoDate(text: string): CalendarDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text);
  return found === null ? undefined : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

/** The day of a date cell. */
export function periodOfSerial(serial: number, date1904: boolean): Period | undefined {
  const date = serialToDate(serial, date1904);
  return date === undefined ? undefined : { kind: "date", year: date.year, date: isoDate(date) };
}
