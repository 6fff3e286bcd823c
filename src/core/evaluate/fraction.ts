/**
 * Exact fractions. A status hangs on whether a rate reaches 100 or falls below 0, so the arithmetic must not: 0.1 + 0.2
 * in binary is above 0.3, and an indicator exactly on its pace would come out at 99.99999999999997.
 */
export interface Fraction {
  readonly numerator: bigint;
  /** Always above zero. */
  readonly denominator: bigint;
}

/** As many digits as Excel itself keeps of a number; whatever stands behind them is binary noise. */
const EXCEL_DIGITS = 15;

/** Enough for a double whatever the size of the two parts. */
const QUOTIENT_DIGITS = 20;

const SCIENTIFIC = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/u;

/** The number as the sheet shows it to 15 digits; undefined for NaN and the infinities. */
export function toFraction(value: number): Fraction | undefined {
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
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  };
}

export function subtract(a: Fraction, b: Fraction): Fraction {
  return add(a, { numerator: -b.numerator, denominator: b.denominator });
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator };
}

/** Undefined for a division by zero. */
export function divide(a: Fraction, b: Fraction): Fraction | undefined {
  if (b.numerator === 0n) return undefined;
  const sign = b.numerator < 0n ? -1n : 1n;
  return { numerator: sign * a.numerator * b.denominator, denominator: sign * a.denominator * b.numerator };
}

/** Below zero, zero, above zero: as a sort function wants it. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}

export function absolute(a: Fraction): Fraction {
  return a.numerator < 0n ? { numerator: -a.numerator, denominator: a.denominator } : a;
}

/** The nearest number; undefined where a number cannot hold it. */
export function toNumber({ numerator, denominator }: Fraction): number | undefined {
  if (numerator === 0n) return 0;
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
