import { workItemStatusUnknown } from "../../../../src/core/validate/rules/work-item-status-unknown";
import { a1, aModel, aSheet, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const withStatus = (raw: string, parts: Parameters<typeof aWorkItem>[0] = {}) =>
  aModel({ workItems: [aWorkItem({ status: { raw, value: "unknown" }, ...parts })] });

testRule(workItemStatusUnknown, {
  accepts: [
    { name: "区分に当てはまる", model: aModel({ workItems: [aWorkItem()] }) },
    { name: "進捗状況がない", model: aModel({ workItems: [aWorkItem({ status: null })] }) },
    { name: "横線は対象外という記載", model: withStatus("―") },
    {
      name: "エラー値は別の指摘になる",
      model: withStatus("#REF!", { statusAt: a1("L2") }),
      sheets: [aSheet({ L2: { error: "#REF!" } })],
    },
  ],
  rejects: [
    {
      name: "記号だけ",
      model: withStatus("◎", { title: "テレワークの導入", statusAt: a1("L17") }),
      violations: [{ at: "L17", params: { title: "テレワークの導入", status: "◎" } }],
    },
    {
      name: "進捗状況のセルが分からなければ業務名を指す",
      model: withStatus("順調に\n推移", { at: "B5" }),
      violations: [{ at: "B5", params: { title: "オンライン申請", status: "順調に 推移" } }],
    },
  ],
});
