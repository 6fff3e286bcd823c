import type { Region } from "../../../../src/core/sheet/region";
import type { Axis } from "./axis";
import type { Box } from "./paint-text";
import type { SheetLayout } from "./sheet-layout";

export const COLUMN_HEADER_HEIGHT = 22;

/** A part of the view with a scroll position of its own: four of them where panes are frozen. */
export interface Quadrant {
  /** Where it lies in the view. */
  readonly box: Box;
  /** Cells that are at least partly to be seen in it. */
  readonly range: Region;
  /** Added to a place on the sheet gives the place in the view. */
  readonly shiftX: number;
  readonly shiftY: number;
}

/** Which cells are to be seen, and where. All places in CSS pixels from the top left of the view. */
export class Viewport {
  readonly headerWidth: number;
  readonly headerHeight = COLUMN_HEADER_HEIGHT;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  private readonly frozenWidth: number;
  private readonly frozenHeight: number;

  constructor(
    readonly layout: SheetLayout,
    readonly width: number,
    readonly height: number,
    readonly scrollLeft: number,
    readonly scrollTop: number,
  ) {
    const { frozen } = layout.sheet;
    this.frozenRows = frozen?.rows ?? 0;
    this.frozenColumns = frozen?.columns ?? 0;
    this.frozenWidth = layout.columns.start(this.frozenColumns);
    this.frozenHeight = layout.rows.start(this.frozenRows);
    const lastRow = layout.rows.at(this.frozenHeight + scrollTop + height) + 1;
    this.headerWidth = Math.max(3, String(lastRow).length) * 8 + 14;
  }

  /** Where the frozen panes end. */
  get innerLeft(): number {
    return this.headerWidth + this.frozenWidth;
  }

  get innerTop(): number {
    return this.headerHeight + this.frozenHeight;
  }

  private span(axis: Axis, isFrozen: boolean, frozenCount: number, from: number, pixels: number): readonly [first: number, last: number] | undefined {
    if (isFrozen) return frozenCount === 0 ? undefined : [0, frozenCount - 1];
    return pixels <= 0 ? undefined : [axis.at(from), axis.at(from + pixels - 1)];
  }

  /** The frozen ones last, so that they lie above. */
  quadrants(): Quadrant[] {
    const { layout, headerWidth, headerHeight, scrollLeft, scrollTop } = this;
    const quadrants: Quadrant[] = [];
    for (const frozenY of [false, true]) {
      for (const frozenX of [false, true]) {
        const x = frozenX ? headerWidth : this.innerLeft;
        const y = frozenY ? headerHeight : this.innerTop;
        const width = frozenX ? Math.min(this.frozenWidth, this.width - x) : this.width - x;
        const height = frozenY ? Math.min(this.frozenHeight, this.height - y) : this.height - y;
        const columns = this.span(layout.columns, frozenX, this.frozenColumns, this.frozenWidth + scrollLeft, width);
        const rows = this.span(layout.rows, frozenY, this.frozenRows, this.frozenHeight + scrollTop, height);
        if (columns === undefined || rows === undefined || width <= 0 || height <= 0) continue;
        quadrants.push({
          box: { x, y, width, height },
          range: { top: rows[0], bottom: rows[1], left: columns[0], right: columns[1] },
          shiftX: headerWidth - (frozenX ? 0 : scrollLeft),
          shiftY: headerHeight - (frozenY ? 0 : scrollTop),
        });
      }
    }
    return quadrants;
  }

  /** Cells that the scrolled part shows. */
  get scrolledRange(): Region {
    return this.quadrants()[0]?.range ?? { top: this.frozenRows, bottom: this.frozenRows, left: this.frozenColumns, right: this.frozenColumns };
  }

  columnAt(x: number): number {
    const { layout, headerWidth } = this;
    return layout.columns.at(Math.max(0, x < this.innerLeft ? x - headerWidth : x - headerWidth + this.scrollLeft));
  }

  rowAt(y: number): number {
    const { layout, headerHeight } = this;
    return layout.rows.at(Math.max(0, y < this.innerTop ? y - headerHeight : y - headerHeight + this.scrollTop));
  }

  xOf(column: number): number {
    return this.headerWidth + this.layout.columns.start(column) - (column < this.frozenColumns ? 0 : this.scrollLeft);
  }

  yOf(row: number): number {
    return this.headerHeight + this.layout.rows.start(row) - (row < this.frozenRows ? 0 : this.scrollTop);
  }

  /** Where an area lies in the view, as far as its top left goes. */
  boxOf(region: Region): Box {
    const { width, height } = this.layout.box(region);
    return { x: this.xOf(region.left), y: this.yOf(region.top), width, height };
  }

  /** The scroll position that brings an area into sight, with as little movement as will do. */
  scrollTo({ top, left, bottom, right }: Region): { readonly left: number; readonly top: number } {
    const { layout } = this;
    const move = (axis: Axis, frozen: number, first: number, last: number, scroll: number, room: number, frozenSize: number): number => {
      if (first < frozen) return scroll;
      const start = axis.start(first) - frozenSize;
      const end = axis.end(last) - frozenSize;
      if (start < scroll || end - start > room) return start;
      return end > scroll + room ? end - room : scroll;
    };
    return {
      left: move(layout.columns, this.frozenColumns, left, right, this.scrollLeft, this.width - this.innerLeft, this.frozenWidth),
      top: move(layout.rows, this.frozenRows, top, bottom, this.scrollTop, this.height - this.innerTop, this.frozenHeight),
    };
  }
}
