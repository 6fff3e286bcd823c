import { defineRule } from "../../src/core/validate/rule";
import { a1, aModel, anIndicator } from "./model";
import { testRule } from "./rule-tester";

const rule = defineRule({
  id: "indicator-unlinked",
  severity: "info",
  *check({ indicators }) {
    for (const { name } of indicators) yield { at: a1("A1"), params: { indicator: name } };
  },
});
const accepted = [
  { name: "甲", model: aModel() },
  { name: "乙", model: aModel(), asOf: "2024-01-01" },
];
const violations = [{ at: "A1", params: { indicator: "登録者数" } }];
const rejected = [
  { name: "丙", model: aModel({ indicators: [anIndicator()] }), violations },
  { name: "丁", model: aModel({ indicators: [anIndicator()] }), asOf: "2024-01-01", violations },
];

test.each([
  ["認める例が一つしかない", { accepts: accepted.slice(1), rejects: rejected }, "at least two"],
  ["指摘する例が一つしかない", { accepts: accepted, rejects: rejected.slice(1) }, "at least two"],
  [
    "同じ名前の例がある",
    { accepts: accepted, rejects: rejected.map((one) => ({ ...one, name: "丙" })) },
    "there twice",
  ],
  ["同じ中身の例がある", { accepts: [...accepted, { name: "戊", model: aModel() }], rejects: rejected }, "there twice"],
  [
    "何も指摘しない例がある",
    { accepts: accepted, rejects: rejected.map((one) => ({ ...one, violations: [] })) },
    "names nothing",
  ],
])("失敗しようのない試験は断る: %s", (_, suite, why) => {
  expect(() => {
    testRule(rule, suite);
  }).toThrow(why);
});

testRule(rule, { accepts: accepted, rejects: rejected });
