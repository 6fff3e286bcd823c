import { builtinFormat } from "../../../src/core/text/number-format";
import { DEFAULT_STYLE, type BorderIndex, type BorderStyle, type CellStyle, type FontStyle } from "../model/style";
import { Palette } from "./colors";
import { attribute, child, children, encode, isOn, parseXml, type XmlElement } from "./xml";

const SIDES = { left: "EdgeLeft", right: "EdgeRight", top: "EdgeTop", bottom: "EdgeBottom" } as const satisfies Readonly<Record<string, BorderIndex>>;
const LINES: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"], medium: ["Continuous", "Medium"], thick: ["Continuous", "Thick"], hair: ["Continuous", "Hairline"],
  dashed: ["Dash", "Thin"], dotted: ["Dot", "Thin"], double: ["Double", "Thick"], mediumDashed: ["Dash", "Medium"], dashDot: ["DashDot", "Thin"],
  mediumDashDot: ["DashDot", "Medium"], dashDotDot: ["DashDotDot", "Thin"], mediumDashDotDot: ["DashDotDot", "Medium"], slantDashDot: ["SlantDashDot", "Medium"],
};
const UNDERLINES: Readonly<Record<string, string>> = { single: "Single", double: "Double", singleAccounting: "SingleAccountant", doubleAccounting: "DoubleAccountant" };
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const small = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

export interface Dxf {
  readonly fill: string | undefined;
  readonly fontColor: string | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly strikethrough: boolean | undefined;
  readonly underline: string | undefined;
  readonly numberFormat: string | undefined;
  readonly borders: Readonly<Record<string, { readonly style: string; readonly color: string }>>;
}

/** The looks that cells name by number, and what is needed to add further ones. */
export class StyleSheet {
  readonly styles: readonly CellStyle[];
  readonly dxfs: readonly Dxf[];
  private readonly root: XmlElement;
  private readonly xfs: readonly XmlElement[];
  private readonly numbers = new Map<CellStyle, number>();
  private readonly byText = new Map<string, number>();
  /** Numbers found during one saving. */
  private found = new Map<CellStyle, number>();
  private readonly added: CellStyle[] = [];
  private readonly addedDxfs: string[] = [];

  constructor(private readonly source: string, readonly palette: Palette = new Palette()) {
    this.root = parseXml(source);
    const formats = new Map(children(child(this.root, "numFmts"), "numFmt").map((each) => [Number(attribute(each, "numFmtId")), attribute(each, "formatCode") ?? "General"]));
    const fonts = children(child(this.root, "fonts"), "font").map((each) => readFont(each, palette));
    const fills = children(child(this.root, "fills"), "fill").map((each) => readFill(each, palette));
    const borders = children(child(this.root, "borders"), "border").map((each) => readBorders(each, palette));
    this.xfs = children(child(this.root, "cellXfs"), "xf");
    this.styles = this.xfs.map((xf, index) => {
      const id = Number(attribute(xf, "numFmtId") ?? "0");
      const alignment = child(xf, "alignment");
      const rotation = Number(attribute(alignment, "textRotation") ?? "0");
      const style: CellStyle = {
        ...DEFAULT_STYLE,
        numberFormat: formats.get(id) ?? builtinFormat(id) ?? "General",
        font: fonts[Number(attribute(xf, "fontId") ?? "0")] ?? DEFAULT_STYLE.font,
        fill: fills[Number(attribute(xf, "fillId") ?? "0")],
        borders: borders[Number(attribute(xf, "borderId") ?? "0")] ?? {},
        horizontalAlignment: capital(attribute(alignment, "horizontal") ?? "general"),
        verticalAlignment: capital(attribute(alignment, "vertical") ?? "bottom"),
        wrapText: isOn(attribute(alignment, "wrapText")),
        indentLevel: Number(attribute(alignment, "indent") ?? "0"),
        textOrientation: rotation > 90 && rotation <= 180 ? 90 - rotation : rotation === 255 ? 180 : rotation,
        shrinkToFit: isOn(attribute(alignment, "shrinkToFit")),
        locked: isOn(attribute(child(xf, "protection"), "locked"), true),
        formulaHidden: isOn(attribute(child(xf, "protection"), "hidden")),
        origin: index,
      };
      this.numbers.set(style, index);
      return style;
    });
    this.styles.forEach((style, index) => { if (!this.byText.has(JSON.stringify(style))) this.byText.set(JSON.stringify(style), index); });
    this.dxfs = children(child(this.root, "dxfs"), "dxf").map((dxf) => readDxf(dxf, palette));
  }

  /** Forgets what was added for an earlier saving. */
  reset(): void {
    this.found = new Map();
    for (const style of this.added) {
      this.numbers.delete(style);
      this.byText.delete(JSON.stringify(style));
    }
    this.added.length = 0;
    this.addedDxfs.length = 0;
  }

  numberOf(style: CellStyle): number {
    const known = this.numbers.get(style) ?? this.found.get(style);
    if (known !== undefined) return known;
    const text = JSON.stringify(style);
    const same = this.byText.get(text);
    const number = same ?? this.styles.length + this.added.length;
    if (same === undefined) {
      this.added.push(style);
      this.byText.set(text, number);
      this.numbers.set(style, number);
    } else this.found.set(style, same);
    return number;
  }

  addDxf(xml: string): number {
    const at = this.addedDxfs.indexOf(xml);
    if (at >= 0) return this.dxfs.length + at;
    this.addedDxfs.push(xml);
    return this.dxfs.length + this.addedDxfs.length - 1;
  }

  /** The part with what was added; the very same text where nothing was. */
  toXml(): string {
    if (this.added.length === 0 && this.addedDxfs.length === 0) return this.source;
    const counts = (name: string): number => child(this.root, name)?.children.length ?? 0;
    const [fonts, fills, borders] = [new Entries(counts("fonts")), new Entries(counts("fills")), new Entries(counts("borders"))];
    const formats = this.formatEntries();
    const xfs = this.added.map((style) => {
      // What is as in the look that it was made from keeps its number: patterns, gradients and faces that the host does not know stay.
      const origin = style.origin === undefined ? undefined : this.styles[style.origin];
      const xf = style.origin === undefined ? undefined : this.xfs[style.origin];
      const keep = (name: string, isSame: boolean, otherwise: () => number): number => (isSame && xf !== undefined ? Number(attribute(xf, name) ?? "0") : otherwise());
      const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
      const fontId = keep("fontId", same(origin?.font, style.font), () => fonts.number(fontXml(style.font)));
      const fillId = keep("fillId", origin !== undefined && origin.fill === style.fill, () => (style.fill === undefined ? 0 : fills.number(`<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`)));
      const borderId = keep("borderId", same(origin?.borders, style.borders), () => borders.number(borderXml(style.borders)));
      const formatId = keep("numFmtId", origin !== undefined && origin.numberFormat === style.numberFormat, () => formats.number(style.numberFormat));
      return `<xf numFmtId="${String(formatId)}" fontId="${String(fontId)}" fillId="${String(fillId)}" borderId="${String(borderId)}" xfId="${attribute(xf, "xfId") ?? "0"}" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignmentXml(style)}<protection locked="${style.locked ? "1" : "0"}"${style.formulaHidden ? ' hidden="1"' : ""}/></xf>`;
    });
    let text = this.source;
    // From the end of the part to its beginning, so that places stay right.
    for (const [name, added] of [["dxfs", this.addedDxfs], ["cellXfs", xfs], ["borders", borders.added], ["fills", fills.added], ["fonts", fonts.added], ["numFmts", formats.added]] as const) {
      text = this.append(text, name, added);
    }
    return text;
  }

  private formatEntries(): { readonly added: string[]; number(code: string): number } {
    const known = new Map(children(child(this.root, "numFmts"), "numFmt").map((each) => [attribute(each, "formatCode") ?? "", Number(attribute(each, "numFmtId"))]));
    let next = Math.max(163, ...known.values());
    const added: string[] = [];
    const builtin = new Map<string, number>();
    for (let id = 49; id >= 0; id--) {
      const code = builtinFormat(id);
      // Those from 5 to 8 and from 14 on differ from country to country; only what is the same everywhere goes by number.
      if (code !== undefined && (id <= 4 || (id >= 9 && id <= 13) || id === 49)) builtin.set(code, id);
    }
    return {
      added,
      number: (code) => {
        const found = known.get(code) ?? builtin.get(code);
        if (found !== undefined) return found;
        next++;
        known.set(code, next);
        added.push(`<numFmt numFmtId="${String(next)}" formatCode="${encode(code)}"/>`);
        return next;
      },
    };
  }

  private append(text: string, name: string, added: readonly string[]): string {
    if (added.length === 0) return text;
    const section = child(this.root, name);
    const prefix = /^<(\w+:)/u.exec(text.slice(this.root.start))?.[1] ?? "";
    if (prefix !== "") throw new Error(`workbench host: a prefixed styles part can't be added to`);
    if (section === undefined) {
      const at = name === "numFmts" ? this.root.inside : (child(this.root, "cellStyles")?.end ?? child(this.root, "cellXfs")?.end ?? this.root.insideEnd);
      return `${text.slice(0, at)}<${name} count="${String(added.length)}">${added.join("")}</${name}>${text.slice(at)}`;
    }
    const open = text.slice(section.start, section.inside).replace(/\scount="\d+"/u, ` count="${String(section.children.length + added.length)}"`).replace(/\/>$/u, ">");
    const inner = text.slice(section.inside, section.insideEnd);
    return `${text.slice(0, section.start)}${open}${inner}${added.join("")}</${name}>${text.slice(section.end)}`;
  }
}

/** Entries of one section of the part, each once. */
class Entries {
  readonly added: string[] = [];

  constructor(private readonly first: number) {}

  number(xml: string): number {
    let at = this.added.indexOf(xml);
    if (at < 0) at = this.added.push(xml) - 1;
    return this.first + at;
  }
}

function fontXml(font: FontStyle): string {
  const underline = Object.entries(UNDERLINES).find(([, name]) => name === font.underline)?.[0];
  return [
    "<font>", font.bold ? "<b/>" : "", font.italic ? "<i/>" : "", font.strikethrough ? "<strike/>" : "",
    underline === undefined ? "" : underline === "single" ? "<u/>" : `<u val="${underline}"/>`,
    font.superscript ? '<vertAlign val="superscript"/>' : font.subscript ? '<vertAlign val="subscript"/>' : "",
    `<sz val="${String(font.size)}"/><color rgb="FF${font.color.slice(1)}"/><name val="${encode(font.name)}"/></font>`,
  ].join("");
}

function borderXml(borders: CellStyle["borders"]): string {
  const [up, down] = [borders.DiagonalUp, borders.DiagonalDown];
  const flags = `${up === undefined ? "" : ' diagonalUp="1"'}${down === undefined ? "" : ' diagonalDown="1"'}`;
  return `<border${flags}>${Object.entries(SIDES).map(([side, index]) => sideXml(side, borders[index])).join("")}${sideXml("diagonal", up ?? down)}</border>`;
}

function sideXml(side: string, border: BorderStyle | undefined): string {
  if (border === undefined) return `<${side}/>`;
  const kind = Object.entries(LINES).find(([, [style, weight]]) => style === border.style && weight === border.weight)?.[0] ?? Object.entries(LINES).find(([, [style]]) => style === border.style)?.[0] ?? "thin";
  return `<${side} style="${kind}"><color rgb="FF${border.color.slice(1)}"/></${side}>`;
}

function alignmentXml(style: CellStyle): string {
  const { textOrientation: turn } = style;
  const rotation = turn === 0 ? "" : ` textRotation="${String(turn === 180 ? 255 : turn < 0 ? 90 - turn : turn)}"`;
  return `<alignment horizontal="${small(style.horizontalAlignment)}" vertical="${small(style.verticalAlignment)}"${rotation}${style.wrapText ? ' wrapText="1"' : ""}${style.indentLevel > 0 ? ` indent="${String(style.indentLevel)}"` : ""}${style.shrinkToFit ? ' shrinkToFit="1"' : ""}/>`;
}

function readFont(font: XmlElement, palette: Palette): FontStyle {
  const has = (name: string): boolean => { const each = child(font, name); return each !== undefined && isOn(attribute(each, "val"), true); };
  const underline = child(font, "u");
  const raised = attribute(child(font, "vertAlign"), "val");
  return {
    ...DEFAULT_STYLE.font,
    name: attribute(child(font, "name"), "val") ?? DEFAULT_STYLE.font.name,
    size: Number(attribute(child(font, "sz"), "val") ?? "11"),
    bold: has("b"), italic: has("i"), strikethrough: has("strike"),
    underline: underline === undefined ? "None" : (UNDERLINES[attribute(underline, "val") ?? "single"] ?? "None"),
    superscript: raised === "superscript", subscript: raised === "subscript",
    color: palette.color(child(font, "color")) ?? "#000000",
  };
}

function readFill(fill: XmlElement, palette: Palette): string | undefined {
  const pattern = child(fill, "patternFill");
  const kind = attribute(pattern, "patternType") ?? "none";
  return kind === "solid" ? palette.color(child(pattern, "fgColor")) : undefined;
}

function readBorders(border: XmlElement, palette: Palette): CellStyle["borders"] {
  const borders: Partial<Record<BorderIndex, BorderStyle>> = {};
  const read = (element: XmlElement | undefined): BorderStyle | undefined => {
    const line = LINES[attribute(element, "style") ?? ""];
    return line === undefined ? undefined : { style: line[0], weight: line[1], color: palette.color(child(element, "color")) ?? "#000000" };
  };
  for (const [side, index] of Object.entries(SIDES)) {
    const line = read(child(border, side));
    if (line !== undefined) borders[index] = line;
  }
  const diagonal = read(child(border, "diagonal"));
  if (diagonal !== undefined && isOn(attribute(border, "diagonalUp"))) borders.DiagonalUp = diagonal;
  if (diagonal !== undefined && isOn(attribute(border, "diagonalDown"))) borders.DiagonalDown = diagonal;
  return borders;
}

function readDxf(dxf: XmlElement, palette: Palette): Dxf {
  const pattern = child(child(dxf, "fill"), "patternFill");
  const font = child(dxf, "font");
  const flag = (name: string): boolean | undefined => { const each = child(font, name); return each === undefined ? undefined : isOn(attribute(each, "val"), true); };
  const underline = child(font, "u");
  const borders = Object.entries(SIDES).flatMap(([side, index]) => {
    const element = child(child(dxf, "border"), side);
    const line = LINES[attribute(element, "style") ?? ""];
    return line === undefined ? [] : [[index, { style: line[0], color: palette.color(child(element, "color")) ?? "#000000" }] as const];
  });
  return {
    fill: palette.color(child(pattern, "bgColor")) ?? palette.color(child(pattern, "fgColor")),
    fontColor: palette.color(child(font, "color")),
    bold: flag("b"), italic: flag("i"), strikethrough: flag("strike"),
    underline: underline === undefined ? undefined : (UNDERLINES[attribute(underline, "val") ?? "single"] ?? "None"),
    numberFormat: attribute(child(dxf, "numFmt"), "formatCode"),
    borders: Object.fromEntries(borders),
  };
}

/** The look of a conditional format; the order of the parts is the schema's. */
export function dxfXml(dxf: Dxf, formatId: number): string {
  const flag = (name: string, is: boolean | undefined): string => (is === undefined ? "" : `<${name}${is ? "" : ' val="0"'}/>`);
  const underline = Object.entries(UNDERLINES).find(([, name]) => name === dxf.underline)?.[0];
  const font = flag("b", dxf.bold) + flag("i", dxf.italic) + flag("strike", dxf.strikethrough) + (underline === undefined ? "" : `<u val="${underline}"/>`) + (dxf.fontColor === undefined ? "" : `<color rgb="FF${dxf.fontColor.slice(1)}"/>`);
  const border = Object.entries(SIDES).map(([side, index]) => {
    const line = dxf.borders[index];
    return line === undefined ? `<${side}/>` : sideXml(side, { ...line, weight: "Thin" });
  }).join("");
  return [
    "<dxf>", font === "" ? "" : `<font>${font}</font>`,
    dxf.numberFormat === undefined ? "" : `<numFmt numFmtId="${String(formatId)}" formatCode="${encode(dxf.numberFormat)}"/>`,
    dxf.fill === undefined ? "" : `<fill><patternFill><bgColor rgb="FF${dxf.fill.slice(1)}"/></patternFill></fill>`,
    Object.keys(dxf.borders).length === 0 ? "" : `<border>${border}</border>`, "</dxf>",
  ].join("");
}
