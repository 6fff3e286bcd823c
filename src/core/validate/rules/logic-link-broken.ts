import type { PlanModel } from "../../model";
import { tidyLabel } from "../../text";
import { foldEnd, isIdLike } from "../links";
import { defineRule } from "../rule";

/**
 * ロジックモデルの線の先がない: nothing in the cell, or an ID that nothing in the workbook bears. A name needs no counterpart,
 * since 「ありたい姿」 is described nowhere else.
 */
export const logicLinkBroken = defineRule({
  id: "logic-link-broken",
  severity: "error",
  *check(model) {
    if (model.links.length === 0) return;
    const described = new Set(describedNames(model));
    const starts = countStarts(model);
    for (const { from, to, toAt } of model.links) {
      if (to !== null) {
        const end = foldEnd(to);
        const otherStarts = (starts.get(end) ?? 0) - (foldEnd(from) === end ? 1 : 0);
        if (!isIdLike(to) || described.has(end) || otherStarts > 0) continue;
      }
      yield {
        at: toAt,
        params: { from: tidyLabel(from), to: to === null ? "" : tidyLabel(to) },
        subject: [from, to ?? ""].join(" → "),
      };
    }
  },
});

function describedNames({ indicators, workItems }: PlanModel): readonly string[] {
  const names = [
    ...indicators.flatMap(({ code, name }) => [code, name]),
    ...workItems.flatMap(({ no, title }) => [no, title]),
  ];
  return names.flatMap((name) => (name === null ? [] : [foldEnd(name)]));
}

function countStarts({ links }: PlanModel): ReadonlyMap<string, number> {
  const starts = new Map<string, number>();
  for (const { from } of links) starts.set(foldEnd(from), (starts.get(foldEnd(from)) ?? 0) + 1);
  return starts;
}
