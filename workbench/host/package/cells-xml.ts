import { parseA1, toA1 } from "../../../src/core/sheet/address";
import { parseRangeA1, toRangeA1 } from "../../../src/core/sheet/region";
import { moveFormula } from "../formula/shift";
import { translate } from "../model/regions";
import type { CellModel, RowModel, SheetModel } from "../model/workbook";
import type { StyleSheet } from "./styles";
import { attribute, child, children, encode, isOn, type XmlElement } from "./xml";

/** A cell as the file had it: while nothing of it changed, the same text is saved again, wherever the cell has gone. */
interface RawCell {
  readonly xml: string;
  readonly row: number;
  readonly column: number;
  readonly content: string;
  readonly formula: string | undefined;
  readonly style: CellModel["style"];
  /** The first cell of a shared formula has the text for all of them. */
  readonly shared: { readonly master: CellModel; readonly index: string } | undefined;
}

const rawCells = new WeakMap<CellModel, RawCell>();

const ROW_OWN = new Set(["r", "spans", "ht", "hidden", "customHeight", "s", "customFormat"]);

/** Looks, heights and the texts of formulas. The contents themselves were read by the product's own reader. */
export function readCells(sheet: SheetModel, source: string, root: XmlElement, styles: StyleSheet | undefined): void {
  const shared = new Map<string, { readonly cell: CellModel; readonly formula: string; readonly row: number; readonly column: number }>();
  for (const row of children(child(root, "sheetData"), "row")) {
    const index = Number(attribute(row, "r")) - 1;
    readRow(sheet, row, index, styles);
    for (const element of row.children) {
      const at = parseA1(attribute(element, "r") ?? "");
      if (at === undefined) continue;
      const number = attribute(element, "s");
      const style = styles?.styles[Number(number ?? "0")];
      if (sheet.cell(at.row, at.column) === undefined && number === undefined) continue;
      const cell = sheet.ensure(at.row, at.column);
      if (style !== undefined) cell.style = style;
      const formula = child(element, "f");
      const si = attribute(formula, "t") === "shared" ? attribute(formula, "si") : undefined;
      if (si !== undefined && formula !== undefined && formula.text !== "") shared.set(si, { cell, formula: formula.text, row: at.row, column: at.column });
      const master = si === undefined ? undefined : shared.get(si);
      // Excel itself spells out every formula.
      if (master !== undefined && formula?.text === "") cell.formula = moveFormula(master.formula, at.row - master.row, at.column - master.column);
      rawCells.set(cell, {
        xml: source.slice(element.start, element.end), row: at.row, column: at.column, content: JSON.stringify(cell.content), formula: cell.formula, style: cell.style,
        shared: si === undefined || master === undefined ? undefined : { master: master.cell, index: si },
      });
    }
  }
}

function readRow(sheet: SheetModel, row: XmlElement, index: number, styles: StyleSheet | undefined): void {
  const model: RowModel = { ...sheet.rowModels.get(index) };
  const height = attribute(row, "ht");
  if (height !== undefined) model.height = Number(height);
  const style = isOn(attribute(row, "customFormat")) ? styles?.styles[Number(attribute(row, "s") ?? "0")] : undefined;
  if (style !== undefined) model.style = style;
  const others = [...row.attributes].filter(([name]) => !ROW_OWN.has(name)).map(([name, value]) => ` ${name}="${encode(value)}"`).join("");
  const isOwn = height !== undefined && !isOn(attribute(row, "customHeight"));
  if (others !== "" || isOwn) model.attributes = others;
  if (isOwn) model.measured = Number(height);
  if (Object.keys(model).length > 0) sheet.rowModels.set(index, model);
}

export function sheetDataXml(source: string, root: XmlElement, sheet: SheetModel, styles: StyleSheet): string {
  const { aspects, cells: changed } = sheet.changes;
  const isAll = aspects.has("all-cells") || aspects.has("rows");
  const old = new Map(children(child(root, "sheetData"), "row").map((row) => [Number(attribute(row, "r")) - 1, row]));
  const touched = new Set([...changed].map((key) => Number(key.slice(0, key.indexOf(",")))));
  // A cell of a shared formula says its own text once the first one changed; so its row is written too.
  const hasShared = source.includes('t="shared"');
  const rows = new Set([...(isAll ? [] : old.keys()), ...sheet.rows.keys(), ...(isAll ? sheet.rowModels.keys() : [])]);
  const lines = [...rows].sort((a, b) => a - b).map((row) => {
    const element = old.get(row);
    if (!isAll && element !== undefined && !touched.has(row) && !(hasShared && source.slice(element.start, element.end).includes('t="shared"'))) return source.slice(element.start, element.end);
    return rowXml(source, isAll ? undefined : element, row, sheet, styles);
  });
  const open = child(root, "sheetData");
  const tag = open === undefined || open.inside === open.end ? "<sheetData>" : source.slice(open.start, open.inside);
  return `${tag}${lines.join("")}</sheetData>`;
}

function rowXml(source: string, element: XmlElement | undefined, row: number, sheet: SheetModel, styles: StyleSheet): string {
  const cells = [...(sheet.rows.get(row) ?? [])].sort(([a], [b]) => a - b).map(([column, cell]) => cellXml(row, column, cell, sheet, styles)).join("");
  if (element !== undefined) return `${source.slice(element.start, element.inside).replace(/\s*\/>$/u, ">").replace(/\sspans="[^"]*"/u, "")}${cells}</row>`;
  const { height, hidden, style, attributes = "", measured } = sheet.rowModels.get(row) ?? {};
  const size = height === undefined ? "" : ` ht="${String(height)}"${height === measured ? "" : ' customHeight="1"'}`;
  const look = style === undefined ? "" : ` s="${String(styles.numberOf(style))}" customFormat="1"`;
  const own = `${look}${size}${hidden === true ? ' hidden="1"' : ""}`;
  return cells === "" && own === "" ? "" : `<row r="${String(row + 1)}"${own}${attributes}>${cells}</row>`;
}

function rawXml(row: number, column: number, cell: CellModel, sheet: SheetModel): string | undefined {
  const raw = rawCells.get(cell);
  if (raw === undefined || raw.style !== cell.style || raw.formula !== cell.formula || raw.content !== JSON.stringify(cell.content)) return undefined;
  if (raw.shared !== undefined && !isIntact(raw.shared.master, sheet)) return undefined;
  if (raw.row === row && raw.column === column) return raw.xml;
  if (raw.shared !== undefined) return undefined;
  const moved = raw.xml.replace(/\sr="[A-Z]+\d+"/u, ` r="${toA1({ row, column })}"`);
  return moved.replace(/(<(?:\w+:)?f\b[^>]*\sref=")([A-Z0-9:]+)"/u, (_whole, before: string, ref: string) => {
    const region = parseRangeA1(ref);
    return `${before}${region === undefined ? ref : toRangeA1(translate(region, row - raw.row, column - raw.column))}"`;
  });
}

/** The first cell of a shared formula stands where it stood and says what it said. */
function isIntact(master: CellModel, sheet: SheetModel): boolean {
  const raw = rawCells.get(master);
  return raw !== undefined && sheet.cell(raw.row, raw.column) === master && raw.formula === master.formula && raw.style === master.style && raw.content === JSON.stringify(master.content);
}

function cellXml(row: number, column: number, cell: CellModel, sheet: SheetModel, styles: StyleSheet): string {
  const raw = rawXml(row, column, cell, sheet);
  if (raw !== undefined) return raw;
  const style = cell.style === sheet.workbook.defaultStyle ? 0 : styles.numberOf(cell.style);
  const start = `<c r="${toA1({ row, column })}"${style === 0 ? "" : ` s="${String(style)}"`}`;
  const { content } = cell;
  const formula = cell.formula === undefined || cell.formula === "" ? "" : `<f>${encode(cell.formula)}</f>`;
  if (content === null) return formula === "" ? (style === 0 ? "" : `${start}/>`) : `${start}>${formula}</c>`;
  if (typeof content === "number") return `${start}>${formula}<v>${String(content)}</v></c>`;
  if (typeof content === "boolean") return `${start} t="b">${formula}<v>${content ? "1" : "0"}</v></c>`;
  if (typeof content === "object") return `${start} t="e">${formula}<v>${encode(content.error)}</v></c>`;
  if (formula !== "") return `${start} t="str">${formula}<v>${cellText(content)}</v></c>`;
  return `${start} t="inlineStr"><is><t xml:space="preserve">${cellText(content)}</t></is></c>`;
}

/** Control characters, and what looks like their escape, are written by their numbers. */
function cellText(text: string): string {
  return encode(text.replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_").replaceAll(/[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]/gu, (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`));
}

