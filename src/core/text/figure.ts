import { memo } from "../common/memo";
import { parseAmount, scaleBy, shiftDecimal } from "./amount";
import { foldFigure, splitNotes } from "./figure-notes";
import { unique } from "./figure-number";
import { readFigureText, type FigureState, type TextReading } from "./figure-text";
import { noteQualifiers, takeAfterwords, type Qualifier } from "./figure-words";
import { isBlankText } from "./normalize";
import { describeNumberFormat, formatText, formatValue } from "./number-format";
import type { Period } from "./period-scan";
import { splitUnitScale } from "./unit";

export type { FigureState } from "./figure-text";
export type { Qualifier } from "./figure-words";

/** 基準値・目標値・実績値 as the sheet states it. */
export interface FigureReading {
  readonly state: FigureState;
  /** In the base unit: 千 and 万 are multiplied in. Percent stays percent. */
  readonly amount: number | null;
  readonly unit: string | null;
  /** The one that bounds the value. */
  readonly qualifier: Qualifier | null;
  /** All of them, in the order written. */
  readonly qualifiers: readonly Qualifier[];
  /** The cell's own, never its column's. */
  readonly period: Period | null;
  readonly raw: string;
  /** 文字列の数値: a text cell that is a number and nothing else. */
  readonly isNumericText: boolean;
}

export interface FigureContext {
  /** The unit that the column, the indicator or the caption gives, with its scale if any: 人, 千円, ％, 件（累計）. */
  readonly unit: string | null;
  readonly date1904: boolean;
}

/** A reading to which is still to be added how the cell looks. */
type FigureBody = { -readonly [Part in keyof FigureReading]: FigureReading[Part] };

const NOTHING = { amount: null, unit: null, qualifier: null, qualifiers: [], period: null, raw: "", isNumericText: false } as const;

/** Reads a cell that states a figure. `format` is its number format; it carries meaning, as in `0"千人"` and `0.0%`. */
export function readFigure(content: string | number | boolean | null, format: string, context: FigureContext): FigureReading {
  const raw = rawText(content, format, context.date1904);
  const body = readBody(content, format, raw, context);
  body.raw = raw;
  body.isNumericText = typeof content === "string" && isNumeric(content);
  return body;
}

const isNumeric = memo(2_000, (text) => parseAmount(text) !== undefined);

function rawText(content: string | number | boolean | null, format: string, date1904: boolean): string {
  if (content === null) return "";
  if (typeof content === "number") return formatValue(content, format, date1904);
  return typeof content === "boolean" ? String(content).toUpperCase() : formatText(content, format);
}

function readBody(content: string | number | boolean | null, format: string, raw: string, context: FigureContext): FigureBody {
  if (content === null || (typeof content === "string" && isBlankText(content))) return { state: "blank", ...NOTHING };
  // A ticked box or a day says nothing of an amount, whatever the column is.
  if (typeof content === "boolean") return { state: "unreadable", ...NOTHING };
  const unit = context.unit === null ? NO_UNIT : readContextUnit(context.unit);
  return typeof content === "number" ? readNumber(content, format, raw, unit) : finish(readFigureText(raw), unit);
}

interface ContextUnit {
  readonly scale: number;
  readonly unit: string | null;
  readonly qualifiers: readonly Qualifier[];
}

const NO_UNIT: ContextUnit = { scale: 1, unit: null, qualifiers: [] };

/** Units have a few characters; what is longer is no unit, and is not searched for the words behind one. */
const LONGEST_UNIT = 40;

/** The unit of a column may qualify as a cell's does: 件（累計）, 人/年. */
const readContextUnit = memo(500, (text): ContextUnit => {
  const { body, notes } = splitNotes(foldFigure(text));
  const written = body === "" ? (notes[0] ?? "") : body;
  for (let length = 1; length < Math.min(written.length, LONGEST_UNIT); length += 1) {
    const { qualifiers, rest } = takeAfterwords(written.slice(length));
    const isQualified = rest === "" && qualifiers.some((word) => word === "cumulative" || word === "per-year");
    if (isQualified) return { ...baseUnit(written.slice(0, length)), qualifiers: unique([...qualifiers, ...notes.flatMap(noteQualifiers)]) };
  }
  return { ...baseUnit(written), qualifiers: body === "" ? [] : notes.flatMap(noteQualifiers) };
});

function baseUnit(text: string): { readonly scale: number; readonly unit: string | null } {
  // 割 is a tenth: 3 割 is 30 %, in a column as in a cell.
  return text === "割" ? { scale: 10, unit: "%" } : splitUnitScale(text);
}

function finish(reading: TextReading, context: ContextUnit): FigureBody {
  if (reading.state !== "set" || reading.amount === null) {
    return { ...NOTHING, state: reading.state, period: reading.period };
  }
  const isOwn = reading.unit !== null || reading.isScaled;
  const isQualified = reading.qualifiers.length + context.qualifiers.length > 0;
  const qualifiers = isQualified ? unique([...reading.qualifiers, ...context.qualifiers]) : NOTHING.qualifiers;
  return {
    state: "set",
    amount: isOwn ? reading.amount : scaleBy(reading.amount, context.scale),
    unit: reading.unit ?? context.unit,
    qualifier: boundingQualifier(qualifiers),
    qualifiers,
    period: reading.period,
    raw: "",
    isNumericText: false,
  };
}

const BY_WEIGHT: readonly Qualifier[] = ["at-least", "at-most", "over", "under", "cumulative", "per-year", "about"];

/** What bounds the value goes before how it was counted, and that before how exactly it is known. */
function boundingQualifier(qualifiers: readonly Qualifier[]): Qualifier | null {
  if (qualifiers.length === 0) return null;
  return BY_WEIGHT.find((qualifier) => qualifiers.includes(qualifier)) ?? null;
}

function readNumber(value: number, format: string, raw: string, context: ContextUnit): FigureBody {
  const meaning = describeNumberFormat(format, value);
  if (meaning.isDate || !Number.isFinite(value)) return { state: "unreadable", ...NOTHING };
  if (meaning.isPercent) return finish(quantityOf(shiftDecimal(value, 2), "%"), context);
  const { displayScale } = meaning;
  if (meaning.prefix === "" && meaning.suffix === "") return numberInColumn(value, displayScale, context);
  // The literals of a format are read by the same grammar as a text: 0"千人以上" is 千人以上 after a number.
  const around = readFigureText(`${meaning.prefix.replace(/[-+\u2212\u25B3\u25B2()]/gu, "")}1${meaning.suffix.replace(/^[)]/u, "")}`);
  const shownScale = around.amount;
  // A literal with digits of its own (0"/100") would make the 1 another number: then it says nothing of a scale.
  if (shownScale === null || !Number.isInteger(Math.log10(Math.abs(shownScale)))) return numberInColumn(value, displayScale, context);
  const isOwnScale = around.unit !== null || around.isScaled;
  const factor = isOwnScale ? shownScale : displayScale > 1 ? 1 : context.scale;
  const amount = isOwnScale ? scaleBy(value, shownScale / displayScale) : scaleBy(value, factor);
  const body = finish({ ...around, amount }, { ...context, scale: 1 });
  return raw === "" ? { ...body, qualifiers: context.qualifiers } : body;
}

/** `#,##0,` under （単位：千円） shows thousands of what the cell holds in full; without the caption the cell is in full too. */
function numberInColumn(value: number, displayScale: number, { scale, unit, qualifiers: ofColumn }: ContextUnit): FigureBody {
  const isShownInScale = displayScale > 1 && scale > 1;
  const qualifiers = ofColumn.length === 0 ? ofColumn : unique(ofColumn);
  const amount = scaleBy(value, isShownInScale ? scale / displayScale : scale);
  return { state: "set", amount, unit, qualifier: boundingQualifier(qualifiers), qualifiers, period: null, raw: "", isNumericText: false };
}

function quantityOf(amount: number, unit: string | null): TextReading {
  return { state: "set", amount, unit, isScaled: false, qualifiers: [], period: null };
}
