import type { Figure, Indicator } from "../model";
import { inOrder } from "./actual";
import { sum } from "./formulas";
import { amountOf } from "./met";
import { yearOf } from "./plan-years";

/** 各年度の実績値の累計 up to a year, and the years that are missing from it. */
export interface TotalToDate {
  /** Of the years that hold a number: 「n年分のみ」 where `missingYears` is not empty. Null beyond what a number holds. */
  readonly total: number | null;
  readonly figures: readonly Figure[];
  /** Years without a number between the plan's first year and the last one counted. */
  readonly missingYears: readonly number[];
}

const SAYS_CUMULATIVE = /累計|累積|延べ/u;

/**
 * A target of the whole plan (75人（累計）) against the figure of a single year. Where name or unit says 累計, the column
 * itself is cumulative and there is no mismatch.
 */
export function hasCumulativeMismatch(indicator: Indicator, target: Figure, actual: Figure): boolean {
  if (!target.qualifiers.includes("cumulative") || actual.qualifiers.includes("cumulative")) return false;
  return !SAYS_CUMULATIVE.test(indicator.name) && !SAYS_CUMULATIVE.test(indicator.unit ?? "");
}

/**
 * Adds up the years to the actual's. The plan's first year is the one after the baseline's where that is known, else the
 * first that the sheet has; a year that is missing is named, never taken for 0.
 */
export function totalToDate(indicator: Indicator, actual: Figure): TotalToDate | null {
  const end = actual.period;
  if (end === null) return null;
  const isFiscal = end.kind === "fiscal-year";
  const last = yearOf(end, isFiscal);
  const byYear = new Map<number, Figure>();
  for (const figure of inOrder(indicator.actuals)) {
    if (figure.period !== null && amountOf(figure) !== null) byYear.set(yearOf(figure.period, isFiscal), figure);
  }
  const first = firstYear(indicator, isFiscal) ?? Math.min(...byYear.keys(), last);
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  const figures = years.flatMap((year) => byYear.get(year) ?? []);
  return {
    total: sum(figures.flatMap((figure) => amountOf(figure) ?? [])),
    figures,
    missingYears: years.filter((year) => !byYear.has(year)),
  };
}

function firstYear(indicator: Indicator, isFiscal: boolean): number | undefined {
  const baseline = indicator.baseline?.period ?? null;
  return baseline === null ? undefined : yearOf(baseline, isFiscal) + 1;
}
