import type { WorkItem } from "../../model";
import { isSameAddress, toA1, type CellAddress } from "../../sheet/address";
import { squash, tidyLabel } from "../../text";
import { listOf } from "../item-scope";
import { defineRule } from "../rule";

/**
 * 同じ No. が二度ある. Within one list, or within one area where every area counts from the same number again. A No. in a
 * merged cell over several items is one No.
 */
export const workItemNoDuplicate = defineRule({
  id: "work-item-no-duplicate",
  severity: "warning",
  *check({ workItems }, context) {
    for (const list of groupBy(workItems, (item) => listOf(item, context))) {
      for (const counted of isCountedByArea(list) ? groupBy(list, areaOf) : [list]) yield* repeatedIn(counted);
    }
  },
});

function* repeatedIn(items: readonly WorkItem[]) {
  const first = new Map<string, { readonly title: string; readonly at: CellAddress }>();
  for (const { no, noAt, title, key } of items) {
    if (no === null || noAt === null) continue;
    const earlier = first.get(squash(no));
    if (earlier === undefined) {
      first.set(squash(no), { title, at: noAt });
      continue;
    }
    if (isSameAddress(earlier.at, noAt)) continue;
    yield {
      at: noAt,
      params: { no: tidyLabel(no), title, otherTitle: earlier.title, first: toA1(earlier.at) },
      subject: key,
    };
  }
}

function isCountedByArea(items: readonly WorkItem[]): boolean {
  const areas = groupBy(
    items.filter(({ no }) => no !== null),
    areaOf,
  );
  const starts = new Set(areas.map(([first]) => squash(first?.no ?? "")));
  return areas.length > 1 && starts.size === 1;
}

function areaOf({ reformArea, policy, headings }: WorkItem): string {
  return [reformArea, policy, ...headings].join("\u0000");
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return [...groups.values()];
}
