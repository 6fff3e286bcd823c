import type { FieldName } from "../model";
import type { HeaderColumn } from "./columns";
import type { LabelMeaning } from "./label-dictionary";
import { EMPTY_PROFILE, type ColumnProfile } from "./profiles";

/** A column with its settled meaning. */
export interface ReadColumn extends HeaderColumn {
  readonly meaning: LabelMeaning | "bare-year" | "other";
  readonly strength: number;
  readonly profile: ColumnProfile;
}

/** Meanings that are parts of the reading and no field of the document. */
const AUXILIARY: ReadonlySet<string> = new Set([
  "baseline-year",
  "target-year",
  "actual-year",
  "line-year",
  "from-level",
  "to-level",
  "tier",
  "row-label",
  "from-no",
  "to-no",
]);

export function fieldOf(meaning: ReadColumn["meaning"]): FieldName {
  if (meaning === "status-mark") return "status";
  if (meaning === "bare-year") return "actual";
  return AUXILIARY.has(meaning) ? "other" : (meaning as FieldName);
}

export type Draft = { -readonly [K in keyof ReadColumn]: ReadColumn[K] };

export function has(columns: readonly Draft[], meaning: ReadColumn["meaning"], strength = 0): boolean {
  return columns.some((column) => column.meaning === meaning && column.strength >= strength);
}

export function count(columns: readonly Draft[], ...meanings: readonly ReadColumn["meaning"][]): number {
  return columns.filter((column) => meanings.includes(column.meaning)).length;
}

export function rename(column: Draft, meaning: ReadColumn["meaning"], strength = 2): void {
  column.meaning = meaning;
  column.strength = strength;
}

export function offers(column: Draft, meaning: LabelMeaning): boolean {
  return column.candidates.some((candidate) => candidate.meaning === meaning);
}

export const FIGURES = ["baseline", "target", "actual", "bare-year"] as const;

/** Starts from what each label says by itself, and a person's corrections. */
export function draft(columns: readonly HeaderColumn[], profiles: readonly ColumnProfile[], corrected: ReadonlyMap<number, FieldName>): Draft[] {
  return columns.map((column, index) => {
    const best = column.candidates[0];
    const profile = profiles[index] ?? EMPTY_PROFILE;
    const told = corrected.get(column.column);
    if (told !== undefined) return { ...column, profile, meaning: told, strength: 9 };
    if (column.isBareYear) return { ...column, profile, meaning: "bare-year", strength: 2 };
    return { ...column, profile, meaning: best?.meaning ?? "other", strength: best?.strength ?? 0 };
  });
}

/** Columns that hold figures; bare years do only if figures stand below them, and not 検討 or arrows. */
export function figureColumns(columns: readonly Draft[]): number {
  const years = columns.filter(({ meaning }) => meaning === "bare-year");
  const filled = years.reduce((sum, { profile }) => sum + profile.filled, 0);
  // A dash among words is no figure.
  const isFigures = years.reduce((sum, { profile }) => sum + profile.filled * profile.figures, 0) * 2 >= filled;
  return count(columns, "baseline", "target", "actual") + (isFigures ? years.filter(({ profile }) => profile.figures >= 0.5).length : 0);
}
