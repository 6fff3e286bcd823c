import { indicatorTargetPending } from "../../../../src/core/validate/rules/indicator-target-pending";
import { aFigure, aModel, anIndicator, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const pending = (raw: string, year: number, at: string) =>
  aFigure({ state: "pending", raw, period: fiscalYear(year), at });

testRule(indicatorTargetPending, {
  accepts: [
    { name: "目標値がある", model: aModel({ indicators: [anIndicator()] }) },
    { name: "空欄は別の指摘になる", model: aModel({ indicators: [anIndicator({ target: aFigure() })] }) },
    { name: "目標値の列がない", model: aModel({ indicators: [anIndicator({ target: null })] }) },
    {
      name: "実績値の「集計中」は目標値ではない",
      model: aModel({ indicators: [anIndicator({ actuals: [pending("集計中", 2024, "F2")] })] }),
    },
    {
      name: "終わっていない年度の中間目標は未確定でよい",
      model: aModel({ indicators: [anIndicator({ targets: [pending("検討中", 2025, "E2")] })] }),
    },
  ],
  rejects: [
    {
      name: "目標値が「設定予定」",
      model: aModel({ indicators: [anIndicator({ target: pending("設定予定", 2026, "V17") })] }),
      violations: [{ at: "V17", params: { indicator: "登録者数", period: "令和8年度", stated: "設定予定" } }],
    },
    {
      name: "終わった年度の中間目標が「検討中」のまま",
      model: aModel({ indicators: [anIndicator({ targets: [pending(" 検討中 ", 2024, "E2")] })] }),
      violations: [{ at: "E2", params: { indicator: "登録者数", period: "令和6年度", stated: "検討中" } }],
    },
  ],
});
