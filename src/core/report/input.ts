import type { Assessment } from "../evaluate";
import type { PlanModel } from "../model/plan-model";
import type { Settings } from "../settings";
import type { Finding, RuleCrash } from "../validate/finding";
import type { AcceptedFinding } from "../validate/run";

/** All that a report is made from. Nothing else goes in: the same input gives the same report. */
export interface ReportInput {
  /** File name of the workbook, without folders. */
  readonly file: string;
  /** ISO day. */
  readonly asOf: string;
  readonly model: PlanModel;
  readonly findings: readonly Finding[];
  /** Findings that a person has looked at and left, with the reason. Listed apart, and in no count. */
  readonly accepted?: readonly AcceptedFinding[];
  readonly assessments: readonly Assessment[];
  readonly settings: Settings;
  /** Rules that could not be run. They stand on the cover: a crash must never look like a clean sheet. */
  readonly crashes?: readonly RuleCrash[];
}
