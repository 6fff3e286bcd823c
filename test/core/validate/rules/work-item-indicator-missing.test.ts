import { workItemIndicatorMissing } from "../../../../src/core/validate/rules/work-item-indicator-missing";
import { aField, aModel, anIndicator, aTable, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const tied = anIndicator({ workItem: "w1" });
const withNames = { fields: [aField("name", "指標名", "M5")] };

testRule(workItemIndicatorMissing, {
  accepts: [
    { name: "どの業務にも指標がある", model: aModel({ workItems: [aWorkItem()], indicators: [tied] }) },
    {
      name: "指標を業務に結び付けていないブック",
      model: aModel({ workItems: [aWorkItem()], indicators: [anIndicator()] }),
    },
    {
      name: "指標の欄があっても、まだ一つも結び付いていない",
      model: aModel({ tables: [aTable(withNames)], workItems: [aWorkItem()] }),
    },
    {
      name: "指標の欄がない別の一覧",
      model: aModel({
        tables: [aTable(), aTable({ id: "t2" })],
        workItems: [aWorkItem(), aWorkItem({ id: "w2", tableId: "t2", title: "主要事業" })],
        indicators: [tied],
      }),
    },
    ...(["no", "title", "remarks"] as const).map((part) => ({
      name: `再掲と書いてある業務（${part}）`,
      model: aModel({ workItems: [aWorkItem(), aWorkItem({ id: "w2", at: "D15", [part]: "電子決裁（再掲）" })], indicators: [tied] }),
    })),
  ],
  rejects: [
    {
      name: "指標のない業務",
      model: aModel({
        workItems: [aWorkItem(), aWorkItem({ id: "w2", title: "電子決裁", at: "D15" })],
        indicators: [tied],
      }),
      violations: [{ at: "D15", params: { title: "電子決裁" } }],
    },
    {
      name: "指標の欄がある別の一覧",
      model: aModel({
        tables: [aTable(), aTable({ id: "t2", ...withNames })],
        workItems: [aWorkItem(), aWorkItem({ id: "w2", tableId: "t2", title: "文書管理", at: "D30" })],
        indicators: [tied],
      }),
      violations: [{ at: "D30", params: { title: "文書管理" } }],
    },
    {
      name: "個票はシートをまたいで一つの一覧",
      model: aModel({
        tables: [aTable({ kind: "form" }), aTable({ id: "t2", kind: "form", sheet: "個票02" })],
        workItems: [aWorkItem(), aWorkItem({ id: "w2", tableId: "t2", title: "電話改革", at: "個票02!B3" })],
        indicators: [tied],
      }),
      violations: [{ at: "個票02!B3", params: { title: "電話改革" } }],
    },
  ],
});
