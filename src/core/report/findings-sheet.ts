import { describeFinding } from "../messages/ja";
import { ruleTitles, severityTerms } from "../messages/terms.ja";
import type { Finding, Severity } from "../validate/finding";
import { formatPlace } from "./format";
import type { ReportInput } from "./input";
import type { PlanCell, PlanSheet } from "./plan";
import { printSetup } from "./print";
import { cell, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import type { CellRole } from "./theme";

/** 指摘一覧: what is wrong, where, why it matters and what to do; with a column for what was done. */

const TEXTS = texts.findings;
const WIDTHS: readonly number[] = [6, 9, 22, 20, 42, 34, 13];
const ORDER: readonly Severity[] = ["error", "warning", "info"];
const ROLES: Readonly<Record<Severity, CellRole>> = {
  error: "severity-error",
  warning: "severity-warning",
  info: "severity-info",
};

/** A text says first what stands there and why it matters, then what to do: its last sentence. */
export function splitMessage(message: string): readonly [string, string] {
  const end = message.lastIndexOf("。", message.length - 2);
  return end < 0 ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 1)];
}

function ruleTitle(rule: string): string {
  return Object.entries(ruleTitles).find(([id]) => id === rule)?.[1] ?? rule;
}

function findingCells(number: number, finding: Finding, accepted: ReadonlySet<string>): readonly PlanCell[] {
  const [what, remedy] = splitMessage(describeFinding(finding));
  const isAccepted = accepted.has(`${finding.rule}\u0000${finding.key}`);
  return [
    cell(number, "text-center"),
    cell(severityTerms[finding.severity], ROLES[finding.severity]),
    cell(ruleTitle(finding.rule), "text"),
    cell(formatPlace(finding.at), "place", { source: finding.at }),
    cell(what, "text"),
    cell(remedy, "text"),
    cell(isAccepted ? TEXTS.accepted : null, "answer"),
  ];
}

/** 「要修正 33件、要確認 3件」. */
export function countBySeverity(findings: readonly Finding[]): string {
  return ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${severityTerms[severity]} ${String(count)}件`];
  }).join("、");
}

export function findingsSheet(input: ReportInput): PlanSheet {
  const { findings } = input;
  const accepted = new Set(input.settings.accepted.map(({ rule, key }) => `${rule}\u0000${key}`));
  const builder = new SheetBuilder(WIDTHS);
  builder.line(TEXTS.title, "title");
  builder.line(findings.length === 0 ? TEXTS.none : TEXTS.lead(countBySeverity(findings)), "note");
  builder.gap();
  const isEmpty = findings.length === 0;
  const header = isEmpty ? builder.gap() : builder.row(TEXTS.columns.map((title) => cell(title, "header")), 24);
  const sorted = ORDER.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
  sorted.forEach((finding, index) => {
    builder.row(findingCells(index + 1, finding, accepted));
  });
  const { extent } = builder;
  return {
    key: "findings",
    name: sheetNames.findings,
    tab: "worse",
    columnWidths: WIDTHS,
    rows: builder.rows,
    freeze: { rows: isEmpty ? 0 : header + 1, columns: 0 },
    tables: [],
    filter: isEmpty ? null : { ...extent, top: header },
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: extent,
      titleRows: isEmpty ? null : [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}　${input.file}`,
    }),
  };
}
