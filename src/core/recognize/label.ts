import { findPeriods, foldText, isKnownUnit, normalizeUnit, parsePeriod, parsePeriodRange, squash, type Period } from "../text";
import type { Viewpoint } from "../model";
import { candidatesOf, FIGURE_WORDS, lookUp, type ExtraLabels, type LabelCandidate } from "./label-candidates";
import { foreignLabels, type LabelMeaning } from "./label-dictionary";
import { roundBrackets, splitBrackets, tidyCore, withoutMarks } from "./label-text";

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

const LONGEST_LABEL = 60;
/** With the blanks that spread it over its cell. What is longer is not even looked at: a cell may hold 32,767 characters. */
const LONGEST_WRITTEN = 240;
/** In a longer text a word in brackets is a quotation, not the label's other name. */
const LONGEST_WITH_BRACKETS = 24;

const RESIDENT = /(?:住民|市民|町民|村民|区民|県民|利用者|町|市)(?:目線|視点|側|サイド|向け|満足)|(?:^|[([【〔])(?:住民|市民|町民|村民|区民)(?:$|[)\]】〕])/u;
const STAFF = /(?:職員|行政|庁内|役所|内部)(?:目線|視点|側|サイド|向け)|(?:^|[([【〔])(?:職員|行政|庁内)(?:$|[)\]】〕])/u;

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

export function parseLabel(text: string, extra: ExtraLabels = NO_EXTRA): Label {
  if (text.length > LONGEST_WRITTEN) return { ...EMPTY_LABEL, text };
  // Circled numbers become plain digits under NFKC and would read as part of the word.
  const plain = fullYears(foldText(text.replace(/[\u2460-\u2473]/gu, " ")));
  const squashed = withoutMarks(roundBrackets(squash(plain)));
  if (squashed === "" || squashed.length > LONGEST_LABEL) return { ...EMPTY_LABEL, text };
  const { rest: undated, periods } = withoutPeriods(squashed);
  const bare = periods.length === 0 ? BARE_YEAR.exec(undated) : null;
  const rest = bare === null ? undated : undated.replace(bare[0], "");
  const full = tidyCore(rest);
  const { core: outside, parts } = splitBrackets(full);
  // 平成30年度（基準）: the word in brackets says what the year holds.
  const core = tidyCore(outside) || (parts.find((part) => lookUp(part, extra).length > 0) ?? "");
  // 1年目（R7）: the year of the plan and the year that it is.
  const isOfPlan = periods.length > 0 && /^第?\d{1,2}年[目次度]$/u.test(core);
  const isPeriodOnly = isOfPlan || periods.length > 0 || bare !== null ? isOfPlan || core === "" : parsePeriod(squashed) !== undefined;
  const unit = parts.map((part) => (lookUp(part, extra).length > 0 ? null : unitOf(part))).find((found) => found !== null) ?? null;
  const own = periods.length > 0 ? lookUp(tidyCore(squashed), extra) : [];
  const inner = squashed.length <= LONGEST_WITH_BRACKETS && periods.length === 0 && unit === null ? parts : [];
  const candidates = isPeriodOnly ? [] : own.length > 0 ? own : candidatesOf(full, core, inner, extra);
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
