import { dictionaryKey, labelDictionary, labelHints, longestKey, type LabelMeaning } from "./label-dictionary";
import { splitBrackets, tidyCore } from "./label-text";

/* What the words of a label may mean: as they stand, else by their parts, their ends, or what is left of them in plainer words. */

export interface LabelCandidate {
  readonly meaning: LabelMeaning;
  /** 3 hardly anything else … 1 weak; 0.5 only part of the label is known. */
  readonly strength: number;
}

export type ExtraLabels = ReadonlyMap<string, LabelMeaning>;

export const FIGURE_WORDS = /(?:目標年度|目標値?|実績値?|達成率|進捗率|基準値|現状値|計画値?|予定値?|見込値?)/gu;

/** 住民目線の数値目標: whose view it is says nothing of what the column holds. */
const SIDE = /^(?:住民|市民|町民|村民|区民|県民|利用者|職員|行政|庁内)(?:目線|視点|側)(?:から)?の?/u;

export function lookUp(key: string, extra: ExtraLabels): readonly LabelCandidate[] {
  const own = extra.get(key);
  if (own !== undefined) return [{ meaning: own, strength: 4 }];
  // A sentence is none of our labels. Only 取り組み is shorter in the dictionary than as it is written.
  if (key.length > longestKey && !key.includes("取")) return [];
  return labelDictionary.get(dictionaryKey(key)) ?? [];
}

function hint(core: string): readonly LabelCandidate[] {
  if (core.length > 24) return [];
  const found = labelHints.find(([pattern]) => pattern.test(core));
  return found === undefined ? [] : [{ meaning: found[1], strength: 0.5 }];
}

/** Candidate keys from the fullest to the barest form of a label. */
function keysOf(full: string, core: string, parts: readonly string[]): readonly string[] {
  const keys = [full, core];
  for (const part of parts) keys.push(part);
  for (const key of [full, core]) if (/.(?:等|など|欄)$/u.test(key)) keys.push(key.replace(/(?:等|など|欄)$/u, ""));
  return keys.filter((key) => key !== "");
}

/** 指標1, 目標2: one of several fields of the same kind. */
const NUMBERED: ReadonlySet<LabelMeaning> = new Set(["name", "unit", "baseline", "target", "actual", "rate", "rating"]);

function numberedOf(core: string, extra: ExtraLabels): readonly LabelCandidate[] {
  return /^[^\d]{2,8}[1-9]$/u.test(core) ? lookUp(core.slice(0, -1), extra).filter(({ meaning }) => NUMBERED.has(meaning)) : [];
}

/** 成果指標：名称, ア：単位: what stands behind the colon says what the column holds; 名称 leaves it to the word before. */
function compoundOf(full: string, extra: ExtraLabels): readonly LabelCandidate[] {
  const match = /^([^:]{1,20})[:_]([^:]{1,16})$/u.exec(full) ?? PREFIXED.exec(full);
  const head = match?.[1];
  const tail = match?.[2];
  if (head === undefined || tail === undefined) return [];
  const word = tidyCore(head).replace(/(?:[ア-ンA-Z]|\d+)$/u, "");
  return /^(?:名称|名|項目名?)$/u.test(tail) ? lookUp(word, extra) : lookUp(tidyCore(splitBrackets(tail).core), extra);
}

/** 出典・調査名: two words for the same field say no more than one of them. */
function joinedOf(full: string, extra: ExtraLabels): readonly LabelCandidate[] {
  const words = full.split(/[・／/,、]/u);
  if (words.length < 2) return [];
  const [first, ...more] = words.map((word) => lookUp(word, extra)[0]);
  return first !== undefined && more.every((other) => other?.meaning === first.meaning) ? [first] : [];
}

const PREFIXED = /^((?:評価|成果|活動)?指標|KPI|数値目標|取組|事業)(?:[ア-ン]|\d+)?の?(.{1,12})$/u;

/** Words that settle a short label by its end: 進捗管理指標, 開始時の値, 取りまとめ担当課. */
const ENDINGS: readonly (readonly [pattern: RegExp, meaning: LabelMeaning, strength?: number])[] = [
  [/指標(?:名|名称)?$/u, "name"],
  [/目標(?:値|数値)$|[額数率量]目標$/u, "target"],
  [/実績(?:値|数値)?$/u, "actual"],
  [/(?:基準値|現状値|初期値|当初値|策定時|(?:時点?|前)の?値)$/u, "baseline"],
  [/(?:達成率|進捗率|達成割合|達成度合い?)$/u, "rate"],
  [/^(?:計画|事業|取組|施策|制度)(?:の?(?:開始|策定|実施|導入))(?:前|時)点?$/u, "baseline"],
  [/^(?:目指す|めざす|目標とする)(?:値|数値|水準)$/u, "target"],
  [/結果の?(?:数?値)$/u, "actual"],
  [/(?:の|値|数)単位$/u, "unit"],
  [/(?:進捗|実施|取組|推進)状況$/u, "status"],
  [/(?:担当|所管|主管)(?:課|部署|室|部課|課室|部局)(?:名|等)?$/u, "division"],
  [/(?:主|副|推進|実施)担当$/u, "division"],
  [/^(?:報告|回答|提出|記入|作成)(?:課|部署|部局|所属|課室)(?:名|等)?$/u, "division"],
  [/(?:事業|業務|取組|手続)の?(?:名|名称)$/u, "title", 3],
  // 目標利用率, 実績件数: a figure named by what it counts.
  [/^目標(?:.{0,6}(?:率|数|量|割合))$/u, "target"],
  [/^実績(?:.{0,6}(?:率|数|量|割合))$/u, "actual"],
  [/手段$/u, "title"],
  [/取組(?:事項|項目)$/u, "title"],
  [/(?:値|目標|現状|実績|設定)の?(?:設定)?の?(?:根拠|出典|出所)$/u, "source"],
  [/(?:値|目標|現状|実績|設定)の?(?:設定)?の?(?:理由|考え方|説明)$/u, "definition"],
  [/(?:改訂|改定|変更|更新)の?(?:概要|内容|箇所|事項|理由|点)$/u, "change"],
];
const LONGEST_ENDING = 14;

function endingOf(core: string): readonly LabelCandidate[] {
  if (core.length > LONGEST_ENDING) return [];
  const found = ENDINGS.find(([pattern]) => pattern.test(core));
  return found === undefined ? [] : [{ meaning: found[1], strength: found[2] ?? 2 }];
}

/** 目標年度／目標値／実績値／達成率: the heading of a column that names the lines of a group. */
function rowLabelOf(full: string): readonly LabelCandidate[] {
  const words = full.match(FIGURE_WORDS);
  const rest = full.replace(FIGURE_WORDS, "").replace(/[/・,、]/gu, "");
  return words !== null && words.length >= 2 && rest.length <= 2 ? [{ meaning: "row-label", strength: 3 }] : [];
}


/**
 * What a label may mean, from the fullest to the barest form of it.
 *
 * @param full squashed, without its year; `core` the same without brackets; `inner` what stands in them.
 */
export function candidatesOf(full: string, core: string, inner: readonly string[], extra: ExtraLabels): readonly LabelCandidate[] {
  const finders: readonly (() => readonly LabelCandidate[])[] = [
    ...keysOf(full, core, inner).map((key) => () => lookUp(key, extra)),
    () => compoundOf(full, extra),
    () => joinedOf(full, extra),
    () => lookUp(full.replace(SIDE, ""), extra),
    () => numberedOf(core, extra),
    () => plainerOf(core, extra),
    () => endingOf(core),
    () => rowLabelOf(full),
    () => hint(core === "" ? full : core),
  ];
  for (const find of finders) {
    const found = find();
    if (found.length > 0) return found;
  }
  return [];
}

/** What says nothing of which field it is: A 目標値, 個別の取組, 施策の名称, 担当する課, 基本的な方針. */
const EMPTY_WORDS: readonly RegExp[] = [/^[a-z](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<=[\p{Script=Han}\p{Script=Hiragana}])[a-z]$/iu, /^(?:個別|個々|主|主要|各種?|当該|具体的)[のな]/u, /の?(?:名称|名)$/u, /とする|する|した|的な|の/gu];

/** 進捗の状況, 達成した値: what a label says in plainer words, one empty word after the other left out. */
function plainerOf(core: string, extra: ExtraLabels): readonly LabelCandidate[] {
  if (core.length > LONGEST_PLAINER) return [];
  let plain = core;
  for (const words of EMPTY_WORDS) {
    const rest = plain.replace(words, "");
    if (rest === plain || rest === "") continue;
    plain = rest;
    const found = lookUp(plain, extra).map(({ meaning, strength }) => ({ meaning, strength: Math.min(strength, 2) }));
    if (found.length > 0) return found;
  }
  return [];
}

const LONGEST_PLAINER = 14;
