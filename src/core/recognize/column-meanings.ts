import { comparePeriods, parseStatus } from "../text";
import { count, FIGURES, has, offers, rename, type Draft } from "./column-drafts";
import type { Label } from "./label";
import type { LabelMeaning } from "./label-dictionary";

/** 目標値／実績値／達成率 down a column: its lines come in groups. */
export function settleRowLabels(columns: Draft[]): void {
  for (const column of columns) {
    const { profile } = column;
    const isLabels = profile.rowLabels >= 0.8 && profile.rowLabelKinds >= 2;
    if (isLabels && column.strength < 9) rename(column, "row-label", 3);
    else if (column.meaning === "row-label" && !isLabels) rename(column, "other", 0);
  }
}

/** 「区分」「種別」「視点」 mean what stands below them. */
export function settleByContent(columns: Draft[]): void {
  for (const column of columns) {
    const { profile, strength } = column;
    if (strength >= 9 || profile.filled === 0) continue;
    if (offers(column, "tier") && profile.tiers >= 0.6) rename(column, "tier", 3);
    else if ((offers(column, "tier") || offers(column, "viewpoint")) && profile.viewpoints >= 0.6) rename(column, "viewpoint", 3);
    else if (column.meaning === "tier" || (column.meaning === "viewpoint" && profile.viewpoints < 0.5)) rename(column, "other", 0);
    if (column.meaning === "other" && /方向|向き/u.test(column.header) && profile.directions >= 0.6) rename(column, "direction", 2);
    if (FIGURE_OF_YEAR[column.meaning] !== undefined && profile.periods < 0.5 && profile.figures >= 0.5) rename(column, FIGURE_OF_YEAR[column.meaning] ?? "target", 2);
    if ((column.meaning === "baseline" || column.meaning === "target") && strength <= 2 && /年度?$/u.test(column.labels.at(-1)?.core ?? "") && profile.periods >= 0.6)
      rename(column, column.meaning === "baseline" ? "baseline-year" : "target-year", 3);
    if (column.meaning === "rating" && /達成|進捗/u.test(column.header) && profile.figures >= 0.6 && /率|度|状況/u.test(column.header) && looksLikeRate(column)) rename(column, "rate", 2);
    if (column.meaning === "other" && profile.statuses >= 0.7 && STATE.test(column.labels.at(-1)?.core ?? "") && !has(columns, "status")) rename(column, "status", 2);
    if (column.meaning === "rating" && isMeasuredThen(column)) rename(column, "actual", 2);
    if (column.meaning === "status" && offers(column, "baseline") && profile.figures >= 0.6) rename(column, "baseline", 2);
    if (column.meaning === "status" && profile.figures >= 0.7 && profile.statuses < 0.2 && looksLikeRate(column)) rename(column, "rate", 2);
    if (column.meaning === "rate" && profile.figures < 0.3 && profile.filled >= 2) rename(column, "rating", 2);
    if (column.meaning === "reformArea" && strength <= 1) rename(column, "other", 0);
    if (column.meaning === "division" && strength <= 2 && profile.divisions < 0.3 && profile.averageLength > 14) rename(column, "other", 0);
    if (column.meaning === "division" && isPerson(column)) rename(column, "other", 0);
  }
}

/** 担当者 over 佐藤 and 鈴木: who does it, and no 課. */
function isPerson({ labels, profile }: Draft): boolean {
  return /者$/u.test(labels.at(-1)?.core ?? "") && profile.divisions < 0.3;
}

/** オンライン化の状況 over 実施済 and 未実施. */
const STATE = /(?:状況|状態|有無|可否)$/u;

const FIGURE_OF_YEAR: Readonly<Partial<Record<Draft["meaning"], LabelMeaning>>> = { "baseline-year": "baseline", "target-year": "target", "actual-year": "actual" };

/** 中間評価（平成30年度） over 30.4％: what was measured at the time of the 評価, and no verdict. */
function isMeasuredThen({ profile, period, labels }: Draft): boolean {
  if (profile.figures < 0.6 || profile.averageLength <= 1) return false;
  return period !== null || /評価時|(?:中間|最終)評価/u.test(labels.at(-1)?.core ?? "");
}

/** 年度 over R5, R6, R7 down the lines. */
const YEAR_LABEL = /^(?:年度|年|対象年度|評価年度|計画年度|該当年度)$/u;
const YEAR_OF_FIGURE: Readonly<Partial<Record<Draft["meaning"], LabelMeaning>>> = { baseline: "baseline-year", target: "target-year", actual: "actual-year" };

/**
 * 年度 and nothing else over years: one before all figures is the year of its line, one beside each figure that figure's own.
 */
export function settleYearColumns(columns: Draft[]): void {
  const isYear = ({ meaning, labels, profile }: Draft): boolean => meaning === "other" && YEAR_LABEL.test(labels.at(-1)?.core ?? "") && profile.periods >= 0.8;
  const years = columns.filter(isYear);
  const firstYear = columns.findIndex(isYear);
  const firstFigure = columns.findIndex(({ meaning }) => YEAR_OF_FIGURE[meaning] !== undefined);
  const isBefore = firstYear < firstFigure;
  if (years.length === 1 && isBefore) {
    for (const column of years) rename(column, "line-year", 2);
    return;
  }
  for (const column of years) {
    const figure = columns[columns.indexOf(column) + (isBefore ? 1 : -1)];
    const meaning = figure === undefined ? undefined : YEAR_OF_FIGURE[figure.meaning];
    if (meaning !== undefined) rename(column, meaning, 2);
  }
}

function looksLikeRate(column: Draft): boolean {
  return column.profile.figures >= 0.6 && column.profile.periods < 0.5;
}

/** 「目標」「現状」「計画」「成果」 over sentences are no figures where surer columns hold the figures. */
export function settleSentences(columns: Draft[]): void {
  for (const column of columns) {
    const { meaning, profile, strength } = column;
    // A year over the column makes it a figure's column, whatever statement stands below.
    if (strength >= 2.5 || column.period !== null || (meaning !== "target" && meaning !== "actual" && meaning !== "baseline")) continue;
    const name = columns.findIndex((other) => other.meaning === "name");
    // 現状 far before the name of the indicator is what is told of the 業務.
    const isBefore = columns.indexOf(column) < name && profile.filled > 1 && profile.pending < 0.3;
    // ゴール over 3 健康 before the name, with its 目標 behind it: no figure of the indicator's, whatever number it begins with.
    if (columns.indexOf(column) < name && columns.slice(name).some((other) => other.meaning === meaning && other.strength >= strength && other.profile.figures >= 0.5)) {
      rename(column, "other", 0);
      continue;
    }
    const isProse = profile.filled >= 1 && profile.figures < 0.3 && (profile.averageLength > 10 || isBefore);
    const isOneOfMany = columns.some((other) => other !== column && other.meaning === meaning && other.labels.at(-1)?.core === column.labels.at(-1)?.core && other.profile.figures >= 0.3);
    if (!isProse || isOneOfMany || !columns.some((other) => other !== column && FIGURES.includes(other.meaning as (typeof FIGURES)[number]) && other.strength >= 2.5)) continue;
    rename(column, meaning === "target" && !has(columns, "policy") ? "policy" : "other", meaning === "target" ? 1 : 0);
  }
}

/** 令和6年度実績 over sentences, before the name of the indicator that has an actual of that year behind it: what was done, in words. */
export function settleResultsInWords(columns: Draft[]): void {
  const name = columns.findIndex(({ meaning }) => meaning === "name");
  if (name < 0 || count(columns, "name") > 1) return;
  const behind = columns.slice(name).filter(({ meaning }) => meaning === "actual");
  for (const column of columns.slice(0, name)) {
    const { meaning, strength, profile, period } = column;
    if (meaning !== "actual" || strength >= 9 || profile.figures >= 0.9) continue;
    if (behind.some((other) => other.profile.figures > profile.figures && (period === null || other.period === null || comparePeriods(other.period, period) === 0))) rename(column, "other", 0);
  }
}

/** 数値目標（令和8年度） over 現状 and 目標: the year of the group is the target's, since no two figures of a plan are of one year. */
export function settleBaselineYears(columns: Draft[]): void {
  for (const column of columns) {
    const { meaning, period, labels } = column;
    if (meaning !== "baseline" || period === null || labels.at(-1)?.periods.length !== 0) continue;
    const stated = column.path.find((cell, index) => labels[index]?.periods.includes(period) === true && cell.right > cell.column);
    if (stated !== undefined && columns.some((other) => other.meaning === "target" && other.period === period && other.path.includes(stated))) column.period = null;
  }
}

/** 令和7年度の取組 over 計画 and 実績, beside 令和7年度KPI over 目標 and 実績: what the work plans and did is no figure. */
export function settleWorkGroups(columns: Draft[]): void {
  const groupOf = ({ labels }: Draft): Draft["meaning"] | undefined => {
    const best = labels.length > 1 ? labels.at(-2)?.candidates[0] : undefined;
    return best !== undefined && best.strength >= 2 ? best.meaning : undefined;
  };
  const isFigure = ({ meaning, strength }: Draft): boolean => strength < 9 && (meaning === "target" || meaning === "actual");
  if (!columns.some((column) => isFigure(column) && groupOf(column) === "name")) return;
  for (const column of columns) {
    const group = groupOf(column);
    if (isFigure(column) && (group === "title" || group === "summary" || group === "schedule")) rename(column, "other", 0);
  }
}

/** 策定時 | 中間（H30） | 直近値: figures in the midst of the plan, between a baseline and what was reached since. */
export function settleMidterm(columns: Draft[]): void {
  if (!has(columns, "baseline") || !has(columns, "target")) return;
  for (const column of columns) {
    const isMidterm = column.meaning === "other" && column.period !== null && /^中間(?:年度?|時点?)?$/u.test(column.labels.at(-1)?.core ?? "");
    if (isMidterm && column.profile.figures >= 0.5) rename(column, "actual", 2);
  }
}

/** 基準値 and 現状値 side by side: the second is the latest actual. */
export function settleCurrentValues(columns: Draft[]): void {
  // 現状 over 年度 and 数値 says it of both.
  const ownLabel = ({ labels }: Draft): Label | undefined => labels.findLast(({ candidates }) => candidates[0]?.meaning === "baseline" && candidates[0].strength >= 2) ?? labels.at(-1);
  const isCurrent = (column: Draft): boolean => /^(?:現状|現況)/u.test(ownLabel(column)?.core ?? "");
  const isBaseline = ({ meaning, strength }: Draft): boolean => strength < 9 && (meaning === "baseline" || meaning === "baseline-year");
  const byGroup = (column: Draft): string => `${column.labels[0] === ownLabel(column) ? "" : column.group}|${String(column.viewpoint)}`;
  const all = columns.filter(isBaseline);
  const current = all.filter(isCurrent);
  for (const column of current) {
    if (!all.some((other) => other.meaning === "baseline" && !isCurrent(other) && byGroup(other) === byGroup(column))) continue;
    rename(column, column.meaning === "baseline" ? "actual" : "actual-year", 2);
  }
}

/** 指標値 before 実績値, as the national form for 交付金 has them: the first is what is aimed at. */
export function settleStatedValues(columns: Draft[]): void {
  if (has(columns, "target")) return;
  const stated = columns.find(({ meaning, labels }) => meaning === "actual" && labels.at(-1)?.core === "指標値");
  if (stated !== undefined && (has(columns, "target-year") || columns.some((other) => other !== stated && other.meaning === "actual"))) rename(stated, "target", 3);
}

/** Whether another name outweighs one: both name the same thing, and figures do not follow each of them. */
function isRival(columns: readonly Draft[], column: Draft, other: Draft): boolean {
  if (other === column || other.meaning !== "name" || other.viewpoint !== column.viewpoint || other.group !== column.group) return false;
  const isAim = /目標$/u.test(column.labels.at(-1)?.core ?? "") && /指標/u.test(other.labels.at(-1)?.core ?? "");
  // 成果目標 beside 成果指標 is what is aimed at, in words.
  if (isAim && !hasFigures(columns, column)) return true;
  // KPI第2階層 and KPI第1階層, each with its target in its name.
  if (column.profile.stated >= 0.5 && other.profile.stated >= 0.5) return false;
  if (other.tier !== column.tier || (column.strength >= 2 && other.strength >= 2 && hasFigures(columns, column) && hasFigures(columns, other))) return false;
  return other.strength > column.strength || (other.strength === column.strength && other.column < column.column);
}

/** Whether figures of its own stand between a name and the next one. */
function hasFigures(columns: readonly Draft[], name: Draft): boolean {
  for (const { meaning, strength } of columns.slice(columns.indexOf(name) + 1)) {
    if (meaning === "name") return false;
    if ((meaning === "target" || meaning === "actual" || meaning === "baseline") && strength >= 2) return true;
  }
  return false;
}

/** Whether a target of its own stands between a name and the next one. */
function hasTarget(columns: readonly Draft[], name: Draft): boolean {
  for (const column of columns.slice(columns.indexOf(name) + 1)) {
    if (column.meaning === "name") return false;
    if (column.meaning === "target" && column.strength >= 2) return true;
  }
  return false;
}

/** 「数値目標」 names indicators, or heads their target values where another column names them. */
export function settleNames(columns: Draft[]): void {
  for (const column of columns) {
    if (column.meaning === "name" && column.strength < 2.5 && offers(column, "target")) {
      const another = columns.some((other) => other !== column && other.meaning === "name" && other.strength >= 2 && other.viewpoint === column.viewpoint);
      // 数値目標 | 基準値 | 目標値 before KPI | 基準値 | 目標値: it names what its own figures measure.
      const isNamed = hasTarget(columns, column) && column.profile.filled > 0 && column.profile.figures < 0.3;
      if ((another && !isNamed) || (column.profile.figures >= 0.6 && column.profile.filled > 0)) rename(column, "target", 2);
    }
  }
  // Two names for one side: the surer one, then the one further left; the other explains it.
  for (const column of columns.filter(({ meaning }) => meaning === "name")) {
    const rival = columns.find((other) => isRival(columns, column, other));
    if (rival !== undefined && column.strength < 9) rename(column, column.strength < 2 || rival.strength >= 2 ? (column.profile.averageLength > rival.profile.averageLength * 1.5 && !has(columns, "definition") ? "definition" : "other") : column.meaning, 1);
  }
}

/** Two titles: the finer one is the 業務, the coarser one its 施策. */
export function settleTitles(columns: Draft[]): void {
  const titles = columns.filter(({ meaning, strength }) => meaning === "title" && strength < 9);
  if (titles.length < 2) return;
  // What is written on more lines is the finer one, whatever it is called.
  const fullest = Math.max(...titles.map(({ profile }) => profile.filled));
  const rank = (column: Draft): number => (column.strength >= 2 && column.profile.filled * 4 >= fullest * 3 ? 1_000 : 0) + column.strength * 100 + column.column;
  const best = [...titles].sort((a, b) => rank(b) - rank(a))[0];
  for (const column of titles) {
    if (column === best || best === undefined) continue;
    if (column.column < best.column && column.profile.figures >= 0.9 && column.profile.averageLength <= 5 && !has(columns, "no")) rename(column, "no", 2);
    else if (column.column < best.column && !has(columns, "program")) rename(column, "program", 2);
    else if (!has(columns, "summary")) rename(column, "summary", 1);
    else rename(column, "other", 0);
  }
}

/** 未着手 | 検討中 | 実施中 | 完了 with a ○ in one of them: the label is the status. */
export function settleStatusMarks(columns: Draft[]): void {
  const isMark = ({ meaning, strength, labels, profile }: Draft): boolean =>
    strength < 9 && (meaning === "other" || meaning === "status" || strength < 2) && profile.averageLength <= 1 && profile.figures === 0 && parseStatus(labels.at(-1)?.text ?? "") !== "unknown";
  const marks = columns.filter(isMark);
  if (columns.some((column) => column.meaning === "status" && !isMark(column))) return;
  if (marks.length >= 3 && marks.some(({ profile }) => profile.filled > 0)) for (const column of marks) rename(column, "status-mark", 2);
}

/** 段階 over 活動, アウトプット, アウトカム: levels of a logic model, and no progress. */
export function settleLevels(columns: Draft[]): void {
  for (const column of columns) {
    if (column.meaning === "status" && column.strength < 3 && column.profile.levels >= 0.8) rename(column, "other", 0);
  }
  // 段階 | 元 | 段階 | 先: the level of each end beside it.
  const from = columns.find(({ meaning }) => meaning === "from");
  const to = columns.find(({ meaning }) => meaning === "to");
  if (from === undefined || to === undefined) return;
  const levels = columns.filter(({ meaning, strength, profile }) => meaning === "other" && strength < 9 && profile.levels >= 0.8);
  const [one, other, ...more] = levels;
  if (one === undefined || other === undefined || more.length > 0) return;
  rename(one, "from-level", 2);
  rename(other, "to-level", 2);
}

/** An edge list that gives only the numbers of its ends. */
export function settleLinkEnds(columns: Draft[]): void {
  if (has(columns, "from") || has(columns, "to") || !has(columns, "from-no") || !has(columns, "to-no")) return;
  for (const column of columns) {
    if (column.meaning === "from-no") rename(column, "from", 3);
    if (column.meaning === "to-no") rename(column, "to", 3);
  }
}
