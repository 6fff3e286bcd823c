import type { DirectionValue } from "../model";
import { add, divide, multiply, subtract, toFraction, toNumber, type Fraction } from "./fraction";

/**
 * The ways in which public bodies work out 達成率・進捗率. Each is a pure function that gives percent, exact and not
 * rounded, or null where the division has no answer. None of them says whether a target is met: that is `isMet`.
 *
 * May not: round, cap (but for the one formula that is defined by its cap), guess a direction.
 */

export const formulaIds = [
  "ratio",
  "inverse-ratio",
  "mirrored",
  "from-baseline",
  "from-baseline-capped",
  "pace-linear",
  "pace-of-target",
  "cumulative",
  "year-on-year",
] as const;
export type FormulaId = (typeof formulaIds)[number];

/** 実績値 and 目標値, and where a formula asks for it 基準値. */
interface ActualAndTarget {
  readonly actual: number;
  readonly target: number;
}
interface WithBaseline extends ActualAndTarget {
  readonly baseline: number;
}
/** Years gone since the baseline's year, and from the baseline's year to the target's. */
interface WithYears {
  readonly elapsedYears: number;
  readonly totalYears: number;
}

/**
 * 実績値 ÷ 目標値.
 * Source: RSシステム（行政事業レビュー）2024年度の「達成率」. It knows no direction: for a lower-is-better indicator it says
 * the opposite of the truth.
 */
export function ratio({ actual, target }: ActualAndTarget): number | null {
  return percent(quotient(toFraction(actual), toFraction(target)));
}

/**
 * 目標値 ÷ 実績値, for a lower-is-better indicator.
 * Source: 農林水産省 2022年度 行政事業レビュー（食品廃棄物）「本目標は減少目標であり目標値÷実績値で達成度を判定」; 同省 2015年度
 * 「達成度＝目標値/成果実績」.
 */
export function inverseRatio({ actual, target }: ActualAndTarget): number | null {
  return percent(quotient(toFraction(target), toFraction(actual)));
}

/**
 * 2 - 実績値 ÷ 目標値, for a lower-is-better indicator.
 * Source: 環境省 2015年度 行政事業レビュー「達成度＝｛１ - （成果実績 - 目標値）／目標値｝×１００％」.
 */
export function mirrored({ actual, target }: ActualAndTarget): number | null {
  const share = quotient(toFraction(actual), toFraction(target));
  return percent(share === undefined ? undefined : subtract(TWO, share));
}

/**
 * （実績値 - 基準値）÷（目標値 - 基準値）: how much of the way is done. The same for both directions, because the sign
 * falls out.
 * Sources: 復興庁 2020年度 社会資本整備総合交付金（復興）「（実績値ー計画当初値）／（計画目標値ー計画当初値）」; 農林水産省 2020年度
 * 森林情報活用促進事業; 厚生労働省 2015・2017年度 (減少目標: 削減幅 ÷ 目標削減幅).
 */
export function fromBaseline({ actual, target, baseline }: WithBaseline): number | null {
  return percent(shareOfWay(actual, toFraction(target), baseline));
}

/**
 * As `fromBaseline`, but never above 100.
 * Source: 国土交通省 2015・2018年度 航空輸送安全対策「初期値…からの減少件数で評価し、目標値まで減少した場合を100%とする」
 * 「成果実績が目標値を下回った場合の達成度は100%とする」.
 */
export function fromBaselineCapped(figures: WithBaseline): number | null {
  const value = fromBaseline(figures);
  return value === null ? null : Math.min(value, 100);
}

/** Where a straight line from baseline to target stands after so many years; from the target's year on, the target. */
export function expectedOnPace(figures: Omit<WithBaseline, "actual"> & WithYears): number | null {
  const expected = pacePoint(figures);
  return expected === undefined ? null : (toNumber(expected) ?? null);
}

/**
 * （実績値 - 基準値）÷（按分した期待値 - 基準値）: the way done, against the way due by now. 按分による参考値.
 * Source: the pace of 多摩市（20・40・60・80・100 %）, taken from the baseline as 農林水産省 2020年度 does for a year's target.
 */
export function paceLinear(figures: WithBaseline & WithYears): number | null {
  return percent(shareOfWay(figures.actual, pacePoint(figures), figures.baseline));
}

/**
 * 実績値 ÷（目標値 × 経過年数 ÷ 計画年数）. Not baseline based.
 * Source: 多摩市 総合戦略の評価, 5年の計画で目標値の 20・40・60・80・100 % を各年の目安とする.
 */
export function paceOfTarget({ actual, target, elapsedYears, totalYears }: ActualAndTarget & WithYears): number | null {
  const share = shareOfTime(elapsedYears, totalYears);
  const whole = toFraction(target);
  if (share === undefined || whole === undefined) return null;
  return percent(quotient(toFraction(actual), multiply(whole, share)));
}

/**
 * 各年度の実績値の累計 ÷ 最終目標値.
 * Source: 原子力規制庁 2019年度「達成度の計算式は（各年度における累積数）/（最終年度における目標累積数）」.
 */
export function cumulative(figures: { readonly actuals: readonly number[]; readonly target: number }): number | null {
  const total = sum(figures.actuals);
  return percent(quotient(total === null ? undefined : toFraction(total), toFraction(figures.target)));
}

/**
 * 前年度比: 実績値 ÷ 前年度実績値, and turned round for a lower-is-better indicator.
 * Source: 消費者庁 2020年度「前年度比で減少することにより、達成度は100％を上回ることとする」.
 */
export function yearOnYear(figures: {
  readonly actual: number;
  readonly previous: number;
  readonly direction: DirectionValue;
}): number | null {
  const { actual, previous, direction } = figures;
  return direction === "lower-is-better"
    ? ratio({ actual: previous, target: actual })
    : ratio({ actual, target: previous });
}

/** Adds without binary noise; null if a part or the total is beyond a number. */
export function sum(values: readonly number[]): number | null {
  let total = ZERO;
  for (const value of values) {
    const part = toFraction(value);
    if (part === undefined) return null;
    total = add(total, part);
  }
  return toNumber(total) ?? null;
}

const ZERO: Fraction = { numerator: 0, denominator: 1 };
const ONE: Fraction = { numerator: 1, denominator: 1 };
const TWO: Fraction = { numerator: 2, denominator: 1 };
const HUNDRED: Fraction = { numerator: 100, denominator: 1 };

function percent(share: Fraction | undefined): number | null {
  return share === undefined ? null : (toNumber(multiply(share, HUNDRED)) ?? null);
}

function quotient(a: Fraction | undefined, b: Fraction | undefined): Fraction | undefined {
  return a === undefined || b === undefined ? undefined : divide(a, b);
}

function shareOfWay(actual: number, end: Fraction | undefined, baseline: number): Fraction | undefined {
  const now = toFraction(actual);
  const start = toFraction(baseline);
  if (now === undefined || start === undefined || end === undefined) return undefined;
  return divide(subtract(now, start), subtract(end, start));
}

function shareOfTime(elapsedYears: number, totalYears: number): Fraction | undefined {
  if (elapsedYears >= totalYears) return ONE;
  if (elapsedYears <= 0) return undefined;
  return quotient(toFraction(elapsedYears), toFraction(totalYears));
}

function pacePoint(figures: Omit<WithBaseline, "actual"> & WithYears): Fraction | undefined {
  const share = shareOfTime(figures.elapsedYears, figures.totalYears);
  const start = toFraction(figures.baseline);
  const end = toFraction(figures.target);
  if (share === undefined || start === undefined || end === undefined) return undefined;
  return add(start, multiply(subtract(end, start), share));
}
