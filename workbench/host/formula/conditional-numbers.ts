import type { Region } from "../../../src/core/sheet/region";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import type { ConditionalFormatModel } from "../model/parts";
import type { SheetModel } from "../model/workbook";
import { FormulaEngine } from "./engine";

/** What a rule draws in a cell beside fill, frame and font. */
export interface Overlay {
  readonly fill?: string;
  /** データ バー: how far it reaches, from 0 to 1. */
  readonly dataBar?: { readonly share: number; readonly color: string };
  /** アイコン セット: which set, which of its icons from the lowest on, and how many it has. */
  readonly icon?: { readonly set: string; readonly index: number; readonly count: number };
  /** The icon or bar stands alone. */
  readonly hidesValue?: boolean;
}

/** A point of a scale: `min`, `max`, `num`, `percent`, `percentile`, `formula`, as files name them. */
export interface ScalePoint {
  readonly type: string;
  readonly value: string;
  readonly color?: string;
  /** The value itself belongs to the upper part. */
  readonly isInclusive?: boolean;
}

const engine = new FormulaEngine();

function percentile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return low + (high - low) * (at - Math.floor(at));
}

function resolve(point: ScalePoint, sorted: readonly number[], sheet: SheetModel, isIcon: boolean): number {
  const [low, high] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const number = Number(point.value);
  switch (point.type) {
    case "min":
    case "autoMin":
      return point.type === "autoMin" ? Math.min(0, low) : low;
    case "max":
    case "autoMax":
      return high;
    case "percent":
      return low + ((high - low) * number) / 100;
    case "percentile":
      return percentile(sorted, number / 100);
    default: {
      if (point.type === "num" && Number.isFinite(number)) return number;
      const value = engine.evaluate(point.value, sheet, 0, 0, 0, 0);
      return typeof value === "number" ? value : isIcon ? Infinity : low;
    }
  }
}

function mix(a: string, b: string, share: number): string {
  const channel = (at: number): string => {
    const [from, to] = [Number.parseInt(a.slice(at, at + 2), 16), Number.parseInt(b.slice(at, at + 2), 16)];
    return Math.round(from + (to - from) * share).toString(16).padStart(2, "0").toUpperCase();
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** All cells of a rule that hold something. */
function contentsOf(sheet: SheetModel, regions: readonly Region[]): CellContent[] {
  const found: CellContent[] = [];
  for (const region of regions) {
    for (let row = region.top; row <= Math.min(region.bottom, sheet.reach.bottom); row++) {
      for (const [column, cell] of sheet.rows.get(row) ?? []) if (cell.content !== null && column >= region.left && column <= region.right) found.push(cell.content);
    }
  }
  return found;
}

function numbersOf(format: ConditionalFormatModel, sheet: SheetModel): number[] {
  return contentsOf(sheet, format.regions).filter((content) => typeof content === "number").sort((a, b) => a - b);
}

/** Rules that need all of their cells: scales, bars, icons, the highest and lowest, what occurs twice. Undefined for the others. */
export function rulesOverNumbers(format: ConditionalFormatModel, sheet: SheetModel): ((content: CellContent | null) => Overlay | undefined) | undefined {
  switch (format.type) {
    case "ColorScale":
      return colorScale(format, sheet);
    case "DataBar":
      return dataBar(format, sheet);
    case "IconSet":
      return iconSet(format, sheet);
    case "TopBottom":
      return topBottom(format, sheet);
    case "PresetCriteria":
      return preset(format, sheet);
    default:
      return undefined;
  }
}

function colorScale(format: ConditionalFormatModel, sheet: SheetModel): (content: CellContent | null) => Overlay | undefined {
  const sorted = numbersOf(format, sheet);
  const points = ((format.rule["points"] ?? []) as readonly ScalePoint[]).map((point) => ({ at: resolve(point, sorted, sheet, false), color: point.color ?? "#FFFFFF" }));
  return (content) => {
    if (typeof content !== "number") return undefined;
    const above = points.findIndex(({ at }) => content <= at);
    const [lower, upper] = above < 0 ? [points.at(-1), points.at(-1)] : [points[Math.max(0, above - 1)], points[above]];
    if (lower === undefined || upper === undefined) return undefined;
    return { fill: mix(lower.color, upper.color, upper.at === lower.at ? 1 : Math.max(0, (content - lower.at) / (upper.at - lower.at))) };
  };
}

function dataBar(format: ConditionalFormatModel, sheet: SheetModel): (content: CellContent | null) => Overlay | undefined {
  const sorted = numbersOf(format, sheet);
  const { points = [], color = "#638EC6", showValue = true } = format.rule as { points?: readonly ScalePoint[]; color?: string; showValue?: boolean };
  const [low = 0, high = 1] = points.map((point) => resolve(point, sorted, sheet, false));
  return (content) => {
    if (typeof content !== "number") return undefined;
    const share = high === low ? 1 : Math.min(1, Math.max(0, (content - low) / (high - low)));
    return { dataBar: { share, color }, hidesValue: !showValue };
  };
}

function iconSet(format: ConditionalFormatModel, sheet: SheetModel): (content: CellContent | null) => Overlay | undefined {
  const sorted = numbersOf(format, sheet);
  const { points = [], set = "3TrafficLights1", isReversed = false, showValue = true } = format.rule as { points?: readonly ScalePoint[]; set?: string; isReversed?: boolean; showValue?: boolean };
  const limits = points.map((point) => ({ at: resolve(point, sorted, sheet, true), isInclusive: point.isInclusive ?? true }));
  return (content) => {
    if (typeof content !== "number") return undefined;
    let index = 0;
    limits.forEach(({ at, isInclusive }, place) => { if (isInclusive ? content >= at : content > at) index = place; });
    return { icon: { set, index: isReversed ? points.length - 1 - index : index, count: points.length }, hidesValue: !showValue };
  };
}

function topBottom(format: ConditionalFormatModel, sheet: SheetModel): (content: CellContent | null) => Overlay | undefined {
  const sorted = numbersOf(format, sheet);
  const { rank = 10, isPercent = false, isBottom = false } = format.rule as { rank?: number; isPercent?: boolean; isBottom?: boolean };
  const count = Math.max(1, isPercent ? Math.floor((sorted.length * rank) / 100) : rank);
  const limit = isBottom ? (sorted[Math.min(count, sorted.length) - 1] ?? -Infinity) : (sorted[Math.max(0, sorted.length - count)] ?? Infinity);
  return (content) => (typeof content === "number" && (isBottom ? content <= limit : content >= limit) ? {} : undefined);
}

const keyOf = (content: CellContent): string => (typeof content === "string" ? `t${content.toLowerCase()}` : JSON.stringify(content));

function preset(format: ConditionalFormatModel, sheet: SheetModel): ((content: CellContent | null) => Overlay | undefined) | undefined {
  const { criterion, isBelow = false, isEqual = false, deviations = 0 } = format.rule as { criterion?: string; isBelow?: boolean; isEqual?: boolean; deviations?: number };
  if (criterion === "DuplicateValues" || criterion === "UniqueValues") {
    const counts = new Map<string, number>();
    for (const content of contentsOf(sheet, format.regions)) counts.set(keyOf(content), (counts.get(keyOf(content)) ?? 0) + 1);
    return (content) => (content !== null && ((counts.get(keyOf(content)) ?? 0) > 1) === (criterion === "DuplicateValues") ? {} : undefined);
  }
  if (criterion !== "Average") return undefined;
  const numbers = numbersOf(format, sheet);
  const mean = numbers.reduce((sum, each) => sum + each, 0) / Math.max(1, numbers.length);
  const deviation = Math.sqrt(numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / Math.max(1, numbers.length));
  const limit = mean + (isBelow ? -1 : 1) * deviations * deviation;
  return (content) => (typeof content === "number" && (isBelow ? content < limit : content > limit || false) ? {} : typeof content === "number" && isEqual && content === limit ? {} : undefined);
}
