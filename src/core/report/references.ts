import { toColumnName } from "../sheet/address";
import { isFormula, type Formula, type PlanValue, type SheetKey, type SheetRange } from "./plan";

/* How the plan's references read in a workbook in which each of its sheets has got a name. */

/** The name that each sheet of the plan got in this workbook. */
export type SheetTitles = ReadonlyMap<SheetKey, string>;

/** A name as it stands before "!": always in apostrophes, which is right for every name. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

export function absoluteRange({ region }: Pick<SheetRange, "region">): string {
  const cell = (row: number, column: number): string => `$${toColumnName(column)}$${String(row + 1)}`;
  const first = cell(region.top, region.left);
  const last = cell(region.bottom, region.right);
  return first === last ? first : `${first}:${last}`;
}

export function titleOf(titles: SheetTitles, key: SheetKey): string {
  const title = titles.get(key);
  if (title === undefined) throw new Error(`The plan refers to a sheet that it does not hold: ${key}`);
  return title;
}

export function qualifiedRange(range: SheetRange, titles: SheetTitles): string {
  return `${quoteSheet(titleOf(titles, range.sheet))}!${absoluteRange(range)}`;
}

/** The formula's text without "="; references to the sheet it stands on go without that sheet's name. */
export function formulaText(formula: Formula, on: SheetKey, titles: SheetTitles): string {
  return formula.formula
    .map((part) => {
      if (typeof part === "string") return part;
      return part.sheet === on ? absoluteRange(part) : qualifiedRange(part, titles);
    })
    .join("");
}

export function plainValue(value: PlanValue): string | number | null {
  return isFormula(value) ? value.cached : value;
}
