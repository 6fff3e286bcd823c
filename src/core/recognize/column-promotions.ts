import { count, has, offers, rename, type Draft } from "./column-drafts";
import type { LabelMeaning } from "./label-dictionary";

/* A table without a column that surely names its lines: which of its columns does. */

const ATTRIBUTES: readonly LabelMeaning[] = ["division", "status", "schedule", "rating", "summary", "policy", "program"];

/**
 * 番号 | 具体的推進事項 | 担当課 | 評価: beside sure attributes of a 業務 the first column of names is what they are said of,
 * whatever its label.
 */
export function promoteUnknownTitle(columns: Draft[]): void {
  if (["title", "name", "body", "from", "edition", "row-label", "change"].some((meaning) => has(columns, meaning as LabelMeaning))) return;
  // A list with words of other people's sheets lists facilities, requests, contracts.
  if (columns.some(({ labels }) => labels.at(-1)?.isForeign === true)) return;
  const known = ATTRIBUTES.filter((meaning) => has(columns, meaning, 3));
  if (known.length < 2 || !known.some((meaning) => meaning === "division" || meaning === "status" || meaning === "schedule")) return;
  const isLevel = ({ meaning }: Draft): boolean => meaning === "policy" || meaning === "program" || meaning === "theme" || meaning === "reformArea" || meaning === "no";
  const first = columns.findLastIndex(isLevel) + 1;
  const levels = columns.slice(0, first).filter((column) => column.meaning !== "no");
  const title = columns[first];
  if (title?.at === undefined || title.meaning !== "other" || title.period !== null || title.unit !== null) return;
  const { filled, figures, periods, divisions, statuses, averageLength } = title.profile;
  const isName = filled > 1 && figures < 0.2 && periods < 0.2 && divisions < 0.3 && statuses < 0.5 && averageLength >= 3 && averageLength <= LONGEST_TITLE;
  if (isName && levels.every(({ profile }) => profile.filled * 4 < filled * 3)) rename(title, "title", 2);
}

const LONGEST_TITLE = 40;

/** A list that stops at 施策 or 取組: its lowest level is what it lists. */
export function promoteLowestLevel(columns: Draft[]): void {
  if (has(columns, "title") || has(columns, "name")) return;
  const levels = columns.filter(({ meaning }) => meaning === "program" || meaning === "policy" || meaning === "theme" || meaning === "reformArea");
  const programs = levels.filter(({ meaning }) => meaning === "program");
  const lowest = programs.at(-1);
  if (lowest !== undefined && levels.length >= 2) {
    rename(lowest, "title", 2);
    return;
  }
  if (count(columns, "status", "schedule", "division") === 0) return;
  // With a 担当課 or a 進捗状況 it is a list of 業務: what it lists is the lowest level, or what the level's only text tells.
  const summary = columns.find(({ meaning, strength, profile }) => meaning === "summary" && strength < 9 && profile.filled > 1);
  const last = levels.at(-1);
  if (levels.length >= 2 && last !== undefined) rename(last, "title", 2);
  else if (summary !== undefined) rename(summary, "title", 2);
}

export function promoteWeak(columns: Draft[], meaning: LabelMeaning): void {
  if (has(columns, meaning)) return;
  const free = columns.find((column) => offers(column, meaning) && (column.meaning === "other" || column.meaning === "body" || column.strength < 2) && column.profile.figures < 0.5);
  if (free !== undefined) rename(free, meaning, 2);
}

const LISTED: ReadonlySet<Draft["meaning"]> = new Set(["title", "schedule", "summary", "program"]);

/**
 * 取組 | R6 | R7 or 実施スケジュール | R6 | R7 over the names of what is done: words and arrows below the years are its schedule,
 * whatever the label in the corner.
 */
export function settleYearsOfWork(columns: Draft[]): void {
  const corner = columns.find(({ meaning }) => meaning !== "no");
  const years = columns.filter(({ meaning }) => meaning === "bare-year");
  if (corner === undefined || years.length < 2 || has(columns, "name") || corner.strength < 2 || corner.strength >= 9 || corner.period !== null || !LISTED.has(corner.meaning)) return;
  if (count(columns, "title") > (corner.meaning === "title" ? 1 : 0) || count(columns, "target", "actual", "baseline", "row-label") > 0) return;
  const filled = years.reduce((sum, { profile }) => sum + profile.filled, 0);
  const figures = years.reduce((sum, { profile }) => sum + profile.filled * profile.figures, 0);
  const { profile } = corner;
  if (filled === 0 || figures * 5 > filled || profile.filled < 2 || profile.figures > 0.2 || profile.averageLength < 4) return;
  rename(corner, "title", 2);
  for (const year of years) rename(year, "schedule", 2);
}

/** 区分, 年度 or nothing over the first column: where targets and actuals stand beside it, it names the indicators. */
export function promoteCorner(columns: Draft[]): void {
  const [first, second] = columns;
  // 年度 over 観光 and, finer, 入込客数: the label's own column is the second.
  const corner = first?.at === undefined && second?.at !== undefined && second.at.column === first?.column ? second : first;
  if (corner === undefined || has(columns, "name") || has(columns, "title") || has(columns, "row-label") || !has(columns, "target", 2) || count(columns, "actual", "baseline", "bare-year") === 0) return;
  const isText = corner.profile.filled > 0 && corner.profile.figures < 0.3 && corner.profile.periods < 0.3;
  if (isText && corner.strength < 2) rename(corner, "name", 2);
}
