import type { Registry } from "../interpreter/definition";
import { intersect, RangeAreasModel, type RangeModel } from "../model/range";
import { toColor, type BorderIndex, type BorderStyle, type CellStyle, type FontStyle } from "../model/style";
import { refuseIfProtected } from "./protection";
import { common, invalid } from "./range-values";

/** Formats belong to one range or to several. */
export type Formatted = RangeModel | RangeAreasModel;

interface FormatTarget { readonly of: Formatted }
interface BorderTarget { readonly of: Formatted; readonly side: BorderIndex }

export function areasOf(target: Formatted): readonly RangeModel[] {
  return target instanceof RangeAreasModel ? target.areas : [target];
}

/** Changes the looks of cells. Whole rows and columns are done as far as anything is used, which is what can be seen. */
export function restyle(target: Formatted, change: (style: CellStyle, row: number, column: number, of: RangeModel) => CellStyle): void {
  // Cells that looked the same look the same again, and share one look; borders depend on where a cell stands.
  const isPlaceless = change.length <= 1;
  const known = new Map<CellStyle, CellStyle>();
  const changed = (style: CellStyle, row: number, column: number, range: RangeModel): CellStyle => {
    if (!isPlaceless) return change(style, row, column, range);
    let next = known.get(style);
    if (next === undefined) known.set(style, (next = change(style, row, column, range)));
    return next;
  };
  for (const range of areasOf(target)) {
    range.check();
    const { sheet } = range;
    const whole = range.isEntireColumn || range.isEntireRow;
    // Only where it is wanted: looking for it goes over every cell of the sheet.
    const region = whole ? intersect(range.region, sheet.usedRegion(false) ?? { top: 0, left: 0, bottom: 0, right: 0 }) : range.region;
    if (region === undefined) continue;
    for (let row = region.top; row <= region.bottom; row++) {
      for (let column = region.left; column <= region.right; column++) {
        sheet.setStyle(row, column, changed(sheet.style(row, column), row, column, range));
      }
    }
    sheet.workbook.isDirty = true;
  }
}

function commonOf<T>(target: Formatted, read: (range: RangeModel, row: number, column: number) => T): T | null {
  const values = areasOf(target).map((range) => common(range, (row, column) => read(range, row, column)));
  const [first = null] = values;
  return values.every((value) => JSON.stringify(value) === JSON.stringify(first)) ? first : null;
}

function styled<K extends keyof CellStyle>(name: K): (target: FormatTarget) => CellStyle[K] | null {
  return ({ of }) => commonOf(of, (range, row, column) => range.sheet.style(row, column)[name]);
}

function setter<K extends keyof CellStyle>(name: K): (target: FormatTarget, value: CellStyle[K]) => void {
  return ({ of }, value) => { restyle(of, (style) => ({ ...style, [name]: value })); };
}

function fontGetter<K extends keyof FontStyle>(name: K): (target: FormatTarget) => FontStyle[K] | null {
  return ({ of }) => commonOf(of, (range, row, column) => range.sheet.style(row, column).font[name]);
}

function fontSetter<K extends keyof FontStyle>(name: K): (target: FormatTarget, value: FontStyle[K]) => void {
  return ({ of }, value) => { restyle(of, (style) => ({ ...style, font: { ...style.font, [name]: value } })); };
}

export function requireColor(value: unknown): string {
  const color = typeof value === "string" ? toColor(value) : undefined;
  if (color === undefined) throw invalid();
  return color;
}

const SIDES: readonly BorderIndex[] = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"];
const NO_BORDER: BorderStyle = { style: "None", weight: "Thin", color: "#000000" };

/** The cell's own edges that a border of the range means. */
function edges(side: BorderIndex, range: RangeModel, row: number, column: number): BorderIndex[] {
  const { top, left, bottom, right } = range.region;
  switch (side) {
    case "EdgeTop":
      return row === top ? ["EdgeTop"] : [];
    case "EdgeBottom":
      return row === bottom ? ["EdgeBottom"] : [];
    case "EdgeLeft":
      return column === left ? ["EdgeLeft"] : [];
    case "EdgeRight":
      return column === right ? ["EdgeRight"] : [];
    case "InsideHorizontal":
      return [...(row > top ? ["EdgeTop" as const] : []), ...(row < bottom ? ["EdgeBottom" as const] : [])];
    case "InsideVertical":
      return [...(column > left ? ["EdgeLeft" as const] : []), ...(column < right ? ["EdgeRight" as const] : [])];
    default:
      return [side];
  }
}

function readBorder<K extends keyof BorderStyle>({ of, side }: BorderTarget, name: K): BorderStyle[K] | null {
  const found = new Set<BorderStyle[K]>();
  for (const range of areasOf(of)) {
    const { top, left, bottom, right } = range.region;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        for (const edge of edges(side, range, row, column)) found.add((range.sheet.style(row, column).borders[edge] ?? NO_BORDER)[name]);
      }
    }
  }
  const [only, ...more] = found;
  return more.length > 0 ? null : (only ?? NO_BORDER[name]);
}

function writeBorder({ of, side }: BorderTarget, change: Partial<BorderStyle>): void {
  restyle(of, (style, row, column, range) => {
    const borders = new Map(Object.entries(style.borders));
    for (const edge of edges(side, range, row, column)) {
      const next: BorderStyle = { ...(borders.get(edge) ?? { ...NO_BORDER, style: "Continuous" }), ...change };
      if (next.style === "None") borders.delete(edge);
      else borders.set(edge, next);
    }
    return { ...style, borders: Object.fromEntries(borders) };
  });
}

export function defineRangeFormat(registry: Registry): void {
  const guard = ({ of }: FormatTarget): void => {
    for (const range of areasOf(of)) refuseIfProtected(range.sheet, "allowFormatCells");
  };
  registry.define<FormatTarget>("RangeFormat", {
    get: {
      WrapText: styled("wrapText"),
      HorizontalAlignment: styled("horizontalAlignment"),
      VerticalAlignment: styled("verticalAlignment"),
      TextOrientation: styled("textOrientation"),
      ReadingOrder: styled("readingOrder"),
      ShrinkToFit: styled("shrinkToFit"),
      IndentLevel: styled("indentLevel"),
      ColumnWidth: ({ of }) => sized(of, "column"),
      RowHeight: ({ of }) => sized(of, "row"),
    },
    set: {
      WrapText: setter("wrapText"),
      HorizontalAlignment: setter("horizontalAlignment"),
      VerticalAlignment: setter("verticalAlignment"),
      TextOrientation: setter("textOrientation"),
      ReadingOrder: setter("readingOrder"),
      ShrinkToFit: setter("shrinkToFit"),
      IndentLevel: setter("indentLevel"),
      ColumnWidth: ({ of }, value: number) => { resize(of, "column", value); },
      RowHeight: ({ of }, value: number) => { resize(of, "row", value); },
    },
    go: {
      Borders: ({ of }) => ({ of }),
      Fill: ({ of }) => ({ of }),
      Font: ({ of }) => ({ of }),
      Protection: ({ of }) => ({ of }),
    },
    call: {
      AutofitColumns: ({ of }) => { fitColumns(of); return null; },
      AutofitRows: ({ of }) => { resize(of, "row", undefined); return null; },
    },
    guard,
  });
  registry.define<FormatTarget>("RangeFont", {
    get: {
      Name: fontGetter("name"), Size: fontGetter("size"), Color: fontGetter("color"), Bold: fontGetter("bold"), Italic: fontGetter("italic"),
      Underline: fontGetter("underline"), Strikethrough: fontGetter("strikethrough"), Subscript: fontGetter("subscript"),
      Superscript: fontGetter("superscript"), TintAndShade: fontGetter("tintAndShade"),
    },
    set: {
      Name: fontSetter("name"), Size: fontSetter("size"), Bold: fontSetter("bold"), Italic: fontSetter("italic"),
      Underline: fontSetter("underline"), Strikethrough: fontSetter("strikethrough"), Subscript: fontSetter("subscript"),
      Superscript: fontSetter("superscript"),
      Color: (target, value: string) => { fontSetter("color")(target, requireColor(value)); },
    },
    guard,
  });
  registry.define<FormatTarget>("RangeFill", {
    // No fill reads as white, as in Excel; several fills as "".
    get: { Color: ({ of }) => commonOf(of, (range, row, column) => range.sheet.style(row, column).fill ?? "#FFFFFF") ?? "" },
    set: {
      Color: ({ of }, value: string) => {
        const fill = value === "" ? undefined : requireColor(value);
        restyle(of, (style) => ({ ...style, fill }));
      },
    },
    call: { Clear: ({ of }) => { restyle(of, (style) => ({ ...style, fill: undefined })); return null; } },
    guard,
  });
  registry.define<FormatTarget>("FormatProtection", {
    get: { Locked: styled("locked"), FormulaHidden: styled("formulaHidden") },
    set: { Locked: setter("locked"), FormulaHidden: setter("formulaHidden") },
    guard,
  });
  registry.define<FormatTarget>("RangeBorderCollection", {
    get: { Count: () => SIDES.length },
    items: ({ of }) => SIDES.map((side) => ({ of, side })),
    find: ({ of }, key) => {
      const side = SIDES.find((each) => each === key);
      return side === undefined ? undefined : { of, side };
    },
    guard,
  });
  registry.define<BorderTarget>("RangeBorder", {
    get: {
      SideIndex: ({ side }) => side,
      Style: (target) => readBorder(target, "style"),
      Weight: (target) => readBorder(target, "weight"),
      Color: (target) => readBorder(target, "color"),
    },
    set: {
      Style: (target, style: string) => { writeBorder(target, { style }); },
      Weight: (target, weight: string) => { writeBorder(target, { weight }); },
      Color: (target, value: string) => { writeBorder(target, { color: requireColor(value) }); },
    },
    guard,
  });
}

function sized(of: Formatted, kind: "row" | "column"): number | null {
  const sizes = new Set<number>();
  for (const { sheet, region } of areasOf(of)) {
    if (kind === "column") {
      for (let column = region.left; column <= region.right; column++) sizes.add(sheet.columnModels.get(column)?.width ?? sheet.standardWidth);
    } else {
      const used = sheet.usedRegion(false)?.bottom ?? 0;
      for (let row = region.top; row <= Math.min(region.bottom, Math.max(used, region.top)); row++) sizes.add(sheet.rowModels.get(row)?.height ?? sheet.standardHeight);
    }
  }
  const [only, ...more] = sizes;
  return more.length > 0 ? null : (only ?? null);
}

export function resize(of: Formatted, kind: "row" | "column", size: number | undefined): void {
  for (const range of areasOf(of)) {
    const { sheet, region } = range;
    refuseIfProtected(sheet, kind === "row" ? "allowFormatRows" : "allowFormatColumns");
    const [first, last] = kind === "row" ? [region.top, region.bottom] : [region.left, region.right];
    for (let at = first; at <= last; at++) {
      if (kind === "column") {
        const model = { ...sheet.columnModels.get(at) };
        if (size === undefined) delete model.width;
        else model.width = size;
        sheet.columnModels.set(at, model);
      } else {
        const model = { ...sheet.rowModels.get(at) };
        if (size === undefined) delete model.height;
        else model.height = size;
        sheet.rowModels.set(at, model);
      }
    }
    sheet.changes.aspect(kind === "row" ? "rows" : "columns");
    sheet.workbook.isDirty = true;
  }
}

/** A likeness of Excel's measure: seven points a half-width character at 11 points, twice that for a full-width one. */
function fitColumns(of: Formatted): void {
  for (const range of areasOf(of)) {
    const { sheet, region } = range;
    for (let column = region.left; column <= region.right; column++) {
      let widest = 0;
      for (const cells of sheet.rows.values()) {
        const cell = cells.get(column);
        if (cell === undefined || cell.content === null) continue;
        const text = typeof cell.content === "object" ? cell.content.error : String(cell.content);
        for (const line of text.split("\n")) {
          let width = 0;
          for (const character of line) width += character.charCodeAt(0) > 255 ? 11 : 6;
          widest = Math.max(widest, width);
        }
      }
      if (widest > 0) sheet.columnModels.set(column, { ...sheet.columnModels.get(column), width: Math.min(widest + 8, 1_300) });
    }
    sheet.changes.aspect("columns");
  }
}
