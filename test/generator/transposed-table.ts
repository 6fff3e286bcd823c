import fc from "fast-check";
import { Canvas, pick } from "./canvas";
import { NOTHING, tidy, type ExpectedField, type ExpectedFigure, type ExpectedIndicator } from "./expected";
import { figureColumns, labelOf, type FigureColumn } from "./figure-columns";
import { UNITS, writeFigure, type FigurePlan } from "./figures";
import { headerPlan, indicatorPlan, type HeaderPlan, type IndicatorPlan } from "./indicator-plan";
import { drawAbove, surroundPlan, type DrawnSheet, type SurroundPlan } from "./surround";
import { DIVISIONS, NAMES } from "./words";

/** 転置した表: labels down the first column, one indicator a column. */
export interface TransposedPlan {
  readonly surround: SurroundPlan;
  readonly header: HeaderPlan;
  readonly items: readonly IndicatorPlan[];
  readonly actuals: number;
  readonly hasUnit: boolean;
  readonly hasDivision: boolean;
}

export const transposedPlan: fc.Arbitrary<TransposedPlan> = fc.record({
  surround: surroundPlan,
  header: headerPlan,
  // One column of values beside the labels might as well be a 個票.
  items: fc.array(indicatorPlan, { minLength: 2, maxLength: 6 }),
  actuals: fc.nat(3),
  hasUnit: fc.boolean(),
  hasDivision: fc.boolean(),
});

export function drawTransposedSheet(plan: TransposedPlan): DrawnSheet {
  const canvas = new Canvas();
  const header: HeaderPlan = { ...plan.header, form: "one-row" };
  const above = drawAbove(canvas, plan.surround, plan.surround.column + 2);
  const top = above.row;
  const left = plan.surround.column;
  const figures = figureColumns(header, { actuals: plan.actuals, targets: 1 }, "");
  const fields: ExpectedField[] = [];
  let row = top;
  const label = (field: ExpectedField["field"], text: string, period: ExpectedField["period"] = null): number => {
    canvas.put(row, left, text);
    fields.push({ at: { row, column: left }, field, period, header: tidy(text) });
    return row++;
  };
  const nameRow = label("name", labelOf(header, "name", 4));
  const unitRow = plan.hasUnit ? label("unit", labelOf(header, "unit", 5)) : undefined;
  const figureRows = figures.map((one) => label(one.field, one.labels[0]!, one.period));
  const divisionRow = plan.hasDivision ? label("division", labelOf(header, "division", 6)) : undefined;
  const shift = plan.items[0]!.name;
  const indicators = plan.items.map((item, index): ExpectedIndicator => {
    const column = left + 1 + index;
    const name = pick(NAMES, shift + index);
    const unit = pick(UNITS, item.unit);
    canvas.put(nameRow, column, name);
    if (unitRow !== undefined) canvas.put(unitRow, column, unit.text);
    if (divisionRow !== undefined) canvas.put(divisionRow, column, pick(DIVISIONS, item.words));
    const read = figures.map((one, i): ExpectedFigure => {
      const written = writeFigure(planOf(item, one), unit, unitRow === undefined ? "cell" : "column");
      canvas.put(figureRows[i]!, column, written.cell);
      return { ...written, period: written.period ?? one.period, at: { row: figureRows[i]!, column } };
    });
    const of = (role: FigureColumn["role"]): ExpectedFigure[] => read.filter((_, i) => figures[i]!.role === role);
    return {
      name: tidy(name),
      at: { row: nameRow, column },
      unit: unit.base,
      division: divisionRow === undefined ? null : pick(DIVISIONS, item.words),
      workItem: null,
      baseline: of("baseline")[0]!,
      target: of("target")[0]!,
      targets: [],
      actuals: of("actual"),
    };
  });
  const region = { top, left, bottom: row - 1, right: left + plan.items.length };
  return {
    sheet: canvas.toSheet("KPI"),
    expected: { ...NOTHING, tables: [{ kind: "indicators", orientation: "columns", region, headings: above.headings, fields }], indicators },
  };
}

function planOf(item: IndicatorPlan, { role, index }: FigureColumn): FigurePlan {
  if (role === "baseline") return { ...item.baseline, state: "set" };
  return role === "actual" ? item.actuals[index]! : item.targets[index]!;
}
