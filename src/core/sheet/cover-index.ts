import type { Region } from "./region";
import { spanAt, type Span } from "./span";

const NO_SPANS: readonly Span[] = [];

/** Whether a place lies in any of many areas, which may overlap; told without a look at each of them. */
export class CoverIndex {
  private readonly areas: Map<number, Region[]> = new Map();
  /** What the areas of a row cover, in order and apart, from the first time on that the row is asked for. */
  private readonly spans = new Map<number, readonly Span[]>();

  /** @param last the last row that will be asked for. */
  constructor(regions: readonly Region[], last: number) {
    for (const region of regions) {
      for (let row = region.top; row <= Math.min(region.bottom, last); row++) {
        const list = this.areas.get(row);
        if (list === undefined) this.areas.set(row, [region]);
        else list.push(region);
      }
    }
  }

  covers(row: number, column: number): boolean {
    return spanAt(this.spansOf(row), column) !== undefined;
  }

  private spansOf(row: number): readonly Span[] {
    const areas = this.areas.get(row);
    if (areas === undefined) return NO_SPANS;
    const known = this.spans.get(row);
    if (known !== undefined) return known;
    const spans: { left: number; right: number }[] = [];
    for (const { left, right } of [...areas].sort((a, b) => a.left - b.left)) {
      const last = spans.at(-1);
      if (last !== undefined && left <= last.right + 1) last.right = Math.max(last.right, right);
      else spans.push({ left, right });
    }
    this.spans.set(row, spans);
    return spans;
  }
}
