import type { Indicator } from "./indicator";
import type { Body, LogicLink, Measure, Revision } from "./records";
import type { Table } from "./table";
import type { WorkItem } from "./work-item";

/** Why a sheet gave no table. */
export interface NotRead {
  readonly sheet: string;
  readonly because: "no-table" | "hidden" | "too-large" | "chart-sheet" | "unreadable";
}

/** Everything that was read from a workbook: what stands on the sheets, in typed form, each value with its cell. */
export interface PlanModel {
  readonly tables: readonly Table[];
  readonly indicators: readonly Indicator[];
  readonly workItems: readonly WorkItem[];
  readonly measures: readonly Measure[];
  readonly revisions: readonly Revision[];
  readonly links: readonly LogicLink[];
  readonly bodies: readonly Body[];
  readonly notRead: readonly NotRead[];
}
