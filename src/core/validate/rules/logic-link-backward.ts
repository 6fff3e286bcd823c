import type { LogicLevel } from "../../model";
import { tidyLabel } from "../../text";
import { defineRule } from "../rule";

/** From what is done to what is wished for. */
const LEVELS: readonly LogicLevel[] = ["activity", "output", "outcome", "impact"];

/** 上位から下位へ戻る線. Within one level a link may run as it likes: outcomes follow one another, 短期 to 長期. */
export const logicLinkBackward = defineRule({
  id: "logic-link-backward",
  severity: "warning",
  *check({ links }) {
    for (const { from, to, fromLevel, toLevel, toAt } of links) {
      if (to === null || fromLevel === null || toLevel === null) continue;
      if (LEVELS.indexOf(toLevel) >= LEVELS.indexOf(fromLevel)) continue;
      yield {
        at: toAt,
        params: { from: tidyLabel(from), to: tidyLabel(to), fromLevel, toLevel },
        subject: [from, to].join(" → "),
      };
    }
  },
});
