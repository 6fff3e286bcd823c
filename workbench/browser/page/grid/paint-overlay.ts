import type { DisplayedCell } from "../../../host/display";
import type { Box } from "./paint-text";

const ICON_COLORS = ["#d64545", "#e0a100", "#3a9a4b"];

/** データ バー and アイコン セット */
export function paintOverlay(context: CanvasRenderingContext2D, { x, y, width, height }: Box, { dataBar, icon }: DisplayedCell["overlay"]): void {
  if (dataBar !== undefined) {
    context.fillStyle = dataBar.color;
    context.globalAlpha = 0.7;
    context.fillRect(x + 1, y + 1, (width - 4) * Math.min(1, Math.max(0, dataBar.share)), height - 3);
    context.globalAlpha = 1;
  }
  if (icon === undefined) return;
  // Lowest, middle and highest; sets of four and five lie between.
  const at = Math.round((icon.index / Math.max(1, icon.count - 1)) * 2);
  const middle = y + height / 2;
  context.fillStyle = ICON_COLORS[at] ?? "#808080";
  context.beginPath();
  if (/arrow/iu.test(icon.set)) {
    context.save();
    context.translate(x + 10, middle);
    context.rotate(((1 - at) * Math.PI) / 2);
    context.moveTo(6, 0);
    for (const [dx, dy] of [[0, -6], [0, -2], [-6, -2], [-6, 2], [0, 2], [0, 6]] as const) context.lineTo(dx, dy);
    context.fill();
    context.restore();
    return;
  }
  context.arc(x + 10, middle, 5.5, 0, 2 * Math.PI);
  context.fill();
}
