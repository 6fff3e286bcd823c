import type { ReportInput } from "../../src/core/report";
import type { Figure, FigureState } from "../../src/core/model/figure";
import type { Indicator } from "../../src/core/model/indicator";
import type { PlanModel } from "../../src/core/model/plan-model";
import type { WorkItem } from "../../src/core/model/work-item";
import { parseA1 } from "../../src/core/sheet/address";
import { defaultSettings } from "../../src/core/settings";

/* Small models for the tests of the report, written as a sheet is read: what, and in which cell. */

const SHEET = "第３章";

function place(a1: string): Figure["at"] {
  const at = parseA1(a1);
  if (at === undefined) throw new Error(`Not a cell: ${a1}`);
  return { sheet: SHEET, ...at };
}

export function figure(a1: string, state: FigureState, amount: number | null = null, year = 2029): Figure {
  return {
    state,
    amount,
    unit: amount === null ? null : "人",
    raw: amount === null ? "" : String(amount),
    qualifier: null,
    qualifiers: [],
    period: { kind: "fiscal-year", year, date: null },
    isNumericText: false,
    isCellError: false,
    hasOwnUnit: false,
    at: place(a1),
  };
}

export function indicator(name: string, more: Partial<Indicator> = {}): Indicator {
  return {
    id: `i-${name}`,
    key: name,
    tableId: "t1",
    name,
    code: null,
    definition: null,
    tier: "kpi",
    viewpoint: null,
    unit: "人",
    unitAt: null,
    direction: { value: "higher-is-better", basis: "target" },
    accumulation: "single",
    headings: ["基本目標１ 元気な経済"],
    workItem: null,
    division: null,
    divisionAt: null,
    policy: null,
    program: null,
    baseline: figure("C7", "set", 100, 2022),
    target: figure("D7", "blank"),
    targets: [],
    actuals: [],
    statedRates: [],
    statedRating: null,
    source: null,
    remarks: null,
    at: place("B7"),
    ...more,
  };
}

export function workItem(title: string, more: Partial<WorkItem> = {}): WorkItem {
  return {
    id: `w-${title}`,
    key: title,
    tableId: "t1",
    no: "1",
    noAt: null,
    reformArea: "①市民サービスの改革",
    policy: null,
    program: null,
    theme: null,
    themeAt: null,
    title,
    summary: null,
    divisions: ["税務課"],
    divisionAt: null,
    status: { raw: "実施中", value: "in-progress" },
    statusAt: null,
    schedule: [],
    remarks: null,
    headings: [],
    viewpoints: [],
    at: place("D6"),
    ...more,
  };
}

export function reportInput(model: Partial<PlanModel> = {}, more: Partial<ReportInput> = {}): ReportInput {
  return {
    file: "計画.xlsx",
    asOf: "2025-10-01",
    model: {
      tables: [],
      indicators: [],
      workItems: [],
      measures: [],
      revisions: [],
      links: [],
      bodies: [],
      notRead: [],
      ...model,
    },
    findings: [],
    assessments: [],
    settings: defaultSettings,
    ...more,
  };
}
