import type { Indicator } from "../model/indicator";
import type { PlanModel } from "../model/plan-model";
import type { FieldName, Table } from "../model/table";
import type { WorkItem } from "../model/work-item";
import { texts } from "./texts.ja";

/*
 * Which 基本目標, 施策 and 改革区分 an indicator or a work item is counted under. What the item's own column says comes
 * first; then the headings in force, the outermost that reads like such a level; then what its 個別業務 stands under; at
 * last the sheet, and then it is said that this is only a sheet.
 */

const POLICY_HEADING = /基本目標|基本方針|政策|重点|目標\s*[0-9０-９一二三四五六七八九十]/u;
/** Headings that name the kind of a list, not an area of policy. */
const LIST_HEADING = /数値目標|重要業績|業績評価|ＫＰＩ|KPI|指標|一覧|実績|進捗/iu;
/** 「1」, 「②」, 「Ⅲ」, 「(4)」, 「A」: says nothing without the name of its column. */
const BARE_NUMBER = /^[(（]?(?:[0-9]{1,3}|[IVX]{1,5}|[A-Z]|[一二三四五六七八九十]{1,3})[)）]?[.．]?$/u;

export interface Groups {
  readonly area: string | null;
  readonly policy: string | null;
  readonly program: string | null;
}

/** The outermost heading that names an area of policy; a mere list's heading is none. */
function policyHeading(headings: readonly string[]): string | null {
  return headings.find((heading) => POLICY_HEADING.test(heading)) ?? headings.find((heading) => !LIST_HEADING.test(heading)) ?? null;
}

/** The innermost heading under the policy's own. Where the policy stands in a column, every heading is wider than it. */
function programHeading(headings: readonly string[], policy: string | null): string | null {
  const at = policy === null ? -1 : headings.indexOf(policy);
  if (policy !== null && at < 0) return null;
  const inner = headings.slice(at + 1);
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
    const ofItem = item === undefined ? null : this.ofWorkItem(item);
    const own = this.named(indicator.policy, "policy", indicator.tableId) ?? ofItem?.policy ?? null;
    const policy = own ?? (ofItem?.area === null || ofItem === null ? policyHeading(indicator.headings) : null);
    return {
      area: ofItem?.area ?? null,
      policy: policy ?? ofItem?.area ?? ofItem?.program ?? this.lastResort(indicator),
      program:
        this.named(indicator.program, "program", indicator.tableId) ??
        ofItem?.program ??
        programHeading(indicator.headings, policy),
    };
  }

  ofWorkItem(item: WorkItem): Groups {
    const area = this.named(item.reformArea, "reformArea", item.tableId);
    const policy = this.named(item.policy, "policy", item.tableId) ?? (area === null ? policyHeading(item.headings) : null);
    const program = this.named(item.program, "program", item.tableId) ?? this.named(item.theme, "theme", item.tableId);
    return { area, policy, program };
  }

  /** A bare number with the label of its column before it: 「1」 under 「基本目標」 is 「基本目標 1」. */
  private named(text: string | null, field: FieldName, tableId: string): string | null {
    if (text === null || !BARE_NUMBER.test(text.normalize("NFKC").trim())) return text;
    const header = this.tables.get(tableId)?.fields.find((item) => item.field === field)?.header ?? "";
    const label = header.replace(/\s+/gu, "");
    return label === "" ? text : `${label} ${text.trim()}`;
  }

  /** A heading of a list is better than nothing, and so is the sheet; neither may read like a 基本目標. */
  private lastResort({ headings, tableId }: Indicator): string | null {
    const sheet = this.tables.get(tableId)?.sheet;
    return headings[0] ?? (sheet === undefined ? null : texts.sheetGroup(sheet));
  }
}
