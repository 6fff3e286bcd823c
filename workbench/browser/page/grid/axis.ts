/** Rows or columns along one direction: where each begins, in CSS pixels. Sparse: most have the usual size. */
export class Axis {
  private readonly indexes: number[];
  /** Pixels by which everything behind the n-th exception is displaced. */
  private readonly shifts: number[];

  constructor(
    readonly count: number,
    private readonly usual: number,
    private readonly sizes: ReadonlyMap<number, number>,
  ) {
    this.indexes = [...sizes.keys()].sort((a, b) => a - b);
    let shift = 0;
    this.shifts = this.indexes.map((index) => (shift += (sizes.get(index) ?? usual) - usual));
  }

  size(index: number): number {
    return this.sizes.get(index) ?? this.usual;
  }

  /** Where an index begins; `count` gives the whole length. */
  start(index: number): number {
    const before = this.exceptionsBefore(index);
    return index * this.usual + (before === 0 ? 0 : (this.shifts[before - 1] ?? 0));
  }

  end(index: number): number {
    return this.start(index) + this.size(index);
  }

  private exceptionsBefore(index: number): number {
    let low = 0;
    let high = this.indexes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.indexes[middle] ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index that a pixel lies in, within the axis. Hidden ones have no pixels. */
  at(pixel: number): number {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.start(middle) <= pixel) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** The next index that is to be seen, going one way; the same where there is none. */
  step(index: number, by: 1 | -1): number {
    for (let next = index + by; next >= 0 && next < this.count; next += by) if (this.size(next) > 0) return next;
    return index;
  }

  /** The nearest that is to be seen. */
  visible(index: number): number {
    if (this.size(index) > 0) return index;
    const next = this.step(index, 1);
    return next === index ? this.step(index, -1) : next;
  }
}
