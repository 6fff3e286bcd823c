import { z } from "zod";
import { figureSchema } from "./figure";
import { cellAddressSchema, periodSchema } from "./place";

export const tierSchema = z.enum(["goal", "kpi", "output", "outcome"]);

export const viewpointSchema = z.enum(["resident", "staff"]);
export type Viewpoint = z.infer<typeof viewpointSchema>;

export const directionValueSchema = z.enum([
  "higher-is-better",
  "lower-is-better",
  "maintain",
  "milestone",
  "unknown",
]);
export type DirectionValue = z.infer<typeof directionValueSchema>;

/** 上がると良い指標か下がると良い指標か, and on what ground we say so. "suggested" waits for a person's confirmation. */
export const directionSchema = z
  .object({ value: directionValueSchema, basis: z.enum(["stated", "target", "suggested", "none"]) })
  .readonly();
export type Direction = z.infer<typeof directionSchema>;

/** 達成率 as the sheet itself states it, in percent (1.05 shown as 105% is 105). */
export const statedRateSchema = z
  .object({
    amount: z.number(),
    raw: z.string(),
    /** The year it belongs to where the header says so. */
    period: periodSchema.nullable(),
    at: cellAddressSchema,
  })
  .readonly();
export type StatedRate = z.infer<typeof statedRateSchema>;

/** 指標 (数値目標・KPI・活動指標・成果指標). One line of a KPI sheet, with its figures. */
export const indicatorSchema = z
  .object({
    id: z.string(),
    /** What accepted findings, 所見 and comparisons hold on to: name, headings, occurrence. */
    key: z.string(),
    tableId: z.string(),
    name: z.string().min(1),
    /** 指標ID or No. where the table has one. */
    code: z.string().nullable(),
    definition: z.string().nullable(),
    tier: tierSchema.nullable(),
    viewpoint: viewpointSchema.nullable(),
    unit: z.string().nullable(),
    /** The unit column's cell, if the table has that column. */
    unitAt: cellAddressSchema.nullable(),
    direction: directionSchema,
    /** 単年度・累計. "cumulative" if unit, name or target says 累計・延べ. */
    accumulation: z.enum(["single", "cumulative", "unknown"]),
    headings: z.array(z.string()).readonly(),
    /** Id of the 個別業務 that it belongs to. */
    workItem: z.string().nullable(),
    division: z.string().nullable(),
    divisionAt: cellAddressSchema.nullable(),
    policy: z.string().nullable(),
    program: z.string().nullable(),
    baseline: figureSchema.nullable(),
    /** The final target. Null only where the table has no target column at all. */
    target: figureSchema.nullable(),
    /** 各年・中間の目標値, without the final one. */
    targets: z.array(figureSchema).readonly(),
    /** One for each actual column, blank ones included. */
    actuals: z.array(figureSchema).readonly(),
    /** 達成率 as stated; the last is the one that the document shows. */
    statedRates: z.array(statedRateSchema).readonly(),
    statedRating: z.string().nullable(),
    source: z.string().nullable(),
    remarks: z.string().nullable(),
    /** The name's cell. */
    at: cellAddressSchema,
  })
  .readonly();
export type Indicator = z.infer<typeof indicatorSchema>;
