import { parseRangeA1, toRangeA1 } from "../../../src/core/sheet/region";
import type { TableModel } from "../model/parts";
import type { SheetModel } from "../model/workbook";
import type { PartStore } from "./parts";
import { relationshipsOf, textOfPart } from "./relationships";
import { attribute, child, children, decode, encode, isOn, parseXml } from "./xml";

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export function readTables(sheet: SheetModel, parts: ReadonlyMap<string, Uint8Array>, sheetPart: string): void {
  for (const { type, target } of relationshipsOf(parts, sheetPart).values()) {
    if (type !== "table" || !parts.has(target)) continue;
    const root = parseXml(textOfPart(parts, target));
    const region = parseRangeA1(attribute(root, "ref") ?? "");
    if (region === undefined) continue;
    const style = child(root, "tableStyleInfo");
    const table: TableModel = {
      id: Number(attribute(root, "id")), name: decode(attribute(root, "displayName") ?? ""), region, part: target,
      columns: children(child(root, "tableColumns"), "tableColumn").map((each) => ({ id: Number(attribute(each, "id")), name: (attribute(each, "name") ?? "").replaceAll("_x000a_", "\n") })),
      showHeaders: attribute(root, "headerRowCount") !== "0", showTotals: Number(attribute(root, "totalsRowCount") ?? "0") > 0,
      style: attribute(style, "name") ?? "", showBandedRows: isOn(attribute(style, "showRowStripes")), showBandedColumns: isOn(attribute(style, "showColumnStripes")),
      showFilterButton: child(root, "autoFilter") !== undefined, highlightFirstColumn: isOn(attribute(style, "showFirstColumn")), highlightLastColumn: isOn(attribute(style, "showLastColumn")),
    };
    table.asRead = signature(table);
    sheet.tables.push(table);
  }
}

/** All that the part says beside where the table is. */
function signature({ name, columns, showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn }: TableModel): string {
  return JSON.stringify([name, columns, showHeaders, showTotals, style, showBandedRows, showBandedColumns, showFilterButton, highlightFirstColumn, highlightLastColumn]);
}

/** Writes the parts of a sheet's tables; gives the section that names them. */
export function saveTables(sheet: SheetModel, store: PartStore, sheetPart: string): string {
  const parts = new Set(sheet.tables.map(({ part }) => part));
  for (const { type, target } of relationshipsOf(store.parts, sheetPart).values()) {
    if (type !== "table" || parts.has(target)) continue;
    store.unrelate(sheetPart, (_id, each) => each === target);
    store.remove(target);
  }
  const ids = sheet.tables.map((table) => {
    if (table.part === undefined) return store.relate(sheetPart, "table", store.add("xl/tables/table", ".xml", TYPE, tableXml(table)));
    const before = store.text(table.part);
    store.put(table.part, table.asRead === signature(table) ? moved(before, table) : tableXml(table));
    return store.relate(sheetPart, "table", table.part);
  });
  return ids.length === 0 ? "" : `<tableParts count="${String(ids.length)}">${ids.map((id) => `<tablePart r:id="${id}"/>`).join("")}</tableParts>`;
}

/** Only where it is changed: everything else of the part stays. */
function moved(source: string, table: TableModel): string {
  const root = parseXml(source);
  const filter = child(root, "autoFilter");
  const withRef = (text: string, ref: string): string => text.replace(/\sref="[^"]*"/u, ` ref="${ref}"`);
  let text = source;
  if (filter !== undefined) text = text.slice(0, filter.start) + withRef(text.slice(filter.start, filter.inside), filterRef(table)) + text.slice(filter.inside);
  return text.slice(0, root.start) + withRef(text.slice(root.start, root.inside), toRangeA1(table.region)) + text.slice(root.inside);
}

function filterRef({ region, showTotals }: TableModel): string {
  return toRangeA1(showTotals ? { ...region, bottom: region.bottom - 1 } : region);
}

function tableXml(table: TableModel): string {
  const flag = (is: boolean): string => (is ? "1" : "0");
  const columns = table.columns.map(({ id, name }) => `<tableColumn id="${String(id)}" name="${encode(name).replaceAll("\n", "_x000a_")}"/>`).join("");
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<table xmlns="${MAIN}" id="${String(table.id)}" name="${encode(table.name)}" displayName="${encode(table.name)}" ref="${toRangeA1(table.region)}"`,
    table.showHeaders ? "" : ' headerRowCount="0"', table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"', ">",
    table.showFilterButton && table.showHeaders ? `<autoFilter ref="${filterRef(table)}"/>` : "",
    `<tableColumns count="${String(table.columns.length)}">${columns}</tableColumns>`,
    `<tableStyleInfo${table.style === "" ? "" : ` name="${encode(table.style)}"`} showFirstColumn="${flag(table.highlightFirstColumn)}" showLastColumn="${flag(table.highlightLastColumn)}" showRowStripes="${flag(table.showBandedRows)}" showColumnStripes="${flag(table.showBandedColumns)}"/></table>`,
  ].join("");
}
