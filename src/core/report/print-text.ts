import { plainText } from "./plain-text";
import type { PrintLine } from "./plan";
import { FONT } from "./theme";

/* Headers and footers in Excel's own codes, which both the file format and the host take. */

const FIELD_CODES = { page: "&P", pages: "&N", "sheet-name": "&A" } as const;
/** Excel takes 255 characters for all three parts of a line together. */
const MAX_PART = 60;

/** In inches: 12 mm at the sides, room for a header and a footer. */
export const PRINT_MARGINS = { left: 0.47, right: 0.47, top: 0.75, bottom: 0.67, header: 0.35, footer: 0.31 } as const;

/** One part of a line without its `&L`; "" where there is none. The size stands before the face, so that no digit of the text can be taken for part of the size. */
export function printPart(parts: PrintLine["left"]): string {
  if (parts.length === 0) return "";
  const text = parts.map((part) => {
    if (typeof part !== "string") return FIELD_CODES[part.field];
    return plainText(part).slice(0, MAX_PART).replaceAll("&", "&&").replaceAll("\n", " ");
  });
  return `&9&"${FONT},標準"${text.join("")}`;
}

/** The whole line as it stands in a file. */
export function printText(line: PrintLine): string {
  const sides = [["&L", line.left], ["&C", line.center], ["&R", line.right]] as const;
  return sides.map(([code, parts]) => (parts.length === 0 ? "" : `${code}${printPart(parts)}`)).join("");
}
