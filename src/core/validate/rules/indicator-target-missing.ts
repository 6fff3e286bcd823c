import { hasEnded } from "../../text";
import { figureNotes, figureSubject, periodText } from "../figures";
import { defineRule } from "../rule";

/**
 * 目標値の記入漏れ. A dash is a decision and passes; a blank cell is not. A target of a year on the way is due once that
 * year has ended; the final one is due at once.
 */
export const indicatorTargetMissing = defineRule({
  id: "indicator-target-missing",
  severity: "error",
  *check(model, { asOf }) {
    for (const { indicator, role, figure } of figureNotes(model).unset) {
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
  },
});
