import { LAST_COLUMN, LAST_ROW } from "../../../../src/core/sheet/address";
import type { Region } from "../../../../src/core/sheet/region";
import type { CellStyle } from "../../../host/model/style";
import type { SheetModel } from "../../../host/model/workbook";
import { Axis } from "./axis";
import { CellLooks } from "./cell-look";
import { fontOf, lineHeightOf, toPixels, type Ruler } from "./fonts";
import { wrapText } from "./wrap";

/** Beside the text, inside a cell. */
export const CELL_PADDING = 3;
/** Rows of unknown height are measured up to here; the rest have the usual height. */
const MOST_MEASURED_ROWS = 20_000;

/** A sheet as it is laid out now: axes, merged areas by cell, looks. Made anew after each change. */
export class SheetLayout {
  readonly rows: Axis;
  readonly columns: Axis;
  readonly looks: CellLooks;
  private readonly merges = new Map<number, Region>();

  constructor(
    readonly sheet: SheetModel,
    private readonly ruler: Ruler,
  ) {
    this.looks = new CellLooks(sheet);
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= merge.bottom; row++) {
        for (let column = merge.left; column <= merge.right; column++) this.merges.set(key(row, column), merge);
      }
    }
    const widths = new Map<number, number>();
    for (const [index, { width, hidden }] of sheet.columnModels) {
      if (hidden === true) widths.set(index, 0);
      else if (width !== undefined) widths.set(index, toPixels(width));
    }
    this.columns = new Axis(LAST_COLUMN + 1, toPixels(sheet.standardWidth), widths);
    this.rows = new Axis(LAST_ROW + 1, toPixels(sheet.standardHeight), this.heights());
  }

  mergeAt(row: number, column: number): Region | undefined {
    return this.merges.get(key(row, column));
  }

  /** The cell, or the merged area that it belongs to. */
  areaAt(row: number, column: number): Region {
    return this.mergeAt(row, column) ?? { top: row, bottom: row, left: column, right: column };
  }

  box(region: Region): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    const x = this.columns.start(region.left);
    const y = this.rows.start(region.top);
    return { x, y, width: this.columns.end(region.right) - x, height: this.rows.end(region.bottom) - y };
  }

  private heights(): Map<number, number> {
    const { sheet } = this;
    const heights = new Map<number, number>();
    for (const [index, { height, hidden }] of sheet.rowModels) {
      if (hidden === true) heights.set(index, 0);
      else if (height !== undefined) heights.set(index, toPixels(height));
    }
    const usual = toPixels(sheet.standardHeight);
    let measured = 0;
    for (const [row, cells] of sheet.rows) {
      if (heights.has(row) || measured++ > MOST_MEASURED_ROWS) continue;
      let height = usual;
      for (const [column, { content, style }] of cells) {
        if (content === null || this.merges.has(key(row, column))) continue;
        height = Math.max(height, this.neededHeight(content, column, style));
      }
      if (height > usual) heights.set(row, height);
    }
    return heights;
  }

  /** Excel makes a row that nobody has sized as high as what is in it. */
  private neededHeight(content: unknown, column: number, style: CellStyle): number {
    const line = lineHeightOf(style.font);
    if (!style.wrapText || typeof content !== "string") return line + 2;
    const font = fontOf(style.font);
    const width = this.columns.size(column) - 2 * CELL_PADDING;
    if (width <= 0) return line + 2;
    return wrapText(content, width, (text) => this.ruler.width(text, font)).length * line + 4;
  }
}

function key(row: number, column: number): number {
  return row * 16_384 + column;
}
