import type { Figure, StatedRate } from "../model";
import { rowLabelOf, type ReadColumn } from "../recognize";
import { confirmedDirections, type Settings } from "../settings";
import { isDash, tidyLabel } from "../text";
import { interpretDirection } from "./direction";
import { blankFigure, interpretFigure, interpretRate } from "./figures";
import { accumulationOf, commonUnit, statedUnit, tierFromHeadings, unitOfName } from "./indicator-traits";
import type { IndicatorDraft } from "./indicators";
import { fullName } from "./name-groups";
import type { KeyMaker } from "./keys";
import { surestOf, type LineReader } from "./line-reader";
import { programOfKey, type CategoryValues } from "./plan-categories";
import { tierOf } from "../recognize";

type LineMeaning = "target-year" | "target" | "actual" | "rate" | "baseline" | "rating";

/** Lines of one indicator: 目標値, 実績値, 達成率 …, each with the years across. */
interface Group {
  readonly first: number;
  /** The name with its part, where several groups share one name; null for most. */
  readonly name: string | null;
  readonly lines: readonly { readonly index: number; readonly meaning: LineMeaning }[];
}

function meaningOfLine(text: string | null): LineMeaning | undefined {
  const label = text === null ? undefined : rowLabelOf(text);
  if (label === undefined) return undefined;
  if (label === "目標年度") return "target-year";
  if (/^(?:(?:成果|活動)?目標|計画|予定|当初見込|量の見込|見込み?量)/u.test(label)) return "target";
  if (/^(?:成果|活動|利用)?実績/u.test(label)) return "actual";
  if (/^(?:達成率|進捗率|達成度)/u.test(label)) return "rate";
  if (/^(?:基準|現状)/u.test(label)) return "baseline";
  return /^評価/u.test(label) ? "rating" : undefined;
}

/** What the lines of a table are, by a column that says so, or by a legend and their place behind the name. */
function groupsOf(reader: LineReader, nameColumn: ReadColumn | undefined, labels: ReadColumn | undefined): readonly Group[] {
  if (nameColumn !== undefined && labels !== undefined && labels.column < nameColumn.column && nameColumn.half === null) {
    const blocks = groupsInBlocks(reader, nameColumn, labels);
    if (blocks.length > 0) return blocks;
  }
  const groups: { first: number; name: string | null; lines: { index: number; meaning: LineMeaning }[] }[] = [];
  for (const { index, role } of reader.table.lines) {
    if (role !== "item") continue;
    const current = groups.at(-1);
    const place = current === undefined ? 0 : index - current.first;
    const isNamed = nameColumn !== undefined && reader.begins(index, nameColumn) && (nameColumn.fixed !== undefined || reader.table.grid.peekOwn(index, nameColumn.column) !== undefined);
    const meaning = meaningOfLine(labels === undefined ? (reader.table.lineNames?.[isNamed ? 0 : place] ?? null) : reader.text(index, labels));
    const repeats = meaning !== undefined && current?.lines.some((line) => line.meaning === meaning) === true;
    const sameName = isNamed && current !== undefined && reader.text(index, nameColumn) === reader.text(current.first, nameColumn) && !repeats;
    // 男性 and 女性 of one name, each with its own lines: what repeats begins anew.
    if (current === undefined || (isNamed && !sameName) || repeats) groups.push({ first: index, name: null, lines: [] });
    if (meaning !== undefined) groups.at(-1)?.lines.push({ index, meaning });
  }
  nameParts(reader, nameColumn, labels, groups);
  return groups;
}

/**
 * 計画 over the lines of all indicators, then 実績 over those of the same: a line belongs to what it names, wherever the
 * block stands. Empty where lines have no names of their own or no name comes again.
 */
function groupsInBlocks(reader: LineReader, nameColumn: ReadColumn, labels: ReadColumn): readonly Group[] {
  const byName = new Map<string, { readonly first: number; readonly name: null; readonly lines: { readonly index: number; readonly meaning: LineMeaning }[] }>();
  let inForce: LineMeaning | undefined;
  for (const { index, role } of reader.table.lines) {
    if (role !== "item") continue;
    inForce = meaningOfLine(reader.text(index, labels)) ?? inForce;
    const name = reader.begins(index, nameColumn) ? reader.text(index, nameColumn) : null;
    if (name === null || inForce === undefined) return [];
    const group = byName.get(name) ?? { first: index, name: null, lines: [] };
    const meaning = inForce;
    if (group.lines.some((line) => line.meaning === meaning)) return [];
    group.lines.push({ index, meaning });
    byName.set(name, group);
  }
  const groups = [...byName.values()];
  return groups.some(({ lines }) => lines.length > 1) ? groups : [];
}

/** 特定健診受診率, written once, over the lines of 男性 and those of 女性: a column between the name and the labels tells them apart. */
function nameParts(reader: LineReader, nameColumn: ReadColumn | undefined, labels: ReadColumn | undefined, groups: { readonly first: number; name: string | null }[]): void {
  if (nameColumn === undefined || labels === undefined) return;
  const part = reader.table.columns.find(({ column, meaning, profile }) => meaning === "other" && column > nameColumn.column && column < labels.column && profile.filled > 0);
  if (part === undefined) return;
  let lead: { readonly group: { readonly first: number; name: string | null }; readonly name: string } | undefined;
  for (const group of groups) {
    const own = reader.begins(group.first, nameColumn) ? reader.text(group.first, nameColumn) : null;
    if (own !== null) {
      lead = { group, name: own };
      continue;
    }
    const text = reader.statement(group.first, part);
    const first = lead === undefined ? null : reader.statement(lead.group.first, part);
    if (lead === undefined || text === null || first === null) continue;
    lead.group.name = fullName(lead.name, first);
    group.name = fullName(lead.name, text);
  }
}

interface Context {
  readonly reader: LineReader;
  readonly settings: Settings;
  readonly keys: KeyMaker;
  readonly categories: ReadonlyMap<number, CategoryValues>;
  /** The last year for which targets are usually stated. */
  readonly lastYear: ReadColumn | undefined;
}

function yearColumns(reader: LineReader): readonly ReadColumn[] {
  const bare = reader.columns("bare-year");
  return bare.length > 0 ? bare : reader.table.columns.filter(({ meaning, period }) => (meaning === "actual" || meaning === "target") && period !== null);
}

/** The last year for which most indicators of a table state a target; the years of a table for one are all its own. */
function usualLastYear(reader: LineReader, groups: readonly Group[]): ReadColumn | undefined {
  const lines = groups.flatMap(({ lines: own }) => own.filter(({ meaning }) => meaning === "target"));
  if (lines.length < 2) return yearColumns(reader).at(-1);
  return yearColumns(reader).findLast((column) => lines.filter(({ index }) => reader.text(index, column) !== null).length * 2 >= lines.length);
}

/**
 * Targets of a line with years across: years marked in the 目標年度 line, else those that are filled, with the year up to
 * which the table usually goes and, where there is a target nearly every year, the gaps; the last is final.
 */
function targetsOf({ reader, lastYear }: Context, group: Group, years: readonly ReadColumn[], unit: string | null): { readonly target: Figure | null; readonly targets: readonly Figure[] } {
  const line = group.lines.find(({ meaning }) => meaning === "target");
  const last = years.at(-1);
  if (line === undefined || last === undefined) return { target: null, targets: [] };
  const { date1904 } = reader.table.grid.view;
  const marks = group.lines.find(({ meaning }) => meaning === "target-year");
  const marked = marks === undefined ? [] : years.filter((column) => isMark(reader.text(marks.index, column)));
  const filled = years.filter((column) => reader.text(line.index, column) !== null);
  const chosen = years.filter((column) => marked.includes(column) || filled.includes(column) || (marks === undefined && isGap(years, filled, column, lastYear)));
  const figures = (chosen.length > 0 ? chosen : [last]).map((column) => interpretFigure(reader.cell(line.index, column), { unit, period: column.period, date1904 }));
  const target = figures.at(-1) ?? blankFigure(reader.cell(line.index, last).at, last.period);
  return { target, targets: figures.slice(0, -1) };
}

/** Whether a target is missing for a blank year: the last of the table, or one among years that mostly have theirs. */
function isGap(years: readonly ReadColumn[], filled: readonly ReadColumn[], column: ReadColumn, lastYear: ReadColumn | undefined): boolean {
  const place = (one: ReadColumn | undefined): number => (one === undefined ? -1 : years.indexOf(one));
  const first = place(filled[0]);
  const last = place(filled.at(-1));
  const end = Math.max(last, place(lastYear));
  const at = place(column);
  if (first < 0 || at <= first || at > end) return false;
  return at === end || (filled.length >= 2 && filled.length * 2 > last - first + 1);
}

function isMark(text: string | null): boolean {
  return text !== null && !isDash(text) && text !== "0";
}

/** 【指標１】ブックスタート配布率: a table for one indicator has its name in the heading. */
function nameFromHeading(heading: string | undefined): string | null {
  return heading === undefined ? null : heading.replace(/^[\u3010[\u300a<](?:指標|KPI|数値目標|成果指標|活動指標)[^\u3011\]\u300b>]*[\u3011\]\u300b>]\s*/iu, "");
}

/** 目標値（億円）: the unit behind what a line is called. */
function unitOfLines(reader: LineReader, { lines }: Group): string | null {
  const labels = reader.column("row-label");
  for (const { index, meaning } of lines) {
    const text = meaning === "target" || meaning === "actual" ? reader.text(index, labels) : null;
    const unit = text === null ? null : unitOfName(text);
    if (unit !== null) return unit;
  }
  return null;
}

/** The line in which the column of the baseline holds it: the first, unless it holds nothing there and something beside 実績. */
function baselineLine(reader: LineReader, { first, lines }: Group, column: ReadColumn): number {
  if (reader.statement(first, column) !== null) return first;
  const actual = lines.find(({ meaning }) => meaning === "actual")?.index;
  return actual !== undefined && reader.statement(actual, column) !== null ? actual : first;
}

function interpretGroup(context: Context, group: Group, nameColumn: ReadColumn | undefined): IndicatorDraft | null {
  const { reader, settings, keys, categories } = context;
  const { table } = reader;
  const name = group.name ?? (nameColumn === undefined ? nameFromHeading(table.headings.at(-1)) : reader.text(group.first, nameColumn));
  if (name === null || isDash(name)) return null;
  const { date1904 } = table.grid.view;
  const unitText = reader.statement(group.first, reader.column("unit")) ?? unitOfName(name) ?? unitOfLines(reader, group);
  const unitInForce = unitText ?? reader.captionUnit(group.first);
  const years = yearColumns(reader);
  const { target, targets } = targetsOf(context, group, years, unitInForce);
  const line = (meaning: LineMeaning): number | undefined => group.lines.find((one) => one.meaning === meaning)?.index;
  const across = (index: number | undefined): readonly Figure[] =>
    index === undefined ? [] : years.map((column) => interpretFigure(reader.cell(index, column), { unit: unitInForce, period: column.period, date1904 }));
  const actuals = across(line("actual"));
  const baselineColumn = reader.column("baseline");
  // A column of its own for the final target makes those of the years interim ones.
  const ownTarget = reader.columns("target").find((column) => !years.includes(column));
  const baseline =
    baselineColumn === undefined
      ? (across(line("baseline")).find(({ state }) => state === "set") ?? null)
      : interpretFigure(reader.cell(baselineLine(reader, group, baselineColumn), baselineColumn), { unit: unitInForce ?? baselineColumn.unit, period: baselineColumn.period, date1904 });
  const finalTarget = ownTarget === undefined ? target : interpretFigure(reader.cell(group.first, ownTarget), { unit: unitInForce, period: ownTarget.period, date1904 });
  const interim = ownTarget === undefined || target === null || target.state === "blank" ? targets : [...targets, target];
  const rateLine = line("rate");
  const rates: StatedRate[] = rateLine === undefined ? [] : years.flatMap((column) => interpretRate(reader.cell(rateLine, column), column.period, "%", date1904) ?? []);
  const values = categories.get(group.first);
  const key = keys.make(name, ...table.headings, values?.policy ?? null, programOfKey(values?.program ?? null, table.headings), nameColumn?.viewpoint ?? null);
  const divisionColumn = surestOf(reader.columns("division"));
  return {
    key,
    name: tidyLabel(name),
    code: reader.statement(group.first, reader.column("id")) ?? reader.statement(group.first, reader.column("no")),
    definition: reader.statement(group.first, reader.column("definition")),
    tier: tierOf(reader.text(group.first, reader.column("tier")) ?? "") ?? nameColumn?.tier ?? tierFromHeadings(table.headings),
    viewpoint: nameColumn?.viewpoint ?? null,
    unit: commonUnit([finalTarget, baseline, ...actuals, ...targets], statedUnit(unitText, reader.captionUnit(group.first))),
    unitAt: reader.at(group.first, reader.column("unit")),
    direction: interpretDirection({
      confirmed: confirmedDirections(settings).get(key),
      stated: reader.text(group.first, reader.column("direction")),
      name,
      baseline,
      target: finalTarget,
    }),
    accumulation: accumulationOf(name, unitText, finalTarget),
    headings: [...table.headings],
    division: divisionColumn === undefined ? reader.divisionOver(group.first) : reader.statement(group.first, divisionColumn),
    divisionAt: reader.at(group.first, divisionColumn) ?? table.head.division?.at ?? null,
    policy: values?.policy ?? null,
    program: values?.program ?? null,
    baseline,
    target: finalTarget,
    targets: [...interim],
    actuals: [...actuals],
    statedRates: rates,
    statedRating: reader.statement(group.first, reader.column("rating")),
    source: reader.statement(group.first, reader.column("source")),
    remarks: reader.statement(group.first, reader.column("remarks")),
    at: nameColumn === undefined ? table.grid.anchorAddress(group.first, table.header.left) : reader.addressOf(group.first, nameColumn),
    id: "",
    tableId: "",
    workItem: null,
  };
}

/** Indicators of a table with several lines an indicator. */
export function interpretRowGroups(given: Omit<Context, "lastYear">): readonly IndicatorDraft[] {
  const { reader } = given;
  const labels = reader.column("row-label");
  const nameColumn = reader.column("name");
  if (labels === undefined && reader.table.lineNames === null) return [];
  const groups = groupsOf(reader, nameColumn, labels);
  const context: Context = { ...given, lastYear: usualLastYear(reader, groups) };
  return groups.flatMap((group) => interpretGroup(context, group, nameColumn) ?? []);
}
