/** How a cell looks. Immutable; a change makes a new one. Colors are `#RRGGBB`, as office.js has them. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly font: FontStyle;
  /** Undefined: no fill. */
  readonly fill: string | undefined;
  readonly borders: Readonly<Partial<Record<BorderIndex, BorderStyle>>>;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  readonly wrapText: boolean;
  readonly indentLevel: number;
  readonly textOrientation: number;
  readonly shrinkToFit: boolean;
  readonly readingOrder: string;
  readonly locked: boolean;
  readonly formulaHidden: boolean;
  /** Number of the file's look that this one was made from: what is the same keeps what the host does not know of. */
  readonly origin?: number;
}

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: string;
  readonly strikethrough: boolean;
  readonly color: string;
  readonly superscript: boolean;
  readonly subscript: boolean;
  readonly tintAndShade: number;
}

export type BorderIndex =
  | "EdgeTop"
  | "EdgeBottom"
  | "EdgeLeft"
  | "EdgeRight"
  | "InsideVertical"
  | "InsideHorizontal"
  | "DiagonalDown"
  | "DiagonalUp";

export interface BorderStyle {
  readonly style: string;
  readonly weight: string;
  readonly color: string;
}

export const GENERAL = "General";

/** What a new workbook's cells look like in Japanese Excel. */
export const DEFAULT_STYLE: CellStyle = {
  numberFormat: GENERAL,
  font: {
    name: "游ゴシック",
    size: 11,
    bold: false,
    italic: false,
    underline: "None",
    strikethrough: false,
    color: "#000000",
    superscript: false,
    subscript: false,
    tintAndShade: 0,
  },
  fill: undefined,
  borders: {},
  horizontalAlignment: "General",
  verticalAlignment: "Center",
  wrapText: false,
  indentLevel: 0,
  textOrientation: 0,
  shrinkToFit: false,
  readingOrder: "Context",
  locked: true,
  formulaHidden: false,
};

const NAMED: Readonly<Record<string, string>> = {
  black: "#000000", white: "#FFFFFF", red: "#FF0000", green: "#008000", blue: "#0000FF", yellow: "#FFFF00",
  orange: "#FFA500", gray: "#808080", grey: "#808080", purple: "#800080",
};

/** `#rgb…` in any case, or an HTML color name; undefined for anything else. */
export function toColor(text: string): string | undefined {
  const hex = /^#?([0-9a-f]{6})$/iu.exec(text.trim())?.[1];
  return hex === undefined ? NAMED[text.trim().toLowerCase()] : `#${hex.toUpperCase()}`;
}

/** `top` → EdgeTop, as cell properties name the sides. */
export function toBorderSide(name: string): BorderIndex | undefined {
  const known: Readonly<Record<string, BorderIndex>> = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight", diagonalDown: "DiagonalDown", diagonalUp: "DiagonalUp" };
  return known[name];
}
