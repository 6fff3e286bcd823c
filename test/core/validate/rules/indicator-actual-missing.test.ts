import { indicatorActualMissing } from "../../../../src/core/validate/rules/indicator-actual-missing";
import { aFigure, aModel, anIndicator, calendarYear, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const blank = (year: number, at: string) => aFigure({ period: fiscalYear(year), at });

testRule(indicatorActualMissing, {
  accepts: [
    { name: "実績値がある", model: aModel({ indicators: [anIndicator()] }) },
    {
      name: "終わっていない年度は空欄でよい",
      model: aModel({ indicators: [anIndicator({ actuals: [blank(2025, "R7")] })] }),
    },
    {
      name: "年度は3月30日には終わっていない",
      asOf: "2025-03-30",
      model: aModel({ indicators: [anIndicator({ actuals: [blank(2024, "R7")] })] }),
    },
    {
      name: "年度の分からない列は空欄でよい",
      model: aModel({ indicators: [anIndicator({ actuals: [aFigure({ at: "F2" })] })] }),
    },
    {
      name: "「集計中」は空欄ではない",
      model: aModel({
        indicators: [
          anIndicator({ actuals: [aFigure({ state: "pending", raw: "集計中", period: fiscalYear(2024) })] }),
        ],
      }),
    },
  ],
  rejects: [
    {
      name: "終わった年度だけを、年度ごとに指す",
      model: aModel({
        indicators: [anIndicator({ actuals: [blank(2023, "Q7"), blank(2024, "R7"), blank(2025, "S7")] })],
      }),
      violations: [
        { at: "Q7", params: { indicator: "登録者数", period: "令和5年度" } },
        { at: "R7", params: { indicator: "登録者数", period: "令和6年度" } },
      ],
    },
    {
      name: "年度は3月31日に終わる",
      asOf: "2025-03-31",
      model: aModel({ indicators: [anIndicator({ actuals: [blank(2024, "R7")] })] }),
      violations: [{ at: "R7", params: { indicator: "登録者数", period: "令和6年度" } }],
    },
    {
      name: "暦年は12月31日に終わる",
      asOf: "2024-12-31",
      model: aModel({ indicators: [anIndicator({ actuals: [aFigure({ period: calendarYear(2024), at: "F2" })] })] }),
      violations: [{ at: "F2", params: { indicator: "登録者数", period: "令和6年" } }],
    },
  ],
});
