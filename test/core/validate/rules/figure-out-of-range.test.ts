import { figureOutOfRange } from "../../../../src/core/validate/rules/figure-out-of-range";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const rateOf = (name: string, amount: number, parts: Parameters<typeof anIndicator>[0] = {}) =>
  anIndicator({
    name,
    unit: "%",
    baseline: null,
    target: null,
    actuals: [aFigure({ amount, unit: "%", raw: `${String(amount)}%`, at: "F2" })],
    ...parts,
  });

testRule(figureOutOfRange, {
  accepts: [
    { name: "ちょうど100%", model: aModel({ indicators: [rateOf("オンライン申請率", 100)] }) },
    { name: "ちょうど0%", model: aModel({ indicators: [rateOf("オンライン申請率", 0)] }) },
    { name: "割合でない数値は100を超えてよい", model: aModel({ indicators: [anIndicator()] }) },
    { name: "前年比は除く", model: aModel({ indicators: [rateOf("観光客数の前年比", 120)] }) },
    { name: "増減率は負でもよい", model: aModel({ indicators: [rateOf("人口増減率", -3.5)] }) },
    {
      name: "説明に対前年度とある",
      model: aModel({ indicators: [rateOf("売上", 130, { definition: "対前年度の割合" })] }),
    },
    { name: "達成率は100%を超えてよい", model: aModel({ indicators: [rateOf("計画達成率", 105)] }) },
    {
      name: "セルに前年度比と書いてある",
      model: aModel({
        indicators: [
          rateOf("売上", 0, { actuals: [aFigure({ amount: 105, unit: "%", raw: "前年度比105%", at: "F2" })] }),
        ],
      }),
    },
    {
      name: "割合でない名前の目標の△は、減らす量",
      model: aModel({ indicators: [rateOf("残業時間", 50, { target: aFigure({ amount: -10, unit: "%", raw: "△10％", at: "E2" }) })] }),
    },
    { name: "空欄", model: aModel({ indicators: [rateOf("満足度", 0, { actuals: [aFigure({ unit: "%" })] })] }) },
  ],
  rejects: [
    {
      name: "100%を超える",
      model: aModel({ indicators: [rateOf("オンライン申請率", 120)] }),
      violations: [{ at: "F2", params: { indicator: "オンライン申請率", role: "actual", stated: "120%" } }],
    },
    {
      name: "割合でない名前でも、実績の△は指摘する",
      model: aModel({ indicators: [rateOf("残業時間", 0, { actuals: [aFigure({ amount: -10, unit: "%", raw: "△10％", at: "F2" })] })] }),
      violations: [{ at: "F2", params: { indicator: "残業時間", role: "actual", stated: "△10％" } }],
    },
    {
      name: "割合の名前の目標は、△でも指摘する",
      model: aModel({ indicators: [rateOf("ごみ資源化率", 50, { target: aFigure({ amount: -10, unit: "%", raw: "△10％", at: "E2" }) })] }),
      violations: [{ at: "E2", params: { indicator: "ごみ資源化率", role: "target", stated: "△10％" } }],
    },
    {
      name: "符号が頭にない目標は、減らす量ではない",
      model: aModel({ indicators: [rateOf("残業時間", 50, { target: aFigure({ amount: -10, unit: "%", raw: "約△10％", at: "E2" }) })] }),
      violations: [{ at: "E2", params: { indicator: "残業時間", role: "target", stated: "約△10％" } }],
    },
    {
      name: "割合でない名前でも、100を超える目標は指摘する",
      model: aModel({ indicators: [rateOf("残業時間", 50, { target: aFigure({ amount: 110, unit: "%", raw: "＋110％", at: "E2" }) })] }),
      violations: [{ at: "E2", params: { indicator: "残業時間", role: "target", stated: "＋110％" } }],
    },
    {
      name: "負の割合。基準値と目標値も見る",
      model: aModel({
        indicators: [
          rateOf("市民満足度", 50, {
            baseline: aFigure({ amount: -5, unit: "%", raw: "△5%", at: "D2" }),
            target: aFigure({ amount: 100.1, unit: "%", raw: "100.1", at: "E2" }),
          }),
        ],
      }),
      violations: [
        { at: "D2", params: { indicator: "市民満足度", role: "baseline", stated: "△5%" } },
        { at: "E2", params: { indicator: "市民満足度", role: "target", stated: "100.1" } },
      ],
    },
  ],
});
