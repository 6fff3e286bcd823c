import { unzipSync } from "fflate";
import { parseRangeA1, type Region } from "../../../src/core/sheet/region";
import { parseA1 } from "../../../src/core/sheet/address";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { fromSnapshot } from "../model/from-snapshot";
import type { ConditionalFormatModel, TableModel } from "../model/parts";
import { DEFAULT_STYLE } from "../model/style";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { StyleSheet } from "./styles";
import { attribute, child, children, decode, isOn, parseXml, type XmlElement } from "./xml";

/** The file that a workbook was opened from: what saving keeps. */
export interface OpenedPackage {
  /** Parts in the order of the file, byte for byte. */
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly styles: StyleSheet | undefined;
  readonly stylesPart: string;
  readonly workbookPart: string;
  readonly sheetParts: ReadonlyMap<SheetModel, string>;
  /** Custom XML parts by the id that the host gave them. */
  readonly customXml: ReadonlyMap<string, string>;
}

export interface OpenedWorkbook {
  readonly workbook: WorkbookModel;
  readonly source: OpenedPackage;
}

export function textOfPart(parts: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = parts.get(name);
  if (bytes === undefined) throw new Error(`no part ${name}`);
  return new TextDecoder().decode(bytes);
}

export function relationshipsOf(parts: ReadonlyMap<string, Uint8Array>, part: string): ReadonlyMap<string, { readonly type: string; readonly target: string }> {
  const slash = part.lastIndexOf("/");
  const name = `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`;
  if (!parts.has(name)) return new Map();
  return new Map(children(parseXml(textOfPart(parts, name)), "Relationship").map((each) => {
    const target = attribute(each, "Target") ?? "";
    const type = attribute(each, "Type") ?? "";
    return [attribute(each, "Id") ?? "", { type: type.slice(type.lastIndexOf("/") + 1), target: resolve(part.slice(0, slash + 1), target) }];
  }));
}

function resolve(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith("/") ? target.slice(1) : folder + target).split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(step);
  }
  return steps.join("/");
}

/**
 * Opens a workbook for the host: contents by the product's own reader, looks and rules by what stands here. Of the rest
 * the host knows nothing, and saving keeps it byte for byte.
 */
export function openWorkbook(bytes: Uint8Array, file: string): OpenedWorkbook {
  const read = readWorkbook(bytes, file);
  if (!read.ok) throw new Error(`the workbook can't be read: ${read.failure.code}`);
  const parts = new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith("/")));
  const workbook = fromSnapshot({ ...read.value, settings: null });
  const workbookPart = [...relationshipsOf(parts, "").values()].find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const relationships = relationshipsOf(parts, workbookPart);
  const stylesPart = [...relationships.values()].find(({ type }) => type === "styles")?.target ?? "";
  const styles = parts.has(stylesPart) ? new StyleSheet(textOfPart(parts, stylesPart)) : undefined;
  const root = parseXml(textOfPart(parts, workbookPart));
  workbook.isStructureProtected = isOn(attribute(child(root, "workbookProtection"), "lockStructure"));
  const sheetParts = new Map<SheetModel, string>();
  let next = 0;
  for (const [position, entry] of children(child(root, "sheets"), "sheet").entries()) {
    if (workbook.otherSheets.some((other) => other.position === position)) continue;
    const sheet = workbook.sheets[next++];
    const target = relationships.get(attribute(entry, "r:id") ?? "")?.target;
    if (sheet === undefined || target === undefined || !parts.has(target)) continue;
    sheetParts.set(sheet, target);
    const xml = textOfPart(parts, target);
    readSheetLooks(sheet, xml, parseXml(xml), styles);
    readTables(sheet, parts, target);
  }
  for (const each of children(child(root, "definedNames"), "definedName")) {
    const owner = attribute(each, "localSheetId");
    const name = attribute(each, "name") ?? "";
    const list = owner === undefined ? workbook.names : workbook.sheets[Number(owner)]?.names;
    if (!name.startsWith("_xlnm.")) list?.push({ name, formula: `=${each.text}`, comment: attribute(each, "comment") ?? "", visible: !isOn(attribute(each, "hidden")) });
  }
  const customXml = new Map<string, string>();
  for (const name of parts.keys()) {
    if (!/^customXml\/item\d+\.xml$/iu.test(name)) continue;
    const id = workbook.newGuid();
    workbook.customXmlParts.push({ id, xml: textOfPart(parts, name) });
    customXml.set(id, name);
  }
  for (const sheet of workbook.sheets) sheet.changes.clear();
  return { workbook, source: { parts, styles, stylesPart, workbookPart, sheetParts, customXml } };
}

/** Columns are measured in characters in the file and in points by office.js; seven pixels a character, as Excel draws. */
const POINTS_PER_CHARACTER = 5.25;

function readSheetLooks(sheet: SheetModel, source: string, root: XmlElement, styles: StyleSheet | undefined): void {
  for (const row of children(child(root, "sheetData"), "row")) {
    const index = Number(attribute(row, "r")) - 1;
    const height = attribute(row, "ht");
    if (height !== undefined) sheet.rowModels.set(index, { ...sheet.rowModels.get(index), height: Number(height) });
    for (const cell of row.children) {
      const at = parseA1(attribute(cell, "r") ?? "");
      const style = styles?.styles[Number(attribute(cell, "s") ?? "0")];
      if (at === undefined || style === undefined || (sheet.cell(at.row, at.column) === undefined && attribute(cell, "s") === undefined)) continue;
      sheet.ensure(at.row, at.column).style = attribute(cell, "s") === undefined && style.numberFormat === "General" ? DEFAULT_STYLE : style;
    }
  }
  for (const column of children(child(root, "cols"), "col")) {
    const width = attribute(column, "width");
    const last = Math.min(Number(attribute(column, "max")), 1_024);
    for (let index = Number(attribute(column, "min")) - 1; width !== undefined && index < last; index++) {
      sheet.columnModels.set(index, { ...sheet.columnModels.get(index), width: Math.round(Number(width) * POINTS_PER_CHARACTER * 100) / 100 });
    }
  }
  const protection = child(root, "sheetProtection");
  sheet.protection.isProtected = isOn(attribute(protection, "sheet"));
  if (sheet.protection.isProtected) sheet.protection.options = readPermissions(protection);
  if (attribute(protection, "password") !== undefined || attribute(protection, "hashValue") !== undefined) sheet.protection.password = "\u0000unknown";
  const tab = attribute(child(child(root, "sheetPr"), "tabColor"), "rgb");
  if (tab !== undefined) sheet.tabColor = `#${tab.slice(-6).toUpperCase()}`;
  const view = child(child(root, "sheetViews"), "sheetView");
  sheet.showGridlines = isOn(attribute(view, "showGridLines"), true);
  const pane = child(view, "pane");
  if (attribute(pane, "state")?.startsWith("frozen") === true) {
    sheet.frozen = { rows: Number(attribute(pane, "ySplit") ?? "0"), columns: Number(attribute(pane, "xSplit") ?? "0") };
  }
  readConditionalFormats(sheet, source, root, styles);
}

const PERMISSIONS: Readonly<Record<string, string>> = {
  formatCells: "allowFormatCells", formatColumns: "allowFormatColumns", formatRows: "allowFormatRows", insertColumns: "allowInsertColumns",
  insertRows: "allowInsertRows", insertHyperlinks: "allowInsertHyperlinks", deleteColumns: "allowDeleteColumns", deleteRows: "allowDeleteRows",
  sort: "allowSort", autoFilter: "allowAutoFilter", pivotTables: "allowPivotTables",
};

/** In the file "1" forbids; left out, all of these are forbidden. */
function readPermissions(protection: XmlElement | undefined): Record<string, unknown> {
  return Object.fromEntries(Object.entries(PERMISSIONS).map(([name, option]) => [option, attribute(protection, name) !== undefined && !isOn(attribute(protection, name))]));
}

function regionsOf(text: string): Region[] {
  return text.split(/\s+/u).map(parseRangeA1).filter((region) => region !== undefined);
}

const KINDS: Readonly<Record<string, string>> = { expression: "Custom", cellIs: "CellValue", containsText: "ContainsText", colorScale: "ColorScale", dataBar: "DataBar", iconSet: "IconSet", top10: "TopBottom" };

function readConditionalFormats(sheet: SheetModel, source: string, root: XmlElement, styles: StyleSheet | undefined): void {
  for (const container of children(root, "conditionalFormatting")) {
    const regions = regionsOf(attribute(container, "sqref") ?? "");
    for (const rule of children(container, "cfRule")) {
      const dxf = styles?.dxfs[Number(attribute(rule, "dxfId") ?? "-1")];
      const formulas = children(rule, "formula").map((each) => each.text);
      const type = KINDS[attribute(rule, "type") ?? ""] ?? "PresetCriteria";
      const operator = attribute(rule, "operator");
      const model: ConditionalFormatModel = {
        id: sheet.workbook.newGuid(), type, regions: [...regions], priority: Number(attribute(rule, "priority") ?? "1") - 1, stopIfTrue: isOn(attribute(rule, "stopIfTrue")),
        formula: type === "Custom" ? `=${formulas[0] ?? ""}` : "",
        rule: type === "CellValue" ? { operator: operator === undefined ? "EqualTo" : OPERATORS[operator], formula1: `=${formulas[0] ?? ""}`, ...(formulas[1] === undefined ? {} : { formula2: `=${formulas[1]}` }) } : {},
        fill: dxf?.fill, fontColor: dxf?.fontColor, bold: dxf?.bold, italic: undefined, strikethrough: undefined, underline: undefined, numberFormat: undefined, borders: {},
        source: source.slice(rule.start, rule.end),
      };
      sheet.conditionalFormats.push(model);
    }
  }
}

const OPERATORS: Readonly<Record<string, string>> = {
  equal: "EqualTo", notEqual: "NotEqualTo", greaterThan: "GreaterThan", lessThan: "LessThan", greaterThanOrEqual: "GreaterThanOrEqual",
  lessThanOrEqual: "LessThanOrEqual", between: "Between", notBetween: "NotBetween",
};

function readTables(sheet: SheetModel, parts: ReadonlyMap<string, Uint8Array>, sheetPart: string): void {
  for (const { type, target } of relationshipsOf(parts, sheetPart).values()) {
    if (type !== "table" || !parts.has(target)) continue;
    const root = parseXml(textOfPart(parts, target));
    const region = parseRangeA1(attribute(root, "ref") ?? "");
    if (region === undefined) continue;
    const style = child(root, "tableStyleInfo");
    const table: TableModel = {
      id: Number(attribute(root, "id")), name: decode(attribute(root, "displayName") ?? ""), region, part: target,
      columns: children(child(root, "tableColumns"), "tableColumn").map((each) => ({ id: Number(attribute(each, "id")), name: attribute(each, "name") ?? "" })),
      showHeaders: attribute(root, "headerRowCount") !== "0", showTotals: Number(attribute(root, "totalsRowCount") ?? "0") > 0,
      style: attribute(style, "name") ?? "", showBandedRows: isOn(attribute(style, "showRowStripes")), showBandedColumns: isOn(attribute(style, "showColumnStripes")),
      showFilterButton: child(root, "autoFilter") !== undefined, highlightFirstColumn: isOn(attribute(style, "showFirstColumn")), highlightLastColumn: isOn(attribute(style, "showLastColumn")),
    };
    sheet.tables.push(table);
  }
}
