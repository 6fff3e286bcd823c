import { hasEnded } from "../../text";
import { figureSubject, figuresOf, periodText } from "../figures";
import { defineRule } from "../rule";

/** 目標値が「設定予定」「検討中」. Due as in `indicator-target-missing`: a year on the way only once it has ended. */
export const indicatorTargetPending = defineRule({
  id: "indicator-target-pending",
  severity: "warning",
  *check({ indicators }, { asOf }) {
    for (const indicator of indicators) {
      for (const { role, figure } of figuresOf(indicator)) {
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
    }
  },
});
