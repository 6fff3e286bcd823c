import type { Region } from "./region";
import { spanAt } from "./span";

/** Up to so many areas of a row are looked at one by one. */
const FEW = 8;

/** 結合セル, found by any place in them. */
export class MergeIndex {
  /** Areas by each row that they touch. */
  private readonly byRow = new Map<number, Region[]>();
  /** The row asked last and its areas: a table is read line by line, several cells of each. */
  private lastRow = -1;
  private lastAreas: readonly Region[] | undefined;
  /** Rows of many areas, which stand in order of column there. */
  private readonly sorted = new Set<number>();

  /** @param last the last row in which the area is to be found. */
  add(merge: Region, last: number): void {
    this.lastRow = -1;
    this.lastAreas = undefined;
    for (let row = merge.top; row <= Math.min(merge.bottom, last); row++) {
      const list = this.byRow.get(row);
      if (list === undefined) this.byRow.set(row, [merge]);
      else list.push(merge);
      this.sorted.delete(row);
    }
  }

  /** The area that covers a place. */
  at(row: number, column: number): Region | undefined {
    if (row !== this.lastRow) {
      this.lastRow = row;
      this.lastAreas = this.areasOf(row);
    }
    const areas = this.lastAreas;
    if (areas === undefined) return undefined;
    if (areas.length > FEW) return spanAt(areas, column);
    for (const merge of areas) if (column >= merge.left && column <= merge.right) return merge;
    return undefined;
  }

  private areasOf(row: number): readonly Region[] | undefined {
    const areas = this.byRow.get(row);
    if (areas !== undefined && areas.length > FEW && !this.sorted.has(row)) {
      areas.sort((a, b) => a.left - b.left);
      this.sorted.add(row);
    }
    return areas;
  }
}
