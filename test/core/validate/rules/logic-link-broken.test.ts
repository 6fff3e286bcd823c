import { logicLinkBroken } from "../../../../src/core/validate/rules/logic-link-broken";
import { aLink, aModel, anIndicator, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(logicLinkBroken, {
  accepts: [
    { name: "線の先が別の線の元", model: aModel({ links: [aLink("A-1", "B-1", 5), aLink("B-1", "C", 6)] }) },
    { name: "線の先が名前だけの「ありたい姿」", model: aModel({ links: [aLink("満足度", "誰一人取り残さない", 5)] }) },
    {
      name: "線の先が指標の番号",
      model: aModel({ links: [aLink("A-1", "KPI-３", 5)], indicators: [anIndicator({ code: "KPI-3" })] }),
    },
    {
      name: "線の先が個別業務の番号",
      model: aModel({ links: [aLink("A-1", "No.7", 5)], workItems: [aWorkItem({ no: "7" })] }),
    },
    {
      name: "番号のない指標と個別業務が並ぶ",
      model: aModel({ links: [aLink("A-1", "満足度", 5)], indicators: [anIndicator({ code: null, name: "満足度" })], workItems: [aWorkItem({ no: null })] }),
    },
    { name: "線がない", model: aModel() },
  ],
  rejects: [
    {
      name: "線の先が空欄",
      model: aModel({ links: [aLink("SNS登録者数", null, 11)] }),
      violations: [{ at: "C11", params: { from: "SNS登録者数", to: "" } }],
    },
    {
      name: "どこにもない番号",
      model: aModel({
        links: [aLink("A-1", "KPI-9", 5)],
        indicators: [anIndicator({ code: "KPI-3" })],
        workItems: [aWorkItem({ no: "9" })],
      }),
      violations: [{ at: "C5", params: { from: "A-1", to: "KPI-9" } }],
    },
    {
      name: "自分自身に戻る線は、別の線の元ではない",
      model: aModel({ links: [aLink("12", "12", 5)] }),
      violations: [{ at: "C5", params: { from: "12", to: "12" } }],
    },
  ],
});
