import type { SheetBuilder } from "./sheet-builder";

/** Items by label, in the order in which the labels first appear. */
export function groupBy<T>(items: readonly T[], labelOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const label = labelOf(item);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [item]);
    else group.push(item);
  }
  return groups;
}

/** A line over the whole width that names the group below it. Its text runs over the empty cells to the right. */
export function groupLine(builder: SheetBuilder, text: string): void {
  // Never the last line of a page: the group's first row, two lines high at least, must come with it.
  builder.keep(20 + 36);
  builder.banner(text, "group", "group", 20);
}
