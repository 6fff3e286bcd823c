import type { FieldName } from "../model";
import { contains, parseRangeA1, type Region } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import type { Settings } from "../settings";
import { squash } from "../text";
import { findBodyLists } from "./body-list-finder";
import { findForms } from "./form-finder";
import { Grid } from "./grid";
import type { ExtraLabels } from "./label";
import type { RecognizedSheet } from "./recognized";
import { findTables, withSurroundings, type ToldHeaders } from "./table-finder";

/** The labels that a city has added, as the dictionary wants them. */
export function extraLabels(settings: Settings): ExtraLabels {
  const labels = new Map<string, FieldName>();
  for (const [field, words] of Object.entries(settings.labels)) {
    for (const word of words) labels.set(squash(word), field as FieldName);
  }
  return labels;
}

function toldOf(sheet: string, settings: Settings): { readonly headers: ToldHeaders; readonly ignored: readonly (Region | null)[] } {
  const headers: Region[] = [];
  const fields: { row: number; column: number; field: FieldName }[] = [];
  const ignored: (Region | null)[] = [];
  for (const correction of settings.corrections) {
    if (correction.sheet !== sheet) continue;
    if (correction.kind === "ignore") {
      ignored.push(correction.range === null ? null : (parseRangeA1(correction.range) ?? null));
      continue;
    }
    const region = parseRangeA1(correction.kind === "header" ? correction.range : correction.cell);
    if (region === undefined) continue;
    if (correction.kind === "header") headers.push(region);
    else fields.push({ row: region.top, column: region.left, field: correction.field });
  }
  return { headers: { headers, fields }, ignored };
}

function turned(told: ToldHeaders): ToldHeaders {
  return { headers: [], fields: told.fields.map(({ row, column, field }) => ({ row: column, column: row, field })) };
}

/** A table has at least two labels and two values of each. */
const FEWEST_CELLS = 4;

/** Filled cells that no table has taken, counted no further than it matters. */
function countLeft(view: SheetView, isTaken: (row: number, column: number) => boolean): number {
  let count = 0;
  for (const { row, cells } of view.snapshot.rows) {
    for (const { column } of cells) if (!isTaken(row, column)) count++;
    if (count >= FEWEST_CELLS) return count;
  }
  return count;
}

/** Everything that a sheet holds of what we know. Rows first, then what is left as columns, as forms, as plain lists. */
export function recognizeSheet(view: SheetView, settings: Settings, extra: ExtraLabels): RecognizedSheet {
  const { headers, ignored } = toldOf(view.name, settings);
  if (ignored.includes(null)) return { tables: [], forms: [], bodyLists: [] };
  const isIgnored = (row: number, column: number): boolean => ignored.some((region) => region !== null && contains(region, row, column));
  const grid = new Grid(view, false, extra, isIgnored);
  const inRows = findTables(grid, headers, []);
  const rowRegions = inRows.map(({ region }) => region);
  const isTaken = (row: number, column: number): boolean => isIgnored(row, column) || rowRegions.some((region) => contains(region, row, column));
  const forms = findForms(grid, rowRegions);
  const formRegions = forms.map(({ region }) => region);
  const inColumns = (countLeft(view, isTaken) < FEWEST_CELLS ? [] : findTables(new Grid(view, true, extra, isTaken), turned(headers), [])).filter(({ region }) => !formRegions.some((form) => contains(form, region.top, region.left)));
  const claimed = [...rowRegions, ...formRegions, ...inColumns.map(({ region }) => region)];
  const tables = [...withSurroundings(grid, [...inRows, ...inColumns])].sort((a, b) => a.region.top - b.region.top || a.region.left - b.region.left);
  return { tables, forms, bodyLists: findBodyLists(grid, claimed) };
}
