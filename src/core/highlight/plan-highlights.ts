import type { WorkbookSnapshot } from "../sheet/snapshot";
import type { Finding } from "../validate/finding";
import type { HighlightChoice, HighlightPlan } from "./highlight";

/** What of the findings is shown in the sheets, and how. */
export function planHighlights(findings: readonly Finding[], snapshot: WorkbookSnapshot, choice: HighlightChoice): HighlightPlan {
  throw new Error(`not yet: ${String(findings.length)} ${snapshot.file} ${String(choice.rules)}`);
}
