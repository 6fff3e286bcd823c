import { applySuggestion } from "../excel/apply-suggestion";
import { goToCell } from "../excel/go-to-cell";
import { applyHighlights, clearHighlights, hasHighlights } from "../excel/highlights";
import { describeHost, excelApiMissing, readTheme } from "../excel/host";
import { forgetLast, listJournal, undoLast } from "../excel/journal";
import { openBook } from "../excel/open-book";
import { readWorkbook } from "../excel/read-workbook";
import { readSelection } from "../excel/selection";
import { previewSummary, writeSummary } from "../excel/summary";
import { loadSettings, saveSettings } from "../excel/settings-store";
import { watchChanges } from "../excel/watch";
import type { PaneHost } from "./state/pane-host";

/** Excel as the pane asks it. */
export const excelHost: PaneHost = {
  apiMissing: excelApiMissing,
  describe: describeHost,
  readTheme,
  readWorkbook,
  goToCell,
  goToSheet: (sheet) => goToCell({ sheet, row: 0, column: 0 }),
  readSelection,
  watchChanges,
  loadSettings,
  saveSettings: (json, journal) => saveSettings(json, { journal }),
  applySuggestion: async (suggestion, expected, journal) => {
    const applied = await applySuggestion(suggestion, { expected, journal });
    return applied.ok ? { ok: true, value: undefined } : applied;
  },
  applyHighlights: (plan, journal) => applyHighlights(plan, { journal }),
  clearHighlights: (journal) => clearHighlights({ journal }),
  hasHighlights,
  listJournal,
  undoLast,
  forgetLast,
  previewSummary,
  writeSummary,
  openBook,
};
