import { HostError } from "../interpreter/protocol";
import { toBorderSide, type BorderIndex, type CellStyle } from "../model/style";
import type { RangeModel } from "../model/range";
import { refuseIfProtected } from "./protection";
import { requireColor, resize, restyle } from "./range-format";
import { invalid } from "./range-values";

/** A tree of names as `setCellProperties` takes it: `{ format: { fill: { color } } }`. */
export type Wanted = Readonly<Record<string, unknown>>;

const FONT = new Set(["bold", "color", "italic", "name", "size", "strikethrough", "subscript", "superscript", "underline", "tintAndShade"]);
const PLAIN = new Set(["horizontalAlignment", "verticalAlignment", "wrapText", "indentLevel", "textOrientation", "shrinkToFit", "readingOrder"]);
const PROTECTION = new Set(["locked", "formulaHidden"]);

/** What is not here is refused by its name, never swallowed. */
export function notImplemented(name: string): HostError {
  return new HostError("NotImplemented", `workbench host: ${name} in cell properties is not implemented`);
}

export function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== "object" || value === null) throw invalid();
  return Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
}

/** Sets the looks of all cells of a range. */
export function applyFormat(range: RangeModel, format: unknown): void {
  refuseIfProtected(range.sheet, "allowFormatCells");
  const changes: ((style: CellStyle) => CellStyle)[] = [];
  for (const [name, value] of entriesOf(format)) {
    if (name === "columnWidth" || name === "rowHeight") resize(range, name === "rowHeight" ? "row" : "column", Number(value));
    else changes.push(changeOf(name, value));
  }
  if (changes.length > 0) restyle(range, (style) => changes.reduce((look, change) => change(look), style));
}

function changeOf(name: string, value: unknown): (style: CellStyle) => CellStyle {
  if (PLAIN.has(name)) return (style) => ({ ...style, [name]: value });
  switch (name) {
    case "fill": {
      const known = only(value, new Set(["color"]), "fill");
      const fill = known["color"] === undefined || known["color"] === "" ? undefined : requireColor(known["color"]);
      return (style) => ({ ...style, fill });
    }
    case "font": {
      const given = only(value, FONT, "font");
      const font = given["color"] === undefined ? given : { ...given, color: requireColor(given["color"]) };
      return (style) => ({ ...style, font: { ...style.font, ...font } });
    }
    case "protection": {
      const given = only(value, PROTECTION, "protection");
      return (style) => ({ ...style, ...given });
    }
    case "borders":
      return bordersOf(value);
    default:
      throw notImplemented(name);
  }
}

function bordersOf(value: unknown): (style: CellStyle) => CellStyle {
  const wanted = entriesOf(value).map(([side, line]) => {
    const index = toBorderSide(side);
    if (index === undefined) throw notImplemented(`borders.${side}`);
    const given = only(line, new Set(["color", "style", "weight", "tintAndShade"]), `borders.${side}`);
    return { index, line: { ...given, ...(given["color"] === undefined ? {} : { color: requireColor(given["color"]) }) } };
  });
  return (style) => {
    const borders = new Map(Object.entries(style.borders) as [BorderIndex, NonNullable<CellStyle["borders"][BorderIndex]>][]);
    for (const { index, line } of wanted) {
      const next = { ...(borders.get(index) ?? { style: "Continuous", weight: "Thin", color: "#000000" }), ...line };
      if (next.style === "None") borders.delete(index);
      else borders.set(index, next);
    }
    return { ...style, borders: Object.fromEntries(borders) };
  };
}

function only(value: unknown, names: ReadonlySet<string>, at: string): Record<string, unknown> {
  const entries = entriesOf(value);
  for (const [name] of entries) if (!names.has(name)) throw notImplemented(`${at}.${name}`);
  return Object.fromEntries(entries);
}

/** Answers what is asked of a look: `{ fill: { color: true }, font: { bold: true } }`. */
export function readFormat(style: CellStyle, wanted: unknown): Record<string, unknown> {
  const answer: Record<string, unknown> = {};
  for (const [name, inner] of entriesOf(wanted)) {
    if (inner === false) continue;
    if (PLAIN.has(name)) answer[name] = style[name as keyof CellStyle];
    else if (name === "fill") answer[name] = pick({ color: style.fill ?? "#FFFFFF" }, inner, name);
    else if (name === "font") answer[name] = pick({ ...style.font }, inner, name);
    else if (name === "protection") answer[name] = pick({ locked: style.locked, formulaHidden: style.formulaHidden }, inner, name);
    else if (name === "borders") answer[name] = readBorders(style, inner);
    else throw notImplemented(name);
  }
  return answer;
}

function readBorders(style: CellStyle, wanted: unknown): Record<string, unknown> {
  const sides = ["top", "bottom", "left", "right", "diagonalDown", "diagonalUp"];
  const asked = entriesOf(wanted);
  return Object.fromEntries(sides.map((side) => {
    const index = toBorderSide(side);
    const line = (index === undefined ? undefined : style.borders[index]) ?? { style: "None", weight: "Thin", color: "" };
    return [side, pick({ ...line }, Object.fromEntries(asked), "borders")];
  }));
}

function pick(from: Readonly<Record<string, unknown>>, wanted: unknown, at: string): Record<string, unknown> {
  if (wanted === true) return { ...from };
  return Object.fromEntries(entriesOf(wanted).filter(([, is]) => is !== false).map(([name]) => {
    if (!(name in from)) throw notImplemented(`${at}.${name}`);
    return [name, from[name]];
  }));
}
