import { gregorianToEra, type EraYear } from "./era";
import type { FormatSection, FormatToken } from "./format-code";
import { toNumerals } from "./format-numerals";
import { pad, serialToDate, weekday, type CalendarDate } from "./serial-date";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"] as const;
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;
const KANJI_DAYS = ["日", "月", "火", "水", "木", "金", "土"] as const;

interface Moment {
  readonly date: CalendarDate;
  readonly weekday: number;
  readonly era: EraYear | undefined;
  readonly hour: number;
  readonly minute: number;
  /** Whole seconds of the minute, and the fraction apart. */
  readonly second: number;
  readonly fraction: number;
  readonly totalSeconds: number;
  readonly isHalfDay: boolean;
}

/** Shows a serial by a section of dates and times. A serial that is no day (below the epoch) is shown as the number. */
export function formatDateSection(serial: number, section: FormatSection, date1904: boolean): string {
  const { tokens } = section;
  const subsecondDigits = tokens.find((token) => token.kind === "subseconds")?.digits ?? 0;
  const moment = momentOf(serial, date1904, subsecondDigits, tokens);
  if (moment === undefined) return String(serial);
  return tokens.map((token, at) => show(token, moment, section, tokens[at + 1])).join("");
}

function momentOf(
  serial: number,
  date1904: boolean,
  subsecondDigits: number,
  tokens: readonly FormatToken[],
): Moment | undefined {
  const unit = 10 ** subsecondDigits;
  const ticks = Math.round((serial - Math.floor(serial)) * 86_400 * unit);
  const seconds = Math.floor(ticks / unit);
  const day = Math.floor(serial) + Math.floor(seconds / 86_400);
  const date = dayAt(day, date1904);
  if (date === undefined || serial < 0) return undefined;
  const ofDay = seconds % 86_400;
  return {
    date,
    weekday: isRealSerial(day, date1904) ? weekday(date) : (day + 6) % 7,
    era: gregorianToEra(date),
    hour: Math.floor(ofDay / 3600),
    minute: Math.floor(ofDay / 60) % 60,
    second: ofDay % 60,
    fraction: ticks % unit,
    totalSeconds: Math.floor(serial) * 86_400 + seconds,
    isHalfDay: tokens.some((token) => token.kind === "date" && /^a(?:m\/pm|\/p)$/u.test(token.text)),
  };
}

/** Excel shows two days that never were: 1900/1/0 for serial 0 and 1900/2/29 for serial 60. */
function dayAt(day: number, date1904: boolean): CalendarDate | undefined {
  if (!date1904 && day === 0) return { year: 1900, month: 1, day: 0 };
  if (day + (date1904 ? 1462 : 0) === 60) return { year: 1900, month: 2, day: 29 };
  return serialToDate(day, date1904);
}

function isRealSerial(day: number, date1904: boolean): boolean {
  return serialToDate(day, date1904) !== undefined;
}

function show(token: FormatToken, moment: Moment, section: FormatSection, next: FormatToken | undefined): string {
  const numeral = (text: string): string => toNumerals(text, section.numerals);
  switch (token.kind) {
    case "literal":
      return token.text;
    case "subseconds":
      return `.${pad(moment.fraction, token.digits)}`;
    case "elapsed":
      return numeral(pad(elapsed(token.text, moment.totalSeconds), token.text.length));
    case "date": {
      const isGannen = section.isGannen && /^e/u.test(token.text) && moment.era?.year === 1;
      if (isGannen && next?.kind === "literal" && next.text.startsWith("年")) return "元";
      return numeral(showDatePart(token.text, moment) ?? showTimePart(token.text, moment));
    }
    case "digit":
      return "0";
    default:
      return "";
  }
}

function elapsed(unit: string, seconds: number): number {
  if (unit.startsWith("h")) return Math.floor(seconds / 3600);
  return unit.startsWith("m") ? Math.floor(seconds / 60) : seconds;
}

function showDatePart(part: string, { date, weekday: day, era }: Moment): string | undefined {
  switch (part.charAt(0)) {
    case "y":
      return part.length <= 2 ? pad(date.year % 100, 2) : pad(date.year, 4);
    case "m":
      return showMonth(part.length, date.month);
    case "d":
      return showDay(part.length, date.day, day);
    case "b":
      return String(date.year + 543);
    case "e":
      return pad(era?.year ?? date.year, part.length);
    case "r":
      return `${part === "rr" ? (era?.era.name ?? "") : ""}${pad(era?.year ?? date.year, 2)}`;
    case "g":
      return era === undefined ? "" : showEra(part.length, era);
    default:
      if (!/^a{3,4}$/u.test(part)) return undefined;
      return `${KANJI_DAYS[day] ?? ""}${part.length === 4 ? "曜日" : ""}`;
  }
}

function showMonth(length: number, month: number): string {
  const name = MONTHS[month - 1] ?? "";
  if (length <= 2) return pad(month, length);
  if (length === 3) return name.slice(0, 3);
  return length === 5 ? name.slice(0, 1) : name;
}

function showDay(length: number, day: number, dayOfWeek: number): string {
  const name = DAYS[dayOfWeek] ?? "";
  if (length <= 2) return pad(day, length);
  return length === 3 ? name.slice(0, 3) : name;
}

function showEra(length: number, { era }: EraYear): string {
  return length === 1 ? era.letter : length === 2 ? era.short : era.name;
}

function showTimePart(part: string, { hour, minute, second, isHalfDay }: Moment): string {
  const isMorning = hour < 12;
  if (part === "am/pm") return isMorning ? "AM" : "PM";
  if (part === "a/p") return isMorning ? "A" : "P";
  const width = Math.min(2, part.length);
  if (part.startsWith("h")) return pad(isHalfDay ? hour % 12 || 12 : hour, width);
  if (part.startsWith("n")) return pad(minute, width);
  return pad(second, width);
}
