import type { PlanModel } from "../../model";
import { memo } from "../../common/memo";
import { addressKey, compareAddresses, type CellAddress } from "../../sheet/address";
import { normalizeUnit, splitDivisions, squash } from "../../text";
import { figureNotes } from "../figures";
import { defineRule, type RuleContext } from "../rule";
import { foldSpelling, plainLabel } from "../spelling";

const KINDS = ["division", "theme", "unit"] as const;
type LabelKind = (typeof KINDS)[number];

/** A label as one cell writes it. */
interface Occurrence {
  readonly kind: LabelKind;
  readonly label: string;
  readonly at: CellAddress;
}

/** What is told every label, in the order in which the model has them. */
type Visitor = (kind: LabelKind, label: string, at: CellAddress) => void;

/**
 * 表記ゆれ. Two spellings of one label split one group in two in every filter and every count. The commonest spelling is
 * taken as the wanted one, on a tie the first; what is flagged are the cells with another.
 */
export const labelVariant = defineRule({
  id: "label-variant",
  severity: "info",
  *check(model, context) {
    const doubtful = doubtfulLabels(model, context);
    if (doubtful.size === 0) return;
    const occurrences: Occurrence[] = [];
    visitLabels(model, context, (kind, label, at) => {
      if (doubtful.has(ownKey(kind, label))) occurrences.push({ kind, label, at });
    });
    for (const spellings of groupSpellings(inReadingOrder(occurrences, model))) {
      if (spellings.size < 2) continue;
      const common = commonestOf(spellings);
      for (const [written, cells] of spellings) {
        if (written === common) continue;
        for (const { kind, label, at } of cells) {
          const isAlone = textAt(context, at) === label;
          yield {
            at,
            params: { kind, label, common },
            ...(isAlone ? { suggestion: { at, value: common } } : {}),
            subject: `${kind} / ${label}`,
          };
        }
      }
    }
  },
});

/** Labels that mean what another means: mostly none, and then no place of a label need be looked at. */
function doubtfulLabels(model: PlanModel, context: RuleContext): ReadonlySet<string> {
  const labels: Readonly<Record<LabelKind, Set<string>>> = { division: new Set(), theme: new Set(), unit: new Set() };
  visitLabels(model, context, (kind, label) => labels[kind].add(label));
  const groups = new Map<string, { readonly keys: string[]; readonly spellings: Set<string> }>();
  for (const kind of KINDS) {
    for (const label of labels[kind]) {
      const meaning = meaningOf(kind, label);
      if (meaning === undefined) continue;
      const group = groups.get(meaning) ?? { keys: [], spellings: new Set() };
      groups.set(meaning, group);
      group.keys.push(ownKey(kind, label));
      group.spellings.add(ignoresWidth(kind) ? squash(label) : label);
    }
  }
  return new Set([...groups.values()].flatMap(({ keys, spellings }) => (spellings.size > 1 ? keys : [])));
}

function ownKey(kind: LabelKind, label: string): string {
  return `${kind}\u0000${label}`;
}

function visitLabels(model: PlanModel, context: RuleContext, visit: Visitor): void {
  const { workItems, measures, bodies, indicators } = model;
  for (const { divisions, divisionAt } of [...workItems, ...bodies]) visitDivisions(divisions.map(plainLabel), divisionAt, visit);
  for (const { themeAt } of [...workItems, ...measures]) {
    // The cell, not the model: the model's label no longer tells a line break from a space.
    if (themeAt !== null) visit("theme", textAt(context, themeAt), themeAt);
  }
  for (const { division, divisionAt, unitAt } of indicators) {
    if (division !== null) visitDivisions(divisionLabels(division), divisionAt, visit);
    const unit = unitAt === null ? "" : textAt(context, unitAt);
    if (unitAt !== null && normalizeUnit(unit) !== null) visit("unit", unit, unitAt);
  }
  // Of the units written with a number only か所 and か月 are spelled in several ways.
  for (const { figure } of figureNotes(model).withOwnUnit) {
    const label = COUNTER_OF_PLACES.exec(squash(figure.raw))?.[0];
    if (label !== undefined) visit("unit", label, figure.at);
  }
}

const divisionLabels = memo(1_000, (text) => splitDivisions(text).map(plainLabel));

function visitDivisions(labels: readonly string[], at: CellAddress | null, visit: Visitor): void {
  if (at !== null) for (const label of labels) visit("division", label, at);
}

const COUNTER_OF_PLACES = /[かカヶヵケ箇個](?:所|月)/u;

function textAt(context: RuleContext, { sheet, row, column }: CellAddress): string {
  return plainLabel(context.sheet(sheet).text(row, column));
}

function inReadingOrder(labels: readonly Occurrence[], { tables }: PlanModel): readonly Occurrence[] {
  const sheetOrder = new Map<string, number>();
  for (const { sheet } of tables) if (!sheetOrder.has(sheet)) sheetOrder.set(sheet, sheetOrder.size);
  return labels.toSorted((a, b) => compareAddresses(a.at, b.at, sheetOrder));
}

type Spellings = ReadonlyMap<string, readonly Occurrence[]>;

/** By what the labels mean, then by how they are written; a merged cell that serves several items counts once. */
function groupSpellings(labels: readonly Occurrence[]): Iterable<Spellings> {
  const groups = new Map<string, Map<string, Occurrence[]>>();
  const seen = new Set<string>();
  const meanings = new Map<string, string | undefined>();
  for (const occurrence of labels) {
    const { kind, label, at } = occurrence;
    const own = ownKey(kind, label);
    const meaning = meanings.get(own) ?? meaningOf(kind, label);
    meanings.set(own, meaning);
    if (meaning === undefined) continue;
    const cell = `${own}\u0000${addressKey(at)}`;
    if (seen.has(cell)) continue;
    seen.add(cell);
    const spellings = groups.get(meaning) ?? new Map<string, Occurrence[]>();
    groups.set(meaning, spellings);
    const written = writtenAs(occurrence, spellings);
    const cells = spellings.get(written);
    if (cells === undefined) spellings.set(written, [occurrence]);
    else cells.push(occurrence);
  }
  return groups.values();
}

function meaningOf(kind: LabelKind, label: string): string | undefined {
  const folded = foldSpelling(label);
  const meaning = kind === "division" ? folded.replace(/課$/u, "") : folded;
  return meaning === "" ? undefined : `${kind}\u0000${meaning}`;
}

/** Units that NFKC makes equal (％ and %) are one spelling. */
function ignoresWidth(kind: LabelKind): boolean {
  return kind === "unit";
}

/** A spelling bears the name of the first label that has it. */
function writtenAs({ kind, label }: Occurrence, spellings: Spellings): string {
  if (!ignoresWidth(kind) || spellings.has(label)) return label;
  return [...spellings.keys()].find((other) => squash(other) === squash(label)) ?? label;
}

function commonestOf(spellings: Spellings): string {
  return [...spellings].reduce((best, next) => (next[1].length > best[1].length ? next : best))[0];
}
