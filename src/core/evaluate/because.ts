import type { FigureState } from "../model";

/** Why an indicator cannot be judged. Closed: each has a text of its own, and 「評価できない」 is never 0 %. */
export const becauses = [
  "target-blank",
  "target-pending",
  "target-not-applicable",
  "zero-target",
  "qualitative",
  "direction-unknown",
  "no-period",
  "not-yet",
  "actual-blank",
  "actual-pending",
  "baseline-blank",
  "unreadable",
] as const;
export type Because = (typeof becauses)[number];

/**
 * Why one yardstick has no value. Finer than `Because`, because a yardstick can be without meaning where the indicator
 * can be judged all the same.
 */
export type YardstickBecause =
  | Because
  /** 基準値 and 目標値 are the same: there is no way to measure. */
  | "baseline-equals-target"
  /** 累計の目標 against the figure of a single year: not the same kind of number. */
  | "cumulative-target"
  /** A ratio says nothing where a figure is below zero (or, the other way up, zero). */
  | "not-positive"
  /** The result is beyond what a number can hold. */
  | "out-of-range";

/** What the state of a target means for its indicator; null if it holds a number. */
export function becauseOfTarget(state: FigureState): Because | null {
  switch (state) {
    case "set":
      return null;
    case "blank":
      return "target-blank";
    case "pending":
      return "target-pending";
    case "not-applicable":
      return "target-not-applicable";
    case "qualitative":
      return "qualitative";
    case "unreadable":
      return "unreadable";
  }
}

/** A dash in an actual's cell says no more than that there is none, as an empty cell does. */
export function becauseOfActual(state: FigureState): Because | null {
  switch (state) {
    case "set":
      return null;
    case "blank":
    case "not-applicable":
      return "actual-blank";
    case "pending":
      return "actual-pending";
    case "qualitative":
      return "qualitative";
    case "unreadable":
      return "unreadable";
  }
}

/** A baseline that is no number is no baseline, whatever the reason; only an unreadable one can be mended by reading. */
export function becauseOfBaseline(state: FigureState): Because | null {
  switch (state) {
    case "set":
      return null;
    case "unreadable":
      return "unreadable";
    case "blank":
    case "not-applicable":
    case "pending":
    case "qualitative":
      return "baseline-blank";
  }
}
