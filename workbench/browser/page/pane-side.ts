import { button, make } from "./dom";
import type { Workbench } from "./workbench";

/** Of the whole pane, as Excel opens it; narrower and wider as people drag it. */
const WIDTHS = [320, 350, 450];
const NARROWEST = 280;
const WIDEST = 900;

/** 作業ウィンドウ: the add-in's page beside the sheet, with Excel's own heading above it. */
export class PaneSide {
  readonly element: HTMLElement;
  private readonly heading = make("div", { class: "heading" });
  private readonly frames = make("div", { class: "frames" });
  private readonly edge = make("div", { class: "edge", role: "separator", "aria-orientation": "vertical", "aria-label": "作業ウィンドウの幅", tabindex: "0" });
  private readonly widths: readonly HTMLButtonElement[];
  private width = 350;

  constructor(
    private readonly workbench: Workbench,
    whenClosed: () => void,
  ) {
    this.widths = WIDTHS.map((width) => button(String(width), () => { this.setWidth(width); }, { title: `幅を ${String(width)} ピクセルにする`, "aria-pressed": "false" }));
    const close = button("×", () => {
      workbench.book.closePane();
      whenClosed();
    }, { class: "close", "aria-label": "作業ウィンドウを閉じる", title: "閉じる" });
    this.heading.append(make("span", { class: "name" }, workbench.ribbon.name), make("span", { class: "widths", role: "group", "aria-label": "作業ウィンドウの幅" }, ...this.widths), close);
    this.element = make("aside", { class: "pane-side", "aria-label": "作業ウィンドウ" }, this.edge, this.heading, this.frames);
    this.setWidth(350);
    this.listen();
    workbench.changed.add(() => { this.show(); });
  }

  setWidth(pixels: number): void {
    this.width = Math.round(Math.min(WIDEST, Math.max(NARROWEST, pixels)));
    this.element.style.width = `${String(this.width)}px`;
    this.edge.setAttribute("aria-valuenow", String(this.width));
    this.edge.setAttribute("aria-valuemin", String(NARROWEST));
    this.edge.setAttribute("aria-valuemax", String(WIDEST));
    WIDTHS.forEach((width, index) => this.widths[index]?.setAttribute("aria-pressed", String(width === this.width)));
  }

  focus(): void {
    this.workbench.book.pane?.element.focus();
  }

  private show(): void {
    const { workbench } = this;
    // A frame that is taken out of the page loses its page: those of other workbooks stay, out of sight.
    for (const book of workbench.books) {
      const frame = book.pane?.element;
      if (frame === undefined) continue;
      if (frame.parentElement !== this.frames) this.frames.append(frame);
      frame.hidden = book !== workbench.book;
    }
    this.element.hidden = workbench.book.pane === undefined;
  }

  private listen(): void {
    const { edge } = this;
    edge.addEventListener("keydown", (event) => {
      const by = event.key === "ArrowLeft" ? 10 : event.key === "ArrowRight" ? -10 : 0;
      if (by === 0) return;
      event.preventDefault();
      this.setWidth(this.width + by);
    });
    edge.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      edge.setPointerCapture(event.pointerId);
      const right = this.element.getBoundingClientRect().right;
      // Over a frame the page would hear nothing of the pointer.
      this.frames.style.pointerEvents = "none";
      const move = ({ clientX }: PointerEvent): void => { this.setWidth(right - clientX); };
      edge.addEventListener("pointermove", move);
      edge.addEventListener("lostpointercapture", () => {
        edge.removeEventListener("pointermove", move);
        this.frames.style.pointerEvents = "";
      }, { once: true });
    });
  }
}
