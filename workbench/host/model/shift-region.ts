import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Region } from "../../../src/core/sheet/region";
import type { Shift } from "../formula/shift";
import { intersect, subtractAll } from "./regions";

/** Where a region goes; undefined where it is gone. One that lies only partly in the span that moves stays. */
export function shiftRegion(region: Region, shift: Shift, growsAtEnd = false): Region | undefined {
  const isRow = shift.axis === "row";
  const [crossFirst, crossLast] = isRow ? [region.left, region.right] : [region.top, region.bottom];
  if (crossFirst < shift.from || crossLast > shift.to) return region;
  const [first, last] = isRow ? [region.top, region.bottom] : [region.left, region.right];
  const limit = isRow ? LAST_ROW : LAST_COLUMN;
  let start = first;
  let end = last;
  if (shift.count > 0) {
    if (first >= shift.at) start += shift.count;
    if (last >= shift.at || (growsAtEnd && last === shift.at - 1)) end += shift.count;
  } else {
    const gone = shift.at - shift.count;
    if (first >= shift.at && last < gone) return undefined;
    if (first >= gone) start += shift.count;
    else if (first > shift.at) start = shift.at;
    if (last >= gone) end += shift.count;
    else if (last >= shift.at) end = shift.at - 1;
  }
  if (start > limit || end < start) return undefined;
  // A whole row or column stays one.
  end = last === limit ? limit : Math.min(end, limit);
  if (first === 0 && last === limit) start = 0;
  return isRow ? { ...region, top: start, bottom: end } : { ...region, left: start, right: end };
}

/** Regions of a rule: one that lies partly in the span that moves is cut, and its parts go where their cells go. */
export function shiftRegions(regions: readonly Region[], shift: Shift, growsAtEnd: boolean): Region[] {
  const span: Region = shift.axis === "row"
    ? { top: 0, bottom: LAST_ROW, left: shift.from, right: shift.to }
    : { left: 0, right: LAST_COLUMN, top: shift.from, bottom: shift.to };
  return regions.flatMap((region) => {
    const inside = intersect(region, span);
    if (inside === undefined) return [region];
    const moved = shiftRegion(inside, shift, growsAtEnd);
    return [...(moved === undefined ? [] : [moved]), ...subtractAll([region], [span])];
  });
}
