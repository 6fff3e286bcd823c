/** The one of a row's cells, which stand in order, that is in a column. */
export function findColumn<Cell extends { readonly column: number }>(cells: readonly Cell[], column: number): Cell | undefined {
  const first = cells[0];
  if (first === undefined || column < first.column) return undefined;
  // Most rows are filled without a gap, up to the place at least.
  const guessed = cells[column - first.column];
  if (guessed?.column === column) return guessed;
  let low = 0;
  let high = cells.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cell = cells[middle];
    if (cell === undefined || cell.column === column) return cell;
    if (cell.column < column) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
