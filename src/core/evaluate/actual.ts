import type { Figure } from "../model";
import { comparePeriods, hasEnded } from "../text";
import { becauseOfActual, type Because } from "./because";
import { amountOf } from "./met";

/** The actual that an indicator is judged by, or why there is none. */
export type ChosenActual =
  | { readonly kind: "set"; readonly figure: Figure; readonly amount: number }
  | { readonly kind: "none"; readonly figure: Figure | null; readonly because: Because };

/**
 * Which 実績値 counts on the evaluation day. In this order: the latest ended year with a number; a number of no known year
 * (a sheet with one 実績値 column); the latest ended year, which says why it has none; a year that has not ended; a column
 * without a year. A year that has not ended is never judged, whatever stands in its cell.
 */
export function chooseActual(actuals: readonly Figure[], asOf: string): ChosenActual {
  const undated = actuals.filter(({ period }) => period === null);
  const ended = endedInOrder(actuals, asOf);
  const figure = lastSet(ended) ?? lastSet(undated);
  const amount = amountOf(figure ?? null);
  if (figure !== undefined && amount !== null) return { kind: "set", figure, amount };
  const last = ended.at(-1);
  if (last !== undefined) return without(last);
  if (undated.length < actuals.length) return { kind: "none", figure: null, because: "not-yet" };
  const lastUndated = undated.at(-1);
  return lastUndated === undefined ? { kind: "none", figure: null, because: "no-period" } : without(lastUndated);
}

/** Actuals of periods that have ended, oldest first; of the same period in the sheet's order. */
export function endedInOrder(actuals: readonly Figure[], asOf: string): readonly Figure[] {
  return inOrder(actuals.filter(({ period }) => period !== null && hasEnded(period, asOf)));
}

/** Figures with a period, oldest first. */
export function inOrder(figures: readonly Figure[]): readonly Figure[] {
  const dated = figures.filter(({ period }) => period !== null);
  if (dated.every((figure, at) => at === 0 || orderOf(dated[at - 1], figure) <= 0)) return dated;
  return dated.toSorted(orderOf);
}

function orderOf(a: Figure | undefined, b: Figure): number {
  const [earlier, later] = [a?.period ?? null, b.period];
  return earlier === null || later === null ? 0 : comparePeriods(earlier, later);
}

function lastSet(figures: readonly Figure[]): Figure | undefined {
  return figures.findLast((figure) => amountOf(figure) !== null);
}

function without(figure: Figure): ChosenActual {
  return { kind: "none", figure, because: becauseOfActual(figure.state) ?? "unreadable" };
}
