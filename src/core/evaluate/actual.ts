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
  // Each the latest of its kind so far; of the same period, the one that stands later in the sheet.
  let ended: Figure | undefined;
  let endedSet: Figure | undefined;
  let undated: Figure | undefined;
  let undatedSet: Figure | undefined;
  let hasOther = false;
  for (const figure of actuals) {
    if (figure.period === null) {
      undated = figure;
      if (amountOf(figure) !== null) undatedSet = figure;
    } else if (hasEnded(figure.period, asOf)) {
      if (orderOf(ended, figure) <= 0) ended = figure;
      if (orderOf(endedSet, figure) <= 0 && amountOf(figure) !== null) endedSet = figure;
    } else hasOther = true;
  }
  const figure = endedSet ?? undatedSet;
  const amount = amountOf(figure ?? null);
  if (figure !== undefined && amount !== null) return { kind: "set", figure, amount };
  if (ended !== undefined) return without(ended);
  if (hasOther) return { kind: "none", figure: null, because: "not-yet" };
  return undated === undefined ? { kind: "none", figure: null, because: "no-period" } : without(undated);
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

function without(figure: Figure): ChosenActual {
  return { kind: "none", figure, because: becauseOfActual(figure.state) ?? "unreadable" };
}
