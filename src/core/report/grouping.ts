import type { Indicator } from "../model/indicator";
import type { PlanModel } from "../model/plan-model";
import type { Table } from "../model/table";
import type { WorkItem } from "../model/work-item";

/*
 * Which 基本目標, 施策 and 改革区分 an indicator or a work item is counted under. What the item's own column says comes
 * first; then the headings in force, the outermost that reads like such a level; at last the sheet.
 */

const POLICY_HEADING = /基本目標|基本方針|政策|重点|目標\s*[0-9０-９一二三四五六七八九十]/u;
/** Headings that name the kind of a list, not an area of policy. */
const LIST_HEADING = /数値目標|重要業績|業績評価|ＫＰＩ|KPI|指標|一覧|実績|進捗/iu;

export interface Groups {
  readonly area: string | null;
  readonly policy: string | null;
  readonly program: string | null;
}

function policyHeading(headings: readonly string[]): string | null {
  const areas = headings.filter((heading) => !LIST_HEADING.test(heading));
  return headings.find((heading) => POLICY_HEADING.test(heading)) ?? areas[0] ?? headings[0] ?? null;
}

function programHeading(headings: readonly string[], policy: string | null): string | null {
  const inner = headings.slice(policy === null ? 0 : headings.indexOf(policy) + 1);
  return inner.findLast((heading) => !LIST_HEADING.test(heading)) ?? null;
}

/** Looks up what a model's items belong to. */
export class Grouping {
  private readonly tables: ReadonlyMap<string, Table>;
  private readonly workItems: ReadonlyMap<string, WorkItem>;

  constructor(model: PlanModel) {
    this.tables = new Map(model.tables.map((table) => [table.id, table]));
    this.workItems = new Map(model.workItems.map((item) => [item.id, item]));
  }

  workItemOf(indicator: Indicator): WorkItem | undefined {
    return indicator.workItem === null ? undefined : this.workItems.get(indicator.workItem);
  }

  ofIndicator(indicator: Indicator): Groups {
    const item = this.workItemOf(indicator);
    const policy = indicator.policy ?? item?.policy ?? policyHeading(indicator.headings);
    return {
      area: item?.reformArea ?? null,
      policy: policy ?? this.tables.get(indicator.tableId)?.sheet ?? null,
      program: indicator.program ?? item?.program ?? programHeading(indicator.headings, policy),
    };
  }

  ofWorkItem(item: WorkItem): Groups {
    const policy = item.policy ?? (item.reformArea === null ? policyHeading(item.headings) : null);
    return { area: item.reformArea, policy, program: item.program ?? item.theme };
  }
}
