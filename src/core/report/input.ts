import type { PlanModel } from "../model/plan-model";
import type { Settings } from "../settings";
import type { Finding } from "../validate/finding";

/** How an indicator stands, as far as the report shows it. */
export type AssessedStatus = "achieved" | "on-track" | "behind" | "worse-than-baseline" | "not-evaluable";

/** What the report needs of an assessment; `evaluate` gives more. Yardsticks are ratios: 1.05 is 105 %. */
export interface ReportAssessment {
  readonly indicator: string;
  readonly period: { readonly kind: string; readonly year: number; readonly date: string | null } | null;
  readonly againstTarget: number | null;
  readonly fromBaseline: number | null;
  readonly againstPace: number | null;
  readonly status: AssessedStatus;
  readonly because: string | null;
}

/** All that a report is made from. Nothing else goes in: the same input gives the same report. */
export interface ReportInput {
  /** File name of the workbook, without folders. */
  readonly file: string;
  /** ISO day. */
  readonly asOf: string;
  readonly model: PlanModel;
  readonly findings: readonly Finding[];
  readonly assessments: readonly ReportAssessment[];
  readonly settings: Settings;
}
