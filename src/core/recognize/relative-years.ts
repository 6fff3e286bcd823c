import { squash } from "../text";
import { roundBrackets, withoutMarks } from "./label-text";
import { has, rename, type Draft } from "./column-drafts";

/* Words that say a year by its place and not by its number: 前年度, 今年度, 年度末. */

const TIMES: readonly (readonly [pattern: RegExp, years: number])[] = [
  [/前々年度?/u, -2],
  [/(?<!対)前年度?(?!比|同|から|以上|との)/u, -1],
  [/(?:今|本|当|当該)年度(?!比)|^年度末|^年度の?(?:目標|計画)|[上下]半?期|(?:^|\s)(?:[369]|12)月末/u, 0],
];

const ALONE = /^(?:前々年度?|前年度?|[今本当]年度|当該年度|年度末|[上下]半?期|年度末時点|[369]月末|12月末)(?:末|の値|時点)?(?:\(.{1,8}\))?$/u;

/** How many years before the year of the whole sheet a label means; null where it does not say. */
export function yearsBack(label: string): number | null {
  const text = withoutMarks(roundBrackets(squash(label)));
  return TIMES.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** 前年度 | 今年度 | 目標, 年度目標 | 上半期 | 年度末: a time alone over figures, beside a target, is when they were measured. */
export function settleRelativeTimes(columns: Draft[]): void {
  if (!has(columns, "target", 2) || !(has(columns, "name") || has(columns, "title"))) return;
  for (const column of columns) {
    const { meaning, profile } = column;
    if (meaning !== "other" || !ALONE.test(lastLabel(column))) continue;
    if (profile.filled === 0 || profile.figures + profile.waiting >= 0.5) rename(column, "actual", 2);
  }
  leaveHalves(columns);
}

function lastLabel({ labels }: Draft): string {
  return withoutMarks(roundBrackets(squash(labels.at(-1)?.text ?? "")));
}

/** 令和7年度（見込） beside the actuals of other years: what is expected has not been measured. */
export function settleForecasts(columns: Draft[]): void {
  const isActual = ({ meaning, strength }: Draft): boolean => strength < 9 && (meaning === "actual" || meaning === "bare-year");
  const isForecast = (column: Draft): boolean => /見込|予測|推計/u.test(lastLabel(column)) && !/実績見込/u.test(lastLabel(column));
  const actuals = columns.filter(isActual);
  if (actuals.every(isForecast)) return;
  for (const column of actuals) if (isForecast(column)) rename(column, "other", 0);
}

/** R5決算 | R6決算 beside R11目標: of an indicator, what the accounts of a year came to is its actual. */
export function settleAccounts(columns: Draft[]): void {
  if (!has(columns, "name", 2) || !has(columns, "target", 2)) return;
  for (const column of columns) {
    const isAccounts = column.meaning === "other" && column.period !== null && /^(?:決算値?|決算見込み?値?)$/u.test(column.labels.at(-1)?.core ?? "");
    if (isAccounts && (column.profile.filled === 0 || column.profile.figures >= 0.5)) rename(column, "actual", 2);
  }
}

/** 県平均, 全国, 類似団体 over figures: what others have reached. */
const OTHERS = /^(?:全国|国|[都道府本]?県|[都道府]|県内|圏域|類似団体|近隣[市町村]*|他市|他自治体|中核市|政令市)(?:の?(?:値|数値|平均値?|実績値?|市町村平均|順位))?$|平均値?$/u;

/** 本市 | 県平均 | 全国平均: what others have reached is no actual of one's own. */
export function settleComparisons(columns: Draft[]): void {
  const isActual = ({ meaning, strength }: Draft): boolean => strength < 9 && (meaning === "actual" || meaning === "bare-year");
  const isOthers = ({ labels }: Draft): boolean => labels.some(({ core }) => OTHERS.test(core));
  const actuals = columns.filter(isActual);
  if (actuals.every(isOthers)) return;
  for (const column of actuals) if (isOthers(column)) rename(column, "other", 0);
}

/** 上半期 | 下半期 | 年度末: beside the year's own value its halves are left out. */
function leaveHalves(columns: Draft[]): void {
  const actuals = columns.filter(({ meaning, strength }) => meaning === "actual" && strength < 9);
  for (const half of actuals.filter((column) => /^(?:[上下]半?期|[69]月末|12月末)/u.test(lastLabel(column)))) {
    if (actuals.some((other) => other.group === half.group && /^(?:年度末|3月末|年間|通期|通年|年度計|年計)/u.test(lastLabel(other)))) rename(half, "other", 0);
  }
}
