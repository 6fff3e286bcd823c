/** Excel's own limit for a cell. */
const MAX_TEXT = 32_767;
const NEEDS_CARE = /[\r\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/u;

/** A text as a cell can hold it: one kind of line break, no control characters, no longer than Excel takes. */
export function plainText(text: string): string {
  if (text.length <= MAX_TEXT && !NEEDS_CARE.test(text)) return text;
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "")
    .slice(0, MAX_TEXT);
}
