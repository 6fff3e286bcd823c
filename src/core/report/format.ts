import type { Figure } from "../model/figure";
import { toA1, type CellAddress } from "../sheet/address";

/*
 * How days, years, places and figures are written in the report. Years are written in 和暦 as the offices write them;
 * the era table is as short as the plans are young.
 */

interface YearLike {
  readonly kind: string;
  readonly year: number;
  readonly date: string | null;
}

const ERAS: readonly (readonly [string, number, string])[] = [
  ["令和", 2019, "2019-05-01"],
  ["平成", 1989, "1989-01-08"],
  ["昭和", 1926, "1926-12-25"],
  ["大正", 1912, "1912-07-30"],
  ["明治", 1868, "1868-01-25"],
];

function eraYear(year: number, day: string): string {
  const era = ERAS.find(([, , from]) => day >= from);
  if (era === undefined) return `${String(year)}年`;
  const count = year - era[1] + 1;
  return `${era[0]}${count === 1 ? "元" : String(count)}年`;
}

/** `2025-10-01` → 令和7年10月1日. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) return day;
  return `${eraYear(year, day)}${String(month)}月${String(date)}日`;
}

/** 令和11年度, 令和5年, 令和5年10月1日. A fiscal year is named after the era of its first of May, as offices do. */
export function formatPeriod(period: YearLike | null): string {
  if (period === null) return "";
  if (period.kind === "date" && period.date !== null) return formatDay(period.date);
  const year = eraYear(period.year, `${String(period.year)}-05-01`);
  return period.kind === "fiscal-year" ? `${year}度` : year;
}

/** R11, R5: for axes and narrow columns. */
export function formatShortYear(period: YearLike | null): string {
  if (period === null) return "";
  const long = eraYear(period.year, `${String(period.year)}-05-01`);
  const letters: Readonly<Record<string, string>> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };
  return long.replace(/^(令和|平成|昭和|大正|明治)(元|\d+)年$/u, (_, era: string, count: string) => {
    return `${letters[era] ?? era}${count === "元" ? "1" : count}`;
  });
}

/** 「シート!セル」, as people write it; not a formula. */
export function formatPlace(at: CellAddress): string {
  return `${at.sheet}!${toA1(at)}`;
}

/** 12345.6 → 12,345.6; at most four decimals, which is more than any plan states. */
export function formatAmount(amount: number): string {
  const rounded = Math.round(Math.abs(amount) * 10_000) / 10_000;
  const [whole = "0", decimals] = String(rounded).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/gu, ",");
  const sign = amount < 0 && rounded !== 0 ? "\u25B3" : "";
  return `${sign}${grouped}${decimals === undefined ? "" : `.${decimals}`}`;
}

/** A figure as the sheet states it; only where it states nothing, a word of ours. */
export function formatFigure(figure: Figure | null, words: { readonly blank: string; readonly noColumn: string }): string {
  if (figure === null) return words.noColumn;
  if (figure.state === "blank") return words.blank;
  const raw = figure.raw.trim();
  const unit = figure.unit ?? "";
  // A bare number says nothing without its unit; a cell that has one already is left as it stands.
  const isBare = figure.state === "set" && !figure.hasOwnUnit && unit !== "" && !raw.normalize("NFKC").includes(unit);
  return isBare ? `${raw}${unit}` : raw;
}
