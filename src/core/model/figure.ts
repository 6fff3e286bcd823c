import { z } from "zod";
import { cellAddressSchema, periodSchema } from "./place";

export const figureStateSchema = z.enum(["set", "blank", "not-applicable", "pending", "qualitative", "unreadable"]);

export const qualifierSchema = z.enum(["at-least", "at-most", "under", "over", "about", "cumulative", "per-year"]);

/**
 * 基準値・目標値・実績値, as the sheet states it. 空欄, 「-」 and 「集計中」 are three different statements and never
 * share a state.
 */
export const figureSchema = z
  .object({
    state: figureStateSchema,
    /** In the base unit: 466千人 is 466000 人. Percent stays percent. Null unless `state` is "set". */
    amount: z.number().nullable(),
    unit: z.string().nullable(),
    /** The cell's text as our own formatter renders it. */
    raw: z.string(),
    /** The qualifier that bounds the value: 以上, 以下, 累計… */
    qualifier: qualifierSchema.nullable(),
    qualifiers: z.array(qualifierSchema).readonly(),
    /** The cell's own period if it states one, else its column's. */
    period: periodSchema.nullable(),
    /** True if the cell holds a text that is nothing but a number (数値が文字列で入っている). */
    isNumericText: z.boolean(),
    /** True if the cell holds an Excel error value. */
    isCellError: z.boolean(),
    /** True if the unit stands in the cell itself and not in a unit column, a header or above the table. */
    hasOwnUnit: z.boolean(),
    at: cellAddressSchema,
  })
  .readonly();
export type Figure = z.infer<typeof figureSchema>;
export type FigureState = z.infer<typeof figureStateSchema>;
