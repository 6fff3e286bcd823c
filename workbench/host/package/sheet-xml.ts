import { toColumnName } from "../../../src/core/sheet/address";
import { parseRangeA1, toRangeA1 } from "../../../src/core/sheet/region";
import type { Aspect } from "../model/changes";
import type { SheetModel } from "../model/workbook";
import { sheetDataXml } from "./cells-xml";
import { columnsXml } from "./columns-xml";
import { conditionalFormatsXml } from "./conditional-xml";
import { saveCharts } from "./drawing-xml";
import { hyperlinksXml } from "./hyperlinks-xml";
import { isFitToPages, pageSections } from "./page-xml";
import type { PartStore } from "./parts";
import { saveProperties } from "./sheet-properties";
import type { StyleSheet } from "./styles";
import { saveTables } from "./tables-xml";
import { validationsXml } from "./validation-xml";
import { attribute, child, children, encode, isOn, parseXml, type XmlElement } from "./xml";

/** Order of a worksheet's children, by the standard; Excel refuses any other. */
const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
  "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
  "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
  "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

/** All of a new sheet; what it has nothing of makes no section. */
export const WHOLE_SHEET: readonly Aspect[] = [
  "all-cells", "merges", "columns", "conditional-formats", "protection", "view", "properties", "validations", "hyperlinks", "page-layout", "tables", "charts",
  "custom-properties", "auto-filter",
];

/** What can't be saved yet is refused by its name, never dropped. */
export function checkSavable(sheet: SheetModel): void {
  if (sheet.changes.aspects.has("comments") && sheet.comments.length > 0) throw new Error("workbench host: changed comments can't be saved yet");
}

/** The sheet's part with what changed, and the parts that hang on it; every other byte stays. */
export function patchSheet(sheet: SheetModel, part: string, store: PartStore, styles: StyleSheet): void {
  const source = store.text(part);
  const root = parseXml(source);
  const { aspects, cells } = sheet.changes;
  const sections = new Map<string, string>();
  if (aspects.has("all-cells") || aspects.has("rows") || cells.size > 0) sections.set("sheetData", sheetDataXml(source, root, sheet, styles));
  if (aspects.has("merges")) sections.set("mergeCells", mergesXml(sheet));
  if (aspects.has("columns")) sections.set("cols", columnsXml(source, root, sheet, styles));
  if (aspects.has("columns") || aspects.has("rows")) sections.set("sheetFormatPr", formatXml(root, sheet));
  if (aspects.has("conditional-formats")) sections.set("conditionalFormatting", conditionalFormatsXml(source, root, sheet, styles));
  if (aspects.has("validations")) sections.set("dataValidations", validationsXml(sheet));
  if (aspects.has("hyperlinks")) sections.set("hyperlinks", hyperlinksXml(sheet, store, part));
  if (aspects.has("protection")) sections.set("sheetProtection", sheet.protection.isProtected ? protectionXml(sheet) : "");
  if (aspects.has("view")) sections.set("sheetViews", viewXml(source, root, sheet));
  if (aspects.has("properties") || aspects.has("page-layout")) sections.set("sheetPr", propertiesXml(source, root, sheet));
  if (aspects.has("page-layout")) for (const [name, text] of pageSections(sheet, root)) sections.set(name, text);
  if (aspects.has("auto-filter")) sections.set("autoFilter", filterXml(source, root, sheet));
  if (aspects.has("tables")) sections.set("tableParts", saveTables(sheet, store, part));
  if (aspects.has("custom-properties")) sections.set("customProperties", saveProperties(sheet, root, store, part));
  if (aspects.has("charts")) {
    const drawing = saveCharts(sheet, store, part);
    if (drawing !== undefined) sections.set("drawing", drawing);
  }
  store.put(part, splice(source, root, sections));
}

function splice(source: string, root: XmlElement, sections: ReadonlyMap<string, string>): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string; readonly rank: number }[] = [];
  for (const [name, text] of sections) {
    const rank = ORDER.indexOf(name);
    const old = children(root, name);
    const [first] = old;
    const last = old.at(-1);
    if (first !== undefined && last !== undefined) {
      edits.push({ from: first.start, to: last.end, text, rank });
      continue;
    }
    if (text === "") continue;
    const next = root.children.find((each) => ORDER.indexOf(each.name) > rank);
    const at = next?.start ?? root.insideEnd;
    edits.push({ from: at, to: at, text, rank });
  }
  // From the end to the beginning; of two at one place, the one that belongs later is put in first.
  edits.sort((a, b) => b.from - a.from || b.rank - a.rank);
  // Identifiers of relationships need their namespace, which a sheet without any may lack.
  const needs = edits.some(({ text }) => text.includes(" r:id=")) && !/\sxmlns:r=/u.test(source.slice(root.start, root.inside));
  const patched = edits.reduce((text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to), source);
  return needs ? `${patched.slice(0, root.start)}${patched.slice(root.start).replace(/^(<[^\s/>]+)/u, '$1 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')}` : patched;
}

function mergesXml(sheet: SheetModel): string {
  if (sheet.merges.length === 0) return "";
  return `<mergeCells count="${String(sheet.merges.length)}">${sheet.merges.map((region) => `<mergeCell ref="${toRangeA1(region)}"/>`).join("")}</mergeCells>`;
}

function withAttributes(element: XmlElement | undefined, name: string, now: Readonly<Record<string, string | undefined>>, inner = ""): string {
  const all = new Map(element?.attributes);
  for (const [key, value] of Object.entries(now)) {
    if (value === undefined) all.delete(key);
    else all.set(key, value);
  }
  const text = [...all].map(([key, value]) => ` ${key}="${encode(value)}"`).join("");
  return inner === "" ? `<${name}${text}/>` : `<${name}${text}>${inner}</${name}>`;
}

function formatXml(root: XmlElement, sheet: SheetModel): string {
  const old = child(root, "sheetFormatPr");
  const isSame = old !== undefined && Number(attribute(old, "defaultRowHeight") ?? "0") === sheet.standardHeight;
  return withAttributes(old, "sheetFormatPr", {
    defaultRowHeight: String(sheet.standardHeight), ...(isSame ? {} : { customHeight: attribute(old, "customHeight") }),
    ...(sheet.isStandardWidthSet ? { defaultColWidth: String(Math.round((sheet.standardWidth / 5.25) * 100) / 100) } : {}),
  });
}

function propertiesXml(source: string, root: XmlElement, sheet: SheetModel): string {
  const old = child(root, "sheetPr");
  const tab = child(old, "tabColor");
  const before = tab === undefined ? "" : source.slice(tab.start, tab.end);
  const color = sheet.tabColor === "" ? "" : sheet.tabColor === sheet.tabColorAsRead ? before : `<tabColor rgb="FF${sheet.tabColor.slice(1)}"/>`;
  const page = child(old, "pageSetUpPr");
  const isFit = isFitToPages(sheet);
  const setup = isFit === isOn(attribute(page, "fitToPage")) ? (page === undefined ? "" : source.slice(page.start, page.end)) : withAttributes(page, "pageSetUpPr", { fitToPage: isFit ? "1" : undefined });
  const outline = child(old, "outlinePr");
  const inner = color + (outline === undefined ? "" : source.slice(outline.start, outline.end)) + (setup === "<pageSetUpPr/>" ? "" : setup);
  const text = withAttributes(old, "sheetPr", {}, inner);
  return text === "<sheetPr/>" ? "" : text;
}

function filterXml(source: string, root: XmlElement, sheet: SheetModel): string {
  if (sheet.autoFilter === undefined) return "";
  const old = child(root, "autoFilter");
  const ref = toRangeA1(sheet.autoFilter.region);
  // Its criteria stay as the file has them; they count columns from the left of the range.
  const isMoved = old !== undefined && parseRangeA1(attribute(old, "ref") ?? "") !== undefined;
  return withAttributes(old, "autoFilter", { ref }, isMoved ? source.slice(old.inside, old.insideEnd) : "");
}

function protectionXml(sheet: SheetModel): string {
  const allowed = Object.entries(sheet.protection.options).filter(([name, is]) => is === true && name.startsWith("allow")).map(([name]) => ` ${name.charAt(5).toLowerCase()}${name.slice(6)}="0"`);
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed.join("")}/>`;
}

function viewXml(source: string, root: XmlElement, sheet: SheetModel): string {
  const old = child(child(root, "sheetViews"), "sheetView");
  const { frozen } = sheet;
  const place = frozen === undefined ? "" : frozen.rows > 0 ? (frozen.columns > 0 ? "bottomRight" : "bottomLeft") : "topRight";
  const pane = frozen === undefined || (frozen.rows === 0 && frozen.columns === 0) ? "" : `<pane${frozen.columns > 0 ? ` xSplit="${String(frozen.columns)}"` : ""}${frozen.rows > 0 ? ` ySplit="${String(frozen.rows)}"` : ""} topLeftCell="${toColumnName(frozen.columns)}${String(frozen.rows + 1)}" activePane="${place}" state="frozen"/><selection pane="${place}"/>`;
  const others = old === undefined ? "" : old.children.filter(({ name }) => name !== "pane" && name !== "selection").map((each) => source.slice(each.start, each.end)).join("");
  const flag = (is: boolean): string | undefined => (is ? undefined : "0");
  const text = withAttributes(old, "sheetView", { showGridLines: flag(sheet.showGridlines), showRowColHeaders: flag(sheet.showHeadings), workbookViewId: attribute(old, "workbookViewId") ?? "0" }, pane + others);
  return `<sheetViews>${text}</sheetViews>`;
}
