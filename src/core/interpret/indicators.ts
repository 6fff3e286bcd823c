import type { Figure, Indicator, StatedRate, Viewpoint } from "../model";
import { tierOf, unitOf, viewpointOf, type ReadColumn } from "../recognize";
import { confirmedDirections, type Settings } from "../settings";
import { memo } from "../shared/memo";
import { comparePeriods, isDash, parsePeriod, readFigure, squash, type Period } from "../text";
import { interpretDirection } from "./direction";
import { interpretFigure, interpretRate } from "./figures";
import type { KeyMaker } from "./keys";
import type { CategoryValues, LineReader } from "./line-reader";

/** An indicator with room for its id, its table and its 個別業務, which it gets when it joins the model. */
export interface IndicatorDraft extends Omit<Indicator, keyof Belonging>, Belonging {}

interface Belonging {
  id: string;
  tableId: string;
  workItem: string | null;
}

/** A name column and the columns that say something of what it names. */
export interface NameGroup {
  readonly name: ReadColumn;
  readonly columns: ColumnsByMeaning;
  /** 数値目標 over 「待ち時間10分以内」: the name states the target too, and no other column does. */
  readonly statesTarget: boolean;
}

/** Columns in their order, looked up by what they mean: done once a table and asked for in every line. */
export class ColumnsByMeaning {
  private readonly byMeaning = new Map<ReadColumn["meaning"], ReadColumn[]>();
  /** Actuals, whether their year is called an actual or stands there bare. */
  readonly actuals: readonly ReadColumn[];
  /** The unit that a column of figures has in its label. */
  readonly headUnit: string | null;

  constructor(columns: readonly ReadColumn[]) {
    for (const column of columns) {
      const list = this.byMeaning.get(column.meaning);
      if (list === undefined) this.byMeaning.set(column.meaning, [column]);
      else list.push(column);
    }
    this.actuals = columns.filter(({ meaning }) => meaning === "actual" || meaning === "bare-year");
    this.headUnit = columns.find(({ meaning, unit }) => unit !== null && (meaning === "target" || meaning === "baseline" || meaning === "actual"))?.unit ?? null;
  }

  first(meaning: ReadColumn["meaning"]): ReadColumn | undefined {
    return this.byMeaning.get(meaning)?.[0];
  }

  all(meaning: ReadColumn["meaning"]): readonly ReadColumn[] {
    return this.byMeaning.get(meaning) ?? NO_COLUMNS;
  }
}

const NO_COLUMNS: readonly ReadColumn[] = [];

const PER_NAME: ReadonlySet<ReadColumn["meaning"]> = new Set([
  "unit", "definition", "direction", "baseline", "target", "actual", "rate", "rating", "source", "bare-year",
  "baseline-year", "target-year", "actual-year", "tier", "viewpoint", "id",
]);

/** Which figures belong to which name: the same 目線 or group, else the nearest name to the left. */
export function nameGroups(reader: LineReader): readonly NameGroup[] {
  return groupsAmong(reader.table.columns).map((group) => ({ ...group, statesTarget: statesTarget(reader, group) }));
}

/** So many names tell whether they state targets. */
const NAME_SAMPLE = 30;

function statesTarget(reader: LineReader, { name, columns }: Omit<NameGroup, "statesTarget">): boolean {
  if (columns.first("target") !== undefined || !name.labels.some(({ core }) => /目標/u.test(core))) return false;
  let names = 0;
  let figures = 0;
  for (const { index, role } of reader.table.lines) {
    const text = role === "item" ? reader.statement(index, name) : null;
    if (text === null) continue;
    names++;
    if (readFigure(text, "General", { unit: null, date1904: false }).state === "set") figures++;
    if (names === NAME_SAMPLE) break;
  }
  return names > 0 && figures * 2 >= names;
}

function groupsAmong(columns: readonly ReadColumn[]): readonly Omit<NameGroup, "statesTarget">[] {
  const names = columns.filter(({ meaning }) => meaning === "name");
  const [only, ...others] = names;
  if (only === undefined) return [];
  if (others.length === 0) return [{ name: only, columns: new ColumnsByMeaning(columns) }];
  const shared = columns.filter(({ meaning }) => !PER_NAME.has(meaning));
  return names.map((name) => ({
    name,
    columns: new ColumnsByMeaning([...shared, ...columns.filter((column) => PER_NAME.has(column.meaning) && ownerOf(column, names) === name)]),
  }));
}

function ownerOf(column: ReadColumn, names: readonly ReadColumn[]): ReadColumn | undefined {
  const sameSide = names.filter((name) => column.viewpoint !== null && name.viewpoint === column.viewpoint);
  if (sameSide.length === 1) return sameSide[0];
  const sameGroup = names.filter((name) => column.group !== "" && name.group === column.group);
  if (sameGroup.length === 1) return sameGroup[0];
  return names.filter((name) => name.column < column.column).at(-1) ?? names[0];
}

interface Context {
  readonly reader: LineReader;
  readonly settings: Settings;
  readonly keys: KeyMaker;
  readonly categories: ReadonlyMap<number, CategoryValues>;
}

/** 「観光入込客数（千人）」 under a header without a unit column: the name carries the unit. */
export function unitOfName(name: string): string | null {
  const match = /[(（\[［]([^()（）\[\]［］]+)[)）\]］]$/u.exec(name.trim());
  return match?.[1] === undefined ? null : unitOf(match[1]);
}

function yearFrom(reader: LineReader, index: number, column: ReadColumn | undefined): Period | null {
  const text = reader.text(index, column);
  return text === null ? null : (parsePeriod(text, { bareYear: true }) ?? null);
}

interface FigureColumns {
  readonly baseline: Figure | null;
  readonly target: Figure | null;
  readonly targets: readonly Figure[];
  readonly actuals: readonly Figure[];
}

interface TargetFigure {
  readonly figure: Figure;
  readonly header: string;
  /** The year that its label or its year column states; a date within the cell says when it was counted, not when it is due. */
  readonly due: Period | null;
}

/** The final target: the one called 最終, else the latest year, else the one without a year, else the last. */
export function finalTarget(figures: readonly TargetFigure[]): Figure | null {
  const last = figures.at(-1);
  if (last === undefined) return null;
  if (figures.length === 1) return last.figure;
  const named = figures.find(({ header }) => /最終|期末|計画終了|到達/u.test(header));
  if (named !== undefined) return named.figure;
  const undated = figures.filter(({ due }) => due === null);
  if (undated.length > 0 && undated.length < figures.length) {
    const notInterim = undated.find(({ header }) => !/中間|各年|年次|単年/u.test(header));
    if (notInterim !== undefined) return notInterim.figure;
  }
  let final = last;
  for (const one of figures) if (one.due !== null && final.due !== null && comparePeriods(one.due, final.due) > 0) final = one;
  return final.figure;
}

/** One line of a table, with the unit that stands in the line itself. */
interface Line {
  readonly reader: LineReader;
  readonly index: number;
  readonly unit: string | null;
  /** What the line's own 年度 says of all its figures. */
  readonly year: Period | null;
}

/** Lines of each indicator: one, or one a year where a column says which year each line is about. */
export function linesByIndicator(reader: LineReader, name: ReadColumn, lines: readonly number[]): readonly (readonly number[])[] {
  const yearColumn = reader.column("line-year");
  if (yearColumn === undefined) return lines.map((index) => [index]);
  const groups: number[][] = [];
  const years = new Set<string>();
  let current: string | null = null;
  for (const index of lines) {
    const text = reader.text(index, name);
    const year = reader.text(index, yearColumn);
    const goesOn = groups.length > 0 && year !== null && !years.has(year) && (text === null || text === current);
    if (goesOn) groups.at(-1)?.push(index);
    else {
      groups.push([index]);
      years.clear();
      current = text;
    }
    if (year !== null) years.add(year);
  }
  return groups;
}

function figureOf({ reader, index, unit }: Line, column: ReadColumn, year: Period | null): Figure {
  return interpretFigure(reader.cell(index, column), {
    unit: reader.unitBeside(index, column) ?? unit ?? column.unit ?? reader.captionUnit(index),
    period: column.period ?? year,
    date1904: reader.table.grid.view.date1904,
  });
}

function datedFigures(line: Line, columns: readonly ReadColumn[], yearColumn: ReadColumn | undefined): readonly TargetFigure[] {
  const year = yearFrom(line.reader, line.index, yearColumn) ?? line.year;
  return columns.map((column) => ({ figure: figureOf(line, column, year), header: column.header, due: column.period ?? year }));
}

function figuresOf(line: Line, more: readonly Line[], columns: ColumnsByMeaning): FigureColumns {
  const first = figuresOfLine(line, columns);
  if (more.length === 0) return first;
  // A line a year: a figure merged over several lines is one.
  const lines = [line, ...more];
  const seen = new Set<string>();
  const isNew = ({ at }: Figure): boolean => {
    const place = `${String(at.row)}:${String(at.column)}`;
    return !seen.has(place) && seen.add(place).size > 0;
  };
  const targets = lines.flatMap((one) => datedFigures(one, columns.all("target"), columns.first("target-year"))).filter(({ figure }) => isNew(figure));
  const target = finalTarget(targets);
  return {
    baseline: first.baseline,
    target,
    targets: targets.map(({ figure }) => figure).filter((figure) => figure !== target),
    actuals: lines.flatMap((one) => figuresOfLine(one, columns).actuals).filter(isNew),
  };
}

function figuresOfLine(line: Line, columns: ColumnsByMeaning): FigureColumns {
  const targets = datedFigures(line, columns.all("target"), columns.first("target-year"));
  const target = finalTarget(targets);
  const baselines = datedFigures({ ...line, year: null }, columns.all("baseline"), columns.first("baseline-year"));
  const actualYear = yearFrom(line.reader, line.index, columns.first("actual-year")) ?? line.year;
  return {
    baseline: (baselines.find(({ figure }) => figure.state === "set") ?? baselines[0])?.figure ?? null,
    target,
    targets: targets.length < 2 ? NO_FIGURES : targets.map(({ figure }) => figure).filter((figure) => figure !== target),
    actuals: columns.actuals.map((column) => figureOf(line, column, actualYear)),
  };
}

const NO_FIGURES: readonly Figure[] = [];
const NO_LINES: readonly number[] = [];
const NO_OTHERS: readonly Line[] = [];

function ratesOf(lines: readonly Line[], columns: ColumnsByMeaning): readonly StatedRate[] {
  const rates: StatedRate[] = [];
  for (const { reader, index, year } of lines) {
    const { date1904 } = reader.table.grid.view;
    for (const column of columns.all("rate")) {
      const rate = interpretRate(reader.cell(index, column), column.period ?? year, column.unit, date1904);
      if (rate !== null) rates.push(rate);
    }
  }
  return rates;
}

export function tierFromHeadings(headings: readonly string[]): Indicator["tier"] {
  const known = tiers.get(headings);
  if (known !== undefined) return known;
  const tier = findTier(headings);
  tiers.set(headings, tier);
  return tier;
}

/** Asked for every line of a table, which has one list of headings. */
const tiers = new WeakMap<readonly string[], Indicator["tier"]>();

function findTier(headings: readonly string[]): Indicator["tier"] {
  for (const heading of [...headings].reverse()) {
    const tier = tierOf(heading);
    if (tier !== null) return tier;
  }
  return null;
}

/** The unit that an indicator's figures share, after scales were taken out. */
export function commonUnit(figures: readonly (Figure | null)[], stated: string | null): string | null {
  for (const figure of figures) if (figure?.state === "set" && figure.unit !== null) return figure.unit;
  return stated;
}

export function accumulationOf(name: string, unit: string | null, target: Figure | null): Indicator["accumulation"] {
  if (target?.qualifiers.includes("cumulative") === true) return "cumulative";
  if (/累計|累積/u.test(squash(`${name}${unit ?? ""}`))) return "cumulative";
  if (target?.qualifiers.includes("per-year") === true || /年間|単年/u.test(name)) return "single";
  return "unknown";
}

/** One indicator from its line, or its lines if it has one a year; null where the first names none. */
export function interpretIndicator(context: Context, index: number, { name: nameColumn, columns, statesTarget: isStated }: NameGroup, more: readonly number[] = NO_LINES): IndicatorDraft | null {
  const { reader, settings, keys, categories } = context;
  const name = reader.text(index, nameColumn);
  if (name === null || isDash(name) || !reader.begins(index, nameColumn)) return null;
  const unitColumn = columns.first("unit");
  const unitText = reader.statement(index, unitColumn) ?? unitOfName(name);
  const yearColumn = columns.first("line-year");
  const lineOf = (at: number): Line => ({ reader, index: at, unit: unitText, year: yearFrom(reader, at, yearColumn) });
  const line = lineOf(index);
  const others = more.length === 0 ? NO_OTHERS : more.map(lineOf);
  const found = figuresOf(line, others, columns);
  const figures = isStated ? { ...found, target: statedTarget(line, nameColumn) } : found;
  const rates = ratesOf([line, ...others], columns);
  const { headings } = reader.table;
  const values = categories.get(index);
  const viewpoint = nameColumn.viewpoint ?? viewpointFrom(reader.text(index, columns.first("viewpoint")));
  const key = keys.make(name, ...headings, values?.policy ?? null, values?.program ?? null, viewpoint);
  const all = [figures.target, figures.baseline, ...figures.actuals, ...figures.targets];
  const unit = commonUnit(all, statedUnit(unitText ?? columns.headUnit, reader.captionUnit(index)));
  const tierText = reader.text(index, columns.first("tier"));
  return {
    key,
    name,
    code: reader.statement(index, columns.first("id")) ?? reader.statement(index, reader.column("no")),
    definition: reader.statement(index, columns.first("definition")),
    tier: (tierText === null ? null : tierOf(tierText)) ?? nameColumn.tier ?? tierFromHeadings(headings),
    viewpoint,
    unit,
    unitAt: reader.at(index, unitColumn),
    direction: interpretDirection({
      confirmed: confirmedDirections(settings).get(key),
      stated: reader.text(index, columns.first("direction")),
      name,
      baseline: figures.baseline,
      target: figures.target,
    }),
    accumulation: accumulationOf(name, unitText, figures.target),
    headings,
    division: reader.statement(index, columns.first("division")),
    divisionAt: reader.at(index, columns.first("division")),
    policy: values?.policy ?? null,
    program: values?.program ?? null,
    baseline: figures.baseline,
    target: figures.target,
    targets: figures.targets,
    actuals: figures.actuals,
    statedRates: rates,
    statedRating: reader.statement(index, columns.first("rating")),
    source: reader.statement(index, columns.first("source")),
    remarks: reader.statement(index, reader.column("remarks")),
    at: reader.table.grid.anchorAddress(index, nameColumn.column),
    id: "",
    tableId: "",
    workItem: null,
  };
}

/** The target that a name states; one that no single number tells is a statement all the same. */
function statedTarget(line: Line, name: ReadColumn): Figure {
  const figure = figureOf(line, name, line.year);
  return figure.state === "unreadable" && !figure.isCellError ? { ...figure, state: "qualitative" } : figure;
}

function viewpointFrom(text: string | null): Viewpoint | null {
  return text === null ? null : viewpointOf(text);
}

/** The unit as the document shows it: scale taken out, spelling normalised. */
export function statedUnit(unitText: string | null, caption: string | null): string | null {
  const text = unitText ?? caption;
  return text === null ? null : unitWithoutScale(text);
}

function unitWithoutScale(text: string): string | null {
  return unscaled(text).unit;
}

/** In an object, since "no unit" is an answer to keep as well. */
const unscaled = memo(500, (text) => ({ unit: readFigure(1, "General", { unit: text, date1904: false }).unit }));
