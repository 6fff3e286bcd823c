import type { FontStyle } from "../../../host/model/style";

export const PIXELS_PER_POINT = 96 / 72;
const FALLBACK = '"Yu Gothic", "YuGothic", "Meiryo", "Hiragino Sans", "Noto Sans CJK JP", sans-serif';

export function toPixels(points: number): number {
  return Math.round(points * PIXELS_PER_POINT);
}

/** As a canvas and a style sheet take it. */
export function fontOf(font: FontStyle, scale = 1): string {
  const size = font.size * PIXELS_PER_POINT * scale * (font.superscript || font.subscript ? 0.7 : 1);
  return `${font.italic ? "italic " : ""}${font.bold ? "bold " : ""}${size.toFixed(2)}px "${font.name.replaceAll('"', "")}", ${FALLBACK}`;
}

export function lineHeightOf(font: FontStyle): number {
  return Math.ceil(font.size * PIXELS_PER_POINT * 1.25);
}

/** Measures texts, each once. */
export class Ruler {
  private readonly widths = new Map<string, number>();
  private readonly context: CanvasRenderingContext2D;

  constructor() {
    const context = document.createElement("canvas").getContext("2d");
    if (context === null) throw new Error("no canvas");
    this.context = context;
  }

  width(text: string, font: string): number {
    const key = `${font}\u0000${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      if (this.widths.size > 50_000) this.widths.clear();
      this.context.font = font;
      this.widths.set(key, (width = this.context.measureText(text).width));
    }
    return width;
  }
}
