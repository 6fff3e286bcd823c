import { contains } from "../../../src/core/sheet/region";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import type { ConditionalFormatModel } from "../model/parts";
import { cornerOf } from "../model/regions";
import type { BorderIndex, CellStyle } from "../model/style";
import type { SheetModel } from "../model/workbook";
import { FormulaEngine } from "./engine";
import { rulesOverNumbers, type Overlay } from "./conditional-numbers";
import { compareScalars, holds, isError, toBoolean, type Scalar } from "./values";

const engine = new FormulaEngine();

const OPERATORS: Readonly<Record<string, string>> = {
  EqualTo: "=", NotEqualTo: "<>", GreaterThan: ">", LessThan: "<", GreaterThanOrEqual: ">=", LessThanOrEqual: "<=",
};

/** What a sheet's rules say of its cells at one moment. Made anew after each change; what a rule needs of all its cells is found once. */
export class ConditionalView {
  private readonly rules: readonly { readonly format: ConditionalFormatModel; readonly corner: { readonly row: number; readonly column: number }; readonly overlay: ((content: CellContent | null) => Overlay | undefined) | undefined }[];

  constructor(private readonly sheet: SheetModel) {
    this.rules = [...sheet.conditionalFormats]
      .sort((a, b) => a.priority - b.priority)
      .map((format) => ({ format, corner: cornerOf(format.regions), overlay: rulesOverNumbers(format, sheet) }));
  }

  /** 条件付き書式: the rules in force at a cell, the strongest first. */
  inForce(row: number, column: number): readonly ConditionalFormatModel[] {
    return this.at(row, column).map(({ format }) => format);
  }

  /** The cell's own look with the rules in force laid over it, and what is drawn in the cell beside. */
  look(row: number, column: number): { readonly style: CellStyle; readonly overlay: Overlay } {
    let style = this.sheet.style(row, column);
    let overlay: Overlay = {};
    for (const { format, drawn } of [...this.at(row, column)].reverse()) {
      style = laidOver(style, format);
      if (drawn === undefined) continue;
      if (drawn.fill !== undefined) style = { ...style, fill: drawn.fill };
      overlay = { ...overlay, ...drawn };
    }
    return { style, overlay };
  }

  private at(row: number, column: number): { readonly format: ConditionalFormatModel; readonly drawn: Overlay | undefined }[] {
    const found: { readonly format: ConditionalFormatModel; readonly drawn: Overlay | undefined }[] = [];
    for (const { format, corner, overlay } of this.rules) {
      if (!format.regions.some((region) => contains(region, row, column))) continue;
      const drawn = overlay?.(this.sheet.content(row, column));
      if (overlay === undefined ? !isMet(format, this.sheet, row, column, corner) : drawn === undefined) continue;
      found.push({ format, drawn });
      if (format.stopIfTrue) break;
    }
    return found;
  }
}

export function rulesInForce(sheet: SheetModel, row: number, column: number): readonly ConditionalFormatModel[] {
  return new ConditionalView(sheet).inForce(row, column);
}

export function shownStyle(sheet: SheetModel, row: number, column: number): CellStyle {
  return new ConditionalView(sheet).look(row, column).style;
}

function laidOver(style: CellStyle, rule: ConditionalFormatModel): CellStyle {
  const borders = Object.fromEntries(Object.entries(rule.borders).map(([side, border]) => [side as BorderIndex, { ...border, weight: "Thin" }]));
  return {
    ...style,
    ...(rule.fill === undefined ? {} : { fill: rule.fill }),
    ...(rule.numberFormat === undefined ? {} : { numberFormat: rule.numberFormat }),
    borders: { ...style.borders, ...borders },
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

function isMet(format: ConditionalFormatModel, sheet: SheetModel, row: number, column: number, corner: { readonly row: number; readonly column: number }): boolean {
  const evaluate = (formula: string): Scalar | undefined => engine.evaluate(formula, sheet, row, column, row - corner.row, column - corner.column);
  const content = sheet.content(row, column);
  switch (format.type) {
    case "Custom": {
      const value = evaluate(format.formula);
      return value !== undefined && toBoolean(value) === true;
    }
    case "CellValue": {
      const { formula1, formula2, operator } = format.rule as { formula1?: string; formula2?: string; operator?: string };
      const first = formula1 === undefined ? undefined : evaluate(formula1);
      // An empty cell counts as zero here, in Excel too.
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
      const wanted = text.toLowerCase();
      const shown = typeof content === "object" ? "" : String(content).toLowerCase();
      const has = shown.includes(wanted);
      return operator === "NotContains" ? !has : operator === "BeginsWith" ? shown.startsWith(wanted) : operator === "EndsWith" ? shown.endsWith(wanted) : has;
    }
    default: {
      // Dates, blanks, errors: the file has a formula that says the same.
      const [formula] = format.formulas ?? [];
      const value = formula === undefined ? undefined : evaluate(formula);
      return value !== undefined && toBoolean(value) === true;
    }
  }
}
