import type { HighlightPlan } from "../core/highlight";
import type { JournalNote } from "../core/journal";
import { fail, type Result } from "../core/shared/result";
import type { HostFailure } from "./host-failure";

export interface HighlightsApplied {
  /** Blocks. */
  readonly colored: number;
  /** Sheets that are protected and forbid formats; nothing was colored there. */
  readonly protectedSheets: readonly string[];
  /** Sheets of the plan that are not in the workbook any more. */
  readonly goneSheets: readonly string[];
}

export interface HighlightsCleared {
  /** Conditional formats taken away. */
  readonly cleared: number;
  /** Sheets that carry colors of ours, but are protected. */
  readonly protectedSheets: readonly string[];
}

export async function applyHighlights(plan: HighlightPlan, options: { readonly journal?: JournalNote } = {}): Promise<Result<HighlightsApplied, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: `not yet ${String(plan.blocks.length)} ${String(options.journal)}` });
}

export async function clearHighlights(options: { readonly journal?: JournalNote } = {}): Promise<Result<HighlightsCleared, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: `not yet ${String(options.journal)}` });
}

export async function hasHighlights(): Promise<Result<boolean, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: "not yet" });
}
