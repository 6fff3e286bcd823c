import type { Analysis } from "../../src/core";
import type { Figure } from "../../src/core/model";
import { toA1 } from "../../src/core/sheet/address";
import { toRangeA1 } from "../../src/core/sheet/region";
import type { Expected, ExpectedFigure, ExpectedIndicator, ExpectedTable, ExpectedWorkItem, Place } from "./expected";
import type { Period } from "../../src/core/text";

/** One thing that was read otherwise than it was drawn. */
export interface Difference {
  readonly what: string;
  readonly expected: string;
  readonly got: string;
}

const period = (one: Period | null): string => (one === null ? "-" : one.kind === "date" ? (one.date ?? "?") : `${one.year}${one.kind === "fiscal-year" ? "年度" : "年"}`);

function show(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Collects differences; a field that the drawing leaves open is not compared. */
class Comparison {
  readonly found: Difference[] = [];

  same(what: string, expected: unknown, got: unknown): void {
    if (expected === undefined || show(expected) === show(got)) return;
    this.found.push({ what, expected: show(expected), got: show(got) });
  }
}

const figureText = (one: ExpectedFigure | Figure | null): string => {
  if (one === null) return "none";
  const value = one.state === "set" ? ` ${String(one.amount)} ${one.unit ?? "-"} ${one.qualifier ?? ""}` : "";
  return `${toA1(one.at)} ${one.state}${value} ${period(one.period)}`;
};

function compareTable(to: Comparison, expected: ExpectedTable, got: Analysis["model"]["tables"][number]): void {
  const where = `table ${toRangeA1(expected.region)}`;
  to.same(`${where} kind`, expected.kind, got.kind);
  to.same(`${where} orientation`, expected.orientation, got.orientation);
  to.same(`${where} range`, toRangeA1(expected.region), toRangeA1(got.region));
  to.same(`${where} headerRows`, expected.headerRows, got.headerRows);
  to.same(`${where} headings`, expected.headings, got.headings);
  for (const field of expected.fields) {
    const at = toA1(field.at);
    const read = got.fields.find((one) => one.at.row === field.at.row && one.at.column === field.at.column);
    to.same(`${where} field ${at} ${field.header ?? ""}`, `${field.field} ${period(field.period)}`, read === undefined ? "none" : `${read.field} ${period(read.period)}`);
    if (read !== undefined) to.same(`${where} label ${at}`, field.header, read.header);
  }
  if (expected.orientation === "rows" || expected.orientation === "row-groups") to.same(`${where} number of fields`, expected.fields.length, got.fields.length);
}

function compareIndicator(to: Comparison, expected: ExpectedIndicator, got: Analysis["model"]["indicators"][number], analysis: Analysis): void {
  const where = `indicator ${toA1(expected.at)} ${expected.name}`;
  const list = (figures: readonly (ExpectedFigure | Figure)[]): string => figures.map(figureText).join("; ");
  to.same(`${where} name`, expected.name, got.name);
  to.same(`${where} unit`, expected.unit, got.unit);
  to.same(`${where} tier`, expected.tier, got.tier);
  to.same(`${where} viewpoint`, expected.viewpoint, got.viewpoint);
  to.same(`${where} definition`, expected.definition, got.definition);
  to.same(`${where} division`, expected.division, got.division);
  to.same(`${where} rating`, expected.rating, got.statedRating);
  to.same(`${where} policy`, expected.policy, got.policy);
  to.same(`${where} program`, expected.program, got.program);
  to.same(`${where} baseline`, figureText(expected.baseline), figureText(got.baseline));
  to.same(`${where} target`, figureText(expected.target), figureText(got.target));
  to.same(`${where} targets`, list(expected.targets), list(got.targets));
  to.same(`${where} actuals`, list(expected.actuals), list(got.actuals));
  to.same(`${where} rates`, expected.rates, expected.rates === undefined ? undefined : got.statedRates.map(({ amount }) => amount));
  to.same(`${where} workItem`, expected.workItem, analysis.model.workItems.find(({ id }) => id === got.workItem)?.title ?? null);
}

function compareItem(to: Comparison, expected: ExpectedWorkItem, got: Analysis["model"]["workItems"][number]): void {
  const where = `item ${toA1(expected.at)} ${expected.title}`;
  to.same(`${where} title`, expected.title, got.title);
  to.same(`${where} no`, expected.no, got.no);
  to.same(`${where} reformArea`, expected.reformArea, got.reformArea);
  to.same(`${where} policy`, expected.policy, got.policy);
  to.same(`${where} program`, expected.program, got.program);
  to.same(`${where} theme`, expected.theme, got.theme);
  to.same(`${where} summary`, expected.summary, got.summary);
  to.same(`${where} divisions`, expected.divisions, got.divisions);
  to.same(`${where} status`, expected.status, got.status?.value ?? null);
  to.same(`${where} schedule`, expected.schedule, got.schedule.map((one) => `${period(one.period)} ${one.raw}`));
}

const places = (list: readonly { readonly at: Place }[], text: (one: never) => string): string => list.map((one) => `${toA1(one.at)} ${text(one as never)}`).join(", ");

/** What was read otherwise than drawn; empty if the reading gives the model back. */
export function differences(expected: Expected, analysis: Analysis): readonly Difference[] {
  const to = new Comparison();
  const { model } = analysis;
  const byPlace = <T extends { readonly at: Place }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => a.at.row - b.at.row || a.at.column - b.at.column);
  const frame = ({ kind, region }: { readonly kind: string; readonly region: ExpectedTable["region"] }): string => `${toRangeA1(region)} ${kind}`;
  const corner = <T extends { readonly region: ExpectedTable["region"] }>(list: readonly T[]): readonly T[] => [...list].sort((a, b) => a.region.top - b.region.top || a.region.left - b.region.left || b.region.bottom - a.region.bottom);
  const tables = corner(model.tables);
  const wanted = corner(expected.tables);
  if (tables.length !== wanted.length) to.same("tables", wanted.map(frame).join(", "), tables.map(frame).join(", "));
  else wanted.forEach((table, index) => { compareTable(to, table, tables[index]!); });
  pairwise(to, "indicators", byPlace(expected.indicators), byPlace(model.indicators), (one) => one.name, (a, b) => { compareIndicator(to, a, b, analysis); });
  pairwise(to, "workItems", byPlace(expected.workItems), byPlace(model.workItems), (one) => one.title, (a, b) => { compareItem(to, a, b); });
  const records = (what: string, list: Expected["measures"], got: readonly { readonly text: string; readonly at: Place }[]): void => {
    to.same(what, places(list, (one: { text: string }) => one.text), places(got, (one: { text: string }) => one.text));
  };
  records("measures", expected.measures, model.measures.map(({ title, at }) => ({ text: title, at })));
  records("revisions", expected.revisions, model.revisions.map(({ edition, issuedOn, at }) => ({ text: `${edition} ${issuedOn ?? "-"}`, at })));
  records("links", expected.links, model.links.map(({ from, to: end, fromAt }) => ({ text: `${from} → ${end ?? "-"}`, at: fromAt })));
  records("bodies", expected.bodies, model.bodies.map(({ name, at }) => ({ text: name, at })));
  for (const crash of analysis.crashes) to.same("crash", "none", `${crash.rule}: ${crash.cause}`);
  return to.found;
}

function pairwise<E extends { readonly at: Place }, G extends { readonly at: Place }>(
  to: Comparison,
  what: string,
  expected: readonly E[],
  got: readonly G[],
  nameOf: (one: E | G) => string,
  compare: (a: E, b: G) => void,
): void {
  const named = (list: readonly (E | G)[]): string => list.map((one) => `${toA1(one.at)} ${nameOf(one)}`).join(", ");
  if (named(expected) === named(got)) expected.forEach((one, index) => { compare(one, got[index]!); });
  else to.same(what, named(expected), named(got));
}
