import type { Figure, Indicator, PlanModel } from "../model";
import { formatPeriod } from "../text";

/** Which of an indicator's figures a finding speaks of: 基準値, 目標値, 中間・各年の目標値, 実績値. */
export type FigureRole = "baseline" | "target" | "interim-target" | "actual";

export interface RoledFigure {
  readonly role: FigureRole;
  readonly figure: Figure;
}

/** Every figure that an indicator states, in the order in which sheets have them. */
export function figuresOf({ baseline, targets, target, actuals }: Indicator): readonly RoledFigure[] {
  return [
    ...(baseline === null ? [] : [roled("baseline", baseline)]),
    ...targets.map((figure) => roled("interim-target", figure)),
    ...(target === null ? [] : [roled("target", target)]),
    ...actuals.map((figure) => roled("actual", figure)),
  ];
}

function roled(role: FigureRole, figure: Figure): RoledFigure {
  return { role, figure };
}

/** A figure with the indicator that states it. */
export interface NotedFigure extends RoledFigure {
  readonly indicator: Indicator;
}

/** The few figures and indicators of a model that some rule has a question about; each list in the order of the model. */
export interface FigureNotes {
  /** Without a number: 空欄, dashes, 集計中, words, what cannot be read. */
  readonly unset: readonly NotedFigure[];
  /** 文字列の数値. */
  readonly numericTexts: readonly NotedFigure[];
  /** Percentages below 0 or above 100. */
  readonly beyondShares: readonly NotedFigure[];
  /** With the unit in the cell itself. */
  readonly withOwnUnit: readonly NotedFigure[];
  /** Indicators with two figures whose units are not written alike. */
  readonly mixedUnits: readonly Indicator[];
  /** Indicators of which a 達成率 is stated. */
  readonly rated: readonly Indicator[];
  /** Indicators whose direction is a guess from words, or not known. */
  readonly unsureDirections: readonly Indicator[];
}

/** Kept while the model is, because half of the rules ask. */
const known = new WeakMap<PlanModel, FigureNotes>();

/** What the rules look for among the figures, gathered in one walk: most figures give no rule anything to say. */
export function figureNotes(model: PlanModel): FigureNotes {
  const notes = known.get(model);
  if (notes !== undefined) return notes;
  const taker = new NoteTaker();
  for (const indicator of model.indicators) taker.add(indicator);
  known.set(model, taker);
  return taker;
}

class NoteTaker implements FigureNotes {
  readonly unset: NotedFigure[] = [];
  readonly numericTexts: NotedFigure[] = [];
  readonly beyondShares: NotedFigure[] = [];
  readonly withOwnUnit: NotedFigure[] = [];
  readonly mixedUnits: Indicator[] = [];
  readonly rated: Indicator[] = [];
  readonly unsureDirections: Indicator[] = [];
  /** Units of the indicator at hand, nearly always one. */
  private readonly units: string[] = [];

  /** In the order of `figuresOf`. */
  add(indicator: Indicator): void {
    const { baseline, targets, target, actuals } = indicator;
    this.units.length = 0;
    if (baseline !== null) this.note(indicator, "baseline", baseline);
    for (const figure of targets) this.note(indicator, "interim-target", figure);
    if (target !== null) this.note(indicator, "target", target);
    for (const figure of actuals) this.note(indicator, "actual", figure);
    if (this.units.length > 1) this.mixedUnits.push(indicator);
    if (indicator.statedRates.length > 0) this.rated.push(indicator);
    const { basis, value } = indicator.direction;
    if (basis === "suggested" || value === "unknown") this.unsureDirections.push(indicator);
  }

  private note(indicator: Indicator, role: FigureRole, figure: Figure): void {
    const { state, amount, unit } = figure;
    if (state !== "set") this.unset.push({ indicator, role, figure });
    else if (unit !== null && !this.units.includes(unit)) this.units.push(unit);
    if (unit === "%" && amount !== null && (amount < 0 || amount > 100)) this.beyondShares.push({ indicator, role, figure });
    if (figure.isNumericText) this.numericTexts.push({ indicator, role, figure });
    if (figure.hasOwnUnit) this.withOwnUnit.push({ indicator, role, figure });
  }
}

/** 令和11年度, or "" for a figure without a period. */
export function periodText(period: Figure["period"]): string {
  return period === null ? "" : formatPeriod(period);
}

/** What a finding about one figure is held by. The period is in it: another year's figure is another subject. */
export function figureSubject(indicator: Indicator, role: FigureRole, { period }: Figure): string {
  return [indicator.key, role, periodText(period)].filter((part) => part !== "").join(" / ");
}
