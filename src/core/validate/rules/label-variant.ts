import type { Indicator, PlanModel } from "../../model";
import { addressKey, type CellAddress } from "../../sheet/address";
import { normalizeUnit, splitDivisions, squash } from "../../text";
import { figuresOf } from "../figures";
import { defineRule, type RuleContext } from "../rule";
import { foldSpelling, plainLabel } from "../spelling";

type LabelKind = "division" | "theme" | "unit";

/** A label as one cell writes it. */
interface Occurrence {
  readonly kind: LabelKind;
  readonly label: string;
  readonly at: CellAddress;
}

/**
 * 表記ゆれ. Two spellings of one label split one group in two in every filter and every count. The commonest spelling is
 * taken as the wanted one, on a tie the first; what is flagged are the cells with another.
 */
export const labelVariant = defineRule({
  id: "label-variant",
  severity: "info",
  *check(model, context) {
    for (const spellings of groupSpellings(inReadingOrder(labelsOf(model, context), model))) {
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

function* labelsOf({ workItems, measures, bodies, indicators }: PlanModel, context: RuleContext): Iterable<Occurrence> {
  for (const { divisions, divisionAt } of [...workItems, ...bodies]) yield* divisionLabels(divisions, divisionAt);
  for (const { themeAt } of [...workItems, ...measures]) {
    // The cell, not the model: the model's label no longer tells a line break from a space.
    if (themeAt !== null) yield { kind: "theme", label: textAt(context, themeAt), at: themeAt };
  }
  for (const indicator of indicators) {
    yield* divisionLabels(splitDivisions(indicator.division ?? ""), indicator.divisionAt);
    yield* unitLabels(indicator, context);
  }
}

function* divisionLabels(divisions: readonly string[], at: CellAddress | null): Iterable<Occurrence> {
  if (at === null) return;
  for (const division of divisions) yield { kind: "division", label: plainLabel(division), at };
}

const COUNTER_OF_PLACES = /[かカヶヵケ箇個](?:所|月)/u;

/** The unit column's, and those written with a number; of the latter only か所 and か月 are spelled in several ways. */
function* unitLabels(indicator: Indicator, context: RuleContext): Iterable<Occurrence> {
  if (indicator.unitAt !== null) {
    const label = textAt(context, indicator.unitAt);
    if (normalizeUnit(label) !== null) yield { kind: "unit", label, at: indicator.unitAt };
  }
  for (const { figure } of figuresOf(indicator)) {
    const label = figure.hasOwnUnit ? COUNTER_OF_PLACES.exec(squash(figure.raw))?.[0] : undefined;
    if (label !== undefined) yield { kind: "unit", label, at: figure.at };
  }
}

function textAt(context: RuleContext, { sheet, row, column }: CellAddress): string {
  return plainLabel(context.sheet(sheet).text(row, column));
}

function inReadingOrder(labels: Iterable<Occurrence>, { tables }: PlanModel): readonly Occurrence[] {
  const sheetOrder = new Map<string, number>();
  for (const { sheet } of tables) if (!sheetOrder.has(sheet)) sheetOrder.set(sheet, sheetOrder.size);
  const placed = Array.from(labels, (label) => ({ label, sheet: sheetOrder.get(label.at.sheet) ?? 0 }));
  const order = (a: (typeof placed)[number], b: (typeof placed)[number]): number =>
    a.sheet - b.sheet || a.label.at.row - b.label.at.row || a.label.at.column - b.label.at.column;
  return placed.sort(order).map(({ label }) => label);
}

type Spellings = ReadonlyMap<string, readonly Occurrence[]>;

/** By what the labels mean, then by how they are written; a merged cell that serves several items counts once. */
function groupSpellings(labels: readonly Occurrence[]): Iterable<Spellings> {
  const groups = new Map<string, Map<string, Occurrence[]>>();
  const seen = new Set<string>();
  const meanings = new Map<string, string | undefined>();
  for (const occurrence of labels) {
    const { kind, label, at } = occurrence;
    const own = `${kind}\u0000${label}`;
    const meaning = meanings.has(own) ? meanings.get(own) : meaningOf(occurrence);
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

function meaningOf({ kind, label }: Occurrence): string | undefined {
  const folded = foldSpelling(label);
  const meaning = kind === "division" ? folded.replace(/課$/u, "") : folded;
  return meaning === "" ? undefined : `${kind}\u0000${meaning}`;
}

/** Units that NFKC makes equal (％ and %) are one spelling, and bear the name of the first. */
function writtenAs({ kind, label }: Occurrence, spellings: Spellings): string {
  if (kind !== "unit" || spellings.has(label)) return label;
  return [...spellings.keys()].find((other) => squash(other) === squash(label)) ?? label;
}

function commonestOf(spellings: Spellings): string {
  return [...spellings].reduce((best, next) => (next[1].length > best[1].length ? next : best))[0];
}
