import { changeTerms } from "../messages/compare.ja";
import type { Change, ChangeKind, ChangeSubject } from "./change";

const CIRCLED_ONE = 0x2460;
const LAST_CIRCLED = 20;
/** More names than this are counted, not listed: the line must fit a cell of the 改訂履歴. */
const NAMES_SHOWN = 3;

function mark(index: number): string {
  return index < LAST_CIRCLED ? String.fromCharCode(CIRCLED_ONE + index) : `(${String(index + 1)})`;
}

/** A draft of the 改訂履歴 line in the form 「①…の追記 ②…の変更」. Empty where nothing changed. */
export function draftRevision(changes: readonly Change[]): string {
  const groups = new Map<string, { readonly subject: ChangeSubject; readonly kind: ChangeKind; readonly names: string[] }>();
  for (const { subject, kind, name } of changes) {
    // A new line in the history itself is what this draft is for.
    if (subject === "revision") continue;
    const key = `${subject}|${kind}`;
    const group = groups.get(key) ?? { subject, kind, names: [] };
    groups.set(key, group);
    if (!group.names.includes(name)) group.names.push(name);
  }
  return [...groups.values()].map(({ subject, kind, names }, index) => `${mark(index)}${changeTerms.draft(subject, kind, names.slice(0, NAMES_SHOWN), names.length)}`).join(" ");
}
