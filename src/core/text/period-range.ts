import { foldText } from "./normalize";
import { comparePeriods, parsePeriod, unwrap } from "./period";
import { match, scanPeriod, type Period, type ScannedPeriod } from "./period-scan";
import { daysInMonth, isoDate } from "./serial-date";

/** 期間: both ends are meant. */
export interface PeriodRange {
  readonly from: Period;
  readonly to: Period;
}

/** Wave dashes, hyphens and dashes of every width, arrows, から. U+30FC is the long-vowel mark, often typed for a dash. */
const BETWEEN = /\s*(?:年度?)?\s*(?:[~\u301C\u2010-\u2015\u2212\u30FC\u2500\u2192\u21D2\u27A1-]+|から|より)\s*/uy;
const FOREWORDS = /^(?:(?:計画|実施|事業|対象|取組|集計|調査|設定|施行|契約)?期間\s*[:は]?\s*|自\s*)/u;
const AFTERWORDS =
  /^(?:\s|まで|迄|の|間|[(【〔]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:年間|か年|ヶ年|ヵ年|カ年|箇年|年|か月間?)(?:計画)?\s*[)】〕]?|計画期間|期間|平均|累計|合計|実績|末|現在)*$/u;

/** Reads 令和4年度～令和8年度, 2022-2026年度, 令和４年４月１日から令和７年３月31日まで, 2009～14年, H28-R2. */
export function parsePeriodRange(text: string): PeriodRange | undefined {
  const folded = unwrap(unwrap(foldText(text)).replace(FOREWORDS, ""));
  if (parsePeriod(folded) !== undefined) return undefined;
  const first = scanPeriod(folded, 0);
  if (first === undefined) return undefined;
  const between = match(BETWEEN, folded, skipEnd(folded, first.end)) ?? match(/\s*(?=至)/uy, folded, first.end);
  if (between === undefined) return undefined;
  const from = between.index + between[0].length;
  const start = from + (match(/至\s*/uy, folded, from)?.[0].length ?? 0);
  const second = scanPeriod(folded, start) ?? scanShort(folded, start, first);
  if (second === undefined || !AFTERWORDS.test(folded.slice(skipEnd(folded, second.end)))) return undefined;
  return ordered(inherit(first, second), inherit(second, first));
}

function skipEnd(folded: string, place: number): number {
  return place + (match(/\s*(?:末日?|当初|[(][^()]{0,8}曜?日?[)])/uy, folded, place)?.[0].length ?? 0);
}

const SHORT_YEAR = /(\d{1,2}|元)\s*(年度|年(?!間))?(?!\s*月|\d)/uy;
const SHORT_DAY = /(\d{1,2})\s*月\s*(?:(\d{1,2})\s*日|末日?)?/uy;

/** The right end leaves out what the left has said: 令和4～8年度, 2009～14年, 令和5年4月1日～9月30日. */
function scanShort(folded: string, from: number, first: ScannedPeriod): ScannedPeriod | undefined {
  const day = match(SHORT_DAY, folded, from);
  if (day !== undefined && first.period.date !== null) return shortDay(day, first);
  const found = match(SHORT_YEAR, folded, from);
  if (found === undefined) return undefined;
  const number = found[1] === "元" ? 1 : Number(found[1]);
  const base = first.period.year;
  const year = first.era === null ? Math.floor(base / 100) * 100 + number : first.era.start.year + number - 1;
  const mark = found[2] === undefined ? "none" : found[2] === "年" ? "calendar" : "fiscal";
  const kind = mark === "calendar" ? "calendar-year" : "fiscal-year";
  return { period: { kind, year, date: null }, end: from + found[0].length, mark, era: first.era, isCertain: true };
}

function shortDay(found: RegExpExecArray, first: ScannedPeriod): ScannedPeriod | undefined {
  const { year } = first.period;
  const month = Number(found[1]);
  const last = daysInMonth(year, month);
  const day = found[2] === undefined ? last : Number(found[2]);
  if (last === 0 || day < 1 || day > last) return undefined;
  const period: Period = { kind: "date", year, date: isoDate({ year, month, day }) };
  return { period, end: found.index + found[0].length, mark: "date", era: first.era, isCertain: true };
}

/** An end without 年 or 年度 takes the other's: 「2022-2026年度」 are two 年度. */
function inherit(end: ScannedPeriod, other: ScannedPeriod): Period {
  if (end.mark !== "none" || other.mark !== "calendar") return end.period;
  return { ...end.period, kind: "calendar-year" };
}

function ordered(from: Period, to: Period): PeriodRange | undefined {
  return comparePeriods(from, to) <= 0 ? { from, to } : undefined;
}
