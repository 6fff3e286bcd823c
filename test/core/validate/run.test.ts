import { acceptedFindingSchema } from "../../../src/core/settings";
import type { FindingParams } from "../../../src/core/validate/finding";
import { defineRule, type Rule, type Violation } from "../../../src/core/validate/rule";
import { validate } from "../../../src/core/validate/run";
import { a1, aField, aFigure, aModel, anIndicator, aSheet, aTable, fromAddress } from "../../helpers/model";
import { contextOf } from "../../helpers/rule-tester";

const NOTHING: FindingParams = {};

function finds(
  id: string,
  ...violations: readonly (Omit<Violation<FindingParams>, "at" | "params"> & { at: string })[]
) {
  return defineRule<string, FindingParams>({
    id,
    severity: "warning",
    *check() {
      for (const { at, ...rest } of violations) yield { params: NOTHING, ...rest, at: a1(at) };
    },
  });
}

const crashes: Rule<string, FindingParams> = {
  id: "crashes",
  severity: "error",
  *check() {
    yield { at: a1("A1"), params: NOTHING, subject: "先に見つけたもの" };
    throw new Error("思わぬ値");
  },
};

function run(rules: readonly Rule<string, FindingParams>[], one: Partial<Parameters<typeof contextOf>[0]> = {}) {
  const model = one.model ?? aModel();
  return validate(model, contextOf({ ...one, model }), rules);
}

const places = ({ findings }: ReturnType<typeof validate>) =>
  findings.map(({ rule, at }) => `${rule} ${fromAddress(at)}`);
const keys = ({ findings }: ReturnType<typeof validate>) => findings.map(({ key }) => key);

test("シート・行・列・規則の順に並ぶ", () => {
  const model = aModel({
    tables: [aTable({ sheet: "後の名前でも先の表" }), aTable({ id: "t2" }), aTable({ id: "t3" })],
  });
  const first = finds(
    "first",
    { at: "B2", subject: "" },
    { at: "A2", subject: "" },
    { at: "後の名前でも先の表!C9", subject: "" },
  );
  const second = finds("second", { at: "A2", subject: "" }, { at: "Z1", subject: "" });
  expect(places(run([first, second], { model }))).toEqual([
    "first 後の名前でも先の表!C9",
    "second Z1",
    "first A2",
    "second A2",
    "first B2",
  ]);
});

test("同じ規則が同じセルに二つの指摘を出すことはない", () => {
  const twice = finds(
    "twice",
    { at: "A2", subject: "先" },
    { at: "A2", subject: "後" },
    { at: "別紙!A2", subject: "別" },
  );
  const other = finds("other", { at: "A2", subject: "他" });
  expect(places(run([twice, other])).toSorted()).toEqual(["other A2", "twice A2", "twice 別紙!A2"]);
  expect(keys(run([twice]))).toEqual(["先", "別"]);
});

test("途中で止まった規則は不具合として残り、それまでの指摘とほかの規則は失われない", () => {
  const result = run([crashes, finds("works", { at: "B1", subject: "" })]);
  expect(result.crashes).toEqual([{ rule: "crashes", cause: "思わぬ値" }]);
  expect(places(result)).toEqual(["crashes A1", "works B1"]);
});

test("投げられたものがエラーでなくても、不具合の文になる", () => {
  const throws: Rule<string, FindingParams> = {
    id: "throws",
    severity: "info",
    check: () => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- what a library may do
      throw "文字";
    },
  };
  expect(run([throws])).toEqual({ findings: [], accepted: [], crashes: [{ rule: "throws", cause: "文字" }] });
});

test("使わない規則は実行しない", () => {
  expect(run([crashes], { settings: { rulesOff: ["crashes"] } })).toEqual({ findings: [], accepted: [], crashes: [] });
});

test("確認済みの指摘は、理由とともに別に置く", () => {
  const rule = finds("rule", { at: "A1", subject: "甲" }, { at: "A2", subject: "乙" });
  const accepted = [
    acceptedFindingSchema.parse({ rule: "rule", key: "乙", reason: "調査年でない", on: "2025-09-30" }),
    acceptedFindingSchema.parse({ rule: "other", key: "甲", reason: "別の規則" }),
  ];
  const result = run([rule], { settings: { accepted } });
  expect(keys(result)).toEqual(["甲"]);
  expect(result.accepted).toEqual([
    {
      finding: { rule: "rule", severity: "warning", at: a1("A2"), params: {}, key: "乙" },
      reason: "調査年でない",
      on: "2025-09-30",
    },
  ]);
});

test("一枚のシートに表が二つあっても、シートの順は変わらない", () => {
  const model = aModel({ tables: [aTable({ sheet: "一" }), aTable({ id: "t2", sheet: "一" }), aTable({ id: "t3", sheet: "二" })] });
  const rule = finds("first", { at: "二!A1", subject: "" }, { at: "一!A9", subject: "" });
  expect(places(run([rule], { model }))).toEqual(["first 一!A9", "first 二!A1"]);
});

test("同じものについての指摘は、読む順に番号が付く", () => {
  const rule = finds("rule", { at: "A9", subject: "甲" }, { at: "A1", subject: "甲" }, { at: "A5", subject: "乙" });
  const { findings } = run([rule, finds("other", { at: "A2", subject: "甲" })]);
  expect(findings.map(({ rule: id, at, key }) => [id, fromAddress(at), key])).toEqual([
    ["rule", "A1", "甲"],
    ["other", "A2", "甲"],
    ["rule", "A5", "乙"],
    ["rule", "A9", "甲 #2"],
  ]);
});

test("直し方の候補は指摘に付いてくる", () => {
  const suggestion = { at: a1("A1"), value: 5 };
  expect(run([finds("rule", { at: "A1", subject: "甲", suggestion })]).findings).toEqual([
    { rule: "rule", severity: "warning", at: a1("A1"), params: {}, suggestion, key: "甲" },
  ]);
});

describe("対象を言わない規則の指摘", () => {
  const table = aTable({ range: "A3:C9", headings: ["基本目標１"], fields: [aField("other", "事業費", "C3")] });
  const labeled = (row: number) => ({
    model: aModel({ tables: [{ ...table, region: { ...table.region, top: row - 3, bottom: row + 5 } }] }),
    sheets: [aSheet({ [`B${String(row)}`]: "総務 費\n(再掲)", [`A${String(row)}`]: 1 })],
  });

  test("表の見出し・列・行の名前で覚える", () => {
    expect(keys(run([finds("rule", { at: "C5" })], labeled(5)))).toEqual(["基本目標１ / 事業費 / 総務 費(再掲)"]);
  });

  test("行が動いても同じ鍵になる", () => {
    expect(keys(run([finds("rule", { at: "C8" })], labeled(8)))).toEqual(
      keys(run([finds("rule", { at: "C5" })], labeled(5))),
    );
  });

  test("名前がなければシートの名前で覚える", () => {
    expect(keys(run([finds("rule", { at: "C5" })], { model: aModel({ tables: [aTable()] }) }))).toEqual(["KPI"]);
    expect(keys(run([finds("rule", { at: "別紙!C5" })]))).toEqual(["別紙"]);
  });
});

test("空欄の目標値を一つ埋めると、その指摘だけが消える", () => {
  const blank = (id: string, row: number) =>
    anIndicator({ id, key: id, name: id, at: `B${String(row)}`, target: aFigure({ at: `E${String(row)}` }) });
  const filled = anIndicator({ id: "乙", key: "乙", name: "乙", at: "B3" });
  const before = aModel({ indicators: [blank("甲", 2), blank("乙", 3), blank("丙", 4)] });
  const after = aModel({ indicators: [blank("甲", 2), filled, blank("丙", 4)] });
  const all = validate(before, contextOf({ model: before })).findings;
  expect(validate(after, contextOf({ model: after })).findings).toEqual(
    all.filter(({ at }) => fromAddress(at) !== "E3"),
  );
  expect(all).toHaveLength(3);
});

test("同じ表の指標と改訂履歴が、どの規則を通しても止まらない", () => {
  const model = aModel({ indicators: [anIndicator({ target: null, baseline: null, actuals: [] })] });
  expect(validate(model, contextOf({ model })).crashes).toEqual([]);
});
