import type { WorkItem } from "../model";
import type { RecognizedTable, ReadColumn } from "../recognize";
import type { Settings } from "../settings";
import { comparePeriods, foldText, isDash, isUnticked, parseStatus, splitDivisions, squash, type StatusValue } from "../text";
import { linesByIndicator } from "./indicator-figures";
import { interpretIndicators, type IndicatorDraft } from "./indicators";
import { ColumnsByMeaning, nameGroups, NO_PARTS, type NameGroup } from "./name-groups";
import type { KeyMaker } from "./keys";
import { surestOf, type LineReader } from "./line-reader";
import { programOfKey, type CategoryValues } from "./plan-categories";

export type WorkItemDraft = Omit<WorkItem, "id" | "tableId">;

export interface ItemWithIndicators {
  readonly item: WorkItemDraft;
  readonly indicators: readonly IndicatorDraft[];
}

interface Context {
  readonly reader: LineReader;
  readonly settings: Settings;
  readonly keys: KeyMaker;
  readonly indicatorKeys: KeyMaker;
  readonly categories: ReadonlyMap<number, CategoryValues>;
}

/** 進捗状況の語, a city's own words included. */
export function statusOf(text: string, settings: Settings): StatusValue {
  const own = Object.entries(settings.statusWords);
  if (own.length === 0) return parseStatus(text);
  const words = new Map(own.map(([word, value]) => [squash(word), value]));
  return words.get(squash(text)) ?? parseStatus(text, words);
}

function titleColumn(table: RecognizedTable): ReadColumn | undefined {
  return table.columns.find(({ meaning }) => meaning === "title");
}

/** Lines of one 個別業務: a title may be merged over several indicators, be written once, or be repeated. */
function linesOfItems({ reader }: Context, title: ReadColumn, groups: readonly NameGroup[]): readonly (readonly number[])[] {
  const items: number[][] = [];
  let previous: string | null = null;
  let previousNo: string | null = null;
  const no = reader.column("no");
  for (const { index, role } of reader.table.lines) {
    if (role === "band" || role === "total") previous = null;
    if (role !== "item") continue;
    const text = reader.text(index, title);
    const hasIndicator = groups.some(({ name, parts }) => reader.text(index, name) !== null || parts.has(index));
    const number = reader.text(index, no);
    const begins = reader.begins(index, title);
    const current = items.at(-1);
    const repeats = text !== null && text === previous && hasIndicator && (number === null || number === previousNo || !isOwn(reader, index, no));
    if (current !== undefined && ((text !== null && !begins) || (text === null && hasIndicator && previous !== null) || repeats)) {
      current.push(index);
      continue;
    }
    if (text === null || isDash(text)) continue;
    items.push([index]);
    previous = text;
    previousNo = number;
  }
  return items;
}

function isOwn(reader: LineReader, index: number, column: ReadColumn | undefined): boolean {
  return column !== undefined && reader.begins(index, column) && reader.table.grid.peekOwn(index, column.column) !== undefined;
}

/** The column of a status that bears the mark; the first of them where none does. */
function markedStatus(reader: LineReader, index: number): ReadColumn | undefined {
  const columns = reader.columns("status-mark");
  return columns.find((column) => reader.statement(index, column) !== null) ?? columns[0];
}

/** 上半期 before 下半期, 前回 before 今回: the order that the words of columns without a year state; 0 where they state none. */
function turnOf({ labels }: ReadColumn): number {
  const text = labels.at(-1)?.core.replace(/^[^\p{L}]+/u, "") ?? "";
  if (/^(?:前期|上期|上半期|前回|昨年度?|前年度?)/u.test(text)) return 1;
  return /^(?:後期|下期|下半期|今回|今年度?|本年度?|年度末)/u.test(text) ? 2 : 0;
}

/** 令和6年度 進捗状況 | 令和7年度 進捗状況: the latest that anything is said of; without years the first, unless words say which is later. */
function statusColumnOf(reader: LineReader): ReadColumn | undefined {
  const [first, ...others] = reader.columns("status");
  if (first === undefined || others.length === 0) return first;
  let latest = first;
  for (const column of others) {
    if (column.period === null && latest.period === null && turnOf(latest) > 0 && turnOf(column) > turnOf(latest) && column.profile.filled > 0) latest = column;
    if (column.period === null || column.profile.filled === 0 || (latest.period !== null && comparePeriods(column.period, latest.period) <= 0)) continue;
    latest = column;
  }
  return latest;
}

function markText(reader: LineReader, index: number, column: ReadColumn): string | null {
  return reader.statement(index, column) === null ? null : (column.path.at(-1)?.text ?? null);
}

function scheduleOf(reader: LineReader, index: number): WorkItem["schedule"] {
  return reader.columns("schedule").flatMap((column) => {
    const raw = reader.text(index, column);
    return column.period === null || raw === null ? [] : [{ period: column.period, raw }];
  });
}

function viewpointsOf(reader: LineReader, lines: readonly number[], groups: readonly NameGroup[]): WorkItem["viewpoints"] {
  const first = lines[0];
  const sides = new Set(groups.map(({ name }) => name.viewpoint));
  if (first === undefined || !sides.has("resident") || !sides.has("staff")) return [];
  return groups.flatMap(({ name }) => {
    if (name.viewpoint === null) return [];
    const hasIndicator = lines.some((index) => reader.statement(index, name) !== null);
    return [{ viewpoint: name.viewpoint, hasIndicator, nameAt: reader.table.grid.anchorAddress(first, name.column) }];
  });
}

function interpretItem(context: Context, lines: readonly number[], title: ReadColumn, groups: readonly NameGroup[]): WorkItemDraft | null {
  const { reader, settings, keys, categories } = context;
  const index = lines[0];
  const text = index === undefined ? null : reader.text(index, title);
  if (index === undefined || text === null) return null;
  const values = categories.get(index);
  const divisionColumn = surestOf(reader.columns("division"));
  const statusColumn = statusColumnOf(reader) ?? markedStatus(reader, index);
  const { grid } = reader.table;
  const divisionText = divisionColumn === undefined ? (reader.divisionOver(index) ?? "") : grid.textAt(index, divisionColumn.column);
  const isListedAgain = reader.isListedAgain(index);
  const statusText = statusColumn?.meaning === "status-mark" ? markText(reader, index, statusColumn) : reader.statement(index, statusColumn);
  return {
    key: keys.make(text, values?.reformArea ?? null, values?.policy ?? null, programOfKey(values?.program ?? null, reader.table.headings), values?.theme ?? null),
    no: reader.text(index, reader.column("no")) ?? reader.text(index, reader.column("id")),
    noAt: reader.at(index, reader.column("no")),
    reformArea: values?.reformArea ?? null,
    policy: values?.policy ?? null,
    program: values?.program ?? null,
    theme: values?.theme ?? null,
    themeAt: reader.at(index, reader.column("theme")),
    title: text,
    summary: reader.statement(index, reader.column("summary")),
    divisions: isDash(divisionText) ? [] : [...splitDivisions(divisionText)],
    divisionAt: isListedAgain && divisionText === "" ? null : (reader.at(index, divisionColumn) ?? reader.table.head.division?.at ?? null),
    status: statusText === null || isUnticked(statusText) ? null : { raw: statusText, value: statusOf(statusText, settings) },
    statusAt: isListedAgain && statusText === null ? null : reader.at(index, statusColumn),
    schedule: scheduleOf(reader, index),
    remarks: reader.statement(index, reader.column("remarks")),
    headings: [...reader.table.headings],
    viewpoints: isListedAgain ? [] : viewpointsOf(reader, lines, groups),
    at: grid.anchorAddress(index, title.column),
  };
}

const FIGURES: ReadonlySet<ReadColumn["meaning"]> = new Set(["baseline", "target", "actual"]);

/**
 * 業務名 | 担当課 | 目標値 | 実績値 without a column that names the indicators: what is measured is the 業務 itself, and a
 * target left blank there is as missing as any. A 目標 in sentences is none.
 */
function figuresOfTitle(columns: readonly ReadColumn[], title: ReadColumn): readonly NameGroup[] {
  const hasFigures = ({ profile }: ReadColumn): boolean => profile.filled > 0 && profile.figures >= 0.5;
  const targets = columns.filter(({ meaning }) => meaning === "target");
  const others = columns.filter(({ meaning }) => meaning === "actual" || meaning === "baseline");
  const isMeasured = targets.some(hasFigures) || (targets.length > 0 && targets.every(isToCome) && (others.some(hasFigures) || targets.some(asksForFigure)));
  if (!isMeasured) return [];
  const isProse = (column: ReadColumn): boolean => FIGURES.has(column.meaning) && !isToCome(column);
  return [{ name: title, columns: new ColumnsByMeaning(columns.filter((column) => !isProse(column))), statesTarget: false, parts: NO_PARTS }];
}

/** Nothing but 設定中 and 未定, if anything. */
function isToCome({ profile }: ReadColumn): boolean {
  return profile.filled === 0 || profile.figures + profile.waiting >= 0.5;
}

/** 目標値, 目標利用率: a label that asks for a figure, where 目標 may ask for a sentence as well. */
function asksForFigure({ strength, labels }: ReadColumn): boolean {
  return strength >= 3 || /[値率数量額]$/u.test(labels.at(-1)?.core ?? "");
}

/** A KPI merged down over the 事業 of a 施策 is the KPI of each of them. */
function sharesIndicator(reader: LineReader, [index]: readonly number[], groups: readonly NameGroup[]): boolean {
  return index !== undefined && groups.some(({ name }) => reader.statement(index, name) !== null && !reader.begins(index, name));
}

/** 個別業務 with the indicators of their own lines. */
export function interpretWorkItems(context: Context): readonly ItemWithIndicators[] {
  const { reader } = context;
  const title = titleColumn(reader.table);
  if (title === undefined) return [];
  const groups = nameGroups(reader);
  const named = groups.length > 0 ? groups : figuresOfTitle(reader.table.columns, title);
  return linesOfItems(context, title, groups).flatMap((lines) => {
    const item = interpretItem(context, lines, title, groups);
    if (item === null) return [];
    const first = named[0];
    const indicators = (first === undefined ? [] : linesByIndicator(reader, first.name, lines)).flatMap(([index, ...more]) =>
      index === undefined ? [] : named.flatMap((group) => interpretIndicators({ ...context, keys: context.indicatorKeys }, index, group, more)),
    );
    return [{ item: indicators.length === 0 && sharesIndicator(reader, lines, groups) ? { ...item, sharesIndicator: true } : item, indicators }];
  });
}

/** Titles as they are compared: 全角・半角 and white space aside. */
export function foldTitle(title: string): string {
  return squash(foldText(title));
}
