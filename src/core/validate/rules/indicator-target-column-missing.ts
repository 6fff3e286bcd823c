import type { Table } from "../../model";
import type { CellAddress } from "../../sheet/address";
import { defineRule } from "../rule";

/** 目標値の列がない表. Once a table: the same omission in every row is one fact, and one repair. */
export const indicatorTargetColumnMissing = defineRule({
  id: "indicator-target-column-missing",
  severity: "error",
  *check({ tables, indicators }) {
    const counts = new Map<string, number>();
    const withTarget = new Set<string>();
    for (const { tableId, target } of indicators) {
      counts.set(tableId, (counts.get(tableId) ?? 0) + 1);
      if (target !== null) withTarget.add(tableId);
    }
    for (const table of tables) {
      const count = counts.get(table.id);
      if (count === undefined || withTarget.has(table.id)) continue;
      yield {
        at: firstHeaderCell(table),
        params: { count },
        subject: [...table.headings, ...table.fields.map(({ header }) => header)].join(" / "),
      };
    }
  },
});

function firstHeaderCell({ sheet, region, fields }: Table): CellAddress {
  const [first] = fields.map(({ at }) => at).sort((a, b) => a.row - b.row || a.column - b.column);
  return first ?? { sheet, row: region.top, column: region.left };
}
