/*
 * How much room a text takes on paper, in digits of the standard font. East-Asian wide and full-width characters count
 * for two. An estimate on the safe side: fonts differ from PC to PC, and a cut-off line is worse than a little air.
 */

/** Wide blocks in order of their first character; a table of its own, as regular expressions know no East Asian Width. */
const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2190, 0x21ff],
  [0x2460, 0x27bf],
  [0x2e80, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1faff],
  [0x20000, 0x3fffd],
];

function charWidth(code: number): number {
  if (code < 0x1100) return code < 0x250 ? 1 : 2;
  return WIDE.some(([first, last]) => code >= first && code <= last) ? 2 : 1;
}

/** The width of a text's widest line. */
export function textWidth(text: string): number {
  let widest = 0;
  let width = 0;
  for (const char of text) {
    if (char === "\n") {
      widest = Math.max(widest, width);
      width = 0;
    } else {
      width += charWidth(char.codePointAt(0) ?? 0);
    }
  }
  return Math.max(widest, width);
}

/** How many lines a text takes in a column of this width. Breaks anywhere, as Japanese does; a pair is never split. */
export function lineCount(text: string, columnWidth: number): number {
  // Excel keeps a margin of about one digit on either side of a cell's text.
  const room = Math.max(columnWidth - 1, 2);
  // No character is wider than two: most cells need not be measured.
  if (text.length * 2 <= room && !text.includes("\n")) return 1;
  let lines = 1;
  let width = 0;
  for (const char of text) {
    const step = char === "\n" ? Infinity : charWidth(char.codePointAt(0) ?? 0);
    if (width + step > room) {
      lines++;
      width = char === "\n" ? 0 : step;
    } else {
      width += step;
    }
  }
  return lines;
}

/** A text cut into lines that fit a width; a text that fits stays as it is. */
export function cutLines(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const char of text) {
    const step = charWidth(char.codePointAt(0) ?? 0);
    if (used + step > width && line !== "") {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += char;
    used += step;
  }
  return [...lines, line];
}
