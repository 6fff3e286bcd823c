import { isCellError } from "../../sheet/snapshot";
import { isDash, tidyLabel } from "../../text";
import { defineRule } from "../rule";

/** 進捗状況の語が区分に当てはまらない. Such an item would be missing from every count by status, so somebody must know. */
export const workItemStatusUnknown = defineRule({
  id: "work-item-status-unknown",
  severity: "info",
  *check({ workItems }, context) {
    for (const { status, statusAt, at, title, key } of workItems) {
      if (status?.value !== "unknown" || isDash(status.raw)) continue;
      // An error value is `cell-error` and nothing else.
      if (statusAt !== null && isCellError(context.sheet(statusAt.sheet).value(statusAt.row, statusAt.column)))
        continue;
      yield { at: statusAt ?? at, params: { title, status: tidyLabel(status.raw) }, subject: key };
    }
  },
});
