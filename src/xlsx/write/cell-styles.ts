import type { CellStyle } from "hucre/xlsx";
import { FONT, roleStyles, STANDARD_SIZE, type CellRole, type PlanCell, type RoleStyle } from "../../core/report";

export const standardFont = { name: FONT, size: STANDARD_SIZE, family: 3, charset: 128 } as const;

function bordersOf(style: RoleStyle): CellStyle["border"] {
  const side = { style: style.edge.line, color: { rgb: style.edge.color } } as const;
  if (style.edges === "bottom") return { bottom: side };
  return { top: side, right: side, bottom: side, left: side };
}

function toCellStyle(style: RoleStyle, format: string | null): CellStyle {
  const result: CellStyle = {
    font: {
      ...standardFont,
      size: style.size,
      color: { rgb: style.color },
      ...(style.bold ? { bold: true } : {}),
      ...(style.underline ? { underline: true } : {}),
    },
    alignment: { horizontal: style.horizontal, vertical: style.vertical, ...(style.wrap ? { wrapText: true } : {}) },
  };
  if (style.fill !== null) result.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: style.fill } };
  if (style.edges !== "none") {
    const border = bordersOf(style);
    if (border !== undefined) result.border = border;
  }
  if (format !== null) result.numFmt = format;
  return result;
}

/** The library's style for each role and format, made once and numbered in the order in which they are first asked for. */
export class CellStyles {
  private readonly numbers = new Map<CellRole, Map<string | undefined, number>>();
  private readonly made: CellStyle[] = [];

  /** All styles so far, by their numbers. */
  get all(): readonly CellStyle[] {
    return this.made;
  }

  numberOf({ role, format }: PlanCell): number {
    const formats = this.numbers.get(role) ?? new Map<string | undefined, number>();
    this.numbers.set(role, formats);
    const known = formats.get(format);
    if (known !== undefined) return known;
    const number = this.made.push(toCellStyle(roleStyles[role], format ?? roleStyles[role].format)) - 1;
    formats.set(format, number);
    return number;
  }
}
