import type fc from "fast-check";
import { drawFormSheet, formPlan } from "./form-sheet";
import { drawRecordSheet, recordPlan } from "./record-sheet";
import { drawIndicatorSheet, indicatorSheetPlan } from "./sheet-plan";
import { drawRowGroupSheet, rowGroupPlan } from "./row-group-table";
import type { DrawnSheet } from "./surround";
import { drawTransposedSheet, transposedPlan } from "./transposed-table";
import { drawWorkItemSheet, workItemPlan } from "./work-item-table";

/** A family of sheets: how they are planned, and how a plan is drawn. */
export interface Layout<Plan> {
  readonly name: string;
  readonly plan: fc.Arbitrary<Plan>;
  readonly draw: (plan: Plan) => DrawnSheet;
  /** How many sheets of it are drawn in a test run, with the fixed seed and with a new one. */
  readonly fixedRuns: number;
  readonly freshRuns: number;
}

/** Plans differ by layout; a list of layouts only ever hands a layout its own plans. */
type AnyPlan = never;

const layout = <Plan>(name: string, plan: fc.Arbitrary<Plan>, draw: (plan: Plan) => DrawnSheet, fixedRuns: number, freshRuns: number): Layout<AnyPlan> =>
  ({ name, plan, draw, fixedRuns, freshRuns }) as unknown as Layout<AnyPlan>;

export const layouts: readonly Layout<AnyPlan>[] = [
  layout("指標の表", indicatorSheetPlan, drawIndicatorSheet, 900, 90),
  layout("個別業務の表", workItemPlan, drawWorkItemSheet, 400, 40),
  layout("転置した表", transposedPlan, drawTransposedSheet, 150, 15),
  layout("指標ごとに数行の表", rowGroupPlan, drawRowGroupSheet, 200, 20),
  layout("個票", formPlan, drawFormSheet, 200, 20),
  layout("記録の表", recordPlan, drawRecordSheet, 150, 15),
];
