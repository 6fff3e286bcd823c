import { indicatorDuplicate } from "../../../../src/core/validate/rules/indicator-duplicate";
import { aModel, anIndicator, aTable } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

testRule(indicatorDuplicate, {
  accepts: [
    {
      name: "名前が違う",
      model: aModel({ indicators: [anIndicator(), anIndicator({ id: "i2", name: "利用者数", at: "B3" })] }),
    },
    {
      name: "別の表にある",
      model: aModel({
        tables: [aTable(), aTable({ id: "t2", range: "A30:H40" })],
        indicators: [anIndicator(), anIndicator({ id: "i2", tableId: "t2", at: "B31" })],
      }),
    },
    {
      name: "結合セルの一つの名前を何行かで使う",
      model: aModel({ indicators: [anIndicator(), anIndicator({ id: "i2" })] }),
    },
  ],
  rejects: [
    {
      name: "二度目から後をすべて指す",
      model: aModel({
        indicators: [
          anIndicator({ at: "B4" }),
          anIndicator({ id: "i2", at: "B7" }),
          anIndicator({ id: "i3", name: "利用者数", at: "B8" }),
          anIndicator({ id: "i4", at: "B9" }),
        ],
      }),
      violations: [
        { at: "B7", params: { indicator: "登録者数", first: "B4" } },
        { at: "B9", params: { indicator: "登録者数", first: "B4" } },
      ],
    },
    {
      name: "全角と半角、空白の違いは同じ名前",
      model: aModel({
        indicators: [
          anIndicator({ name: "SNS登録者数" }),
          anIndicator({ id: "i2", name: "ＳＮＳ 登録者数", at: "B3" }),
        ],
      }),
      violations: [{ at: "B3", params: { indicator: "ＳＮＳ 登録者数", first: "B2" } }],
    },
  ],
});
