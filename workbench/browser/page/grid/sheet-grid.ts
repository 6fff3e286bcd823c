import { LAST_COLUMN, LAST_ROW, toA1 } from "../../../../src/core/sheet/address";
import type { Region } from "../../../../src/core/sheet/region";
import type { SheetModel } from "../../../host/model/workbook";
import type { Book } from "../book";
import { Listeners } from "../listeners";
import { AccessibleGrid } from "./accessible-grid";
import type { CellEditor } from "./cell-editor";
import { ChartLayer } from "./chart-layer";
import { EntryBox } from "./entry-box";
import { Ruler } from "./fonts";
import { paintCells } from "./paint-cells";
import { clipped, paintHeaders, paintSelection } from "./paint-frame";
import { GridSelection } from "./selection";
import { SheetLayout } from "./sheet-layout";
import { Viewport } from "./viewport";

/** Beyond what is filled there is always some more to scroll to, as on a real sheet. */
const SPARE_ROWS = 60;
const SPARE_COLUMNS = 12;

/** The sheet in front: drawn on a canvas, scrolled by the browser, with a box for entries that always has the focus. */
export class SheetGrid {
  readonly element = document.createElement("div");
  readonly box: EntryBox;
  readonly moved = new Listeners();
  /** 切り取り・コピーの枠 */
  copied: { readonly sheet: SheetModel; readonly region: Region; readonly isCut: boolean; readonly text: string } | undefined;
  private readonly canvas = document.createElement("canvas");
  private readonly scroller = document.createElement("div");
  private readonly sizer = document.createElement("div");
  private readonly accessible = new AccessibleGrid("sheet-grid");
  private readonly charts: ChartLayer;
  private readonly ruler = new Ruler();
  private readonly selections = new WeakMap<SheetModel, GridSelection>();
  private layouts = new WeakMap<SheetModel, SheetLayout>();
  private shownBook: Book | undefined;
  private shownSheet: SheetModel | undefined;
  private shownSelection = "";
  private isPaintDue = false;

  constructor(readonly editor: CellEditor) {
    this.element.className = "grid";
    this.canvas.setAttribute("aria-hidden", "true");
    this.scroller.className = "scroller";
    this.scroller.tabIndex = -1;
    this.sizer.className = "sizer";
    this.charts = new ChartLayer(this.ruler);
    this.box = new EntryBox(this, this.accessible);
    this.scroller.append(this.sizer);
    this.element.append(this.canvas, this.charts.element, this.scroller, this.box.element, this.accessible.element);
    this.scroller.addEventListener("scroll", () => {
      this.keepScroll();
      this.paintSoon();
    });
    new ResizeObserver(() => { this.paintSoon(); }).observe(this.element);
    editor.changed.add(() => { this.paintSoon(); });
    // Fonts of the page may come later than its first picture.
    void document.fonts.ready.then(() => { this.refresh(); });
  }

  get book(): Book {
    if (this.shownBook === undefined) throw new Error("no workbook is shown");
    return this.shownBook;
  }

  get sheet(): SheetModel {
    return this.book.sheet;
  }

  get scrollArea(): HTMLElement {
    return this.scroller;
  }

  get layout(): SheetLayout {
    const { sheet } = this;
    let layout = this.layouts.get(sheet);
    if (layout === undefined) this.layouts.set(sheet, (layout = new SheetLayout(sheet, this.ruler)));
    return layout;
  }

  get selection(): GridSelection {
    const { sheet, book } = this;
    let selection = this.selections.get(sheet);
    if (selection === undefined) this.selections.set(sheet, (selection = new GridSelection(book, () => this.layout)));
    return selection;
  }

  get view(): Viewport {
    return new Viewport(this.layout, this.scroller.clientWidth, this.scroller.clientHeight, this.scroller.scrollLeft, this.scroller.scrollTop);
  }

  /** Something in the workbook, or the workbook itself, is another. */
  show(book: Book): void {
    this.shownBook = book;
    this.refresh();
  }

  private refresh(): void {
    if (this.shownBook === undefined) return;
    this.layouts = new WeakMap();
    const { sheet } = this;
    const chosen = JSON.stringify(this.selection.regions);
    if (sheet !== this.shownSheet) {
      this.shownSheet = sheet;
      this.resize();
      const { left, top } = this.book.scrolls.get(sheet) ?? { left: 0, top: 0 };
      this.scroller.scrollTo(left, top);
      this.shownSelection = "";
    }
    if (chosen !== this.shownSelection) {
      this.shownSelection = chosen;
      this.reveal();
    }
    this.paintSoon();
    this.moved.tell();
  }

  private keepScroll(): void {
    if (this.shownSheet === this.sheet) this.book.scrolls.set(this.sheet, { left: this.scroller.scrollLeft, top: this.scroller.scrollTop });
  }

  /** Brings the moving end of what is chosen into sight. */
  private reveal(): void {
    const { row, column } = this.selection.moving;
    const { region } = this.selection;
    const isLines = region.left === 0 && region.right === LAST_COLUMN;
    const isColumns = region.top === 0 && region.bottom === LAST_ROW;
    if (isLines && isColumns) return;
    const area = this.layout.areaAt(row, column);
    this.resize(area);
    const { left, top } = this.view.scrollTo(area);
    this.scroller.scrollTo(isLines ? this.scroller.scrollLeft : left, isColumns ? this.scroller.scrollTop : top);
  }

  /** As long as what is filled and some more, or as far as where the person is. */
  private resize(area?: Region): void {
    const { layout, sheet } = this;
    const { bottom, right } = sheet.reach;
    const at = this.view.scrolledRange;
    const row = Math.min(LAST_ROW, Math.max(bottom, at.bottom, area?.bottom ?? 0) + SPARE_ROWS);
    const column = Math.min(LAST_COLUMN, Math.max(right, at.right, area?.right ?? 0) + SPARE_COLUMNS);
    const { headerWidth, headerHeight } = this.view;
    this.sizer.style.width = `${String(layout.columns.end(column) + headerWidth)}px`;
    this.sizer.style.height = `${String(layout.rows.end(row) + headerHeight)}px`;
  }

  paintSoon(): void {
    if (this.isPaintDue) return;
    this.isPaintDue = true;
    requestAnimationFrame(() => {
      this.isPaintDue = false;
      if (this.shownBook !== undefined) this.paint();
    });
  }

  private paint(): void {
    const { view, canvas } = this;
    const scale = window.devicePixelRatio;
    const width = Math.max(1, view.width);
    const height = Math.max(1, view.height);
    if (canvas.width !== Math.round(width * scale) || canvas.height !== Math.round(height * scale)) {
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.style.width = `${String(width)}px`;
      canvas.style.height = `${String(height)}px`;
    }
    const context = canvas.getContext("2d", { alpha: false });
    if (context === null) return;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    const { selection } = this;
    const chosen = { regions: selection.regions, active: selection.activeArea };
    const copied = this.copied?.sheet === this.sheet ? this.copied.region : undefined;
    for (const { box, range, shiftX, shiftY } of view.quadrants()) {
      clipped(context, box, () => {
        context.fillStyle = "#ffffff";
        context.fillRect(box.x, box.y, box.width, box.height);
        context.translate(shiftX, shiftY);
        paintCells(context, view.layout, range, this.ruler);
        paintSelection(context, view, chosen, copied);
      });
    }
    paintHeaders(context, view, chosen);
    this.charts.show(view);
    this.box.place(view);
    this.accessible.update(view, selection);
    this.element.dataset["active"] = toA1(selection.active);
  }
}
