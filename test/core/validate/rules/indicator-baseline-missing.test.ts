import { indicatorBaselineMissing } from "../../../../src/core/validate/rules/indicator-baseline-missing";
import { aFigure, aModel, anIndicator, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(indicatorBaselineMissing, {
  accepts: [
    { name: "基準値がある", model: aModel({ indicators: [anIndicator()] }) },
    { name: "基準値の列がない", model: aModel({ indicators: [anIndicator({ baseline: null })] }) },
    {
      name: "「調査中」は値が来るという記載",
      model: aModel({ indicators: [anIndicator({ baseline: aFigure({ state: "pending", raw: "調査中" }) })] }),
    },
    {
      name: "目標値の空欄は別の指摘になる",
      model: aModel({ indicators: [anIndicator({ target: aFigure({ at: "E2" }) })] }),
    },
  ],
  rejects: [
    {
      name: "基準値が空欄",
      model: aModel({ indicators: [anIndicator({ baseline: aFigure({ period: fiscalYear(2023), at: "O8" }) })] }),
      violations: [{ at: "O8", params: { indicator: "登録者数", period: "令和5年度", stated: "" } }],
    },
    {
      name: "基準値が横線",
      model: aModel({
        indicators: [anIndicator({ baseline: aFigure({ state: "not-applicable", raw: " ― ", at: "C101" }) })],
      }),
      violations: [{ at: "C101", params: { indicator: "登録者数", period: "", stated: "―" } }],
    },
  ],
});
