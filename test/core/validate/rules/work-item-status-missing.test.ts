import { workItemStatusMissing } from "../../../../src/core/validate/rules/work-item-status-missing";
import { a1, aModel, aSheet, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(workItemStatusMissing, {
  accepts: [
    { name: "進捗状況がある", model: aModel({ workItems: [aWorkItem({ statusAt: a1("L2") })] }) },
    { name: "進捗状況の列がない", model: aModel({ workItems: [aWorkItem({ status: null })] }) },
    {
      name: "横線は空欄ではない",
      model: aModel({ workItems: [aWorkItem({ status: null, statusAt: a1("L2") })] }),
      sheets: [aSheet({ L2: "-" })],
    },
  ],
  rejects: [
    {
      name: "進捗状況が空欄",
      model: aModel({ workItems: [aWorkItem({ title: "生成AIの活用", status: null, statusAt: a1("L14") })] }),
      violations: [{ at: "L14", params: { title: "生成AIの活用" } }],
    },
    {
      name: "どの□も選ばれていない",
      model: aModel({ workItems: [aWorkItem({ status: null, statusAt: a1("L2") })] }),
      sheets: [aSheet({ L2: "□未着手　□実施中　□完了" })],
      violations: [{ at: "L2", params: { title: "オンライン申請" } }],
    },
    {
      name: "進捗状況が空白だけ",
      model: aModel({ workItems: [aWorkItem({ status: null, statusAt: a1("L2") })] }),
      sheets: [aSheet({ L2: "\u3000" })],
      violations: [{ at: "L2", params: { title: "オンライン申請" } }],
    },
  ],
});
