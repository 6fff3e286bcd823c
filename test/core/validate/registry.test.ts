import { rules } from "../../../src/core/validate/registry";

/** 重要度 of every rule, as other tools rely on it. */
const SEVERITIES: Readonly<Record<string, string>> = {
  "indicator-target-missing": "error",
  "indicator-target-pending": "warning",
  "indicator-target-column-missing": "error",
  "indicator-baseline-missing": "warning",
  "indicator-actual-missing": "warning",
  "indicator-duplicate": "warning",
  "indicator-direction-unconfirmed": "info",
  "baseline-year-mixed": "warning",
  "figure-unreadable": "error",
  "figure-number-as-text": "info",
  "figure-unit-mismatch": "warning",
  "figure-out-of-range": "warning",
  "target-already-met": "info",
  "rate-reversed": "error",
  "rate-mismatch": "warning",
  "total-mismatch": "warning",
  "work-item-no-duplicate": "warning",
  "work-item-division-missing": "warning",
  "work-item-status-missing": "warning",
  "work-item-status-unknown": "info",
  "work-item-indicator-missing": "error",
  "work-item-viewpoint-missing": "warning",
  "label-variant": "info",
  "cell-error": "error",
  "revision-out-of-order": "warning",
  "logic-link-broken": "error",
  "logic-link-backward": "warning",
  "indicator-unlinked": "info",
};

test("どの規則も、決められた名前と重要度である", () => {
  expect(Object.fromEntries(rules.map(({ id, severity }) => [id, severity]))).toEqual(SEVERITIES);
});
