import type { JournalEntry } from "../core/journal";
import { fail, type Result } from "../core/shared/result";
import type { HostFailure } from "./host-failure";

export interface JournalRead {
  readonly entries: readonly JournalEntry[];
  /** The part was there but could not be read; it counts as empty, and the next record replaces it. */
  readonly isDamaged: boolean;
}

/** What can be taken back, newest last. */
export async function listJournal(): Promise<Result<readonly JournalEntry[], HostFailure>> {
  const read = await readJournal();
  return read.ok ? { ok: true, value: read.value.entries } : read;
}

export async function readJournal(): Promise<Result<JournalRead, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: "not yet" });
}

/** Takes the newest action back; null where there is none. */
export async function undoLast(): Promise<Result<{ readonly undone: JournalEntry } | null, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: "not yet" });
}

/** Forgets the newest action without taking it back, where 元に戻す was refused because of an edit by hand. */
export async function forgetLast(): Promise<Result<{ readonly forgotten: JournalEntry } | null, HostFailure>> {
  await Promise.resolve();
  return fail({ code: "unexpected", detail: "not yet" });
}
