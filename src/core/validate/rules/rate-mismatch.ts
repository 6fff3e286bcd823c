import { amountOf, directionOf, roundHalfUp, type FormulaId } from "../../evaluate";
import type { Indicator } from "../../model";
import { tidyLabel } from "../../text";
import { figureNotes, periodText } from "../figures";
import { defineRule } from "../rule";
import { isPlainRatio, judgeRate, type JudgedRate } from "../stated-rate";

/**
 * 書かれた達成率がどの計算式とも合わない. Any formula in use will do, right or wrong for the direction: this is about a slip of the
 * pen or a stale value. Where a baseline ought to stand and does not, the sheet may know what we do not.
 */
export const rateMismatch = defineRule({
  id: "rate-mismatch",
  severity: "warning",
  *check(model, { settings }) {
    for (const indicator of figureNotes(model).rated) {
      if (indicator.baseline !== null && amountOf(indicator.baseline) === null) continue;
      for (const rate of indicator.statedRates) {
        if (isPlainRatio(indicator, rate, settings.tolerances.ratePoints)) continue;
        const judged = judgeRate(indicator, rate, settings.tolerances.ratePoints);
        if (judged === undefined || judged.identification.matches.length > 0) continue;
        yield {
          at: rate.at,
          params: { indicator: indicator.name, stated: tidyLabel(rate.raw), ...usualRate(indicator, judged) },
          subject: [indicator.key, periodText(rate.period)].filter((part) => part !== "").join(" / "),
        };
      }
    }
  },
});

/** What the reader would expect to find: the plain ratio, the right way round. */
function usualRate(indicator: Indicator, { candidates }: JudgedRate): { formula: FormulaId; percent: number } {
  const isLower = directionOf(indicator.direction, indicator.target).value === "lower-is-better";
  const wanted: FormulaId = isLower ? "inverse-ratio" : "ratio";
  const { formula, percent } = candidates.find((candidate) => candidate.formula === wanted) ??
    candidates[0] ?? { formula: wanted, percent: 0 };
  return { formula, percent: roundHalfUp(percent) };
}
