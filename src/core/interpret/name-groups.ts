import { statedTargets, type ReadColumn } from "../recognize";
import { readFigure } from "../text";
import { unitOfName } from "./indicator-traits";
import { surestOf, type LineReader } from "./line-reader";

/** A name column and the columns that say something of what it names. */
export interface NameGroup {
  readonly name: ReadColumn;
  readonly columns: ColumnsByMeaning;
  /** 数値目標 over 「待ち時間10分以内」: the name states the target too, and no other column does. */
  readonly statesTarget: boolean;
  /** Full names of lines that share one name and have a part of it each, by line; empty for most tables. */
  readonly parts: ReadonlyMap<number, string>;
}

/** What is found by the columns alone. */
type Group = Pick<NameGroup, "name" | "columns">;

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

  /** Of several the one whose label says most surely what it is: 課名 before 部局. */
  surest(meaning: ReadColumn["meaning"]): ReadColumn | undefined {
    return surestOf(this.all(meaning));
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
  return groupsAmong(reader.table.columns).map((group) => ({ ...group, statesTarget: statesTarget(reader, group), parts: group.name.profile.stated >= 0.5 ? NO_PARTS : partsOf(reader, group) }));
}

/** So many names tell whether they state targets. */
const NAME_SAMPLE = 30;

function statesTarget(reader: LineReader, { name, columns }: Group): boolean {
  if (columns.first("target") !== undefined) return false;
  const isAim = name.labels.some(({ core }) => /目標/u.test(core));
  if (!isAim && name.profile.stated < 0.5) return false;
  let names = 0;
  let figures = 0;
  for (const { index, role } of reader.table.lines) {
    const text = role === "item" ? reader.statement(index, name) : null;
    if (text === null) continue;
    names++;
    if (statedTargets(reader.rawText(index, name)).length > 0 || readFigure(text, "General", { unit: null, date1904: false }).state === "set") figures++;
    if (names === NAME_SAMPLE) break;
  }
  return names > 0 && figures * 2 >= names;
}

const FIGURES: ReadonlySet<ReadColumn["meaning"]> = new Set(["baseline", "target", "actual", "bare-year", "rate"]);

/**
 * 朝食を欠食する者の割合, written once, over 20歳代男性 and 30歳代男性 with figures of their own: a column right behind the name
 * tells its lines apart.
 */
function partsOf(reader: LineReader, { name, columns }: Group): ReadonlyMap<number, string> {
  const { table } = reader;
  const own = table.columns.filter(({ column }) => column > name.column);
  const firstFigure = own.findIndex(({ meaning }) => FIGURES.has(meaning));
  const part = own.slice(0, Math.max(0, firstFigure)).find(({ meaning, profile }) => meaning === "other" && profile.filled > 0 && profile.periods < 0.3);
  const figures = [...columns.all("target"), ...columns.all("baseline"), ...columns.actuals];
  if (part === undefined || reader.column("line-year") !== undefined) return NO_PARTS;
  const found = new Map<number, string>();
  let first: { readonly index: number; readonly name: string; readonly part: string | null } | undefined;
  for (const { index, role } of table.lines) {
    if (role === "band" || role === "total") first = undefined;
    if (role !== "item") continue;
    const text = reader.text(index, name);
    const stated = reader.begins(index, part) ? reader.statement(index, part) : null;
    const partText = stated !== null && WORD.test(stated) ? stated : null;
    if (text !== null && reader.begins(index, name)) {
      first = { index, name: text, part: partText };
      continue;
    }
    const hasFigure = figures.some((column) => reader.begins(index, column) && reader.text(index, column) !== null);
    if (first === undefined || first.part === null || partText === null || partText === first.part || !hasFigure) continue;
    found.set(first.index, fullName(first.name, first.part));
    found.set(index, fullName(first.name, partText));
  }
  return found;
}

export function fullName(name: string, part: string): string {
  const own = `（${part.replace(/^[（(](.*)[)）]$/u, "$1")}）`;
  // The unit stays at the end, where it is looked for.
  const unit = unitOfName(name) === null ? "" : (/[(（\[［][^()（）\[\]［］]*[)）\]］]$/u.exec(name.trim())?.[0] ?? "");
  return `${name.trim().slice(0, name.trim().length - unit.length)}${own}${unit}`;
}

/** 20歳代男性, 65歳以上, 小6 and not 20人: words tell lines apart, figures do not. */
const WORD = /[^\d\s.,%％人件回]{2,}|^[男女]$|\d歳|^[小中高][1-6]$|\d年生$|^[A-Z]$/u;

export const NO_PARTS: ReadonlyMap<number, string> = new Map();

function groupsAmong(columns: readonly ReadColumn[]): readonly Group[] {
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
