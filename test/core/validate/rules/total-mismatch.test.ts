import { totalMismatch } from "../../../../src/core/validate/rules/total-mismatch";
import { aField, aModel, aSheet, aTable, type CellDrawing } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

type Role = "item" | "total" | "blank" | "comment";

const ROLES: Readonly<Record<string, Role>> = { "-": "item", "=": "total", " ": "blank", "※": "comment" };

/** Rows from row 2 on: 「-」 an item, 「=」 a total. Column A holds the label, B and C figures. */
const book = (
  lines: string,
  cells: CellDrawing,
  parts: Parameters<typeof aTable>[0] = {},
  merges: readonly string[] = [],
) => ({
  model: aModel({
    tables: [
      aTable({
        range: `A1:C${String(lines.length + 1)}`,
        fields: [aField("title", "区分", "A1"), aField("other", "事業数", "B1"), aField("other", "事業費", "C1")],
        lines: [...lines].map((mark, index) => ({ index: index + 1, role: ROLES[mark] ?? "item" })),
        ...parts,
      }),
    ],
  }),
  sheets: [aSheet(cells, "KPI", merges)],
});

const twoAndTotal = { A2: "総務", B2: 10, A3: "福祉", B3: 20, A4: "合計" };

/** 区分 across, the figures down. */
const transposed = () =>
  aTable({
    range: "A1:D3",
    orientation: "columns",
    fields: [aField("title", "区分", "A1", { column: null }), aField("other", "事業数", "A2", { column: null }), aField("other", "事業費", "A3", { column: null })],
    lines: [
      { index: 1, role: "item" },
      { index: 2, role: "item" },
      { index: 3, role: "total" },
    ],
  });

testRule(totalMismatch, {
  accepts: [
    { name: "合計が合う", ...book("--=", { ...twoAndTotal, B4: 30 }) },
    { name: "合計が空欄", ...book("--=", { ...twoAndTotal }) },
    { name: "内訳に空欄がある", ...book("--=", { A2: "総務", B2: 10, A3: "福祉", A4: "合計", B4: 30 }) },
    { name: "内訳に横線がある", ...book("--=", { A2: "総務", B2: 10, A3: "福祉", B3: "-", A4: "合計", B4: 30 }) },
    { name: "内訳がない", ...book("=", { A2: "合計", B2: 5 }) },
    {
      name: "割合の列は足さない",
      ...book("--=", { ...twoAndTotal, B4: 15 }, { fields: [aField("other", "実施率", "B1")] }),
    },
    {
      name: "達成率の列は足さない",
      ...book("--=", { ...twoAndTotal, B4: 15 }, { fields: [aField("rate", "達成状況", "B1")] }),
    },
    {
      name: "パーセント表示の値は足さない",
      ...book("--=", { ...twoAndTotal, B2: { value: 0.1, format: "0%" }, B4: { value: 0.15, format: "0%" } }),
    },
    { name: "内訳に率の行がある", ...book("--=", { ...twoAndTotal, A3: "利用率", B4: 10 }) },
    {
      name: "単位が行ごとに違う",
      ...book(
        "--=",
        { ...twoAndTotal, B4: 99, C2: "人", C3: "件" },
        { fields: [aField("other", "実績", "B1"), aField("unit", "単位", "C1")] },
      ),
    },
    {
      name: "小計と合計",
      ...book("--=-==", {
        ...twoAndTotal,
        A4: "小計",
        B4: 30,
        A5: "土木",
        B5: 5,
        A6: "小計",
        B6: 5,
        A7: "合計",
        B7: 35,
      }),
    },
    {
      name: "同じ「計」でも、全体の計であればよい",
      ...book("--=-=", { ...twoAndTotal, A4: "計", B4: 30, A5: "土木", B5: 5, A6: "計", B6: 35 }),
    },
    {
      name: "「うち」の行は足さない",
      ...book("---=", { A2: "総務", B2: 10, A3: "うち新規", B3: 4, A4: "福祉", B4: 20, A5: "計", B5: 30 }),
    },
    { name: "端数は二進法の誤差で違わない", ...book("---=", { B2: 0.1, B3: 0.2, B4: 0.3, A5: "計", B5: 0.6 }) },
    {
      name: "結合セルの数値は一度だけ足す",
      ...book("--=", { A2: "総務", B2: 10, A3: "福祉", A4: "計", B4: 10 }, {}, ["B2:B3"]),
    },
    {
      name: "単位の列がどれもパーセントなら足さない",
      ...book(
        "--=",
        { ...twoAndTotal, B4: 15, C2: "%", C3: "％" },
        { fields: [aField("other", "実績", "B1"), aField("unit", "単位", "C1")] },
      ),
    },
    {
      name: "評価の列の数は足さない",
      ...book("--=", { ...twoAndTotal, B4: 15 }, { fields: [aField("title", "区分", "A1"), aField("rating", "評価", "B1")] }),
    },
    { name: "個票は対象外", ...book("--=", { ...twoAndTotal, B4: 31 }, { orientation: "form" }) },
    {
      name: "合計値の列に続く語は、合計の行ではない",
      ...book("--=-=", { ...twoAndTotal, A4: "計", B4: 30, A5: "合計所得", B5: 5, A6: "計", B6: 5 }),
    },
    {
      name: "名前や番号の列の数は足さない",
      ...book("--=", { A2: 1, A3: 2, A4: 9, B2: "総務", B3: "福祉", B4: "計" }, { fields: [aField("title", "業務名", "A1"), aField("no", "番号", "B1")] }),
    },
    {
      name: "表の途中から始まる列も、その列の値だけを見る",
      model: aModel({ tables: [aTable({ range: "C3:D6", fields: [aField("title", "区分", "C3"), aField("other", "事業数", "D3")], lines: [{ index: 3, role: "item" }, { index: 4, role: "item" }, { index: 5, role: "total" }] })] }),
      sheets: [aSheet({ C3: "区分", D3: "事業数", C4: "総務", D4: 1, C5: "福祉", D5: 2, C6: "計", D6: 3, E4: 1, E5: 1, E6: 9, B4: 1, B5: 1, B6: 9 })],
    },
    {
      name: "入れ替えた表でも、合っていればよい",
      model: aModel({ tables: [transposed()] }),
      sheets: [aSheet({ A1: "区分", B1: "総務", C1: "福祉", D1: "計", A2: "事業数", B2: 1, C2: 2, D2: 3, A3: "事業費", B3: 10, C3: 20, D3: 30 })],
    },
  ],
  rejects: [
    {
      name: "表の端の列も確かめる",
      model: aModel({ tables: [aTable({ range: "C3:D6", fields: [aField("title", "区分", "C3"), aField("other", "事業数", "D3")], lines: [{ index: 3, role: "item" }, { index: 4, role: "item" }, { index: 5, role: "total" }] })] }),
      sheets: [aSheet({ C3: "区分", D3: "事業数", C4: "総務", D4: 1, C5: "福祉", D5: 2, C6: "計", D6: 4 })],
      violations: [{ at: "D6", params: { label: "計", column: "事業数", stated: 4, sum: 3 } }],
    },
    {
      name: "入れ替えた表の端の行も確かめる",
      model: aModel({ tables: [transposed()] }),
      sheets: [aSheet({ A1: "区分", B1: "総務", C1: "福祉", D1: "計", A2: "事業数", B2: 1, C2: 2, D2: 3, A3: "事業費", B3: 10, C3: 20, D3: 31 })],
      violations: [{ at: "D3", params: { label: "計", column: "事業費", stated: 31, sum: 30 } }],
    },
    {
      name: "名前のない合計は、計とみなす",
      ...book("-=-=", { A2: "総務", B2: 10, B3: 10, A4: "福祉", B4: 20, B5: 21 }),
      violations: [{ at: "B5", params: { label: "", column: "事業数", stated: 21, sum: 20 } }],
    },
    {
      name: "結合セルの数値を一度だけ足しても合わない",
      ...book("--=", { A2: "総務", B2: 10, A3: "福祉", A4: "計", B4: 20 }, {}, ["B2:B3"]),
      violations: [{ at: "B4", params: { label: "計", column: "事業数", stated: 20, sum: 10 } }],
    },
    {
      name: "単位の列がそろっていれば足す",
      ...book(
        "--=",
        { ...twoAndTotal, B4: 31, C2: "件", C3: "件" },
        { fields: [aField("title", "区分", "A1"), aField("other", "実績", "B1"), aField("unit", "単位", "C1")] },
      ),
      violations: [{ at: "B4", params: { label: "合計", column: "実績", stated: 31, sum: 30 } }],
    },
    {
      name: "項目名の読めない列も確かめる",
      ...book("--=", { ...twoAndTotal, B4: 31 }, { fields: [aField("title", "区分", "A1")] }),
      violations: [{ at: "B4", params: { label: "合計", column: "", stated: 31, sum: 30 } }],
    },
    {
      name: "合計が一つ多い",
      ...book("--=", { ...twoAndTotal, B4: 31 }),
      violations: [{ at: "B4", params: { label: "合計", column: "事業数", stated: 31, sum: 30 } }],
    },
    {
      name: "列ごとに確かめる。単位の付いた文字列も足す",
      ...book("--=", { ...twoAndTotal, B4: 30, C2: "1,000円", C3: "200円", C4: "1,300円" }),
      violations: [{ at: "C4", params: { label: "合計", column: "事業費", stated: 1300, sum: 1200 } }],
    },
    {
      name: "二つ目の小計は、前の小計の後だけを足す",
      ...book("--=-==", {
        ...twoAndTotal,
        A4: "小計",
        B4: 30,
        A5: "土木",
        B5: 5,
        A6: "小計",
        B6: 6,
        A7: "合計",
        B7: 36,
      }),
      violations: [
        { at: "B6", params: { label: "小計", column: "事業数", stated: 6, sum: 5 } },
        { at: "B7", params: { label: "合計", column: "事業数", stated: 36, sum: 35 } },
      ],
    },
    {
      name: "行と列を入れ替えた表",
      model: aModel({
        tables: [
          aTable({
            range: "A1:D2",
            orientation: "columns",
            fields: [
              aField("title", "区分", "A1", { column: null }),
              aField("other", "事業数", "A2", { column: null }),
            ],
            lines: [
              { index: 1, role: "item" },
              { index: 2, role: "item" },
              { index: 3, role: "total" },
            ],
          }),
        ],
      }),
      sheets: [aSheet({ A1: "区分", B1: "総務", C1: "福祉", D1: "計", A2: "事業数", B2: 1, C2: 2, D2: 4 })],
      violations: [{ at: "D2", params: { label: "計", column: "事業数", stated: 4, sum: 3 } }],
    },
  ],
});
