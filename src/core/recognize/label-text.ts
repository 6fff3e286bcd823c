/* Label texts without what is no part of the words: brackets, notes, marks, words at the edges. */

const BRACKETS: readonly (readonly [string, string])[] = [
  ["(", ")"],
  ["[", "]"],
  ["\u3010", "\u3011"],
  ["\u3014", "\u3015"],
  ["\u300c", "\u300d"],
  ["<", ">"],
  ["\u300a", "\u300b"],
  ["\u3008", "\u3009"],
];

/** Takes bracketed parts out of a squashed text. */
export function splitBrackets(text: string): { readonly core: string; readonly parts: readonly string[] } {
  if (!BRACKETS.some(([open]) => text.includes(open))) return { core: text, parts: [] };
  const parts: string[] = [];
  let core = "";
  let depth = 0;
  let part = "";
  for (const char of text) {
    if (BRACKETS.some(([open]) => open === char)) {
      if (depth > 0) part += char;
      depth++;
    } else if (depth > 0 && BRACKETS.some(([, close]) => close === char)) {
      depth--;
      if (depth === 0) {
        parts.push(part);
        part = "";
      } else part += char;
    } else if (depth > 0) part += char;
    else core += char;
  }
  if (depth > 0) core += part;
  return { core, parts };
}

/** ＜H30＞ and 《H30》 are brackets like any other. */
export function roundBrackets(text: string): string {
  return text.replace(/<([^<>]*)>/gu, "($1)").replace(/[\u3008\u300a]([^\u3009\u300b]*)[\u3009\u300b]/gu, "($1)");
}

const EMPTY_BRACKETS = /[([\u3010\u3014<\u300a](?:[-~\u301c\uff5e\u2013\u2014]|末|時点|現在|の|頃)*[)\]\u3011\u3015>\u300b]/gu;
const EDGE_WORDS = /^(?:年度末|末時点|時点|末|現在|における|までの|の|:|\/|-|~|・)+|(?:年度末|末時点|時点|末|現在|における|までの|の|:|\/|~|・)+$/gu;
const NOTES = /(?:※(?:\d{1,2}(?![\d年.\/]))?|\*\d{1,2}(?![\d年.\/])|注\d+\)?|\(注\d*\)|\(※\d*\))/gu;
const LEADING_MARKS = /^(?:[○●◎◇◆□■・▼▽▲△☆★▶>*※]+|\d{1,2}[.)、:]\s*(?=[^\d])|[①-⑳])/u;
const TRAILING_MARKS = /[▼▽▲△↓*※]+$/u;

/** 【目標値（令和9年度）】: brackets around all of a label are no more than a mark. */
function unwrapped(text: string): string {
  const close = BRACKETS.find(([open]) => text.startsWith(open))?.[1];
  if (close === undefined || !text.endsWith(close)) return text;
  const inner = text.slice(1, -1);
  // (A)と(B): the first bracket closes before the end.
  let depth = 0;
  for (const char of inner) {
    if (char === close) depth--;
    else if (char === text.charAt(0)) depth++;
    if (depth < 0) return text;
  }
  return inner;
}

/** A squashed label without marks and notes around it; a mark alone stays. Before a number △ and ▲ are signs. */
export function withoutMarks(text: string): string {
  const bare = unwrapped(text).replace(NOTES, "").replace(TRAILING_MARKS, "").replace(/^(?:[○●◎◇◆□■・☆★▶>*※]|[▼▽▲△](?!\d))+/u, "");
  return bare === "" ? text : bare;
}

export function tidyCore(text: string): string {
  let core = text.replace(NOTES, "").replace(EMPTY_BRACKETS, "");
  for (let before = ""; before !== core; ) {
    before = core;
    core = core.replace(EDGE_WORDS, "");
  }
  const stripped = core.replace(LEADING_MARKS, "").replace(TRAILING_MARKS, "");
  return stripped === "" ? core : stripped;
}
