import { figureNumberAsText } from "../../../../src/core/validate/rules/figure-number-as-text";
import { aFigure, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(figureNumberAsText, {
  accepts: [
    { name: "数値が数値として入っている", model: aModel({ indicators: [anIndicator()] }) },
    {
      name: "単位の付いた文字列",
      model: aModel({
        indicators: [
          anIndicator({ target: aFigure({ amount: 46, raw: "46人", unit: "人", hasOwnUnit: true, at: "E2" }) }),
        ],
      }),
    },
  ],
  rejects: [
    {
      name: "桁区切りのある文字列には、数値を候補として添える",
      model: aModel({
        indicators: [anIndicator({ target: aFigure({ amount: 1234, raw: "1,234", isNumericText: true, at: "E2" }) })],
      }),
      violations: [{ at: "E2", params: { indicator: "登録者数", role: "target", stated: "1,234" }, suggestion: 1234 }],
    },
    {
      name: "単位の列が千人でも、候補はセルの数値のまま",
      model: aModel({
        indicators: [
          anIndicator({
            actuals: [aFigure({ amount: 466000, raw: " ４６６ ", unit: "人", isNumericText: true, at: "F2" })],
          }),
        ],
      }),
      violations: [{ at: "F2", params: { indicator: "登録者数", role: "actual", stated: "４６６" }, suggestion: 466 }],
    },
  ],
});
