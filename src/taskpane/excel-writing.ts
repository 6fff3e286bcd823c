/* A piece of its own: loaded once something is to be written, or what was written is to be known. */
import "./jitless";

export { applySuggestion } from "../excel/apply-suggestion";
export { applyHighlights, clearHighlights, hasHighlights } from "../excel/highlights";
export { forgetLast, listJournal, undoLast } from "../excel/journal";
export { openBook } from "../excel/open-book";
export { readSelection } from "../excel/selection";
export { loadSettings, saveSettings } from "../excel/settings-store";
export { watchChanges } from "../excel/watch";
