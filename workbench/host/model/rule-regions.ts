import type { Region } from "../../../src/core/sheet/region";
import { moveFormula, shiftFormula, type Shift } from "../formula/shift";
import type { ConditionalFormatModel, DataValidationModel } from "./parts";
import { cornerOf, joinRegions, subtractAll } from "./regions";
import { shiftRegions } from "./shift-region";

/** A rule over some cells whose formulas are written as for the corner of those cells. */
export interface RuleOverCells {
  regions: Region[];
}

type Change = (formula: string) => string;

const FORMULA_KEYS = ["formula1", "formula2"];

/** Changes every formula of a rule; what is not a formula (a number, a text, a list's choices) stays. */
function changeFormulas(rule: RuleOverCells, change: Change): void {
  const apply = (value: unknown): unknown => (typeof value === "string" && value.startsWith("=") ? `=${change(value.slice(1))}` : value);
  if (isConditional(rule)) {
    rule.formula = rule.formula === "" ? "" : `=${change(rule.formula.replace(/^=/u, ""))}`;
    rule.rule = changeKeys(rule.rule, apply);
    if (rule.formulas !== undefined) rule.formulas = rule.formulas.map(change);
    return;
  }
  const validation = rule as DataValidationModel;
  validation.rule = Object.fromEntries(Object.entries(validation.rule).map(([kind, inner]) => {
    if (typeof inner !== "object" || inner === null) return [kind, inner];
    const changed = changeKeys(inner as Record<string, unknown>, apply);
    return [kind, { ...changed, ...("source" in changed ? { source: apply(changed["source"]) } : {}), ...("formula" in changed ? { formula: apply(changed["formula"]) } : {}) }];
  }));
}

function changeKeys(rule: Record<string, unknown>, apply: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rule).map(([key, value]) => [key, FORMULA_KEYS.includes(key) ? apply(value) : value]));
}

function isConditional(rule: RuleOverCells): rule is ConditionalFormatModel {
  return "stopIfTrue" in rule;
}

/** Gives a rule other cells: its formulas say the same of each cell that it keeps. */
export function setRegions(rule: RuleOverCells, regions: readonly Region[]): void {
  const before = cornerOf(rule.regions);
  const after = cornerOf(regions);
  rule.regions = [...regions];
  if (regions.length > 0) changeFormulas(rule, (formula) => moveFormula(formula, after.row - before.row, after.column - before.column));
}

/** Takes cells out of the rules; a rule without cells is dropped. True where anything changed. */
export function removeCells(rules: RuleOverCells[], holes: readonly Region[]): boolean {
  let isChanged = false;
  for (const rule of [...rules]) {
    const rest = subtractAll(rule.regions, holes);
    if (rest.length === rule.regions.length && rest.every((region, index) => region === rule.regions[index])) continue;
    isChanged = true;
    setRegions(rule, joinRegions(rest));
    if (rest.length === 0) rules.splice(rules.indexOf(rule), 1);
  }
  return isChanged;
}

/**
 * Rows, columns or cells were put in or taken out. The formula follows as it would if it stood in the first cell that
 * stays; so it is right too where the rule's own first rows are deleted.
 */
export function shiftRules(rules: RuleOverCells[], home: string, changed: string, shift: Shift, growsAtEnd: boolean): boolean {
  let isChanged = false;
  for (const rule of [...rules]) {
    const isHere = home === changed;
    const regions = isHere ? joinRegions(shiftRegions(rule.regions, shift, growsAtEnd)) : rule.regions;
    if (regions.length === 0) {
      rules.splice(rules.indexOf(rule), 1);
      isChanged = true;
      continue;
    }
    const before = JSON.stringify(rule);
    const old = cornerOf(rule.regions);
    const first = isHere ? firstStaying(rule.regions, shift) : { from: old, to: old };
    const corner = cornerOf(regions);
    changeFormulas(rule, (formula) => {
      const there = moveFormula(formula, first.from.row - old.row, first.from.column - old.column);
      return moveFormula(shiftFormula(there, home, changed, shift), corner.row - first.to.row, corner.column - first.to.column);
    });
    rule.regions = [...regions];
    if (JSON.stringify(rule) !== before) isChanged = true;
  }
  return isChanged;
}

interface Cell { readonly row: number; readonly column: number }

/** The first cell of a rule that is not taken out: where it stood and where it stands. */
function firstStaying(regions: readonly Region[], shift: Shift): { readonly from: Cell; readonly to: Cell } {
  const gone: Region[] = shift.count > 0 ? [] : [shift.axis === "row"
    ? { top: shift.at, bottom: shift.at - shift.count - 1, left: shift.from, right: shift.to }
    : { left: shift.at, right: shift.at - shift.count - 1, top: shift.from, bottom: shift.to }];
  const [first] = subtractAll(regions, gone).sort((a, b) => a.top - b.top || a.left - b.left);
  const from = first === undefined ? cornerOf(regions) : { row: first.top, column: first.left };
  const [moved] = shiftRegions([{ top: from.row, bottom: from.row, left: from.column, right: from.column }], shift, false);
  return { from, to: moved === undefined ? from : { row: moved.top, column: moved.left } };
}

/** After a sheet got another name, or was deleted. */
export function rewriteRules(rules: readonly RuleOverCells[], change: Change): void {
  for (const rule of rules) changeFormulas(rule, change);
}

/** The same rule for other cells: relative references keep their distance from each cell. */
export function copyRuleTo<T extends RuleOverCells>(rule: T, regions: readonly Region[]): T {
  const copy = structuredClone(rule);
  setRegions(copy, regions);
  return copy;
}
