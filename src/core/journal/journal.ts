import { z } from "zod";

/** Namespace of the root element of the custom XML part in which a workbook carries what we may have to take back. */
export const JOURNAL_NAMESPACE = "urn:shinchoku:journal:1";

/** Actions that can be taken back. */
const MOST_ENTRIES = 50;

/** Characters of the whole record; it goes to Excel and back with every action, and lies in the user's file. */
const MOST_CHARACTERS = 1_000_000;

const CURRENT_VERSION = 1;

const content = z.union([z.string(), z.number(), z.boolean(), z.strictObject({ error: z.string() }), z.null()]);
const region = z.strictObject({ top: z.int(), left: z.int(), bottom: z.int(), right: z.int() });

/** A cell as it was or as we left it. */
const cellWritten = z.strictObject({
  /** What it holds; null for an empty cell. */
  value: content,
  /** Without "="; null for a constant. */
  formula: z.string().nullable(),
  /** Number format code. */
  format: z.string(),
});
export type CellWritten = z.infer<typeof cellWritten>;

/** A conditional format of ours as it stood in a sheet. Rows inserted or sorted since may have given it several ranges. */
const shownRule = z.strictObject({ sheet: z.string(), /** A1, without the sheet. */ ranges: z.array(z.string()).min(1), /** With "=" and our marker. */ formula: z.string() });
export type ShownRule = z.infer<typeof shownRule>;

/** How far a sheet reached, by which an inserted or deleted row or column shows. */
const extent = z.strictObject({ sheet: z.string(), filled: region.nullable() });
export type RecordedExtent = z.infer<typeof extent>;

const head = {
  id: z.string().min(1),
  /** ISO date-time, as the caller had it. */
  at: z.string(),
  /** One line in Japanese: 「C7 を 12 に直した」. */
  label: z.string(),
};
/** What was shown before, and how far the sheets reached when it was. */
const highlights = { before: z.array(shownRule), extents: z.array(extent) };

const journalEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    ...head,
    kind: z.literal("suggestion"),
    place: z.strictObject({ sheetId: z.string(), sheet: z.string(), row: z.int(), column: z.int() }),
    /** The longest text in the row, by which a moved row shows; null where the row holds no other. */
    neighbor: z.strictObject({ column: z.int(), value: content }).nullable(),
    before: cellWritten,
    after: cellWritten,
  }),
  z.strictObject({ ...head, kind: z.literal("highlights-on"), ...highlights }),
  z.strictObject({ ...head, kind: z.literal("highlights-off"), ...highlights }),
  z.strictObject({ ...head, kind: z.literal("settings"), /** JSON; null: there were none. */ before: z.string().nullable(), after: z.string() }),
  z.strictObject({ ...head, kind: z.literal("summary"), data: z.json() }),
]);

/** 元に戻すための記録: one action of ours, and what its inverse needs. */
export type JournalEntry = z.infer<typeof journalEntry>;
export type JournalKind = JournalEntry["kind"];

/** What a caller says of an action that is to be recorded. */
export type JournalNote = Pick<JournalEntry, "id" | "at" | "label">;

const journalSchema = z.strictObject({ version: z.literal(CURRENT_VERSION), entries: z.array(journalEntry) });

export interface Journal {
  /** Newest last. */
  readonly entries: readonly JournalEntry[];
  /** There was a record that could not be read, or one of a newer version; it counts as empty. */
  readonly isDamaged: boolean;
}

/** The record in the workbook's part; null where there is no part. Whatever is not ours counts as empty, and says so. */
export function parseJournal(text: string | null): Journal {
  if (text === null) return { entries: [], isDamaged: false };
  try {
    const parsed = journalSchema.safeParse(JSON.parse(text));
    return parsed.success ? { entries: parsed.data.entries, isDamaged: false } : { entries: [], isDamaged: true };
  } catch {
    return { entries: [], isDamaged: true };
  }
}

/** The text for the part; null where nothing can be taken back and no part is needed. */
export function toJournalText(entries: readonly JournalEntry[]): string | null {
  return entries.length === 0 ? null : JSON.stringify({ version: CURRENT_VERSION, entries });
}

/** With one more action; the oldest go where there are too many or where they are too long. */
export function withEntry(entries: readonly JournalEntry[], entry: JournalEntry): readonly JournalEntry[] {
  const kept = [entry];
  let characters = JSON.stringify(entry).length;
  for (const older of [...entries].reverse()) {
    characters += JSON.stringify(older).length;
    if (kept.length === MOST_ENTRIES || characters > MOST_CHARACTERS) break;
    kept.unshift(older);
  }
  return kept;
}

export function withoutEntry(entries: readonly JournalEntry[], id: string): readonly JournalEntry[] {
  return entries.filter((entry) => entry.id !== id);
}
