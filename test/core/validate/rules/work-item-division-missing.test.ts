import { workItemDivisionMissing } from "../../../../src/core/validate/rules/work-item-division-missing";
import { a1, aModel, aSheet, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(workItemDivisionMissing, {
  accepts: [
    { name: "担当課がある", model: aModel({ workItems: [aWorkItem({ divisionAt: a1("F2") })] }) },
    { name: "担当課の列がない", model: aModel({ workItems: [aWorkItem({ divisions: [] })] }) },
    {
      name: "横線は空欄ではない",
      model: aModel({ workItems: [aWorkItem({ divisions: [], divisionAt: a1("F2") })] }),
      sheets: [aSheet({ F2: "―" })],
    },
  ],
  rejects: [
    {
      name: "担当課が空欄",
      model: aModel({ workItems: [aWorkItem({ title: "SNSの活用拡大", divisions: [], divisionAt: a1("F11") })] }),
      violations: [{ at: "F11", params: { title: "SNSの活用拡大" } }],
    },
    {
      name: "担当課が空白だけ",
      model: aModel({ workItems: [aWorkItem(), aWorkItem({ id: "w2", divisions: [], divisionAt: a1("F3") })] }),
      sheets: [aSheet({ F3: " \u3000\n" })],
      violations: [{ at: "F3", params: { title: "オンライン申請" } }],
    },
  ],
});
