import type { Figure } from "../model/figure";
import { toA1, type CellAddress } from "../sheet/address";
import { formatPeriod as periodText, gregorianToEra, type Period } from "../text";

/* How days, years, places and figures are written in the report: in 和暦, as the offices write them. */

/** `2025-10-01` → 令和7年10月1日. */
export function formatDay(day: string): string {
  return periodText({ kind: "date", year: Number(day.slice(0, 4)), date: day });
}

/** 令和11年度, 令和5年, 令和5年10月1日; nothing where there is none. */
export function formatPeriod(period: Period | null): string {
  return period === null ? "" : periodText(period);
}

const ERA_LETTERS: Readonly<Record<string, string>> = { 令和: "R", 平成: "H", 昭和: "S", 大正: "T", 明治: "M" };

/** R11, H30: for axes and narrow columns. */
export function formatShortYear(year: number): string {
  const found = gregorianToEra({ year, month: 12, day: 31 });
  const letter = found === undefined ? undefined : ERA_LETTERS[found.era.name];
  return found === undefined || letter === undefined ? String(year) : `${letter}${String(found.year)}`;
}

/** 「シート!セル」, as people write it; not a formula. */
export function formatPlace(at: CellAddress): string {
  return `${at.sheet}!${toA1(at)}`;
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/gu, ",");
}

/** A number as a cell without a format of its own shows it; a year is left as it is. */
function groupDigits(raw: string, unit: string): string {
  if (unit.includes("年")) return raw;
  return raw.replace(/^[-+]?\d{4,}(?=$|\.)/u, groupThousands);
}

/** 12345.6 → 12,345.6; at most four decimals, which is more than any plan states. */
export function formatAmount(amount: number): string {
  const rounded = Math.round(Math.abs(amount) * 10_000) / 10_000;
  const [whole = "0", decimals] = String(rounded).split(".");
  const grouped = groupThousands(whole);
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
  return isBare ? `${groupDigits(raw, unit)}${unit}` : raw;
}
