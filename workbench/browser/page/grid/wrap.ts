/** 行頭禁則: characters that do not begin a line. */
const NOT_FIRST = /^[、。，．・：；？！）」』】〕〉》｝］,.:;?!)\]}ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%％℃]/u;
/** 行末禁則: characters that do not end a line. */
const NOT_LAST = /[（「『【〔〈《｛［([{]$/u;
/** A word of letters and digits stays whole; anything else may be parted. */
const PIECES = /[A-Za-z0-9.,'’/_-]+|\s+|[^]/gu;

/** Parts a text into the lines in which a cell of that width shows it. */
export function wrapText(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split(/\r\n|\r|\n/u)) lines.push(...wrapParagraph(paragraph, width, measure));
  return lines;
}

function wrapParagraph(text: string, width: number, measure: (text: string) => number): string[] {
  if (text === "" || measure(text) <= width) return [text];
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    if (line === "" || measure(line + piece) <= width) {
      line += piece;
      continue;
    }
    let rest = "";
    if (NOT_FIRST.test(piece) && line.length > 1) {
      // Takes its neighbor along to the next line.
      rest = line.slice(-1);
      line = line.slice(0, -1);
    }
    if (NOT_LAST.test(line) && line.length > 1) {
      rest = line.slice(-1) + rest;
      line = line.slice(0, -1);
    }
    lines.push(line);
    line = rest + (rest === "" ? piece.trimStart() : piece);
  }
  if (line !== "") lines.push(line);
  // A word longer than the line is cut where it must.
  return lines.flatMap((each) => cut(each, width, measure));
}

function cut(line: string, width: number, measure: (text: string) => number): string[] {
  if (measure(line) <= width || line.length < 2) return [line];
  const pieces: string[] = [];
  let piece = "";
  for (const character of line) {
    if (piece !== "" && measure(piece + character) > width) {
      pieces.push(piece);
      piece = "";
    }
    piece += character;
  }
  if (piece !== "") pieces.push(piece);
  return pieces;
}
