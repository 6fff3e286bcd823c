/** Begins the text by which a rule of ours is known again: `N("shinchoku:…")` is 0, so it changes no condition. */
const MARKER = 'N("shinchoku:';

/** Whether a conditional format was made by us, in whatever session, by whoever's hand it was copied since. */
export function isOurFormula(formula: string): boolean {
  return formula.includes(MARKER);
}
