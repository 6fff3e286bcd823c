/*
 * Two labels that a reader takes for the same although they are written differently: 子供/子ども, ヶ所/か所, 取り組み/取組み.
 * This is for comparing only; nothing is ever written in the folded form.
 */

/** Kanji words whose okurigana are written or left out at will. */
const OKURIGANA: readonly (readonly [RegExp, string])[] = [
  [/取り?組み?/gu, "取組"],
  [/取り?扱い?/gu, "取扱"],
  [/取り?まとめ/gu, "取まとめ"],
  [/受け?付け?/gu, "受付"],
  [/受け?入れ?/gu, "受入"],
  [/手続き/gu, "手続"],
  [/問い?合わ?せ/gu, "問合せ"],
  [/打ち?合わ?せ/gu, "打合せ"],
  [/組み?合わ?せ/gu, "組合せ"],
  [/申し?込み?/gu, "申込"],
  [/届け?出/gu, "届出"],
  [/支払い/gu, "支払"],
  [/見直し/gu, "見直"],
  [/引き?継ぎ?/gu, "引継"],
  [/繰り?返し/gu, "繰返し"],
];

/** Words with several accepted spellings. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/[ヶヵケカか箇個](?=[所月国年条店])/gu, "か"],
  [/子供|子ども/gu, "こども"],
  [/[街町]づくり/gu, "まちづくり"],
  [/障害者|障碍者/gu, "障がい者"],
  [/ディジタル/gu, "デジタル"],
  ...OKURIGANA,
];

/** ウェブ and ウエブ. Only vowels of loan words: きょう and きよう are different words. */
const SMALL_KANA = "ァィゥェォ";
const LARGE_KANA = "アイウエオ";

/** Dashes that are typed where the long vowel mark belongs, between katakana. */
const DASH_AFTER_KATAKANA = /(?<=[ァ-ヴー])[-\u2010-\u2015\u2212](?=[ァ-ヴ]|$)/gu;
const FINAL_LONG_VOWEL = /(?<=[ァ-ヴ])ー(?![ァ-ヴー])/gu;
const PUNCTUATION = /[・､、,，.。()[\]{}「」『』【】〔〕〈〉《》]/gu;

/** As written, without what is only layout: line breaks, runs of spaces, spaces at the edges and beside brackets. */
export function plainLabel(label: string): string {
  if (!/\s/u.test(label)) return label;
  return label
    .replaceAll(/\s*[\r\n]+\s*/gu, "")
    .replaceAll(/\s+/gu, " ")
    .replaceAll(/ ?([()（）「」【】]) ?/gu, "$1")
    .trim();
}

/** The form in which all spellings of one label are equal. */
export function foldSpelling(label: string): string {
  let folded = label.normalize("NFKC").replaceAll(/\s+/gu, "").toLowerCase();
  folded = folded.replaceAll(DASH_AFTER_KATAKANA, "ー").replaceAll(PUNCTUATION, "");
  for (const [spelling, common] of SPELLINGS) folded = folded.replaceAll(spelling, common);
  return [...folded.replaceAll("づ", "ず").replaceAll("ぢ", "じ").replaceAll(FINAL_LONG_VOWEL, "")]
    .map(toLargeKana)
    .join("");
}

function toLargeKana(character: string): string {
  const index = SMALL_KANA.indexOf(character);
  return index < 0 ? character : LARGE_KANA.charAt(index);
}
