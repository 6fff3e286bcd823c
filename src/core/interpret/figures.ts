import type { Figure, StatedRate } from "../model";
import type { CellAddress } from "../sheet/address";
import { isCellError } from "../sheet/snapshot";
import { readFigure, type Period } from "../text";
import type { CellReading } from "./line-reader";

export interface FigureContext {
  /** The unit column's, header's or caption's unit, a scale included. */
  readonly unit: string | null;
  readonly period: Period | null;
  readonly date1904: boolean;
}

/** 基準値・目標値・実績値 of one cell. */
export function interpretFigure(cell: CellReading, context: FigureContext): Figure {
  if (cell.value === null) return blankFigure(cell.at, context.period);
  if (isCellError(cell.value)) return { ...blankFigure(cell.at, context.period), state: "unreadable", raw: cell.value.error, isCellError: true };
  const reading = readFigure(cell.value, cell.format, { unit: context.unit, date1904: context.date1904 });
  return {
    state: reading.state,
    amount: reading.amount,
    unit: reading.unit,
    raw: reading.raw,
    qualifier: reading.qualifier,
    qualifiers: reading.qualifiers,
    period: reading.period ?? context.period,
    isNumericText: reading.isNumericText && cell.isPart !== true,
    isCellError: false,
    hasOwnUnit: hasOwnUnit(cell, reading.unit, context),
    at: cell.at,
  };
}

/** Whether the unit stands in the cell itself: in its text, or as literal text of its number format. */
function hasOwnUnit(cell: CellReading, unit: string | null, context: FigureContext): boolean {
  if (unit === null || cell.value === null || isCellError(cell.value)) return false;
  if (context.unit === null) return true;
  if (typeof cell.value === "number" && cell.format === "General") return false;
  return readFigure(cell.value, cell.format, { unit: null, date1904: context.date1904 }).unit !== null;
}

/** A blank figure for a place that has no cell of its own to read. */
export function blankFigure(at: CellAddress, period: Period | null): Figure {
  return {
    state: "blank",
    amount: null,
    unit: null,
    raw: "",
    qualifier: null,
    qualifiers: [],
    period,
    isNumericText: false,
    isCellError: false,
    hasOwnUnit: false,
    at,
  };
}

/** 達成率 as it is written; null for a blank or unreadable cell. The amount stands as the sheet shows it. */
export function interpretRate(cell: CellReading, period: Period | null, unit: string | null, date1904: boolean): StatedRate | null {
  if (cell.value === null) return null;
  const figure = interpretFigure(cell, { unit: unit === "%" ? "%" : null, period, date1904 });
  if (figure.state !== "set" || figure.amount === null) return null;
  return { amount: figure.amount, raw: figure.raw, period: figure.period, at: figure.at };
}
