import type { PlanModel, Table } from "../model";
import type { Settings } from "../settings";
import type { CellAddress } from "../sheet/address";
import type { SheetView } from "../sheet/sheet-view";
import type { FindingParams, Severity, Suggestion } from "./finding";

/** What a rule may look at besides the model. May not: read a clock, keep state between calls. */
export interface RuleContext {
  /** 評価日, an ISO day. */
  readonly asOf: string;
  readonly settings: Settings;
  readonly sheet: (name: string) => SheetView;
  readonly table: (id: string) => Table;
}

export interface Violation<Params extends FindingParams> {
  readonly at: CellAddress;
  readonly params: Params;
  readonly suggestion?: Suggestion;
  /** What the finding is about, for keys: an indicator's or item's key, a label. Places serve where there is none. */
  readonly subject?: string;
}

/** One file a rule; `id` is the file's name, the test's, the text's and the page's, and what staff are shown. */
export interface Rule<Id extends string, Params extends FindingParams> {
  readonly id: Id;
  readonly severity: Severity;
  check(model: PlanModel, context: RuleContext): Iterable<Violation<Params>>;
}

/** Identity at run time; keeps the id literal and the params exact at compile time, which `messages/` is checked against. */
export function defineRule<const Id extends string, Params extends FindingParams>(
  rule: Rule<Id, Params>,
): Rule<Id, Params> {
  return rule;
}
