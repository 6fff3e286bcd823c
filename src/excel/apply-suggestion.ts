import type { CellWritten, JournalNote } from "../core/journal";
import { fail, type Result } from "../core/shared/result";
import type { CellContent } from "../core/sheet/snapshot";
import type { Suggestion } from "../core/index";
import type { HostFailure } from "./host-failure";

export interface SuggestionApplied {
  readonly before: CellWritten;
  readonly after: CellWritten;
}

export async function applySuggestion(suggestion: Suggestion, options: { readonly expected: CellContent | null; readonly journal?: JournalNote }): Promise<Result<SuggestionApplied, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: `not yet ${String(suggestion.value)} ${String(options.journal)}` });
}
