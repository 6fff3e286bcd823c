import { indicatorTargetMissing } from "../../../../src/core/validate/rules/indicator-target-missing";
import { aFigure, aModel, anIndicator, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(indicatorTargetMissing, {
  accepts: [
    { name: "目標値がある", model: aModel({ indicators: [anIndicator()] }) },
    {
      name: "「-」と明示している",
      model: aModel({
        indicators: [anIndicator({ target: aFigure({ state: "not-applicable", raw: "-", at: "E2" }) })],
      }),
    },
    {
      name: "「設定予定」は空欄ではない",
      model: aModel({
        indicators: [anIndicator({ target: aFigure({ state: "pending", raw: "設定予定", at: "E2" }) })],
      }),
    },
    { name: "目標値の列がない表は別の指摘になる", model: aModel({ indicators: [anIndicator({ target: null })] }) },
    {
      name: "終わっていない年度の中間目標は空欄でよい",
      model: aModel({ indicators: [anIndicator({ targets: [aFigure({ period: fiscalYear(2025), at: "E2" })] })] }),
    },
    {
      name: "年度の分からない中間目標は空欄でよい",
      model: aModel({ indicators: [anIndicator({ targets: [aFigure({ at: "E2" })] })] }),
    },
    {
      name: "基準値や実績値の空欄は別の指摘になる",
      model: aModel({
        indicators: [anIndicator({ baseline: aFigure(), actuals: [aFigure({ period: fiscalYear(2024) })] })],
      }),
    },
  ],
  rejects: [
    {
      name: "最終目標が空欄",
      model: aModel({
        indicators: [anIndicator({ name: "新規創業数", target: aFigure({ period: fiscalYear(2029), at: "E2" }) })],
      }),
      violations: [{ at: "E2", params: { indicator: "新規創業数", period: "令和11年度" } }],
    },
    {
      name: "年度の書かれていない目標値が空欄",
      model: aModel({ indicators: [anIndicator({ target: aFigure({ at: "C8" }) })] }),
      violations: [{ at: "C8", params: { indicator: "登録者数", period: "" } }],
    },
    {
      name: "評価日に終わっている年度の中間目標が空欄",
      asOf: "2025-03-31",
      model: aModel({
        indicators: [
          anIndicator({
            targets: [aFigure({ period: fiscalYear(2024), at: "E2" }), aFigure({ period: fiscalYear(2025), at: "F2" })],
            target: aFigure({ period: fiscalYear(2026), at: "G2" }),
          }),
        ],
      }),
      violations: [
        { at: "E2", params: { indicator: "登録者数", period: "令和6年度" } },
        { at: "G2", params: { indicator: "登録者数", period: "令和8年度" } },
      ],
    },
  ],
});
