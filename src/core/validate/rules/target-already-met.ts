import type { Direction, Figure } from "../../model";
import { amountOf, isMet } from "../../evaluate";
import { defineRule } from "../rule";
import { isSameUnit } from "../units";

/**
 * 基準値がすでに目標値を満たす. Only where the sheet itself says which way is good: a direction guessed from words would
 * turn every wrong guess into a finding. 「維持」 means exactly this and passes.
 */
export const targetAlreadyMet = defineRule({
  id: "target-already-met",
  severity: "info",
  *check({ indicators }) {
    for (const { name, key, baseline, target, direction } of indicators) {
      if (baseline === null || target === null || !isOneWay(direction)) continue;
      const start = amountOf(baseline);
      if (start === null || isMet(start, target, direction) !== true || !isComparable(baseline, target)) continue;
      yield {
        at: target.at,
        params: { indicator: name, baseline: baseline.raw.trim(), target: target.raw.trim() },
        subject: key,
      };
    }
  },
});

function isOneWay({ value, basis }: Direction): boolean {
  const isKnown = basis === "stated" || basis === "target";
  return isKnown && (value === "higher-is-better" || value === "lower-is-better");
}

/** 累計 over the plan's years cannot be held against the single year before it. */
function isComparable(baseline: Figure, target: Figure): boolean {
  const isCumulative = ({ qualifiers }: Figure): boolean => qualifiers.includes("cumulative");
  return isSameUnit(baseline, target) && isCumulative(baseline) === isCumulative(target);
}
