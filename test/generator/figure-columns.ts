import type { FieldName } from "../../src/core/model";
import type { Period } from "../../src/core/text";
import { pick } from "./canvas";
import type { ColumnPlan } from "./header";
import type { HeaderPlan } from "./indicator-plan";
import { LABELS } from "./words";
import { joinYear, spellYear, type WrittenYear } from "./years";
import { noisy } from "./header";

/** A column of figures: which figure of an indicator stands in it. */
export interface FigureColumn extends ColumnPlan {
  readonly role: "baseline" | "actual" | "target";
  readonly index: number;
  readonly period: Period | null;
}

/** The label that a header plan chooses for a field. */
export function labelOf(header: HeaderPlan, field: FieldName, slot: number): string {
  return noisy(pick(LABELS[field]!, header.words[slot % header.words.length]!), header.noise);
}

const YEARLY_TARGETS: readonly string[] = ["目標値", "目標", "目標数値", "計画値", "予定", "計画"];

/** Without a year 「数値目標」 over a statement might be the goal's name, and so might rarer labels. */
const UNDATED_TARGETS: readonly string[] = ["目標値", "最終目標値", "計画目標値", "目標数値", "最終目標"];

interface Counts {
  readonly actuals: number;
  readonly targets: number;
}

/** Columns of figures, in the order 基準値, 実績値, 目標値; the last target is the final one. */
export function figureColumns(header: HeaderPlan, counts: Counts, suffix: string): readonly FigureColumn[] {
  const { form, firstYear, yearStyle, isCalendarBaseline } = header;
  const year = (n: number, isCalendar = false): WrittenYear => spellYear(firstYear + n, yearStyle, isCalendar);
  const baseline = labelOf(header, "baseline", 0) + suffix;
  const actual = labelOf(header, "actual", 1) + suffix;
  // A label that says 最終 or 計画値 holds for the final year only.
  const isYearly = counts.targets > 1 || form === "year-pairs";
  const target = (isYearly ? noisy(pick(YEARLY_TARGETS, header.words[2]!), header.noise) : labelOf(header, "target", 2)) + suffix;
  const single = (role: FigureColumn["role"], index: number, label: string, at: WrittenYear): FigureColumn => ({
    field: role,
    role,
    index,
    labels: form === "year-row" ? [label, at.text] : [joinYear(label, at.text, header.join)],
    period: at.period,
  });
  const undated = (role: FigureColumn["role"], label: string): FigureColumn => ({ field: role, role, index: 0, labels: [label], period: null });
  const targetYear = (index: number): number => counts.actuals + 2 + index * 2;
  if (!header.hasYears && counts.actuals <= 1 && counts.targets === 1 && (form === "one-row" || form === "groups")) {
    return [undated("baseline", baseline), ...(counts.actuals === 1 ? [undated("actual", actual)] : []), undated("target", pick(UNDATED_TARGETS, header.words[2]!) + suffix)];
  }
  const first = single("baseline", 0, baseline, year(0, isCalendarBaseline));
  if (form === "year-pairs") {
    const years = Array.from({ length: Math.max(1, counts.actuals) }, (_, index) => index);
    const pairs = years.flatMap((index): FigureColumn[] => {
      const at = year(index + 1);
      return [
        { field: "target", role: "target", index, labels: [at.text, target], period: at.period },
        { field: "actual", role: "actual", index, labels: [at.text, actual], period: at.period },
      ];
    });
    return [first, ...pairs];
  }
  const isGrouped = (count: number): boolean => form === "groups" && count > 1;
  const many = (role: "actual" | "target", count: number, label: string, yearOf: (index: number) => number): FigureColumn[] =>
    Array.from({ length: count }, (_, index) => {
      const at = year(yearOf(index));
      if (isGrouped(count) || form === "three-rows") return { field: role, role, index, labels: [label, at.text], period: at.period };
      if (form === "bare-years" && role === "actual") return { field: role, role, index, labels: [at.text], period: at.period };
      return single(role, index, label, at);
    });
  return [first, ...many("actual", counts.actuals, actual, (index) => index + 1), ...many("target", counts.targets, target, targetYear)];
}
