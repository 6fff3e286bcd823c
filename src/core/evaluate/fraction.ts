/**
 * Exact fractions. A status hangs on whether a rate reaches 100 or falls below 0, so the arithmetic must not: 0.1 + 0.2
 * in binary is above 0.3, and an indicator exactly on its pace would come out at 99.99999999999997.
 */
export interface Fraction {
  readonly numerator: Whole;
  /** Always above zero. */
  readonly denominator: Whole;
}

/** A whole number, as a plain number while it is a safe one: ten times as fast, and the figures of plans nearly always are. */
type Whole = number | bigint;

/** As many digits as Excel itself keeps of a number; whatever stands behind them is binary noise. */
const EXCEL_DIGITS = 15;
const EXCEL_LIMIT = 10 ** EXCEL_DIGITS;

/** Enough for a double whatever the size of the two parts. */
const QUOTIENT_DIGITS = 20;

const SCIENTIFIC = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u;

function times(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const product = a * b;
    if (Number.isSafeInteger(product)) return product;
  }
  return BigInt(a) * BigInt(b);
}

function plus(a: Whole, b: Whole): Whole {
  if (typeof a === "number" && typeof b === "number") {
    const total = a + b;
    if (Number.isSafeInteger(total)) return total;
  }
  return BigInt(a) + BigInt(b);
}

/** Never -0: it is no whole number that anybody means. */
function negated(value: Whole): Whole {
  return typeof value === "bigint" ? -value : 0 - value;
}

function isZero(value: Whole): boolean {
  return typeof value === "bigint" ? value === 0n : value === 0;
}

/** The tens by which a number of at most 15 digits and few decimals becomes whole; undefined for any other number. */
function decimalScale(value: number): number | undefined {
  for (let scale = 1; scale <= 1e6; scale *= 10) {
    const whole = Math.round(value * scale);
    if (Math.abs(whole) >= EXCEL_LIMIT) return undefined;
    // The nearest number to a decimal of 15 digits is no other decimal's, so that nothing is lost.
    if (whole / scale === value) return scale;
  }
  return undefined;
}

/** To the 15 digits that Excel keeps, so that 0.29 × 100 (28.999999999999996 in binary) is 29. For finite numbers. */
export function toExcelDigits(value: number): number {
  if (decimalScale(value) !== undefined) return value === 0 ? 0 : value;
  return Number(value.toPrecision(EXCEL_DIGITS));
}

/** The number as the sheet shows it to 15 digits; undefined for NaN and the infinities. */
export function toFraction(value: number): Fraction | undefined {
  const scale = decimalScale(value);
  if (scale !== undefined) return { numerator: value === 0 ? 0 : Math.round(value * scale), denominator: scale };
  const match = SCIENTIFIC.exec(value.toExponential(EXCEL_DIGITS - 1));
  if (match === null) return undefined;
  const [, sign = "", whole = "0", decimals = "", exponent = "0"] = match;
  const digits = BigInt(`${sign}${whole}${decimals}`);
  const power = Number(exponent) - decimals.length;
  return power >= 0
    ? { numerator: digits * 10n ** BigInt(power), denominator: 1n }
    : { numerator: digits, denominator: 10n ** BigInt(-power) };
}

export function add(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: plus(times(a.numerator, b.denominator), times(b.numerator, a.denominator)),
    denominator: times(a.denominator, b.denominator),
  };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: negated(b.numerator), denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: times(a.numerator, b.numerator), denominator: times(a.denominator, b.denominator) };
}

/** Undefined for a division by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  if (isZero(b.numerator)) return undefined;
  const sign = b.numerator < 0 ? -1 : 1;
  return {
    numerator: times(times(sign, a.numerator), b.denominator),
    denominator: times(times(sign, a.denominator), b.numerator),
  };
}

/** Below zero, zero, above zero: as a sort function wants it. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = [times(a.numerator, b.denominator), times(b.numerator, a.denominator)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function absolute(a: Fraction): Fraction {
  return a.numerator < 0 ? { numerator: negated(a.numerator), denominator: a.denominator } : a;
}

/** The nearest number; undefined where a number cannot hold it. */
export function toNumber(fraction: Fraction): number | undefined {
  if (isZero(fraction.numerator)) return 0;
  // A division of safe numbers is itself rounded to the nearest.
  if (typeof fraction.numerator === "number" && typeof fraction.denominator === "number") {
    return fraction.numerator / fraction.denominator;
  }
  const [numerator, denominator] = [BigInt(fraction.numerator), BigInt(fraction.denominator)];
  const size = digitCount(denominator) - digitCount(numerator) + QUOTIENT_DIGITS;
  const quotient =
    size >= 0 ? (numerator * 10n ** BigInt(size)) / denominator : numerator / (denominator * 10n ** BigInt(-size));
  const value = Number(`${String(quotient)}e${String(-size)}`);
  if (!Number.isFinite(value)) return undefined;
  // Too small for a number: 0, and never the -0 that prints as "-0".
  return value === 0 ? 0 : value;
}

function digitCount(value: bigint): number {
  return String(value < 0n ? -value : value).length;
}
