import { LAST_COLUMN, LAST_ROW } from "../../../../src/core/sheet/address";
import { overlaps, type Region } from "../../../../src/core/sheet/region";
import type { SheetLayout } from "./sheet-layout";

export interface Cell {
  readonly row: number;
  readonly column: number;
}

export type Direction = "up" | "down" | "left" | "right";

function clamp(value: number, last: number): number {
  return Math.min(Math.max(value, 0), last);
}

/** The rectangle between two cells, grown until no merged area is cut. */
export function between(layout: SheetLayout, a: Cell, b: Cell): Region {
  let region: Region = { top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row), left: Math.min(a.column, b.column), right: Math.max(a.column, b.column) };
  for (let isGrowing = true; isGrowing;) {
    isGrowing = false;
    for (const merge of layout.sheet.merges) {
      if (!overlaps(merge, region)) continue;
      const grown: Region = { top: Math.min(region.top, merge.top), bottom: Math.max(region.bottom, merge.bottom), left: Math.min(region.left, merge.left), right: Math.max(region.right, merge.right) };
      if (grown.top === region.top && grown.bottom === region.bottom && grown.left === region.left && grown.right === region.right) continue;
      region = grown;
      isGrowing = true;
    }
  }
  return region;
}

/** The neighbor one way, past the merged area that the cell lies in and past what is hidden. */
export function neighbor(layout: SheetLayout, from: Cell, direction: Direction): Cell {
  const area = layout.areaAt(from.row, from.column);
  switch (direction) {
    case "up": return { ...from, row: layout.rows.step(area.top, -1) };
    case "down": return { ...from, row: layout.rows.step(area.bottom, 1) };
    case "left": return { ...from, column: layout.columns.step(area.left, -1) };
    case "right": return { ...from, column: layout.columns.step(area.right, 1) };
  }
}

/** Several rows on, a screen for example. */
export function rowsOn(layout: SheetLayout, from: Cell, rows: number): Cell {
  return { ...from, row: layout.rows.visible(clamp(from.row + rows, LAST_ROW)) };
}

export function columnsOn(layout: SheetLayout, from: Cell, columns: number): Cell {
  return { ...from, column: layout.columns.visible(clamp(from.column + columns, LAST_COLUMN)) };
}

/** Ctrl with an arrow: to the edge of what is filled, or over the gap to the next that is. */
export function jump(layout: SheetLayout, from: Cell, direction: Direction): Cell {
  const isFilled = (cell: Cell): boolean => {
    const area = layout.areaAt(cell.row, cell.column);
    return layout.sheet.content(area.top, area.left) !== null;
  };
  const isSame = (a: Cell, b: Cell): boolean => a.row === b.row && a.column === b.column;
  const reach = layout.sheet.reach;
  const isBeyond = ({ row, column }: Cell): boolean => (direction === "down" && row > reach.bottom) || (direction === "right" && column > reach.right);
  let at = neighbor(layout, from, direction);
  if (isSame(at, from)) return from;
  const wasFilled = isFilled(from) && isFilled(at);
  let last = from;
  while (isFilled(at) === wasFilled) {
    if (isBeyond(at)) return direction === "down" ? { ...from, row: LAST_ROW } : { ...from, column: LAST_COLUMN };
    last = at;
    const next = neighbor(layout, at, direction);
    if (isSame(next, at)) return at;
    at = next;
  }
  return wasFilled ? last : at;
}

/** The block of filled cells around a cell, as Excel takes it when a list is to be sorted. */
export function currentRegion({ sheet }: SheetLayout, { row, column }: Cell): Region {
  let region: Region = { top: row, bottom: row, left: column, right: column };
  const isFilled = (part: Region): boolean => {
    for (let r = Math.max(0, part.top); r <= part.bottom; r++) {
      for (let c = Math.max(0, part.left); c <= part.right; c++) if (sheet.content(r, c) !== null) return true;
    }
    return false;
  };
  for (;;) {
    const { top, bottom, left, right } = region;
    const grown: Region = {
      top: top > 0 && isFilled({ top: top - 1, bottom: top - 1, left: left - 1, right: right + 1 }) ? top - 1 : top,
      bottom: isFilled({ top: bottom + 1, bottom: bottom + 1, left: left - 1, right: right + 1 }) ? bottom + 1 : bottom,
      left: left > 0 && isFilled({ top: top - 1, bottom: bottom + 1, left: left - 1, right: left - 1 }) ? left - 1 : left,
      right: isFilled({ top: top - 1, bottom: bottom + 1, left: right + 1, right: right + 1 }) ? right + 1 : right,
    };
    if (grown.top === top && grown.bottom === bottom && grown.left === left && grown.right === right) return region;
    region = grown;
  }
}
