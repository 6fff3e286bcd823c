import { baselineYearMixed } from "./rules/baseline-year-mixed";
import { cellError } from "./rules/cell-error";
import { figureNumberAsText } from "./rules/figure-number-as-text";
import { figureOutOfRange } from "./rules/figure-out-of-range";
import { figureUnitMismatch } from "./rules/figure-unit-mismatch";
import { figureUnreadable } from "./rules/figure-unreadable";
import { indicatorActualMissing } from "./rules/indicator-actual-missing";
import { indicatorBaselineMissing } from "./rules/indicator-baseline-missing";
import { indicatorDirectionUnconfirmed } from "./rules/indicator-direction-unconfirmed";
import { indicatorDuplicate } from "./rules/indicator-duplicate";
import { indicatorTargetColumnMissing } from "./rules/indicator-target-column-missing";
import { indicatorTargetMissing } from "./rules/indicator-target-missing";
import { indicatorTargetPending } from "./rules/indicator-target-pending";
import { indicatorUnlinked } from "./rules/indicator-unlinked";
import { labelVariant } from "./rules/label-variant";
import { logicLinkBackward } from "./rules/logic-link-backward";
import { logicLinkBroken } from "./rules/logic-link-broken";
import { rateMismatch } from "./rules/rate-mismatch";
import { rateReversed } from "./rules/rate-reversed";
import { revisionOutOfOrder } from "./rules/revision-out-of-order";
import { targetAlreadyMet } from "./rules/target-already-met";
import { totalMismatch } from "./rules/total-mismatch";
import { workItemDivisionMissing } from "./rules/work-item-division-missing";
import { workItemIndicatorMissing } from "./rules/work-item-indicator-missing";
import { workItemNoDuplicate } from "./rules/work-item-no-duplicate";
import { workItemStatusMissing } from "./rules/work-item-status-missing";
import { workItemStatusUnknown } from "./rules/work-item-status-unknown";
import { workItemViewpointMissing } from "./rules/work-item-viewpoint-missing";

/** Every rule, in the order in which staff are shown them. A list, not a folder scan: the order and the set are reviewed. */
export const rules = [
  indicatorTargetMissing,
  indicatorTargetPending,
  indicatorTargetColumnMissing,
  indicatorBaselineMissing,
  indicatorActualMissing,
  indicatorDuplicate,
  indicatorDirectionUnconfirmed,
  baselineYearMixed,
  figureUnreadable,
  figureNumberAsText,
  figureUnitMismatch,
  figureOutOfRange,
  targetAlreadyMet,
  rateReversed,
  rateMismatch,
  totalMismatch,
  workItemNoDuplicate,
  workItemDivisionMissing,
  workItemStatusMissing,
  workItemStatusUnknown,
  workItemIndicatorMissing,
  workItemViewpointMissing,
  labelVariant,
  cellError,
  revisionOutOfOrder,
  logicLinkBroken,
  logicLinkBackward,
  indicatorUnlinked,
] as const;

export type RuleId = (typeof rules)[number]["id"];
