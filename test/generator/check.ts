import fc from "fast-check";
import { analyze, defaultSettings } from "../../src/core";
import { drawingOf, workbookOf } from "../helpers/grid";
import { differences } from "./compare";
import type { Layout } from "./layouts";

/** The day on which all generated sheets are judged. */
export const AS_OF = "2026-03-31";

/** Draws and reads plans of one layout; the error of a failure holds the smallest sheet as a drawing. */
export function checkLayout<Plan>({ name, plan, draw }: Layout<Plan>, runs: number, seed: number): void {
  let smallest = "";
  const result = fc.check(
    fc.property(plan, (one) => {
      const { sheet, expected } = draw(one);
      const found = differences(expected, analyze(workbookOf(sheet), defaultSettings, AS_OF));
      if (found.length === 0) return true;
      const lines = found.slice(0, 8).map(({ what, expected: wanted, got }) => `  ${what}\n    描いたもの: ${wanted}\n    読んだもの: ${got}`);
      smallest = `${drawingOf(sheet)}\n${lines.join("\n")}`;
      return false;
    }),
    { numRuns: runs, seed },
  );
  if (!result.failed) return;
  const cause = smallest === "" ? String(result.errorInstance) : smallest;
  throw new Error(`${name}: seed ${seed}, ${result.numShrinks} 回縮めた。\n${cause}`);
}
