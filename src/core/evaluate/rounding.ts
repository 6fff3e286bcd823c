/**
 * 四捨五入, for display only: no status and no comparison ever sees a rounded figure. Done on the decimal digits, so that
 * 1.005 becomes 1.01 and not, as in binary, 1.00. By magnitude, as Excel's ROUND: -0.25 becomes -0.3.
 */
export function roundHalfUp(value: number, decimals = 1): number {
  return Number(formatRounded(value, decimals));
}

/** As `roundHalfUp`, with all its decimals: 100 gives `100.0`. Grouping and signs other than "-" are the caller's. */
export function formatRounded(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) throw new RangeError("only a finite number can be shown");
  const { digits, point } = decimalDigits(value);
  // Digits that stand before the place to round to; a zero in front takes the carry.
  const length = Math.max(0, point + decimals + 1);
  const kept = `0${digits}`.slice(0, length).padEnd(length, "0");
  const next = digits[point + decimals] ?? "0";
  const rounded = BigInt(kept) + (next >= "5" ? 1n : 0n);
  const text = String(rounded).padStart(decimals + 1, "0");
  const whole = text.slice(0, text.length - decimals);
  const sign = value < 0 && rounded !== 0n ? "-" : "";
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${text.slice(-decimals)}`;
}

/** To 15 digits, like Excel. The value is 0.DIGITS × 10^point. */
function decimalDigits(value: number): { readonly digits: string; readonly point: number } {
  const [mantissa = "0", exponent = "0"] = Math.abs(value).toExponential(14).split("e");
  return { digits: mantissa.replace(".", ""), point: Number(exponent) + 1 };
}
