import type { Indicator } from "../../model";
import { amountOf } from "../../evaluate";
import { figureNotes } from "../figures";
import { defineRule } from "../rule";

/**
 * 上がると良いか下がると良いかが、推定にとどまるか分からない. A guess from words is wrong too often to judge by; where no target is
 * set there is nothing to judge yet, and an unknown direction is not worth a word.
 */
export const indicatorDirectionUnconfirmed = defineRule({
  id: "indicator-direction-unconfirmed",
  severity: "info",
  *check(model) {
    for (const indicator of figureNotes(model).unsureDirections) {
      const { value, basis } = indicator.direction;
      if (basis !== "suggested" && !isUnknownThoughNeeded(indicator)) continue;
      yield { at: indicator.at, params: { indicator: indicator.name, direction: value }, subject: indicator.key };
    }
  },
});

function isUnknownThoughNeeded({ direction, target }: Indicator): boolean {
  return direction.value === "unknown" && amountOf(target) !== null;
}
