import { indicatorTargetColumnMissing } from "../../../../src/core/validate/rules/indicator-target-column-missing";
import { aField, aFigure, aModel, anIndicator, aTable } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const fields = [
  aField("name", "指標名", "B4"),
  aField("policy", "基本目標", "A4"),
  aField("definition", "指標の説明", "C4"),
];

testRule(indicatorTargetColumnMissing, {
  accepts: [
    { name: "目標値の列がある", model: aModel({ tables: [aTable({ fields })], indicators: [anIndicator()] }) },
    {
      name: "目標値の列はあるが空欄",
      model: aModel({ tables: [aTable({ fields })], indicators: [anIndicator({ target: aFigure({ at: "D5" }) })] }),
    },
    { name: "指標のない表", model: aModel({ tables: [aTable({ fields, kind: "measures" })] }) },
    {
      name: "一部の指標だけ目標値を読めなかった表には列がある",
      model: aModel({
        tables: [aTable({ fields })],
        indicators: [anIndicator({ target: null }), anIndicator({ id: "i2" })],
      }),
    },
  ],
  rejects: [
    {
      name: "どの指標にも目標値がなければ、見出しの左上を一度だけ指す",
      model: aModel({
        tables: [aTable({ fields })],
        indicators: [anIndicator({ target: null, at: "B5" }), anIndicator({ id: "i2", target: null, at: "B6" })],
      }),
      violations: [{ at: "A4", params: { count: 2 } }],
    },
    {
      name: "表ごとに指す。見出しの位置が分からなければ表の左上",
      model: aModel({
        tables: [
          aTable({ fields }),
          aTable({ id: "t2", range: "B10:D12" }),
          aTable({ id: "t3", range: "B20:D22", fields }),
        ],
        indicators: [
          anIndicator(),
          anIndicator({ id: "i2", tableId: "t2", target: null }),
          anIndicator({ id: "i3", tableId: "t3", target: null }),
        ],
      }),
      violations: [
        { at: "B10", params: { count: 1 } },
        { at: "A4", params: { count: 1 } },
      ],
    },
  ],
});
