import type { BorderStyle } from "../../../host/model/style";

const WIDTHS: Readonly<Record<string, number>> = { Hairline: 1, Thin: 1, Medium: 2, Thick: 3 };

function dashOf({ style, weight }: BorderStyle): number[] {
  if (weight === "Hairline" && style === "Continuous") return [1, 1];
  switch (style) {
    case "Dash": return [4, 2];
    case "Dot": return [2, 2];
    case "DashDot": return [6, 2, 2, 2];
    case "DashDotDot": return [6, 2, 2, 2, 2, 2];
    case "SlantDashDot": return [8, 2, 3, 2];
    default: return [];
  }
}

export function isLine(border: BorderStyle | undefined): border is BorderStyle {
  return border !== undefined && border.style !== "None" && border.style !== "";
}

/** A straight line along an edge, on whole pixels. */
export function paintBorder(context: CanvasRenderingContext2D, border: BorderStyle, fromX: number, fromY: number, toX: number, toY: number): void {
  const isDouble = border.style === "Double";
  const width = isDouble ? 1 : (WIDTHS[border.weight] ?? 1);
  context.strokeStyle = border.color;
  context.lineWidth = width;
  context.setLineDash(dashOf(border));
  const offset = width % 2 === 1 ? -0.5 : 0;
  const isFlat = fromY === toY;
  const isStraight = isFlat || fromX === toX;
  for (const shift of isDouble ? [-1, 1] : [0]) {
    const dx = isStraight && !isFlat ? offset + shift : 0;
    const dy = isStraight && isFlat ? offset + shift : 0;
    context.beginPath();
    context.moveTo(fromX + dx - (isFlat ? 1 : 0), fromY + dy - (isStraight && !isFlat ? 1 : 0));
    context.lineTo(toX + dx, toY + dy);
    context.stroke();
  }
  context.setLineDash([]);
}
