import { figureNotes, figureSubject, periodText } from "../figures";
import { defineRule } from "../rule";

/**
 * 基準値がない. A dash counts as well as a blank: without a starting point nobody can say whether things got better.
 * 「集計中」 does not, it says that the value will come.
 */
export const indicatorBaselineMissing = defineRule({
  id: "indicator-baseline-missing",
  severity: "warning",
  *check(model) {
    for (const { indicator, role, figure: baseline } of figureNotes(model).unset) {
      if (role !== "baseline" || (baseline.state !== "blank" && baseline.state !== "not-applicable")) continue;
      yield {
        at: baseline.at,
        params: { indicator: indicator.name, period: periodText(baseline.period), stated: baseline.raw.trim() },
        subject: figureSubject(indicator, role, baseline),
      };
    }
  },
});
