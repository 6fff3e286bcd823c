import { z } from "zod";
import { sheetRecord } from "./sheet-record";

/* What tells, inside a workbook, which sheets are ours and what we wrote on them. */

/** Namespace of the root element of the custom XML part that carries the record. */
export const SUMMARY_NAMESPACE = "urn:shinchoku:summary:1";

const owner = z.strictObject({
  v: z.literal(1),
  /**
   * Being made; the summary as it stands; the one before it, hidden, for 元に戻す; or left to the people who have made
   * it theirs: that one is never touched again, and still is no part of the plan.
   */
  state: z.enum(["building", "now", "former", "left"]),
  /** The sheet's key in the plan. */
  key: z.string(),
  /** The run that made it. */
  make: z.string(),
});
export type Owner = z.infer<typeof owner>;

const place = z.strictObject({ key: z.string(), name: z.string(), visibility: z.enum(["Visible", "Hidden", "VeryHidden"]) });
export type FormerPlace = z.infer<typeof place>;

const record = z.strictObject({
  v: z.literal(1),
  make: z.string(),
  sheets: z.array(sheetRecord),
  /** What 元に戻す brings back: nothing after the first run ("none"); "gone" once it has been brought back. */
  former: z.union([z.strictObject({ make: z.string(), places: z.array(place), sheets: z.array(sheetRecord) }), z.enum(["none", "gone"])]),
});
export type SummaryRecord = z.infer<typeof record>;

function parse<T>(schema: z.ZodType<T>, text: string | null): T | undefined {
  if (text === null) return undefined;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

/** Undefined for what is none of ours, or of a version that we do not know. */
export function parseOwner(text: string | null): Owner | undefined {
  return parse(owner, text);
}

export function toOwnerText(state: Owner["state"], key: string, make: string): string {
  return JSON.stringify({ v: 1, state, key, make } satisfies Owner);
}

/** Undefined where there is none, or it is damaged. */
export function parseSummaryRecord(text: string | null): SummaryRecord | undefined {
  return parse(record, text);
}

/** The run that an entry of the journal is about; undefined where it does not say. */
export function parseMake(data: unknown): string | undefined {
  const parsed = z.object({ make: z.string() }).safeParse(data);
  return parsed.success ? parsed.data.make : undefined;
}
