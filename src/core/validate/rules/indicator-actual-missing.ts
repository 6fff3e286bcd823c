import { hasEnded } from "../../text";
import { figureNotes, figureSubject, periodText } from "../figures";
import { defineRule } from "../rule";

/**
 * 実績値の記入漏れ. Due for every year that has ended on 評価日; 「集計中」 passes. A column that names no year is never due,
 * because nobody can say when.
 */
export const indicatorActualMissing = defineRule({
  id: "indicator-actual-missing",
  severity: "warning",
  *check(model, { asOf }) {
    for (const { indicator, role, figure: actual } of figureNotes(model).unset) {
      if (role !== "actual" || actual.state !== "blank") continue;
      if (actual.period === null || !hasEnded(actual.period, asOf)) continue;
      yield {
        at: actual.at,
        params: { indicator: indicator.name, period: periodText(actual.period) },
        subject: figureSubject(indicator, role, actual),
      };
    }
  },
});
