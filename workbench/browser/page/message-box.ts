import { button, make } from "./dom";

/** A message in a box of its own, as Excel says that something can't be done. The focus returns to where it was. */
export class MessageBox {
  readonly element = make("dialog", { class: "message", "aria-labelledby": "message-text" });
  private readonly text = make("p", { id: "message-text" });
  private before: Element | null = null;

  constructor() {
    const close = button("OK", () => { this.element.close(); }, { class: "primary", autofocus: true });
    this.element.append(this.text, make("div", { class: "buttons" }, close));
    this.element.addEventListener("close", () => {
      if (this.before instanceof HTMLElement) this.before.focus({ preventScroll: true });
    });
  }

  readonly say = (message: string): void => {
    this.text.textContent = message;
    if (this.element.open) return;
    this.before = document.activeElement;
    this.element.showModal();
  };
}
