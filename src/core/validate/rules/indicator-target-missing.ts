import { hasEnded } from "../../text";
import { figureSubject, figuresOf, periodText } from "../figures";
import { defineRule } from "../rule";

/**
 * 目標値の記入漏れ. A dash is a decision and passes; a blank cell is not. A target of a year on the way is due once that
 * year has ended; the final one is due at once.
 */
export const indicatorTargetMissing = defineRule({
  id: "indicator-target-missing",
  severity: "error",
  *check({ indicators }, { asOf }) {
    for (const indicator of indicators) {
      for (const { role, figure } of figuresOf(indicator)) {
        if (figure.state !== "blank") continue;
        const isInterim = role === "interim-target";
        if (role !== "target" && !isInterim) continue;
        if (isInterim && !(figure.period !== null && hasEnded(figure.period, asOf))) continue;
        yield {
          at: figure.at,
          params: { indicator: indicator.name, period: periodText(figure.period) },
          subject: figureSubject(indicator, role, figure),
        };
      }
    }
  },
});
