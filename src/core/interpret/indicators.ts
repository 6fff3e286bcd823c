import type { Figure, Indicator, Viewpoint } from "../model";
import { tierOf, viewpointOf, type ReadColumn } from "../recognize";
import { confirmedDirections, type Settings } from "../settings";
import { isDash } from "../text";
import { interpretDirection } from "./direction";
import { figureOf, figuresOf, ratesOf, yearFrom, type Line } from "./indicator-figures";
import { accumulationOf, commonUnit, statedUnit, tierFromHeadings, unitOfName } from "./indicator-traits";
import type { KeyMaker } from "./keys";
import type { CategoryValues, LineReader } from "./line-reader";
import type { NameGroup } from "./name-groups";

/** An indicator with room for its id, its table and its 個別業務, which it gets when it joins the model. */
export interface IndicatorDraft extends Omit<Indicator, keyof Belonging>, Belonging {}

interface Belonging {
  id: string;
  tableId: string;
  workItem: string | null;
}

interface Context {
  readonly reader: LineReader;
  readonly settings: Settings;
  readonly keys: KeyMaker;
  readonly categories: ReadonlyMap<number, CategoryValues>;
}

const NO_LINES: readonly number[] = [];
const NO_OTHERS: readonly Line[] = [];

/** One indicator from its line, or its lines if it has one a year; null where the first names none. */
export function interpretIndicator(context: Context, index: number, { name: nameColumn, columns, statesTarget: isStated, parts }: NameGroup, more: readonly number[] = NO_LINES): IndicatorDraft | null {
  const { reader, settings, keys, categories } = context;
  const partName = parts.get(index);
  const name = partName ?? reader.text(index, nameColumn);
  if (name === null || isDash(name) || (partName === undefined && !reader.begins(index, nameColumn))) return null;
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
      targetLabel: columns.first("target")?.header,
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
