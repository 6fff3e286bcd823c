import type { ReadColumn } from "../recognize";
import { readFigure } from "../text";
import type { LineReader } from "./line-reader";

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
