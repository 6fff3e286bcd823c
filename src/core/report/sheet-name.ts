/** Excel's own limit, in UTF-16 units. */
const MAX_LENGTH = 31;
const FORBIDDEN = /[\\/?*[\]:\u0000-\u001F\uFFFE\uFFFF]/gu;
const LONE_SURROGATES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;
/** Excel keeps this name for its change tracking. */
const RESERVED = "history";

/** The first `length` UTF-16 units, never half of a pair. */
function head(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}

function trimmed(text: string): string {
  return text.replace(/^['\s]+|['\s]+$/gu, "");
}

/** Any text as a name that Excel accepts for a sheet; as close to the text as can be. */
export function toSheetName(text: string): string {
  const clean = text.replace(LONE_SURROGATES, "_").replace(FORBIDDEN, "_");
  const name = trimmed(head(trimmed(clean), MAX_LENGTH));
  if (name === "") return "_";
  return name.toLowerCase() === RESERVED ? `${name}_` : name;
}

/** Excel takes names that differ only in case for the same. */
function fold(name: string): string {
  return name.toLowerCase();
}

/** Names for all sheets of a workbook: safe, and each only once, in the order given. `taken` are names already in use. */
export function toSheetNames(texts: readonly string[], taken: readonly string[] = []): readonly string[] {
  const used = new Set(taken.map(fold));
  return texts.map((text) => {
    const wished = toSheetName(text);
    let name = wished;
    for (let n = 2; used.has(fold(name)); n++) {
      const suffix = ` (${String(n)})`;
      name = trimmed(head(wished, MAX_LENGTH - suffix.length)) + suffix;
    }
    used.add(fold(name));
    return name;
  });
}
