import { findPeriods, foldText, isKnownUnit, normalizeUnit, parsePeriod, parsePeriodRange, squash, type Period } from "../text";
import type { Viewpoint } from "../model";
import { dictionaryKey, foreignLabels, labelDictionary, labelHints, longestKey, type LabelMeaning } from "./label-dictionary";

export interface LabelCandidate {
  readonly meaning: LabelMeaning;
  /** 3 hardly anything else … 1 weak; 0.5 only part of the label is known. */
  readonly strength: number;
}

/** What a header text says, taken apart. One object a text: labels and their cells are matched through nothing else. */
export interface Label {
  readonly text: string;
  /** The text without years, brackets and notes, squashed. */
  readonly core: string;
  readonly periods: readonly Period[];
  /** A year of no era (４年度実績): its neighbours tell which. */
  readonly bareYear: number | null;
  /** True if the text is a year, a date or a range of years and nothing else. */
  readonly isPeriodOnly: boolean;
  readonly unit: string | null;
  readonly viewpoint: Viewpoint | null;
  readonly tier: "goal" | "kpi" | "output" | "outcome" | null;
  /** Best first. */
  readonly candidates: readonly LabelCandidate[];
  /** 目標値／実績値: the two fields that one label names. */
  readonly pair: readonly [LabelMeaning, LabelMeaning] | null;
  /** A word of sheets that are none of ours (内線, 単価…). */
  readonly isForeign: boolean;
}

export type ExtraLabels = ReadonlyMap<string, LabelMeaning>;

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
const LONGEST_LABEL = 60;
/** In a longer text a word in brackets is a quotation, not the label's other name. */
const LONGEST_WITH_BRACKETS = 24;
const FIGURE_WORDS = /(?:目標年度|目標値?|実績値?|達成率|進捗率|基準値|現状値|計画値?|予定値?|見込値?)/gu;

const RESIDENT = /(?:住民|市民|町民|村民|区民|県民|利用者|町|市)(?:目線|視点|側|サイド|向け|満足)|(?:^|[([【〔])(?:住民|市民|町民|村民|区民)(?:$|[)\]】〕])/u;
const STAFF = /(?:職員|行政|庁内|役所|内部)(?:目線|視点|側|サイド|向け)|(?:^|[([【〔])(?:職員|行政|庁内)(?:$|[)\]】〕])/u;

export function viewpointOf(text: string): Viewpoint | null {
  const squashed = squash(text);
  const resident = RESIDENT.test(squashed);
  const staff = STAFF.test(squashed);
  if (resident === staff) return null;
  return resident ? "resident" : "staff";
}

/** 住民目線の数値目標: whose view it is says nothing of what the column holds. */
const SIDE = /^(?:住民|市民|町民|村民|区民|県民|利用者|職員|行政|庁内)(?:目線|視点|側)(?:から)?の?/u;

/** 数値目標・KPI・活動指標・成果指標, from a label, a heading or a cell. */
export function tierOf(text: string): Label["tier"] {
  const squashed = squash(text);
  if (/(?:活動指標|アウトプット|output)/iu.test(squashed)) return "output";
  if (/(?:成果指標|アウトカム|outcome)/iu.test(squashed)) return "outcome";
  if (/(?:KPI|重要業績評価指標)/iu.test(squashed)) return "kpi";
  if (/数値目標|KGI/u.test(squashed)) return "goal";
  return null;
}

/** Takes bracketed parts out of a squashed text. */
function splitBrackets(text: string): { readonly core: string; readonly parts: readonly string[] } {
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
function roundBrackets(text: string): string {
  return text.replace(/<([^<>]*)>/gu, "($1)").replace(/[\u3008\u300a]([^\u3009\u300b]*)[\u3009\u300b]/gu, "($1)");
}

function withoutPeriods(text: string): { readonly rest: string; readonly periods: readonly Period[] } {
  const found = findPeriods(text);
  let rest = "";
  let at = 0;
  const periods: Period[] = [];
  for (const { period, start, end } of found) {
    if (start < at) continue;
    rest += text.slice(at, start);
    // 令和7〜11年度: the second year borrows the era of the first.
    const tail = REST_OF_RANGE.exec(text.slice(end))?.[0] ?? "";
    const range = tail === "" ? undefined : parsePeriodRange(text.slice(start, end + tail.length));
    periods.push(range?.to ?? period);
    at = range === undefined ? end : end + tail.length;
  }
  rest += text.slice(at);
  return { rest, periods };
}

const REST_OF_RANGE = /^[-~\u301c\u2013](?:令和|平成|[RH])?\d{1,4}年?度?/u;
const EMPTY_BRACKETS = /[([\u3010\u3014<\u300a](?:[-~\u301c\uff5e\u2013\u2014]|末|時点|現在|の|頃)*[)\]\u3011\u3015>\u300b]/gu;
const EDGE_WORDS = /^(?:年度末|末時点|時点|末|現在|における|までの|の|:|\/|-|~|・)+|(?:年度末|末時点|時点|末|現在|における|までの|の|:|\/|~|・)+$/gu;
const NOTES = /(?:※\d*|\*\d+|注\d+|\(注\d*\)|\(※\d*\))/gu;
const LEADING_MARKS = /^(?:[○●◎◇◆□■・▼▽▲△☆★▶>]+|\d{1,2}[.)、:]\s*(?=[^\d])|[①-⑳])/u;

function tidyCore(text: string): string {
  let core = text.replace(NOTES, "").replace(EMPTY_BRACKETS, "");
  for (let before = ""; before !== core; ) {
    before = core;
    core = core.replace(EDGE_WORDS, "");
  }
  const stripped = core.replace(LEADING_MARKS, "");
  return stripped === "" ? core : stripped;
}

function lookUp(key: string, extra: ExtraLabels): readonly LabelCandidate[] {
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

export function parseLabel(text: string, extra: ExtraLabels = NO_EXTRA): Label {
  // Circled numbers become plain digits under NFKC and would read as part of the word.
  const plain = fullYears(foldText(text.replace(/[\u2460-\u2473]/gu, " ")));
  const squashed = roundBrackets(squash(plain));
  if (squashed === "" || squashed.length > LONGEST_LABEL) return { ...EMPTY_LABEL, text };
  const { rest: undated, periods } = withoutPeriods(squashed);
  const bare = periods.length === 0 ? BARE_YEAR.exec(undated) : null;
  const rest = bare === null ? undated : undated.replace(bare[0], "");
  const full = tidyCore(rest);
  const { core: outside, parts } = splitBrackets(full);
  // 平成30年度（基準）: the word in brackets says what the year holds.
  const core = tidyCore(outside) || (parts.find((part) => lookUp(part, extra).length > 0) ?? "");
  const isPeriodOnly = periods.length > 0 || bare !== null ? core === "" : parsePeriod(squashed) !== undefined;
  const unit = parts.map((part) => (lookUp(part, extra).length > 0 ? null : unitOf(part))).find((found) => found !== null) ?? null;
  let candidates: readonly LabelCandidate[] = [];
  if (!isPeriodOnly) {
    const own = periods.length > 0 ? lookUp(tidyCore(squashed), extra) : [];
    candidates = own;
    const inner = squashed.length <= LONGEST_WITH_BRACKETS && periods.length === 0 && unit === null ? parts : [];
    for (const key of keysOf(full, core, inner)) {
      if (candidates.length > 0) break;
      candidates = lookUp(key, extra);
    }
    if (candidates.length === 0) candidates = compoundOf(full, extra);
    if (candidates.length === 0) candidates = joinedOf(full, extra);
    if (candidates.length === 0) candidates = lookUp(full.replace(SIDE, ""), extra);
    if (candidates.length === 0) candidates = numberedOf(core, extra);
    if (candidates.length === 0) candidates = endingOf(core);
    if (candidates.length === 0) candidates = rowLabelOf(full);
    if (candidates.length === 0) candidates = hint(core === "" ? full : core);
  }
  return {
    text,
    core: core === "" ? full : core,
    periods: periods.length > 0 ? periods : single(parsePeriod(squashed)),
    bareYear: bare === null ? null : Number(bare[1]),
    isPeriodOnly,
    unit,
    viewpoint: viewpointOf(squashed),
    tier: tierOf(squashed),
    candidates: [...candidates].sort((a, b) => b.strength - a.strength),
    pair: pairOf(squashed, extra),
    isForeign: foreignLabels.has(core) || foreignLabels.has(full),
  };
}

/** '24 is 2024, whichever apostrophe stands before it. */
function fullYears(text: string): string {
  return text.replace(/(?<![\d\p{L}])['\u2018\u2019\u02bc`](\d{2})(?!\d)(年度?)?/gu, (_, year: string, mark: string | undefined) => `20${year}${mark ?? "年度"}`);
}

function single<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
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
  [/(?:達成率|進捗率)$/u, "rate"],
  [/(?:進捗|実施|取組|推進)状況$/u, "status"],
  [/(?:担当|所管|主管)(?:課|部署|室|部課|課室|部局)(?:名|等)?$/u, "division"],
  [/(?:主|副|推進|実施)担当$/u, "division"],
  [/(?:事業|業務|取組|手続)の?(?:名|名称)$/u, "title", 3],
  // 目標利用率, 実績件数: a figure named by what it counts.
  [/^目標(?:.{0,6}(?:率|数|量|割合))$/u, "target"],
  [/^実績(?:.{0,6}(?:率|数|量|割合))$/u, "actual"],
  [/手段$/u, "title"],
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

/** 目標値／実績値, 目標（実績）: two words for figures and nothing else. */
function pairOf(squashed: string, extra: ExtraLabels): Label["pair"] {
  const [first, second, ...more] = squashed.match(FIGURE_WORDS) ?? [];
  if (first === undefined || second === undefined || more.length > 0) return null;
  if (withoutPeriods(squashed.replace(FIGURE_WORDS, "")).rest.replace(/[/・,、()[\]]/gu, "") !== "") return null;
  const one = lookUp(first, extra)[0]?.meaning;
  const other = lookUp(second, extra)[0]?.meaning;
  return one === undefined || other === undefined || one === other ? null : [one, other];
}

/** A unit if the text is one that offices use; null for any other word in brackets. */
export function unitOf(text: string): string | null {
  const found = squash(text).replace(/^単位[:：]?/u, "");
  return found !== "" && found.length <= 12 && isKnownUnit(found) ? normalizeUnit(found) : null;
}

/** ４年度, without an era. 5年後, 3か年 and 10年間 are lengths of time. */
const BARE_YEAR = /(?<![\d.])(\d{1,2})年度(?:末)?/u;

const NO_EXTRA: ExtraLabels = new Map();

const EMPTY_LABEL: Omit<Label, "text"> = {
  core: "",
  periods: [],
  bareYear: null,
  isPeriodOnly: false,
  unit: null,
  viewpoint: null,
  tier: null,
  candidates: [],
  pair: null,
  isForeign: false,
};
