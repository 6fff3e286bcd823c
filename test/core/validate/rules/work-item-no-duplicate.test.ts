import { workItemNoDuplicate } from "../../../../src/core/validate/rules/work-item-no-duplicate";
import { a1, aModel, aTable, aWorkItem } from "../../../helpers/model";
import { testRule } from "../../../helpers/rule-tester";

const numbered = (no: string, row: number, parts: Parameters<typeof aWorkItem>[0] = {}) =>
  aWorkItem({
    id: `w${String(row)}`,
    title: `業務${String(row)}`,
    no,
    noAt: a1(`A${String(row)}`),
    at: `B${String(row)}`,
    ...parts,
  });

testRule(workItemNoDuplicate, {
  accepts: [
    { name: "番号がすべて違う", model: aModel({ workItems: [numbered("1", 2), numbered("2", 3)] }) },
    {
      name: "番号のない行",
      model: aModel({ workItems: [numbered("", 2, { no: null }), numbered("", 3, { no: null })] }),
    },
    {
      name: "結合セルの一つの番号を何行かで使う",
      model: aModel({ workItems: [numbered("1", 2), numbered("1", 3, { noAt: a1("A2") })] }),
    },
    {
      name: "別の表の番号",
      model: aModel({
        tables: [aTable(), aTable({ id: "t2" })],
        workItems: [numbered("1", 2), numbered("1", 30, { tableId: "t2" })],
      }),
    },
    {
      name: "改革区分ごとに1から数える",
      model: aModel({
        workItems: [
          numbered("1", 2, { reformArea: "①" }),
          numbered("2", 3, { reformArea: "①" }),
          numbered("1", 4, { reformArea: "②" }),
          numbered("2", 5, { reformArea: "②" }),
        ],
      }),
    },
  ],
  rejects: [
    {
      name: "同じ番号の二つ目から後を指す",
      model: aModel({ workItems: [numbered("1", 2), numbered("2", 3), numbered("１", 4), numbered("1", 5)] }),
      violations: [
        { at: "A4", params: { no: "１", title: "業務4", otherTitle: "業務2", first: "A2" } },
        { at: "A5", params: { no: "1", title: "業務5", otherTitle: "業務2", first: "A2" } },
      ],
    },
    {
      name: "区分をまたいで通し番号なら、区分が違っても重複",
      model: aModel({
        workItems: [
          numbered("1", 2, { reformArea: "①" }),
          numbered("6", 3, { reformArea: "①" }),
          numbered("6", 4, { reformArea: "②" }),
        ],
      }),
      violations: [{ at: "A4", params: { no: "6", title: "業務4", otherTitle: "業務3", first: "A3" } }],
    },
    {
      name: "区分ごとの番号の中で重複",
      model: aModel({
        workItems: [
          numbered("1", 2, { policy: "A" }),
          numbered("1", 3, { policy: "B" }),
          numbered("2", 4, { policy: "B" }),
          numbered("2", 5, { policy: "B" }),
        ],
      }),
      violations: [{ at: "A5", params: { no: "2", title: "業務5", otherTitle: "業務4", first: "A4" } }],
    },
    {
      name: "個票はシートをまたいで一つの一覧",
      model: aModel({
        tables: [aTable({ kind: "form" }), aTable({ id: "t2", kind: "form", sheet: "個票02" })],
        workItems: [numbered("1", 2), numbered("1", 3, { tableId: "t2", noAt: a1("個票02!A2") })],
      }),
      violations: [{ at: "個票02!A2", params: { no: "1", title: "業務3", otherTitle: "業務2", first: "A2" } }],
    },
  ],
});
