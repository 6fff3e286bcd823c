import type { Indicator } from "../../model";
import { figureNotes, figuresOf, type RoledFigure } from "../figures";
import { defineRule } from "../rule";
import { isSameUnit } from "../units";

/**
 * 基準値・目標値・実績値で単位が違う. Reported at the target, whichever of the three is odd: a person must look at them side by
 * side anyway.
 */
export const figureUnitMismatch = defineRule({
  id: "figure-unit-mismatch",
  severity: "warning",
  *check(model) {
    for (const indicator of figureNotes(model).mixedUnits) {
      const pair = differingPair(indicator);
      if (pair === undefined) continue;
      const [one, other] = pair;
      yield {
        at: (indicator.target ?? other.figure).at,
        params: {
          indicator: indicator.name,
          role: one.role,
          unit: one.figure.unit ?? "",
          otherRole: other.role,
          otherUnit: other.figure.unit ?? "",
        },
        subject: indicator.key,
      };
    }
  },
});

/** The first figure, the target before all others, and the next one whose unit is not the same. */
function differingPair(indicator: Indicator): readonly [RoledFigure, RoledFigure] | undefined {
  const withUnit = figuresOf(indicator).filter(({ figure }) => figure.state === "set" && figure.unit !== null);
  const one = withUnit.find(({ role }) => role === "target") ?? withUnit[0];
  if (one === undefined) return undefined;
  const other = withUnit.find(({ figure }) => !isSameUnit(figure, one.figure));
  return other === undefined ? undefined : [one, other];
}
