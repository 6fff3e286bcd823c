import { readFigure, type Qualifier } from "../../../src/core/text";

test.each<[string, number, string, readonly Qualifier[]]>([
  ["1年あたり100件", 100, "件", ["per-year"]],
  ["1年当たり平均20回", 20, "回", ["per-year"]],
  ["1年間につき3回", 3, "回", ["per-year"]],
  ["10数件", 10, "件", ["about"]],
  ["5年間の累計100件", 100, "件", ["cumulative"]],
  ["±10人", 10, "人", ["about"]],
  ["~50人", 50, "人", ["at-most"]],
  ["約5分以内", 5, "分", ["about", "at-most"]],
  ["二億一万人", 200_010_000, "人", []],
])("「%s」は %d %s、修飾は %j", (text, amount, unit, qualifiers) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "set", amount, unit, qualifiers });
});

test.each(["5 △3", "75人(累計)30", "25（5）30", "一万二億", "年齢休止中"])("「%s」は一つの値として読まない", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "unreadable", amount: null });
});

test.each(["令和5年度に比べ5人増", "R5比5%増"])("「%s」は、比べた増減の目標である", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "qualitative", amount: null, period: null });
});
