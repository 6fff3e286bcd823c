import { defaultSettings } from "../../../../src/core/settings";
import { rateMismatch } from "../../../../src/core/validate/rules/rate-mismatch";
import { aFigure, aModel, anIndicator, aRate, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const HIGHER = { value: "higher-is-better", basis: "target" } as const;
const from = (amount: number, raw: string, parts: Parameters<typeof anIndicator>[0] = {}) =>
  aModel({
    indicators: [
      anIndicator({
        name: "オンライン申請率",
        direction: HIGHER,
        baseline: aFigure({ amount: 20, period: fiscalYear(2022), at: "D4" }),
        target: aFigure({ amount: 40, period: fiscalYear(2026), at: "E4" }),
        actuals: [aFigure({ amount: 30, period: fiscalYear(2024), at: "F4" })],
        statedRates: [aRate({ amount, raw, at: "G4" })],
        ...parts,
      }),
    ],
  });
const yearly = [
  aFigure({ amount: 11, period: fiscalYear(2023), at: "F4" }),
  aFigure({ amount: 13, period: fiscalYear(2024), at: "G4" }),
];

testRule(rateMismatch, {
  accepts: [
    { name: "実績値÷目標値", model: from(75, "75.0%") },
    { name: "基準値からの進み", model: from(50, "50%") },
    { name: "比率のまま書かれている", model: from(0.75, "0.75") },
    {
      name: "四捨五入した値",
      model: from(81.8, "81.8%", {
        baseline: null,
        target: aFigure({ amount: 55, at: "E4" }),
        actuals: [aFigure({ amount: 45, at: "F4" })],
      }),
    },
    { name: "基準値が空欄なら計算しきれない", model: from(33, "33%", { baseline: aFigure({ at: "D4" }) }) },
    { name: "目標値が空欄なら計算できない", model: from(33, "33%", { target: aFigure({ at: "E4" }) }) },
    {
      name: "実績値が集計中なら計算できない",
      model: from(33, "33%", {
        actuals: [aFigure({ state: "pending", raw: "集計中", at: "F4" })],
      }),
    },
    {
      name: "累計で計算している",
      model: from(60, "60%", {
        actuals: yearly,
        statedRates: [aRate({ amount: 60, at: "H4" })],
      }),
    },
    {
      name: "許容幅に収まる",
      settings: { tolerances: { ...defaultSettings.tolerances, ratePoints: 2 } },
      model: from(77, "77%"),
    },
    { name: "達成率の記載がない", model: from(0, "", { statedRates: [] }) },
  ],
  rejects: [
    {
      name: "どの式とも合わない",
      model: from(333.3, "333.3%"),
      violations: [
        { at: "G4", params: { indicator: "オンライン申請率", stated: "333.3%", formula: "ratio", percent: 75 } },
      ],
    },
    {
      name: "下がると良い指標では目標値÷実績値を示す",
      model: from(66, "66%", {
        direction: { value: "lower-is-better", basis: "target" },
        target: aFigure({ amount: 10, at: "E4" }),
        actuals: [aFigure({ amount: 16, at: "F4" })],
      }),
      violations: [
        { at: "G4", params: { indicator: "オンライン申請率", stated: "66%", formula: "inverse-ratio", percent: 62.5 } },
      ],
    },
    {
      name: "基準値の列がない表でも、実績値と目標値で確かめる",
      model: from(33, "33%", { baseline: null }),
      violations: [
        { at: "G4", params: { indicator: "オンライン申請率", stated: "33%", formula: "ratio", percent: 75 } },
      ],
    },
  ],
});
