const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/u;
const ISO_TIME = /^(?:[-\d]{10})?T?(\d{2}):(\d{2})(?::(\d{2}(?:\.\d{1,9})?))?Z?$/u;

/** Serial number of 1970-01-01 in the two date systems. */
const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

/** 1900-03-01: before it Excel's days are one less, since it believes in a 29 February 1900. */
const AFTER_PHANTOM_DAY = 61;

/** Strict workbooks may hold dates as `2023-10-01T00:00:00`; we keep serial numbers throughout. */
export function isoDateToSerial(text: string, date1904: boolean): number | undefined {
  const date = ISO_DATE.exec(text);
  const time = ISO_TIME.exec(text);
  if (date === null && time === null) return undefined;
  let serial = 0;
  if (date !== null) {
    serial = daysSince1970(Number(date[1]), Number(date[2]), Number(date[3])) + (date1904 ? EPOCH_1904 : EPOCH_1900);
    if (!date1904 && serial < AFTER_PHANTOM_DAY) serial--;
  }
  if (time !== null) serial += (Number(time[1]) * 3600 + Number(time[2]) * 60 + Number(time[3] ?? 0)) / 86_400;
  return serial;
}

/** Gregorian calendar; years counted from March, so that the leap day comes last. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + dayOfYear - 719_468;
}
