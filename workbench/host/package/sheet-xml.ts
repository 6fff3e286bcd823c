import { toA1, toColumnName } from "../../../src/core/sheet/address";
import { toRangeA1 } from "../../../src/core/sheet/region";
import type { Aspect } from "../model/changes";
import type { ConditionalFormatModel } from "../model/parts";
import type { CellModel, SheetModel } from "../model/workbook";
import { DEFAULT_STYLE } from "../model/style";
import type { StyleSheet } from "./styles";
import { attribute, child, children, encode, parseXml, type XmlElement } from "./xml";

/** Order of a worksheet's children, by the standard; Excel refuses any other. */
const ORDER = [
  "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection", "protectedRanges", "scenarios",
  "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks",
  "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
  "drawing", "legacyDrawing", "legacyDrawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
];

/** What the host writes into a sheet's part. A change to anything else can't be saved, and is refused by its name. */
const WRITABLE = new Set<Aspect>(["all-cells", "merges", "conditional-formats", "rows", "columns", "view", "protection", "properties"]);

const POINTS_PER_CHARACTER = 5.25;

export function checkSavable(sheet: SheetModel): void {
  for (const aspect of sheet.changes.aspects) {
    if (WRITABLE.has(aspect)) continue;
    const isEmpty = { tables: sheet.tables, validations: sheet.validations, hyperlinks: sheet.hyperlinks, charts: sheet.charts, comments: sheet.comments }[aspect as string]?.length === 0;
    // An inserted row tells all that might have moved; where there is nothing of it, there is nothing to save.
    if (!isEmpty && !(aspect === "auto-filter" && sheet.autoFilter === undefined)) throw new Error(`workbench host: changed ${aspect} can't be saved yet`);
  }
}

/** The sheet's part with what changed; every other byte of it stays. */
export function patchSheet(source: string, sheet: SheetModel, styles: StyleSheet): string {
  const root = parseXml(source);
  const { aspects, cells } = sheet.changes;
  const replacements = new Map<string, string>();
  if (aspects.has("all-cells") || aspects.has("rows") || cells.size > 0) replacements.set("sheetData", sheetData(source, root, sheet, styles));
  if (aspects.has("merges")) replacements.set("mergeCells", merges(sheet));
  if (aspects.has("columns")) replacements.set("cols", columns(sheet));
  if (aspects.has("conditional-formats")) replacements.set("conditionalFormatting", conditionalFormats(source, root, sheet, styles));
  if (aspects.has("protection")) replacements.set("sheetProtection", sheet.protection.isProtected ? protection(sheet) : "");
  if (aspects.has("view")) replacements.set("sheetViews", view(source, root, sheet));
  if (aspects.has("properties")) replacements.set("sheetPr", sheet.tabColor === "" ? "" : `<sheetPr><tabColor rgb="FF${sheet.tabColor.slice(1)}"/></sheetPr>`);
  return splice(source, root, replacements);
}

function splice(source: string, root: XmlElement, replacements: ReadonlyMap<string, string>): string {
  const edits: { readonly from: number; readonly to: number; readonly text: string }[] = [];
  for (const [name, text] of replacements) {
    const old = children(root, name);
    const [first] = old;
    const last = old.at(-1);
    if (first !== undefined && last !== undefined) {
      edits.push({ from: first.start, to: last.end, text });
      continue;
    }
    if (text === "") continue;
    const rank = ORDER.indexOf(name);
    const next = root.children.find((each) => ORDER.indexOf(each.name) > rank);
    const at = next?.start ?? root.insideEnd;
    edits.push({ from: at, to: at, text });
  }
  // Of two at one place, the one that belongs later is put in first.
  edits.sort((a, b) => b.from - a.from);
  return edits.reduce((text, { from, to, text: added }) => text.slice(0, from) + added + text.slice(to), source);
}

function sheetData(source: string, root: XmlElement, sheet: SheetModel, styles: StyleSheet): string {
  const { aspects, cells: changed } = sheet.changes;
  const isAll = aspects.has("all-cells") || aspects.has("rows");
  const old = new Map(children(child(root, "sheetData"), "row").map((row) => [Number(attribute(row, "r")) - 1, row]));
  const touched = new Set([...changed].map((key) => Number(key.slice(0, key.indexOf(",")))));
  const rows = new Set([...old.keys(), ...sheet.rows.keys(), ...(isAll ? sheet.rowModels.keys() : [])]);
  const lines = [...rows].sort((a, b) => a - b).map((row) => {
    const element = old.get(row);
    if (!isAll && element !== undefined && !touched.has(row)) return source.slice(element.start, element.end);
    if (isAll) return newRow(row, sheet, styles);
    return patchRow(source, element, row, sheet, styles);
  });
  const open = child(root, "sheetData");
  const tag = open === undefined || open.inside === open.end ? "<sheetData>" : source.slice(open.start, open.inside);
  return `${tag}${lines.join("")}</sheetData>`;
}

function newRow(row: number, sheet: SheetModel, styles: StyleSheet): string {
  const cells = [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b).map(([column, cell]) => cellXml(row, column, cell, styles)).join("");
  const model = sheet.rowModels.get(row);
  const size = model?.height === undefined ? "" : ` ht="${String(model.height)}" customHeight="1"`;
  const hidden = model?.hidden === true ? ' hidden="1"' : "";
  return cells === "" && size === "" && hidden === "" ? "" : `<row r="${String(row + 1)}"${size}${hidden}>${cells}</row>`;
}

function patchRow(source: string, element: XmlElement | undefined, row: number, sheet: SheetModel, styles: StyleSheet): string {
  if (element === undefined) return newRow(row, sheet, styles);
  const cells = new Map<number, string>();
  for (const cell of element.children) {
    const column = columnOf(attribute(cell, "r") ?? "");
    cells.set(column, source.slice(cell.start, cell.end));
  }
  for (const [column, cell] of sheet.rows.get(row) ?? []) {
    if (sheet.changes.cells.has(`${String(row)},${String(column)}`)) cells.set(column, cellXml(row, column, cell, styles));
  }
  const open = source.slice(element.start, element.inside).replace(/\s*\/>$/u, ">").replace(/\sspans="[^"]*"/u, "");
  return `${open}${[...cells].sort(([a], [b]) => a - b).map(([, xml]) => xml).join("")}</row>`;
}

function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replaceAll(/[^A-Za-z]/gu, "").toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellXml(row: number, column: number, cell: CellModel, styles: StyleSheet): string {
  const style = cell.style === DEFAULT_STYLE ? 0 : styles.numberOf(cell.style);
  const start = `<c r="${toA1({ row, column })}"${style === 0 ? "" : ` s="${String(style)}"`}`;
  const { content } = cell;
  const formula = cell.formula === undefined || cell.formula === "" ? "" : `<f>${encode(cell.formula)}</f>`;
  if (content === null) return formula === "" ? (style === 0 ? "" : `${start}/>`) : `${start}>${formula}</c>`;
  if (typeof content === "number") return `${start}>${formula}<v>${String(content)}</v></c>`;
  if (typeof content === "boolean") return `${start} t="b">${formula}<v>${content ? "1" : "0"}</v></c>`;
  if (typeof content === "object") return `${start} t="e">${formula}<v>${encode(content.error)}</v></c>`;
  if (formula !== "") return `${start} t="str">${formula}<v>${encode(content)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${encode(content)}</t></is></c>`;
}

function merges(sheet: SheetModel): string {
  if (sheet.merges.length === 0) return "";
  return `<mergeCells count="${String(sheet.merges.length)}">${sheet.merges.map((region) => `<mergeCell ref="${toRangeA1(region)}"/>`).join("")}</mergeCells>`;
}

function columns(sheet: SheetModel): string {
  const items = [...sheet.columnModels].sort(([a], [b]) => a - b).map(([column, { width, hidden }]) => {
    const size = ` width="${String(Math.round(((width ?? sheet.standardWidth) / POINTS_PER_CHARACTER) * 100) / 100)}" customWidth="1"`;
    return `<col min="${String(column + 1)}" max="${String(column + 1)}"${size}${hidden === true ? ' hidden="1"' : ""}/>`;
  });
  return items.length === 0 ? "" : `<cols>${items.join("")}</cols>`;
}

/** Foreign rules keep their own text; a sheet with nothing but its old rules gets its old text. */
function conditionalFormats(source: string, root: XmlElement, sheet: SheetModel, styles: StyleSheet): string {
  const old = children(root, "conditionalFormatting");
  const oldText = old.map((each) => source.slice(each.start, each.end));
  const groups = new Map<string, ConditionalFormatModel[]>();
  for (const format of sheet.conditionalFormats) {
    const key = format.regions.map(toRangeA1).join(" ");
    groups.set(key, [...(groups.get(key) ?? []), format]);
  }
  const isNew = sheet.conditionalFormats.some((format) => format.source === undefined);
  const written = [...groups].map(([sqref, formats]) => {
    const rules = formats.map((format) => {
      if (format.source !== undefined) return isNew ? format.source.replace(/\spriority="\d+"/u, ` priority="${String(format.priority + 1)}"`) : format.source;
      return ruleXml(format, styles);
    });
    return { sqref, rules };
  });
  return written.map(({ sqref, rules }) => {
    const same = old.findIndex((each) => (attribute(each, "sqref") ?? "") === sqref && each.children.filter(({ name }) => name === "cfRule").map((rule) => source.slice(rule.start, rule.end)).join("") === rules.join(""));
    return same >= 0 ? (oldText[same] ?? "") : `<conditionalFormatting sqref="${sqref}">${rules.join("")}</conditionalFormatting>`;
  }).join("");
}

function ruleXml(format: ConditionalFormatModel, styles: StyleSheet): string {
  if (format.type !== "Custom") throw new Error(`workbench host: a new conditional format of kind ${format.type} can't be saved yet`);
  const font = [format.bold === undefined ? "" : `<b${format.bold ? "" : ' val="0"'}/>`, format.fontColor === undefined ? "" : `<color rgb="FF${format.fontColor.slice(1)}"/>`].join("");
  const fill = format.fill === undefined ? "" : `<fill><patternFill><bgColor rgb="FF${format.fill.slice(1)}"/></patternFill></fill>`;
  const dxf = styles.addDxf(`<dxf>${font === "" ? "" : `<font>${font}</font>`}${fill}</dxf>`);
  return `<cfRule type="expression" dxfId="${String(dxf)}" priority="${String(format.priority + 1)}"${format.stopIfTrue ? ' stopIfTrue="1"' : ""}><formula>${encode(format.formula.replace(/^=/u, ""))}</formula></cfRule>`;
}

function protection(sheet: SheetModel): string {
  const allowed = Object.entries(sheet.protection.options).filter(([name, is]) => is === true && name.startsWith("allow")).map(([name]) => ` ${name.charAt(5).toLowerCase()}${name.slice(6)}="0"`);
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed.join("")}/>`;
}

function view(source: string, root: XmlElement, sheet: SheetModel): string {
  const old = child(child(root, "sheetViews"), "sheetView");
  const { frozen } = sheet;
  const pane = frozen === undefined || (frozen.rows === 0 && frozen.columns === 0) ? "" : `<pane${frozen.columns > 0 ? ` xSplit="${String(frozen.columns)}"` : ""}${frozen.rows > 0 ? ` ySplit="${String(frozen.rows)}"` : ""} topLeftCell="${toColumnName(frozen.columns)}${String(frozen.rows + 1)}" activePane="${frozen.rows > 0 ? (frozen.columns > 0 ? "bottomRight" : "bottomLeft") : "topRight"}" state="frozen"/>`;
  const others = old === undefined ? "" : old.children.filter(({ name }) => name !== "pane" && name !== "selection").map((each) => source.slice(each.start, each.end)).join("");
  const kept = [...(old?.attributes ?? new Map([["workbookViewId", "0"]]))].filter(([name]) => name !== "showGridLines").map(([name, value]) => ` ${name}="${encode(value)}"`).join("");
  return `<sheetViews><sheetView${sheet.showGridlines ? "" : ' showGridLines="0"'}${kept}>${pane}${others}</sheetView></sheetViews>`;
}
