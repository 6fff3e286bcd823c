import type { Direction, Figure, Indicator, PlanModel, StatedRate } from "../model";
import { comparePeriods } from "../text";
import type { CellAddress } from "../sheet/address";
import { hasCumulativeMismatch, totalToDate } from "./cumulative";
import {
  cumulative,
  fromBaseline,
  fromBaselineCapped,
  inverseRatio,
  mirrored,
  paceLinear,
  paceOfTarget,
  ratio,
  yearOnYear,
  type FormulaId,
} from "./formulas";
import { inOrder } from "./actual";
import { amountOf, directionOf, isMet } from "./met";
import { planYears } from "./plan-years";

/** What one formula gives for an indicator: a 達成率 that the sheet might state. */
export interface RateCandidate {
  readonly formula: FormulaId;
  /** Percent, exact. */
  readonly percent: number;
  /** The final target, or the target of the actual's own year. */
  readonly against: "final-target" | "year-target";
  /** Cells that went into it: actual, target, then what else the formula asks for. */
  readonly inputs: readonly CellAddress[];
}

export interface RateCandidatesInput {
  readonly indicator: Indicator;
  readonly actual: Figure;
  /** Another target than the indicator's own; without it the final one, and the actual's own year's where there is one. */
  readonly target?: Figure;
}

/**
 * Every formula's value for an actual. Naive ones too: which formula a sheet follows is asked here, not which one is
 * right. Formulas without an answer are left out.
 */
export function rateCandidates({ indicator, actual, target }: RateCandidatesInput): readonly RateCandidate[] {
  if (target !== undefined) return candidatesAgainst(indicator, actual, target, "final-target");
  const final = indicator.target;
  const ofYear = yearTarget(indicator, actual);
  return [
    ...(ofYear === undefined ? [] : candidatesAgainst(indicator, actual, ofYear, "year-target")),
    ...(final === null ? [] : candidatesAgainst(indicator, actual, final, "final-target")),
  ];
}

/** The interim target for the actual's own period; undefined where there is none with a number. */
export function yearTarget(indicator: Indicator, actual: Figure): Figure | undefined {
  const period = actual.period;
  if (period === null) return undefined;
  return indicator.targets.find(
    (figure) => figure.period !== null && comparePeriods(figure.period, period) === 0 && amountOf(figure) !== null,
  );
}

/**
 * The actual that a stated 達成率 speaks of: of the same period; else the nearest with a number before it in the same row
 * (実績・達成率 side by side, year by year); else the latest with a number.
 */
export function actualOfRate(indicator: Indicator, rate: StatedRate): Figure | undefined {
  const { actuals } = indicator;
  const { period, at } = rate;
  if (period !== null && actuals.some((figure) => figure.period !== null)) {
    return actuals.find((figure) => figure.period !== null && comparePeriods(figure.period, period) === 0 && amountOf(figure) !== null);
  }
  let before: Figure | undefined;
  for (const figure of actuals) {
    const { sheet, row, column } = figure.at;
    const isBefore = row === at.row && column < at.column && sheet === at.sheet;
    if (isBefore && (before === undefined || column >= before.at.column) && amountOf(figure) !== null) before = figure;
  }
  if (before !== undefined) return before;
  const withNumber = actuals.filter((figure) => amountOf(figure) !== null);
  return inOrder(withNumber).at(-1) ?? withNumber.at(-1);
}

/** One way of reading a stated rate: 1.1 may be 110 % or 1.1 %. */
interface RateReading {
  readonly percent: number;
  /** The size of its last digit, in points. */
  readonly step: number;
}

export interface RateIdentification {
  /** The candidates that the stated rate agrees with, in the candidates' order. Empty: no formula explains it. */
  readonly matches: readonly RateCandidate[];
  /** The stated rate in percent: as the matching formula has it, else as it stands. */
  readonly percent: number;
}

/**
 * Which formulas a stated rate follows. It follows one if the calculated rate, rounded half up or cut off at the digits
 * that the sheet shows, is the stated one; `tolerancePoints` widens that.
 */
export function identifyRate(
  stated: StatedRate,
  candidates: readonly RateCandidate[],
  tolerancePoints = 0,
): RateIdentification {
  const readings = readingsOf(stated);
  for (const reading of readings) {
    const matches = candidates.filter(({ percent }) => agrees(percent, reading, tolerancePoints));
    if (matches.length > 0) return { matches, percent: reading.percent };
  }
  return { matches: [], percent: readings[0].percent };
}

/**
 * True if a rate of a lower-is-better indicator can only have been made as 実績 ÷ 目標, which reads the wrong way round.
 * At the target itself both ways give 100, and nothing is reversed.
 */
export function isRateReversed(direction: Direction, identification: RateIdentification): boolean {
  const { matches } = identification;
  const direct = matches.filter(({ formula }) => ASKS_WHETHER_MET.has(formula));
  return direction.value === "lower-is-better" && direct.length > 0 && direct.every(({ formula }) => formula === "ratio");
}

/** 達成率の罠: a stated rate that says the opposite of the truth. */
export interface RateTrap {
  readonly indicator: Indicator;
  readonly rate: StatedRate;
  /** The stated rate in percent. */
  readonly percent: number;
  readonly actual: Figure;
  readonly target: Figure;
  /** "says-met": 100 or more though the target is not met. "says-not-met": less than 100 though it is. */
  readonly kind: "says-met" | "says-not-met";
  /** The formula that it follows; null where none explains it. */
  readonly formula: FormulaId | null;
  /** A "suggested" direction waits for a person, and the trap with it. */
  readonly direction: Direction;
}

/**
 * The indicators whose stated rate says the opposite of the truth. A rate that follows a formula of another question
 * (pace, previous year) is no such statement, whatever its value.
 */
export function rateTraps(model: Pick<PlanModel, "indicators">, options: RateTrapOptions = {}): readonly RateTrap[] {
  return model.indicators.flatMap((indicator) =>
    indicator.statedRates.flatMap((rate) => trapOf(indicator, rate, options) ?? []),
  );
}

export interface RateTrapOptions {
  /** How far a stated rate may be from a calculated one beyond its own rounding. */
  readonly tolerancePoints?: number;
  /** 「維持」の許容幅, in percent of the target. */
  readonly maintainPercent?: number;
}

function trapOf(indicator: Indicator, rate: StatedRate, options: RateTrapOptions): RateTrap | undefined {
  const actual = actualOfRate(indicator, rate);
  if (actual === undefined) return undefined;
  const { matches: all, percent } = identifyRate(rate, rateCandidates({ indicator, actual }), options.tolerancePoints);
  const matches = all.filter(({ formula }) => ASKS_WHETHER_MET.has(formula));
  if (all.length > 0 && matches.length === 0) return undefined;
  // What it would say against either target is a trap only if it is one against each that it may speak of.
  const traps = targetsOf(indicator, actual, matches).map((target) =>
    contradiction(indicator, rate, { actual, target, percent, matches, options }),
  );
  return traps.every((trap) => trap !== undefined) ? traps[0] : undefined;
}

interface Claim {
  readonly actual: Figure;
  readonly target: Figure;
  readonly percent: number;
  readonly matches: readonly RateCandidate[];
  readonly options: RateTrapOptions;
}

function contradiction(indicator: Indicator, rate: StatedRate, claim: Claim): RateTrap | undefined {
  const { actual, target, percent, matches, options } = claim;
  const amount = amountOf(actual);
  const direction = directionOf(indicator.direction, target);
  const met = amount === null ? null : isMet(amount, target, direction, options.maintainPercent);
  if (met === null) return undefined;
  const says = matches.length === 0 ? [percent] : matches.map((match) => match.percent);
  if (says.some((value) => (value >= 100) === met)) return undefined;
  const kind = met ? "says-not-met" : "says-met";
  return { indicator, rate, percent, actual, target, kind, formula: matches[0]?.formula ?? null, direction };
}

function targetsOf(indicator: Indicator, actual: Figure, matches: readonly RateCandidate[]): readonly Figure[] {
  const ofYear = yearTarget(indicator, actual);
  const final = indicator.target;
  const isNamed = (against: RateCandidate["against"]): boolean =>
    matches.length === 0 || matches.some((match) => match.against === against);
  return [
    ...(ofYear !== undefined && isNamed("year-target") ? [ofYear] : []),
    ...(final !== null && isNamed("final-target") ? [final] : []),
  ];
}

/** Formulas for which 100 means that the target is met. Where stands the pace or last year is another question. */
const ASKS_WHETHER_MET: ReadonlySet<FormulaId> = new Set<FormulaId>([
  "ratio",
  "inverse-ratio",
  "mirrored",
  "from-baseline",
  "from-baseline-capped",
  "cumulative",
]);

function candidatesAgainst(
  indicator: Indicator,
  actual: Figure,
  target: Figure,
  against: RateCandidate["against"],
): readonly RateCandidate[] {
  const actualAmount = amountOf(actual);
  const targetAmount = amountOf(target);
  if (actualAmount === null || targetAmount === null) return [];
  const plain = { actual: actualAmount, target: targetAmount };
  const inputs = [actual.at, target.at];
  const values: readonly Valued[] = [
    { formula: "ratio", percent: ratio(plain), inputs },
    { formula: "inverse-ratio", percent: inverseRatio(plain), inputs },
    { formula: "mirrored", percent: mirrored(plain), inputs },
    ...baselineValues(indicator, actual, target, plain),
    ...seriesValues(indicator, actual, target, plain),
  ];
  return values.flatMap(({ formula, percent, inputs: cells }) =>
    percent === null ? [] : [{ formula, percent, against, inputs: cells }],
  );
}

interface Plain {
  readonly actual: number;
  readonly target: number;
}

type Valued = Omit<RateCandidate, "percent" | "against"> & { readonly percent: number | null };

/** The formulas that measure from the baseline, in amount or in years. */
function baselineValues(indicator: Indicator, actual: Figure, target: Figure, plain: Plain): readonly Valued[] {
  const baseline = indicator.baseline;
  const amount = amountOf(baseline);
  const years = planYears({ baseline: baseline?.period ?? null, target: target.period, actual: actual.period });
  // In the target's own year the pace formulas are the plain ones over again.
  const isUnderWay = typeof years !== "string" && years.elapsedYears < years.totalYears;
  const cells = [actual.at, target.at];
  const values: Valued[] = [];
  if (baseline !== null && amount !== null) {
    const figures = { ...plain, baseline: amount };
    const inputs = [...cells, baseline.at];
    values.push({ formula: "from-baseline", percent: fromBaseline(figures), inputs });
    values.push({ formula: "from-baseline-capped", percent: fromBaselineCapped(figures), inputs });
    if (isUnderWay) values.push({ formula: "pace-linear", percent: paceLinear({ ...figures, ...years }), inputs });
  }
  if (isUnderWay) {
    values.push({ formula: "pace-of-target", percent: paceOfTarget({ ...plain, ...years }), inputs: cells });
  }
  return values;
}

/** The formulas that look at other years' actuals. */
function seriesValues(indicator: Indicator, actual: Figure, target: Figure, plain: Plain): readonly Valued[] {
  const values: Valued[] = [];
  const total = hasCumulativeMismatch(indicator, target, actual) ? totalToDate(indicator, actual) : null;
  if (total !== null && total.missingYears.length === 0 && total.figures.length > 1) {
    const actuals = total.figures.flatMap((figure) => amountOf(figure) ?? []);
    const inputs = [...total.figures.map(({ at }) => at), target.at];
    values.push({ formula: "cumulative", percent: cumulative({ actuals, target: plain.target }), inputs });
  }
  const previous = previousActual(indicator, actual);
  const before = amountOf(previous ?? null);
  if (previous !== undefined && before !== null) {
    const direction = directionOf(indicator.direction, target).value;
    const percent = yearOnYear({ actual: plain.actual, previous: before, direction });
    values.push({ formula: "year-on-year", percent, inputs: [actual.at, previous.at] });
  }
  return values;
}

/** The actual of the year before, if it holds a number. */
export function previousActual(indicator: Indicator, actual: Figure): Figure | undefined {
  const period = actual.period;
  if (period === null) return undefined;
  return indicator.actuals.findLast(
    (figure) =>
      figure.period?.kind === period.kind && figure.period.year === period.year - 1 && amountOf(figure) !== null,
  );
}

function agrees(percent: number, { percent: stated, step }: RateReading, tolerancePoints: number): boolean {
  const noise = 1e-9 * Math.max(1, Math.abs(percent), Math.abs(stated));
  if (Math.abs(percent - stated) <= step / 2 + tolerancePoints + noise) return true;
  // Cut off (切り捨て), the calculated rate lies less than one step further from zero.
  const beyond = (percent - stated) * Math.sign(percent);
  return step <= COARSEST_CUT && beyond > 0 && beyond < step - noise;
}

/** Nobody cuts a rate off to tens: a step above this is a bare ratio, whose zeros the sheet hides. */
const COARSEST_CUT = 1;

/** A bare 1 hides whether 1.0 or 1.00 was meant; it is not held to be coarser than one decimal. */
const COARSEST_RATIO_STEP = 10;

const SHOWN_NUMBER = /\d+(?:\.(\d+))?/u;

/**
 * With a percent sign there is one reading. A bare number may be percent or a ratio (1.1 is 1.1 % or 110 %); the reading
 * that the stated rate came with is tried first.
 */
function readingsOf({ amount, raw }: StatedRate): readonly [RateReading, ...RateReading[]] {
  const text = raw.normalize("NFKC").replaceAll(",", "");
  const shown = SHOWN_NUMBER.exec(text);
  const step = 10 ** -(shown?.[1]?.length ?? 0);
  if (shown === null || amount === 0 || text.includes("%")) return [{ percent: amount, step }];
  const ratioStep = Math.min(step * 100, COARSEST_RATIO_STEP);
  const wasRatio = Math.abs(Number(shown[0]) * 100 - Math.abs(amount)) < step;
  return wasRatio
    ? [{ percent: amount, step: ratioStep }, { percent: amount / 100, step }]
    : [{ percent: amount, step }, { percent: amount * 100, step: ratioStep }];
}
