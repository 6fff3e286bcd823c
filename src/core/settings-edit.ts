import type { DirectionValue } from "./model/indicator";
import type { FieldName } from "./model/table";
import type { Correction, Settings } from "./settings";

/*
 * 設定の変更: each takes settings and gives new ones; what was there before is untouched. May not: know where settings are
 * kept. Types only from the schemas, so that whoever edits does not carry the parser along.
 */

type StatusWord = Settings["statusWords"][string];

/** What names an accepted finding. */
export interface FindingName {
  readonly rule: string;
  readonly key: string;
}

/** 確認済みにする. A finding that was accepted before gets the new reason. @param on the day, an ISO day. */
export function acceptFinding(settings: Settings, { rule, key }: FindingName, reason: string, on: string | null): Settings {
  return { ...settings, accepted: [...takeBackFinding(settings, { rule, key }).accepted, { rule, key, reason: reason.trim(), on }] };
}

/** 確認済みを取り消す. */
export function takeBackFinding(settings: Settings, { rule, key }: FindingName): Settings {
  return { ...settings, accepted: settings.accepted.filter((entry) => entry.rule !== rule || entry.key !== key) };
}

/** 指標の向き as a person confirmed it; null takes the confirmation back. */
export function setDirection(settings: Settings, key: string, value: DirectionValue | null): Settings {
  return { ...settings, directions: value === null ? without(settings.directions, key) : { ...settings.directions, [key]: value } };
}

export function switchRule(settings: Settings, rule: string, isOn: boolean): Settings {
  const others = settings.rulesOff.filter((id) => id !== rule);
  return { ...settings, rulesOff: isOn ? others : [...others, rule] };
}

/** A further label for a field. It is taken from any other field: a label means one thing. */
export function addLabel(settings: Settings, field: FieldName, label: string): Settings {
  const word = label.trim();
  if (word === "") return settings;
  const { labels } = removeLabel(settings, word);
  return { ...settings, labels: { ...labels, [field]: [...(labels[field] ?? []), word] } };
}

export function removeLabel(settings: Settings, label: string): Settings {
  const left = Object.entries(settings.labels)
    .map(([field, words]) => [field, words.filter((word) => word !== label)] as const)
    .filter(([, words]) => words.length > 0);
  return { ...settings, labels: Object.fromEntries(left) };
}

/** 進捗状況の語; null takes the word out. */
export function setStatusWord(settings: Settings, word: string, value: StatusWord | null): Settings {
  const key = word.trim();
  if (key === "") return settings;
  return { ...settings, statusWords: value === null ? without(settings.statusWords, key) : { ...settings.statusWords, [key]: value } };
}

/** 読み取りの訂正. What was said of the same place before gives way. */
export function addCorrection(settings: Settings, correction: Correction): Settings {
  return { ...settings, corrections: [...settings.corrections.filter((other) => placeOf(other) !== placeOf(correction)), correction] };
}

export function removeCorrection(settings: Settings, correction: Correction): Settings {
  return { ...settings, corrections: settings.corrections.filter((other) => JSON.stringify(other) !== JSON.stringify(correction)) };
}

/** Whether a hidden sheet is read. */
export function readHiddenSheet(settings: Settings, sheet: string, isRead: boolean): Settings {
  const others = settings.hiddenSheets.filter((name) => name !== sheet);
  return { ...settings, hiddenSheets: isRead ? [...others, sheet] : others };
}

/** 評価日, an ISO day; null: the day of the check. */
export function setEvaluationDay(settings: Settings, asOf: string | null): Settings {
  return { ...settings, asOf };
}

export function setTolerances(settings: Settings, tolerances: Settings["tolerances"]): Settings {
  return { ...settings, tolerances };
}

/** The text that a workbook carries: what was said, and nothing that is the default, so that a later default holds. */
export function toSettingsJson(settings: Settings): string {
  const { version, tolerances, ...rest } = settings;
  const said = Object.entries({ ...rest, tolerances: saidOf(tolerances) }).filter(([, value]) => !isUnsaid(value));
  return JSON.stringify({ version, ...Object.fromEntries(said) });
}

function saidOf(tolerances: Settings["tolerances"]): Readonly<Record<string, number>> {
  const { maintainPercent, ratePoints, surveyPoints } = tolerances;
  return {
    ...(maintainPercent === 0 ? {} : { maintainPercent }),
    ...(ratePoints === 0 ? {} : { ratePoints }),
    ...(surveyPoints === null ? {} : { surveyPoints }),
  };
}

function isUnsaid(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

function placeOf(correction: Correction): string {
  return JSON.stringify([correction.kind, correction.sheet, correction.kind === "field" ? correction.cell : correction.range]);
}

function without<Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
}
