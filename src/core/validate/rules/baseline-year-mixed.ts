import type { PlanModel, Table, TableField } from "../../model";
import { periodText } from "../figures";
import { defineRule } from "../rule";

interface BaselineHeader {
  readonly table: Table;
  readonly field: TableField;
  readonly period: string;
}

/**
 * 基準年度の混在. Compares the years that the tables' headers name; a date inside one cell is a note on that value and does
 * not count. 年 and 年度 are different years.
 */
export const baselineYearMixed = defineRule({
  id: "baseline-year-mixed",
  severity: "warning",
  *check(model) {
    const headers = [...baselineHeaders(model)];
    const common = commonest(headers);
    if (common === undefined) return;
    const reported = new Set<string>();
    for (const { table, field, period } of headers) {
      if (period === common || reported.has(table.id)) continue;
      reported.add(table.id);
      yield { at: field.at, params: { period, common }, subject: [...table.headings, field.header].join(" / ") };
    }
  },
});

function* baselineHeaders({ tables }: PlanModel): Iterable<BaselineHeader> {
  for (const table of tables) {
    for (const field of table.fields) {
      if (field.field !== "baseline" || field.period === null) continue;
      yield { table, field, period: periodText(field.period) };
    }
  }
}

/** A table has one vote, however many baseline columns it has; on a tie the first table's year stands. */
function commonest(headers: readonly BaselineHeader[]): string | undefined {
  const votes = new Map<string, Set<string>>();
  for (const { period, table } of headers) votes.set(period, (votes.get(period) ?? new Set()).add(table.id));
  let winner: string | undefined;
  let most = 0;
  for (const [period, { size }] of votes) {
    if (size <= most) continue;
    winner = period;
    most = size;
  }
  return winner;
}
