import type { Region } from "./region";

const NONE: readonly Region[] = [];

/** Regions asked row by row: which of them a row crosses. Three hundred tables on a sheet cost no more to ask than one. */
export class RegionRows {
  /** Rows at which the set of crossing regions changes, ascending, and the set from there on. */
  private readonly starts: readonly number[];
  private readonly sets: readonly (readonly Region[])[];

  constructor(regions: readonly Region[]) {
    this.starts = [...new Set(regions.flatMap(({ top, bottom }) => [top, bottom + 1]))].sort((a, b) => a - b);
    this.sets = this.starts.map((row) => regions.filter(({ top, bottom }) => top <= row && row <= bottom));
  }

  /** The regions that a row crosses, in the order given. */
  crossing(row: number): readonly Region[] {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? Infinity) <= row) low = middle + 1;
      else high = middle;
    }
    return this.sets[low - 1] ?? NONE;
  }
}
