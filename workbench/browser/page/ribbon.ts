import { make } from "./dom";
import type { RibbonButton } from "./manifest";
import type { Workbench } from "./workbench";

/** The ribbon with the group that the manifest puts on it. A button is grey until its function has said that it is done. */
export class RibbonView {
  readonly element = make("div", { class: "ribbon", role: "toolbar", "aria-label": "リボン" });
  private readonly buttons = new Map<string, HTMLButtonElement>();

  constructor(private readonly workbench: Workbench) {
    const { ribbon } = workbench;
    const group = make("div", { class: "group", role: "group", "aria-label": ribbon.group });
    const row = make("div", { class: "row" });
    for (const each of ribbon.buttons) row.append(this.make(each));
    group.append(row, make("div", { class: "name", "aria-hidden": "true" }, ribbon.group));
    this.element.append(make("div", { class: "tabs", "aria-hidden": "true" }, make("span", {}, "ホーム")), make("div", { class: "body" }, group));
    workbench.changed.add(() => { this.show(); });
  }

  /** Where more than the manifest's group goes. */
  get body(): HTMLElement {
    return this.element.querySelector<HTMLElement>(".body") ?? this.element;
  }

  private make(entry: RibbonButton): HTMLButtonElement {
    const tipId = `tip-${entry.id}`;
    const icon = make("img", { src: entry.icon, alt: "", width: "32", height: "32" });
    const tip = make("span", { class: "tip", role: "tooltip", id: tipId }, make("strong", {}, entry.label), entry.tip);
    const made = make("button", { type: "button", class: "big", id: entry.id, "aria-describedby": tipId }, icon, make("span", { class: "label" }, entry.label), tip);
    made.addEventListener("click", () => { void this.workbench.book.press(entry); });
    this.buttons.set(entry.id, made);
    return made;
  }

  private show(): void {
    const { busy } = this.workbench.book;
    for (const [id, element] of this.buttons) element.disabled = busy.has(id);
  }
}
