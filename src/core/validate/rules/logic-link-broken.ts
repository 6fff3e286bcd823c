import type { LogicLink, PlanModel } from "../../model";
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
    for (const link of model.links) {
      const { from, to, toAt } = link;
      if (to !== null && !(isIdLike(to) && !isBorne(to, link, model))) continue;
      yield {
        at: toAt,
        params: { from: tidyLabel(from), to: to === null ? "" : tidyLabel(to) },
        subject: [from, to ?? ""].join(" → "),
      };
    }
  },
});

function isBorne(id: string, own: LogicLink, { indicators, workItems, links }: PlanModel): boolean {
  const wanted = foldEnd(id);
  const bears = (name: string | null): boolean => name !== null && foldEnd(name) === wanted;
  return (
    indicators.some(({ code, name }) => bears(code) || bears(name)) ||
    workItems.some(({ no, title }) => bears(no) || bears(title)) ||
    links.some((link) => link !== own && bears(link.from))
  );
}
