import { readFigure, type FigureState, type Qualifier } from "../../../src/core/text";

const read = (text: string) => readFigure(text, "General", { unit: null, date1904: false });

test.each<[string, number, string | null, readonly Qualifier[]]>([
  ["25（5", 25, null, []], ["13,556人（令和5年10月1日現在", 13_556, "人", []], ["75人（うち女性（町外）5人）", 75, "人", []], ["R5.計画値 80%", 80, "%", []], ["令和6年度計画 80%", 80, "%", []], ["令和6年度見込 75人", 75, "人", []], ["3千5百万円", 35_000_000, "円", []], ["1兆2千億円", 1_200_000_000_000, "円", []],
  ["人口10万人当たり12.3人", 12.3, "人", []], ["人口1,234人当たり5件", 5, "件", []], ["8月末現在 75人", 75, "人", []], ["1時間30分15秒", 1.504_166_666_67, "時間", []], ["1年6か月", 1.5, "年", []], ["（△5）", -5, null, []], ["（5人）", 5, "人", []],
  ["△0人", 0, "人", []], ["5十人", 50, "人", []], ["△0千人", 0, "人", []], ["人口1万人対5件", 5, "件", []], ["（（（5人）））", 5, "人", []], ["令和6 75人", 75, "人", []], ["▲0.0％", 0, "%", []], ["2千百万円", 21_000_000, "円", []], ["人口10万人対12.3人", 12.3, "人", []], ["R6計画値 80", 80, null, []], ["R6計画 80", 80, null, []],
  ["75※12", 75, null, []], ["75※1)", 75, null, []], ["75*", 75, null, []], ["※75", 75, null, []], ["5人（再掲）", 5, "人", []], ["再掲あり 5人", 5, "人", []], ["毎年5回", 5, "回", ["per-year"]], ["毎年度5回", 5, "回", ["per-year"]], ["50人（毎年）", 50, "人", ["per-year"]], ["50人（単年）", 50, "人", ["per-year"]], ["5人毎年", 5, "人", ["per-year"]], ["50人（積上げ）", 50, "人", ["cumulative"]], ["50人（積み上げ）", 50, "人", ["cumulative"]],
])("「%s」は %d（%s）、修飾は %j", (text, amount, unit, qualifiers) => {
  expect(read(text)).toMatchObject({ state: "set", amount, unit, qualifiers });
});

test.each<[string, FigureState]>([
  ["（集計中", "pending"], ["10月 公表予定 5件", "pending"], ["（5）", "unreadable"], ["5 3", "unreadable"], ["5 △3", "unreadable"], ["75 人 80", "unreadable"], ["5件の長い長い説明の付いた値", "qualitative"], ["(3.5)", "unreadable"], ["2023年", "unreadable"], ["5件 再掲", "unreadable"], ["資料参照", "unreadable"], ["#ref!", "unreadable"], ["3年目6か月", "unreadable"], ["10年後6か月", "unreadable"], ["2時間61分", "unreadable"], ["空き家件", "unreadable"], ["（（（（5人））））", "unreadable"], ["－件", "not-applicable"], ["－（集計中）", "pending"], ["令和5年度（集計中）", "pending"],
])("「%s」は %s", (text, state) => {
  expect(read(text)).toMatchObject({ state, amount: null });
});

test.each<[string, FigureState]>([
  ["人（集計中）", "pending"],
  ["％（調査中）", "pending"],
  ["人", "unreadable"],
  ["！", "unreadable"],
  ["#N/A（集計中）", "pending"],
  ["計画のとおり実施", "qualitative"],
  ["計画のとおり", "unreadable"],
  ["\u00B9", "blank"],
  ["\u200B", "blank"],
  ["R7（見込）", "pending"],
  ["見込み", "pending"],
  ["○○", "qualitative"],
  ["↑↑", "qualitative"],
  ["有り", "qualitative"],
  ["隔年", "not-applicable"],
  ["隔年で開催", "qualitative"],
])("数のない「%s」は %s", (text, state) => {
  expect(read(text)).toMatchObject({ state, amount: null });
});

test.each<[string, readonly Qualifier[]]>([
  ["5件（1年あたり）", ["per-year"]],
  ["5件（1年間当たり）", ["per-year"]],
  ["5件（概数）", ["about"]],
  ["5件（以上）", ["at-least"]],
  ["5件（以内）", ["at-most"]],
  ["5件（解約）", []],
  ["5件（確約）", []],
  ["5件注1", []],
])("「%s」は5件で、修飾は %j", (text, qualifiers) => {
  expect(read(text)).toMatchObject({ state: "set", amount: 5, unit: "件", qualifiers });
});
