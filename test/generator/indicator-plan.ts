import fc from "fast-check";
import { figurePlan, type FigurePlan, type UnitPlace } from "./figures";
import type { HeaderStyle } from "./header";

export interface IndicatorPlan {
  readonly name: number;
  readonly unit: number;
  readonly policy: number;
  readonly program: number;
  readonly words: number;
  readonly baseline: FigurePlan;
  readonly actuals: readonly FigurePlan[];
  readonly targets: readonly FigurePlan[];
}

/** How a category is shown down its column, or in rows of its own. */
export type CategoryStyle = "repeated" | "merged" | "once" | "bands" | "ditto";

/**
 * `one-row`: years inside the labels. `groups`: several years under one label, single columns with one label.
 * `year-row`: every figure's year in a row of its own. `year-pairs`: a year over 目標 and 実績. `three-rows`: one more
 * label over all that belongs to the indicator. `bare-years`: years alone between 基準値 and 目標値.
 */
export type HeaderForm = "one-row" | "groups" | "year-row" | "year-pairs" | "three-rows" | "bare-years";

export interface HeaderPlan {
  readonly form: HeaderForm;
  readonly style: HeaderStyle;
  readonly noise: number;
  readonly words: readonly number[];
  readonly order: number;
  readonly spacer: number;
  readonly firstYear: number;
  readonly yearStyle: number;
  readonly join: number;
  readonly hasYears: boolean;
  readonly isCalendarBaseline: boolean;
}

export interface IndicatorTablePlan {
  readonly header: HeaderPlan;
  readonly items: readonly IndicatorPlan[];
  readonly columns: readonly ("no" | "policy" | "program" | "definition" | "rate" | "rating" | "division" | "source" | "remarks")[];
  readonly actuals: number;
  readonly targets: number;
  readonly unitPlace: UnitPlace;
  readonly categories: CategoryStyle;
  readonly totals: "none" | "end" | "groups";
  readonly hasComments: boolean;
  readonly hasGap: boolean;
  readonly bandWidth: "first" | "full";
}

const TARGET_STATES = ["blank", "dash", "pending", "qualitative"] as const;
const OTHER_STATES = ["blank", "dash", "pending"] as const;

export const indicatorPlan: fc.Arbitrary<IndicatorPlan> = fc.record({
  name: fc.nat(60),
  unit: fc.nat(60),
  policy: fc.nat(2),
  program: fc.nat(2),
  words: fc.nat(60),
  baseline: figurePlan(OTHER_STATES),
  actuals: fc.array(figurePlan(OTHER_STATES), { minLength: 4, maxLength: 4 }),
  targets: fc.array(figurePlan(TARGET_STATES), { minLength: 4, maxLength: 4 }),
});

export const headerPlan: fc.Arbitrary<HeaderPlan> = fc.record({
  form: fc.constantFrom<HeaderForm>("one-row", "groups", "year-row", "year-pairs", "three-rows", "bare-years"),
  style: fc.constantFrom<HeaderStyle>("merged", "spread", "repeated", "bottom"),
  noise: fc.constantFrom(0, 0, 0, 1, 2, 3),
  words: fc.array(fc.nat(60), { minLength: 12, maxLength: 12 }),
  order: fc.nat(50),
  spacer: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 6 }) }),
  firstYear: fc.integer({ min: 2015, max: 2024 }),
  yearStyle: fc.nat(40),
  join: fc.nat(30),
  hasYears: fc.boolean().map((flag) => !flag),
  isCalendarBaseline: fc.constantFrom(false, false, false, true),
});

export const indicatorTablePlan: fc.Arbitrary<IndicatorTablePlan> = fc.record({
  header: headerPlan,
  items: fc.array(indicatorPlan, { minLength: 1, maxLength: 6 }),
  columns: fc.subarray(["no", "policy", "program", "definition", "rate", "rating", "division", "source", "remarks"] as const).map((list) => [...list]),
  actuals: fc.nat(3),
  targets: fc.constantFrom(1, 1, 2),
  unitPlace: fc.constantFrom<UnitPlace>("column", "cell", "caption", "name", "label", "none"),
  categories: fc.constantFrom<CategoryStyle>("repeated", "merged", "once", "bands", "ditto"),
  totals: fc.constantFrom("none", "none", "end", "groups"),
  hasComments: fc.constantFrom(false, false, false, true),
  // Not drawn, since not yet read: a blank row between a line of texts and a line of numbers.
  hasGap: fc.constant(false),
  bandWidth: fc.constantFrom("first", "full"),
});
