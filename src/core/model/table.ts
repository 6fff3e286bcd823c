import { z } from "zod";
import { cellAddressSchema, periodSchema, regionSchema } from "./place";

export const tableKindSchema = z.enum([
  "indicators",
  "work-items",
  "measures",
  "revisions",
  "logic-links",
  "bodies",
  "indicator-rows",
  "form",
]);
export type TableKind = z.infer<typeof tableKindSchema>;

export const fieldNameSchema = z.enum([
  "no",
  "id",
  "reformArea",
  "policy",
  "program",
  "theme",
  "title",
  "summary",
  "division",
  "status",
  "schedule",
  "name",
  "definition",
  "unit",
  "direction",
  "baseline",
  "target",
  "actual",
  "rate",
  "rating",
  "viewpoint",
  "source",
  "remarks",
  "body",
  "role",
  "members",
  "edition",
  "issuedOn",
  "change",
  "from",
  "to",
  "other",
]);
export type FieldName = z.infer<typeof fieldNameSchema>;

/** A label of the table and what we hold it to mean. */
export const tableFieldSchema = z
  .object({
    /** The label's cell. */
    at: cellAddressSchema,
    /** The label, a two-row header joined top to bottom with one space. */
    header: z.string(),
    field: fieldNameSchema,
    period: periodSchema.nullable(),
    /** The column it heads; null where the table is not laid out in columns. */
    column: z.int().nonnegative().nullable(),
    /** Why we hold it to mean this, in terms a person can be shown. */
    evidence: z.string(),
  })
  .readonly();
export type TableField = z.infer<typeof tableFieldSchema>;

/** What a line of the table's body is. Only "item" lines become indicators, work items and so on. */
export const lineRoleSchema = z.enum(["item", "total", "comment", "band", "blank", "repeated-header"]);

export const tableLineSchema = z
  .object({
    /** Zero-based row; for a transposed table the column. */
    index: z.int().nonnegative(),
    role: lineRoleSchema,
  })
  .readonly();
export type TableLine = z.infer<typeof tableLineSchema>;

/** One recognised block on a sheet. A sheet may hold many. */
export const tableSchema = z
  .object({
    id: z.string(),
    kind: tableKindSchema,
    orientation: z.enum(["rows", "columns", "row-groups", "form"]),
    sheet: z.string().min(1),
    /** Header and data; notes and headings left out. */
    region: regionSchema,
    /** First and last header row, zero-based. */
    headerRows: z.tuple([z.int(), z.int()]).readonly(),
    /** First and last data row, zero-based. */
    dataRows: z.tuple([z.int(), z.int()]).readonly(),
    /** Headings above the table that are still in force, outermost first. */
    headings: z.array(z.string()).readonly(),
    fields: z.array(tableFieldSchema).readonly(),
    lines: z.array(tableLineSchema).readonly(),
    /** Why we hold this block to be such a table. */
    evidence: z.array(z.string()).readonly(),
  })
  .readonly();
export type Table = z.infer<typeof tableSchema>;
