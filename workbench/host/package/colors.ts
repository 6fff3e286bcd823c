import { attribute, child, parseXml, type XmlElement } from "./xml";

/** Office's colors, for files without a theme of their own: background and text first, as cells count them. */
const OFFICE = ["FFFFFF", "000000", "E7E6E6", "44546A", "4472C4", "ED7D31", "A5A5A5", "FFC000", "5B9BD5", "70AD47", "0563C1", "954F72"];
const INDEXED = [
  "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF", "000000", "FFFFFF", "FF0000", "00FF00", "0000FF", "FFFF00", "FF00FF", "00FFFF",
  "800000", "008000", "000080", "808000", "800080", "008080", "C0C0C0", "808080", "9999FF", "993366", "FFFFCC", "CCFFFF", "660066", "FF8080", "0066CC", "CCCCFF",
  "000080", "FF00FF", "FFFF00", "00FFFF", "800080", "800000", "008080", "0000FF", "00CCFF", "CCFFFF", "CCFFCC", "FFFF99", "99CCFF", "FF99CC", "CC99FF", "FFCC99",
  "3366FF", "33CCCC", "99CC00", "FFCC00", "FF9900", "FF6600", "666699", "969696", "003366", "339966", "003300", "333300", "993300", "993366", "333399", "333333",
];

/** Colors of the workbook's theme, in the order in which cells count them. */
export class Palette {
  private readonly theme: readonly string[];

  constructor(themePart?: string) {
    this.theme = themePart === undefined ? OFFICE : readTheme(themePart);
  }

  /** `#RRGGBB`; undefined for the automatic color. */
  color(element: XmlElement | undefined): string | undefined {
    const rgb = attribute(element, "rgb");
    const theme = attribute(element, "theme");
    const indexed = attribute(element, "indexed");
    const base = rgb?.slice(-6) ?? (theme === undefined ? undefined : this.theme[Number(theme)]) ?? (indexed === undefined ? undefined : INDEXED[Number(indexed)]);
    if (base === undefined) return undefined;
    return tinted(base, Number(attribute(element, "tint") ?? "0"));
  }

  /** Of drawings: `srgbClr`, `schemeClr`, `sysClr`. */
  drawing(element: XmlElement | undefined): string | undefined {
    const own = attribute(child(element, "srgbClr"), "val") ?? attribute(child(element, "sysClr"), "lastClr");
    if (own !== undefined) return `#${own.toUpperCase()}`;
    const scheme = child(element, "schemeClr");
    const at = ["bg1", "tx1", "bg2", "tx2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"].indexOf(attribute(scheme, "val") ?? "");
    const base = this.theme[at];
    if (base === undefined) return undefined;
    const share = Number(attribute(child(scheme, "lumMod"), "val") ?? "100000") / 100_000;
    const added = Number(attribute(child(scheme, "lumOff"), "val") ?? "0") / 100_000;
    return added > 0 ? tinted(base, added) : tinted(base, share - 1);
  }
}

function tinted(base: string, tint: number): string {
  const channel = (at: number): string => {
    const value = Number.parseInt(base.slice(at, at + 2), 16);
    const next = tint < 0 ? value * (1 + tint) : value + (255 - value) * tint;
    return Math.round(next).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${channel(0)}${channel(2)}${channel(4)}`;
}

function readTheme(source: string): string[] {
  const scheme = child(child(parseXml(source), "themeElements"), "clrScheme");
  const of = (name: string): string | undefined => {
    const entry = child(scheme, name);
    return attribute(child(entry, "srgbClr"), "val") ?? attribute(child(entry, "sysClr"), "lastClr");
  };
  // Cells count light before dark, the file writes dark first.
  return ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"].map((name, index) => of(name) ?? OFFICE[index] ?? "000000");
}
