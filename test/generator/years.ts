import type { Period } from "../../src/core/text";
import { pick } from "./canvas";

/** Spellings of 年度 and 年. 令和元年 is 2019; 平成 goes to 2018 here, since 平成31 and 令和元 share a year. */

function era(year: number): { readonly name: string; readonly letter: string; readonly n: number } {
  return year >= 2019 ? { name: "令和", letter: "R", n: year - 2018 } : { name: "平成", letter: "H", n: year - 1988 };
}

export function wide(text: string): string {
  return text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

type Spelling = (year: number) => string;

const nth = (n: number): string => (n === 1 ? "元" : String(n));

const FISCAL: readonly Spelling[] = [
  (y) => `令和${nth(era(y).n)}年度`.replace("令和", era(y).name),
  (y) => `${era(y).name}${wide(String(era(y).n))}年度`,
  (y) => `${era(y).letter}${era(y).n}`,
  (y) => `${y}年度`,
  (y) => `${era(y).letter}${era(y).n}年度`,
  (y) => wide(`${era(y).letter}${era(y).n}`),
  (y) => `${era(y).name} ${nth(era(y).n)}年度`,
  (y) => wide(String(y)) + "年度",
  (y) => `${era(y).name}${nth(era(y).n)}（${y}）年度`,
  (y) => `${y}(${era(y).letter}${era(y).n})年度`,
  (y) => `${era(y).name}${nth(era(y).n)}年度（${y}年度）`,
  (y) => `${era(y).letter}${era(y).n}.年度`.replace(".", ""),
  (y) => `${era(y).name} ${era(y).n} 年度`,
  (y) => `FY${y}`,
  (y) => `${y}年度（${era(y).name}${nth(era(y).n)}年度）`,
  (y) => `${era(y).letter}.${era(y).n}`,
  (y) => `${era(y).name}${nth(era(y).n)}年度末`,
  (y) => `${era(y).letter}${era(y).n}年度末`,
];

const CALENDAR: readonly Spelling[] = [
  (y) => `${era(y).name}${nth(era(y).n)}年`,
  (y) => `${y}年`,
  (y) => wide(String(y)) + "年",
  (y) => `${y}(${era(y).letter}${era(y).n})年`,
  (y) => `${era(y).letter}${era(y).n}年`,
  (y) => `${era(y).name}${nth(era(y).n)}年（${y}年）`,
];

export const fiscalYear = (year: number): Period => ({ kind: "fiscal-year", year, date: null });

export interface WrittenYear {
  readonly text: string;
  readonly period: Period;
}

export function spellYear(year: number, style: number, isCalendar = false): WrittenYear {
  return isCalendar
    ? { text: pick(CALENDAR, style)(year), period: { kind: "calendar-year", year, date: null } }
    : { text: pick(FISCAL, style)(year), period: fiscalYear(year) };
}

/** Ways to set a year beside a label in one cell. */
const JOINS: readonly ((label: string, year: string) => string)[] = [
  (label, year) => `${label}（${year}）`,
  (label, year) => `${label}\n（${year}）`,
  (label, year) => `${label}(${year})`,
  (label, year) => `${label} ${year}`,
  (label, year) => `${label}\n${year}`,
  (label, year) => `${year}\n${label}`,
  (label, year) => `${year} ${label}`,
  (label, year) => `${year}${label}`,
  (label, year) => `${label}\n【${year}】`,
  (label, year) => `${label}［${year}］`,
  (label, year) => `${label}：${year}`,
  (label, year) => `${label}〔${year}〕`,
];

export function joinYear(label: string, year: string, style: number): string {
  return pick(JOINS, style)(label, year);
}
