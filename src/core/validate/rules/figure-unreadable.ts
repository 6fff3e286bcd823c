import { figureNotes, figureSubject } from "../figures";
import { defineRule } from "../rule";

/** 数値として読めない記載. An error value is left to `cell-error`: one fact, one finding. */
export const figureUnreadable = defineRule({
  id: "figure-unreadable",
  severity: "error",
  *check(model) {
    for (const { indicator, role, figure } of figureNotes(model).unset) {
      if (figure.state !== "unreadable" || figure.isCellError) continue;
      yield {
        at: figure.at,
        params: { indicator: indicator.name, role, stated: figure.raw.trim() },
        subject: figureSubject(indicator, role, figure),
      };
    }
  },
});
