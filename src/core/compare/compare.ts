import type { Figure, Indicator, LogicLink, Measure, PlanModel, Revision, WorkItem } from "../model";
import type { CellAddress } from "../sheet/address";
import { formatPeriod, squash } from "../text";
import type { Change, ChangeKind, ChangeSubject } from "./change";
import { matchItems, nameKey, spellingKey, type Matchable } from "./match";

interface Entry<T> extends Matchable {
  readonly item: T;
  readonly at: CellAddress;
}

interface Pair<T> {
  readonly subject: ChangeSubject;
  readonly old: Entry<T>;
  readonly young: Entry<T>;
}

function listKey(text: string | null): string {
  return spellingKey(text ?? "").replace(/[、,・]/gu, "");
}

/** Texts are one where they differ only in width, white space or punctuation of a list. */
function isSameText(a: string | null, b: string | null): boolean {
  return listKey(a) === listKey(b);
}

function* textChange<T>({ subject, old, young }: Pair<T>, kind: ChangeKind, before: string | null, after: string | null, atOld: CellAddress | null, atNew: CellAddress | null): Iterable<Change> {
  if (isSameText(before, after)) return;
  yield { kind, subject, name: old.name, newName: null, before, after, beforeText: before, afterText: after, atOld: atOld ?? old.at, atNew: atNew ?? young.at };
}

/** What a figure says, whatever its spelling: 466千人 and 466,000人 say the same, 50 and 50以上 do not; no value is no value. */
function meaningOf(figure: Figure | null): string {
  if (figure === null || figure.state === "blank") return "";
  if (figure.state === "not-applicable") return figure.state;
  return figure.amount === null ? nameKey(figure.raw) : [figure.amount, ...[...figure.qualifiers].sort()].join(" ");
}

function textOf(figure: Figure | null): string | null {
  return figure === null || figure.state === "blank" ? null : figure.raw;
}

function* figureChange<T>({ subject, old }: Pair<T>, kind: ChangeKind, before: Figure | null, after: Figure | null): Iterable<Change> {
  if (meaningOf(before) === meaningOf(after)) return;
  yield {
    kind,
    subject,
    name: old.name,
    newName: null,
    before: before?.amount ?? null,
    after: after?.amount ?? null,
    beforeText: textOf(before),
    afterText: textOf(after),
    atOld: before?.at ?? null,
    atNew: after?.at ?? null,
  };
}

/** Figures by their year. Without one they are told apart by their order. */
function byPeriod(figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>();
  for (const figure of figures) {
    const period = figure.period === null ? "" : formatPeriod(figure.period);
    let key = period;
    for (let count = 2; found.has(key); count++) key = `${period}#${String(count)}`;
    found.set(key, figure);
  }
  return found;
}

function* yearlyChanges(pair: Pair<Indicator>, kind: ChangeKind, before: ReadonlyMap<string, Figure>, after: ReadonlyMap<string, Figure>): Iterable<Change> {
  for (const period of new Set([...before.keys(), ...after.keys()])) yield* figureChange(pair, kind, before.get(period) ?? null, after.get(period) ?? null);
}

/**
 * The final target against the final target, the others year by year. Where the plan goes on for another year, the old
 * final target is an interim one of the new edition, and no change.
 */
function* targetChanges(pair: Pair<Indicator>): Iterable<Change> {
  const { item: old } = pair.old;
  const { item: young } = pair.young;
  yield* figureChange(pair, "target-changed", old.target, young.target);
  const finals = [old, young].flatMap(({ target }) => (target?.period ? [formatPeriod(target.period)] : []));
  const interim = (item: Indicator): ReadonlyMap<string, Figure> => new Map([...byPeriod(item.targets)].filter(([period]) => !finals.includes(period)));
  yield* yearlyChanges(pair, "target-changed", interim(old), interim(young));
}

function* indicatorChanges(pair: Pair<Indicator>): Iterable<Change> {
  const { item: old } = pair.old;
  const { item: young } = pair.young;
  yield* targetChanges(pair);
  yield* figureChange(pair, "baseline-changed", old.baseline, young.baseline);
  yield* yearlyChanges(pair, "actual-changed", byPeriod(old.actuals), byPeriod(young.actuals));
  yield* textChange(pair, "division-changed", old.division, young.division, old.divisionAt, young.divisionAt);
  yield* textChange(pair, "text-changed", old.definition, young.definition, null, null);
  if (old.unit !== null && young.unit !== null) yield* textChange(pair, "text-changed", old.unit, young.unit, old.unitAt, young.unitAt);
  yield* textChange(pair, "text-changed", old.remarks, young.remarks, null, null);
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
      yield { kind: "renamed", subject, name: old.name, newName: young.name, before: old.name, after: young.name, beforeText: old.name, afterText: young.name, atOld: old.at, atNew: young.at };
    }
    yield* within({ subject, old, young });
  }
  for (const { name, at } of removed) yield { kind: "removed", subject, name, newName: null, before: name, after: null, beforeText: name, afterText: null, atOld: at, atNew: null };
  for (const { name, at } of added) yield { kind: "added", subject, name, newName: null, before: null, after: name, beforeText: null, afterText: name, atOld: null, atNew: at };
}

function amountText(figure: Figure | null): string | null {
  const amount = figure?.amount ?? null;
  return amount === null ? textOf(figure) : String(amount);
}

function indicatorEntries(model: PlanModel): readonly Entry<Indicator>[] {
  const titles = new Map(model.workItems.map(({ id, title }) => [id, title]));
  return model.indicators.map((item) => ({
    item,
    name: item.name,
    at: item.at,
    context: [item.workItem === null ? null : (titles.get(item.workItem) ?? null), item.viewpoint, item.tier, ...item.headings.slice(-3)],
    traits: [item.unit, amountText(item.baseline), amountText(item.target), item.division, item.definition, item.workItem === null ? null : (titles.get(item.workItem) ?? null)],
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
