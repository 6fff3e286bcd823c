import { baselineYearMixed } from "../../../../src/core/validate/rules/baseline-year-mixed";
import { aField, aModel, aTable, calendarYear, fiscalYear } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const tableOf = (id: string, at: string, period: ReturnType<typeof fiscalYear> | null) =>
  aTable({ id, fields: [aField("name", "指標", "A1"), aField("baseline", "基準値", at, { period })] });

testRule(baselineYearMixed, {
  accepts: [
    {
      name: "どの表も同じ年度",
      model: aModel({ tables: [tableOf("t1", "C6", fiscalYear(2023)), tableOf("t2", "C18", fiscalYear(2023))] }),
    },
    {
      name: "年度のない見出しは比べない",
      model: aModel({ tables: [tableOf("t1", "C6", fiscalYear(2023)), tableOf("t2", "C18", null)] }),
    },
    { name: "基準値の列がない", model: aModel() },
    {
      name: "目標値の年度は比べない",
      model: aModel({
        tables: [
          tableOf("t1", "C6", fiscalYear(2023)),
          aTable({ id: "t2", fields: [aField("target", "目標値", "D18", { period: fiscalYear(2029) })] }),
        ],
      }),
    },
  ],
  rejects: [
    {
      name: "多数と異なる表の見出しを指す。年と年度も異なる",
      model: aModel({
        tables: [
          tableOf("t1", "C6", fiscalYear(2022)),
          tableOf("t2", "C18", fiscalYear(2023)),
          tableOf("t3", "C30", fiscalYear(2023)),
          tableOf("t4", "C41", calendarYear(2023)),
        ],
      }),
      violations: [
        { at: "C6", params: { period: "令和4年度", common: "令和5年度" } },
        { at: "C41", params: { period: "令和5年", common: "令和5年度" } },
      ],
    },
    {
      name: "同数なら最初の表の年度に合わせる",
      model: aModel({ tables: [tableOf("t1", "C6", fiscalYear(2022)), tableOf("t2", "C18", fiscalYear(2023))] }),
      violations: [{ at: "C18", params: { period: "令和5年度", common: "令和4年度" } }],
    },
    {
      name: "一つの表は一票で、指摘も一つ",
      model: aModel({
        tables: [
          tableOf("t1", "C6", fiscalYear(2022)),
          aTable({
            id: "t2",
            fields: [
              aField("baseline", "住民目線 基準値", "O5", { period: fiscalYear(2023) }),
              aField("baseline", "職員目線 基準値", "U5", { period: fiscalYear(2023) }),
            ],
          }),
        ],
      }),
      violations: [{ at: "O5", params: { period: "令和5年度", common: "令和4年度" } }],
    },
  ],
});
