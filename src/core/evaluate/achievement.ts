import type { Direction, Figure, Indicator, PlanModel } from "../model";
import { confirmedDirections, type Settings } from "../settings";
import { isSameAddress, type CellAddress } from "../sheet/address";
import type { Period } from "../text";
import { chooseActual, type ChosenActual } from "./actual";
import { becauseOfActual, becauseOfBaseline, becauseOfTarget, type Because, type YardstickBecause } from "./because";
import { hasCumulativeMismatch, totalToDate, type TotalToDate } from "./cumulative";
import { expectedOnPace, fromBaseline, inverseRatio, paceLinear, ratio, sum, type FormulaId } from "./formulas";
import { amountOf, directionOf, isMet } from "./met";
import { planYears } from "./plan-years";
import { previousActual, yearTarget } from "./rates";
import { isWithinSurveyTolerance } from "./survey";

export const assessmentStatuses = ["achieved", "on-track", "behind", "worse-than-baseline", "not-evaluable"] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** A yardstick's value in percent, exact, or why it has none. Never 0 for want of a figure. */
export type Yardstick =
  | { readonly kind: "value"; readonly percent: number; readonly formula: FormulaId }
  | { readonly kind: "none"; readonly because: YardstickBecause };

export interface Yardsticks {
  /** 対目標. */
  readonly againstTarget: Yardstick;
  /** 対基準. */
  readonly fromBaseline: Yardstick;
  /** 対ペース, 按分による参考値. */
  readonly againstPace: Yardstick;
}

/** 評価. What an indicator's figures say on the evaluation day, with everything that it was worked out from. */
export interface Assessment {
  /** The indicator's id. */
  readonly indicator: string;
  /** The period that is judged; null where there is none or the sheet does not say. */
  readonly period: Period | null;
  readonly againstTarget: number | null;
  readonly fromBaseline: number | null;
  readonly againstPace: number | null;
  readonly status: AssessmentStatus;
  /** Null unless `status` is "not-evaluable". */
  readonly because: Because | null;
  /** The figures that were used; for "not-evaluable" also the one that is to blame. */
  readonly inputs: readonly CellAddress[];
  /** The formulas behind the three figures above. */
  readonly formulas: readonly FormulaId[];

  /** Each yardstick with its formula, or with its own reason. */
  readonly yardsticks: Yardsticks;
  /** The direction that was used. "suggested" waits for a person's confirmation, and so does this assessment. */
  readonly direction: Direction;
  /**
   * "leeway" where the target lies on the wrong side of the baseline (人口 113,810人を上回る against 119,000人): 対基準 and
   * 対ペース then say how much of the allowed fall is used up, and more is worse. Not to be shown as progress.
   */
  readonly reading: "progress" | "leeway";
  /** Where a straight line from baseline to target stands in the period. */
  readonly expected: number | null;
  /** 意識調査の指標: the change from the baseline is smaller than the tolerance, and counts as 現状維持. */
  readonly isUnchangedSurvey: boolean;
  /** Against the interim target of the period itself, where the sheet has one. */
  readonly againstYearTarget: YearTargetComparison | null;
  /** Against the actual of the year before. */
  readonly sincePrevious: PreviousComparison | null;
  /** 累計 of single-year actuals, where the target is one of the whole plan. For reference; no status hangs on it. */
  readonly totalToDate: TotalToDate | null;
}

export interface YearTargetComparison {
  readonly target: CellAddress;
  readonly againstTarget: number | null;
  readonly isMet: boolean | null;
}

export interface PreviousComparison {
  readonly previous: CellAddress;
  readonly change: number;
  readonly tendency: "better" | "worse" | "same" | "unknown";
}

export interface AssessmentContext {
  /** 評価日, an ISO day. */
  readonly asOf: string;
  readonly settings: Settings;
}

export function assessAll(model: Pick<PlanModel, "indicators">, context: AssessmentContext): readonly Assessment[] {
  return model.indicators.map((indicator) => assess(indicator, context));
}

/**
 * Judges an indicator by the latest ended period that has an actual. Where several things are missing the reason is the
 * first of: target, direction, actual, and then what the pace lacks (zero target, baseline, years).
 */
export function assess(indicator: Indicator, context: AssessmentContext): Assessment {
  const chosen = chooseActual(indicator.actuals, context.asOf);
  const subject = subjectOf(indicator, chosen, context);
  const yardsticks = measure(subject);
  const verdict = judge(subject, yardsticks);
  const { againstTarget, fromBaseline: way, againstPace } = yardsticks;
  return {
    indicator: indicator.id,
    period: chosen.figure?.period ?? null,
    againstTarget: percentOf(againstTarget),
    fromBaseline: percentOf(way),
    againstPace: percentOf(againstPace),
    status: verdict.status,
    because: verdict.because,
    inputs: inputsOf(subject, verdict),
    formulas: formulasOf(yardsticks),
    yardsticks,
    direction: subject.direction,
    reading: subject.isLeeway ? "leeway" : "progress",
    expected: expectedOf(subject),
    isUnchangedSurvey: subject.isUnchangedSurvey,
    againstYearTarget: compareWithYearTarget(subject),
    sincePrevious: compareWithPrevious(subject),
    totalToDate: chosen.kind === "set" && subject.isCumulativeAgainstSingle ? totalToDate(indicator, chosen.figure) : null,
  };
}

function formulasOf({ againstTarget, fromBaseline: way, againstPace }: Yardsticks): readonly FormulaId[] {
  const formulas: FormulaId[] = [];
  for (const one of [againstTarget, way, againstPace]) if (one.kind === "value") formulas.push(one.formula);
  return formulas;
}

/** Everything that the judgement looks at, read once. */
interface Subject {
  readonly indicator: Indicator;
  readonly chosen: ChosenActual;
  readonly direction: Direction;
  readonly actual: number | null;
  readonly target: number | null;
  readonly baseline: number | null;
  readonly isMet: boolean | null;
  readonly isLeeway: boolean;
  readonly isUnchangedSurvey: boolean;
  readonly isCumulativeAgainstSingle: boolean;
  readonly maintainPercent: number;
  /** 目標値と実績値, or why they cannot be held against each other. */
  readonly comparable: ComparableFigures | Because;
  readonly years: ReturnType<typeof planYears>;
}

interface ComparableFigures {
  readonly actual: number;
  readonly target: number;
}

function subjectOf(indicator: Indicator, chosen: ChosenActual, { settings }: AssessmentContext): Subject {
  const direction = directionOf(confirmed(indicator, settings), indicator.target);
  const actual = chosen.kind === "set" ? chosen.amount : null;
  const target = amountOf(indicator.target);
  const baseline = amountOf(indicator.baseline);
  const { maintainPercent, surveyPoints } = settings.tolerances;
  const met =
    actual === null || indicator.target === null ? null : isMet(actual, indicator.target, direction, maintainPercent);
  return {
    indicator,
    chosen,
    direction,
    actual,
    target,
    baseline,
    isMet: met,
    isLeeway: pointsAway(direction, baseline, target),
    isUnchangedSurvey: isWithinSurveyTolerance(indicator, { actual, baseline, points: surveyPoints }),
    isCumulativeAgainstSingle: chosen.kind === "set" && indicator.target !== null && hasCumulativeMismatch(indicator, indicator.target, chosen.figure),
    maintainPercent,
    comparable: comparable(indicator, chosen, direction, target),
    years: planYears({
      baseline: indicator.baseline?.period ?? null,
      target: indicator.target?.period ?? null,
      actual: chosen.figure?.period ?? null,
    }),
  };
}

/** What a person confirmed wins over what was read or suggested. */
function confirmed(indicator: Indicator, settings: Settings): Direction {
  const value = confirmedDirections(settings).get(indicator.key);
  return value === undefined ? indicator.direction : { value, basis: "stated" };
}

function pointsAway({ value }: Direction, baseline: number | null, target: number | null): boolean {
  if (baseline === null || target === null) return false;
  return (value === "higher-is-better" && target < baseline) || (value === "lower-is-better" && target > baseline);
}

interface Verdict {
  readonly status: AssessmentStatus;
  readonly because: Because | null;
}

function judge(subject: Subject, yardsticks: Yardsticks): Verdict {
  const because = obstacle(subject);
  if (because !== null) return { status: "not-evaluable", because };
  if (subject.isMet === true) return status("achieved");
  if (subject.direction.value === "maintain" || subject.baseline === subject.target) return status("behind");
  // Fallen through a floor that lies below the baseline: a long way from the baseline is no progress.
  if (subject.isLeeway) return status("behind");
  if (subject.isUnchangedSurvey) return status("behind");
  const { fromBaseline: way, againstPace: pace } = yardsticks;
  if (way.kind === "value" && way.percent < 0) return status("worse-than-baseline");
  if (pace.kind === "value") return status(pace.percent >= 100 ? "on-track" : "behind");
  return { status: "not-evaluable", because: becauseWithoutPace(subject, pace.because) };
}

function status(value: AssessmentStatus): Verdict {
  return { status: value, because: null };
}

/** Why target and actual cannot be compared at all; null if they can. */
function obstacle({ indicator, direction, chosen, isMet: met }: Subject): Because | null {
  const ofTarget = becauseOfTarget(indicator.target?.state ?? "blank");
  if (ofTarget !== null) return ofTarget;
  if (direction.value === "milestone") return "qualitative";
  if (direction.value === "unknown") return "direction-unknown";
  if (chosen.kind === "none") return chosen.because;
  return met === null ? "unreadable" : null;
}

/**
 * A target of 0 where higher is better leaves only the pace; without it, the target is the reason. A target of the whole
 * plan against a single year has no reason of its own in the closed list: the actual has no period that is the target's.
 */
function becauseWithoutPace({ direction, target }: Subject, because: YardstickBecause): Because {
  if (target === 0 && direction.value === "higher-is-better") return "zero-target";
  switch (because) {
    case "cumulative-target":
      return "no-period";
    case "not-positive":
    case "out-of-range":
    case "baseline-equals-target":
      return "unreadable";
    default:
      return because;
  }
}

function measure(subject: Subject): Yardsticks {
  const figures = withBaseline(subject);
  return {
    againstTarget: measureAgainstTarget(subject),
    fromBaseline: typeof figures === "string" ? none(figures) : yardstick("from-baseline", fromBaseline(figures)),
    againstPace: typeof figures === "string" ? none(figures) : measureAgainstPace(subject, figures),
  };
}

function measureAgainstTarget(subject: Subject): Yardstick {
  const figures = subject.comparable;
  if (typeof figures === "string") return none(figures);
  return ratioInDirection(figures.actual, figures.target, subject.direction);
}

function ratioInDirection(actual: number, target: number, { value: direction }: Direction): Yardstick {
  if (direction === "unknown") return none("direction-unknown");
  if (target === 0 && direction === "higher-is-better") return none("zero-target");
  const isInverse = direction === "lower-is-better";
  if (target <= 0 || actual < 0 || (isInverse && actual === 0)) return none("not-positive");
  return isInverse
    ? yardstick("inverse-ratio", inverseRatio({ actual, target }))
    : yardstick("ratio", ratio({ actual, target }));
}

function measureAgainstPace({ isCumulativeAgainstSingle, years }: Subject, figures: FiguresWithBaseline): Yardstick {
  if (isCumulativeAgainstSingle) return none("cumulative-target");
  if (typeof years === "string") return none(years);
  const { actual, target, baseline } = figures;
  const { elapsedYears, totalYears } = years;
  return yardstick("pace-linear", paceLinear({ actual, target, baseline, elapsedYears, totalYears }));
}

function expectedOf({ baseline, target, years, isCumulativeAgainstSingle }: Subject): number | null {
  if (typeof years === "string" || baseline === null || target === null) return null;
  const { elapsedYears, totalYears } = years;
  return isCumulativeAgainstSingle ? null : expectedOnPace({ baseline, target, elapsedYears, totalYears });
}

function comparable(indicator: Indicator, chosen: ChosenActual, direction: Direction, target: number | null): ComparableFigures | Because {
  const ofTarget = becauseOfTarget(indicator.target?.state ?? "blank");
  if (ofTarget !== null) return ofTarget;
  if (direction.value === "milestone") return "qualitative";
  if (chosen.kind === "none") return chosen.because;
  return target === null ? "unreadable" : { actual: chosen.amount, target };
}

interface FiguresWithBaseline extends ComparableFigures {
  readonly baseline: number;
}

function withBaseline(subject: Subject): FiguresWithBaseline | YardstickBecause {
  const figures = subject.comparable;
  if (typeof figures === "string") return figures;
  const ofBaseline = becauseOfBaseline(subject.indicator.baseline?.state ?? "blank");
  if (ofBaseline !== null) return ofBaseline;
  if (subject.baseline === null) return "unreadable";
  return subject.baseline === figures.target ? "baseline-equals-target" : { actual: figures.actual, target: figures.target, baseline: subject.baseline };
}

function compareWithYearTarget({ indicator, chosen, direction, maintainPercent }: Subject): YearTargetComparison | null {
  if (chosen.kind === "none") return null;
  const target = yearTarget(indicator, chosen.figure);
  const amount = amountOf(target ?? null);
  if (target === undefined || amount === null) return null;
  return {
    target: target.at,
    againstTarget: percentOf(ratioInDirection(chosen.amount, amount, direction)),
    isMet: isMet(chosen.amount, target, direction, maintainPercent),
  };
}

function compareWithPrevious({ indicator, chosen, direction }: Subject): PreviousComparison | null {
  if (chosen.kind === "none") return null;
  const previous = previousActual(indicator, chosen.figure);
  const before = amountOf(previous ?? null);
  const change = before === null ? null : sum([chosen.amount, -before]);
  if (previous === undefined || change === null) return null;
  return { previous: previous.at, change, tendency: tendencyOf(change, direction) };
}

function tendencyOf(change: number, { value }: Direction): PreviousComparison["tendency"] {
  if (change === 0) return "same";
  if (value !== "higher-is-better" && value !== "lower-is-better") return "unknown";
  return change > 0 === (value === "higher-is-better") ? "better" : "worse";
}

function inputsOf({ indicator, chosen }: Subject, { because }: Verdict): readonly CellAddress[] {
  const cells: CellAddress[] = [];
  addInput(cells, chosen.figure, becauseOfActual, because);
  addInput(cells, indicator.target, becauseOfTarget, because);
  addInput(cells, indicator.baseline, becauseOfBaseline, because);
  return cells;
}

/** A figure that was used, or that is the reason for no judgement. A cell that is two figures at once counts once. */
function addInput(cells: CellAddress[], figure: Figure | null, becauseOf: (state: Figure["state"]) => Because | null, because: Because | null): void {
  if (figure === null) return;
  const reason = becauseOf(figure.state);
  if ((reason === null || reason === because) && !cells.some((cell) => isSameAddress(cell, figure.at))) cells.push(figure.at);
}

function yardstick(formula: FormulaId, percent: number | null): Yardstick {
  return percent === null ? none("out-of-range") : { kind: "value", percent, formula };
}

function none(because: YardstickBecause): Yardstick {
  return { kind: "none", because };
}

function percentOf(one: Yardstick): number | null {
  return one.kind === "value" ? one.percent : null;
}
