import type { Figure, Indicator, Viewpoint } from "../model";
import { tierOf, unitOf, viewpointOf } from "../recognize";
import { memo } from "../common/memo";
import { readFigure, squash } from "../text";

/** 「観光入込客数（千人）」 under a header without a unit column: the name carries the unit. */
export function unitOfName(name: string): string | null {
  const match = /[(（\[［]([^()（）\[\]［］]+)[)）\]］]$/u.exec(name.trim());
  return match?.[1] === undefined ? null : unitOf(match[1]);
}

export function tierFromHeadings(headings: readonly string[]): Indicator["tier"] {
  const known = tiers.get(headings);
  if (known !== undefined) return known;
  const tier = findTier(headings);
  tiers.set(headings, tier);
  return tier;
}

/** 【市民目線】 over a table: a short heading says whose view its indicators take. */
export function viewpointFromHeadings(headings: readonly string[]): Viewpoint | null {
  const known = viewpoints.get(headings);
  if (known !== undefined) return known;
  const heading = headings.findLast((text) => text.length <= LONGEST_SIDE && viewpointOf(text) !== null);
  const viewpoint = heading === undefined ? null : viewpointOf(heading);
  viewpoints.set(headings, viewpoint);
  return viewpoint;
}

const LONGEST_SIDE = 20;
const viewpoints = new WeakMap<readonly string[], Viewpoint | null>();

/** Asked for every line of a table, which has one list of headings. */
const tiers = new WeakMap<readonly string[], Indicator["tier"]>();

function findTier(headings: readonly string[]): Indicator["tier"] {
  for (const heading of [...headings].reverse()) {
    const tier = tierOf(heading);
    if (tier !== null) return tier;
  }
  return null;
}

/** The unit that an indicator's figures share, after scales were taken out. */
export function commonUnit(figures: readonly (Figure | null)[], stated: string | null): string | null {
  for (const figure of figures) if (figure?.state === "set" && figure.unit !== null) return figure.unit;
  return stated;
}

export function accumulationOf(name: string, unit: string | null, target: Figure | null): Indicator["accumulation"] {
  if (target?.qualifiers.includes("cumulative") === true) return "cumulative";
  if (/累計|累積/u.test(squash(`${name}${unit ?? ""}`))) return "cumulative";
  if (target?.qualifiers.includes("per-year") === true || /年間|単年/u.test(name)) return "single";
  return "unknown";
}

/** The unit as the document shows it: scale taken out, spelling normalised. */
export function statedUnit(unitText: string | null, caption: string | null): string | null {
  const text = unitText ?? caption;
  return text === null ? null : unitWithoutScale(text);
}

function unitWithoutScale(text: string): string | null {
  return unscaled(text).unit;
}

/** In an object, since "no unit" is an answer to keep as well. */
const unscaled = memo(500, (text) => ({ unit: readFigure(1, "General", { unit: text, date1904: false }).unit }));
