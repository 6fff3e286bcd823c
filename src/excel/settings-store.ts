import type { JournalEntry, JournalNote } from "../core/journal";
import type { Result } from "../core/common/result";
import { attempt, Refusal, type HostFailure } from "./host-failure";
import { JournalPart, settingsPart } from "./own-part";
import { write } from "./write";

/** The settings in the open workbook as JSON text, or null where there are none. */
export async function loadSettings(): Promise<Result<string | null, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const part = settingsPart(context);
      await context.sync();
      if (!part.askText()) return null;
      await context.sync();
      return part.text;
    }),
  );
}

/**
 * Puts the settings into the open workbook, where the command line finds them too; with a note, in such a way that it can
 * be taken back. Three requests. Does not save the workbook.
 */
export async function saveSettings(json: string, options: { readonly journal?: JournalNote } = {}): Promise<Result<void, HostFailure>> {
  const { journal: note } = options;
  return replaceSettings(json, (journal, before) => {
    if (note !== undefined && before !== json) journal.record({ ...note, kind: "settings", before, after: json });
  });
}

/** Puts the former settings back, unless someone has changed them since. */
export async function undoSettings(entry: Extract<JournalEntry, { readonly kind: "settings" }>): Promise<Result<void, HostFailure>> {
  return replaceSettings(entry.before, (journal, present) => {
    if (present !== entry.after) throw new Refusal({ code: "undo-changed", label: entry.label });
    journal.remove(entry.id);
  });
}

async function replaceSettings(json: string | null, enter: (journal: JournalPart, before: string | null) => void): Promise<Result<void, HostFailure>> {
  let before: { readonly settings: string | null; readonly journal: string | null } = { settings: null, journal: null };
  return write(
    "settings",
    async (context, writing) => {
      context.workbook.load({ readOnly: true });
      const [settings, journal] = await readParts(context);
      before = { settings: settings.text, journal: journal.text };
      enter(journal, settings.text);
      settings.put(json);
      await writing.send(context);
    },
    async (context) => {
      const [settings, journal] = await readParts(context);
      if (settings.text !== before.settings) settings.put(before.settings);
      journal.putBack(before.journal);
      await context.sync();
    },
  );
}

async function readParts(context: Excel.RequestContext): Promise<readonly [ReturnType<typeof settingsPart>, JournalPart]> {
  const parts = [settingsPart(context), new JournalPart(context)] as const;
  await context.sync();
  for (const part of parts) part.askText();
  await context.sync();
  return parts;
}
