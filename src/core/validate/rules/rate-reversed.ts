import { directionOf, isRateReversed } from "../../evaluate";
import { tidyLabel } from "../../text";
import { figureNotes, periodText } from "../figures";
import { defineRule } from "../rule";
import { judgeRate } from "../stated-rate";

/**
 * 下がると良い指標の達成率が 実績値÷目標値 で計算されている: the worse the figure, the better the rate. An error is not built on a
 * guess, so a suggested direction waits for its confirmation.
 */
export const rateReversed = defineRule({
  id: "rate-reversed",
  severity: "error",
  *check(model, { settings }) {
    for (const indicator of figureNotes(model).rated) {
      const direction = directionOf(indicator.direction, indicator.target);
      if (direction.basis === "suggested" || direction.value !== "lower-is-better") continue;
      for (const rate of indicator.statedRates) {
        const judged = judgeRate(indicator, rate, settings.tolerances.ratePoints);
        if (judged === undefined || !isRateReversed(direction, judged.identification)) continue;
        yield {
          at: rate.at,
          params: { indicator: indicator.name, stated: tidyLabel(rate.raw) },
          subject: [indicator.key, periodText(rate.period)].filter((part) => part !== "").join(" / "),
        };
      }
    }
  },
});
