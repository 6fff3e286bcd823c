import { z } from "zod";

/** Namespace of the root element of the custom XML part in which a workbook carries what we may have to take back. */
export const JOURNAL_NAMESPACE = "urn:shinchoku:journal:1";

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

/** A conditional format of ours as it stood in a sheet. Rows inserted or sorted since may have given it several regions. */
const shownBlock = z.strictObject({
  sheet: z.string(),
  regions: z.array(region).min(1),
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  formula: z.string(),
  textMark: z.string().nullable(),
});
export type ShownBlock = z.infer<typeof shownBlock>;

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

/** 元に戻すための記録: one action of ours, and what its inverse needs. */
const journalEntry = z.discriminatedUnion("kind", [
  z.strictObject({
    ...head,
    kind: z.literal("suggestion"),
    place: z.strictObject({ sheetId: z.string(), sheet: z.string(), row: z.int(), column: z.int() }),
    /** The nearest filled cell of the row, by which a moved row shows; null where the row holds nothing else. */
    neighbor: z.strictObject({ column: z.int(), value: content }).nullable(),
    before: cellWritten,
    after: cellWritten,
  }),
  z.strictObject({ ...head, kind: z.literal("highlights-on"), before: z.array(shownBlock), extents: z.array(extent) }),
  z.strictObject({ ...head, kind: z.literal("highlights-off"), before: z.array(shownBlock), extents: z.array(extent) }),
  z.strictObject({ ...head, kind: z.literal("settings"), /** JSON; null: there were none. */ before: z.string().nullable(), after: z.string() }),
  z.strictObject({ ...head, kind: z.literal("summary"), data: z.json() }),
]);
export type JournalEntry = z.infer<typeof journalEntry>;
export type JournalKind = JournalEntry["kind"];

/** What a caller says of an action that is to be recorded. */
export type JournalNote = Pick<JournalEntry, "id" | "at" | "label">;
