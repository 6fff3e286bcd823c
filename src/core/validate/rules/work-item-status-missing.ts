import { isBlankText } from "../../text";
import { defineRule } from "../rule";

/** □未着手: the first of boxes none of which is ticked, in one cell or in several. */
const UNTICKED = /^\s*[\u25a1\u2610]/u;

/** 進捗状況が空欄, or none of its boxes ticked. As with the division, a dash passes. */
export const workItemStatusMissing = defineRule({
  id: "work-item-status-missing",
  severity: "warning",
  *check({ workItems }, context) {
    for (const { status, statusAt, title, key } of workItems) {
      if (statusAt === null || status !== null) continue;
      const text = context.sheet(statusAt.sheet).text(statusAt.row, statusAt.column);
      if (!isBlankText(text) && !UNTICKED.test(text)) continue;
      yield { at: statusAt, params: { title }, subject: key };
    }
  },
});
