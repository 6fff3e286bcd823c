import { figureUnreadable } from "../../../../src/core/validate/rules/figure-unreadable";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const unreadable = (raw: string, at: string) => aFigure({ state: "unreadable", raw, at });

testRule(figureUnreadable, {
  accepts: [
    { name: "どの値も読める", model: aModel({ indicators: [anIndicator()] }) },
    {
      name: "エラー値は別の指摘になる",
      model: aModel({
        indicators: [
          anIndicator({ target: aFigure({ state: "unreadable", raw: "#REF!", isCellError: true, at: "E2" }) }),
        ],
      }),
    },
    {
      name: "言葉による目標は読めないのではない",
      model: aModel({
        indicators: [anIndicator({ target: aFigure({ state: "qualitative", raw: "前年度以上", at: "E2" }) })],
      }),
    },
  ],
  rejects: [
    {
      name: "実績値が単位だけ",
      model: aModel({ indicators: [anIndicator({ actuals: [unreadable("％", "D11")] })] }),
      violations: [{ at: "D11", params: { indicator: "登録者数", role: "actual", stated: "％" } }],
    },
    {
      name: "基準値・中間目標・目標値も見る",
      model: aModel({
        indicators: [
          anIndicator({
            baseline: unreadable("1.2.3", "D2"),
            targets: [unreadable("人", "E2")],
            target: unreadable(" 12,34人\n", "F2"),
          }),
        ],
      }),
      violations: [
        { at: "D2", params: { indicator: "登録者数", role: "baseline", stated: "1.2.3" } },
        { at: "E2", params: { indicator: "登録者数", role: "interim-target", stated: "人" } },
        { at: "F2", params: { indicator: "登録者数", role: "target", stated: "12,34人" } },
      ],
    },
  ],
});
