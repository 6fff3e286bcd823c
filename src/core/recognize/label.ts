import { findPeriods, foldText, isKnownUnit, normalizeUnit, parsePeriod, squash, type Period } from "../text";
import type { Viewpoint } from "../model";
import { foreignLabels, labelDictionary, labelHints, type LabelMeaning } from "./label-dictionary";

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
  /** True if the text is a year, a date or a range of years and nothing else. */
  readonly isPeriodOnly: boolean;
  readonly unit: string | null;
  readonly viewpoint: Viewpoint | null;
  readonly tier: "goal" | "kpi" | "output" | "outcome" | null;
  /** Best first. */
  readonly candidates: readonly LabelCandidate[];
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

const RESIDENT = /(?:住民|市民|町民|村民|区民|県民|利用者|町|市)(?:目線|視点|側|サイド|向け|満足)|^(?:住民|市民|町民|村民|区民)$/u;
const STAFF = /(?:職員|行政|庁内|役所|内部)(?:目線|視点|側|サイド|向け)|^(?:職員|行政|庁内)$/u;

export function viewpointOf(text: string): Viewpoint | null {
  const squashed = squash(text);
  const resident = RESIDENT.test(squashed);
  const staff = STAFF.test(squashed);
  if (resident === staff) return null;
  return resident ? "resident" : "staff";
}

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

function withoutPeriods(text: string): { readonly rest: string; readonly periods: readonly Period[] } {
  const found = findPeriods(text);
  let rest = "";
  let at = 0;
  for (const { start, end } of found) {
    rest += text.slice(at, start);
    at = end;
  }
  rest += text.slice(at);
  return { rest, periods: found.map(({ period }) => period) };
}

const EMPTY_BRACKETS = /[([\u3010\u3014<\u300a][-~\u301c\uff5e\u2013\u2014末時点現在の頃度実績見込み]*[)\]\u3011\u3015>\u300b]/gu;
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
  return labelDictionary.get(key.toLowerCase()) ?? [];
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
  const plain = foldText(text.replace(/[\u2460-\u2473]/gu, " "));
  const squashed = squash(plain);
  if (squashed === "" || squashed.length > LONGEST_LABEL) return { ...EMPTY_LABEL, text };
  const { rest, periods } = withoutPeriods(squashed);
  const full = tidyCore(rest);
  const { core: bare, parts } = splitBrackets(full);
  const core = tidyCore(bare);
  const isPeriodOnly = periods.length > 0 ? core === "" : parsePeriod(squashed) !== undefined;
  const unit = parts.map((part) => unitOf(part)).find((found) => found !== null) ?? null;
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
    if (candidates.length === 0) candidates = rowLabelOf(full);
    if (candidates.length === 0) candidates = hint(core === "" ? full : core);
  }
  return {
    text,
    core: core === "" ? full : core,
    periods: periods.length > 0 ? periods : single(parsePeriod(squashed)),
    isPeriodOnly,
    unit,
    viewpoint: viewpointOf(squashed),
    tier: tierOf(squashed),
    candidates: [...candidates].sort((a, b) => b.strength - a.strength),
    isForeign: foreignLabels.has(core) || foreignLabels.has(full),
  };
}

function single<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** 成果指標：名称, ア：単位: what stands behind the colon says what the column holds; 名称 leaves it to the word before. */
function compoundOf(full: string, extra: ExtraLabels): readonly LabelCandidate[] {
  const match = /^([^:]{1,20})[:_]([^:]{1,16})$/u.exec(full);
  const head = match?.[1];
  const tail = match?.[2];
  if (head === undefined || tail === undefined) return [];
  return /^(?:名称|名|項目名?)$/u.test(tail) ? lookUp(tidyCore(head), extra) : lookUp(tidyCore(tail), extra);
}

/** 目標年度／目標値／実績値／達成率: the heading of a column that names the lines of a group. */
function rowLabelOf(full: string): readonly LabelCandidate[] {
  const words = full.match(FIGURE_WORDS);
  const rest = full.replace(FIGURE_WORDS, "").replace(/[/・,、]/gu, "");
  return words !== null && words.length >= 2 && rest.length <= 2 ? [{ meaning: "row-label", strength: 3 }] : [];
}

/** A unit if the text is one that offices use; null for any other word in brackets. */
export function unitOf(text: string): string | null {
  const found = squash(text).replace(/^単位[:：]?/u, "");
  return found !== "" && found.length <= 12 && isKnownUnit(found) ? normalizeUnit(found) : null;
}

const NO_EXTRA: ExtraLabels = new Map();

const EMPTY_LABEL: Omit<Label, "text"> = {
  core: "",
  periods: [],
  isPeriodOnly: false,
  unit: null,
  viewpoint: null,
  tier: null,
  candidates: [],
  isForeign: false,
};
