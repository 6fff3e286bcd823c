import { labelVariant } from "../../../../src/core/validate/rules/label-variant";
import { a1, aBody, aFigure, aMeasure, aModel, anIndicator, aSheet, aTable, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const inDivision = (division: string, row: number) =>
  aWorkItem({ id: `w${String(row)}`, divisions: [division], divisionAt: a1(`F${String(row)}`) });
const divisions = (...labels: readonly string[]) => ({
  model: aModel({ workItems: labels.map((label, index) => inDivision(label, index + 2)) }),
  sheets: [aSheet(Object.fromEntries(labels.map((label, index) => [`F${String(index + 2)}`, label])))],
});
const themes = (...labels: readonly string[]) => ({
  model: aModel({
    measures: labels.map((label, index) =>
      aMeasure({ id: `m${String(index)}`, theme: label, themeAt: a1(`B${String(index + 2)}`) }),
    ),
  }),
  sheets: [aSheet(Object.fromEntries(labels.map((label, index) => [`B${String(index + 2)}`, label])))],
});
const units = (...labels: readonly string[]) => ({
  model: aModel({
    indicators: labels.map((_, index) => anIndicator({ id: `i${String(index)}`, unitAt: a1(`C${String(index + 2)}`) })),
  }),
  sheets: [aSheet(Object.fromEntries(labels.map((label, index) => [`C${String(index + 2)}`, label])))],
});

testRule(labelVariant, {
  accepts: [
    { name: "同じ書き方", ...divisions("税務課", "税務課", "市民生活課") },
    { name: "別の課", ...divisions("総務課", "総務部") },
    {
      name: "改行や括弧の前の空白だけの違い",
      ...themes("窓口改革\n(フロントヤード改革)", "窓口改革 (フロントヤード改革)"),
    },
    { name: "単位の全角と半角", ...units("％", "%") },
    {
      name: "課とテーマは比べない",
      model: aModel({
        workItems: [inDivision("取組み", 2)],
        measures: [aMeasure({ theme: "取り組み", themeAt: a1("B9") })],
      }),
      sheets: [aSheet({ F2: "取組み", B9: "取り組み" })],
    },
    {
      name: "テーマの欄がない",
      model: aModel({ measures: [aMeasure({ theme: "取組み" }), aMeasure({ theme: "取り組み" })] }),
    },
  ],
  rejects: [
    {
      name: "少ない方の書き方を指し、多い方を候補に添える",
      ...divisions("子ども家庭課", "こども家庭課", "子ども家庭課"),
      violations: [
        {
          at: "F3",
          params: { kind: "division", label: "こども家庭課", common: "子ども家庭課" },
          suggestion: "子ども家庭課",
        },
      ],
    },
    {
      name: "同数なら後の方を指す",
      ...divisions("DX推進課", "ＤＸ推進課"),
      violations: [
        { at: "F3", params: { kind: "division", label: "ＤＸ推進課", common: "DX推進課" }, suggestion: "DX推進課" },
      ],
    },
    {
      name: "「課」の有無と語中の空白",
      ...divisions("政策企画課", "政策企画", "政策 企画課", "政策企画課"),
      violations: [
        { at: "F3", params: { kind: "division", label: "政策企画", common: "政策企画課" }, suggestion: "政策企画課" },
        {
          at: "F4",
          params: { kind: "division", label: "政策 企画課", common: "政策企画課" },
          suggestion: "政策企画課",
        },
      ],
    },
    {
      name: "複数の課が並ぶセルには候補を添えない",
      model: aModel({
        workItems: [
          inDivision("サポートセンター", 2),
          aWorkItem({ divisions: ["税務課", "サポートセンタ"], divisionAt: a1("F3") }),
        ],
      }),
      sheets: [aSheet({ F2: "サポートセンター", F3: "税務課、サポートセンタ" })],
      violations: [{ at: "F3", params: { kind: "division", label: "サポートセンタ", common: "サポートセンター" } }],
    },
    {
      name: "送り仮名の違うテーマ",
      ...themes("新しい取組み", "新しい取り組み", "新しい取組み"),
      violations: [
        {
          at: "B3",
          params: { kind: "theme", label: "新しい取り組み", common: "新しい取組み" },
          suggestion: "新しい取組み",
        },
      ],
    },
    {
      name: "結合セルのテーマは一度だけ数える",
      model: aModel({
        workItems: [
          aWorkItem({ theme: "街づくり", themeAt: a1("C2") }),
          aWorkItem({ id: "w2", theme: "街づくり", themeAt: a1("C2") }),
          aWorkItem({ id: "w3", theme: "まちづくり", themeAt: a1("C4") }),
          aWorkItem({ id: "w4", theme: "まちづくり", themeAt: a1("C5") }),
        ],
      }),
      sheets: [aSheet({ C2: "街づくり", C4: "まちづくり", C5: "まちづくり" })],
      violations: [
        { at: "C2", params: { kind: "theme", label: "街づくり", common: "まちづくり" }, suggestion: "まちづくり" },
      ],
    },
    {
      name: "単位の列と、数値に付いた単位",
      model: aModel({
        indicators: [
          anIndicator({
            unit: "箇所",
            unitAt: a1("C2"),
            baseline: aFigure({ amount: 2, raw: "2 ヶ所", hasOwnUnit: true, at: "D2" }),
          }),
          anIndicator({ id: "i2", unit: "箇所", unitAt: a1("C3") }),
        ],
      }),
      sheets: [aSheet({ C2: "か所", C3: "か所" })],
      violations: [{ at: "D2", params: { kind: "unit", label: "ヶ所", common: "か所" } }],
    },
    {
      name: "会議体と指標の担当課も、シートの順に見る",
      model: aModel({
        tables: [aTable({ id: "t0", sheet: "体制" }), aTable()],
        bodies: [aBody({ divisions: ["受け付け課"], divisionAt: a1("体制!C9") })],
        indicators: [anIndicator({ division: "受付課", divisionAt: a1("G2") })],
      }),
      sheets: [aSheet({ G2: "受付課" })],
      violations: [
        { at: "G2", params: { kind: "division", label: "受付課", common: "受け付け課" }, suggestion: "受け付け課" },
      ],
    },
  ],
});
