import fc from "fast-check";
import type { CellDraft } from "../helpers/grid";
import { Canvas, pick } from "./canvas";
import { NOTHING, tidy, type ExpectedFigure, type ExpectedIndicator } from "./expected";
import { labelOf } from "./figure-columns";
import { UNITS, writeFigure, type FigurePlan } from "./figures";
import { drawHeader, type ColumnPlan } from "./header";
import { headerPlan, indicatorPlan, type HeaderPlan, type IndicatorPlan } from "./indicator-plan";
import { drawAbove, surroundPlan, type DrawnSheet, type SurroundPlan } from "./surround";
import { DIVISIONS, NAMES, POLICIES } from "./words";
import { spellYear, type WrittenYear } from "./years";

/** 指標ごとに数行の表: 目標値・実績値・達成率 as rows, the years across. */
export interface RowGroupPlan {
  readonly surround: SurroundPlan;
  readonly header: HeaderPlan;
  readonly items: readonly IndicatorPlan[];
  readonly years: number;
  readonly lines: number;
  readonly rowWords: number;
  readonly rowLabel: string;
  readonly columns: readonly ("no" | "policy" | "unit" | "division")[];
  readonly names: "merged" | "once" | "repeated";
  readonly targets: "all" | "last";
}

export const rowGroupPlan: fc.Arbitrary<RowGroupPlan> = fc.record({
  surround: surroundPlan,
  header: headerPlan,
  items: fc.array(indicatorPlan, { minLength: 1, maxLength: 4 }),
  years: fc.integer({ min: 2, max: 4 }),
  lines: fc.integer({ min: 2, max: 4 }),
  rowWords: fc.nat(20),
  rowLabel: fc.constantFrom("区分", "", "項目", "目標／実績", "種別", "内訳"),
  columns: fc.subarray(["no", "policy", "unit", "division"] as const).map((list) => [...list]),
  names: fc.constantFrom("merged", "once", "repeated"),
  targets: fc.constantFrom("all", "last"),
});

/** Labels of a group's lines: 目標, 実績, 達成率, 目標年度. */
const LINES: readonly (readonly [target: string, actual: string, rate: string, year: string])[] = [
  ["目標値", "実績値", "達成率", "目標年度"],
  ["目標", "実績", "達成率", "目標年度"],
  ["計画", "実績", "進捗率", "目標年度"],
  ["計画値", "実績値", "達成率（％）", "目標年度"],
  ["予定", "実績", "達成率", "目標年度"],
  ["２.目標値", "３.実績値", "４.達成率", "１.目標年度"],
  ["目標数値", "実績数値", "達成率", "目標年度"],
];

type Line = "year" | "target" | "actual" | "rate";

interface Frame {
  readonly canvas: Canvas;
  readonly plan: RowGroupPlan;
  readonly columns: readonly ColumnPlan[];
  readonly left: number;
  readonly years: readonly WrittenYear[];
  readonly lines: readonly Line[];
}

export function drawRowGroupSheet(plan: RowGroupPlan): DrawnSheet {
  const canvas = new Canvas();
  const { header, surround } = plan;
  const above = drawAbove(canvas, surround, surround.column + 3);
  const years = Array.from({ length: plan.years }, (_, index) => spellYear(header.firstYear + index, header.yearStyle));
  const text = (field: ColumnPlan["field"], slot: number): ColumnPlan => ({ field, labels: [labelOf(header, field, slot)] });
  const has = (field: (typeof plan.columns)[number]): boolean => plan.columns.includes(field);
  const columns: readonly ColumnPlan[] = [
    ...(has("no") ? [text("no", 1)] : []),
    ...(has("policy") ? [text("policy", 2)] : []),
    text("name", 3),
    ...(has("unit") ? [text("unit", 4)] : []),
    { field: "other", labels: [plan.rowLabel] },
    ...years.map((year): ColumnPlan => ({ field: "actual", labels: [year.text], period: year.period })),
    ...(has("division") ? [text("division", 5)] : []),
  ];
  const lines: readonly Line[] = (["year", "target", "actual", "rate"] as const).filter((line) => line === "target" || line === "actual" || (line === "rate" && plan.lines >= 3) || (line === "year" && plan.lines === 4));
  const left = surround.column;
  const drawn = drawHeader(canvas, columns, columns.map((_, i) => left + i), above.row, "spread");
  const frame: Frame = { canvas, plan, columns, left, years, lines };
  const indicators = plan.items.map((item, index) => drawGroup(frame, item, index, drawn.bottom + 1 + index * lines.length));
  const bottom = drawn.bottom + plan.items.length * lines.length;
  return {
    sheet: canvas.toSheet("KPI"),
    expected: {
      ...NOTHING,
      tables: [
        {
          kind: "indicator-rows",
          orientation: "row-groups",
          region: { top: above.row, left, bottom, right: left + columns.length - 1 },
          headings: above.headings,
          fields: drawn.fields,
        },
      ],
      indicators,
    },
  };
}

function drawGroup({ canvas, plan, columns, left, years, lines }: Frame, item: IndicatorPlan, index: number, top: number): ExpectedIndicator {
  const bottom = top + lines.length - 1;
  const name = pick(NAMES, plan.items[0]!.name + index);
  const unit = pick(UNITS, item.unit);
  const words = pick(LINES, plan.rowWords);
  const texts: Readonly<Partial<Record<ColumnPlan["field"], CellDraft>>> = {
    no: index + 1,
    policy: pick(POLICIES, index),
    name,
    unit: unit.text,
    division: pick(DIVISIONS, item.words),
  };
  columns.forEach(({ field }, i) => {
    const text = texts[field];
    if (text === undefined) return;
    for (let row = top; row <= bottom; row++) if (row === top || plan.names === "repeated") canvas.put(row, left + i, text);
    if (plan.names === "merged") canvas.merge({ top, left: left + i, bottom, right: left + i });
  });
  const labelColumn = left + columns.findIndex(({ field }) => field === "other");
  const place = plan.columns.includes("unit") ? "column" : "cell";
  const targets: ExpectedFigure[] = [];
  const actuals: ExpectedFigure[] = [];
  const rates: number[] = [];
  lines.forEach((line, n) => {
    const row = top + n;
    canvas.put(row, labelColumn, words[line === "target" ? 0 : line === "actual" ? 1 : line === "rate" ? 2 : 3]);
    years.forEach((year, i) => {
      const column = labelColumn + 1 + i;
      const isLast = i === years.length - 1;
      const draw = (figure: FigurePlan): ExpectedFigure => {
        const written = writeFigure(figure, unit, place);
        canvas.put(row, column, written.cell);
        return { ...written, period: written.period ?? year.period, at: { row, column } };
      };
      // Whether an empty target of an early year is one at all is left open, so that none is drawn among filled ones.
      if (line === "target" && (isLast || plan.targets === "all")) targets.push(draw({ ...item.targets[i]!, state: item.targets[i]!.state === "blank" ? "set" : item.targets[i]!.state }));
      if (line === "actual") actuals.push(draw(item.actuals[i]!));
      if (line === "rate" && i % 2 === 0) {
        canvas.put(row, column, { value: (60 + i * 10) / 100, format: "0.0%" });
        rates.push(60 + i * 10);
      }
      if (line === "year" && isLast) canvas.put(row, column, "○");
    });
  });
  return {
    name: tidy(name),
    at: { row: top, column: left + columns.findIndex(({ field }) => field === "name") },
    unit: place === "column" || [...targets, ...actuals].some(({ state }) => state === "set") ? unit.base : null,
    division: plan.columns.includes("division") ? pick(DIVISIONS, item.words) : null,
    policy: plan.columns.includes("policy") ? pick(POLICIES, index) : undefined,
    workItem: null,
    baseline: null,
    target: targets.at(-1)!,
    targets: targets.slice(0, -1),
    actuals,
    rates,
  };
}
