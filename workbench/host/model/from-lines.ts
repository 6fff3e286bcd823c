import { fromSnapshot } from "./from-snapshot";
import type { WorkbookModel } from "./workbook";

export type Lines = readonly (readonly (string | number | boolean | null)[])[];

/** A workbook from lines of cells by sheet; null is an empty cell. */
export function fromLines(sheets: Readonly<Record<string, Lines>>): WorkbookModel {
  return fromSnapshot({
    file: "計画.xlsx",
    date1904: false,
    settings: null,
    sheets: Object.entries(sheets).map(([name, lines]) => ({
      name,
      visibility: "visible" as const,
      merges: [],
      hiddenRows: [],
      hiddenColumns: [],
      rows: lines
        .map((line, row) => ({
          row,
          cells: line.flatMap((value, column) => (value === null ? [] : [{ column, value, format: "General" }])),
        }))
        .filter(({ cells }) => cells.length > 0),
    })),
  });
}
