import {
  actualOfRate,
  amountOf,
  cumulative,
  identifyRate,
  rateCandidates,
  ratio,
  type RateCandidate,
  type RateIdentification,
} from "../evaluate";
import type { Figure, Indicator, StatedRate } from "../model";
import { comparePeriods } from "../text";

/** A 達成率 that a sheet states, beside what the formulas give for the same figures. */
export interface JudgedRate {
  readonly candidates: readonly RateCandidate[];
  readonly identification: RateIdentification;
}

/** Whether a rate is plainly 実績値 ÷ 目標値, as most are: then nothing else need be worked out to know that it is explained. */
export function isPlainRatio(indicator: Indicator, rate: StatedRate, tolerancePoints: number): boolean {
  const actual = actualOfRate(indicator, rate);
  const [now, goal] = [amountOf(actual ?? null), amountOf(indicator.target)];
  const percent = now === null || goal === null ? null : ratio({ actual: now, target: goal });
  if (percent === null) return false;
  return identifyRate(rate, [{ formula: "ratio", percent, against: "final-target", inputs: [] }], tolerancePoints).matches.length > 0;
}

/** Undefined where the sheet holds too little to work out any rate. */
export function judgeRate(indicator: Indicator, rate: StatedRate, tolerancePoints: number): JudgedRate | undefined {
  const actual = actualOfRate(indicator, rate);
  if (actual === undefined) return undefined;
  const candidates = [...rateCandidates({ indicator, actual }), ...totalSoFar(indicator, actual)];
  if (candidates.length === 0) return undefined;
  return { candidates, identification: identifyRate(rate, candidates, tolerancePoints) };
}

/**
 * The years so far against the final target. Sheets rate cumulatively without a word that says 累計 (環境省 2017: 「各年度の
 * 数値は単年度の成果、達成度の算出については累計で算出」), so it must be known before a rate is called wrong.
 */
function totalSoFar({ actuals, target }: Indicator, actual: Figure): readonly RateCandidate[] {
  const goal = amountOf(target);
  const { period } = actual;
  if (target === null || goal === null || period === null) return [];
  const soFar = actuals.filter((figure) => figure.period !== null && comparePeriods(figure.period, period) <= 0);
  const amounts = soFar.flatMap((figure) => amountOf(figure) ?? []);
  const percent = amounts.length < 2 ? null : cumulative({ actuals: amounts, target: goal });
  if (percent === null) return [];
  return [
    { formula: "cumulative", percent, against: "final-target", inputs: [...soFar.map(({ at }) => at), target.at] },
  ];
}
