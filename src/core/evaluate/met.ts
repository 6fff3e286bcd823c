import type { Direction, DirectionValue, Figure } from "../model";
import { absolute, compare, divide, multiply, subtract, toExcelDigits, toFraction, type Fraction } from "./fraction";

type Bound = "at-least" | "at-most" | "under" | "over";

/**
 * 達成したか. By comparison, never by a ratio: 待機児童 5人 against 0人 is not met and 0人 is, △50 against △100 is met where
 * higher is better. The target's own 以上・以下・未満・超 decides first; without one, the direction does.
 *
 * Null where the question has no answer: no number in the target, direction unknown, a milestone.
 *
 * @param tolerance 「維持」の許容幅, in percent of the target (±); counts for `maintain` only.
 */
export function isMet(actual: number, target: Figure, direction: Direction, tolerance = 0): boolean | null {
  const goal = amountOf(target);
  if (goal === null || direction.value === "milestone") return null;
  if (!Number.isFinite(actual)) return null;
  const bound = boundOf(target) ?? BOUND_OF_DIRECTION[direction.value];
  if (bound !== null) return holds(toExcelDigits(actual), goal, bound);
  return direction.value === "maintain" ? isWithin(toFraction(actual), toFraction(goal), tolerance) : null;
}

/**
 * The number of a figure that holds one; null for 空欄, a dash, 集計中 and words. To the 15 digits that Excel keeps, so
 * that 0.29 × 100 (28.999999999999996 in binary) is 29 and can be compared.
 */
export function amountOf(figure: Figure | null): number | null {
  if (figure?.state !== "set" || figure.amount === null) return null;
  return Number.isFinite(figure.amount) ? toExcelDigits(figure.amount) : null;
}

/** 以上・以下・未満・超 of a target; null where it has none. */
export function boundOf(target: Figure): Bound | null {
  if (isBound(target.qualifier)) return target.qualifier;
  return target.qualifiers.find(isBound) ?? null;
}

/**
 * Which way is good. The target's own bound wins over what was read elsewhere; 「維持」 and milestones are of another kind
 * and stay.
 */
export function directionOf(stated: Direction, target: Figure | null): Direction {
  if (stated.value === "maintain" || stated.value === "milestone") return stated;
  const bound = target === null ? null : boundOf(target);
  if (bound === null) return stated;
  const value = bound === "at-least" || bound === "over" ? "higher-is-better" : "lower-is-better";
  return value === stated.value ? stated : { value, basis: "target" };
}

const BOUND_OF_DIRECTION: Readonly<Record<DirectionValue, Bound | null>> = {
  "higher-is-better": "at-least",
  "lower-is-better": "at-most",
  maintain: null,
  milestone: null,
  unknown: null,
};

function isBound(qualifier: Figure["qualifier"]): qualifier is Bound {
  return qualifier === "at-least" || qualifier === "at-most" || qualifier === "under" || qualifier === "over";
}

/** Both to 15 digits. Each such decimal has a binary number of its own, in the same order: to compare, no fraction is needed. */
function holds(actual: number, target: number, bound: Bound): boolean {
  switch (bound) {
    case "at-least":
      return actual >= target;
    case "over":
      return actual > target;
    case "at-most":
      return actual <= target;
    case "under":
      return actual < target;
  }
}

function isWithin(actual: Fraction | undefined, target: Fraction | undefined, tolerance: number): boolean | null {
  if (actual === undefined || target === undefined) return null;
  const percent = toFraction(tolerance);
  const share = percent === undefined ? undefined : divide(percent, HUNDRED);
  if (share === undefined) return false;
  return compare(absolute(subtract(actual, target)), multiply(absolute(target), share)) <= 0;
}

const HUNDRED: Fraction = { numerator: 100, denominator: 1 };
