import type { FigureState, Indicator, PlanModel, WorkItem } from "../model";
import type { Assessment, AssessmentStatus } from "./achievement";
import { splitDivisions } from "../text";
import type { Because } from "./because";

/** A share with both its parts, so that no percentage is ever shown without its denominator. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** From 0 to 1; null where there is nothing to divide by. */
  readonly share: number | null;
}

export function toShare(numerator: number, denominator: number): Share {
  return { numerator, denominator, share: denominator === 0 ? null : numerator / denominator };
}

/** 目標値の設定状況. The states add up to `total`. */
export interface TargetCounts {
  readonly total: number;
  readonly byState: Readonly<Record<FigureState, number>>;
  /** Indicators of tables without a target column. */
  readonly withoutColumn: number;
  /** 設定済 (a number, or words that are a target all the same), of all but those declared to have none. */
  readonly hasTarget: Share;
}

/** 評価の内訳. The statuses add up to `total`. */
export interface AssessmentCounts {
  readonly total: number;
  readonly byStatus: Readonly<Record<AssessmentStatus, number>>;
  /** Why indicators are 評価できない; only reasons that occur, in order of first appearance. */
  readonly byBecause: ReadonlyMap<Because, number>;
  /** How many can be judged at all. */
  readonly evaluable: Share;
  /** 達成, of all indicators: what cannot be judged counts as not achieved. */
  readonly achievedOfAll: Share;
  /** 達成, of those that can be judged. Never to be shown without `evaluable` beside it. */
  readonly achievedOfEvaluable: Share;
}

export interface WorkItemCounts {
  readonly total: number;
  /** 進捗状況の区分. The values and `withoutStatus` add up to `total`. */
  readonly byStatus: Readonly<Record<NonNullable<WorkItem["status"]>["value"], number>>;
  readonly withoutStatus: number;
}

/** One line of a table of counts. A key of null stands for items without such a label. */
export interface Group<Counts> {
  readonly key: string | null;
  readonly counts: Counts;
}

/** Groups in order of first appearance, and all together. */
export interface Breakdown<Counts> {
  readonly groups: readonly Group<Counts>[];
  readonly overall: Counts;
  /** True if an item stands in more than one group (共管の担当課): the groups then add up to more than the whole. */
  readonly isOverlapping: boolean;
}

export const dimensions = ["reformArea", "policy", "program", "division"] as const;
export type Dimension = (typeof dimensions)[number];

/** 目標値の設定状況 by a dimension. */
export function countTargets(model: PlanModel, by: Dimension): Breakdown<TargetCounts> {
  return breakDown(model.indicators, indicatorLabels(model, by), targetCounts);
}

/** 評価 by a dimension. Indicators without an assessment among the given ones are left out. */
export function countAssessments(
  model: PlanModel,
  assessments: readonly Assessment[],
  by: Dimension,
): Breakdown<AssessmentCounts> {
  const byIndicator = new Map(assessments.map((assessment) => [assessment.indicator, assessment]));
  const labels = indicatorLabels(model, by);
  const judged = model.indicators.flatMap((indicator) => {
    const assessment = byIndicator.get(indicator.id);
    return assessment === undefined ? [] : [{ indicator, assessment }];
  });
  return breakDown(
    judged,
    ({ indicator }) => labels(indicator),
    (group) => assessmentCounts(group.map(({ assessment }) => assessment)),
  );
}

/** 個別業務の進捗状況 by a dimension. */
export function countWorkItems(model: Pick<PlanModel, "workItems">, by: Dimension): Breakdown<WorkItemCounts> {
  return breakDown(model.workItems, (item) => workItemLabels(item, by), workItemCounts);
}

export function targetCounts(indicators: readonly Indicator[]): TargetCounts {
  const states = indicators.flatMap(({ target }) => (target === null ? [] : [target.state]));
  const byState = {
    set: count(states, "set"),
    blank: count(states, "blank"),
    "not-applicable": count(states, "not-applicable"),
    pending: count(states, "pending"),
    qualitative: count(states, "qualitative"),
    unreadable: count(states, "unreadable"),
  };
  const total = indicators.length;
  return {
    total,
    byState,
    withoutColumn: total - states.length,
    hasTarget: toShare(byState.set + byState.qualitative, total - byState["not-applicable"]),
  };
}

export function assessmentCounts(assessments: readonly Assessment[]): AssessmentCounts {
  const statuses = assessments.map(({ status }) => status);
  const byStatus = {
    achieved: count(statuses, "achieved"),
    "on-track": count(statuses, "on-track"),
    behind: count(statuses, "behind"),
    "worse-than-baseline": count(statuses, "worse-than-baseline"),
    "not-evaluable": count(statuses, "not-evaluable"),
  };
  const byBecause = new Map<Because, number>();
  for (const { because } of assessments) {
    if (because !== null) byBecause.set(because, (byBecause.get(because) ?? 0) + 1);
  }
  const total = assessments.length;
  const evaluable = total - byStatus["not-evaluable"];
  return {
    total,
    byStatus,
    byBecause,
    evaluable: toShare(evaluable, total),
    achievedOfAll: toShare(byStatus.achieved, total),
    achievedOfEvaluable: toShare(byStatus.achieved, evaluable),
  };
}

export function workItemCounts(items: readonly WorkItem[]): WorkItemCounts {
  const values = items.flatMap(({ status }) => (status === null ? [] : [status.value]));
  return {
    total: items.length,
    byStatus: {
      "not-started": count(values, "not-started"),
      considering: count(values, "considering"),
      "in-progress": count(values, "in-progress"),
      done: count(values, "done"),
      suspended: count(values, "suspended"),
      cancelled: count(values, "cancelled"),
      continuing: count(values, "continuing"),
      unknown: count(values, "unknown"),
    },
    withoutStatus: items.length - values.length,
  };
}

function breakDown<Item, Counts>(
  items: readonly Item[],
  labelsOf: (item: Item) => readonly (string | null)[],
  countsOf: (items: readonly Item[]) => Counts,
): Breakdown<Counts> {
  const groups = new Map<string | null, Item[]>();
  let isOverlapping = false;
  for (const item of items) {
    const labels = new Set(labelsOf(item));
    if (labels.size > 1) isOverlapping = true;
    for (const label of labels) {
      const group = groups.get(label);
      if (group === undefined) groups.set(label, [item]);
      else group.push(item);
    }
  }
  return {
    groups: [...groups].map(([key, group]) => ({ key, counts: countsOf(group) })),
    overall: countsOf(items),
    isOverlapping,
  };
}

/** An indicator's own label, else its work item's. */
function indicatorLabels(
  model: Pick<PlanModel, "workItems">,
  by: Dimension,
): (indicator: Indicator) => readonly (string | null)[] {
  const items = new Map(model.workItems.map((item) => [item.id, item]));
  return (indicator) => {
    const own = ownLabels(indicator, by);
    if (own.length > 0) return own;
    const item = indicator.workItem === null ? undefined : items.get(indicator.workItem);
    return item === undefined ? [null] : workItemLabels(item, by);
  };
}

function ownLabels(indicator: Indicator, by: Dimension): readonly string[] {
  if (by === "reformArea") return [];
  const label = indicator[by];
  if (label === null) return [];
  return by === "division" ? splitDivisions(label) : [label];
}

function workItemLabels(item: WorkItem, by: Dimension): readonly (string | null)[] {
  if (by !== "division") return [item[by]];
  return item.divisions.length === 0 ? [null] : item.divisions;
}

function count<Value>(values: readonly Value[], wanted: Value): number {
  return values.filter((value) => value === wanted).length;
}
