/** A place in a workbook. Rows and columns count from zero; A1 is made only at the edges, by `toA1`. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** The last row and column that Excel has (XFD1048576), zero-based. */
export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** 0 → A, 25 → Z, 26 → AA. */
export function toColumnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `{ row: 6, column: 2 }` → `C7`. */
export function toA1(at: { readonly row: number; readonly column: number }): string {
  return `${toColumnName(at.column)}${String(at.row + 1)}`;
}

/** `C7` or `$C$7` → `{ row: 6, column: 2 }`; undefined for anything that is not one cell of an Excel sheet. */
export function parseA1(text: string): { readonly row: number; readonly column: number } | undefined {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/u.exec(text);
  const letters = match?.[1];
  const digits = match?.[2];
  if (letters === undefined || digits === undefined) return undefined;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  const row = Number(digits) - 1;
  return row <= LAST_ROW && column - 1 <= LAST_COLUMN ? { row, column: column - 1 } : undefined;
}

export function isSameAddress(a: CellAddress, b: CellAddress): boolean {
  return a.row === b.row && a.column === b.column && a.sheet === b.sheet;
}

/** One string a cell, for maps and sets. */
export function addressKey(at: CellAddress): string {
  return `${at.sheet}\u0000${String(at.row)}\u0000${String(at.column)}`;
}

/** Reading order: sheet as given by `sheetOrder`, then row, then column. */
export function compareAddresses(a: CellAddress, b: CellAddress, sheetOrder: ReadonlyMap<string, number>): number {
  return (sheetOrder.get(a.sheet) ?? 0) - (sheetOrder.get(b.sheet) ?? 0) || a.row - b.row || a.column - b.column;
}
