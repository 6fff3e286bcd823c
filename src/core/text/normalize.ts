import { memo } from "../shared/memo";

/** Any run of white space: `\s` already holds U+3000 and U+00A0; U+200B and U+2060 come along from web pages and PDFs. */
const WHITE_SPACE = /[\s\u200B\u2060]+/gu;
const INK = /[^\s\u200B\u2060]/u;
const HAS_WHITE_SPACE = /[\s\u200B\u2060]/u;
/** ASCII, kana and the common kanji, none of which NFKC changes, and no white space: most cells, and quickly told. */
const SETTLED = /^[!-~\u3005-\u3007\u3041-\u3096\u30A1-\u30FC\u4E00-\u9FFF\u3001\u3002\u300C\u300D]*$/u;

/** One spelling for reading: NFKC (全角英数 → 半角), every run of white space one space, trimmed. */
export function foldText(text: string): string {
  return SETTLED.test(text) ? text : folded(text);
}

const folded = memo(2_000, (text) => text.normalize("NFKC").replace(WHITE_SPACE, " ").trim());

/** For matching labels: NFKC and no white space at all, since staff pad 実績値 to fill a cell. */
export function squash(text: string): string {
  return SETTLED.test(text) ? text : squashed(text);
}

const squashed = memo(2_000, (text) => text.normalize("NFKC").replace(WHITE_SPACE, ""));

/** For showing a label: white space is tidied, the characters stay as the city wrote them. */
export function tidyLabel(text: string): string {
  return HAS_WHITE_SPACE.test(text) ? text.replace(WHITE_SPACE, " ").trim() : text;
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
  /** One entry a unit of `text`, and one more for the end. */
  readonly starts: readonly number[];
}

/** NFKC with a way back to the source: 「㋿」 becomes two characters, and a place in the result must still point at it. */
export function foldWithPlaces(source: string): MappedText {
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
