/** Excel writes characters that XML cannot hold as `_xHHHH_`; an underscore that would look like one is `_x005F_`. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;

/** `_x000D_` → carriage return, `_x005F_x000D_` → the text `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(ESCAPE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
