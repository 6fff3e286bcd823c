import { ConditionsPanel } from "./conditions-panel";
import { ContextMenu } from "./context-menu";
import { make } from "./dom";
import { FormulaBar } from "./formula-bar";
import { onFrameKey } from "./frames";
import { CellEditor } from "./grid/cell-editor";
import { listenToKeys } from "./grid/keyboard";
import { listenToPointer } from "./grid/pointer";
import { SheetGrid } from "./grid/sheet-grid";
import { MessageBox } from "./message-box";
import { PaneSide } from "./pane-side";
import { RibbonView } from "./ribbon";
import { SheetTabs } from "./sheet-tabs";
import { StatusBar } from "./status-bar";
import { TitleBar } from "./title-bar";
import type { Workbench } from "./workbench";

const HINT = "右の「この表を点検」を押すと、目標値の記入漏れが見つかります。一覧から選んだセルに数値を入れてみてください。";

/** The window: ribbon above, sheet on the left, pane on the right. */
export class Shell {
  readonly element = make("div", { class: "window" });
  readonly grid: SheetGrid;
  private readonly pane: PaneSide;
  private readonly ribbon: RibbonView;

  constructor(private readonly workbench: Workbench, samples: readonly string[]) {
    const messages = new MessageBox();
    const { say } = messages;
    const editor = new CellEditor(say);
    const grid = (this.grid = new SheetGrid(editor));
    const toGrid = (): void => { grid.box.focus(); };
    const menu = new ContextMenu(grid, say);
    const tabs = new SheetTabs(workbench, toGrid);
    this.ribbon = new RibbonView(workbench);
    this.pane = new PaneSide(workbench, toGrid);
    this.ribbon.body.append(make("p", { class: "hint" }, make("strong", {}, "試してみましょう"), HINT));
    listenToKeys(grid, { say, openMenu: () => { menu.openAtCell(); }, nextSheet: (by) => { tabs.step(by); } });
    listenToPointer(grid, { openMenu: (x, y) => { menu.open(x, y); } });
    workbench.shown.add(() => {
      document.documentElement.dataset["theme"] = workbench.conditions.theme;
      grid.show(workbench.book);
    });
    this.element.append(
      new TitleBar(workbench, samples, say, new ConditionsPanel(workbench).element).element,
      make("nav", { class: "contents", "aria-label": "リボン" }, this.ribbon.element),
      make("main", { class: "contents", "aria-label": "ブック" },
        new FormulaBar(grid, say).element,
        make("div", { class: "sheet-side" }, grid.element),
        tabs.element,
        new StatusBar(grid).element,
      ),
      this.pane.element,
      menu.element,
      messages.element,
      workbench.yard,
    );
    window.addEventListener("keydown", (event) => { this.goRound(event); });
    // Within the pane's page F6 goes on to the sheet, as in Excel.
    onFrameKey((event) => { this.goRound(event); });
  }

  setPaneWidth(pixels: number): void {
    this.pane.setWidth(pixels);
  }

  /** F6: sheet, pane, ribbon, and round again. Tab alone would never leave the sheet, where it moves by a cell. */
  private goRound(event: KeyboardEvent): void {
    if (event.key !== "F6" || event.isComposing) return;
    event.preventDefault();
    const stops: { readonly has: boolean; readonly focus: () => void }[] = [
      { has: this.grid.element.contains(document.activeElement), focus: () => { this.grid.box.focus(); } },
      ...(this.workbench.book.pane === undefined ? [] : [{ has: this.pane.element.contains(document.activeElement), focus: () => { this.pane.focus(); } }]),
      { has: this.ribbon.element.contains(document.activeElement), focus: () => { this.ribbon.element.querySelector("button")?.focus(); } },
    ];
    const at = stops.findIndex(({ has }) => has);
    stops[(at + (event.shiftKey ? stops.length - 1 : 1)) % stops.length]?.focus();
  }
}
