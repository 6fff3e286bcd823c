import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import type { DataColumn, DataTable, DataValue } from "./data-table";
import { formatPeriod, formatPlace } from "./format";
import { Grouping } from "./grouping";
import type { ReportAssessment, ReportInput } from "./input";
import { ratings, sheetNames, targetStates, texts, type TargetState } from "./texts.ja";
import { words } from "./words.ja";

export type IndicatorKey = keyof typeof texts.indicatorData.columns;

/** Order and width of the columns. */
const COLUMNS: readonly (readonly [IndicatorKey, number])[] = [
  ["id", 6],
  ["area", 18],
  ["policy", 26],
  ["program", 20],
  ["workItem", 20],
  ["division", 14],
  ["name", 30],
  ["tier", 9],
  ["viewpoint", 6],
  ["unit", 6],
  ["direction", 12],
  ["baseline", 9],
  ["baselinePeriod", 11],
  ["target", 9],
  ["targetPeriod", 11],
  ["targetState", 9],
  ["actual", 9],
  ["actualPeriod", 11],
  ["rating", 12],
  ["place", 16],
];

/** What the target cell says, in the words that the counts use. 空欄, 「－」 and 「設定予定」 stay three things. */
export function targetState(target: Figure | null): TargetState {
  if (target === null) return "no-column";
  switch (target.state) {
    case "set":
    case "qualitative":
      return "set";
    case "blank":
      return "unset";
    case "pending":
      return "pending";
    case "not-applicable":
      return "not-applicable";
    case "unreadable":
      return "unreadable";
  }
}

/** The last year with a number in it. */
export function latestActual(indicator: Indicator): Figure | null {
  const stated = indicator.actuals.filter(({ state }) => state === "set");
  return stated.reduce<Figure | null>((latest, figure) => {
    return latest === null || (figure.period?.year ?? 0) >= (latest.period?.year ?? 0) ? figure : latest;
  }, null);
}

type IndicatorRow = Readonly<Record<IndicatorKey, DataValue>>;

function indicatorRow(indicator: Indicator, grouping: Grouping, assessment?: ReportAssessment): IndicatorRow {
  const groups = grouping.ofIndicator(indicator);
  const item = grouping.workItemOf(indicator);
  const actual = latestActual(indicator);
  return {
    id: indicator.id,
    area: groups.area ?? texts.noGroup,
    policy: groups.policy ?? texts.noGroup,
    program: groups.program ?? texts.noGroup,
    workItem: item?.title ?? null,
    division: indicator.division ?? (item?.divisions.join("、") || texts.noDivision),
    name: indicator.name,
    tier: indicator.tier === null ? null : words.tier[indicator.tier],
    viewpoint: indicator.viewpoint === null ? null : words.viewpoint[indicator.viewpoint],
    unit: indicator.unit,
    direction: words.direction(indicator.direction),
    baseline: indicator.baseline?.amount ?? null,
    baselinePeriod: formatPeriod(indicator.baseline?.period ?? null),
    target: indicator.target?.amount ?? null,
    targetPeriod: formatPeriod(indicator.target?.period ?? null),
    targetState: targetStates[targetState(indicator.target)],
    actual: actual?.amount ?? null,
    actualPeriod: formatPeriod(actual?.period ?? null),
    rating: ratings[assessment?.status ?? "not-evaluable"].word,
    place: formatPlace(indicator.at),
  };
}

/** 指標を1行に1件で並べた表. */
export function indicatorTable(input: ReportInput): DataTable<IndicatorKey> {
  const grouping = new Grouping(input.model);
  const assessments = new Map(input.assessments.map((item) => [item.indicator, item]));
  const titles = texts.indicatorData.columns;
  const columns = COLUMNS.map(([key, width]): DataColumn<IndicatorKey> => ({ key, title: titles[key], width }));
  return {
    sheet: "indicator-data",
    sheetName: sheetNames.indicatorData,
    name: "tblIndicators",
    note: texts.indicatorData.note,
    columns,
    rows: input.model.indicators.map((item) => indicatorRow(item, grouping, assessments.get(item.id))),
  };
}
