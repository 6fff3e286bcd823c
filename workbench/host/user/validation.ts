import { contains } from "../../../src/core/sheet/region";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import { FormulaEngine } from "../formula/engine";
import { toBoolean, toNumber, isError, type Scalar } from "../formula/values";
import type { DataValidationModel } from "../model/parts";
import { cornerOf } from "../model/regions";
import { findRange } from "../model/range";
import type { SheetModel } from "../model/workbook";

const engine = new FormulaEngine();

export function validationAt(sheet: SheetModel, row: number, column: number): DataValidationModel | undefined {
  return sheet.validations.find(({ regions }) => regions.some((region) => contains(region, row, column)));
}

/** What the arrow beside the cell offers; undefined where there is no list. */
export function choicesOf(sheet: SheetModel, validation: DataValidationModel): readonly string[] | undefined {
  const source = (validation.rule["list"] as { readonly source?: unknown } | undefined)?.source;
  if (typeof source !== "string") return undefined;
  if (!source.startsWith("=")) return source.split(",").map((choice) => choice.trim());
  const range = findRange(sheet.workbook, sheet, source.slice(1));
  if (range === undefined) return undefined;
  const choices: string[] = [];
  for (let row = range.region.top; row <= range.region.bottom; row++) {
    for (let column = range.region.left; column <= range.region.right; column++) {
      const content = range.sheet.content(row, column);
      if (content !== null && typeof content !== "object") choices.push(String(content));
    }
  }
  return choices;
}

interface Basic { readonly formula1?: unknown; readonly formula2?: unknown; readonly operator?: string }

/** 入力規則: whether a content may stand in a cell. */
export function isAllowed(sheet: SheetModel, row: number, column: number, content: CellContent | null): boolean {
  const validation = validationAt(sheet, row, column);
  if (validation === undefined || (content === null && validation.ignoreBlanks)) return true;
  const { rule } = validation;
  const corner = cornerOf(validation.regions);
  const evaluate = (formula: unknown): Scalar | undefined => {
    if (typeof formula !== "string") return formula as Scalar;
    if (!formula.startsWith("=")) return Number.isFinite(Number(formula)) ? Number(formula) : formula;
    return engine.evaluate(formula, sheet, row, column, row - corner.row, column - corner.column);
  };
  const choices = choicesOf(sheet, validation);
  if (choices !== undefined) return content !== null && typeof content !== "object" && choices.includes(String(content));
  const custom = (rule["custom"] as { readonly formula?: string } | undefined)?.formula;
  if (custom !== undefined) {
    const value = evaluate(custom);
    return value === undefined || toBoolean(value) === true;
  }
  const [kind] = Object.keys(rule).filter((key) => rule[key] !== null && rule[key] !== undefined);
  if (kind === undefined) return true;
  const { formula1, formula2, operator = "Between" } = rule[kind] as Basic;
  const own = kind === "textLength" ? String(content as string | number | boolean | null ?? "").length : typeof content === "number" ? content : undefined;
  if (own === undefined || (kind === "wholeNumber" && !Number.isInteger(own))) return false;
  const [low, high] = [formula1, formula2].map((formula) => {
    const value = evaluate(formula);
    const number = value === undefined || value === null || isError(value) ? NaN : toNumber(value);
    return typeof number === "number" ? number : NaN;
  });
  return holds(operator, own, low ?? NaN, high ?? NaN);
}

function holds(operator: string, own: number, low: number, high: number): boolean {
  switch (operator) {
    case "Between":
      return own >= low && own <= high;
    case "NotBetween":
      return own < low || own > high;
    case "EqualTo":
      return own === low;
    case "NotEqualTo":
      return own !== low;
    case "GreaterThan":
      return own > low;
    case "LessThan":
      return own < low;
    case "GreaterThanOrEqualTo":
      return own >= low;
    case "LessThanOrEqualTo":
      return own <= low;
    default:
      return true;
  }
}
