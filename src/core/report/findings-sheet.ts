import { describeFinding } from "../messages/ja";
import { ruleTitles, severityTerms } from "../messages/terms.ja";
import { toA1 } from "../sheet/address";
import type { Finding, Severity } from "../validate/finding";
import type { AcceptedFinding } from "../validate/run";
import { formatDay, formatPlace } from "./format";
import type { ReportInput } from "./input";
import type { PlanCell, PlanSheet } from "./plan";
import { PAGE_HEIGHTS, PAGE_WIDTHS, printSetup } from "./print";
import { groupBy, groupLine } from "./rows";
import { cell, rowKey, SheetBuilder } from "./sheet-builder";
import { sheetNames, texts } from "./texts.ja";
import { textWidth } from "./text-width";
import { roleStyles, STANDARD_SIZE, type CellRole } from "./theme";

/** 指摘一覧: what is wrong, where, why it matters and what to do; with a column for what was done. */

const TEXTS = texts.findings;
/** Number, severity and what was done; the place takes what it needs, the text what is left. */
const WIDTHS = { number: 5, severity: 8, answer: 24, place: { least: 16.5, most: 22 } } as const;
const ORDER: readonly Severity[] = ["error", "warning", "info"];
const ROLES: Readonly<Record<Severity, CellRole>> = {
  error: "severity-error",
  warning: "severity-warning",
  info: "severity-info",
};
/** More remarks of one kind than these are one block: what is only for reference must not bury what is to be mended. */
const MOST_REMARKS = 5;

/** A text says first what stands there and why it matters, then what to do: its last sentence. */
export function splitMessage(message: string): readonly [string, string] {
  const end = message.lastIndexOf("。", message.length - 2);
  return end < 0 ? [message, ""] : [message.slice(0, end + 1), message.slice(end + 1)];
}

function ruleTitle(rule: string): string {
  return Object.entries(ruleTitles).find(([id]) => id === rule)?.[1] ?? rule;
}

/** 「要修正 33件、要確認 3件」. */
export function countBySeverity(findings: readonly Finding[]): string {
  return ORDER.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [`${severityTerms[severity]} ${String(count)}件`];
  }).join("、");
}

function lastCell(reason: string | null): PlanCell {
  return reason === null ? cell(null, "answer") : cell(reason, "text");
}

function findingCells(number: number, finding: Finding, what: string, reason: string | null): readonly PlanCell[] {
  return [
    cell(number, "text-center"),
    cell(severityTerms[finding.severity], ROLES[finding.severity]),
    cell(formatPlace(finding.at), "place", { source: finding.at }),
    cell(what, "text"),
    lastCell(reason),
  ];
}

/** 「第３章!B7、B13、C20」, a line a sheet. */
function placesOf(findings: readonly Finding[]): string {
  const sheets = groupBy(findings, ({ at }) => at.sheet);
  return [...sheets].map(([sheet, list]) => TEXTS.places(sheet, list.map(({ at }) => toA1(at)).join("、"))).join("\n");
}

/** Many remarks of one kind: the first as an example, and the places of all. */
function blockCells(number: number, first: Finding, findings: readonly Finding[], what: string): readonly PlanCell[] {
  return findingCells(number, first, `${TEXTS.example(what, findings.length - 1)}\n${placesOf(findings)}`, null);
}

/** What all of a kind have in common stands once, above them; a remedy of its own stands with its finding. */
function writeKind(builder: SheetBuilder, findings: readonly Finding[], from: number): number {
  const first = findings[0];
  if (first === undefined) return from;
  const messages = findings.map((finding) => splitMessage(describeFinding(finding)));
  const remedies = new Set(messages.map(([, remedy]) => remedy));
  const shared = remedies.size === 1 ? (messages[0]?.[1] ?? "") : "";
  const textOf = (index: number): string => {
    const [what = "", remedy = ""] = messages[index] ?? [];
    return shared === "" ? `${what}${remedy}` : what;
  };
  const isBlock = first.severity === "info" && findings.length > MOST_REMARKS;
  const cells = isBlock
    ? [blockCells(from + 1, first, findings, textOf(0))]
    : findings.map((finding, index) => findingCells(from + index + 1, finding, textOf(index), null));
  const follows = (shared === "" ? 0 : builder.lineHeight(TEXTS.remedy(shared), "note")) + builder.heightOf(cells[0] ?? []);
  groupLine(builder, first.rule, TEXTS.groupLine(severityTerms[first.severity], ruleTitle(first.rule), findings.length), follows);
  if (shared !== "") builder.line(TEXTS.remedy(shared), "note");
  cells.forEach((row, index) => {
    const key = isBlock ? first.rule : rowKey(first.rule, findings[index]?.key ?? "");
    builder.row(row, undefined, key);
  });
  return from + cells.length;
}

function reasonText({ reason, on }: AcceptedFinding): string {
  return on === null ? reason : TEXTS.acceptedOn(reason, formatDay(on));
}

function writeAccepted(builder: SheetBuilder, accepted: readonly AcceptedFinding[]): void {
  builder.continueWith(null);
  if (accepted.length === 0) return;
  builder.gap();
  builder.keep(24 + 20 + 24 + 36);
  builder.heading(TEXTS.accepted);
  builder.line(TEXTS.acceptedLead(accepted.length), "note");
  builder.row(TEXTS.acceptedColumns.map((title) => cell(title, "header")));
  accepted.forEach((item, index) => {
    const [what] = splitMessage(describeFinding(item.finding));
    builder.row(findingCells(index + 1, item.finding, what, reasonText(item)));
  });
}

function columnWidths(findings: readonly Finding[]): readonly number[] {
  const scale = roleStyles.place.size / STANDARD_SIZE;
  const widest = findings.reduce((most, { at }) => Math.max(most, textWidth(formatPlace(at)) * scale + 1.5), 0);
  const place = Math.min(Math.max(WIDTHS.place.least, Math.ceil(widest * 10) / 10), WIDTHS.place.most);
  const { number, severity, answer } = WIDTHS;
  return [number, severity, place, PAGE_WIDTHS.a4 - number - severity - place - answer, answer];
}

/** Undefined where nothing was found and nothing accepted. */
export function findingsSheet(input: ReportInput): PlanSheet | undefined {
  const { findings, accepted = [] } = input;
  if (findings.length === 0 && accepted.length === 0) return undefined;
  const kinds = ORDER.flatMap((severity) => [
    ...groupBy(findings.filter((finding) => finding.severity === severity), ({ rule }) => rule).values(),
  ]);
  const isShortened = kinds.some((list) => list[0]?.severity === "info" && list.length > MOST_REMARKS);
  const builder = new SheetBuilder(columnWidths([...findings, ...accepted.map(({ finding }) => finding)]), PAGE_HEIGHTS.a4);
  builder.line(TEXTS.title, "title");
  builder.line(findings.length === 0 ? TEXTS.none : TEXTS.lead(countBySeverity(findings)), "note");
  if (isShortened) builder.line(TEXTS.groupedLead(MOST_REMARKS), "note");
  builder.gap();
  const header = findings.length === 0 ? null : builder.row(TEXTS.columns.map((title) => cell(title, "header")), 24);
  if (header !== null) builder.repeat(header);
  let number = 0;
  for (const kind of kinds) number = writeKind(builder, kind, number);
  writeAccepted(builder, accepted);
  return {
    key: "findings",
    name: sheetNames.findings,
    tab: "worse",
    columnWidths: builder.columnWidths,
    rows: builder.rows,
    freeze: { rows: header === null ? 0 : header + 1, columns: 0 },
    tables: [],
    filter: null,
    validations: [],
    charts: [],
    print: printSetup({
      paper: "a4",
      area: builder.extent,
      titleRows: header === null ? null : [header, header],
      asOf: input.asOf,
      title: `${TEXTS.title}\u3000${input.file}`,
      breakAfterRows: builder.breakAfterRows,
    }),
  };
}
