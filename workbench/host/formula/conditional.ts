import { contains } from "../../../src/core/sheet/region";
import type { ConditionalFormatModel } from "../model/parts";
import type { CellStyle } from "../model/style";
import type { SheetModel } from "../model/workbook";
import { FormulaEngine } from "./engine";
import { compareScalars, holds, isError, toBoolean, type Scalar } from "./values";

const engine = new FormulaEngine();

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: "=", NotEqualTo: "<>", GreaterThan: ">", LessThan: "<", GreaterThanOrEqual: ">=", LessThanOrEqual: "<=",
};

/** 条件付き書式: the rules in force at a cell, the strongest first. */
export function rulesInForce(sheet: SheetModel, row: number, column: number): readonly ConditionalFormatModel[] {
  const found: ConditionalFormatModel[] = [];
  const inPlace = sheet.conditionalFormats.filter((format) => format.regions.some((region) => contains(region, row, column)));
  for (const format of inPlace.sort((a, b) => a.priority - b.priority)) {
    if (!isMet(format, sheet, row, column)) continue;
    found.push(format);
    if (format.stopIfTrue) break;
  }
  return found;
}

/** The cell's own look with the rules in force laid over it. */
export function shownStyle(sheet: SheetModel, row: number, column: number): CellStyle {
  let style = sheet.style(row, column);
  for (const rule of [...rulesInForce(sheet, row, column)].reverse()) {
    style = {
      ...style,
      ...(rule.fill === undefined ? {} : { fill: rule.fill }),
      font: {
        ...style.font,
        ...(rule.fontColor === undefined ? {} : { color: rule.fontColor }),
        ...(rule.bold === undefined ? {} : { bold: rule.bold }),
        ...(rule.italic === undefined ? {} : { italic: rule.italic }),
        ...(rule.strikethrough === undefined ? {} : { strikethrough: rule.strikethrough }),
        ...(rule.underline === undefined ? {} : { underline: rule.underline }),
      },
    };
  }
  return style;
}

function isMet(format: ConditionalFormatModel, sheet: SheetModel, row: number, column: number): boolean {
  const top = Math.min(...format.regions.map((region) => region.top));
  const left = Math.min(...format.regions.map((region) => region.left));
  const evaluate = (formula: string): Scalar | undefined => engine.evaluate(formula, sheet, row, column, row - top, column - left);
  switch (format.type) {
    case "Custom": {
      const value = evaluate(format.formula);
      return value !== undefined && toBoolean(value) === true;
    }
    case "CellValue": {
      const { formula1, formula2, operator } = format.rule as { formula1?: string; formula2?: string; operator?: string };
      const content = sheet.content(row, column);
      const first = formula1 === undefined ? undefined : evaluate(formula1);
      if (first === undefined || isError(content)) return false;
      const order = compareScalars(content, first);
      if (typeof order === "object") return false;
      if (operator === "Between" || operator === "NotBetween") {
        const second = formula2 === undefined ? undefined : evaluate(formula2);
        const upper = second === undefined ? NaN : Number(compareScalars(content, second));
        return (order >= 0 && upper <= 0) === (operator === "Between");
      }
      return holds(OPERATORS[operator ?? ""] ?? "=", order);
    }
    case "ContainsText": {
      const { text = "", operator } = format.rule as { text?: string; operator?: string };
      const content = sheet.content(row, column);
      const shown = typeof content === "string" ? content.toLowerCase() : String(content as number | null ?? "");
      const has = shown.includes(text.toLowerCase());
      return operator === "NotContains" ? !has : operator === "BeginsWith" ? shown.startsWith(text.toLowerCase()) : operator === "EndsWith" ? shown.endsWith(text.toLowerCase()) : has;
    }
    default:
      return false;
  }
}
