import { cellError } from "../../../../src/core/validate/rules/cell-error";
import { aModel, aSheet, aTable } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(cellError, {
  accepts: [
    { name: "エラー値がない", model: aModel(), sheets: [aSheet({ A1: "指標", B2: 5 })] },
    { name: "文字で書かれた #REF!", model: aModel(), sheets: [aSheet({ B2: "#REF!" })] },
    {
      name: "表の外のエラー値",
      model: aModel({ tables: [aTable({ range: "B2:C4" })] }),
      sheets: [
        aSheet({ A2: { error: "#REF!" }, D2: { error: "#REF!" }, B1: { error: "#REF!" }, B5: { error: "#REF!" } }),
      ],
    },
  ],
  rejects: [
    {
      name: "表の四隅のエラー値",
      model: aModel({ tables: [aTable({ range: "B2:C4" })] }),
      sheets: [
        aSheet({ B2: { error: "#REF!" }, C2: { error: "#N/A" }, B4: { error: "#DIV/0!" }, C4: { error: "#BUSY!" } }),
      ],
      violations: [
        { at: "B2", params: { error: "#REF!" } },
        { at: "C2", params: { error: "#N/A" } },
        { at: "B4", params: { error: "#DIV/0!" } },
        { at: "C4", params: { error: "#BUSY!" } },
      ],
    },
    {
      name: "別のシートの表",
      model: aModel({ tables: [aTable({ sheet: "実績" })] }),
      sheets: [aSheet({ C3: { error: "#VALUE!" } }, "実績")],
      violations: [{ at: "実績!C3", params: { error: "#VALUE!" } }],
    },
  ],
});
