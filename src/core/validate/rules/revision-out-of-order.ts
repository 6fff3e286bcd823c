import type { Revision } from "../../model";
import { parseScaledAmount, squash, tidyLabel } from "../../text";
import { defineRule } from "../rule";

interface Step {
  readonly earlier: Revision;
  readonly later: Revision;
  readonly cause: "edition" | "date";
}

/**
 * 改訂履歴が順でない. A table may run either way, oldest first or newest first: the way with fewer breaks is taken to be the
 * one that was meant. The row that comes too early is the one before the break.
 */
export const revisionOutOfOrder = defineRule({
  id: "revision-out-of-order",
  severity: "warning",
  *check({ revisions, tables }) {
    if (revisions.length === 0) return;
    for (const { id } of tables) {
      const own = revisions.filter(({ tableId }) => tableId === id);
      const ascending = breaksOf(own, 1);
      const descending = breaksOf(own, -1);
      for (const { earlier, later, cause } of descending.length < ascending.length ? descending : ascending) {
        yield {
          at: earlier.at,
          params: { edition: tidyLabel(earlier.edition), next: tidyLabel(later.edition), cause },
          subject: squash(earlier.edition),
        };
      }
    }
  },
});

function breaksOf(revisions: readonly Revision[], way: 1 | -1): readonly Step[] {
  const steps: Step[] = [];
  revisions.forEach((later, index) => {
    const earlier = revisions[index - 1];
    if (earlier === undefined) return;
    if (isBackward(earlier.edition, later.edition, way)) steps.push({ earlier, later, cause: "edition" });
    else if (way * compareDays(earlier.issuedOn, later.issuedOn) > 0) steps.push({ earlier, later, cause: "date" });
  });
  return steps;
}

function compareDays(a: string | null, b: string | null): number {
  if (a === null || b === null || a === b) return 0;
  return a < b ? -1 : 1;
}

/**
 * 第1.4版 → 第1.41版 → 第1.5版 counts in decimals, 第1.9版 → 第1.10版 in parts. A step is wrong only if it is wrong in both.
 */
function isBackward(earlier: string, later: string, way: 1 | -1): boolean {
  const from = parseEdition(earlier);
  const to = parseEdition(later);
  if (from === undefined || to === undefined) return false;
  const byParts = way * compareParts(from, to) > 0;
  const hasDecimals = from.length <= 2 && to.length <= 2;
  return byParts && (!hasDecimals || way * (toDecimal(from) - toDecimal(to)) > 0);
}

/** The numbers of an edition, still as written: 第1.41版 is ["1", "41"]. 初版 is the first. */
function parseEdition(text: string): readonly string[] | undefined {
  const squashed = squash(text);
  if (squashed.startsWith("初版")) return ["1"];
  const kanji = /第([一二三四五六七八九十]+)[版回次]/u.exec(squashed)?.[1];
  const number = kanji === undefined ? undefined : parseScaledAmount(kanji);
  if (number !== undefined) return [String(number)];
  return /\d+(?:\.\d+)*/u.exec(squashed)?.[0].split(".");
}

function compareParts(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = Number(a[index] ?? 0) - Number(b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function toDecimal(parts: readonly string[]): number {
  return Number(parts.join("."));
}
