import { z } from "zod";
import { cellAddressSchema, periodSchema } from "./place";

export const statusValueSchema = z.enum([
  "not-started",
  "considering",
  "in-progress",
  "done",
  "suspended",
  "cancelled",
  "continuing",
  "unknown",
]);

/** 進捗状況. */
export const statusSchema = z.object({ raw: z.string(), value: statusValueSchema }).readonly();

/** 個別業務. */
export const workItemSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    tableId: z.string(),
    no: z.string().nullable(),
    /** The No. column's cell; null where the table has no such column. So for every `…At`. */
    noAt: cellAddressSchema.nullable(),
    reformArea: z.string().nullable(),
    policy: z.string().nullable(),
    program: z.string().nullable(),
    theme: z.string().nullable(),
    themeAt: cellAddressSchema.nullable(),
    title: z.string().min(1),
    summary: z.string().nullable(),
    divisions: z.array(z.string()).readonly(),
    divisionAt: cellAddressSchema.nullable(),
    status: statusSchema.nullable(),
    statusAt: cellAddressSchema.nullable(),
    schedule: z.array(z.object({ period: periodSchema, raw: z.string() }).readonly()).readonly(),
    remarks: z.string().nullable(),
    headings: z.array(z.string()).readonly(),
    /** Its cell for the KPI is merged with that of the item above: the KPI is theirs together. */
    sharesIndicator: z.literal(true).optional(),
    /**
     * For a table that tells 住民目線 and 職員目線 apart: the name cell of each side, and whether it holds a name.
     * Empty for other tables.
     */
    viewpoints: z
      .array(
        z
          .object({ viewpoint: z.enum(["resident", "staff"]), hasIndicator: z.boolean(), nameAt: cellAddressSchema })
          .readonly(),
      )
      .readonly(),
    /** The title's cell. */
    at: cellAddressSchema,
  })
  .readonly();
export type WorkItem = z.infer<typeof workItemSchema>;
