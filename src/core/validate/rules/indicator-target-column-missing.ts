import type { Table } from "../../model";
import type { CellAddress } from "../../sheet/address";
import { defineRule } from "../rule";

/** 目標値の列がない表. Once a table: the same omission in every row is one fact, and one repair. */
export const indicatorTargetColumnMissing = defineRule({
  id: "indicator-target-column-missing",
  severity: "error",
  *check({ tables, indicators }) {
    for (const table of tables) {
      const own = indicators.filter(({ tableId }) => tableId === table.id);
      if (own.length === 0 || own.some(({ target }) => target !== null)) continue;
      yield {
        at: firstHeaderCell(table),
        params: { count: own.length },
        subject: [...table.headings, ...table.fields.map(({ header }) => header)].join(" / "),
      };
    }
  },
});

function firstHeaderCell({ sheet, region, fields }: Table): CellAddress {
  const [first] = fields.map(({ at }) => at).sort((a, b) => a.row - b.row || a.column - b.column);
  return first ?? { sheet, row: region.top, column: region.left };
}
