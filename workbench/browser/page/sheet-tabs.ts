import { button, make } from "./dom";
import type { Workbench } from "./workbench";

/** シート見出し: those that are to be seen, with buttons to scroll them. */
export class SheetTabs {
  readonly element = make("div", { class: "sheet-tabs" });
  private readonly list = make("div", { class: "list", role: "tablist", "aria-label": "シート" });
  private shown = "";

  constructor(
    private readonly workbench: Workbench,
    private readonly whenChosen: () => void,
  ) {
    const scroll = (by: number): void => { this.list.scrollBy({ left: by, behavior: "smooth" }); };
    this.element.append(
      button("◀", () => { scroll(-160); }, { class: "scroll", "aria-label": "見出しを左へ送る", title: "見出しを左へ送る", tabindex: "-1" }),
      button("▶", () => { scroll(160); }, { class: "scroll", "aria-label": "見出しを右へ送る", title: "見出しを右へ送る", tabindex: "-1" }),
      this.list,
      button("＋", () => { this.add(); }, { class: "add", "aria-label": "新しいシート", title: "新しいシート" }),
    );
    this.list.addEventListener("keydown", (event) => {
      const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
      if (by === 0) return;
      event.preventDefault();
      this.step(by);
      this.list.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
    });
    workbench.shown.add(() => { this.show(); });
  }

  /** The neighbor that is to be seen. */
  step(by: 1 | -1): void {
    const { book } = this.workbench;
    const visible = book.host.workbook.sheets.filter(({ visibility }) => visibility === "visible");
    const next = visible[visible.indexOf(book.sheet) + by];
    if (next !== undefined) book.user.activate(next.name);
  }

  private add(): void {
    this.workbench.book.user.addSheet();
    this.whenChosen();
  }

  private show(): void {
    const { book } = this.workbench;
    const sheets = book.host.workbook.sheets.filter(({ visibility }) => visibility === "visible");
    const state = JSON.stringify([book.name, sheets.map(({ name, tabColor }) => [name, tabColor]), book.sheet.name]);
    if (state === this.shown) return;
    this.shown = state;
    this.list.replaceChildren(...sheets.map((sheet) => {
      const isFront = sheet === book.sheet;
      const tab = make("button", { type: "button", role: "tab", "aria-selected": String(isFront), tabindex: isFront ? "0" : "-1" }, sheet.name);
      if (sheet.tabColor !== "") tab.style.setProperty("--tab-color", sheet.tabColor);
      tab.addEventListener("click", () => {
        book.user.activate(sheet.name);
        this.whenChosen();
      });
      return tab;
    }));
    this.list.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
