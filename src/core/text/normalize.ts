import { memo } from "../common/memo";

/** Any run of white space: `\s` already holds U+3000 and U+00A0; U+200B and U+2060 come along from web pages and PDFs. */
const WHITE_SPACE = /[\s\u200B\u2060]+/gu;
const INK = /[^\s\u200B\u2060]/u;
const HAS_WHITE_SPACE = /[\s\u200B\u2060]/u;
/**
 * ASCII, kana and the common kanji, none of which NFKC changes, and no white space: most cells, and quickly told. Character
 * by character, because half of all that is done with a cell begins here and a pattern takes several times as long.
 */
function isSettled(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isUsual = isKana(code) || isKanji(code) || (code > 0x20 && code < 0x7f) || SETTLED_MARKS.includes(code);
    if (!isUsual) return false;
  }
  return true;
}

function isKana(code: number): boolean {
  return (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fc);
}

function isKanji(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** 、。「」 and 々〆〇. */
const SETTLED_MARKS: readonly number[] = [0x3001, 0x3002, 0x300c, 0x300d, 0x3005, 0x3006, 0x3007];

/** One spelling for reading: NFKC (全角英数 → 半角), every run of white space one space, trimmed. */
export function foldText(text: string): string {
  return isSettled(text) ? text : folded(text);
}

const folded = memo(2_000, (text) => text.normalize("NFKC").replace(WHITE_SPACE, " ").trim());

/** For matching labels: NFKC and no white space at all, since staff pad 実績値 to fill a cell. */
export function squash(text: string): string {
  return isSettled(text) ? text : squashed(text);
}

const squashed = memo(2_000, (text) => text.normalize("NFKC").replace(WHITE_SPACE, ""));

/** For showing a label: white space is tidied, the characters stay as the city wrote them. */
export function tidyLabel(text: string): string {
  return !isSettled(text) && HAS_WHITE_SPACE.test(text) ? text.replace(WHITE_SPACE, " ").trim() : text;
}

/** 空欄: nothing, or nothing but white space of any kind. */
export function isBlankText(text: string): boolean {
  return !beginsWithWord(text) && !INK.test(text);
}

/**
 * A kana or a common kanji at the front: so most texts begin, and it tells at once that a text is neither blank nor one of
 * the signs for which every cell is asked.
 */
export function beginsWithWord(text: string): boolean {
  const first = text.charCodeAt(0);
  return (first >= 0x3041 && first <= 0x30fa) || (first >= 0x4e00 && first <= 0x9fff);
}

/** A folded text that remembers, for each of its UTF-16 units, where in the source it came from. */
export interface MappedText {
  readonly text: string;
  /** One entry a unit of `text`, and one more for the end; undefined where each stands for itself. */
  readonly starts: readonly number[] | undefined;
}

/** NFKC with a way back to the source: 「㋿」 becomes two characters, and a place in the result must still point at it. */
export function foldWithPlaces(source: string): MappedText {
  if (isSettled(source)) return { text: source, starts: undefined };
  let text = "";
  const starts: number[] = [];
  let place = 0;
  for (const character of source) {
    const folded = character.normalize("NFKC").replace(WHITE_SPACE, " ");
    for (let unit = 0; unit < folded.length; unit += 1) starts.push(place);
    text += folded;
    place += character.length;
  }
  starts.push(place);
  return { text, starts };
}
