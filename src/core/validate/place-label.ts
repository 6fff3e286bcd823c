import type { PlanModel, Table } from "../model";
import type { CellAddress } from "../sheet/address";
import { contains } from "../sheet/region";
import type { SheetView } from "../sheet/sheet-view";
import { plainLabel } from "./spelling";
import type { RuleContext } from "./rule";

/**
 * What a place is called by the labels around it: the table's headings, the label of its column, the first text of its
 * row. Stands for a finding whose rule names no subject; unlike a position it survives inserted rows.
 */
export function describePlace(model: PlanModel, context: RuleContext, at: CellAddress): string {
  const table = model.tables.find(({ sheet, region }) => sheet === at.sheet && contains(region, at.row, at.column));
  if (table === undefined) return at.sheet;
  const line = firstText(context.sheet(at.sheet), table, at.row);
  const labels = [...table.headings, columnLabel(table, at.column), line].filter((label) => label !== "");
  return labels.length === 0 ? at.sheet : labels.join(" / ");
}

function columnLabel(table: Table, column: number): string {
  return table.fields.find((field) => field.column === column)?.header ?? "";
}

function firstText(sheet: SheetView, table: Table, row: number): string {
  for (let column = table.region.left; column <= table.region.right; column++) {
    const value = sheet.value(row, column);
    if (typeof value === "string" && value.trim() !== "") return plainLabel(value);
  }
  return "";
}
