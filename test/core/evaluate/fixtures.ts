import type { DirectionValue, Figure, FigureState, Indicator, PlanModel, StatedRate, WorkItem } from "../../../src/core/model";
import { defaultSettings, type Settings } from "../../../src/core/settings";
import { formatRounded } from "../../../src/core/evaluate";

export type Period = NonNullable<Figure["period"]>;

/** 年度. */
export function fy(year: number): Period {
  return { kind: "fiscal-year", year, date: null };
}

/** 年. */
export function cy(year: number): Period {
  return { kind: "calendar-year", year, date: null };
}

/** 日. */
export function day(date: string): Period {
  return { kind: "date", year: Number(date.slice(0, 4)), date };
}

let column = 0;

/** A figure of its own cell; a number makes it "set", a state a figure without a number. */
export function figure(content: number | FigureState, period: Period | null = null, more: Partial<Figure> = {}): Figure {
  column += 1;
  const isNumber = typeof content === "number";
  return {
    state: isNumber ? "set" : content,
    amount: isNumber ? content : null,
    unit: null,
    raw: isNumber ? String(content) : "",
    qualifier: null,
    qualifiers: more.qualifier === undefined || more.qualifier === null ? [] : [more.qualifier],
    period,
    isNumericText: false,
    isCellError: false,
    hasOwnUnit: false,
    at: { sheet: "KPI", row: 4, column },
    ...more,
  };
}

export function indicator(more: Partial<Indicator> = {}): Indicator {
  return {
    id: "i1",
    key: "k1",
    tableId: "t1",
    name: "指標",
    code: null,
    definition: null,
    tier: "kpi",
    viewpoint: null,
    unit: null,
    unitAt: null,
    direction: { value: "higher-is-better", basis: "target" },
    accumulation: "unknown",
    headings: [],
    workItem: null,
    division: null,
    divisionAt: null,
    policy: null,
    program: null,
    baseline: null,
    target: null,
    targets: [],
    actuals: [],
    statedRates: [],
    statedRating: null,
    source: null,
    remarks: null,
    at: { sheet: "KPI", row: 4, column: 0 },
    ...more,
  };
}

/** 基準値 → 実績値, 目標値: in 2022年度, 2024年度 and 2026年度. */
export function plain(
  figures: { readonly baseline?: number; readonly actual: number; readonly target: number },
  direction: DirectionValue = "higher-is-better",
  more: Partial<Indicator> = {},
): Indicator {
  return indicator({
    direction: { value: direction, basis: "target" },
    baseline: figures.baseline === undefined ? figure("blank", fy(2022)) : figure(figures.baseline, fy(2022)),
    target: figure(figures.target, fy(2026)),
    actuals: [figure(figures.actual, fy(2024))],
    ...more,
  });
}

export function workItem(more: Partial<WorkItem> = {}): WorkItem {
  return {
    id: "w1",
    key: "k1",
    tableId: "t1",
    no: null,
    noAt: null,
    reformArea: null,
    policy: null,
    program: null,
    theme: null,
    themeAt: null,
    title: "業務",
    summary: null,
    divisions: [],
    divisionAt: null,
    status: null,
    statusAt: null,
    schedule: [],
    remarks: null,
    headings: [],
    viewpoints: [],
    at: { sheet: "一覧", row: 2, column: 1 },
    ...more,
  };
}

export function model(more: Partial<PlanModel> = {}): PlanModel {
  return {
    tables: [],
    indicators: [],
    workItems: [],
    measures: [],
    revisions: [],
    links: [],
    bodies: [],
    notRead: [],
    ...more,
  };
}

export function rate(raw: string, amount: number, period: Period | null = null): StatedRate {
  return { amount, raw, period, at: { sheet: "KPI", row: 4, column: 900 } };
}

/** The day after 令和6年度: its figures can be judged, later ones not. */
export const CONTEXT: { readonly asOf: string; readonly settings: Settings } = {
  asOf: "2025-10-01",
  settings: defaultSettings,
};

/** As a person sees it; the tests of exact figures compare numbers. */
export function shown(value: number | null): string | null {
  return value === null ? null : formatRounded(value);
}
