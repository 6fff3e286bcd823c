import type { Indicator } from "../../model";
import { amountOf, isMet } from "../../evaluate";
import { defineRule } from "../rule";

/**
 * 基準値がすでに目標値を満たす. Only where the sheet itself says which way is good: a direction guessed from words would
 * turn every wrong guess into a finding. 「維持」 means exactly this and passes.
 */
export const targetAlreadyMet = defineRule({
  id: "target-already-met",
  severity: "info",
  *check({ indicators }) {
    for (const indicator of indicators) {
      const { baseline, target, direction } = indicator;
      const start = amountOf(baseline);
      if (baseline === null || target === null || start === null || !isComparable(indicator)) continue;
      if (isMet(start, target, direction) !== true) continue;
      yield {
        at: target.at,
        params: { indicator: indicator.name, baseline: baseline.raw.trim(), target: target.raw.trim() },
        subject: indicator.key,
      };
    }
  },
});

function isComparable({ baseline, target, direction }: Indicator): boolean {
  const isKnown = direction.basis === "stated" || direction.basis === "target";
  const isOneWay = direction.value === "higher-is-better" || direction.value === "lower-is-better";
  const isSameUnit = baseline?.unit === target?.unit;
  // 累計 over the plan's years cannot be held against the single year before it.
  return isKnown && isOneWay && isSameUnit && isCumulative(baseline) === isCumulative(target);
}

function isCumulative(figure: Indicator["target"]): boolean {
  return figure?.qualifiers.includes("cumulative") === true;
}
