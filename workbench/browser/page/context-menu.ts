import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";
import { toAddress } from "../../host/model/address";
import type { UserResult } from "../../host/user";
import { make } from "./dom";
import { copy, paste } from "./grid/clipboard";
import { currentRegion } from "./grid/moves";
import type { SheetGrid } from "./grid/sheet-grid";

interface Entry {
  readonly label: string;
  /** What Excel says against it, if anything. */
  readonly run: () => string | undefined;
}

function refusal(result: UserResult): string | undefined {
  return result.ok ? undefined : result.message;
}

/** The menu of the right button on the sheet. */
export class ContextMenu {
  readonly element = make("div", { class: "menu", role: "menu", "aria-label": "セルの操作", hidden: true });

  constructor(
    private readonly grid: SheetGrid,
    private readonly say: (message: string) => void,
  ) {
    document.addEventListener("pointerdown", (event) => {
      if (event.target instanceof Node && !this.element.contains(event.target)) this.close();
    });
    window.addEventListener("blur", () => { this.close(); });
    this.element.addEventListener("keydown", (event) => { this.key(event); });
  }

  /** At a place in the window. */
  open(x: number, y: number): void {
    const { element } = this;
    element.replaceChildren(...this.entries().map((entry) => {
      if (entry === "line") return make("div", { class: "line", role: "separator" });
      const item = make("button", { type: "button", role: "menuitem", tabindex: "-1" }, entry.label);
      item.addEventListener("click", () => {
        this.close();
        const refused = entry.run();
        this.grid.box.focus();
        if (refused !== undefined) this.say(refused);
      });
      return item;
    }));
    element.hidden = false;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${String(Math.max(0, Math.min(x, window.innerWidth - width - 4)))}px`;
    element.style.top = `${String(Math.max(0, Math.min(y, window.innerHeight - height - 4)))}px`;
    element.querySelector<HTMLElement>("button")?.focus();
  }

  /** At the active cell, for the keyboard. */
  openAtCell(): void {
    const { grid } = this;
    const { left, top } = grid.element.getBoundingClientRect();
    const { x, y, width, height } = grid.view.boxOf(grid.selection.activeArea);
    this.open(left + x + Math.min(width, 60), top + y + height);
  }

  close(): void {
    this.element.hidden = true;
  }

  private key(event: KeyboardEvent): void {
    const items = [...this.element.querySelectorAll<HTMLElement>("button")];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const by = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (by !== 0) items[(at + by + items.length) % items.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      this.close();
      this.grid.box.focus();
    } else return;
    event.preventDefault();
  }

  private entries(): (Entry | "line")[] {
    const { grid } = this;
    const { book, sheet, selection } = grid;
    const { region } = selection;
    const isRows = region.left === 0 && region.right === LAST_COLUMN;
    const isColumns = region.top === 0 && region.bottom === LAST_ROW;
    const rows = Math.min(region.bottom - region.top + 1, 1_000);
    const columns = Math.min(region.right - region.left + 1, 100);
    const insertRows: Entry = { label: "行を挿入", run: () => refusal(book.user.insertRows(sheet.name, region.top, rows)) };
    const deleteRows: Entry = { label: "行を削除", run: () => refusal(book.user.deleteRows(sheet.name, region.top, rows)) };
    const insertColumns: Entry = { label: "列を挿入", run: () => refusal(book.user.insertColumns(sheet.name, region.left, columns)) };
    const deleteColumns: Entry = { label: "列を削除", run: () => refusal(book.user.deleteColumns(sheet.name, region.left, columns)) };
    return [
      { label: "切り取り", run: () => { writeOut(copy(grid, true)); return undefined; } },
      { label: "コピー", run: () => { writeOut(copy(grid, false)); return undefined; } },
      { label: "貼り付け", run: () => paste(grid, undefined) },
      "line",
      ...(isColumns ? [] : [insertRows, deleteRows]),
      ...(isRows ? [] : [insertColumns, deleteColumns]),
      "line",
      { label: "数式と値のクリア", run: () => refusal(book.user.clear(sheet.name, toAddress(region))) },
      ...(isRows || isColumns ? [] : ["line" as const, { label: "昇順で並べ替え", run: () => this.sort(true) }, { label: "降順で並べ替え", run: () => this.sort(false) }]),
    ];
  }

  /** By the column of the active cell: what is chosen, or the list around the cell, whose headings stay where they are. */
  private sort(ascending: boolean): string | undefined {
    const { grid } = this;
    const { book, sheet, selection: { active, activeArea, region }, layout } = grid;
    const isOne = region.top === activeArea.top && region.bottom === activeArea.bottom && region.left === activeArea.left && region.right === activeArea.right;
    const list = isOne ? currentRegion(layout, active) : region;
    const hasHeadings = isOne && looksLikeHeadings(grid, list);
    return refusal(book.user.sort(sheet.name, toAddress(list), [{ key: active.column - list.left, ascending }], hasHeadings));
  }
}

function looksLikeHeadings({ sheet }: SheetGrid, { top, bottom, left, right }: Region): boolean {
  if (bottom === top) return false;
  for (let column = left; column <= right; column++) {
    const first = sheet.content(top, column);
    if (first !== null && typeof first !== "string") return false;
  }
  return true;
}

/** Other programs get the text where the browser allows it; pasting here does not depend on it. */
function writeOut(text: string): void {
  navigator.clipboard.writeText(text).catch(() => undefined);
}
