import { freshSeed } from "../helpers/fresh-seed";
import { checkLayout } from "./check";
import { layouts } from "./layouts";

const SEED = 20_260_331;
const fresh = freshSeed();

/*
 * 2,000 sheets that are the same in every run, and 200 that are new with every change of the core. A failure prints its seed
 * and the smallest sheet, to be pasted into `grid`; GENERATOR_SEED=… repeats it, or draws others.
 */
describe.each(layouts.map((layout) => [layout.name, layout] as const))("%s", (_, layout) => {
  test("決まった種で描いたシートを、描いたとおりに読む", () => {
    checkLayout(layout, layout.fixedRuns, SEED);
  }, 120_000);

  test(`このソースの種 ${fresh} で描いたシートを、描いたとおりに読む`, () => {
    checkLayout(layout, layout.freshRuns, fresh);
  }, 60_000);
});

test("決まった種で 2,000 枚、ソースごとの種で 200 枚以上を描く", () => {
  const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
  expect(sum(layouts.map(({ fixedRuns }) => fixedRuns))).toBeGreaterThanOrEqual(2000);
  expect(sum(layouts.map(({ freshRuns }) => freshRuns))).toBeGreaterThanOrEqual(200);
});
