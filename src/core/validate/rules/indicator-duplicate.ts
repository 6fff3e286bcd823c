import type { Indicator } from "../../model";
import { isSameAddress, toA1 } from "../../sheet/address";
import { squash } from "../../text";
import { defineRule } from "../rule";

/** 同じ表に同じ指標名. A name in a merged cell over several lines is one name. */
export const indicatorDuplicate = defineRule({
  id: "indicator-duplicate",
  severity: "warning",
  *check({ indicators }) {
    const firstOf = new Map<string, Map<string, Indicator>>();
    for (const indicator of indicators) {
      const first = firstOf.get(indicator.tableId) ?? new Map<string, Indicator>();
      firstOf.set(indicator.tableId, first);
      const name = squash(indicator.name);
      const earlier = first.get(name);
      if (earlier === undefined) {
        first.set(name, indicator);
        continue;
      }
      if (isSameAddress(earlier.at, indicator.at)) continue;
      yield {
        at: indicator.at,
        params: { indicator: indicator.name, first: toA1(earlier.at) },
        subject: indicator.key,
      };
    }
  },
});
