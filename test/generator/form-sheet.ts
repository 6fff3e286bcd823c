import fc from "fast-check";
import type { FieldName } from "../../src/core/model";
import type { Region } from "../../src/core/sheet/region";
import type { CellDraft } from "../helpers/grid";
import { Canvas, pick } from "./canvas";
import { NOTHING, tidy, type ExpectedField, type ExpectedIndicator, type ExpectedTable, type Place } from "./expected";
import { figureColumns, labelOf, type FigureColumn } from "./figure-columns";
import { UNITS, writeFigure } from "./figures";
import { drawHeader, type ColumnPlan } from "./header";
import { headerPlan, indicatorPlan, type HeaderPlan, type IndicatorPlan } from "./indicator-plan";
import type { DrawnSheet } from "./surround";
import { DIVISIONS, NAMES, POLICIES, STATUSES, SUMMARIES, TITLES } from "./words";

/** 個票: one 業務 a sheet, labels beside their values, and a small table of its indicators. */
export interface FormPlan {
  readonly header: HeaderPlan;
  readonly title: number;
  readonly caption: boolean;
  readonly fields: readonly ("policy" | "division" | "status" | "summary" | "no")[];
  readonly words: number;
  /** Two pairs of label and value a line. */
  readonly isPaired: boolean;
  readonly isMerged: boolean;
  readonly items: readonly IndicatorPlan[];
  readonly section: boolean;
  readonly actuals: number;
}

export const formPlan: fc.Arbitrary<FormPlan> = fc.record({
  header: headerPlan,
  title: fc.nat(60),
  caption: fc.boolean(),
  // Fewer than two facts beside the name might be any form.
  fields: fc.subarray(["policy", "division", "status", "summary", "no"] as const, { minLength: 3 }).map((list) => [...list]),
  words: fc.nat(60),
  isPaired: fc.boolean(),
  isMerged: fc.boolean(),
  items: fc.array(indicatorPlan, { minLength: 0, maxLength: 3 }),
  section: fc.boolean(),
  actuals: fc.nat(2),
});

const WIDTH = 5;

export function drawFormSheet(plan: FormPlan): DrawnSheet {
  const canvas = new Canvas();
  const { header } = plan;
  let row = 0;
  if (plan.caption) {
    canvas.put(0, 0, pick(["事務事業評価シート", "個別業務 個票", "取組シート"], plan.words));
    row = 2;
  }
  const [status, statusValue] = pick(STATUSES, plan.words);
  const values: Readonly<Partial<Record<FieldName, CellDraft>>> = {
    title: pick(TITLES, plan.title),
    policy: pick(POLICIES, plan.words),
    division: pick(DIVISIONS, plan.words),
    status,
    summary: pick(SUMMARIES, plan.words),
    no: plan.words + 1,
  };
  const fields: ExpectedField[] = [];
  let titleAt: Place = { row, column: 1 };
  const put = (field: FieldName, slot: number, r: number, column: number, width: number): void => {
    const label = labelOf(header, field, slot);
    canvas.put(r, column, label);
    canvas.put(r, column + 1, values[field]!);
    if (plan.isMerged) canvas.merge({ top: r, left: column + 1, bottom: r, right: column + width });
    fields.push({ at: { row: r, column }, field, period: null, header: tidy(label) });
    if (field === "title") titleAt = { row: r, column: column + 1 };
  };
  put("title", 0, row, 0, WIDTH - 1);
  row++;
  const rest = plan.fields;
  for (let i = 0; i < rest.length; i += plan.isPaired ? 2 : 1) {
    const second = rest[i + 1];
    const isPair = plan.isPaired && second !== undefined;
    put(rest[i]!, i + 1, row, 0, isPair ? 1 : WIDTH - 1);
    if (isPair) put(second, i + 2, row, 2, WIDTH - 3);
    row++;
  }
  let bottom = row - 1;
  let right = plan.isMerged ? WIDTH - 1 : plan.isPaired ? 3 : 1;
  const inner: ExpectedTable[] = [];
  const indicators: ExpectedIndicator[] = [];
  if (plan.items.length > 0) {
    row++;
    if (plan.section) canvas.put(row++, 0, "■指標");
    const drawn = drawInner(canvas, plan, row, pick(TITLES, plan.title));
    inner.push(drawn.table);
    indicators.push(...drawn.indicators);
    bottom = drawn.table.region.bottom;
    right = Math.max(right, drawn.table.region.right);
  }
  const region: Region = { top: 0, left: 0, bottom, right };
  return {
    sheet: canvas.toSheet("個票01"),
    expected: {
      ...NOTHING,
      tables: [{ kind: "form", orientation: "form", region, headings: undefined, fields }, ...inner],
      indicators,
      workItems: [
        {
          title: pick(TITLES, plan.title),
          at: titleAt,
          policy: rest.includes("policy") ? pick(POLICIES, plan.words) : undefined,
          divisions: rest.includes("division") ? [pick(DIVISIONS, plan.words)] : [],
          status: rest.includes("status") ? statusValue : null,
          summary: rest.includes("summary") ? pick(SUMMARIES, plan.words) : null,
          no: rest.includes("no") ? String(plan.words + 1) : null,
        },
      ],
    },
  };
}

function drawInner(canvas: Canvas, plan: FormPlan, top: number, title: string): { readonly table: ExpectedTable; readonly indicators: readonly ExpectedIndicator[] } {
  const header: HeaderPlan = { ...plan.header, form: "one-row" };
  const figures = figureColumns(header, { actuals: plan.actuals, targets: 1 }, "");
  const columns: readonly ColumnPlan[] = [{ field: "name", labels: [labelOf(header, "name", 7)] }, { field: "unit", labels: ["単位"] }, ...figures];
  const drawn = drawHeader(canvas, columns, columns.map((_, i) => i), top, "merged");
  const indicators = plan.items.map((item, index): ExpectedIndicator => {
    const row = top + 1 + index;
    const name = pick(NAMES, item.name + index);
    const unit = pick(UNITS, item.unit);
    canvas.put(row, 0, name);
    canvas.put(row, 1, unit.text);
    const read = figures.map((one: FigureColumn, i) => {
      const figure = one.role === "baseline" ? ({ ...item.baseline, state: "set" } as const) : one.role === "actual" ? item.actuals[one.index]! : item.targets[one.index]!;
      const written = writeFigure(figure, unit, "column");
      canvas.put(row, 2 + i, written.cell);
      return { role: one.role, figure: { ...written, period: written.period ?? one.period, at: { row, column: 2 + i } } };
    });
    const of = (role: FigureColumn["role"]) => read.filter((one) => one.role === role).map(({ figure }) => figure);
    return { name: tidy(name), at: { row, column: 0 }, unit: unit.base, workItem: title, baseline: of("baseline")[0]!, target: of("target")[0]!, targets: [], actuals: of("actual") };
  });
  const region = { top, left: 0, bottom: top + plan.items.length, right: columns.length - 1 };
  return { table: { kind: "indicators", orientation: "rows", region, headerRows: [top, top], headings: undefined, fields: drawn.fields }, indicators };
}
