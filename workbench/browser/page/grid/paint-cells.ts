import type { Region } from "../../../../src/core/sheet/region";
import type { DisplayedCell } from "../../../host/display";
import { fontOf, type Ruler } from "./fonts";
import { isLine, paintBorder } from "./paint-borders";
import { paintOverlay } from "./paint-overlay";
import { paintText, type Box } from "./paint-text";
import { CELL_PADDING, type SheetLayout } from "./sheet-layout";

const GRIDLINE = "#e1e1e1";
const PAPER = "#ffffff";
/** How far a text may reach over empty neighbors. */
const FARTHEST_OVERFLOW = 40;

interface Area {
  readonly region: Region;
  readonly box: Box;
  readonly look: DisplayedCell;
}

/** Draws the cells of a range at their places on the sheet. */
export function paintCells(context: CanvasRenderingContext2D, layout: SheetLayout, range: Region, ruler: Ruler): void {
  const areas = areasIn(layout, range);
  paintGridlines(context, layout, range);
  for (const { region, box, look: { style } } of areas) {
    const isMerged = region.top !== region.bottom || region.left !== region.right;
    if (style.fill !== undefined) {
      context.fillStyle = style.fill;
      context.fillRect(box.x - 1, box.y - 1, box.width + 1, box.height + 1);
    } else if (isMerged) {
      context.fillStyle = PAPER;
      context.fillRect(box.x, box.y, box.width - 1, box.height - 1);
    }
  }
  for (const { box, look } of areas) paintOverlay(context, box, look.overlay);
  const texts = [...areas, ...overflowing(layout, range)].filter(({ look }) => look.text !== "").map((area) => ({ area, clip: clipOf(layout, area, ruler) }));
  for (const { area, clip } of texts) eraseGridlines(context, layout, area, clip);
  paintBorders(context, layout, range);
  for (const { area, clip } of texts) paintText(context, area.look, area.box, clip, ruler);
  paintMarks(context, layout, range);
}

function areasIn(layout: SheetLayout, range: Region): Area[] {
  const areas: Area[] = [];
  const seen = new Set<Region>();
  for (let row = range.top; row <= range.bottom; row++) {
    if (layout.rows.size(row) === 0) continue;
    for (let column = range.left; column <= range.right; column++) {
      if (layout.columns.size(column) === 0) continue;
      const merge = layout.mergeAt(row, column);
      if (merge !== undefined && seen.has(merge)) continue;
      if (merge !== undefined) seen.add(merge);
      areas.push(areaOf(layout, merge ?? { top: row, bottom: row, left: column, right: column }));
    }
  }
  return areas;
}

function areaOf(layout: SheetLayout, region: Region): Area {
  return { region, box: layout.box(region), look: layout.looks.at(region.top, region.left) };
}

/** Cells beside the range whose texts reach into it. */
function overflowing(layout: SheetLayout, range: Region): Area[] {
  const areas: Area[] = [];
  for (let row = range.top; row <= range.bottom; row++) {
    const cells = layout.sheet.rows.get(row);
    if (cells === undefined || layout.rows.size(row) === 0) continue;
    for (const [from, by, end] of [[range.left - 1, -1, range.left - FARTHEST_OVERFLOW], [range.right + 1, 1, range.right + FARTHEST_OVERFLOW]] as const) {
      for (let column = from; column >= 0 && column !== end; column += by) {
        if (cells.get(column)?.content === undefined || cells.get(column)?.content === null) continue;
        if (layout.mergeAt(row, column) === undefined) areas.push(areaOf(layout, { top: row, bottom: row, left: column, right: column }));
        break;
      }
    }
  }
  return areas;
}

/** A text that does not wrap goes on over neighbors that are empty. */
function clipOf(layout: SheetLayout, { region, box, look }: Area, ruler: Ruler): Box {
  const inside: Box = { x: box.x, y: box.y, width: box.width - 1, height: box.height };
  const isMerged = region.top !== region.bottom || region.left !== region.right;
  const { style } = look;
  if (typeof look.content !== "string" || isMerged || style.wrapText || style.shrinkToFit || style.textOrientation !== 0 || style.horizontalAlignment === "Fill") return inside;
  const over = ruler.width(look.text, fontOf(style.font)) + 2 * CELL_PADDING + style.indentLevel * 9 - box.width;
  if (over <= 0) return inside;
  const side = look.horizontal;
  const left = side === "left" ? 0 : roomBeside(layout, region, -1, side === "right" ? over : over / 2);
  const right = side === "right" ? 0 : roomBeside(layout, region, 1, side === "left" ? over : over / 2);
  return { ...inside, x: box.x - left, width: inside.width + left + right };
}

function roomBeside(layout: SheetLayout, { top, left }: Region, by: 1 | -1, needed: number): number {
  let room = 0;
  for (let column = left + by; column >= 0 && Math.abs(column - left) <= FARTHEST_OVERFLOW && room < needed; column += by) {
    if (layout.mergeAt(top, column) !== undefined || layout.sheet.content(top, column) !== null) break;
    room += layout.columns.size(column);
  }
  return room;
}

function paintGridlines(context: CanvasRenderingContext2D, layout: SheetLayout, range: Region): void {
  if (!layout.sheet.showGridlines) return;
  const { x, y, width, height } = layout.box(range);
  context.fillStyle = GRIDLINE;
  for (let row = range.top; row <= range.bottom; row++) if (layout.rows.size(row) > 0) context.fillRect(x, layout.rows.end(row) - 1, width, 1);
  for (let column = range.left; column <= range.right; column++) if (layout.columns.size(column) > 0) context.fillRect(layout.columns.end(column) - 1, y, 1, height);
}

function eraseGridlines(context: CanvasRenderingContext2D, layout: SheetLayout, { region, box }: Area, clip: Box): void {
  if (!layout.sheet.showGridlines || (clip.x >= box.x && clip.width <= box.width)) return;
  context.fillStyle = PAPER;
  for (let column = layout.columns.at(Math.max(0, clip.x)); layout.columns.end(column) < clip.x + clip.width; column++) {
    if (layout.columns.size(column) === 0 || layout.looks.at(region.top, column).style.fill !== undefined) continue;
    context.fillRect(layout.columns.end(column) - 1, box.y, 1, box.height - 1);
  }
}

function paintBorders(context: CanvasRenderingContext2D, layout: SheetLayout, range: Region): void {
  for (let row = range.top; row <= range.bottom; row++) {
    if (layout.rows.size(row) === 0) continue;
    const top = layout.rows.start(row);
    const bottom = layout.rows.end(row);
    for (let column = range.left; column <= range.right; column++) {
      if (layout.columns.size(column) === 0) continue;
      const { borders } = layout.looks.at(row, column).style;
      const merge = layout.mergeAt(row, column);
      const left = layout.columns.start(column);
      const right = layout.columns.end(column);
      if (isLine(borders.EdgeTop) && (merge === undefined || merge.top === row)) paintBorder(context, borders.EdgeTop, left, top, right, top);
      if (isLine(borders.EdgeLeft) && (merge === undefined || merge.left === column)) paintBorder(context, borders.EdgeLeft, left, top, left, bottom);
      if (isLine(borders.EdgeBottom) && (merge === undefined || merge.bottom === row)) paintBorder(context, borders.EdgeBottom, left, bottom, right, bottom);
      if (isLine(borders.EdgeRight) && (merge === undefined || merge.right === column)) paintBorder(context, borders.EdgeRight, right, top, right, bottom);
      if (merge !== undefined && (merge.top !== row || merge.left !== column)) continue;
      const box = layout.box(merge ?? { top: row, bottom: row, left: column, right: column });
      if (isLine(borders.DiagonalDown)) paintBorder(context, borders.DiagonalDown, box.x, box.y, box.x + box.width, box.y + box.height);
      if (isLine(borders.DiagonalUp)) paintBorder(context, borders.DiagonalUp, box.x, box.y + box.height, box.x + box.width, box.y);
    }
  }
}

/** コメントの印 and the buttons of a filter. */
function paintMarks(context: CanvasRenderingContext2D, layout: SheetLayout, range: Region): void {
  const { sheet } = layout;
  for (const { row, column } of sheet.comments) {
    if (row < range.top || row > range.bottom || column < range.left || column > range.right) continue;
    const { x, y, width } = layout.box(layout.areaAt(row, column));
    context.fillStyle = "#7b4fb5";
    context.beginPath();
    context.moveTo(x + width - 8, y);
    context.lineTo(x + width - 1, y);
    context.lineTo(x + width - 1, y + 7);
    context.fill();
  }
  const filters = [...(sheet.autoFilter === undefined ? [] : [sheet.autoFilter.region]), ...sheet.tables.filter(({ showFilterButton, showHeaders }) => showFilterButton && showHeaders).map(({ region }) => region)];
  for (const { top, left, right } of filters) {
    if (top < range.top || top > range.bottom) continue;
    for (let column = Math.max(left, range.left); column <= Math.min(right, range.right); column++) paintFilterButton(context, layout.box({ top, bottom: top, left: column, right: column }));
  }
}

function paintFilterButton(context: CanvasRenderingContext2D, { x, y, width, height }: Box): void {
  const size = Math.min(17, height - 3, width - 3);
  if (size < 8) return;
  const left = x + width - size - 2;
  const top = y + height - size - 2;
  context.fillStyle = "#f6f6f6";
  context.fillRect(left, top, size, size);
  context.strokeStyle = "#ababab";
  context.lineWidth = 1;
  context.strokeRect(left + 0.5, top + 0.5, size - 1, size - 1);
  context.fillStyle = "#444444";
  context.beginPath();
  context.moveTo(left + size / 2 - 4, top + size / 2 - 2);
  context.lineTo(left + size / 2 + 4, top + size / 2 - 2);
  context.lineTo(left + size / 2, top + size / 2 + 3);
  context.fill();
}
