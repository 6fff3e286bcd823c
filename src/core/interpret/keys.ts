import { squash } from "../text";

/**
 * Keys that accepted findings, 所見 and comparisons hold on to: what a thing is called and under which headings, with a
 * number only where that is not enough. No place in them, so that sorting and inserted rows change nothing.
 */
export class KeyMaker {
  private readonly seen = new Map<string, number>();

  make(...parts: readonly (string | null)[]): string {
    let base = "";
    let joint = "";
    for (const part of parts) {
      base += part === null ? joint : joint + squash(part);
      joint = "\u241f";
    }
    const count = (this.seen.get(base) ?? 0) + 1;
    this.seen.set(base, count);
    return count === 1 ? base : `${base}\u241f#${String(count)}`;
  }
}
