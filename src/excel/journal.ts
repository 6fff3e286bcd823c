import type { Journal, JournalEntry } from "../core/journal";
import type { Result } from "../core/common/result";
import { attempt, type HostFailure } from "./host-failure";
import { JournalPart } from "./own-part";
import { undo } from "./undo";
import { write } from "./write";

/** What can be taken back, newest last. A record that is damaged counts as empty; `readJournal` tells. */
export async function listJournal(): Promise<Result<readonly JournalEntry[], HostFailure>> {
  const read = await readJournal();
  return read.ok ? { ok: true, value: read.value.entries } : read;
}

/** The record, and whether there is one that could not be read. Two requests; one where there is none. */
export async function readJournal(): Promise<Result<Journal, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const journal = new JournalPart(context);
      await context.sync();
      if (!journal.askText()) return journal.read();
      await context.sync();
      return journal.read();
    }),
  );
}

/** Takes the newest action back; null where there is none. Refused where what it would put back was changed by hand since. */
export async function undoLast(): Promise<Result<{ readonly undone: JournalEntry } | null, HostFailure>> {
  const read = await readJournal();
  if (!read.ok) return read;
  if (read.value.isDamaged) return { ok: false, failure: { code: "undo-unreadable" } };
  const newest = read.value.entries.at(-1);
  if (newest === undefined) return { ok: true, value: null };
  const done = await undo(newest);
  return done.ok ? { ok: true, value: { undone: newest } } : done;
}

/**
 * Forgets the newest action without taking it back, so that those before it can be, where 元に戻す was refused. A damaged
 * record is forgotten whole; null then, and where there is none.
 */
export async function forgetLast(): Promise<Result<{ readonly forgotten: JournalEntry } | null, HostFailure>> {
  let before: string | null = null;
  return write(
    "settings",
    async (context, writing) => {
      context.workbook.load({ readOnly: true });
      const journal = await open(context);
      before = journal.text;
      const { entries, isDamaged } = journal.read();
      const newest = entries.at(-1);
      if (newest !== undefined) journal.remove(newest.id);
      else if (isDamaged) journal.putBack(null);
      else return null;
      await writing.send(context);
      return newest === undefined ? null : { forgotten: newest };
    },
    async (context) => {
      const journal = await open(context);
      journal.putBack(before);
      await context.sync();
    },
  );
}

async function open(context: Excel.RequestContext): Promise<JournalPart> {
  const journal = new JournalPart(context);
  await context.sync();
  journal.askText();
  await context.sync();
  return journal;
}
