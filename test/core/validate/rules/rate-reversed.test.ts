import { rateReversed } from "../../../../src/core/validate/rules/rate-reversed";
import { aFigure, aModel, anIndicator, aRate, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const LOWER = { value: "lower-is-better", basis: "target" } as const;
const from = (baseline: number, target: number, actual: number, parts: Parameters<typeof anIndicator>[0] = {}) =>
  aModel({
    indicators: [
      anIndicator({
        name: "人身事故発生件数",
        direction: LOWER,
        baseline: aFigure({ amount: baseline, period: fiscalYear(2022), at: "D4" }),
        target: aFigure({ amount: target, period: fiscalYear(2026), at: "E4" }),
        actuals: [aFigure({ amount: actual, period: fiscalYear(2024), at: "F4" })],
        ...parts,
      }),
    ],
  });
const stated = (amount: number, raw: string) => ({ statedRates: [aRate({ amount, raw, at: "G4" })] });

testRule(rateReversed, {
  accepts: [
    {
      name: "上がると良い指標の実績値÷目標値",
      model: from(40, 60, 63, {
        direction: { value: "higher-is-better", basis: "target" },
        ...stated(105, "105.0%"),
      }),
    },
    { name: "目標値÷実績値", model: from(120, 100, 110, stated(90.9, "90.9%")) },
    { name: "基準値からの進み", model: from(40, 35, 38, stated(40, "40.0%")) },
    { name: "目標値ちょうどなら、どちらで計算しても100%", model: from(120, 100, 100, stated(100, "100.0%")) },
    { name: "どの式とも合わない", model: from(120, 100, 110, stated(77.7, "77.7%")) },
    {
      name: "向きが推定にとどまる",
      model: from(120, 100, 110, {
        direction: { value: "lower-is-better", basis: "suggested" },
        ...stated(110, "110.0%"),
      }),
    },
    { name: "達成率の記載がない", model: from(120, 100, 110) },
    { name: "実績値がない", model: from(120, 100, 0, { actuals: [aFigure({ at: "F4" })], ...stated(110, "110.0%") }) },
  ],
  rejects: [
    {
      name: "悪化しているのに100%を超える",
      model: from(120, 100, 110, stated(110, "110.0%")),
      violations: [{ at: "G4", params: { indicator: "人身事故発生件数", stated: "110.0%" } }],
    },
    {
      name: "比率1.6のまま書かれている",
      model: from(25, 10, 16, stated(1.6, "1.6")),
      violations: [{ at: "G4", params: { indicator: "人身事故発生件数", stated: "1.6" } }],
    },
    {
      name: "達成しているのに100%に届かない",
      model: from(120, 100, 80, stated(80, "80%")),
      violations: [{ at: "G4", params: { indicator: "人身事故発生件数", stated: "80%" } }],
    },
    {
      name: "目標値の「以下」から向きが分かる",
      model: from(120, 0, 110, {
        direction: { value: "higher-is-better", basis: "suggested" },
        target: aFigure({ amount: 100, raw: "100件以下", qualifier: "at-most", at: "E4" }),
        ...stated(110, "110.0%"),
      }),
      violations: [{ at: "G4", params: { indicator: "人身事故発生件数", stated: "110.0%" } }],
    },
  ],
});
