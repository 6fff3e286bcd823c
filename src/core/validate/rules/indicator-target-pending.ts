import { hasEnded } from "../../text";
import { figureNotes, figureSubject, periodText } from "../figures";
import { defineRule } from "../rule";

/** 目標値が「設定予定」「検討中」. Due as in `indicator-target-missing`: a year on the way only once it has ended. */
export const indicatorTargetPending = defineRule({
  id: "indicator-target-pending",
  severity: "warning",
  *check(model, { asOf }) {
    for (const { indicator, role, figure } of figureNotes(model).unset) {
      if (figure.state !== "pending") continue;
      const isInterim = role === "interim-target";
      if (role !== "target" && !isInterim) continue;
      if (isInterim && !(figure.period !== null && hasEnded(figure.period, asOf))) continue;
      yield {
        at: figure.at,
        params: { indicator: indicator.name, period: periodText(figure.period), stated: figure.raw.trim() },
        subject: figureSubject(indicator, role, figure),
      };
    }
  },
});
