import type { CellDraft } from "../helpers/grid";
import { pick, type Canvas } from "./canvas";
import { NOTHING, tidy, type Expected, type ExpectedFigure, type ExpectedIndicator } from "./expected";
import { figureColumns, labelOf, type FigureColumn } from "./figure-columns";
import { UNITS, writeFigure, type FigurePlan, type UnitPlan } from "./figures";
import { drawHeader, type ColumnPlan } from "./header";
import type { IndicatorPlan, IndicatorTablePlan } from "./indicator-plan";
import { shuffled } from "./order";
import { COMMENTS, DEFINITIONS, DIVISIONS, NAMES, POLICIES, POLICY_HEADINGS, PROGRAMS, RATINGS, REMARKS, SOURCES } from "./words";

export interface DrawnTable {
  readonly bottom: number;
  readonly right: number;
  readonly expected: Expected;
}

type Column = FigureColumn | (ColumnPlan & { readonly role: "text" });

/** What stays the same for all lines of a table that is being drawn. */
interface Frame {
  readonly canvas: Canvas;
  readonly plan: IndicatorTablePlan;
  readonly columns: readonly Column[];
  readonly at: readonly number[];
  readonly left: number;
  readonly right: number;
  readonly headings: readonly string[];
  /** Taken from here on for names, so that no name comes twice on a sheet. */
  readonly names: readonly string[];
}

export const CAPTIONS: readonly ((unit: string) => string)[] = [
  (unit) => `（単位：${unit}）`,
  (unit) => `単位：${unit}`,
  (unit) => `【単位：${unit}】`,
  (unit) => `(単位: ${unit})`,
  (unit) => `（単位　${unit}）`,
];

/** Draws an indicator table with its header from `top` on; the caption with its unit takes a row above the header. */
export function drawIndicatorTable(canvas: Canvas, planned: IndicatorTablePlan, top: number, left: number, headings: readonly string[], usedNames: number): DrawnTable {
  // A year alone has no room for the unit that the other labels state.
  // Not drawn, since not yet read: a spacer beside a column whose label stands in the lowest row only.
  const spacer = planned.header.form === "three-rows" || planned.header.style === "bottom" ? 0 : planned.header.spacer;
  const isUnmerged = planned.header.style === "spread" || planned.header.style === "repeated";
  // Not drawn, since not yet read: three rows of labels with nothing merged.
  const labels: IndicatorTablePlan["header"] = planned.header.form === "three-rows" ? { ...planned.header, spacer, style: isUnmerged ? "merged" : planned.header.style } : { ...planned.header, spacer };
  const unitPlace = planned.unitPlace === "label" && labels.form === "bare-years" ? "column" : planned.unitPlace;
  const plan: IndicatorTablePlan = { ...planned, header: labels, unitPlace };
  const columns = columnsOf(plan);
  const at = columnPlaces(columns.length, left, plan.header.spacer);
  const right = at.at(-1)!;
  const names = [...NAMES.slice(usedNames % NAMES.length), ...NAMES];
  const frame: Frame = { canvas, plan, columns, at, left, right, headings, names };
  let row = top;
  if (plan.unitPlace === "caption") {
    canvas.put(row, right, pick(CAPTIONS, plan.header.words[3]!)(sharedUnit(plan).text));
    row++;
  }
  const headerTop = row;
  const header = drawHeader(canvas, columns, at, headerTop, plan.header.style);
  const body = drawBody(frame, header.bottom + 1);
  return {
    bottom: body.bottom,
    right,
    expected: {
      ...NOTHING,
      tables: [
        {
          kind: "indicators",
          orientation: "rows",
          region: { top: headerTop, left, bottom: body.bottom, right },
          headerRows: [headerTop, header.bottom],
          headings,
          fields: header.fields,
        },
      ],
      indicators: body.indicators,
    },
  };
}

export function columnPlaces(count: number, left: number, spacer: number): readonly number[] {
  // A spacer stands after a column of text, never inside a group of years.
  return Array.from({ length: count }, (_, index) => left + index + (spacer === 1 && index >= 1 ? 1 : 0));
}

const sharedUnit = ({ items }: IndicatorTablePlan): UnitPlan => pick(UNITS, items[0]!.unit);

function columnsOf(plan: IndicatorTablePlan): readonly Column[] {
  const { header } = plan;
  const suffix = plan.unitPlace === "label" ? `（${sharedUnit(plan).text}）` : "";
  const figures = figureColumns(header, plan, suffix);
  const wrap = (column: Column): Column => (header.form === "three-rows" ? { ...column, labels: [pick(TOPS, header.words[4]!), ...column.labels] } : column);
  const text = (field: ColumnPlan["field"], slot: number): Column => ({ field, role: "text", labels: [labelOf(header, field, slot)] });
  // One label over the whole frame would be a heading (reading 2), so that 三段 always has a column beside the group.
  const has = (field: (typeof plan.columns)[number]): boolean => plan.columns.includes(field) || (field === "no" && header.form === "three-rows");
  const isBands = plan.categories === "bands";
  const before = [
    ...(has("no") ? [text("no", 5)] : []),
    ...(has("policy") && !isBands ? [text("policy", 6)] : []),
    ...(has("program") && !isBands ? [text("program", 7)] : []),
  ];
  const of = (role: FigureColumn["role"]): Column[] => figures.filter((one) => one.role === role);
  const blocks: Column[][] =
    header.form === "year-pairs" ? [[figures[0]!], figures.slice(1)] : header.form === "bare-years" ? [[...figures]] : [of("baseline"), of("actual"), of("target")];
  const inside = [
    ...(has("definition") ? [[text("definition", 8)]] : []),
    ...(plan.unitPlace === "column" ? [[text("unit", 9)]] : []),
    ...blocks,
    ...(has("rate") ? [[text("rate", 10)]] : []),
  ];
  const after = [
    ...(has("rating") ? [text("rating", 11)] : []),
    ...(has("division") ? [text("division", 3)] : []),
    ...(has("source") ? [text("source", 4)] : []),
    ...(has("remarks") ? [text("remarks", 5)] : []),
  ];
  const group = [[text("name", 6)], ...shuffled(inside, header.order)].flat().map(wrap);
  return [...before, ...group, ...shuffled(after, header.order)];
}

/** Labels over all columns of an indicator. */
const TOPS: readonly string[] = ["数値目標", "重要業績評価指標（KPI）", "指標の達成状況", "成果指標"];

interface Body {
  readonly bottom: number;
  readonly indicators: readonly ExpectedIndicator[];
}

function drawBody(frame: Frame, first: number): Body {
  const { plan, canvas, left, right } = frame;
  const indicators: ExpectedIndicator[] = [];
  let row = first;
  let band: string | undefined;
  let runs: { policy: number; program: number; policyTop: number; programTop: number } | undefined;
  const place = (field: ColumnPlan["field"]): number | undefined => frame.at[frame.columns.findIndex((one) => one.field === field)];
  const mergeRun = (field: "policy" | "program", top: number): void => {
    const column = place(field);
    if (column !== undefined && plan.categories === "merged") canvas.merge({ top, left: column, bottom: row - 1, right: column });
  };
  const closeRuns = (): void => {
    if (runs === undefined) return;
    mergeRun("policy", runs.policyTop);
    mergeRun("program", runs.programTop);
    if (plan.totals === "groups" && plan.categories !== "bands") row = drawTotal(frame, row, "小計");
    runs = undefined;
  };
  plan.items.forEach((item, index) => {
    if (runs !== undefined && runs.policy !== item.policy) {
      closeRuns();
      if (plan.hasGap) row++;
    }
    const isNewPolicy = runs === undefined;
    const isNewProgram = runs === undefined || runs.program !== item.program;
    if (isNewPolicy && plan.categories === "bands") {
      band = `基本目標${item.policy + 1}　${pick(POLICY_HEADINGS, item.policy)}`;
      canvas.put(row, left, band);
      if (plan.bandWidth === "full") canvas.merge({ top: row, left, bottom: row, right });
      row++;
    }
    if (runs === undefined) runs = { policy: item.policy, program: item.program, policyTop: row, programTop: row };
    else if (isNewProgram) {
      mergeRun("program", runs.programTop);
      runs = { ...runs, program: item.program, programTop: row };
    }
    putCategory(frame, row, place("policy"), pick(POLICIES, item.policy), isNewPolicy);
    putCategory(frame, row, place("program"), pick(PROGRAMS, item.policy * 3 + item.program), isNewProgram);
    indicators.push(drawLine(frame, item, index, row, band));
    row++;
    if (plan.hasComments && plan.categories !== "merged") {
      canvas.put(row, left, pick(COMMENTS, item.words));
      canvas.merge({ top: row, left, bottom: row, right });
      row++;
    }
  });
  closeRuns();
  if (plan.totals === "end") row = drawTotal(frame, row, pick(["合計", "計", "総計", "合　計"], plan.header.words[0]!));
  return { bottom: row - 1, indicators };
}

function putCategory({ canvas, plan }: Frame, row: number, column: number | undefined, text: string, isNew: boolean): void {
  if (column === undefined) return;
  if (isNew || plan.categories === "repeated") canvas.put(row, column, text);
  else if (plan.categories === "ditto") canvas.put(row, column, "〃");
}

/** 計 stands under the names or at the very left; a number beside it says what it is. */
function drawTotal({ canvas, columns, at, left, plan }: Frame, row: number, text: string): number {
  const name = at[columns.findIndex(({ field }) => field === "name")]!;
  canvas.put(row, plan.header.words[1]! % 2 === 0 ? name : left, text);
  columns.forEach(({ field }, index) => {
    if (field === "baseline" || field === "target") canvas.put(row, at[index]!, 120);
  });
  return row + 1;
}

function drawLine(frame: Frame, item: IndicatorPlan, index: number, row: number, band: string | undefined): ExpectedIndicator {
  const { plan, canvas, columns, at } = frame;
  const isShared = plan.unitPlace === "caption" || plan.unitPlace === "label";
  const unit = isShared ? sharedUnit(plan) : pick(UNITS, item.unit);
  const base = frame.names[index]!;
  const name = plan.unitPlace === "name" ? `${base}（${unit.text}）` : base;
  const figures: { readonly role: FigureColumn["role"]; readonly figure: ExpectedFigure }[] = [];
  let nameAt = { row, column: at[0]! };
  let rates: readonly number[] | undefined;
  columns.forEach((column, i) => {
    const place = { row, column: at[i]! };
    if (column.role !== "text") {
      const written = writeFigure(planOf(item, column, index), unit, plan.unitPlace);
      canvas.put(place.row, place.column, written.cell);
      figures.push({ role: column.role, figure: { ...written, period: written.period ?? column.period, at: place } });
      return;
    }
    if (column.field === "name") nameAt = place;
    if (column.field === "policy" || column.field === "program") return;
    if (column.field === "rate") rates = drawRate(canvas, column, item, place);
    else canvas.put(place.row, place.column, textOf(column.field, item, index, name, unit) ?? null);
  });
  const of = (role: FigureColumn["role"]): ExpectedFigure[] => figures.filter((one) => one.role === role).map(({ figure }) => figure);
  const targets = of("target");
  const has = (field: ColumnPlan["field"]): boolean => columns.some((one) => one.field === field);
  const policy = has("policy") ? pick(POLICIES, item.policy) : (band ?? headingPolicy(frame.headings));
  return {
    name: tidy(name),
    at: nameAt,
    unit: unitRead(figures.map(({ figure }) => figure), plan, unit),
    viewpoint: null,
    definition: has("definition") ? pick(DEFINITIONS, item.words) : null,
    division: has("division") ? pick(DIVISIONS, item.words) : null,
    rating: has("rating") ? pick(RATINGS, item.words).normalize("NFC") : null,
    policy: policy === undefined ? undefined : tidy(policy),
    program: has("program") ? pick(PROGRAMS, item.policy * 3 + item.program) : undefined,
    workItem: null,
    baseline: of("baseline")[0] ?? null,
    target: targets.at(-1) ?? null,
    targets: targets.slice(0, -1),
    actuals: of("actual"),
    rates: rates ?? [],
  };
}

/** The first figure says a number: a line with a name alone might as well be a band. */
function planOf(item: IndicatorPlan, { role, index }: FigureColumn, line: number): FigurePlan {
  if (role === "baseline") return line === 0 || item.baseline.state === "blank" ? { ...item.baseline, state: "set" } : item.baseline;
  const list = role === "actual" ? item.actuals : item.targets;
  return list[index]!;
}

function unitRead(figures: readonly ExpectedFigure[], { unitPlace }: IndicatorTablePlan, unit: UnitPlan): string | null {
  if (unitPlace === "none") return null;
  if (unitPlace === "cell") return figures.some(({ state }) => state === "set") ? unit.base : null;
  return unit.base;
}

export function headingPolicy(headings: readonly string[]): string | undefined {
  return headings.find((heading) => heading.startsWith("基本目標"));
}

function drawRate(canvas: Canvas, column: ColumnPlan, item: IndicatorPlan, place: { row: number; column: number }): readonly number[] {
  const rate = 50 + (item.words % 90) + 0.5;
  const isPercentLabel = /[%％]/u.test(column.labels.at(-1)!);
  const drafts: readonly CellDraft[] = isPercentLabel ? [rate] : [{ value: rate / 100, format: "0.0%" }, `${rate}%`, `${rate}％`];
  canvas.put(place.row, place.column, pick(drafts, item.words));
  return [rate];
}

function textOf(field: ColumnPlan["field"], item: IndicatorPlan, index: number, name: string, unit: UnitPlan): string | number | undefined {
  switch (field) {
    case "no":
      return index + 1;
    case "name":
      return name;
    case "definition":
      return pick(DEFINITIONS, item.words);
    case "unit":
      return unit.text;
    case "rating":
      return pick(RATINGS, item.words);
    case "division":
      return pick(DIVISIONS, item.words);
    case "source":
      return pick(SOURCES, item.words);
    case "remarks":
      return item.words % 2 === 0 ? pick(REMARKS, item.words) : undefined;
    default:
      return undefined;
  }
}
