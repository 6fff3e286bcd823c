/** Errors that the language itself raises. Their words name our code, never what stands in a cell. */
const PLAIN = new Set(["TypeError", "RangeError", "ReferenceError"]);

/** Where something broke, for those who mend it. Words that might quote the workbook are left out. */
export function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return "?";
  const words = PLAIN.has(error.name) ? `${error.name}: ${error.message}` : error.name;
  const places = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replaceAll(/(?:https?|file):\/\/[^\s)]*\//gu, ""));
  return [words, ...places].join("\n");
}
