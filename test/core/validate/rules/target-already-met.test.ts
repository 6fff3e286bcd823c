import { targetAlreadyMet } from "../../../../src/core/validate/rules/target-already-met";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const higher = { value: "higher-is-better", basis: "stated" } as const;
const lower = { value: "lower-is-better", basis: "stated" } as const;
const from = (baseline: number, target: number, parts: Parameters<typeof anIndicator>[0] = {}) =>
  aModel({
    indicators: [
      anIndicator({
        baseline: aFigure({ amount: baseline, unit: "人", at: "D2" }),
        target: aFigure({ amount: target, unit: "人", at: "E2" }),
        direction: higher,
        ...parts,
      }),
    ],
  });

testRule(targetAlreadyMet, {
  accepts: [
    { name: "これから増やす", model: from(100, 200) },
    { name: "これから減らす", model: from(200, 100, { direction: lower }) },
    { name: "維持が目標", model: from(100, 100, { direction: { value: "maintain", basis: "stated" } }) },
    {
      name: "向きが推定にとどまる",
      model: from(100, 100, { direction: { value: "higher-is-better", basis: "suggested" } }),
    },
    { name: "目標値が空欄", model: from(100, 0, { target: aFigure({ at: "E2" }) }) },
    { name: "基準値が空欄", model: from(0, 100, { baseline: aFigure({ at: "D2" }) }) },
    {
      name: "計画期間の累計は単年度の基準値と比べない",
      model: from(100, 0, { target: aFigure({ amount: 75, unit: "人", qualifier: "cumulative", at: "E2" }) }),
    },
    { name: "単位が違えば比べない", model: from(100, 0, { target: aFigure({ amount: 75, unit: "%", at: "E2" }) }) },
  ],
  rejects: [
    {
      name: "基準値に単位がなくても、目標値と同じ単位とみなす",
      model: from(0, 50, { baseline: aFigure({ amount: 60, at: "D2" }) }),
      violations: [{ at: "E2", params: { indicator: "登録者数", baseline: "60", target: "50" } }],
    },
    {
      name: "上がると良い指標の基準値が目標値と同じ",
      model: from(50, 50),
      violations: [{ at: "E2", params: { indicator: "登録者数", baseline: "50", target: "50" } }],
    },
    {
      name: "下がると良い指標の基準値が目標値より低い",
      model: from(3, 5, { direction: lower }),
      violations: [{ at: "E2", params: { indicator: "登録者数", baseline: "3", target: "5" } }],
    },
    {
      name: "「以上」の目標を基準値が超えている",
      model: from(120, 0, {
        direction: { value: "higher-is-better", basis: "target" },
        target: aFigure({ amount: 100, unit: "人", raw: "100人以上", qualifier: "at-least", at: "E2" }),
      }),
      violations: [{ at: "E2", params: { indicator: "登録者数", baseline: "120", target: "100人以上" } }],
    },
  ],
});
