import { dayNumber, type CalendarDate } from "./serial-date";

/** 元号 with its first day. A new era is one more line here. */
export interface Era {
  readonly name: string;
  readonly short: string;
  readonly letter: string;
  readonly start: CalendarDate;
  /** The last year that is read when no day is given: plans run past an era's end before anyone knows of it (平成32年度). */
  readonly lastYearRead: number;
}

export const ERAS: readonly Era[] = [
  { name: "明治", short: "明", letter: "M", start: { year: 1868, month: 10, day: 23 }, lastYearRead: 45 },
  { name: "大正", short: "大", letter: "T", start: { year: 1912, month: 7, day: 30 }, lastYearRead: 15 },
  { name: "昭和", short: "昭", letter: "S", start: { year: 1926, month: 12, day: 25 }, lastYearRead: 75 },
  { name: "平成", short: "平", letter: "H", start: { year: 1989, month: 1, day: 8 }, lastYearRead: 62 },
  { name: "令和", short: "令", letter: "R", start: { year: 2019, month: 5, day: 1 }, lastYearRead: 99 },
];

/** A year of an era: 令和元年 is `{ era: 令和, year: 1 }`. */
export interface EraYear {
  readonly era: Era;
  readonly year: number;
}

/** Finds an era by 令和, 令 or R (either case). */
export function findEra(token: string): Era | undefined {
  const upper = token.toUpperCase();
  return ERAS.find((era) => era.name === token || era.short === token || era.letter === upper);
}

/** The Gregorian year of an era's year; `undefined` for a year that nobody writes (令和0年, 大正16年). */
export function eraYearToGregorian(era: Era, year: number): number | undefined {
  if (!Number.isInteger(year) || year < 1 || year > era.lastYearRead) return undefined;
  return era.start.year + year - 1;
}

/** The era of a day; `undefined` before 明治. */
export function gregorianToEra(date: CalendarDate): EraYear | undefined {
  const days = dayNumber(date);
  const era = [...ERAS].reverse().find(({ start }) => dayNumber(start) <= days);
  return era === undefined ? undefined : { era, year: date.year - era.start.year + 1 };
}

/** Whether a day lies in an era: 昭和64年1月8日 does not, it is 平成元年1月8日. */
export function isDayOfEra(date: CalendarDate, era: Era): boolean {
  return gregorianToEra(date)?.era === era;
}
