import { memo } from "../common/memo";

/** One piece of an Excel number format. Letters of literals keep their case; the date parts are lower case. */
export type FormatToken =
  | { readonly kind: "literal"; readonly text: string }
  | { readonly kind: "digit"; readonly text: "0" | "#" | "?" }
  | { readonly kind: "point" }
  | { readonly kind: "comma" }
  | { readonly kind: "percent" }
  | { readonly kind: "exponent"; readonly text: "+" | "-" }
  | { readonly kind: "slash" }
  | { readonly kind: "text" }
  | { readonly kind: "general" }
  | { readonly kind: "date"; readonly text: string }
  | { readonly kind: "elapsed"; readonly text: string }
  | { readonly kind: "subseconds"; readonly digits: number };

export interface FormatCondition {
  readonly operator: "<" | "<=" | ">" | ">=" | "=" | "<>";
  readonly limit: number;
}

export interface FormatSection {
  readonly tokens: readonly FormatToken[];
  readonly condition: FormatCondition | null;
  readonly isDate: boolean;
  /** [DBNum1] kanji, [DBNum2] 大字, [DBNum3] full width. */
  readonly numerals: 0 | 1 | 2 | 3;
  /** 令和元年 instead of 令和1年: the locale tag ends in gannen. */
  readonly isGannen: boolean;
}

const DATE_PART = /^(?:am\/pm|a\/p|y+|m+|d+|h+|s+|g{1,3}|e{1,2}|r{1,2}|aaaa?|bb?)/iu;
const BRACKET = /^\[([^\]]*)\]/u;
const CONDITION = /^(<=|>=|<>|<|>|=)\s*(-?[\d.]+)$/u;

/** Cuts a number format into its sections and their pieces. A workbook has a few dozen formats for all its cells. */
export const parseFormat: (format: string) => readonly FormatSection[] = memo(500, (format) => cutSections(format).map(parseSection));

function cutSections(format: string): readonly string[] {
  const sections: string[] = [];
  let section = "";
  for (let place = 0; place < format.length; place += 1) {
    const length = quotedLength(format, place);
    if (length > 0) {
      section += format.slice(place, place + length);
      place += length - 1;
    } else if (format.charAt(place) === ";") {
      sections.push(section);
      section = "";
    } else section += format.charAt(place);
  }
  return [...sections, section];
}

/** The length of a piece in which characters stand for themselves: "千人", \人, _), *-, [Red]. */
function quotedLength(format: string, place: number): number {
  const character = format.charAt(place);
  if (character === '"') {
    const close = format.indexOf('"', place + 1);
    return close < 0 ? format.length - place : close - place + 1;
  }
  if (character === "[") {
    const close = format.indexOf("]", place + 1);
    return close < 0 ? 0 : close - place + 1;
  }
  return /[\\_*!]/u.test(character) ? Math.min(2, format.length - place) : 0;
}

interface Draft {
  tokens: FormatToken[];
  condition: FormatCondition | null;
  numerals: 0 | 1 | 2 | 3;
  isGannen: boolean;
}

function parseSection(section: string): FormatSection {
  const draft: Draft = { tokens: [], condition: null, numerals: 0, isGannen: false };
  for (let place = 0; place < section.length;) {
    place += readQuoted(section, place, draft) || readPlain(section, place, draft);
  }
  const tokens = nameSubseconds(markDates(draft.tokens));
  const isDate = tokens.some(({ kind }) => kind === "date" || kind === "elapsed");
  return { tokens, condition: draft.condition, isDate, numerals: draft.numerals, isGannen: draft.isGannen };
}

function readQuoted(section: string, place: number, draft: Draft): number {
  const length = quotedLength(section, place);
  if (length === 0) return 0;
  const piece = section.slice(place, place + length);
  const first = piece.charAt(0);
  if (first === "[") readBracket(piece, draft);
  else if (first === '"') draft.tokens.push({ kind: "literal", text: piece.slice(1).replace(/"$/u, "") });
  else if (first === "_") draft.tokens.push({ kind: "literal", text: " " });
  else if (first !== "*") draft.tokens.push({ kind: "literal", text: piece.slice(1) });
  return length;
}

function readBracket(piece: string, draft: Draft): void {
  const inside = BRACKET.exec(piece)?.[1] ?? "";
  const condition = CONDITION.exec(inside);
  const numerals = /^DBNum([123])/iu.exec(inside)?.[1];
  if (/^(?:h+|m+|s+)$/iu.test(inside)) draft.tokens.push({ kind: "elapsed", text: inside.toLowerCase() });
  else if (condition !== null) {
    draft.condition = { operator: condition[1] as FormatCondition["operator"], limit: Number(condition[2]) };
  } else if (numerals !== undefined) draft.numerals = Number(numerals) as 1 | 2 | 3;
  else if (inside.startsWith("$")) {
    const currency = inside.slice(1).replace(/-[^-]*$|-.*$/u, "");
    if (currency !== "") draft.tokens.push({ kind: "literal", text: currency });
    draft.isGannen ||= /gannen/iu.test(inside);
  }
}

function readPlain(section: string, place: number, { tokens }: Draft): number {
  const rest = section.slice(place);
  const general = /^(?:General|G\/標準)/iu.exec(rest)?.[0];
  if (general !== undefined) return push(tokens, { kind: "general" }, general.length);
  const exponent = /^E([+-])/iu.exec(rest);
  if (exponent !== null) return push(tokens, { kind: "exponent", text: exponent[1] === "-" ? "-" : "+" }, 2);
  const part = DATE_PART.exec(rest)?.[0];
  if (part !== undefined) return push(tokens, { kind: "date", text: part.toLowerCase() }, part.length);
  return push(tokens, plainToken(rest.charAt(0)), 1);
}

function push(tokens: FormatToken[], token: FormatToken, length: number): number {
  tokens.push(token);
  return length;
}

function plainToken(character: string): FormatToken {
  switch (character) {
    case "0":
    case "#":
    case "?":
      return { kind: "digit", text: character };
    case ".":
      return { kind: "point" };
    case ",":
      return { kind: "comma" };
    case "%":
    case "\uFF05":
      return { kind: "percent" };
    case "/":
      return { kind: "slash" };
    case "@":
      return { kind: "text" };
    default:
      return { kind: "literal", text: character };
  }
}

/** In a format of dates, `m` beside hours or seconds is minutes; without any digit part, `/` `.` `,` are plain marks. */
function markDates(tokens: readonly FormatToken[]): readonly FormatToken[] {
  if (!tokens.some(({ kind }) => kind === "date" || kind === "elapsed")) return tokens;
  const parts = tokens.flatMap((token, at) => (token.kind === "date" || token.kind === "elapsed" ? [{ text: token.text, at }] : []));
  return tokens.map((token, at): FormatToken => {
    if (token.kind === "slash") return { kind: "literal", text: "/" };
    if (token.kind === "comma") return { kind: "literal", text: "," };
    if (token.kind !== "date" || !/^mm?$/u.test(token.text)) return token;
    const place = parts.findIndex((part) => part.at === at);
    const isMinutes = /^h/u.test(parts[place - 1]?.text ?? "") || /^s/u.test(parts[place + 1]?.text ?? "");
    return isMinutes ? { kind: "date", text: token.text === "m" ? "n" : "nn" } : token;
  });
}

/** `ss.0`: the point and the zeros after seconds are a fraction of the second. */
function nameSubseconds(tokens: readonly FormatToken[]): readonly FormatToken[] {
  const named: FormatToken[] = [];
  const hasDate = tokens.some(({ kind }) => kind === "date" || kind === "elapsed");
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    let digits = 0;
    while (hasDate && token.kind === "point" && tokens[at + 1 + digits]?.kind === "digit") digits += 1;
    if (digits > 0) named.push({ kind: "subseconds", digits });
    else if (hasDate && token.kind === "point") named.push({ kind: "literal", text: "." });
    else named.push(token);
    at += digits;
  }
  return named;
}
