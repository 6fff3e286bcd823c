import { z } from "zod";
import { directionValueSchema, type DirectionValue } from "./model/indicator";
import { fieldNameSchema } from "./model/table";
import { statusValueSchema } from "./model/work-item";
import { fail, ok, type Result } from "./common/result";

/** A day of the calendar: 2026-02-30 is none. */
const isoDay = z.iso.date();
const a1 = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}(?::[A-Z]{1,3}[1-9]\d{0,6})?$/u);

/** The version of the settings that this program writes, and reads without a migration. */
const CURRENT_VERSION = 1;

/** 読み取りの訂正: what a person told us of a sheet. It wins over everything that we recognise ourselves. */
export const correctionSchema = z.discriminatedUnion("kind", [
  /** These rows are a header (選択範囲を見出しにする). */
  z.strictObject({ kind: z.literal("header"), sheet: z.string(), range: a1 }),
  /** The column under this label means this field. */
  z.strictObject({ kind: z.literal("field"), sheet: z.string(), cell: a1, field: fieldNameSchema }),
  /** There is no table here. */
  z.strictObject({ kind: z.literal("ignore"), sheet: z.string(), range: a1.nullable() }),
]);
export type Correction = z.infer<typeof correctionSchema>;

/** 確認済みの指摘. Held by rule and key, so that it survives sorting and inserted rows. */
export const acceptedFindingSchema = z.strictObject({
  rule: z.string(),
  key: z.string(),
  reason: z.string(),
  on: isoDay.nullable().default(null),
});

/**
 * 設定: what a municipality or a workbook says of itself. Stored in the workbook, or given to the command as a file. A key
 * that is not ours is refused: a misspelled one would otherwise be without effect and without a word.
 */
export const settingsSchema = z.strictObject({
  version: z.literal(CURRENT_VERSION).default(CURRENT_VERSION),
  /** 評価日. Null: the day given by the caller. */
  asOf: isoDay.nullable().default(null),
  /** Further labels for a field, beside our own dictionary. */
  labels: z.partialRecord(fieldNameSchema, z.array(z.string().min(1))).default({}),
  /** 進捗状況の語. */
  statusWords: z.record(z.string(), statusValueSchema).default({}),
  /** Direction of an indicator, by its key, as a person confirmed it. */
  directions: z.record(z.string(), directionValueSchema).default({}),
  corrections: z.array(correctionSchema).default([]),
  /** Hidden sheets that the person asked us to read. */
  hiddenSheets: z.array(z.string()).default([]),
  rulesOff: z.array(z.string()).default([]),
  accepted: z.array(acceptedFindingSchema).default([]),
  tolerances: z
    .strictObject({
      /** 「維持」: how far from the target still counts, in percent of the target (±). */
      maintainPercent: z.number().min(0).max(100).default(0),
      /** How far a stated 達成率 may be from a calculated one, in points, beyond its own rounding. */
      ratePoints: z.number().min(0).max(100).default(0),
      /** 意識調査の指標: changes smaller than this, in points, count as 現状維持. Null: not applied. */
      surveyPoints: z.number().min(0).max(100).nullable().default(null),
    })
    .prefault({}),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = settingsSchema.parse({});

/**
 * Directions that a person confirmed, to be looked up by an indicator's key. A map, since a key is any text: an object would
 * answer for 「constructor」 as well, and is slow for texts that are asked but once.
 */
export function confirmedDirections({ directions }: Settings): ReadonlyMap<string, DirectionValue> {
  const known = directionMaps.get(directions);
  if (known !== undefined) return known;
  const map = new Map(Object.entries(directions));
  directionMaps.set(directions, map);
  return map;
}

const directionMaps = new WeakMap<Settings["directions"], ReadonlyMap<string, DirectionValue>>();

/** Why settings are not taken. `place` is the way to the item: `tolerances.ratePoints`, `corrections.0.range`. */
export type SettingsFailure =
  | { readonly code: "not-settings" }
  | { readonly code: "newer-version"; readonly version: number }
  | { readonly code: "unknown-key"; readonly place: string }
  | { readonly code: "invalid"; readonly place: string };

type Data = Readonly<Record<string, unknown>>;

/** What leads from each version to the next; the first entry from 0, which is settings that name no version. */
const MIGRATIONS: readonly ((data: Data) => Data)[] = [(data) => ({ ...data, version: 1 })];

function isData(data: unknown): data is Data {
  return typeof data === "object" && data !== null && !Array.isArray(data);
}

/** Settings of any version as data of ours; not yet checked. Those of a newer program are refused, not guessed at. */
export function migrateSettings(data: unknown): Result<unknown, SettingsFailure> {
  if (!isData(data)) return fail({ code: "not-settings" });
  const version = data["version"] ?? 0;
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0) return fail({ code: "invalid", place: "version" });
  if (version > CURRENT_VERSION) return fail({ code: "newer-version", version });
  return ok(MIGRATIONS.slice(version).reduce((older, migrate) => migrate(older), data));
}

/** Settings from whatever was stored: migrated, checked, with the defaults filled in. */
export function parseSettings(data: unknown): Result<Settings, SettingsFailure> {
  const migrated = migrateSettings(data);
  if (!migrated.ok) return migrated;
  const parsed = settingsSchema.safeParse(migrated.value);
  if (parsed.success) return ok(parsed.data);
  const [issue] = parsed.error.issues;
  const path = issue?.path.map(String) ?? [];
  if (issue?.code === "unrecognized_keys") return fail({ code: "unknown-key", place: [...path, ...issue.keys.slice(0, 1)].join(".") });
  return fail({ code: "invalid", place: path.join(".") });
}
