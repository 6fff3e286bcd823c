import type { Region } from "./region";

/** 結合セル, found by any place in them. */
export class MergeIndex {
  /** Areas by each row that they touch. */
  private readonly byRow = new Map<number, Region[]>();
  /** The row asked last and its areas: a table is read line by line, several cells of each. */
  private lastRow = -1;
  private lastAreas: readonly Region[] | undefined;

  /** @param last the last row in which the area is to be found. */
  add(merge: Region, last: number): void {
    this.lastRow = -1;
    this.lastAreas = undefined;
    for (let row = merge.top; row <= Math.min(merge.bottom, last); row++) {
      const list = this.byRow.get(row);
      if (list === undefined) this.byRow.set(row, [merge]);
      else list.push(merge);
    }
  }

  /** The area that covers a place. */
  at(row: number, column: number): Region | undefined {
    if (row !== this.lastRow) {
      this.lastRow = row;
      this.lastAreas = this.byRow.get(row);
    }
    if (this.lastAreas === undefined) return undefined;
    for (const merge of this.lastAreas) if (column >= merge.left && column <= merge.right) return merge;
    return undefined;
  }
}
