import type { Severity } from "../../core";
import type { FindingView, Outcome } from "../engine/outcome";
import { foldForSearch } from "./fold";
import type { ListState } from "./pane-state";

/** The findings that filter and search leave, in reading order. */
export function visibleFindings(findings: readonly FindingView[], { severities, rule, search }: ListState): readonly FindingView[] {
  const words = search.split(/[\s\u3000]+/u).map(foldForSearch).filter((word) => word !== "");
  return findings.filter(
    (finding) =>
      severities.includes(finding.severity) && (rule === null || finding.rule === rule) && words.every((word) => finding.search.includes(word)),
  );
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
  const rank = { error: 0, warning: 1, info: 2 };
  return [...counts.values()].sort((a, b) => rank[a.severity] - rank[b.severity] || b.count - a.count);
}
