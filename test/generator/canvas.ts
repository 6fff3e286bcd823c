import type { Region } from "../../src/core/sheet/region";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import { sheetFrom, type CellDraft } from "../helpers/grid";

/** A sheet while it is drawn on. */
export class Canvas {
  private readonly rows: CellDraft[][] = [];
  private readonly merges: Region[] = [];

  put(row: number, column: number, draft: CellDraft): void {
    while (this.rows.length <= row) this.rows.push([]);
    const line = this.rows[row]!;
    while (line.length <= column) line.push(null);
    line[column] = draft;
  }

  /** Merges an area; one cell is no area. */
  merge(region: Region): void {
    if (region.top < region.bottom || region.left < region.right) this.merges.push(region);
  }

  toSheet(name: string): SheetSnapshot {
    return sheetFrom(this.rows, { name, merges: this.merges });
  }
}

/** The nth of a list, counted round: a choice that shrinks towards the first. */
export function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length]!;
}
