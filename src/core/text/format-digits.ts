import { shiftDecimal } from "./amount";
import type { FormatSection, FormatToken } from "./format-code";
import { toNumerals } from "./format-numerals";

const GENERAL_WIDTH = 11;

/** The General format: eleven characters at most, no noise of binary fractions (0.1 + 0.2 is 0.3). */
export function formatGeneral(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude === 0) return "0";
  const sign = value < 0 ? "-" : "";
  if (magnitude < 1e11 && magnitude >= 1e-4) {
    // The shortest writing of the number fits as it is, as nearly all do.
    const shortest = String(magnitude);
    if (shortest.length <= GENERAL_WIDTH) return sign + shortest;
  }
  if (magnitude >= 1e11 || magnitude < 1e-9) return sign + exponential(magnitude);
  const integerLength = String(Math.floor(magnitude)).length;
  const fixed = trimZeros(roundDecimal(magnitude, Math.max(0, GENERAL_WIDTH - 1 - integerLength)));
  // Excel gives up fixed notation where it would lose most digits to leading zeros.
  const significant = trimZeros(magnitude.toPrecision(10).split("e")[0] ?? "").replace(/^0\.0*|\./gu, "").length;
  const isTooSmall = magnitude < 1e-4 && significant > 9 + Math.floor(Math.log10(magnitude));
  return sign + (isTooSmall || fixed === "0" ? exponential(magnitude) : fixed);
}

function exponential(magnitude: number): string {
  const [mantissa = "", exponent = "0"] = magnitude.toExponential(5).split("e");
  return `${trimZeros(mantissa)}E${signedExponent(Number(exponent), 2)}`;
}

function signedExponent(exponent: number, width: number, showsPlus = true): string {
  const sign = exponent < 0 ? "-" : showsPlus ? "+" : "";
  return sign + String(Math.abs(exponent)).padStart(width, "0");
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}

/** Rounds half up on the fifteen digits that Excel keeps, so that 1.005 to two places is 1.01, as a person expects. */
export function roundDecimal(magnitude: number, places: number): string {
  const kept = Number(magnitude.toPrecision(15));
  if (kept >= 1e21) return BigInt(kept).toString();
  const rounded = Math.round(shiftDecimal(kept, places));
  if (!Number.isSafeInteger(rounded)) return kept.toFixed(places);
  const digits = String(rounded).padStart(places + 1, "0");
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** Shows a number by one section of a format. */
export function formatNumberSection(value: number, section: FormatSection): string {
  const { tokens } = section;
  if (tokens.length === 1 && tokens[0]?.kind === "general" && section.numerals === 0) return formatGeneral(value);
  const sign = value < 0 ? "-" : "";
  if (tokens.some(({ kind }) => kind === "general" || kind === "text")) return withGeneral(value, tokens, section);
  if (!tokens.some(({ kind }) => kind === "digit")) return (literals(tokens) === "" ? "" : sign) + literals(tokens);
  const shown = (text: string): string => sign + toNumerals(text, section.numerals);
  const magnitude = Math.abs(value);
  if (tokens.some(({ kind }) => kind === "slash")) return shown(withFraction(magnitude, tokens));
  if (tokens.some(({ kind }) => kind === "exponent")) return shown(withExponent(magnitude, tokens));
  return shown(withDigits(magnitude, tokens));
}

function withGeneral(value: number, tokens: readonly FormatToken[], { numerals }: FormatSection): string {
  const number = formatGeneral(Math.abs(value));
  const body = tokens.map((token) => (token.kind === "general" || token.kind === "text" ? toNumerals(number, numerals) : literal(token)));
  return (value < 0 ? "-" : "") + body.join("");
}

function literal(token: FormatToken): string {
  return token.kind === "literal" ? token.text : token.kind === "percent" ? "%" : "";
}

function literals(tokens: readonly FormatToken[]): string {
  return tokens.map(literal).join("");
}

interface Layout {
  readonly integer: readonly FormatToken[];
  readonly decimal: readonly FormatToken[];
  readonly hasPoint: boolean;
  readonly isGrouped: boolean;
  readonly shift: number;
}

function layOut(tokens: readonly FormatToken[]): Layout {
  const point = tokens.findIndex(({ kind }) => kind === "point");
  const whole = point < 0 ? tokens : tokens.slice(0, point);
  const decimal = point < 0 ? [] : tokens.slice(point + 1);
  const lastDigit = whole.findLastIndex(({ kind }) => kind === "digit");
  const isComma = ({ kind }: FormatToken): boolean => kind === "comma";
  const commasIn = (part: readonly FormatToken[]): number => part.filter(isComma).length;
  const scaling = commasIn(whole.slice(lastDigit + 1)) + commasIn(decimal);
  const percents = tokens.filter(({ kind }) => kind === "percent").length;
  const isGrouped = whole.slice(0, lastDigit + 1).some(isComma);
  const keep = (part: readonly FormatToken[]): readonly FormatToken[] => part.filter((token) => !isComma(token));
  return { integer: keep(whole), decimal: keep(decimal), hasPoint: point >= 0, isGrouped, shift: percents * 2 - scaling * 3 };
}

function withDigits(magnitude: number, tokens: readonly FormatToken[]): string {
  const layout = layOut(tokens);
  const places = layout.decimal.filter(({ kind }) => kind === "digit").length;
  const [whole = "0", fraction = ""] = roundDecimal(shiftDecimal(magnitude, layout.shift), places).split(".");
  const digits = whole === "0" ? "" : whole;
  // .0 has no place before the point, and yet 12.5 is 12.5.
  const hasPlace = layout.integer.some(({ kind }) => kind === "digit");
  const left = fillInteger(digits, layout.integer, layout.isGrouped) + (hasPlace ? "" : digits);
  return left + (layout.hasPoint ? "." : "") + fillDecimal(fraction, layout.decimal);
}

/** Digits go in from the right; the leftmost place takes all that is left over. */
function fillInteger(digits: string, tokens: readonly FormatToken[], isGrouped: boolean): string {
  let rest = digits;
  let written = 0;
  const firstDigit = tokens.findIndex(({ kind }) => kind === "digit");
  let shown = "";
  const write = (digit: string): void => {
    shown = digit + (isGrouped && written > 0 && written % 3 === 0 ? "," : "") + shown;
    written += 1;
  };
  for (let at = tokens.length - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token?.kind !== "digit") {
      shown = (token === undefined ? "" : literal(token)) + shown;
      continue;
    }
    const count = at === firstDigit ? Math.max(1, rest.length) : 1;
    for (let taken = 0; taken < count; taken += 1) {
      const digit = rest.slice(-1);
      rest = rest.slice(0, -1);
      if (digit !== "") write(digit);
      else if (token.text === "0") write("0");
      else if (token.text === "?") shown = ` ${shown}`;
    }
  }
  return shown;
}

function fillDecimal(fraction: string, tokens: readonly FormatToken[]): string {
  const significant = fraction.replace(/0+$/u, "").length;
  let place = 0;
  return tokens
    .map((token) => {
      if (token.kind !== "digit") return literal(token);
      const digit = fraction.charAt(place);
      place += 1;
      if (place <= significant || token.text === "0") return digit;
      return token.text === "?" ? " " : "";
    })
    .join("");
}

function withExponent(magnitude: number, tokens: readonly FormatToken[]): string {
  const at = tokens.findIndex(({ kind }) => kind === "exponent");
  const mantissa = tokens.slice(0, at);
  const mark = tokens[at];
  const width = tokens.slice(at + 1).filter(({ kind }) => kind === "digit").length;
  const { integer } = layOut(mantissa);
  // ##0.0E+0 is engineering notation: the exponent goes by as many as there are places before the point.
  const step = Math.max(1, integer.filter(({ kind }) => kind === "digit").length);
  let power = magnitude === 0 ? 0 : Math.floor(Math.log10(magnitude) / step) * step;
  let text = withDigits(shiftDecimal(magnitude, -power), mantissa);
  if (Number(text.replace(/[^\d.]/gu, "")) >= 10 ** step) {
    power += step;
    text = withDigits(shiftDecimal(magnitude, -power), mantissa);
  }
  const showsPlus = mark?.kind === "exponent" && mark.text === "+";
  const tail = literals(tokens.slice(at + 1));
  return `${text}E${signedExponent(power, width, showsPlus)}${tail}`;
}

function withFraction(magnitude: number, tokens: readonly FormatToken[]): string {
  const slash = tokens.findIndex(({ kind }) => kind === "slash");
  const denominatorPlaces = tokens.slice(slash + 1).filter(({ kind }) => kind === "digit").length;
  const isMixed = /digit[^|]*\|(?:literal\|)+digit/u.test(tokens.slice(0, slash).map(({ kind }) => kind).join("|"));
  const whole = isMixed ? Math.floor(magnitude) : 0;
  const [numerator, denominator] = nearestFraction(magnitude - whole, 10 ** Math.max(1, Math.min(4, denominatorPlaces)) - 1);
  const carried = isMixed && numerator === denominator;
  if (isMixed && (numerator === 0 || carried)) return String(whole + (carried ? 1 : 0));
  return `${isMixed && whole > 0 ? `${String(whole)} ` : ""}${String(numerator)}/${String(denominator)}`;
}

function nearestFraction(value: number, limit: number): readonly [number, number] {
  let best: readonly [number, number] = [Math.round(value), 1];
  for (let denominator = 1; denominator <= limit; denominator += 1) {
    const numerator = Math.round(value * denominator);
    const isNearer = Math.abs(numerator / denominator - value) + 1e-12 < Math.abs(best[0] / best[1] - value);
    if (isNearer) best = [numerator, denominator];
  }
  return best;
}
