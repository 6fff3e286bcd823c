import { toRangeA1, type Region } from "../sheet/region";

/** Cells of one kind as few rectangles: runs of a row, joined with the same run of the row above. */
export class Rectangles {
  private readonly done: Region[] = [];
  /** Rectangles that reach down to the last row given, by their edges. */
  private open = new Map<string, Region>();
  private next = new Map<string, Region>();
  private row = -1;

  /** Rows come from top to bottom, and the runs of a row from left to right. */
  add(row: number, left: number, right: number): void {
    if (row !== this.row) this.turn(row);
    const edges = `${String(left)}:${String(right)}`;
    const above = this.open.get(edges);
    this.open.delete(edges);
    this.next.set(edges, above === undefined ? { top: row, left, bottom: row, right } : { ...above, bottom: row });
  }

  get regions(): readonly Region[] {
    return [...this.done, ...this.open.values(), ...this.next.values()].sort((a, b) => a.top - b.top || a.left - b.left);
  }

  private turn(row: number): void {
    this.done.push(...this.open.values());
    if (row === this.row + 1) this.open = this.next;
    else {
      this.done.push(...this.next.values());
      this.open = new Map();
    }
    this.next = new Map();
    this.row = row;
  }
}

/** Longer addresses are cut off by Excel without a word. */
const MOST_CHARACTERS = 8_192;
/** Excel joins areas one by one; a thousand at a time it does without delay. */
const MOST_AREAS = 1_000;

/** Regions as addresses, "A1:B2,D4", each as long as Excel takes. */
export function toAddresses(regions: readonly Region[]): readonly string[] {
  const addresses: string[] = [];
  let parts: string[] = [];
  let length = 0;
  for (const region of regions) {
    const part = toRangeA1(region);
    if (parts.length === MOST_AREAS || (parts.length > 0 && length + part.length + 1 > MOST_CHARACTERS)) {
      addresses.push(parts.join(","));
      parts = [];
      length = 0;
    }
    parts.push(part);
    length += part.length + 1;
  }
  return parts.length === 0 ? addresses : [...addresses, parts.join(",")];
}
