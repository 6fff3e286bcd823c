import { unzipSync } from "fflate";
import { parseRangeA1 } from "../../../src/core/sheet/region";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { fromSnapshot } from "../model/from-snapshot";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { readCells } from "./cells-xml";
import { Palette } from "./colors";
import { POINTS_PER_CHARACTER, readColumns } from "./columns-xml";
import { readConditionalFormats } from "./conditional-xml";
import { readCharts } from "./drawing-xml";
import { readHyperlinks } from "./hyperlinks-xml";
import { readNames } from "./names-xml";
import { readPage } from "./page-xml";
import { relationshipsOf, textOfPart } from "./relationships";
import { readProperties } from "./sheet-properties";
import { StyleSheet } from "./styles";
import { readTables } from "./tables-xml";
import { readValidations } from "./validation-xml";
import { attribute, child, children, isOn, parseXml, type XmlElement } from "./xml";

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
  const themePart = [...relationships.values()].find(({ type, target }) => type === "theme" && parts.has(target))?.target;
  const palette = new Palette(themePart === undefined ? undefined : textOfPart(parts, themePart));
  const styles = parts.has(stylesPart) ? new StyleSheet(textOfPart(parts, stylesPart), palette) : undefined;
  const [standard] = styles?.styles ?? [];
  if (standard !== undefined) workbook.defaultStyle = standard;
  const workbookText = textOfPart(parts, workbookPart);
  const root = parseXml(workbookText);
  const positions = new Map<number, SheetModel>();
  workbook.isStructureProtected = isOn(attribute(child(root, "workbookProtection"), "lockStructure"));
  const sheetParts = new Map<SheetModel, string>();
  let next = 0;
  for (const [position, entry] of children(child(root, "sheets"), "sheet").entries()) {
    if (workbook.otherSheets.some((other) => other.position === position)) continue;
    const sheet = workbook.sheets[next++];
    const target = relationships.get(attribute(entry, "r:id") ?? "")?.target;
    if (sheet === undefined || target === undefined || !parts.has(target)) continue;
    sheetParts.set(sheet, target);
    readSheet(sheet, target, parts, styles);
    positions.set(position, sheet);
  }
  readNames(workbook, root, workbookText, (position) => positions.get(position));
  const customXml = new Map<string, string>();
  for (const name of parts.keys()) {
    if (!/^customXml\/item\d+\.xml$/iu.test(name)) continue;
    const id = workbook.newGuid();
    workbook.customXmlParts.push({ id, xml: textOfPart(parts, name) });
    customXml.set(id, name);
  }
  for (const sheet of workbook.sheets) sheet.changes.clear();
  workbook.isStructureChanged = false;
  return { workbook, source: { parts, styles, stylesPart, workbookPart, sheetParts, customXml } };
}

function readSheet(sheet: SheetModel, part: string, parts: ReadonlyMap<string, Uint8Array>, styles: StyleSheet | undefined): void {
  const source = textOfPart(parts, part);
  const root = parseXml(source);
  const format = child(root, "sheetFormatPr");
  sheet.standardHeight = Number(attribute(format, "defaultRowHeight") ?? String(sheet.standardHeight));
  const width = attribute(format, "defaultColWidth");
  if (width !== undefined) sheet.standardWidth = Math.round(Number(width) * POINTS_PER_CHARACTER * 100) / 100;
  readColumns(sheet, root, styles);
  readCells(sheet, source, root, styles);
  const protection = child(root, "sheetProtection");
  sheet.protection.isProtected = isOn(attribute(protection, "sheet"));
  if (sheet.protection.isProtected) sheet.protection.options = readPermissions(protection);
  if (attribute(protection, "password") !== undefined || attribute(protection, "hashValue") !== undefined) sheet.protection.password = "\u0000unknown";
  sheet.tabColor = (styles?.palette ?? new Palette()).color(child(child(root, "sheetPr"), "tabColor")) ?? "";
  sheet.tabColorAsRead = sheet.tabColor;
  const view = child(child(root, "sheetViews"), "sheetView");
  sheet.showGridlines = isOn(attribute(view, "showGridLines"), true);
  sheet.showHeadings = isOn(attribute(view, "showRowColHeaders"), true);
  const pane = child(view, "pane");
  if (attribute(pane, "state")?.startsWith("frozen") === true) {
    sheet.frozen = { rows: Number(attribute(pane, "ySplit") ?? "0"), columns: Number(attribute(pane, "xSplit") ?? "0") };
  }
  readConditionalFormats(sheet, source, root, styles);
  readValidations(sheet, source, root);
  readHyperlinks(sheet, root, parts, part);
  readPage(sheet, root);
  const filter = parseRangeA1(attribute(child(root, "autoFilter"), "ref") ?? "");
  if (filter !== undefined) sheet.autoFilter = { region: filter, criteria: Array.from({ length: filter.right - filter.left + 1 }, () => null) };
  readTables(sheet, parts, part);
  readProperties(sheet, root, parts, part);
  readCharts(sheet, parts, part, styles?.palette ?? new Palette());
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
