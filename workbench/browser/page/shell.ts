import type { Workbench } from "./workbench";

/** The window: ribbon above, sheet on the left, pane on the right. */
export class Shell {
  readonly element = document.createElement("div");
  private readonly paneSide = document.createElement("aside");

  constructor(private readonly workbench: Workbench, _samples: readonly string[]) {
    this.element.append(this.paneSide, workbench.yard);
    this.setPaneWidth(350);
    workbench.changed.add(() => { this.show(); });
  }

  setPaneWidth(pixels: number): void {
    this.paneSide.style.width = `${String(pixels)}px`;
  }

  private show(): void {
    // A frame that is taken out of the page loses its page: those of other workbooks stay, out of sight.
    for (const book of this.workbench.books) {
      const frame = book.pane?.element;
      if (frame === undefined) continue;
      if (frame.parentElement !== this.paneSide) this.paneSide.append(frame);
      frame.hidden = book !== this.workbench.book;
    }
  }
}
