import { isDash, tidyLabel } from "../../text";
import { defineRule } from "../rule";

/** 進捗状況の語が区分に当てはまらない. Such an item would be missing from every count by status, so somebody must know. */
export const workItemStatusUnknown = defineRule({
  id: "work-item-status-unknown",
  severity: "info",
  *check({ workItems }) {
    for (const { status, statusAt, at, title, key } of workItems) {
      if (status?.value !== "unknown" || isDash(status.raw)) continue;
      yield { at: statusAt ?? at, params: { title, status: tidyLabel(status.raw) }, subject: key };
    }
  },
});
