import { z } from "zod";
import { cellAddressSchema } from "./place";
import { statusSchema } from "./work-item";

/** 手段一覧の一行: a means that could be taken, not yet a 個別業務. */
export const measureSchema = z
  .object({
    id: z.string(),
    key: z.string(),
    tableId: z.string(),
    reformArea: z.string().nullable(),
    no: z.string().nullable(),
    theme: z.string().nullable(),
    themeAt: cellAddressSchema.nullable(),
    title: z.string().min(1),
    remarks: z.string().nullable(),
    at: cellAddressSchema,
  })
  .readonly();
export type Measure = z.infer<typeof measureSchema>;

/** 改訂履歴の一行. */
export const revisionSchema = z
  .object({
    tableId: z.string(),
    edition: z.string(),
    /** ISO day, or null where the cell gives none that we can read. */
    issuedOn: z.string().nullable(),
    issuedOnAt: cellAddressSchema.nullable(),
    change: z.string().nullable(),
    /** The edition's cell. */
    at: cellAddressSchema,
  })
  .readonly();
export type Revision = z.infer<typeof revisionSchema>;

export const logicLevelSchema = z.enum(["activity", "output", "outcome", "impact"]);
export type LogicLevel = z.infer<typeof logicLevelSchema>;

/** ロジックモデルの線. `to` is null for a row whose end is empty: not a link, but a finding. */
export const logicLinkSchema = z
  .object({
    tableId: z.string(),
    from: z.string(),
    to: z.string().nullable(),
    fromLevel: logicLevelSchema.nullable(),
    toLevel: logicLevelSchema.nullable(),
    fromAt: cellAddressSchema,
    toAt: cellAddressSchema,
  })
  .readonly();
export type LogicLink = z.infer<typeof logicLinkSchema>;

/** 推進体制の会議体. */
export const bodySchema = z
  .object({
    id: z.string(),
    tableId: z.string(),
    name: z.string().min(1),
    role: z.string().nullable(),
    divisions: z.array(z.string()).readonly(),
    divisionAt: cellAddressSchema.nullable(),
    members: z.string().nullable(),
    status: statusSchema.nullable(),
    at: cellAddressSchema,
  })
  .readonly();
export type Body = z.infer<typeof bodySchema>;
