import { goToCell } from "../excel/go-to-cell";
import { describeHost, excelApiMissing, readTheme } from "../excel/host";
import { takeNotice, watchNotice } from "../excel/notice";
import { readWorkbook } from "../excel/read-workbook";
import type { PaneHost } from "./state/pane-host";

/* What writes, and what reads what was written, comes in pieces of its own: the first sight of the pane needs none of it. */
const writing = () => import("./excel-writing");
const summary = () => import("../excel/summary");

/** Excel as the pane asks it. */
export const excelHost: PaneHost = {
  apiMissing: excelApiMissing,
  describe: describeHost,
  readTheme,
  readWorkbook,
  goToCell,
  watchRibbon: (listener) => {
    const left = takeNotice();
    if (left !== null) listener(left.what);
    watchNotice(({ what }) => { listener(what); });
  },
  goToSheet: (sheet) => goToCell({ sheet, row: 0, column: 0 }),
  readSelection: async () => (await writing()).readSelection(),
  watchChanges: async (listener) => (await writing()).watchChanges(listener),
  loadSettings: async () => (await writing()).loadSettings(),
  saveSettings: async (json, journal) => (await writing()).saveSettings(json, { journal }),
  applySuggestion: async (suggestion, expected, journal) => {
    const applied = await (await writing()).applySuggestion(suggestion, { expected, journal });
    return applied.ok ? { ok: true, value: undefined } : applied;
  },
  applyHighlights: async (plan, journal) => (await writing()).applyHighlights(plan, { journal }),
  clearHighlights: async (journal) => (await writing()).clearHighlights({ journal }),
  hasHighlights: async () => (await writing()).hasHighlights(),
  listJournal: async () => (await writing()).listJournal(),
  undoLast: async () => (await writing()).undoLast(),
  forgetLast: async () => (await writing()).forgetLast(),
  previewSummary: async (plan) => (await summary()).previewSummary(plan),
  writeSummary: async (plan, options) => (await summary()).writeSummary(plan, options),
  openBook: async (base64) => (await writing()).openBook(base64),
};
