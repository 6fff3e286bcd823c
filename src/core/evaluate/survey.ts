import type { Indicator } from "../model";
import { absolute, compare, subtract, toFraction } from "./fraction";

/** What only an 意識調査 can ask. 割合 alone says nothing of the kind: 耐震化した割合 is counted, not asked. */
const ASKED = /満足|意識|思う|思わ|感じ|実感|アンケート|意向/u;
const SURVEY = /意識調査|アンケート|世論調査|市民調査|住民調査|満足度調査/u;

/** An indicator in percent whose figure is people's answers, so that a small change may be chance. */
export function isSurveyIndicator({ name, unit, definition, source }: Indicator): boolean {
  if (unit?.normalize("NFKC") !== "%") return false;
  if (ASKED.test(name)) return true;
  return name.includes("割合") && SURVEY.test(`${definition ?? ""}\n${source ?? ""}`);
}

/**
 * 現状維持: a change from the baseline smaller than the tolerance. Only where a municipality asks for it.
 * Source: 福岡市 保健福祉総合計画, 意識系の指標は±3％未満の変動は「現状維持」.
 */
export function isWithinSurveyTolerance(
  indicator: Indicator,
  { actual, baseline, points }: Readonly<Record<"actual" | "baseline" | "points", number | null>>,
): boolean {
  if (actual === null || baseline === null || points === null || !isSurveyIndicator(indicator)) return false;
  const now = toFraction(actual);
  const before = toFraction(baseline);
  const limit = toFraction(points);
  if (now === undefined || before === undefined || limit === undefined) return false;
  return compare(absolute(subtract(now, before)), limit) < 0;
}
