import { damaged } from "./part-error";

/*
 * Reading values straight from the bytes of the XML. A sheet of a million cells has some ten million names and values of
 * a few characters; making a string of each costs more than everything else together.
 */

export const LF = 10;
export const CR = 13;
export const AMPERSAND = 38;

/** Looking up a global costs more than the work done with it where code runs in a sandbox. */
const { fromCharCode } = String;
const NOT_A_NUMBER = Number.NaN;

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;

export function isSpace(byte: number | undefined): boolean {
  return byte === 32 || byte === LF || byte === CR || byte === 9;
}

/** Whether these bytes are this name; names in OOXML are ASCII. */
export function matchesAt(bytes: Uint8Array, start: number, name: string): boolean {
  for (let at = 0; at < name.length; at++) if (bytes[start + at] !== name.charCodeAt(at)) return false;
  return true;
}

/** A whole number of up to nine digits; -1 for anything else. */
export function parseDigits(bytes: Uint8Array, start: number, end: number): number {
  if (start >= end || end - start > 9) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}

/** Powers of ten up to here, and whole numbers of fifteen digits, are exact in binary; so is the rounding of a quotient. */
const EXACT_POWERS = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];
const EXACT_DIGITS = 15;

/** `-12.5` where that needs no more than fifteen digits; NaN otherwise, which only means: try `Number`. */
export function parseShortDecimal(bytes: Uint8Array, start: number, end: number): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (let at = first; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + byte - ZERO;
      digits++;
      if (decimals >= 0) decimals++;
    } else if (byte === POINT && decimals < 0) decimals = 0;
    else return NOT_A_NUMBER;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return NOT_A_NUMBER;
  const magnitude = decimals > 0 ? mantissa / (EXACT_POWERS[decimals] ?? NOT_A_NUMBER) : mantissa;
  // Minus zero is no value of Excel's.
  return isNegative && magnitude !== 0 ? -magnitude : magnitude;
}

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Texts up to this length are put together by hand if they are ASCII; calling the decoder costs more. */
const SHORT_TEXT = 12;

/** Bytes as they stand, entities undecoded. */
export function decodeUtf8(bytes: Uint8Array, start: number, end: number): string {
  if (end - start <= SHORT_TEXT) {
    let text = "";
    let at = start;
    for (; at < end; at++) {
      const byte = bytes[at] ?? 0;
      if (byte >= 128) break;
      text += fromCharCode(byte);
    }
    if (at === end) return text;
  }
  try {
    return decoder.decode(bytes.subarray(start, end));
  } catch {
    throw damaged("encoding");
  }
}

const PREDEFINED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** The predefined entities and character references; there are no others without a DOCTYPE. */
export function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&([^;&]{0,12});?/gu, (whole, name: string) => {
    const known = whole.endsWith(";") ? (PREDEFINED.get(name) ?? characterReference(name)) : undefined;
    if (known === undefined) throw damaged("entity");
    return known;
  });
}

function characterReference(name: string): string | undefined {
  const digits = /^#(?:x([0-9A-Fa-f]{1,8})|([0-9]{1,10}))$/u.exec(name);
  if (digits === null) return undefined;
  const code = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : "\uFFFD";
}

/** XML's own rule: a line end in the file is one line feed, however it was written. */
export function normalizeLineEnds(text: string): string {
  return text.includes("\r") ? text.replaceAll(/\r\n?/gu, "\n") : text;
}
