import { FONT, paintStyles, STANDARD_SIZE } from "../../core/report";
import { baseStyle, cellLayers, heightRuns, type CellLayer } from "../../core/report/cell-layers";
import type { CellInput } from "../../core/report/cell-content";
import { quoteSheet, titleOf } from "../../core/report/references";
import { toAddresses } from "../../core/report/rectangles";
import { toColumnName } from "../../core/sheet/address";
import { toRangeA1, type Region } from "../../core/sheet/region";
import { toWritten } from "./cell-input";
import { bytesOf, type Requests } from "./requests";
import { keyInput, type Names, type SheetLayout } from "./sheet-layout";

/** A column of width 1 is a digit of 10-point BIZ UDゴシック wide: 7 pixels. */
export const POINTS_PER_WIDTH = 5.25;
/** What one step of formatting takes in a request, roughly, beside its address. */
const BYTES_PER_STEP = 450;
/** Above so many rectangles, number formats go out as one grid. */
const MOST_FORMAT_RANGES = 200;

function rangeOf(worksheet: Excel.Worksheet, { top, left, bottom, right }: Region): Excel.Range {
  return worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1);
}

/** Contents as whole blocks of rows, as large as a request may be. */
export async function fillCells(worksheet: Excel.Worksheet, layout: SheetLayout, inputs: readonly (readonly CellInput[])[], requests: Requests): Promise<void> {
  const width = layout.columns + (layout.keyColumn === undefined ? 0 : 1);
  let first = 0;
  let block: (string | number | null)[][] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (block.length === 0) return;
    await requests.room(bytes + BYTES_PER_STEP);
    worksheet.getRangeByIndexes(first, 0, block.length, width).formulas = block;
    first += block.length;
    block = [];
    bytes = 0;
  };
  for (const [row, cells] of inputs.entries()) {
    const line = cells.map(toWritten);
    if (layout.keyColumn !== undefined) line.push(toWritten(keyInput(layout, row)));
    const size = line.reduce((sum: number, value) => sum + (typeof value === "string" ? bytesOf(value) : 8), 0);
    if (bytes + size > requests.limit / 2) await flush();
    block.push(line);
    bytes += size;
  }
  await flush();
}

/** Everything about the cells but what they hold. */
export async function formatCells(worksheet: Excel.Worksheet, layout: SheetLayout, names: Names, requests: Requests): Promise<void> {
  const { sheet, columns } = layout;
  await requests.room(BYTES_PER_STEP * 12);
  for (const [row, { cells }] of sheet.rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (cell?.link === undefined) continue;
      worksheet.getCell(row, column).hyperlink = {
        documentReference: `${quoteSheet(titleOf(names.shown, cell.link.sheet))}!${toRangeA1({ top: cell.link.row, bottom: cell.link.row, left: cell.link.column, right: cell.link.column })}`,
      };
    }
  }
  if (sheet.rows.length > 0) {
    // Over the empty cells, too: what people write there should look like the rest.
    const { format } = worksheet.getRangeByIndexes(0, 0, sheet.rows.length, columns);
    format.font.name = FONT;
    format.font.size = STANDARD_SIZE;
    format.font.color = `#${baseStyle.color}`;
    format.font.bold = false;
    format.font.underline = "None";
    format.verticalAlignment = "Center";
    format.horizontalAlignment = "Left";
  }
  for (const layer of cellLayers(sheet.rows)) await applyLayer(worksheet, layout, layer, requests);
  await setSizes(worksheet, layout, requests);
}

const LINES = { thin: ["Continuous", "Thin"], hair: ["Continuous", "Hairline"], medium: ["Continuous", "Medium"] } as const;
type Line = keyof typeof LINES;
type Edge = "EdgeTop" | "EdgeBottom" | "EdgeLeft" | "EdgeRight" | "InsideHorizontal" | "InsideVertical";

/** Excel refuses a line inside an area that has no inside; so areas go by their shape. */
function byShape(regions: readonly Region[]): readonly { readonly edges: readonly Edge[]; readonly regions: readonly Region[] }[] {
  const shapes = new Map<string, { edges: Edge[]; regions: Region[] }>();
  for (const region of regions) {
    const inside: Edge[] = [...(region.bottom > region.top ? ["InsideHorizontal" as const] : []), ...(region.right > region.left ? ["InsideVertical" as const] : [])];
    const shape = shapes.get(inside.join()) ?? { edges: inside, regions: [] };
    shapes.set(inside.join(), shape);
    shape.regions.push(region);
  }
  return [...shapes.values()];
}

function setEdges(format: Excel.RangeFormat, edges: readonly Edge[], line: Line, color: string): void {
  const [style, weight] = LINES[line];
  for (const edge of edges) {
    const border = format.borders.getItem(edge);
    border.style = style;
    border.weight = weight;
    border.color = `#${color}`;
  }
}

async function applyLayer(worksheet: Excel.Worksheet, layout: SheetLayout, { property, value, regions }: CellLayer, requests: Requests): Promise<void> {
  if (property === "format") return setNumberFormats(worksheet, layout, value, regions, requests);
  if (property === "edges") {
    const [which, line = "thin", color = ""] = value.split(" ");
    for (const shape of byShape(regions)) {
      const edges: readonly Edge[] = which === "bottom" ? ["EdgeBottom", ...shape.edges.filter((edge) => edge === "InsideHorizontal")] : ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", ...shape.edges];
      for (const address of toAddresses(shape.regions)) {
        await requests.room(address.length + BYTES_PER_STEP * 3 * edges.length);
        setEdges(worksheet.getRanges(address).format, edges, line as Line, color);
      }
    }
    return;
  }
  for (const address of toAddresses(regions)) {
    await requests.room(address.length + BYTES_PER_STEP * 2);
    const { format } = worksheet.getRanges(address);
    switch (property) {
      case "size":
        format.font.size = Number(value);
        break;
      case "bold":
        format.font.bold = value === "true";
        break;
      case "color":
        format.font.color = `#${value}`;
        break;
      case "underline":
        format.font.underline = value === "true" ? "Single" : "None";
        break;
      case "fill":
        format.fill.color = `#${value}`;
        break;
      case "horizontal":
        format.horizontalAlignment = value === "center" ? "Center" : value === "right" ? "Right" : "Left";
        break;
      case "vertical":
        format.verticalAlignment = value === "top" ? "Top" : "Center";
        break;
      case "wrap":
        format.wrapText = value === "true";
        break;
    }
  }
}

/** Areas have no number format in common; so rectangles, or where these are too many, one grid. */
async function setNumberFormats(worksheet: Excel.Worksheet, { columns }: SheetLayout, value: string, regions: readonly Region[], requests: Requests): Promise<void> {
  if (regions.length <= MOST_FORMAT_RANGES) {
    for (const region of regions) {
      await requests.room(BYTES_PER_STEP + bytesOf(value));
      // One value serves the whole range; the types know grids only.
      rangeOf(worksheet, region).numberFormat = value as unknown as string[][];
    }
    return;
  }
  const top = Math.min(...regions.map((region) => region.top));
  const bottom = Math.max(...regions.map((region) => region.bottom));
  const grid = Array.from({ length: bottom - top + 1 }, () => Array.from({ length: columns }, (): string | null => null));
  for (const region of regions) {
    for (let row = region.top; row <= region.bottom; row++) grid[row - top]?.fill(value, region.left, region.right + 1);
  }
  const perRow = columns * 6 + 40;
  const most = Math.max(1, Math.floor(requests.limit / 4 / perRow));
  for (let from = 0; from < grid.length; from += most) {
    const part = grid.slice(from, from + most);
    await requests.room(part.length * perRow + BYTES_PER_STEP);
    worksheet.getRangeByIndexes(top + from, 0, part.length, columns).numberFormat = part;
  }
}

async function setSizes(worksheet: Excel.Worksheet, { sheet, keyColumn }: SheetLayout, requests: Requests): Promise<void> {
  const widths = new Map<number, string[]>();
  sheet.columnWidths.forEach((width, column) => {
    const name = toColumnName(column);
    widths.set(width, [...(widths.get(width) ?? []), `${name}:${name}`]);
  });
  await requests.room(BYTES_PER_STEP * (widths.size + 2));
  for (const [width, columns] of widths) worksheet.getRanges(columns.join(",")).format.columnWidth = width * POINTS_PER_WIDTH;
  if (keyColumn !== undefined) worksheet.getRange(`${toColumnName(keyColumn)}:${toColumnName(keyColumn)}`).columnHidden = true;
  for (const [height, runs] of heightRuns(sheet.rows)) {
    const regions = runs.map(([top, bottom]): Region => ({ top, bottom, left: 0, right: 0 }));
    for (const address of toAddresses(regions)) {
      await requests.room(address.length + BYTES_PER_STEP);
      // Any cell of a row stands for its height.
      worksheet.getRanges(address).format.rowHeight = height;
    }
  }
}

/** Tables, filter, lists to choose from, panes and what belongs to the sheet as a whole. */
export async function dressSheet(worksheet: Excel.Worksheet, { sheet, columns, keyColumn }: SheetLayout, requests: Requests): Promise<void> {
  await requests.room(BYTES_PER_STEP * (6 + sheet.tables.length * 3 + sheet.validations.length * 6));
  worksheet.showGridlines = false;
  if (sheet.tab !== null) worksheet.tabColor = `#${paintStyles[sheet.tab].color}`;
  for (const { name, region } of sheet.tables) {
    const table = worksheet.tables.add(rangeOf(worksheet, region), true);
    table.name = name;
    table.style = "TableStyleLight1";
  }
  if (sheet.filter !== null) {
    // Sorting by the filter's buttons has to take the keys along.
    const right = keyColumn !== undefined && sheet.filter.right === columns - 1 ? keyColumn : sheet.filter.right;
    worksheet.autoFilter.apply(rangeOf(worksheet, { ...sheet.filter, right }));
  }
  for (const { region, choices, prompt } of sheet.validations) {
    const { dataValidation } = rangeOf(worksheet, region);
    dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(",") } };
    dataValidation.ignoreBlanks = true;
    // The list proposes; what people write instead is as welcome.
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
    dataValidation.prompt = { showPrompt: true, title: prompt.title, message: prompt.text };
  }
  const { rows, columns: frozen } = sheet.freeze;
  if (rows > 0 && frozen > 0) worksheet.freezePanes.freezeAt(worksheet.getRangeByIndexes(0, 0, rows, frozen));
  else if (rows > 0) worksheet.freezePanes.freezeRows(rows);
  else if (frozen > 0) worksheet.freezePanes.freezeColumns(frozen);
}
