import type { AssessmentStatus } from "../evaluate";
import type { CellRole } from "./theme";
import type { WorkStatus } from "./words.ja";

/** The role of a cell that says how something stands. */
export const ratingRoles: Readonly<Record<AssessmentStatus, CellRole>> = {
  achieved: "status-achieved",
  "on-track": "status-on-track",
  behind: "status-behind",
  "worse-than-baseline": "status-worse",
  "not-evaluable": "status-none",
};

export const workRoles: Readonly<Record<WorkStatus, CellRole>> = {
  "not-started": "work-open",
  considering: "work-open",
  "in-progress": "work-moving",
  continuing: "work-moving",
  done: "work-finished",
  suspended: "work-stopped",
  cancelled: "work-stopped",
  unknown: "work-open",
  none: "work-open",
};
