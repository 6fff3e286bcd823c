/*
 * Look-alikes are written as escapes: a reader cannot tell U+2212 from U+30FC on screen.
 *   U+2212 minus sign, U+2010 to U+2015 hyphens and dashes, U+FF0D (NFKC folds it to "-"), U+25B3 U+25B2 the accountant's △▲.
 */
export const NEGATIVE_SIGN = "[-\\u2010-\\u2015\\u2212\\u25B3\\u25B2\\u25BC\\u25BD]";
const SIGN = new RegExp(`^(?:(\\+)|(${NEGATIVE_SIGN}))\\s*`, "u");
const GROUPED_DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$|^\.\d+$/u;

/** ① and ² become digits under NFKC, and are none: they number an item or a footnote. */
const LOOKS_LIKE_DIGITS = /[\u00B2\u00B3\u00B9\u00BC-\u00BE\u2070-\u209C\u2150-\u215F\u2460-\u24FF\u2776-\u2793]/u;

interface Signed {
  readonly isNegative: boolean;
  readonly rest: string;
}

function splitSign(folded: string): Signed {
  const found = SIGN.exec(folded);
  return { isNegative: found?.[2] !== undefined, rest: found === null ? folded : folded.slice(found[0].length) };
}

/**
 * Reads a figure as Japanese offices write it: `１，２３４`, `+715`, `△12.5`, `▲3`.
 * Returns `undefined` for anything else; a unit (`12件`) is the caller's business, so that it is never dropped unseen.
 */
export function parseAmount(text: string): number | undefined {
  if (LOOKS_LIKE_DIGITS.test(text)) return undefined;
  const { isNegative, rest } = splitSign(text.normalize("NFKC").trim());
  const magnitude = parseDigits(rest);
  return magnitude === undefined ? undefined : withSign(magnitude, isNegative);
}

/** Digits alone, grouped by threes or not at all; `1,23` and `1.2.3` are no number. */
export function parseDigits(text: string): number | undefined {
  return GROUPED_DIGITS.test(text) ? Number(text.replaceAll(",", "")) : undefined;
}

export function withSign(magnitude: number, isNegative: boolean): number {
  return isNegative && magnitude !== 0 ? -magnitude : magnitude;
}

const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 億: 8, 兆: 12 };
const DIGIT_OF: Readonly<Record<string, number>> = {
  〇: 0, 零: 0, 一: 1, 壱: 1, 二: 2, 弐: 2, 三: 3, 参: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9,
};

/** As `parseAmount`, and with 漢数字 and scales: `1億2,000万`, `178万`, `466千`, `3百万`, `二千五百`, `ゼロ`. */
export function parseScaledAmount(text: string): number | undefined {
  const { isNegative, rest } = splitSign(text.normalize("NFKC").replace(/\s+(?=[十百千万億兆])|(?<=[十百千万億兆])\s+/gu, "").trim());
  const magnitude = rest === "ゼロ" || rest === "零" ? 0 : (parseDigits(rest) ?? parseComposite(rest));
  return magnitude === undefined ? undefined : withSign(magnitude, isNegative);
}

type Piece = { readonly value: number } | { readonly power: number };

function parseComposite(text: string): number | undefined {
  const pieces = cutPieces(text);
  return pieces === undefined ? undefined : evaluate(pieces);
}

function cutPieces(text: string): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  for (let rest = text; rest !== "";) {
    const digits = /^[\d,.]+|^[〇零一壱二弐三参四五六七八九]+/u.exec(rest)?.[0];
    const power = POWERS[rest.charAt(0)];
    if (digits !== undefined) {
      const value = /\d/u.test(digits) ? parseDigits(digits) : kanjiDigits(digits);
      if (value === undefined) return undefined;
      pieces.push({ value });
      rest = rest.slice(digits.length);
    } else if (power !== undefined) {
      pieces.push({ power });
      rest = rest.slice(1);
    } else return undefined;
  }
  return pieces.length === 0 ? undefined : pieces;
}

function kanjiDigits(text: string): number {
  return Number([...text].map((digit) => String(DIGIT_OF[digit] ?? 0)).join(""));
}

/**
 * 万, 億 and 兆 close a section and must fall (1億2,000万); 十, 百 and 千 multiply what stands before them, one after
 * the other, so that 3百万 and 1,500百万 come out as offices mean them.
 */
function evaluate(pieces: readonly Piece[]): number | undefined {
  let total = 0;
  let section = 0;
  let pending: number | undefined;
  let lastLarge = Infinity;
  let lastSmall = Infinity;
  for (const piece of pieces) {
    if ("value" in piece) {
      if (pending !== undefined) return undefined;
      pending = piece.value;
    } else if (piece.power < 4) {
      if (piece.power >= lastSmall) return undefined;
      section += shiftDecimal(pending ?? 1, piece.power);
      lastSmall = piece.power;
      pending = undefined;
    } else {
      const part = section + (pending ?? 0);
      if ((pending === undefined && section === 0) || piece.power >= lastLarge) return undefined;
      total += shiftDecimal(part, piece.power);
      lastLarge = piece.power;
      [section, pending, lastSmall] = [0, undefined, Infinity];
    }
  }
  return total + section + (pending ?? 0);
}

/** Moves the decimal point by writing, not by multiplying: 18.8 × 10⁴ is 188000, not 188000.00000000003. */
export function shiftDecimal(value: number, places: number): number {
  if (places === 0) return value === 0 ? 0 : value;
  if (places > 0 && places <= 6 && Number.isInteger(value)) {
    const shifted = value * 10 ** places;
    if (shifted !== 0 && Number.isSafeInteger(shifted)) return shifted;
  }
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  return Number(`${mantissa}e${String(Number(exponent) + places)}`);
}

/** Multiplies by a power of ten (1000, 0.01), exactly. */
export function scaleBy(value: number, scale: number): number {
  if (scale === 1) return shiftDecimal(value, 0);
  return shiftDecimal(value, Math.round(Math.log10(scale)));
}
