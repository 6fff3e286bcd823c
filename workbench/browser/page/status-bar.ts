import { make } from "./dom";
import type { SheetGrid } from "./grid/sheet-grid";

const MOST_CELLS = 200_000;

/** ステータス バー: what Excel waits for, and count and sum of what is chosen. */
export class StatusBar {
  readonly element = make("div", { class: "status" });
  private readonly mode = make("span", { role: "status" });
  private readonly sums = make("span", { class: "sums" });

  constructor(private readonly grid: SheetGrid) {
    this.element.append(this.mode, this.sums);
    grid.moved.add(() => { this.show(); });
    grid.editor.changed.add(() => { this.show(); });
  }

  private show(): void {
    const { editor } = this.grid;
    const mode = editor.mode === "edit" ? "編集" : editor.mode === "enter" ? "入力" : "準備完了";
    if (this.mode.textContent !== mode) this.mode.textContent = mode;
    this.sums.textContent = this.describe();
  }

  private describe(): string {
    const { selection, sheet } = this.grid;
    let count = 0;
    let numbers = 0;
    let sum = 0;
    let looked = 0;
    for (const { top, bottom, left, right } of selection.regions) {
      for (let row = top; row <= Math.min(bottom, sheet.reach.bottom); row++) {
        const cells = sheet.rows.get(row);
        if (cells === undefined) continue;
        for (const [column, { content }] of cells) {
          if (++looked > MOST_CELLS) return "";
          if (column < left || column > right || content === null) continue;
          count++;
          if (typeof content !== "number") continue;
          numbers++;
          sum += content;
        }
      }
    }
    if (count < 2) return "";
    const short = (value: number): string => String(Number(value.toPrecision(12)));
    return numbers < 1 ? `データの個数: ${String(count)}` : `平均: ${short(sum / numbers)}\u3000データの個数: ${String(count)}\u3000合計: ${short(sum)}`;
  }
}
