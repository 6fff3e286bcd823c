import { z } from "zod";
import { directionValueSchema } from "./model/indicator";
import { fieldNameSchema } from "./model/table";
import { statusValueSchema } from "./model/work-item";

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u);
const a1 = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/u);

/** 読み取りの訂正: what a person told us of a sheet. It wins over everything that we recognise ourselves. */
export const correctionSchema = z.discriminatedUnion("kind", [
  /** These rows are a header (選択範囲を見出しにする). */
  z.object({ kind: z.literal("header"), sheet: z.string(), range: a1 }),
  /** The column under this label means this field. */
  z.object({ kind: z.literal("field"), sheet: z.string(), cell: a1, field: fieldNameSchema }),
  /** There is no table here. */
  z.object({ kind: z.literal("ignore"), sheet: z.string(), range: a1.nullable() }),
]);
export type Correction = z.infer<typeof correctionSchema>;

/** 確認済みの指摘. Held by rule and key, so that it survives sorting and inserted rows. */
export const acceptedFindingSchema = z.object({
  rule: z.string(),
  key: z.string(),
  reason: z.string(),
  on: isoDay.nullable().default(null),
});

/** 設定: what a municipality or a workbook says of itself. Stored in the workbook, or given to the command as a file. */
export const settingsSchema = z.object({
  version: z.literal(1).default(1),
  /** 評価日. Null: the day given by the caller. */
  asOf: isoDay.nullable().default(null),
  /** Further labels for a field, beside our own dictionary. */
  labels: z.partialRecord(fieldNameSchema, z.array(z.string().min(1))).default({}),
  /** 進捗状況の語. */
  statusWords: z.record(z.string(), statusValueSchema).default({}),
  /** Direction of an indicator, by its key, as a person confirmed it. */
  directions: z.record(z.string(), directionValueSchema).default({}),
  corrections: z.array(correctionSchema).default([]),
  /** Hidden sheets that the person asked us to read. */
  hiddenSheets: z.array(z.string()).default([]),
  rulesOff: z.array(z.string()).default([]),
  accepted: z.array(acceptedFindingSchema).default([]),
  tolerances: z
    .object({
      /** 「維持」: how far from the target still counts, in percent of the target (±). */
      maintainPercent: z.number().min(0).max(100).default(0),
      /** How far a stated 達成率 may be from a calculated one, in points, beyond its own rounding. */
      ratePoints: z.number().min(0).max(100).default(0),
      /** 意識調査の指標: changes smaller than this, in points, count as 現状維持. Null: not applied. */
      surveyPoints: z.number().min(0).max(100).nullable().default(null),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});
