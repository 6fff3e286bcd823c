import { indicatorDirectionUnconfirmed } from "../../../../src/core/validate/rules/indicator-direction-unconfirmed";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(indicatorDirectionUnconfirmed, {
  accepts: [
    { name: "目標値から向きが分かる", model: aModel({ indicators: [anIndicator()] }) },
    {
      name: "シートに向きが書かれている",
      model: aModel({ indicators: [anIndicator({ direction: { value: "lower-is-better", basis: "stated" } })] }),
    },
    {
      name: "向きは分からないが、目標値もまだない",
      model: aModel({
        indicators: [anIndicator({ direction: { value: "unknown", basis: "none" }, target: aFigure() })],
      }),
    },
    {
      name: "数値によらない目標",
      model: aModel({ indicators: [anIndicator({ direction: { value: "milestone", basis: "target" } })] }),
    },
  ],
  rejects: [
    {
      name: "語からの推定にとどまる",
      model: aModel({ indicators: [anIndicator({ direction: { value: "lower-is-better", basis: "suggested" } })] }),
      violations: [{ at: "B2", params: { indicator: "登録者数", direction: "lower-is-better" } }],
    },
    {
      name: "推定は目標値がなくても確認を求める",
      model: aModel({
        indicators: [
          anIndicator({ direction: { value: "higher-is-better", basis: "suggested" }, target: null, at: "M9" }),
        ],
      }),
      violations: [{ at: "M9", params: { indicator: "登録者数", direction: "higher-is-better" } }],
    },
    {
      name: "目標値があるのに向きが分からない",
      model: aModel({ indicators: [anIndicator({ direction: { value: "unknown", basis: "none" } })] }),
      violations: [{ at: "B2", params: { indicator: "登録者数", direction: "unknown" } }],
    },
  ],
});
