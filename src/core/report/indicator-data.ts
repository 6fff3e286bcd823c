import type { Assessment } from "../evaluate";
import type { Figure } from "../model/figure";
import type { Indicator } from "../model/indicator";
import { splitDivisions } from "../text";
import { dataColumns, type DataTable, type DataValue } from "./data-table";
import { formatPeriod, formatPlace } from "./format";
import { Grouping } from "./grouping";
import type { ReportInput } from "./input";
import { sheetNames, texts } from "./texts.ja";
import { becauseWords, directionText, noTargetColumn, ratings, targetStates, tierWords, viewpointWords, type TargetState } from "./words.ja";

export type IndicatorKey = keyof typeof texts.indicatorData.columns;

/** Order and width of the columns. */
const COLUMNS: readonly (readonly [IndicatorKey, number])[] = [
  ["id", 6],
  ["area", 13],
  ["policy", 18],
  ["program", 14],
  ["workItem", 14],
  ["division", 12],
  ["name", 25],
  ["tier", 8],
  ["viewpoint", 8],
  ["unit", 6],
  ["direction", 11],
  ["baseline", 9],
  ["baselinePeriod", 11],
  ["target", 9],
  ["targetPeriod", 11],
  ["targetState", 8],
  ["actual", 9],
  ["actualPeriod", 11],
  ["rating", 9],
  ["because", 13],
  ["place", 12],
];

/** What the target cell says, in the words that the counts use. 空欄, 「\uFF0D」 and 「設定予定」 stay three things. */
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

/** The actual that the assessment is of. */
export function ratedActual(indicator: Indicator, assessment: Assessment | undefined): Figure | null {
  const period = assessment?.period ?? null;
  if (period === null) return null;
  const isRated = (figure: Figure): boolean =>
    figure.period?.kind === period.kind && figure.period.year === period.year && figure.period.date === period.date;
  return indicator.actuals.find((figure) => figure.state === "set" && isRated(figure)) ?? null;
}

/** Why an indicator cannot be judged. A target that has no column is not a blank cell, and is not called one. */
export function becauseText(indicator: Indicator, assessment: Assessment | undefined): string | null {
  const because = assessment?.because ?? null;
  if (because === null) return null;
  return because === "target-blank" && indicator.target === null ? noTargetColumn : becauseWords[because];
}

/** The divisions of an indicator, its own or those of its work item; empty if neither names one. */
export function divisionsOf(indicator: Indicator, grouping: Grouping): readonly string[] {
  const own = indicator.division === null ? [] : splitDivisions(indicator.division);
  return own.length > 0 ? own : (grouping.workItemOf(indicator)?.divisions ?? []);
}

type IndicatorRow = Readonly<Record<IndicatorKey, DataValue>>;

function indicatorRow(indicator: Indicator, grouping: Grouping, assessment?: Assessment): IndicatorRow {
  const groups = grouping.ofIndicator(indicator);
  const divisions = divisionsOf(indicator, grouping);
  return {
    id: indicator.id,
    area: groups.area ?? texts.noGroup,
    policy: groups.policy ?? texts.noGroup,
    program: groups.program ?? texts.noGroup,
    workItem: grouping.workItemOf(indicator)?.title ?? null,
    division: divisions.length === 0 ? texts.noDivision : divisions.join("、"),
    name: indicator.name,
    tier: indicator.tier === null ? null : tierWords[indicator.tier],
    viewpoint: indicator.viewpoint === null ? null : viewpointWords[indicator.viewpoint],
    unit: indicator.unit,
    direction: directionText(assessment?.direction ?? indicator.direction),
    baseline: indicator.baseline?.amount ?? null,
    baselinePeriod: formatPeriod(indicator.baseline?.period ?? null),
    target: indicator.target?.amount ?? null,
    targetPeriod: formatPeriod(indicator.target?.period ?? null),
    targetState: targetStates[targetState(indicator.target)],
    actual: ratedActual(indicator, assessment)?.amount ?? null,
    actualPeriod: formatPeriod(assessment?.period ?? null),
    rating: ratings[assessment?.status ?? "not-evaluable"].word,
    because: becauseText(indicator, assessment),
    place: formatPlace(indicator.at),
  };
}

/** 指標を1行に1件で並べた表. */
export function indicatorTable(input: ReportInput): DataTable<IndicatorKey> {
  const grouping = new Grouping(input.model);
  const assessments = new Map(input.assessments.map((item) => [item.indicator, item]));
  return {
    sheet: "indicator-data",
    sheetName: sheetNames.indicatorData,
    name: "tblIndicators",
    note: texts.indicatorData.note,
    columns: dataColumns(COLUMNS, texts.indicatorData.columns),
    rows: input.model.indicators.map((item) => indicatorRow(item, grouping, assessments.get(item.id))),
  };
}
