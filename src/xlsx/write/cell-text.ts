import { plainText } from "../../core/report/plain-text";

/** A text as it is written into the file: there Excel would take `_x0041_` for an escaped "A". */
export function toCellText(text: string): string {
  const plain = plainText(text);
  return plain.includes("_x") ? plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_") : plain;
}
