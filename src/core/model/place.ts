import { z } from "zod";

/** Where a modelled value was read from; zero-based, the top-left cell of a merged area. */
export const cellAddressSchema = z
  .object({ sheet: z.string().min(1), row: z.int().nonnegative(), column: z.int().nonnegative() })
  .readonly();

/** A rectangle of cells, edges inside, zero-based. */
export const regionSchema = z
  .object({
    top: z.int().nonnegative(),
    left: z.int().nonnegative(),
    bottom: z.int().nonnegative(),
    right: z.int().nonnegative(),
  })
  .readonly();

/** 年度・年・日付. `year` is the Gregorian year it starts in: 令和11年度 is fiscal-year 2029. */
export const periodSchema = z
  .object({
    kind: z.enum(["fiscal-year", "calendar-year", "date"]),
    year: z.int().min(1868).max(2200),
    date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u).nullable(),
  })
  .readonly();
