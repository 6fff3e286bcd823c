import type { SheetBuilder } from "./sheet-builder";
import { texts } from "./texts.ja";
import { GROUP_KEY } from "./typed-cells";

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

const GROUP_HEIGHT = 20;

/**
 * A line over the whole width that names the group below it. Its text runs over the empty cells to the right. It is never
 * the last line of a page: `follows` is how many points of the group must come with it. A page that the group goes on to
 * begins with its name again. `name` is what stays of it when the plan changes, so that what people write into the line
 * finds it again: its text counts the items.
 */
export function groupLine(builder: SheetBuilder, name: string, text: string, follows = 36): void {
  builder.continueWith(null);
  builder.keep(GROUP_HEIGHT + follows);
  builder.banner(text, "group", "group", GROUP_HEIGHT, `${GROUP_KEY}${name}`);
  builder.continueWith(() => {
    builder.banner(texts.continued(text), "group", "group", GROUP_HEIGHT);
  });
}
