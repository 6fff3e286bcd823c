import fc from "fast-check";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import type { Canvas } from "./canvas";
import { tidy, type Expected } from "./expected";
import { DAY_CAPTIONS, LEGENDS, SHEET_TITLES } from "./words";

/** What stands on a sheet beside its tables. */
export interface SurroundPlan {
  readonly row: number;
  readonly column: number;
  readonly title: number;
  readonly dayCaption: number;
  readonly legend: number;
  readonly technical: number;
  readonly note: number;
}

export const surroundPlan: fc.Arbitrary<SurroundPlan> = fc.record({
  row: fc.nat(3),
  column: fc.nat(2),
  title: fc.nat(8),
  dayCaption: fc.nat(8),
  legend: fc.nat(8),
  technical: fc.nat(8),
  note: fc.nat(8),
});

export interface DrawnSheet {
  readonly sheet: SheetSnapshot;
  readonly expected: Expected;
}

/** Choices from 1 on name a text; 0 and what is beyond the list leave it away. */
export const chosen = (list: readonly string[], n: number): string | undefined => (n === 0 ? undefined : list[n - 1]);

/** Title, day and legend; gives the row after them. */
export function drawAbove(canvas: Canvas, plan: SurroundPlan, right: number): { readonly row: number; readonly headings: readonly string[] } {
  let { row } = plan;
  const headings: string[] = [];
  const title = chosen(SHEET_TITLES, plan.title);
  if (title !== undefined) {
    canvas.put(row, plan.column, title);
    headings.push(tidy(title));
    row += 2;
  }
  const day = chosen(DAY_CAPTIONS, plan.dayCaption);
  if (day !== undefined) {
    canvas.put(row, right, day);
    row++;
  }
  const legend = chosen(LEGENDS, plan.legend);
  if (legend !== undefined) {
    canvas.put(row, plan.column, legend);
    row += 2;
  }
  return { row, headings };
}
