import type { JournalEntry, JournalKind } from "../core/journal";
import type { Result } from "../core/common/result";
import { undoSuggestion } from "./apply-suggestion";
import { undoHighlights } from "./highlights";
import type { HostFailure } from "./host-failure";
import { undoSettings } from "./settings-store";
import { undoSummary } from "./summary/undo-summary";

/** Takes an action back, and its entry out of the record in the same batch; or leaves both. */
type Inverse<Kind extends JournalKind> = (entry: Extract<JournalEntry, { readonly kind: Kind }>) => Promise<Result<void, HostFailure>>;

/** One place for every kind of action that we record. */
const inverses: { readonly [Kind in JournalKind]: Inverse<Kind> } = {
  suggestion: undoSuggestion,
  "highlights-on": undoHighlights,
  "highlights-off": undoHighlights,
  settings: undoSettings,
  summary: undoSummary,
};

export async function undo(entry: JournalEntry): Promise<Result<void, HostFailure>> {
  const inverse = inverses[entry.kind] as (entry: JournalEntry) => Promise<Result<void, HostFailure>>;
  return inverse(entry);
}
