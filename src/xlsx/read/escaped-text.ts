/** Excel writes characters that XML cannot hold as `_xHHHH_`; an underscore that would look like one is `_x005F_`. */
const ESCAPE = /_x([0-9A-Fa-f]{4})_/gu;

/** `_x000D_` → carriage return, `_x005F_x000D_` → the text `_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replaceAll(ESCAPE, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

/**
 * A copy that does not keep the text alive from which it was cut: a slice of a string holds on to the whole of it, here
 * a chunk of up to 32 MB.
 */
export function detach(text: string): string {
  return text.length < SLICED_FROM ? text : ` ${text}`.slice(1);
}

/** V8 copies shorter slices. */
const SLICED_FROM = 13;
