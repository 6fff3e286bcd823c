import type { FieldName } from "../model";
import { contains, overlaps, type Region } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import type { Settings } from "../settings";
import { squash } from "../text";
import { findBodyLists } from "./body-list-finder";
import { findForms } from "./form-finder";
import { Grid } from "./grid";
import type { ExtraLabels } from "./label-candidates";
import { openRows } from "./open-rows";
import type { RecognizedSheet } from "./recognized";
import { withSurroundings } from "./surroundings";
import { tableHeads } from "./table-heads";
import { findTables, type ToldHeaders } from "./table-finder";
import { toldOf } from "./told";

/** The labels that a city has added, as the dictionary wants them. */
export function extraLabels(settings: Settings): ExtraLabels {
  const labels = new Map<string, FieldName>();
  for (const [field, words] of Object.entries(settings.labels)) {
    for (const word of words) labels.set(squash(word), field as FieldName);
  }
  return labels;
}

function turned(told: ToldHeaders): ToldHeaders {
  return { headers: [], fields: told.fields.map(({ row, column, field }) => ({ row: column, column: row, field })) };
}

/** A table has at least two labels and two values of each. */
const FEWEST_CELLS = 4;

/** Filled cells that no table has taken, counted no further than it matters. */
function countLeft(grid: Grid, tables: readonly Region[], ignored: readonly Region[]): number {
  let count = 0;
  for (const { row, beside } of openRows(grid, tables)) {
    for (const { column } of grid.view.cellsOf(row)) if (!isInside(beside, row, column) && !isInside(ignored, row, column)) count++;
    if (count >= FEWEST_CELLS) return count;
  }
  return count;
}

function isInside(regions: readonly Region[], row: number, column: number): boolean {
  return regions.some((region) => contains(region, row, column));
}

/** Everything that a sheet holds of what we know. Rows first, then what is left as columns, as forms, as plain lists. */
export function recognizeSheet(view: SheetView, settings: Settings, extra: ExtraLabels): RecognizedSheet {
  const { headers, ignored, isWholeIgnored } = toldOf(view.name, settings);
  if (isWholeIgnored) return { tables: [], forms: [], bodyLists: [] };
  const grid = new Grid(view, false, extra, ignored);
  const inRows = findTables(grid, headers, []);
  const rowRegions = inRows.map(({ region }) => region);
  const forms = findForms(grid, rowRegions);
  const formRegions = forms.map(({ region }) => region);
  const isLeft = countLeft(grid, rowRegions, ignored) >= FEWEST_CELLS;
  const inColumns = (isLeft ? findTables(new Grid(view, true, extra, [...ignored, ...rowRegions]), turned(headers), []) : []).filter(({ region }) => !formRegions.some((form) => overlaps(form, region)));
  const claimed = [...rowRegions, ...formRegions, ...inColumns.map(({ region }) => region)];
  const found = [...inRows, ...inColumns];
  const headOf = forms.length > 0 || found.length === 0 ? undefined : tableHeads(grid, found.map(({ region }) => region));
  const tables = [...withSurroundings(grid, headOf === undefined ? found : found.map((table) => ({ ...table, head: headOf(table.region) })))].sort((a, b) => a.region.top - b.region.top || a.region.left - b.region.left);
  return { tables, forms, bodyLists: findBodyLists(grid, claimed) };
}
