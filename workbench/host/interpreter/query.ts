import type { QueryInfo } from "./protocol";

/** What a query asks for at one object: plain names, and below a name what is asked of that object. */
export interface Selection {
  /** `load()` without names, or `$all`. */
  all: boolean;
  readonly children: Map<string, Selection>;
}

export function toSelection(query: QueryInfo | undefined): Selection {
  const root = newSelection();
  const names = [...(query?.Select ?? []), ...(query?.Expand ?? [])];
  if ((query?.Select ?? []).length === 0) root.all = true;
  for (const name of names) {
    let at = root;
    for (const step of name.split("/")) {
      if (step === "*" || step === "$all") {
        at.all = true;
        continue;
      }
      let next = at.children.get(step);
      if (next === undefined) at.children.set(step, (next = newSelection()));
      at = next;
    }
  }
  return root;
}

function newSelection(): Selection {
  return { all: false, children: new Map() };
}
