import type { Figure, Indicator, Viewpoint } from "../model";
import { statedTargets, tierOf, viewpointOf, type ReadColumn } from "../recognize";
import { confirmedDirections, type Settings } from "../settings";
import { isDash, tidyLabel } from "../text";
import { NO_SHARES, shareOf, sharesOfLine, type Share } from "./cell-shares";
import { interpretDirection } from "./direction";
import { interpretFigure } from "./figures";
import { figuresOf, ratesOf, yearFrom, type Line } from "./indicator-figures";
import { accumulationOf, commonUnit, statedUnit, tierFromHeadings, unitOfName, viewpointFromHeadings } from "./indicator-traits";
import type { KeyMaker } from "./keys";
import type { LineReader } from "./line-reader";
import { programOfKey, type CategoryValues } from "./plan-categories";
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

/** One of the indicators that a line names. */
interface Named {
  readonly name: string;
  readonly share: Share | null;
  /** What the name's own cell states as its target. */
  readonly stated: string | null;
}

/** The indicators of a line, or of its lines if it has one a year: one as a rule, several where its cells hold several. */
export function interpretIndicators(context: Context, index: number, group: NameGroup, more: readonly number[] = NO_LINES): readonly IndicatorDraft[] {
  const drafts = namedBy(context.reader, index, group).map((named) => interpretIndicator(context, index, group, more, named));
  // 再掲 without figures: they stand where the indicator is listed first.
  return drafts.some(hasNoFigures) && context.reader.isListedAgain(index) ? drafts.filter((draft) => !hasNoFigures(draft)) : drafts;
}

function hasNoFigures({ target, baseline, targets, actuals }: IndicatorDraft): boolean {
  return [target, baseline, ...targets, ...actuals].every((figure) => figure === null || figure.state === "blank" || figure.state === "not-applicable");
}

/** ・婚姻件数: a mark before a name is no part of it. */
const BULLET = /^[・●○]\s*(?=.)/u;

function namedBy(reader: LineReader, index: number, { name: column, columns, statesTarget, parts }: NameGroup): readonly Named[] {
  const partName = parts.get(index);
  const name = partName ?? reader.text(index, column)?.replace(BULLET, "") ?? null;
  if (name === null || isDash(name) || (partName === undefined && !reader.begins(index, column))) return [];
  if (statesTarget) {
    const stated = statedTargets(reader.rawText(index, column));
    if (stated.length > 0) return stated.map((one) => ({ name: tidyLabel(one.name), share: null, stated: one.value }));
    return [{ name, share: null, stated: name }];
  }
  const shares = partName === undefined ? sharesOfLine(reader, index, column, columns) : NO_SHARES;
  return shares.length > 0 ? shares.map(({ text, share }) => ({ name: tidyLabel(text), share, stated: null })) : [{ name, share: null, stated: null }];
}

function interpretIndicator(context: Context, index: number, { name: nameColumn, columns }: NameGroup, more: readonly number[], { name, share, stated }: Named): IndicatorDraft {
  const { reader, settings, keys, categories } = context;
  const unitColumn = columns.first("unit");
  const unitText = unitOf(reader, index, unitColumn, share) ?? unitOfName(name);
  const yearColumn = columns.first("line-year");
  const division = columns.surest("division");
  const lineOf = (at: number): Line => ({ reader, index: at, unit: unitText, share, year: yearFrom(reader, at, yearColumn) });
  const line = lineOf(index);
  const others = more.length === 0 ? NO_OTHERS : more.map(lineOf);
  const found = figuresOf(line, others, columns);
  const figures = stated === null ? found : { ...found, target: statedTarget(line, nameColumn, stated) };
  const rates = ratesOf([line, ...others], columns);
  const { headings } = reader.table;
  const values = categories.get(index);
  const viewpoint = nameColumn.viewpoint ?? viewpointFrom(reader.text(index, columns.first("viewpoint"))) ?? viewpointFromHeadings(headings);
  const key = keys.make(name, ...headings, values?.policy ?? null, programOfKey(values?.program ?? null, headings), viewpoint);
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
    division: division === undefined ? reader.divisionOver(index) : reader.statement(index, division),
    divisionAt: reader.at(index, division) ?? reader.table.head.division?.at ?? null,
    policy: values?.policy ?? null,
    program: values?.program ?? null,
    baseline: figures.baseline,
    target: figures.target,
    targets: figures.targets,
    actuals: figures.actuals,
    statedRates: rates,
    statedRating: reader.statement(index, reader.latest(index, columns.all("rating"))),
    source: reader.statement(index, columns.first("source")),
    remarks: reader.statement(index, reader.column("remarks")),
    at: reader.addressOf(index, nameColumn),
    id: "",
    tableId: "",
    workItem: null,
  };
}

/** The target that a name states; one that no single number tells is a statement all the same. */
function statedTarget({ reader, index, unit, year }: Line, name: ReadColumn, value: string): Figure {
  const cell = { ...reader.cell(index, name), value };
  const figure = interpretFigure(cell, { unit: unit ?? name.unit ?? reader.captionUnit(index), period: name.period ?? year, date1904: reader.table.grid.view.date1904 });
  return figure.state === "unreadable" && !figure.isCellError ? { ...figure, state: "qualitative" } : figure;
}

/** The unit in the line's own column, which may hold one for each of its indicators. */
function unitOf(reader: LineReader, index: number, column: ReadColumn | undefined, share: Share | null): string | null {
  if (column === undefined || share === null) return reader.statement(index, column);
  const { value } = shareOf(reader.cell(index, column), share);
  return typeof value === "string" && !isDash(value) ? tidyLabel(value) : null;
}

function viewpointFrom(text: string | null): Viewpoint | null {
  return text === null ? null : viewpointOf(text);
}
