import type { Figure, Indicator, LogicLink, Measure, PlanModel, Revision, WorkItem } from "../model";
import type { CellAddress } from "../sheet/address";
import { formatPeriod, squash, type Period } from "../text";
import type { Change, ChangeKind, ChangeSubject } from "./change";
import { matchItems, nameKey, type Matchable } from "./match";

interface Entry<T> extends Matchable {
  readonly item: T;
  readonly at: CellAddress;
}

type Value = number | string | null;

interface Pair<T> {
  readonly subject: ChangeSubject;
  readonly old: Entry<T>;
  readonly young: Entry<T>;
}

/** What a figure says, for comparing: its amount; else its words; null for a blank cell. */
function figureValue(figure: Figure | null): Value {
  if (figure === null || figure.state === "blank") return null;
  return figure.amount ?? figure.raw;
}

function isSameValue(a: Value, b: Value): boolean {
  if (typeof a === "string" && typeof b === "string") return nameKey(a) === nameKey(b);
  return a === b;
}

/** Texts are one where they differ only in width, white space or punctuation of a list. */
function isSameText(a: string | null, b: string | null): boolean {
  return squash(a ?? "").replace(/[、,・]/gu, "") === squash(b ?? "").replace(/[、,・]/gu, "");
}

function* textChange<T>({ subject, old, young }: Pair<T>, kind: ChangeKind, before: string | null, after: string | null, atOld: CellAddress | null, atNew: CellAddress | null): Iterable<Change> {
  if (!isSameText(before, after)) yield { kind, subject, name: old.name, newName: null, before, after, atOld: atOld ?? old.at, atNew: atNew ?? young.at };
}

function* figureChange<T>({ subject, old }: Pair<T>, kind: ChangeKind, before: Figure | null, after: Figure | null): Iterable<Change> {
  const [a, b] = [figureValue(before), figureValue(after)];
  if (!isSameValue(a, b)) yield { kind, subject, name: old.name, newName: null, before: a, after: b, atOld: before?.at ?? null, atNew: after?.at ?? null };
}

function periodKey(period: Period | null): string {
  return period === null ? "" : formatPeriod(period);
}

/** 実績値 year by year. A year that only one edition has a column for counts as blank in the other. */
function* actualChanges(pair: Pair<Indicator>): Iterable<Change> {
  const before = new Map(pair.old.item.actuals.map((figure) => [periodKey(figure.period), figure]));
  const after = new Map(pair.young.item.actuals.map((figure) => [periodKey(figure.period), figure]));
  for (const period of new Set([...before.keys(), ...after.keys()])) yield* figureChange(pair, "actual-changed", before.get(period) ?? null, after.get(period) ?? null);
}

function* interimTargetChanges(pair: Pair<Indicator>): Iterable<Change> {
  const before = new Map(pair.old.item.targets.map((figure) => [periodKey(figure.period), figure]));
  for (const after of pair.young.item.targets) {
    const old = before.get(periodKey(after.period));
    if (old !== undefined) yield* figureChange(pair, "target-changed", old, after);
  }
}

function* indicatorChanges(pair: Pair<Indicator>): Iterable<Change> {
  const { item: old } = pair.old;
  const { item: young } = pair.young;
  yield* figureChange(pair, "target-changed", old.target, young.target);
  yield* interimTargetChanges(pair);
  yield* figureChange(pair, "baseline-changed", old.baseline, young.baseline);
  yield* actualChanges(pair);
  yield* textChange(pair, "division-changed", old.division, young.division, old.divisionAt, young.divisionAt);
  yield* textChange(pair, "text-changed", old.definition, young.definition, null, null);
  if (old.unit !== null && young.unit !== null) yield* textChange(pair, "text-changed", old.unit, young.unit, old.unitAt, young.unitAt);
}

function* workItemChanges(pair: Pair<WorkItem>): Iterable<Change> {
  const { item: old } = pair.old;
  const { item: young } = pair.young;
  yield* textChange(pair, "status-changed", old.status?.raw ?? null, young.status?.raw ?? null, old.statusAt, young.statusAt);
  const names = (item: WorkItem): string | null => (item.divisions.length === 0 ? null : item.divisions.join("、"));
  const sorted = (item: WorkItem): string => [...item.divisions].map(squash).sort().join("、");
  if (sorted(old) !== sorted(young)) yield* textChange(pair, "division-changed", names(old), names(young), old.divisionAt, young.divisionAt);
  yield* textChange(pair, "text-changed", old.summary, young.summary, null, null);
  yield* textChange(pair, "text-changed", old.remarks, young.remarks, null, null);
  const schedule = (item: WorkItem): string => item.schedule.map(({ period, raw }) => `${formatPeriod(period)} ${raw}`).join("、");
  yield* textChange(pair, "text-changed", schedule(old), schedule(young), null, null);
}

function* measureChanges(pair: Pair<Measure>): Iterable<Change> {
  yield* textChange(pair, "text-changed", pair.old.item.remarks, pair.young.item.remarks, null, null);
}

function* revisionChanges(pair: Pair<Revision>): Iterable<Change> {
  yield* textChange(pair, "text-changed", pair.old.item.issuedOn, pair.young.item.issuedOn, pair.old.item.issuedOnAt, pair.young.item.issuedOnAt);
  yield* textChange(pair, "text-changed", pair.old.item.change, pair.young.item.change, null, null);
}

function* compareEntries<T>(subject: ChangeSubject, before: readonly Entry<T>[], after: readonly Entry<T>[], renames: boolean, within: (pair: Pair<T>) => Iterable<Change>): Iterable<Change> {
  const { pairs, removed, added } = matchItems(before, after, { renames });
  for (const [old, young] of pairs) {
    if (nameKey(old.name) !== nameKey(young.name)) {
      yield { kind: "renamed", subject, name: old.name, newName: young.name, before: old.name, after: young.name, atOld: old.at, atNew: young.at };
    }
    yield* within({ subject, old, young });
  }
  for (const { name, at } of removed) yield { kind: "removed", subject, name, newName: null, before: name, after: null, atOld: at, atNew: null };
  for (const { name, at } of added) yield { kind: "added", subject, name, newName: null, before: null, after: name, atOld: null, atNew: at };
}

function text(value: Value): string | null {
  return value === null ? null : String(value);
}

function indicatorEntries(model: PlanModel): readonly Entry<Indicator>[] {
  const titles = new Map(model.workItems.map(({ id, title }) => [id, title]));
  return model.indicators.map((item) => ({
    item,
    name: item.name,
    at: item.at,
    context: [item.workItem === null ? null : (titles.get(item.workItem) ?? null), item.viewpoint, item.tier, ...item.headings.slice(-3)],
    traits: [item.unit, text(figureValue(item.baseline)), text(figureValue(item.target)), item.division, item.definition, item.workItem === null ? null : (titles.get(item.workItem) ?? null)],
  }));
}

function workItemEntries(model: PlanModel): readonly Entry<WorkItem>[] {
  const names = new Map<string, string>();
  for (const { workItem, name } of model.indicators) if (workItem !== null) names.set(workItem, `${names.get(workItem) ?? ""}${name}`);
  return model.workItems.map((item) => ({
    item,
    name: item.title,
    at: item.at,
    context: [item.reformArea, item.policy, item.program, item.theme],
    traits: [item.summary, item.divisions.join("、") || null, names.get(item.id) ?? null, item.theme, item.no],
  }));
}

function measureEntries(model: PlanModel): readonly Entry<Measure>[] {
  return model.measures.map((item) => ({ item, name: item.title, at: item.at, context: [item.reformArea, item.theme], traits: [item.theme, item.remarks, item.no] }));
}

function revisionEntries(model: PlanModel): readonly Entry<Revision>[] {
  return model.revisions.map((item) => ({ item, name: item.edition, at: item.at, context: [item.issuedOn], traits: [item.change] }));
}

function linkEntries(model: PlanModel): readonly Entry<LogicLink>[] {
  return model.links.flatMap((item) => (item.to === null ? [] : [{ item, name: `${item.from} → ${item.to}`, at: item.fromAt, context: [], traits: [] }]));
}

/** What changed between two editions, in reading order of the older one. Two equal editions give nothing. */
export function compareModels(before: PlanModel, after: PlanModel): readonly Change[] {
  return [
    ...compareEntries("work-item", workItemEntries(before), workItemEntries(after), true, workItemChanges),
    ...compareEntries("indicator", indicatorEntries(before), indicatorEntries(after), true, indicatorChanges),
    ...compareEntries("measure", measureEntries(before), measureEntries(after), true, measureChanges),
    ...compareEntries("logic-link", linkEntries(before), linkEntries(after), false, () => []),
    ...compareEntries("revision", revisionEntries(before), revisionEntries(after), false, revisionChanges),
  ];
}
