import { indicatorUnlinked } from "../../../../src/core/validate/rules/indicator-unlinked";
import { aLink, aModel, anIndicator } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const other = anIndicator({ id: "i2", name: "文書の電子保存率", at: "A6" });

testRule(indicatorUnlinked, {
  accepts: [
    { name: "線の元にある", model: aModel({ links: [aLink("登録者数", "満足度", 5)], indicators: [anIndicator()] }) },
    { name: "線の先にある", model: aModel({ links: [aLink("広報", "登録者数", 5)], indicators: [anIndicator()] }) },
    {
      name: "番号でつながっている",
      model: aModel({ links: [aLink("A-1", "ＫＰＩ３", 5)], indicators: [anIndicator({ code: "KPI3" })] }),
    },
    {
      name: "表記が少し違う",
      model: aModel({
        links: [aLink("広報", "ウェブサイトの 取組み件数", 5)],
        indicators: [anIndicator({ name: "ウエブサイトの取り組み件数" })],
      }),
    },
    { name: "ロジックモデルのないブック", model: aModel({ indicators: [other] }) },
  ],
  rejects: [
    {
      name: "どの線にもない指標",
      model: aModel({ links: [aLink("登録者数", "満足度", 5)], indicators: [anIndicator(), other] }),
      violations: [{ at: "A6", params: { indicator: "文書の電子保存率" } }],
    },
    {
      name: "先が空欄の線しかない",
      model: aModel({ links: [aLink("申請", null, 5)], indicators: [anIndicator({ code: "KPI3" })] }),
      violations: [{ at: "B2", params: { indicator: "登録者数" } }],
    },
  ],
});
