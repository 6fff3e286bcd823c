import type { Region } from "../sheet/region";
import { formatDay } from "./format";
import type { PrintSetup } from "./plan";
import { texts } from "./texts.ja";

export interface PrintWish {
  readonly paper: "a4" | "a3";
  readonly area: Region;
  readonly titleRows: readonly [number, number] | null;
  readonly asOf: string;
  /** Stands in the header of each page. */
  readonly title: string;
  readonly breakAfterRows?: readonly number[];
  readonly pagesHigh?: number;
}

/**
 * Widths that fit on a landscape page without shrinking, in digits of the standard font; a tenth more shrinks a 9-point
 * text to 8.2 points. Paper 297 or 420 mm less margins, a digit of the standard font 5.25 points.
 */
export const PAGE_WIDTHS = { a4: 147, a3: 213 } as const;

/** Points that a page holds from the top margin to the bottom one: 210 or 297 mm less margins, and a little air. */
export const PAGE_HEIGHTS = { a4: 485, a3: 730 } as const;

/** Every sheet prints alike: landscape, one page wide, as-of day and page number on each page. */
export function printSetup(wish: PrintWish): PrintSetup {
  return {
    paper: wish.paper,
    orientation: "landscape",
    titleRows: wish.titleRows,
    area: wish.area,
    breakAfterRows: wish.breakAfterRows ?? [],
    pagesHigh: wish.pagesHigh ?? 0,
    header: { left: [wish.title], center: [], right: [texts.asOfLine(formatDay(wish.asOf))] },
    footer: { left: [{ field: "sheet-name" }], center: [{ field: "page" }, " / ", { field: "pages" }], right: [texts.product] },
  };
}
