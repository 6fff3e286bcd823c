import { analyze } from "../../../src/core";
import { planReport, type ReportPlan } from "../../../src/core/report";
import { parseOwner } from "../../../src/core/report/summary-record";
import { defaultSettings } from "../../../src/core/settings";
import type { CellAddress } from "../../../src/core/sheet/address";
import type { CellContent, WorkbookSnapshot } from "../../../src/core/sheet/snapshot";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import type { SheetModel, WorkbookModel } from "../../../workbench/host/model/workbook";
import { bytesOf } from "./sample-plans";

/** The report of a sample in which some cells hold something else. */
export function planWith(sample: string, changes: readonly { readonly at: CellAddress; readonly value: CellContent }[] = []): ReportPlan {
  const read = readWorkbook(bytesOf(sample), sample);
  if (!read.ok) throw new Error(read.failure.code);
  return planReport(analyze(withCells(read.value, changes), defaultSettings, "2026-03-31"));
}

function withCells(snapshot: WorkbookSnapshot, changes: readonly { readonly at: CellAddress; readonly value: CellContent }[]): WorkbookSnapshot {
  return {
    ...snapshot,
    sheets: snapshot.sheets.map((sheet) => {
      const own = changes.filter(({ at }) => at.sheet === sheet.name);
      if (own.length === 0) return sheet;
      const rows = new Map(sheet.rows.map(({ row, cells }) => [row, new Map(cells.map((cell) => [cell.column, cell]))]));
      for (const { at, value } of own) {
        const cells = rows.get(at.row) ?? new Map<number, (typeof sheet.rows)[number]["cells"][number]>();
        cells.set(at.column, { column: at.column, value, format: "General" });
        rows.set(at.row, cells);
      }
      const sorted = [...rows].sort(([a], [b]) => a - b);
      return { ...sheet, rows: sorted.map(([row, cells]) => ({ row, cells: [...cells.values()].sort((a, b) => a.column - b.column) })) };
    }),
  };
}

/** The sheet of the summary as it stands, whatever people call it. */
export function ours(workbook: WorkbookModel, key: string, state = "now"): SheetModel {
  const found = workbook.sheets.filter((sheet) => {
    const owner = parseOwner(sheet.customProperties.find((property) => property.key === "shinchoku.sheet")?.value ?? null);
    return owner?.state === state && owner.key === key;
  });
  if (found.length !== 1) throw new Error(`${String(found.length)} sheets of ${key}`);
  return found[0]!;
}

/** Everything that a person or a later run could notice of a workbook. */
export function stateOf(workbook: WorkbookModel, { pages = true } = {}): unknown {
  return {
    sheets: workbook.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      tab: sheet.tabColor,
      owner: sheet.customProperties.map(({ key, value }) => [key, value]),
      cells: [...sheet.rows].flatMap(([row, cells]) => [...cells].flatMap(([column, { content, formula, style }]) => (content === null && formula === undefined ? [] : [[row, column, content, formula, style.fill]]))),
      widths: [...sheet.columnModels],
      tables: sheet.tables.map(({ name, region }) => [name, region]),
      charts: sheet.charts.map(({ name, series }) => [name, series.map(({ values, categories }) => [values, categories])]),
      links: sheet.hyperlinks.map(({ documentReference }) => documentReference),
      ...(pages ? { page: sheet.pageLayout, breaks: sheet.horizontalBreaks } : {}),
    })),
    parts: workbook.customXmlParts.map(({ xml }) => xml),
  };
}

/** All texts on visible sheets of the summary. */
export function textsOf(workbook: WorkbookModel): readonly string[] {
  return workbook.sheets
    .filter((sheet) => sheet.visibility === "visible" && sheet.customProperties.length > 0)
    .flatMap((sheet) => [...sheet.rows.values()].flatMap((cells) => [...cells.values()].flatMap(({ content }) => (typeof content === "string" || typeof content === "number" ? [String(content)] : []))));
}
