/** A day of the Gregorian calendar, without a time and without a zone. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const LAST_SERIAL = 2_958_465; // 9999-12-31, where Excel's calendar ends
/** Excel keeps Lotus's mistake: serial 60 is 29 February 1900, a day that never was. */
const LOTUS_LEAP_SERIAL = 60;
const OFFSET_1904 = 1462;

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS[month - 1] ?? 0);
}

export function isRealDate(date: CalendarDate): boolean {
  const { year, month, day } = date;
  return Number.isInteger(year) && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01, by counting years from March so that the leap day comes last. */
export function dayNumber({ year, month, day }: CalendarDate): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function dateOfDayNumber(days: number): CalendarDate {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

const EPOCH_1900 = dayNumber({ year: 1899, month: 12, day: 31 });

/** The day of an Excel serial; `undefined` for what is no day: below the epoch, the false leap day, past 9999. */
export function serialToDate(serial: number, date1904: boolean): CalendarDate | undefined {
  if (!Number.isFinite(serial)) return undefined;
  const days = Math.floor(serial) + (date1904 ? OFFSET_1904 : 0);
  if (days < (date1904 ? OFFSET_1904 : 1) || days > LAST_SERIAL || days === LOTUS_LEAP_SERIAL) return undefined;
  return dateOfDayNumber(EPOCH_1900 + (days > LOTUS_LEAP_SERIAL ? days - 1 : days));
}

/** The serial that Excel would store for a day; `undefined` for a day that its calendar does not have. */
export function dateToSerial(date: CalendarDate, date1904: boolean): number | undefined {
  if (!isRealDate(date)) return undefined;
  const days = dayNumber(date) - EPOCH_1900;
  const serial = (days >= LOTUS_LEAP_SERIAL ? days + 1 : days) - (date1904 ? OFFSET_1904 : 0);
  return serial < (date1904 ? 0 : 1) || serial + (date1904 ? OFFSET_1904 : 0) > LAST_SERIAL ? undefined : serial;
}

/** `2023-10-01`: sorts as text, and is what the analysis says. */
export function isoDate({ year, month, day }: CalendarDate): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** Monday is 1, Sunday 0. */
export function weekday(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
