import type { TableKind } from "../model";
import { squash } from "../text";
import { count, figureColumns, has, offers, rename, type Draft, type ReadColumn } from "./column-drafts";

const WORK_ATTRIBUTES = ["status", "status-mark", "schedule", "division", "summary", "policy", "program", "theme", "reformArea"] as const;

function isMeasureLabel(column: Draft): boolean {
  return /(?:具体的な?取り?組み?|手段|具体策)/u.test(squash(column.header));
}

interface Decision {
  readonly kind: TableKind;
  readonly score: number;
}

/** What stands around a table and helps to tell its kind. */
export interface Surroundings {
  /** One text alone right over the header may name the indicator. */
  readonly hasHeadingName: boolean;
  /** A legend names the lines of each item. */
  readonly hasLineNames: boolean;
}

export function decide(columns: Draft[], { hasHeadingName, hasLineNames }: Surroundings): Decision | undefined {
  if (has(columns, "edition") && (has(columns, "change") || has(columns, "issuedOn"))) return { kind: "revisions", score: 6 };
  const isDated = has(columns, "issuedOn", 2) || (has(columns, "change", 3) && columns.some(({ meaning, profile }) => meaning === "issuedOn" && profile.periods >= 0.8));
  if (isDated && has(columns, "change", 2) && !has(columns, "title") && !has(columns, "name")) return { kind: "revisions", score: 4 };
  if (has(columns, "from") && has(columns, "to")) {
    const sure = has(columns, "from", 3) || has(columns, "to", 3) || has(columns, "from-level") || has(columns, "to-level");
    if (sure || columns.length <= 5) return { kind: "logic-links", score: 5 };
  }
  const figures = figureColumns(columns) + (columns.some(({ meaning, profile }) => meaning === "name" && profile.stated >= 0.5) ? 1 : 0);
  const hasLines = has(columns, "row-label") || hasLineNames;
  if (hasLines && figures >= 1 && !isPlanOfWork(columns) && (has(columns, "name") || has(columns, "title") || hasHeadingName)) return { kind: "indicator-rows", score: 5 };
  // 指標 over 目標値 and 実績値 by years: 集計中 and 前年度以上 in every year are figures still to come.
  if (has(columns, "row-label") && has(columns, "name", 2) && count(columns, "bare-year") > 0) return { kind: "indicator-rows", score: 4 };
  const attributes = WORK_ATTRIBUTES.filter((meaning) => has(columns, meaning)).length;
  const workOnly = (["status", "status-mark", "schedule", "division", "summary"] as const).filter((meaning) => has(columns, meaning)).length;
  if (has(columns, "name") && has(columns, "title") && (workOnly > 0 || has(columns, "title", 3))) return { kind: "work-items", score: 4 + attributes };
  if (has(columns, "name")) {
    const support = figures + (["unit", "definition", "rate", "rating", "direction", "source"] as const).filter((meaning) => columns.some((column) => column.meaning === meaning && (meaning !== "definition" || offers(column, "definition")))).length;
    // Boxes of a logic model with the number of the next box: no indicators that could have a target here.
    if (figures === 0 && (has(columns, "to", 2) || has(columns, "to-no"))) return undefined;
    if (support > 0) return { kind: "indicators", score: (has(columns, "name", 3) ? 2 : 1) + support };
    if (has(columns, "name", 3) && attributes > 0) return { kind: "indicators", score: 2 + attributes };
  }
  if (has(columns, "body", 3) && (has(columns, "role") || has(columns, "members") || has(columns, "division"))) return { kind: "bodies", score: 4 };
  if (has(columns, "body") && (has(columns, "role", 3) || has(columns, "members", 3))) return { kind: "bodies", score: 4 };
  if (has(columns, "title")) {
    if (figures >= 2 && workOnly === 0) return { kind: "indicators", score: 1 + figures };
    const measure = columns.some((column) => column.meaning === "title" && isMeasureLabel(column));
    if (measure && !has(columns, "status") && !has(columns, "schedule") && !has(columns, "division")) return { kind: "measures", score: 3 + attributes };
    // 内容 | 担当 is any list; only more attributes of a 業務 make it one of ours.
    const isWeak = columns.every(({ meaning, candidates }) => meaning !== "title" || candidates.some((one) => one.meaning === "title" && one.strength < 2));
    if (attributes > (isWeak ? 1 : 0)) return { kind: "work-items", score: (has(columns, "title", 3) ? 2 : 1) + attributes };
    // 事業名 | 道路維持 over R6 | 12,000: a year and an amount measure nothing yet.
    if (figures >= 1 && count(columns, "baseline", "target", "actual") > 0) return { kind: "indicators", score: 1 + figures };
  }
  return undefined;
}

/** 計画 | 検討 | 実施 over 実績 | 検討 | 62万円 beside a 取組: what is done when, with a figure here and there. */
function isPlanOfWork(columns: readonly Draft[]): boolean {
  if (has(columns, "name")) return false;
  const years = columns.filter(({ meaning, profile }) => meaning === "bare-year" && profile.filled > 0);
  const filled = years.reduce((sum, { profile }) => sum + profile.filled, 0);
  const figures = years.reduce((sum, { profile }) => sum + profile.figures * profile.filled, 0);
  return filled > 0 && figures * 2 < filled;
}

/** Words of other people's sheets outweigh a table that rests on few of ours. */
export function isForeign(columns: readonly Draft[]): boolean {
  const foreign = columns.filter(({ labels, meaning, strength }) => (labels.at(-1)?.isForeign ?? false) && (meaning === "other" || strength < 2)).length;
  const known = columns.filter(({ meaning, strength }) => meaning !== "other" && meaning !== "no" && meaning !== "remarks" && strength >= 2).length;
  return foreign > 0 && foreign >= known;
}

export function settleForKind(columns: Draft[], kind: TableKind): void {
  const free = (column: Draft): boolean => column.strength < 9;
  if (kind === "revisions") {
    for (const column of columns) if (free(column) && !has(columns, "change") && offers(column, "change")) rename(column, "change");
    for (const column of columns) if (free(column) && !["edition", "issuedOn", "change", "remarks", "no", "division"].includes(column.meaning)) rename(column, "other", 0);
    const changes = columns.filter(({ meaning }) => meaning === "change");
    const told = changes.find(({ header }) => /内容|概要|履歴/u.test(header)) ?? changes[0];
    for (const column of changes) if (column !== told && free(column)) rename(column, "other", 0);
    if (!has(columns, "change")) {
      const [longest] = columns.filter(({ meaning }) => meaning === "other").sort((a, b) => b.profile.averageLength - a.profile.averageLength);
      if (longest !== undefined && longest.profile.filled > 0) rename(longest, "change", 1);
    }
    return;
  }
  if (kind === "bodies") {
    for (const column of columns) if (free(column) && offers(column, "role") && !has(columns, "role")) rename(column, "role");
    return;
  }
  if (kind === "logic-links") return;
  const isIndicators = kind === "indicators" || kind === "indicator-rows";
  if (isIndicators && !has(columns, "name")) {
    const title = columns.find(({ meaning }) => meaning === "title");
    if (title !== undefined) rename(title, "name");
  }
  for (const column of columns) {
    if (!free(column)) continue;
    if (column.meaning === "summary" && isIndicators && offers(column, "definition") && !has(columns, "definition")) rename(column, "definition");
    if (column.meaning === "definition" && !isIndicators && !has(columns, "name") && offers(column, "summary")) rename(column, "summary");
    if (["edition", "change", "from", "to", "body", "role", "members", "issuedOn"].includes(column.meaning)) rename(column, fallback(column), 0);
  }
  settleBareYears(columns, kind);
}

/** Years across without a word over them: 検討, 導入 and arrows below them are a schedule, figures are actuals. */
function settleBareYears(columns: readonly Draft[], kind: TableKind): void {
  if (kind === "indicator-rows") return;
  const isIndicators = kind === "indicators";
  const runs = new Map<string, Draft[]>();
  for (const column of columns) if (column.meaning === "bare-year") runs.set(column.group, [...(runs.get(column.group) ?? []), column]);
  for (const run of runs.values()) {
    const isSchedule = run.some(({ profile }) => profile.filled > 0 && profile.figures < 0.5);
    const isFigures = run.some(({ profile }) => profile.filled > 0 && profile.figures >= 0.5) && has(columns, "name");
    // Beside indicators whose targets stand elsewhere, words and arrows in every year are what is done, and no values.
    const isWork = has(columns, "target") || columns.some(({ meaning, profile }) => meaning === "name" && profile.stated >= 0.5);
    if (isIndicators && !(isWork && isSchedule && run.length > 1 && run.every(({ profile }) => profile.figures + profile.pending < 0.2))) continue;
    if (isFigures && !isSchedule) continue;
    if (isIndicators && isOnTheWay(columns, run) && run.every(({ profile }) => profile.filled === 0 || profile.figures + profile.waiting >= 0.5)) continue;
    for (const column of run) rename(column, isSchedule || (!has(columns, "name") && !isAmounts(run)) ? "schedule" : "other", 2);
  }
}

/** 基準値 | R5 | R6 | 目標値: years between the two are what was reached so far. */
function isOnTheWay(columns: readonly Draft[], run: readonly Draft[]): boolean {
  const before = columns.slice(0, columns.indexOf(run[0] as Draft)).at(-1);
  const behind = columns[columns.indexOf(run.at(-1) as Draft) + 1];
  return before?.meaning === "baseline" && behind?.meaning === "target";
}

/** 効果額 over years: amounts, and no plan of what is done when. */
function isAmounts(run: readonly Draft[]): boolean {
  return run.some(({ profile }) => profile.filled > 0) && run.every(({ profile }) => profile.filled === 0 || profile.figures >= 0.5);
}

function fallback(column: Draft): ReadColumn["meaning"] {
  return column.candidates.find(({ meaning }) => !["edition", "change", "from", "to", "body", "role", "members", "issuedOn"].includes(meaning))?.meaning ?? "other";
}
