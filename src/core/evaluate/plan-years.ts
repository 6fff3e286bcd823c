import type { Period } from "../text";
import type { Because } from "./because";

/** How far into the plan a period lies, in whole years from the baseline's year to the target's. */
export interface PlanYears {
  readonly elapsedYears: number;
  readonly totalYears: number;
}

export interface PlanPeriods {
  readonly baseline: Period | null;
  readonly target: Period | null;
  readonly actual: Period | null;
}

/**
 * From the target's year on the whole way is due, so that the baseline's year need not be known. In the baseline's own
 * year nothing is due yet: `not-yet`.
 */
export function planYears(periods: PlanPeriods): PlanYears | Extract<Because, "no-period" | "not-yet"> {
  const { baseline, target, actual } = periods;
  if (target === null || actual === null) return "no-period";
  const isFiscal = baseline?.kind === "fiscal-year" || target.kind === "fiscal-year" || actual.kind === "fiscal-year";
  const end = yearOf(target, isFiscal);
  const now = yearOf(actual, isFiscal);
  if (now >= end) return { elapsedYears: 1, totalYears: 1 };
  if (baseline === null) return "no-period";
  const start = yearOf(baseline, isFiscal);
  return now <= start ? "not-yet" : { elapsedYears: now - start, totalYears: end - start };
}

/**
 * A day between January and March belongs to the year before where years are 年度: 令和7年3月31日現在 is the end of
 * 令和6年度, not a year later.
 */
export function yearOf(period: Period, isFiscal: boolean): number {
  if (!isFiscal || period.kind !== "date") return period.year;
  const month = Number(period.date?.slice(5, 7) ?? "12");
  return month <= 3 ? period.year - 1 : period.year;
}
