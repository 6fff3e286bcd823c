import type { Severity } from "../../core";
import type { FindingView, Outcome } from "../engine/outcome";
import { foldForSearch } from "./fold";

/** What the list of findings shows, in which order, and which of it is open. */
export interface ListState {
  readonly severities: readonly Severity[];
  readonly rule: string | null;
  readonly search: string;
  /** The gravest first, or as they stand on the sheets. */
  readonly order: "severity" | "sheet";
  /** The finding that is open; kept over checks by its id. */
  readonly selected: string | null;
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, info: 2 };

/** The findings that filter and search leave, the gravest first or as they stand on the sheets. `findings` is in reading order. */
export function visibleFindings(findings: readonly FindingView[], { severities, rule, search, order }: ListState): readonly FindingView[] {
  const words = search.split(/[\s\u3000]+/u).map(foldForSearch).filter((word) => word !== "");
  const left = findings.filter(
    (finding) =>
      severities.includes(finding.severity) && (rule === null || finding.rule === rule) && words.every((word) => finding.search.includes(word)),
  );
  // The sort is stable: those of one severity stay in reading order.
  return order === "severity" ? left.sort((a, b) => RANK[a.severity] - RANK[b.severity]) : left;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

export function countBySeverity(findings: readonly FindingView[]): Readonly<Record<Severity, number>> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** Rules that found something, the gravest and most frequent first. */
export function countByRule({ findings }: Pick<Outcome, "findings">): readonly RuleCount[] {
  const counts = new Map<string, { rule: string; severity: Severity; count: number }>();
  for (const { rule, severity } of findings) {
    const entry = counts.get(rule);
    if (entry === undefined) counts.set(rule, { rule, severity, count: 1 });
    else entry.count++;
  }
  return [...counts.values()].sort((a, b) => RANK[a.severity] - RANK[b.severity] || b.count - a.count);
}
