import type { CellAddress } from "../sheet/address";
import { toA1 } from "../sheet/address";
import { plainText } from "./plain-text";
import { isFormula, type PlanCell, type PlanSheet } from "./plan";
import { formulaText, quoteSheet, titleOf, type SheetTitles } from "./references";

/** What is put into a cell of the open workbook. */
export type CellInput = string | number | { readonly formula: string } | null;

/** A text of a formula is 255 characters long at most. */
const MOST_LITERAL = 255;

function literal(text: string): string {
  const pieces: string[] = [];
  let piece = "";
  for (const character of text) {
    if (piece.length + character.length > MOST_LITERAL) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  return [...pieces, piece].map((each) => `"${each.replaceAll('"', '""')}"`).join("&");
}

/**
 * A link to a cell of the city's own sheet as a formula, so that ten thousand of them are written as one block, keep
 * their row when it is sorted, and leave the cell's looks alone. Undefined where Excel would not take it.
 */
function linkFormula(source: CellAddress, shown: string | number): string | undefined {
  const formula = `HYPERLINK(${literal(`#${quoteSheet(source.sheet)}!${toA1(source)}`)},${typeof shown === "number" ? String(shown) : literal(shown)})`;
  return formula.length > 8_000 ? undefined : formula;
}

/**
 * What stands in a cell of the report when it is made in the city's own workbook. `titles` are the names that references
 * go by; `shown` those that people will see, in texts that name a sheet.
 */
export function cellInput(cell: PlanCell | null, sheet: PlanSheet, titles: SheetTitles, shown: SheetTitles, wished: SheetTitles): CellInput {
  if (cell === null || cell.value === null) return null;
  const { value } = cell;
  if (isFormula(value)) return { formula: formulaText(value, sheet.key, titles) };
  if (typeof value === "number") {
    if (!Number.isFinite(value)) return null;
    const link = cell.source === undefined ? undefined : linkFormula(cell.source, value);
    return link === undefined ? value : { formula: link };
  }
  // A line of the contents that names a sheet says the name that it got.
  const isName = cell.link !== undefined && value === wished.get(cell.link.sheet);
  const text = plainText(isName ? titleOf(shown, cell.link.sheet) : value);
  const link = cell.source === undefined || text === "" ? undefined : linkFormula(cell.source, text);
  return link === undefined ? text : { formula: link };
}
