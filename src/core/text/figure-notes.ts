import { NEGATIVE_SIGN } from "./amount";
import { findPeriods, parsePeriod } from "./period";
import type { Period } from "./period-scan";
import { parsePeriodRange } from "./period-range";
import { noteQualifiers, type Qualifier } from "./figure-words";

/** Stands for ①, ⑴ and the like, which NFKC would turn into digits of the figure. */
const ITEM_MARK = "\uE001";
const ENUMERATORS = /[\u2460-\u249B\u24EA-\u24FF\u2776-\u2793]/gu;
/** Superscript digits number a footnote, save in m² and m³. */
const FOOTNOTE_DIGITS = /(?<![mM\uFF4D\uFF2D])[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+[\u207E)]?/gu;

/** The writing of a figure in one spelling, without spaces but where two numbers would run together. */
export function foldFigure(text: string): string {
  return text
    .replace(ENUMERATORS, ITEM_MARK)
    .replace(FOOTNOTE_DIGITS, "")
    .normalize("NFKC")
    .replace(/[\s\u200B\u2060]+/gu, " ")
    // 80%台 is about so much; 台 alone counts machines.
    .replace(/(?<=\d ?[%割点位])台/gu, "程度")
    .replace(/(?<!\d) | (?!\d)/gu, (space, place: number, whole: string) => (isBetweenNumbers(whole, place) ? space : ""))
    .trim();
}

/** A space before a sign belongs to a second number: 「5 △3」. */
function isBetweenNumbers(whole: string, place: number): boolean {
  return /\d$/u.test(whole.slice(0, place)) && new RegExp(`^ (?:${NEGATIVE_SIGN}|\\+)\\d`, "u").test(whole.slice(place));
}

export interface Split {
  readonly body: string;
  readonly notes: readonly string[];
}

const OPENING = "([{【〔〈《≪";
const CLOSING = ")]}】〕〉》≫";

/** Takes bracketed notes out: 「13,556人（令和5年10月1日現在）」. An unclosed bracket runs to the end. */
export function splitNotes(folded: string): Split {
  const notes: string[] = [];
  let body = "";
  let note = "";
  let depth = 0;
  for (const character of folded) {
    const isOpening = OPENING.includes(character);
    const isClosing = CLOSING.includes(character) && depth > 0;
    if (isClosing) depth -= 1;
    if (isClosing && depth === 0) {
      notes.push(note.trim());
      note = "";
      // A closed note keeps what stands around it apart: 25(5)30 is no 2530.
      if (/\d$/u.test(body)) body += " ";
    } else if (depth > 0) note += character;
    else if (!isOpening) body += character;
    if (isOpening) depth += 1;
  }
  if (depth > 0) notes.push(note.trim());
  return { body: body.trim().replace(/ (?!\d)/gu, ""), notes: notes.filter((text) => text !== "") };
}

export interface NoteReading {
  readonly qualifiers: readonly Qualifier[];
  readonly period: Period | null;
}

/** What the notes say of the figure: when it was measured, and whether it is cumulative or yearly. */
export function readNotes(notes: readonly string[]): NoteReading {
  const periods = notes.map(periodOfNote).filter((period) => period !== null);
  return { qualifiers: notes.flatMap(noteQualifiers), period: periods[0] ?? null };
}

const PUBLISHED = /(?:公表|発表|公開|更新|作成|改訂|改定)(?:分|値|資料|時点)?$/u;
/** 予定 and 公表 date the publication, 比 a comparison, and a number beside a year another year's value. */
const NOT_AS_OF = /予定|公表|発表|確定次第|比(?!率)|[から]ら?の(?:増|減)/u;

/** 「令和5年度、令和6年6月公表」 says two days, of which the first is the figure's. */
function periodOfNote(note: string): Period | null {
  const parts = NOT_AS_OF.test(note) ? note.split(/[、,;]/u) : [];
  return parts.length > 1 ? (parts.map(periodOfPart).find((period) => period !== null) ?? null) : periodOfPart(note);
}

function periodOfPart(note: string): Period | null {
  if (PUBLISHED.test(note)) return null;
  const whole = parsePeriod(note);
  if (whole !== undefined) return whole;
  const range = parsePeriodRange(note);
  // A figure over several years is known when the last of them is.
  if (range !== undefined) return range.to;
  if (NOT_AS_OF.test(note)) return null;
  const found = findPeriods(note);
  const last = found.at(-1);
  if (last === undefined) return null;
  const others = found.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), note);
  return /\d[\d,.]*(?!回|次|期|調査|年間|か年|カ年|月|日)/u.test(others) ? null : last.period;
}

export interface Dated {
  readonly rest: string;
  readonly period: Period | null;
  /** The period is what the figure is compared with: 平成25年度比46%削減. */
  readonly isComparison: boolean;
}

const AROUND_PERIOD =
  /^(?:末日?|時点|現在|当初|以降|まで|中|頃|ごろ|度|を?(?:目途|めど|目処|目標)|実績値?|目標値?|見込み?値?|計画値?|で|に|は|の|が|も|[:=、,])+/u;

/** Takes periods out of the figure's own line: 「令和6年度 75人」, 「R5:70%」. */
export function takePeriods(body: string): Dated {
  const found = findPeriods(body);
  const last = found.at(-1);
  if (last === undefined) return { rest: body, period: null, isComparison: false };
  const isComparison = found.some(({ end }) => /^(?:度|末|時点|実績|平均|同期)*(?:比|対比|に?比べ|と比較|から|より|を?基準)/u.test(body.slice(end)));
  if (isComparison) return { rest: body, period: null, isComparison };
  const rest = found.reduceRight((text, { start, end }) => {
    const after = text.slice(end).trimStart().replace(AROUND_PERIOD, "");
    return `${text.slice(0, start).trimEnd()} ${after}`.trim();
  }, body);
  return { rest: rest.replace(/ (?!\d)|(?<!\d) /gu, ""), period: last.period, isComparison };
}
