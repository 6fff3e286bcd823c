import { SheetDisplay, type DisplayedCell } from "../../../host/display";
import type { SheetModel } from "../../../host/model/workbook";

/** Cells of one sheet as they are shown, worked out when they are first seen and kept until something changes. */
export class CellLooks {
  private readonly looks = new Map<number, DisplayedCell>();
  private readonly display: SheetDisplay;

  constructor(sheet: SheetModel) {
    this.display = new SheetDisplay(sheet);
  }

  at(row: number, column: number): DisplayedCell {
    const key = row * 16_384 + column;
    let look = this.looks.get(key);
    if (look === undefined) this.looks.set(key, (look = this.display.cell(row, column)));
    return look;
  }
}
