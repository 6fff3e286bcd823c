import { describeFinding, ruleTitles, severityTerms, toA1, type Analysis, type Finding, type Severity } from "../core";
import { texts } from "./texts.ja";

const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

function findingLines(findings: readonly Finding[]): readonly string[] {
  const lines: string[] = [];
  let sheet = "";
  for (const finding of findings) {
    if (finding.at.sheet !== sheet) {
      sheet = finding.at.sheet;
      lines.push("", `【${sheet}】`);
    }
    lines.push(`  ${toA1(finding.at).padEnd(6)} ${severityTerms[finding.severity]}\u3000${describeFinding(finding)}`);
  }
  return lines;
}

/** Width in columns of a terminal: Japanese letters take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const char of text) width += /[\u0000-\u00ff\uff61-\uff9f]/u.test(char) ? 1 : 2;
  return width;
}

function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

function countLines(findings: readonly Finding[]): readonly string[] {
  const rows: { readonly severity: string; readonly rule: string; readonly count: number }[] = [];
  for (const severity of SEVERITIES) {
    const counts = new Map<string, number>();
    for (const finding of findings) if (finding.severity === severity) counts.set(finding.rule, (counts.get(finding.rule) ?? 0) + 1);
    for (const [rule, count] of counts) rows.push({ severity: severityTerms[severity], rule: ruleTitle(rule), count });
  }
  rows.push({ severity: texts.check.total, rule: "", count: findings.length });
  const ruleWidth = Math.max(...rows.map(({ rule }) => widthOf(rule)));
  const severityWidth = Math.max(...rows.map(({ severity }) => widthOf(severity)));
  return rows.map(({ severity, rule, count }) => `  ${pad(severity, severityWidth)}  ${pad(rule, ruleWidth)}  ${String(count).padStart(6)}`);
}

function ruleTitle(rule: string): string {
  return Object.entries(ruleTitles).find(([id]) => id === rule)?.[1] ?? rule;
}

/** 点検の結果 for a person: what was read, each finding with its cell, a table of counts, what to do next. */
export function findingsText(analysis: Analysis): string {
  const { model, findings, accepted, crashes } = analysis;
  const blank = model.indicators.filter(({ target }) => target?.state === "blank").length;
  const set = model.indicators.filter(({ target }) => target?.state === "set" || target?.state === "qualitative").length;
  const lines = [
    texts.check.title(analysis.file, analysis.asOf),
    "",
    texts.check.read,
    `  ${texts.check.counts(model.tables.length, model.indicators.length, model.workItems.length)}`,
    ...(model.indicators.length > 0 ? [`  ${texts.check.targets(set, model.indicators.length, blank)}`] : []),
    "",
  ];
  if (findings.length === 0) lines.push(texts.check.none);
  else lines.push(texts.check.findings, ...findingLines(findings), "", texts.check.byRule, ...countLines(findings), "", texts.check.next);
  if (accepted.length > 0) lines.push(texts.check.accepted(accepted.length));
  if (model.notRead.length > 0) lines.push("", texts.check.notRead, ...model.notRead.map(({ sheet, because }) => `  ${sheet}: ${texts.check.because[because]}`));
  for (const { rule } of crashes) lines.push("", texts.check.crashed(ruleTitle(rule)));
  return `${lines.join("\n")}\n`;
}
