import { toColumnName } from "../../../../src/core/sheet/address";
import type { Region } from "../../../../src/core/sheet/region";
import type { Quadrant, Viewport } from "./viewport";

const BACK = "#f5f5f5";
const LINE = "#d0d0d0";
const TEXT = "#444444";
const CHOSEN_BACK = "#d3ead9";
const ACCENT = "#107c41";
const FROZEN_LINE = "#8a8a8a";
const HEADER_FONT = '12px "Yu Gothic UI", "Meiryo", sans-serif';

export interface Chosen {
  readonly regions: readonly Region[];
  /** The active cell's area. */
  readonly active: Region;
}

/** 行番号と列番号 */
export function paintHeaders(context: CanvasRenderingContext2D, view: Viewport, { regions }: Chosen): void {
  const { layout, headerWidth, headerHeight } = view;
  context.font = HEADER_FONT;
  context.textAlign = "center";
  context.textBaseline = "middle";
  const isRowChosen = (row: number): boolean => regions.some(({ top, bottom }) => row >= top && row <= bottom);
  const isColumnChosen = (column: number): boolean => regions.some(({ left, right }) => column >= left && column <= right);
  context.fillStyle = BACK;
  context.fillRect(0, 0, view.width, headerHeight);
  context.fillRect(0, 0, headerWidth, view.height);
  const quadrants = view.quadrants();
  const cell = (x: number, y: number, width: number, height: number, text: string, isChosen: boolean, isColumn: boolean): void => {
    if (isChosen) {
      context.fillStyle = CHOSEN_BACK;
      context.fillRect(x, y, width, height);
    }
    context.fillStyle = LINE;
    if (isColumn) context.fillRect(x + width - 1, y + 3, 1, height - 3);
    else context.fillRect(x + 3, y + height - 1, width - 3, 1);
    if (isChosen) {
      context.fillStyle = ACCENT;
      if (isColumn) context.fillRect(x, y + height - 2, width, 2);
      else context.fillRect(x + width - 2, y, 2, height);
    }
    context.fillStyle = isChosen ? ACCENT : TEXT;
    context.fillText(text, x + width / 2, y + height / 2 + 1, width);
  };
  for (const { box, range } of byColumns(quadrants)) {
    clipped(context, { ...box, y: 0, height: headerHeight }, () => {
      for (let column = range.left; column <= range.right; column++) {
        const width = layout.columns.size(column);
        if (width > 0) cell(view.xOf(column), 0, width, headerHeight, toColumnName(column), isColumnChosen(column), true);
      }
    });
  }
  for (const { box, range } of byRows(quadrants)) {
    clipped(context, { ...box, x: 0, width: headerWidth }, () => {
      for (let row = range.top; row <= range.bottom; row++) {
        const height = layout.rows.size(row);
        if (height > 0) cell(0, view.yOf(row), headerWidth, height, String(row + 1), isRowChosen(row), false);
      }
    });
  }
  context.fillStyle = LINE;
  context.fillRect(0, headerHeight - 1, view.width, 1);
  context.fillRect(headerWidth - 1, 0, 1, view.height);
  // The corner chooses all cells.
  context.fillStyle = BACK;
  context.fillRect(0, 0, headerWidth - 1, headerHeight - 1);
  context.fillStyle = "#b4b4b4";
  context.beginPath();
  context.moveTo(headerWidth - 5, headerHeight - 15);
  context.lineTo(headerWidth - 5, headerHeight - 5);
  context.lineTo(headerWidth - 15, headerHeight - 5);
  context.fill();
  context.fillStyle = FROZEN_LINE;
  if (view.frozenRows > 0) context.fillRect(0, view.innerTop - 1, view.width, 1);
  if (view.frozenColumns > 0) context.fillRect(view.innerLeft - 1, 0, 1, view.height);
}

function byColumns(quadrants: readonly Quadrant[]): Quadrant[] {
  return quadrants.filter((one, index) => quadrants.findIndex((other) => other.box.x === one.box.x) === index);
}

function byRows(quadrants: readonly Quadrant[]): Quadrant[] {
  return quadrants.filter((one, index) => quadrants.findIndex((other) => other.box.y === one.box.y) === index);
}

export function clipped(context: CanvasRenderingContext2D, { x, y, width, height }: Quadrant["box"], draw: () => void): void {
  context.save();
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
  draw();
  context.restore();
}

/** What is chosen, within one part of the view; drawn at places on the sheet. */
export function paintSelection(context: CanvasRenderingContext2D, view: Viewport, { regions, active }: Chosen, copied: Region | undefined): void {
  const { layout } = view;
  for (const region of regions) {
    const { x, y, width, height } = layout.box(region);
    const inner = layout.box(active);
    const isOne = inner.x === x && inner.y === y && inner.width === width && inner.height === height;
    if (!isOne || regions.length > 1) {
      context.fillStyle = "rgba(16, 124, 65, 0.10)";
      context.beginPath();
      context.rect(x, y, width, height);
      context.rect(inner.x, inner.y, inner.width, inner.height);
      context.fill("evenodd");
    }
    context.strokeStyle = ACCENT;
    context.lineWidth = regions.length > 1 ? 1 : 2;
    context.strokeRect(x - 1 + (regions.length > 1 ? 0.5 : 0), y - 1 + (regions.length > 1 ? 0.5 : 0), width, height);
    if (regions.length > 1) continue;
    context.fillStyle = "#ffffff";
    context.fillRect(x + width - 5, y + height - 5, 8, 8);
    context.fillStyle = ACCENT;
    context.fillRect(x + width - 4, y + height - 4, 6, 6);
  }
  if (copied === undefined) return;
  const { x, y, width, height } = layout.box(copied);
  context.strokeStyle = "#ffffff";
  context.lineWidth = 2;
  context.strokeRect(x, y, width - 1, height - 1);
  context.strokeStyle = ACCENT;
  context.setLineDash([5, 3]);
  context.strokeRect(x, y, width - 1, height - 1);
  context.setLineDash([]);
}
