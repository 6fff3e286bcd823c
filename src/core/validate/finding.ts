import type { CellAddress } from "../sheet/address";

export type Severity = "error" | "warning" | "info";

export type FindingParams = Readonly<Record<string, string | number>>;

/** 直し方の候補. Only where the cell can be mended safely; never applied unasked. */
export interface Suggestion {
  readonly at: CellAddress;
  /** What the cell would hold; a number is written as a number. */
  readonly value: string | number;
}

/**
 * 指摘. One thing the staff should look at. Carries facts, not prose: the text comes from `messages/`, so a finding can
 * be counted, highlighted, exported and translated without parsing a sentence.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly at: CellAddress;
  readonly params: FindingParams;
  readonly suggestion?: Suggestion;
  /** What an accepted finding is held by: the subject, not the place. */
  readonly key: string;
}

/** A rule that threw: our bug, not the user's. Shown apart from findings, so that a crash never reads as a clean sheet. */
export interface RuleCrash {
  readonly rule: string;
  readonly cause: string;
}
