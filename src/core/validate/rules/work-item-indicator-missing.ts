import type { PlanModel, WorkItem } from "../../model";
import { listOf } from "../item-scope";
import { defineRule, type RuleContext } from "../rule";

/**
 * 個別業務に KPI が一つもない. Only in lists that tie indicators to their items, by a column for them or in fact; a plain list
 * of projects in the same workbook owes none.
 */
export const workItemIndicatorMissing = defineRule({
  id: "work-item-indicator-missing",
  severity: "error",
  *check(model, context) {
    const tied = new Set(model.indicators.map(({ workItem }) => workItem));
    const lists = listsWithIndicators(model, context, tied);
    for (const item of model.workItems) {
      if (tied.has(item.id) || item.sharesIndicator === true || isListedAgain(item) || !lists.has(listOf(item, context))) continue;
      yield { at: item.at, params: { title: item.title }, subject: item.key };
    }
  },
});

/** 1（再掲）: its KPI stand where it is listed first. */
function isListedAgain({ no, title, remarks }: WorkItem): boolean {
  return [no, title, remarks].some((text) => text?.includes("再掲") === true);
}

function listsWithIndicators(
  { workItems }: PlanModel,
  context: RuleContext,
  tied: ReadonlySet<string | null>,
): ReadonlySet<string> {
  const owes = (item: WorkItem): boolean =>
    tied.has(item.id) || context.table(item.tableId).fields.some(({ field }) => field === "name");
  if (!workItems.some(({ id }) => tied.has(id))) return new Set();
  return new Set(workItems.filter(owes).map((item) => listOf(item, context)));
}
