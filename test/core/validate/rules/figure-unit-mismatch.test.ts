import { figureUnitMismatch } from "../../../../src/core/validate/rules/figure-unit-mismatch";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const inUnit = (unit: string | null, at: string) => aFigure({ amount: 10, unit, at });

testRule(figureUnitMismatch, {
  accepts: [
    { name: "どの値も同じ単位", model: aModel({ indicators: [anIndicator()] }) },
    { name: "目標値に単位がない", model: aModel({ indicators: [anIndicator({ target: inUnit(null, "E2") })] }) },
    { name: "人と名は同じ", model: aModel({ indicators: [anIndicator({ target: inUnit("名", "E2") })] }) },
    {
      name: "件と件数は同じ",
      model: aModel({
        indicators: [anIndicator({ baseline: null, target: inUnit("件数", "E2"), actuals: [inUnit("件", "F2")] })],
      }),
    },
    {
      name: "数値のない値は比べない",
      model: aModel({
        indicators: [anIndicator({ target: aFigure({ state: "pending", raw: "設定予定", unit: "%", at: "E2" }) })],
      }),
    },
  ],
  rejects: [
    {
      name: "実績値だけ違っていても目標値を指す",
      model: aModel({ indicators: [anIndicator({ actuals: [inUnit("%", "F2")] })] }),
      violations: [
        {
          at: "E2",
          params: { indicator: "登録者数", role: "target", unit: "人", otherRole: "actual", otherUnit: "%" },
        },
      ],
    },
    {
      name: "目標値が空欄でも、目標値のセルを指す",
      model: aModel({ indicators: [anIndicator({ target: aFigure({ at: "E2" }), actuals: [inUnit("件", "F2")] })] }),
      violations: [
        {
          at: "E2",
          params: { indicator: "登録者数", role: "baseline", unit: "人", otherRole: "actual", otherUnit: "件" },
        },
      ],
    },
    {
      name: "目標値の列がなければ、違う単位のセルを指す",
      model: aModel({ indicators: [anIndicator({ target: null, actuals: [inUnit("回", "F2")] })] }),
      violations: [
        {
          at: "F2",
          params: { indicator: "登録者数", role: "baseline", unit: "人", otherRole: "actual", otherUnit: "回" },
        },
      ],
    },
    {
      name: "目標値に単位がなくても、基準値と実績値を比べる",
      model: aModel({ indicators: [anIndicator({ target: inUnit(null, "E2"), actuals: [inUnit("件", "F2")] })] }),
      violations: [
        {
          at: "E2",
          params: { indicator: "登録者数", role: "baseline", unit: "人", otherRole: "actual", otherUnit: "件" },
        },
      ],
    },
    {
      name: "割合とポイントは違う",
      model: aModel({
        indicators: [anIndicator({ baseline: inUnit("%", "D2"), target: inUnit("ポイント", "E2"), actuals: [] })],
      }),
      violations: [
        {
          at: "E2",
          params: { indicator: "登録者数", role: "target", unit: "ポイント", otherRole: "baseline", otherUnit: "%" },
        },
      ],
    },
  ],
});
