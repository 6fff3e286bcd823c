/** A run of columns, both ends in it. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/** Of runs in order and apart, the one that holds a column. */
export function spanAt<Run extends Span>(runs: readonly Run[], column: number): Run | undefined {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (run === undefined) return undefined;
    if (column < run.left) high = middle - 1;
    else if (column > run.right) low = middle + 1;
    else return run;
  }
  return undefined;
}
