import type { Figure, StatedRate } from "../model";
import type { ReadColumn } from "../recognize";
import { comparePeriods, parsePeriod, type Period } from "../text";
import { interpretFigure, interpretRate } from "./figures";
import { shareOf, type Share } from "./cell-shares";
import type { LineReader } from "./line-reader";
import type { ColumnsByMeaning } from "./name-groups";

export function yearFrom(reader: LineReader, index: number, column: ReadColumn | undefined): Period | null {
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
export interface Line {
  readonly reader: LineReader;
  readonly index: number;
  readonly unit: string | null;
  /** Which of several indicators of the line it is about: ①120件 of a cell with ②15人 as well. */
  readonly share: Share | null;
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

export function figureOf({ reader, index, unit, share }: Line, column: ReadColumn, year: Period | null): Figure {
  return interpretFigure(shareOf(reader.cell(index, column), share), {
    unit: reader.unitBeside(index, column) ?? unit ?? column.unit ?? reader.captionUnit(index),
    period: column.period ?? year,
    date1904: reader.table.grid.view.date1904,
  });
}

function datedFigures(line: Line, columns: readonly ReadColumn[], yearColumn: ReadColumn | undefined): readonly TargetFigure[] {
  const year = yearFrom(line.reader, line.index, yearColumn) ?? line.year;
  return columns.map((column) => ({ figure: figureOf(line, column, year), header: column.header, due: column.period ?? year }));
}

export function figuresOf(line: Line, more: readonly Line[], columns: ColumnsByMeaning): FigureColumns {
  const first = figuresOfLine(line, columns);
  if (more.length === 0) return first;
  // A line a year: a figure merged over several lines is one.
  const lines = [line, ...more];
  const seen = new Set<string>();
  const isNew = ({ at }: Figure): boolean => {
    const place = `${String(at.row)}:${String(at.column)}`;
    return !seen.has(place) && seen.add(place).size > 0;
  };
  const stated = lines.flatMap((one) => datedFigures(one, columns.all("target"), columns.first("target-year"))).filter(({ figure }) => isNew(figure));
  // The years before the first target are the baseline's: the lines are there for their actuals.
  const firstTarget = stated.findIndex(({ figure }) => figure.state !== "blank");
  const targets = firstTarget < 0 ? stated : stated.slice(firstTarget);
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

export function ratesOf(lines: readonly Line[], columns: ColumnsByMeaning): readonly StatedRate[] {
  const rates: StatedRate[] = [];
  for (const { reader, index, year, share } of lines) {
    const { date1904 } = reader.table.grid.view;
    for (const column of columns.all("rate")) {
      const rate = interpretRate(shareOf(reader.cell(index, column), share), column.period ?? year, column.unit, date1904);
      if (rate !== null) rates.push(rate);
    }
  }
  return rates;
}
