import type { Assessment } from "../evaluate";
import type { PlanModel } from "../model/plan-model";
import type { Settings } from "../settings";
import type { Finding, RuleCrash } from "../validate/finding";

/** All that a report is made from. Nothing else goes in: the same input gives the same report. */
export interface ReportInput {
  /** File name of the workbook, without folders. */
  readonly file: string;
  /** ISO day. */
  readonly asOf: string;
  readonly model: PlanModel;
  readonly findings: readonly Finding[];
  readonly assessments: readonly Assessment[];
  readonly settings: Settings;
  /** Rules that could not be run. They stand on the cover: a crash must never look like a clean sheet. */
  readonly crashes?: readonly RuleCrash[];
}
