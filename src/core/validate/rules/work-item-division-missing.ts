import { isBlankText } from "../../text";
import { defineRule } from "../rule";

/** 担当課が空欄. Asks the cell itself: a dash is a statement, and a name we cannot split is still a name. */
export const workItemDivisionMissing = defineRule({
  id: "work-item-division-missing",
  severity: "warning",
  *check({ workItems }, context) {
    for (const { divisions, divisionAt, title, key } of workItems) {
      if (divisionAt === null || divisions.length > 0) continue;
      if (!isBlankText(context.sheet(divisionAt.sheet).text(divisionAt.row, divisionAt.column))) continue;
      yield { at: divisionAt, params: { title }, subject: key };
    }
  },
});
