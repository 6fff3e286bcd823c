import { builtinFormat } from "../../../src/core/text/number-format";
import { DEFAULT_STYLE, type BorderIndex, type BorderStyle, type CellStyle } from "../model/style";
import { attribute, child, children, encode, isOn, parseXml, type XmlElement } from "./xml";

/** Office's colors, for files without a theme of their own: background and text first, as cells count them. */
const THEME = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47"];

function color(element: XmlElement | undefined): string | undefined {
  const rgb = attribute(element, "rgb");
  if (rgb !== undefined) return `#${rgb.slice(-6).toUpperCase()}`;
  const theme = attribute(element, "theme");
  const base = theme === undefined ? undefined : THEME[Number(theme)];
  if (base === undefined) return undefined;
  const tint = Number(attribute(element, "tint") ?? "0");
  const channel = (at: number): string => {
    const value = Number.parseInt(base.slice(at, at + 2), 16);
    const tinted = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(tinted).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${channel(0)}${channel(2)}${channel(4)}`;
}

const SIDES: Readonly<Record<string, BorderIndex>> = { left: "EdgeLeft", right: "EdgeRight", top: "EdgeTop", bottom: "EdgeBottom" };
const LINES: Readonly<Record<string, readonly [style: string, weight: string]>> = {
  thin: ["Continuous", "Thin"], medium: ["Continuous", "Medium"], thick: ["Continuous", "Thick"], hair: ["Continuous", "Hairline"],
  dashed: ["Dash", "Thin"], dotted: ["Dot", "Thin"], double: ["Double", "Thick"], mediumDashed: ["Dash", "Medium"], dashDot: ["DashDot", "Thin"],
};
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export interface Dxf {
  readonly fill: string | undefined;
  readonly fontColor: string | undefined;
  readonly bold: boolean | undefined;
}

/** The looks that cells name by number, and what is needed to add further ones. */
export class StyleSheet {
  readonly styles: readonly CellStyle[];
  readonly dxfs: readonly Dxf[];
  private readonly root: XmlElement;
  private readonly numbers = new Map<CellStyle, number>();
  private readonly added: CellStyle[] = [];
  private readonly addedDxfs: string[] = [];

  constructor(private readonly source: string) {
    this.root = parseXml(source);
    const formats = new Map(children(child(this.root, "numFmts"), "numFmt").map((each) => [Number(attribute(each, "numFmtId")), attribute(each, "formatCode") ?? "General"]));
    const fonts = children(child(this.root, "fonts"), "font");
    const fills = children(child(this.root, "fills"), "fill");
    const borders = children(child(this.root, "borders"), "border");
    this.styles = children(child(this.root, "cellXfs"), "xf").map((xf, index) => {
      const id = Number(attribute(xf, "numFmtId") ?? "0");
      const alignment = child(xf, "alignment");
      const style: CellStyle = {
        ...DEFAULT_STYLE,
        numberFormat: formats.get(id) ?? builtinFormat(id) ?? "General",
        font: readFont(fonts[Number(attribute(xf, "fontId") ?? "0")]),
        fill: readFill(fills[Number(attribute(xf, "fillId") ?? "0")]),
        borders: readBorders(borders[Number(attribute(xf, "borderId") ?? "0")]),
        horizontalAlignment: capital(attribute(alignment, "horizontal") ?? "general"),
        verticalAlignment: capital(attribute(alignment, "vertical") ?? "bottom"),
        wrapText: isOn(attribute(alignment, "wrapText")),
        indentLevel: Number(attribute(alignment, "indent") ?? "0"),
        locked: isOn(attribute(child(xf, "protection"), "locked"), true),
      };
      this.numbers.set(style, index);
      return style;
    });
    this.dxfs = children(child(this.root, "dxfs"), "dxf").map((dxf) => {
      const pattern = child(child(dxf, "fill"), "patternFill");
      const font = child(dxf, "font");
      const bold = child(font, "b");
      return {
        fill: color(child(pattern, "bgColor")) ?? color(child(pattern, "fgColor")),
        fontColor: color(child(font, "color")),
        bold: bold === undefined ? undefined : isOn(attribute(bold, "val"), true),
      };
    });
  }

  /** Forgets what was added for an earlier saving. */
  reset(): void {
    for (const style of this.added) this.numbers.delete(style);
    this.added.length = 0;
    this.addedDxfs.length = 0;
  }

  numberOf(style: CellStyle): number {
    const known = this.numbers.get(style) ?? this.sameAs(style);
    if (known !== undefined) return known;
    const number = this.styles.length + this.added.length;
    this.added.push(style);
    this.numbers.set(style, number);
    return number;
  }

  private sameAs(style: CellStyle): number | undefined {
    if (style === DEFAULT_STYLE) return 0;
    const text = JSON.stringify(style);
    const at = [...this.styles, ...this.added].findIndex((each) => JSON.stringify(each) === text);
    if (at >= 0) this.numbers.set(style, at);
    return at < 0 ? undefined : at;
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
    const fonts: string[] = [];
    const fills: string[] = [];
    const borders: string[] = [];
    const formats: string[] = [];
    const counts = (name: string): number => child(this.root, name)?.children.length ?? 0;
    const xfs = this.added.map((style) => {
      const { font } = style;
      fonts.push(`<font>${font.bold ? "<b/>" : ""}${font.italic ? "<i/>" : ""}<sz val="${String(font.size)}"/><color rgb="FF${font.color.slice(1)}"/><name val="${encode(font.name)}"/></font>`);
      fills.push(style.fill === undefined ? '<fill><patternFill patternType="none"/></fill>' : `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill.slice(1)}"/><bgColor indexed="64"/></patternFill></fill>`);
      borders.push(`<border>${["left", "right", "top", "bottom"].map((side) => writeSide(side, style.borders[SIDES[side] ?? "EdgeLeft"])).join("")}<diagonal/></border>`);
      let formatId = 0;
      if (style.numberFormat !== "General") {
        formatId = 500 + formats.length;
        formats.push(`<numFmt numFmtId="${String(formatId)}" formatCode="${encode(style.numberFormat)}"/>`);
      }
      const alignment = `<alignment horizontal="${style.horizontalAlignment.charAt(0).toLowerCase()}${style.horizontalAlignment.slice(1)}" vertical="${style.verticalAlignment.toLowerCase()}"${style.wrapText ? ' wrapText="1"' : ""}${style.indentLevel > 0 ? ` indent="${String(style.indentLevel)}"` : ""}/>`;
      return `<xf numFmtId="${String(formatId)}" fontId="${String(counts("fonts") + fonts.length - 1)}" fillId="${String(counts("fills") + fills.length - 1)}" borderId="${String(counts("borders") + borders.length - 1)}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1">${alignment}<protection locked="${style.locked ? "1" : "0"}"/></xf>`;
    });
    let text = this.source;
    // From the end of the part to its beginning, so that places stay right.
    for (const [name, added] of [["dxfs", this.addedDxfs], ["cellXfs", xfs], ["borders", borders], ["fills", fills], ["fonts", fonts], ["numFmts", formats]] as const) {
      text = this.append(text, name, added);
    }
    return text;
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

function readFont(font: XmlElement | undefined): CellStyle["font"] {
  const has = (name: string): boolean => { const each = child(font, name); return each !== undefined && isOn(attribute(each, "val"), true); };
  return {
    ...DEFAULT_STYLE.font,
    name: attribute(child(font, "name"), "val") ?? DEFAULT_STYLE.font.name,
    size: Number(attribute(child(font, "sz"), "val") ?? "11"),
    bold: has("b"), italic: has("i"), strikethrough: has("strike"),
    underline: child(font, "u") === undefined ? "None" : "Single",
    color: color(child(font, "color")) ?? "#000000",
  };
}

function readFill(fill: XmlElement | undefined): string | undefined {
  const pattern = child(fill, "patternFill");
  const kind = attribute(pattern, "patternType") ?? "none";
  return kind === "solid" ? color(child(pattern, "fgColor")) : undefined;
}

function readBorders(border: XmlElement | undefined): CellStyle["borders"] {
  const borders: Partial<Record<BorderIndex, BorderStyle>> = {};
  for (const [side, index] of Object.entries(SIDES)) {
    const element = child(border, side);
    const line = LINES[attribute(element, "style") ?? ""];
    if (line !== undefined) borders[index] = { style: line[0], weight: line[1], color: color(child(element, "color")) ?? "#000000" };
  }
  return borders;
}

function writeSide(side: string, border: BorderStyle | undefined): string {
  if (border === undefined) return `<${side}/>`;
  const kind = Object.entries(LINES).find(([, [style, weight]]) => style === border.style && weight === border.weight)?.[0] ?? "thin";
  return `<${side} style="${kind}"><color rgb="FF${border.color.slice(1)}"/></${side}>`;
}
