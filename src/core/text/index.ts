/** 表記: Japanese writing → values. May not: know a sheet, a host, or the clock. */
export { parseAmount, parseScaledAmount } from "./amount";
export { isCross, isDash, isDitto, isNotApplicable, isPending } from "./dash";
export { splitDivisions } from "./divisions";
export { ERAS, eraYearToGregorian, findEra, gregorianToEra, type Era, type EraYear } from "./era";
export { readFigure, type FigureContext, type FigureReading, type FigureState, type Qualifier } from "./figure";
export { foldText, isBlankText, squash, tidyLabel } from "./normalize";
export {
  builtinFormat,
  describeNumberFormat,
  formatText,
  formatValue,
  isDateFormat,
  type NumberFormatMeaning,
} from "./number-format";
export {
  comparePeriods,
  findPeriods,
  formatPeriod,
  hasEnded,
  lastDayOf,
  parsePeriod,
  periodOfSerial,
  type FoundPeriod,
  type Period,
  type PeriodOptions,
} from "./period";
export { parsePeriodRange, type PeriodRange } from "./period-range";
export { dateToSerial, isoDate, serialToDate, type CalendarDate } from "./serial-date";
export { isUnticked, parseStatus, type StatusValue } from "./status";
export { isKnownUnit, normalizeUnit, splitUnitScale, unitFromCaption, unitFromLabel, type ScaledUnit } from "./unit";
