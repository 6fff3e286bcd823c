import type { Region } from "../sheet/region";
import type { Severity } from "../validate/finding";

/** Which findings are shown in the sheet. */
export interface HighlightChoice {
  readonly severities: readonly Severity[];
  readonly rules: readonly string[] | "all";
}

/** 色付けの一まとまり: cells of one rule and severity that share a look and a formula. */
export interface HighlightBlock {
  readonly sheet: string;
  readonly region: Region;
  /** Id of the rule. */
  readonly rule: string;
  readonly severity: Severity;
  /** With "=" and our marker; relative to the first cell of the region, in A1 as every Excel understands it. */
  readonly formula: string;
  /** What stands before a text while the block shows; null where the cells hold no text, and the frame alone tells. */
  readonly textMark: string | null;
}

/** 色付けの計画: which cells get which look, and by what formula that clears itself. */
export interface HighlightPlan {
  readonly blocks: readonly HighlightBlock[];
  /** Findings chosen but not shown, because a sheet would carry too many rules. The list still has them. */
  readonly omitted: number;
}
