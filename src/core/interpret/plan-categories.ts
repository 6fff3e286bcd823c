import { numberingRank } from "../recognize";
import { bandText, isDivisionName } from "./bands";
import type { LineReader } from "./line-reader";

/* 基本目標, 施策 and the like of each line: from columns, bands, headings and the head of a sheet. */

export const CATEGORIES = ["reformArea", "policy", "program", "theme"] as const;
export type Category = (typeof CATEGORIES)[number];
export type CategoryValues = Readonly<Record<Category, string | null>>;

const NO_VALUES: CategoryValues = { reformArea: null, policy: null, program: null, theme: null };

const AREA = /改革/u;
const POLICY = /基本目標|基本方針|基本政策|政策|重点目標|重点戦略|基本戦略|戦略|の柱|^柱|方針|ビジョン|目標[0-9０-９①-⑳]/u;
/** 第4次行政改革大綱 実施計画 取組状況（令和6年度末）: what the sheet is, and no part of a plan. */
const DOCUMENT = /大綱|実施状況|取組状況|実施計画|評価シート|個票|[プフ]ォローアップ|調査票|報告書|(?:総合計画|総合戦略|推進計画|行動計画|基本計画|プラン)(?:$|[\s\u3000（(【「])/u;
/** 基本方針2 公共施設の実施計画: a part of a plan that is called one. */
const LED = /^[【〔<＜《■◆●◇□▼▽★☆\s]*(?:基本目標|基本方針|基本政策|重点目標|重点戦略|基本戦略|政策|戦略|施策|方針|柱|分野|取組)\s*[0-9０-９①-⑳ⅠⅡⅢⅣⅤ一二三四五(（:：.]/u;
const PROGRAM = /施策|分野|プロジェクト|取組の方向/u;

/** What kind of category a heading or a band row names; undefined if its words do not tell. */
export function categoryOfHeading(text: string): Category | undefined {
  if (/数値目標|KPI|ＫＰＩ|重要業績評価指標|一覧|について|計画$|進捗|達成状況|様式|シート$|調書$|評価[票表]$|指標$|事務事業$|構成する/u.test(text) && !/^基本目標/u.test(text)) return undefined;
  if (DOCUMENT.test(text) && !LED.test(text)) return undefined;
  if (POLICY.test(text)) return "policy";
  if (AREA.test(text)) return "reformArea";
  if (PROGRAM.test(text)) return "program";
  return undefined;
}

/** ① 企業誘致 below 基本目標１: a deeper numbering under a policy names a part of it, whatever its words; undefined if it does not. */
function categoryBelow(text: string, policy: string | null): Category | undefined {
  const rank = numberingRank(text);
  const outer = policy === null ? null : numberingRank(policy);
  return rank !== null && outer !== null && rank > outer && !NO_PART.test(text) ? "program" : undefined;
}

/** （1） 数値目標, （2） 基本的方向, 1 取組の実績: what a section of a plan is about, and no part of its contents. */
const NO_PART = /数値目標|KPI|ＫＰＩ|指標|一覧|について|進捗|状況|評価|実績|推移|目標$|基本的|方向|現状|課題|背景|概要|考え方|具体的|取組内容|主な|様式|シート|その他|参考|計画/u;

/**
 * The program as keys hold it. One that only the depth of a heading's numbering tells stands among the headings already, and
 * what was accepted or confirmed before it was told apart keeps its key.
 */
export function programOfKey(program: string | null, headings: readonly string[]): string | null {
  return program !== null && headings.includes(program) && categoryOfHeading(program) === undefined ? null : program;
}

/** The categories that the headings over a table give. */
export function categoriesOfHeadings(headings: readonly string[]): CategoryValues {
  const values: Record<Category, string | null> = { ...NO_VALUES };
  for (const heading of headings) {
    const category = categoryOfHeading(heading) ?? categoryBelow(heading, values.policy);
    if (category !== undefined) values[category] = heading;
  }
  return values;
}

/** Categories in force at each item line: its own cell, the one above where it is written once, the band, the headings. */
export function categoriesByLine(reader: LineReader): ReadonlyMap<number, CategoryValues> {
  const { table } = reader;
  const columns = CATEGORIES.flatMap((category) => {
    const column = reader.column(category);
    return column === undefined ? [] : [{ category, column }];
  }).sort((a, b) => a.column.column - b.column.column);
  const fallback: Record<Category, string | null> = { ...categoriesOfHeadings(table.headings) };
  for (const category of CATEGORIES) fallback[category] = table.head[category]?.text ?? fallback[category];
  const current = new Map<Category, string | null>();
  const found = new Map<number, CategoryValues>();
  // Lines of the same categories share one object: undefined where the next line must look again.
  let values: CategoryValues | undefined;
  const set = (category: Category, text: string | null): void => {
    if (current.get(category) === text) return;
    current.set(category, text);
    values = undefined;
  };
  for (const { index, role } of table.lines) {
    if (role === "band") {
      const text = bandText(table, index);
      // 総務部 over its 業務 says whose they are, and no 施策.
      if (text !== null && !isDivisionName(text)) {
        const free = CATEGORIES.find((category) => !columns.some((one) => one.category === category) && category !== "reformArea");
        const below = columns.some((one) => one.category === "program") ? undefined : categoryBelow(text, fallback.policy);
        const category = categoryOfHeading(text) ?? below ?? free;
        if (category !== undefined) fallback[category] = text;
        // ① of the 基本目標 before is none of the next one's.
        if (category === "policy") fallback.program = table.head.program?.text ?? null;
      }
      // What was written once above a band does not hold below it.
      current.clear();
      values = undefined;
    }
    if (role !== "item") continue;
    let isFresh = false;
    for (const { category, column } of columns) {
      const text = reader.text(index, column);
      if (text !== null) {
        isFresh = current.get(category) !== text || isFresh;
        set(category, text);
      } else if (isFresh || !current.has(category)) set(category, null);
    }
    values ??= valuesInForce(current, fallback);
    found.set(index, values);
  }
  return found;
}

function valuesInForce(current: ReadonlyMap<Category, string | null>, fallback: CategoryValues): CategoryValues {
  const values: Record<Category, string | null> = { ...NO_VALUES };
  for (const category of CATEGORIES) values[category] = current.get(category) ?? fallback[category];
  return values;
}
