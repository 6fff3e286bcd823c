import { squash } from "../text";

/** A thing of one edition, as far as it takes to find it again in the other. */
export interface Matchable {
  readonly name: string;
  /** What tells things of one name apart: headings, 業務, 目線. */
  readonly context: readonly (string | null)[];
  /** What stays when a thing is renamed: its figures, unit, division, text. */
  readonly traits: readonly (string | null)[];
}

export interface Matching<T> {
  readonly pairs: readonly (readonly [before: T, after: T])[];
  readonly removed: readonly T[];
  readonly added: readonly T[];
}

/** Dashes and waves that differ by keyboard and system only. */
export function spellingKey(text: string): string {
  return squash(text).replace(/[\u2010-\u2015\u2212]/gu, "-").replace(/\u301c/gu, "~");
}

/** Full-width or half-width, spaces, brackets and 取組・取り組み are spellings of one name; a decimal point is none. */
export function nameKey(name: string): string {
  return spellingKey(name)
    .toLowerCase()
    .replace(/取り組み|取組み/gu, "取組")
    .replace(/[「」『』【】()・、。]|[.,](?!\d)|(?<!\d)[.,]/gu, "");
}

/** A name as it is compared: made once a name, compared with many. */
interface NameParts {
  readonly key: string;
  readonly pairs: ReadonlyMap<string, number>;
}

function partsOf(name: string): NameParts {
  const key = nameKey(name);
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < key.length; i++) {
    const pair = key.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return { key, pairs };
}

function likenessOf(first: NameParts, second: NameParts): number {
  if (first.key === second.key) return 1;
  if (first.key.length < 2 || second.key.length < 2) return 0;
  let shared = 0;
  for (const [pair, count] of first.pairs) shared += Math.min(count, second.pairs.get(pair) ?? 0);
  return (2 * shared) / (first.key.length - 1 + (second.key.length - 1));
}

/** Dice's coefficient on pairs of letters: 1 for equal names, 0 for names that share no pair. */
export function likeness(a: string, b: string): number {
  return likenessOf(partsOf(a), partsOf(b));
}

function shareOf(a: readonly (string | null)[], b: readonly (string | null)[]): number {
  let known = 0;
  let same = 0;
  a.forEach((value, index) => {
    const other = b[index] ?? null;
    if (value === null && other === null) return;
    known++;
    if (value !== null && other !== null && nameKey(value) === nameKey(other)) same++;
  });
  return known === 0 ? 0 : same / known;
}

/** Below this two things are two things, however alike their place and figures are. */
const LEAST_LIKENESS = 0.2;
/** Name, figures and neighbours together must say this much for a renaming. */
const ENOUGH = 0.55;

class Matcher<T extends Matchable> {
  private readonly pairs = new Map<T, T>();
  private readonly taken = new Set<T>();

  constructor(
    private readonly before: readonly T[],
    private readonly after: readonly T[],
  ) {}

  private openBefore(): readonly T[] {
    return this.before.filter((item) => !this.pairs.has(item));
  }

  private openAfter(): readonly T[] {
    return this.after.filter((item) => !this.taken.has(item));
  }

  private pair(old: T, young: T): void {
    this.pairs.set(old, young);
    this.taken.add(young);
  }

  /** Equal names: the one with the likest context, then in order. */
  byName(): void {
    const candidates = new Map<string, T[]>();
    for (const item of this.after) {
      const key = nameKey(item.name);
      const list = candidates.get(key);
      if (list === undefined) candidates.set(key, [item]);
      else list.push(item);
    }
    const scored: { readonly old: T; readonly young: T; readonly score: number }[] = [];
    for (const old of this.before) {
      for (const young of candidates.get(nameKey(old.name)) ?? []) scored.push({ old, young, score: 2 * shareOf(old.context, young.context) + shareOf(old.traits, young.traits) });
    }
    this.takeBest(scored);
  }

  /** What is left: likeness of name, figures and neighbours. */
  byLikeness(): void {
    const oldPlaces = new Map(this.before.map((item, index) => [item, index]));
    const youngPlaces = new Map(this.after.map((item, index) => [item, index]));
    const young = this.openAfter().map((item) => ({ item, parts: partsOf(item.name) }));
    const scored: { readonly old: T; readonly young: T; readonly score: number }[] = [];
    for (const old of this.openBefore()) {
      const oldParts = partsOf(old.name);
      for (const { item, parts } of young) {
        const name = likenessOf(oldParts, parts);
        if (name < LEAST_LIKENESS) continue;
        const place = this.neighbours(oldPlaces.get(old) ?? 0, youngPlaces.get(item) ?? 0);
        const score = 0.6 * name + 0.25 * shareOf(old.traits, item.traits) + 0.15 * place + 0.1 * shareOf(old.context, item.context);
        if (score >= ENOUGH) scored.push({ old, young: item, score });
      }
    }
    this.takeBest(scored);
  }

  /** How many of the two neighbours are each other's match too; an edge counts as one. */
  private neighbours(old: number, young: number): number {
    const isSame = (step: number): boolean => {
      const a = this.before[old + step];
      const b = this.after[young + step];
      return a === undefined || b === undefined ? a === b : this.pairs.get(a) === b;
    };
    return (isSame(-1) ? 0.5 : 0) + (isSame(1) ? 0.5 : 0);
  }

  private takeBest(scored: { readonly old: T; readonly young: T; readonly score: number }[]): void {
    // The sort is stable: equal scores stay in reading order.
    for (const { old, young } of scored.sort((a, b) => b.score - a.score)) {
      if (!this.pairs.has(old) && !this.taken.has(young)) this.pair(old, young);
    }
  }

  result(): Matching<T> {
    return {
      pairs: this.before.flatMap((old) => {
        const young = this.pairs.get(old);
        return young === undefined ? [] : [[old, young] as const];
      }),
      removed: this.openBefore(),
      added: this.openAfter(),
    };
  }
}

/** Finds each thing of the older edition in the newer one: by name, else by likeness and place. */
export function matchItems<T extends Matchable>(before: readonly T[], after: readonly T[], options: { readonly renames: boolean }): Matching<T> {
  const matcher = new Matcher(before, after);
  matcher.byName();
  if (options.renames) matcher.byLikeness();
  return matcher.result();
}
