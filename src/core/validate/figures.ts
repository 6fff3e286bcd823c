import type { Figure, Indicator } from "../model";
import { formatPeriod } from "../text";

/** Which of an indicator's figures a finding speaks of: 基準値, 目標値, 中間・各年の目標値, 実績値. */
export type FigureRole = "baseline" | "target" | "interim-target" | "actual";

export interface RoledFigure {
  readonly role: FigureRole;
  readonly figure: Figure;
}

/** Kept while the indicator is, because half of the rules ask. */
const listed = new WeakMap<Indicator, readonly RoledFigure[]>();

/** Every figure that an indicator states, in the order in which sheets have them. */
export function figuresOf(indicator: Indicator): readonly RoledFigure[] {
  const known = listed.get(indicator);
  if (known !== undefined) return known;
  const figures = listFigures(indicator);
  listed.set(indicator, figures);
  return figures;
}

function listFigures(indicator: Indicator): readonly RoledFigure[] {
  const { baseline, targets, target, actuals } = indicator;
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

/** 令和11年度, or "" for a figure without a period. */
export function periodText(period: Figure["period"]): string {
  return period === null ? "" : formatPeriod(period);
}

/** What a finding about one figure is held by. The period is in it: another year's figure is another subject. */
export function figureSubject(indicator: Indicator, role: FigureRole, { period }: Figure): string {
  return [indicator.key, role, periodText(period)].filter((part) => part !== "").join(" / ");
}
