import { parseA1, toA1 } from "./address";

/** A rectangle of cells; all four edges are inside it, zero-based. */
export interface Region {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export function contains(region: Region, row: number, column: number): boolean {
  return row >= region.top && row <= region.bottom && column >= region.left && column <= region.right;
}

export function overlaps(a: Region, b: Region): boolean {
  return a.top <= b.bottom && b.top <= a.bottom && a.left <= b.right && b.left <= a.right;
}

/** `B5:H17`; a single cell is `B5`. */
export function toRangeA1(region: Region): string {
  const first = toA1({ row: region.top, column: region.left });
  const last = toA1({ row: region.bottom, column: region.right });
  return first === last ? first : `${first}:${last}`;
}

/** `B5:H17` or `B5` → region; undefined for anything else. */
export function parseRangeA1(text: string): Region | undefined {
  const [first, last, ...more] = text.split(":");
  if (first === undefined || more.length > 0) return undefined;
  const from = parseA1(first);
  const to = parseA1(last ?? first);
  if (from === undefined || to === undefined) return undefined;
  return {
    top: Math.min(from.row, to.row),
    left: Math.min(from.column, to.column),
    bottom: Math.max(from.row, to.row),
    right: Math.max(from.column, to.column),
  };
}
