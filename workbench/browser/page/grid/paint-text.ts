import type { DisplayedCell } from "../../../host/display";
import { fontOf, lineHeightOf, type Ruler } from "./fonts";
import { CELL_PADDING } from "./sheet-layout";
import { wrapText } from "./wrap";

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A step of the indent, in pixels at the usual font. */
const INDENT = 9;
/** The workbook's font may not be on this machine, and the one in its place may be wider: figures give way a little before they become ####. */
const SQUEEZE = 0.85;
/** office.js's number for characters one below the other. */
const STACKED = 180;

/** The lines of a cell as it shows them: wrapped, or one, whose line breaks are not shown. */
export function linesOf({ text, style, content }: DisplayedCell, width: number, ruler: Ruler): readonly string[] {
  const font = fontOf(style.font);
  const measure = (part: string): number => ruler.width(part, font);
  if (typeof content === "number") return [measure(text) * SQUEEZE <= width + CELL_PADDING ? text : shortened(text, style.numberFormat, width, measure)];
  if (style.wrapText || style.horizontalAlignment === "Justify" || style.verticalAlignment === "Justify") return wrapText(text, width, measure);
  return [text.replaceAll(/\r\n|\r|\n/gu, "")];
}

/** A number that does not fit loses decimals in the general format, and is #### in any other. */
function shortened(text: string, format: string, width: number, measure: (text: string) => number): string {
  const value = Number(text);
  if (format === "General" && Number.isFinite(value)) {
    for (let decimals = 10; decimals >= 0; decimals--) {
      const shorter = String(Number(value.toFixed(decimals)));
      if (shorter.length < text.length && measure(shorter) <= width) return shorter;
    }
  }
  return "#".repeat(Math.max(1, Math.floor(width / Math.max(1, measure("#")))));
}

/** Draws a cell's text into its box; `clip` is what it may cover, wider than the box where the neighbors are empty. */
export function paintText(context: CanvasRenderingContext2D, look: DisplayedCell, box: Box, clip: Box, ruler: Ruler): void {
  const { style } = look;
  if (look.text === "" || box.width <= 0 || box.height <= 0) return;
  context.save();
  context.beginPath();
  context.rect(clip.x, clip.y, clip.width, clip.height);
  context.clip();
  context.font = fontOf(style.font);
  context.fillStyle = style.font.color;
  context.textBaseline = "middle";
  if (style.textOrientation === STACKED || style.textOrientation === 255) paintStacked(context, look, box);
  else if (style.textOrientation !== 0) paintTurned(context, look, box);
  else paintLines(context, look, box, ruler);
  context.restore();
}

function paintLines(context: CanvasRenderingContext2D, look: DisplayedCell, box: Box, ruler: Ruler): void {
  const { style } = look;
  const side = look.horizontal;
  const indent = style.indentLevel * INDENT;
  const inner = box.width - 2 * CELL_PADDING - (side === "center" ? 0 : indent);
  const lines = linesOf(look, Math.max(1, inner), ruler);
  const font = fontOf(style.font);
  const widest = Math.max(...lines.map((line) => ruler.width(line, font)));
  const scale = style.shrinkToFit && widest > inner && inner > 0 ? inner / widest : 1;
  if (scale < 1) context.font = fontOf(style.font, scale);
  const lineHeight = lineHeightOf(style.font) * scale;
  const height = lines.length * lineHeight;
  const top = style.verticalAlignment === "Top" ? box.y + 2
    : style.verticalAlignment === "Bottom" ? box.y + box.height - height - 1
      : Math.max(box.y + (box.height - height) / 2, height > box.height ? box.y + 1 : -Infinity);
  context.textAlign = side;
  const x = side === "left" ? box.x + CELL_PADDING + indent : side === "right" ? box.x + box.width - CELL_PADDING - indent : box.x + box.width / 2;
  lines.forEach((line, index) => {
    const y = Math.round(top + (index + 0.5) * lineHeight) + 0.5;
    if (typeof look.content === "number") context.fillText(line, x, y, Math.max(1, inner + CELL_PADDING));
    else context.fillText(line, x, y);
    const width = ruler.width(line, font) * scale;
    const left = side === "left" ? x : side === "right" ? x - width : x - width / 2;
    if (style.font.underline !== "None") strokeLine(context, left, y + lineHeight * 0.36, width, style.font.color);
    if (style.font.underline.startsWith("Double")) strokeLine(context, left, y + lineHeight * 0.36 + 2, width, style.font.color);
    if (style.font.strikethrough) strokeLine(context, left, y, width, style.font.color);
  });
}

function strokeLine(context: CanvasRenderingContext2D, x: number, y: number, width: number, color: string): void {
  context.fillStyle = color;
  context.fillRect(x, Math.round(y), width, 1);
}

function paintStacked(context: CanvasRenderingContext2D, { text, style }: DisplayedCell, box: Box): void {
  const characters = [...text.replaceAll(/\s/gu, "")];
  const step = lineHeightOf(style.font) * 0.92;
  const height = characters.length * step;
  const top = style.verticalAlignment === "Top" ? box.y + 2 : style.verticalAlignment === "Bottom" ? box.y + box.height - height : box.y + (box.height - height) / 2;
  context.textAlign = "center";
  characters.forEach((character, index) => {
    const isDash = character === "\u30fc" || character === "\uff5e";
    const x = box.x + box.width / 2;
    const y = top + (index + 0.5) * step;
    if (!isDash) {
      context.fillText(character, x, y);
      return;
    }
    context.save();
    context.translate(x, y);
    context.rotate(Math.PI / 2);
    context.fillText(character, 0, 0);
    context.restore();
  });
}

function paintTurned(context: CanvasRenderingContext2D, { text, style }: DisplayedCell, box: Box): void {
  context.translate(box.x + box.width / 2, box.y + box.height / 2);
  context.rotate((-style.textOrientation * Math.PI) / 180);
  context.textAlign = "center";
  context.fillText(text.replaceAll(/\s*\n\s*/gu, " "), 0, 0);
}
