import type { Region } from "../../../src/core/sheet/region";
import { parseAddress, splitAddress } from "../model/range";
import type { CellModel, Recalculation, SheetModel, WorkbookModel } from "../model/workbook";
import { functions } from "./functions";
import { FormulaSyntaxError, parseFormula, type Expression } from "./parse";
import { compareScalars, DIV0, error, holds, isBlock, isError, NA, NotCalculable, single, toBoolean, toNumber, toText, VALUE, type Scalar, type Value } from "./values";

/** Where a formula stands, and how far it was moved from where it was written. */
interface Place {
  readonly sheet: SheetModel;
  readonly row: number;
  readonly column: number;
  readonly down: number;
  readonly across: number;
}

/**
 * Calculates the workbook's formulas anew. A formula with a function that is not here keeps the value that it has, as a
 * workbook opened without calculation would, and is listed in `untouched`.
 */
export class FormulaEngine implements Recalculation {
  /** Formulas that could not be calculated, by what was missing. */
  readonly untouched = new Map<string, number>();
  private done = new Set<CellModel>();
  private running = new Set<CellModel>();

  recalculate(workbook: WorkbookModel): void {
    this.done = new Set();
    this.running = new Set();
    this.untouched.clear();
    for (const sheet of workbook.sheets) {
      for (const { row, column, cell } of sheet.formulas()) this.calculate(sheet, row, column, cell);
    }
  }

  /** The value of a formula as seen from a cell, moved from where it was written; for conditional formats. */
  evaluate(formula: string, sheet: SheetModel, row: number, column: number, down: number, across: number): Scalar | undefined {
    try {
      return single(this.value(parseFormula(formula.replace(/^=/u, "")), { sheet, row, column, down, across }));
    } catch (caught) {
      if (caught instanceof FormulaSyntaxError || caught instanceof NotCalculable) return undefined;
      throw caught;
    }
  }

  private calculate(sheet: SheetModel, row: number, column: number, cell: CellModel): void {
    // "" is a formula whose text the file does not name; its value stands.
    if (this.done.has(cell) || cell.formula === undefined || cell.formula === "") return;
    if (this.running.has(cell)) {
      cell.content = 0;
      return;
    }
    this.running.add(cell);
    try {
      const value = single(this.value(parseFormula(cell.formula), { sheet, row, column, down: 0, across: 0 }));
      const content = value ?? 0;
      if (JSON.stringify(content) !== JSON.stringify(cell.content)) {
        cell.content = content;
        sheet.changes.cell(row, column);
      }
    } catch (caught) {
      if (!(caught instanceof FormulaSyntaxError || caught instanceof NotCalculable)) throw caught;
      this.untouched.set(caught.message, (this.untouched.get(caught.message) ?? 0) + 1);
    } finally {
      this.running.delete(cell);
      this.done.add(cell);
    }
  }

  private value(expression: Expression, place: Place): Value {
    switch (expression.kind) {
      case "number":
      case "text":
      case "boolean":
        return expression.value;
      case "error":
        return error(expression.error);
      case "array":
        return expression.rows.map((line) => line.map((each) => single(this.value(each, place))));
      case "unary":
        return map(this.value(expression.of, place), (value) => {
          const number = toNumber(value);
          return typeof number === "object" ? number : expression.operator === "-" ? -number : number / 100;
        });
      case "binary":
        return combine(this.value(expression.left, place), this.value(expression.right, place), (a, b) => operate(expression.operator, a, b));
      case "reference":
        return this.read(this.sheetOf(expression.sheet, place), moved(expression.region, expression.fixed, place));
      case "name":
        return this.named(expression.name, place);
      case "call":
        return this.call(expression.name, expression.args, place);
    }
  }

  private sheetOf(name: string | undefined, place: Place): SheetModel {
    if (name === undefined) return place.sheet;
    const sheet = place.sheet.workbook.findSheet(name);
    if (sheet === undefined) throw new NotCalculable(`sheet ${name}`);
    return sheet;
  }

  private read(sheet: SheetModel, region: Region | undefined): Value {
    if (region === undefined) return error("#REF!");
    if (region.top === region.bottom && region.left === region.right) return this.cell(sheet, region.top, region.left);
    const { reach } = sheet;
    // What lies beyond is empty, and a whole column has a million of it.
    const bottom = Math.min(region.bottom, Math.max(region.top, reach.bottom));
    const right = Math.min(region.right, Math.max(region.left, reach.right));
    const block: Scalar[][] = [];
    for (let row = region.top; row <= bottom; row++) {
      const line: Scalar[] = [];
      for (let column = region.left; column <= right; column++) line.push(this.cell(sheet, row, column));
      block.push(line);
    }
    return block;
  }

  private cell(sheet: SheetModel, row: number, column: number): Scalar {
    const cell = sheet.cell(row, column);
    if (cell === undefined) return null;
    if (cell.formula !== undefined) this.calculate(sheet, row, column, cell);
    return cell.content;
  }

  private named(name: string, place: Place): Value {
    const { workbook } = place.sheet;
    const found = [...place.sheet.names, ...workbook.names].find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (found === undefined) return error("#NAME?");
    const formula = found.formula.replace(/^=/u, "");
    const { sheet, rest } = splitAddress(formula);
    const region = parseAddress(rest);
    if (region !== undefined) return this.read(sheet === undefined ? place.sheet : this.sheetOf(sheet, place), region);
    return this.value(parseFormula(formula), { ...place, down: 0, across: 0 });
  }

  private call(name: string, args: readonly (Expression | undefined)[], place: Place): Value {
    const at = (index: number): Value => {
      const arg = args[index];
      return arg === undefined ? null : this.value(arg, place);
    };
    switch (name) {
      case "IF": {
        const test = toBoolean(single(at(0)));
        if (typeof test === "object") return test;
        return test ? at(1) : args.length > 2 ? at(2) : false;
      }
      case "IFS": {
        for (let index = 0; index + 1 < args.length; index += 2) if (toBoolean(single(at(index))) === true) return at(index + 1);
        return NA;
      }
      case "IFERROR": {
        const value = at(0);
        return isError(single(value)) ? at(1) : value;
      }
      case "IFNA": {
        const value = single(at(0));
        return isError(value) && value.error === "#N/A" ? at(1) : value;
      }
      case "CHOOSE": {
        const index = toNumber(single(at(0)));
        return typeof index === "object" ? index : index >= 1 && index < args.length ? at(Math.floor(index)) : VALUE;
      }
      case "ROW":
      case "COLUMN": {
        const [arg] = args;
        const region = arg?.kind === "reference" ? moved(arg.region, arg.fixed, place) : { top: place.row, left: place.column };
        return region === undefined ? error("#REF!") : (name === "ROW" ? region.top : region.left) + 1;
      }
      default: {
        const calculate = functions[name];
        if (calculate === undefined) throw new NotCalculable(name);
        return calculate(args.map((_, index) => at(index)));
      }
    }
  }
}

function moved(region: Region, fixed: readonly [boolean, boolean, boolean, boolean], { down, across }: Place): Region | undefined {
  if (down === 0 && across === 0) return region;
  const [top, left, bottom, right] = [
    region.top + (fixed[0] ? 0 : down), region.left + (fixed[1] ? 0 : across), region.bottom + (fixed[2] ? 0 : down), region.right + (fixed[3] ? 0 : across),
  ];
  return top < 0 || left < 0 ? undefined : { top, left, bottom, right };
}

function operate(operator: string, a: Scalar, b: Scalar): Scalar {
  if (operator === "&") {
    const [left, right] = [toText(a), toText(b)];
    return typeof left === "object" ? left : typeof right === "object" ? right : left + right;
  }
  if (/[=<>]/u.test(operator)) {
    const order = compareScalars(a, b);
    return typeof order === "object" ? order : holds(operator, order);
  }
  const [left, right] = [toNumber(a), toNumber(b)];
  if (typeof left === "object") return left;
  if (typeof right === "object") return right;
  switch (operator) {
    case "+":
      return tidy(left + right);
    case "-":
      return tidy(left - right);
    case "*":
      return left * right;
    case "/":
      return right === 0 ? DIV0 : left / right;
    default:
      return left ** right;
  }
}

/** Excel shows a difference that is only rounding as zero. */
function tidy(value: number): number {
  return Math.abs(value) < 1e-15 ? 0 : value;
}

function map(value: Value, change: (value: Scalar) => Scalar): Value {
  return isBlock(value) ? value.map((line) => line.map(change)) : change(value);
}

function combine(a: Value, b: Value, calculate: (a: Scalar, b: Scalar) => Scalar): Value {
  if (!isBlock(a) && !isBlock(b)) return calculate(a, b);
  const rows = Math.max(isBlock(a) ? a.length : 1, isBlock(b) ? b.length : 1);
  const columns = Math.max(isBlock(a) ? (a[0]?.length ?? 1) : 1, isBlock(b) ? (b[0]?.length ?? 1) : 1);
  const pick = (value: Value, row: number, column: number): Scalar => {
    if (!isBlock(value)) return value;
    const line = value.length === 1 ? value[0] : value[row];
    return (line?.length === 1 ? line[0] : line?.[column]) ?? null;
  };
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => calculate(pick(a, row, column), pick(b, row, column))));
}

