import { isBlankText } from "../../text";
import { defineRule } from "../rule";

/** 進捗状況が空欄. As with the division, a dash passes. */
export const workItemStatusMissing = defineRule({
  id: "work-item-status-missing",
  severity: "warning",
  *check({ workItems }, context) {
    for (const { status, statusAt, title, key } of workItems) {
      if (statusAt === null || status !== null) continue;
      if (!isBlankText(context.sheet(statusAt.sheet).text(statusAt.row, statusAt.column))) continue;
      yield { at: statusAt, params: { title }, subject: key };
    }
  },
});
