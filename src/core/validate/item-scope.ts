import type { WorkItem } from "../model";
import type { RuleContext } from "./rule";

/**
 * The list that a 個別業務 stands in: its table, but for 個票 all of them together, because one item a sheet is still one
 * list.
 */
export function listOf(item: WorkItem, context: RuleContext): string {
  return context.table(item.tableId).kind === "form" ? "forms" : item.tableId;
}
