import type { Region } from "../../../src/core/sheet/region";

/** What both cover; undefined where they do not touch. */
export function intersect(a: Region, b: Region): Region | undefined {
  const region = { top: Math.max(a.top, b.top), left: Math.max(a.left, b.left), bottom: Math.min(a.bottom, b.bottom), right: Math.min(a.right, b.right) };
  return region.top > region.bottom || region.left > region.right ? undefined : region;
}

/** What is left of a region without a hole: the rows above and below in full, then what is beside the hole. */
function subtract(region: Region, hole: Region): Region[] {
  const common = intersect(region, hole);
  if (common === undefined) return [region];
  const { top, left, bottom, right } = region;
  const pieces: Region[] = [];
  if (common.top > top) pieces.push({ top, left, bottom: common.top - 1, right });
  if (common.left > left) pieces.push({ top: common.top, left, bottom: common.bottom, right: common.left - 1 });
  if (common.right < right) pieces.push({ top: common.top, left: common.right + 1, bottom: common.bottom, right });
  if (common.bottom < bottom) pieces.push({ top: common.bottom + 1, left, bottom, right });
  return pieces;
}

export function subtractAll(regions: readonly Region[], holes: readonly Region[]): Region[] {
  return holes.reduce<Region[]>((rest, hole) => rest.flatMap((region) => subtract(region, hole)), [...regions]);
}

export function isSameRegion(a: Region, b: Region): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right;
}

export function translate(region: Region, rows: number, columns: number): Region {
  return { top: region.top + rows, bottom: region.bottom + rows, left: region.left + columns, right: region.right + columns };
}

/** One for two where they make a rectangle together or one lies within the other. */
function joined(a: Region, b: Region): Region | undefined {
  const both = { top: Math.min(a.top, b.top), left: Math.min(a.left, b.left), bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) };
  if (isSameRegion(both, a) || isSameRegion(both, b)) return both;
  if (a.left === b.left && a.right === b.right && a.top <= b.bottom + 1 && b.top <= a.bottom + 1) return both;
  if (a.top === b.top && a.bottom === b.bottom && a.left <= b.right + 1 && b.left <= a.right + 1) return both;
  return undefined;
}

/** The same cells in fewer rectangles, as Excel tidies up after rows were put in and cells were pasted. */
export function joinRegions(regions: readonly Region[]): Region[] {
  const list = [...regions];
  for (let at = 0; at < list.length; at++) {
    for (let other = at + 1; other < list.length; other++) {
      const [a, b] = [list[at], list[other]];
      const both = a === undefined || b === undefined ? undefined : joined(a, b);
      if (both === undefined) continue;
      list[at] = both;
      list.splice(other, 1);
      // The larger one may reach what the smaller did not.
      at = -1;
      break;
    }
  }
  return list;
}

/** The corner that relative references of a rule start from: of all its regions together. */
export function cornerOf(regions: readonly Region[]): { readonly row: number; readonly column: number } {
  let row = Infinity;
  let column = Infinity;
  for (const { top, left } of regions) {
    row = Math.min(row, top);
    column = Math.min(column, left);
  }
  return { row, column };
}
