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
  ["計三千人", 3000, "人", []],
  ["十二分の三", 25, "%", []],
  ["二十分の一", 5, "%", []],
  ["¥-500", -500, "円", []],
  ["¥△1,000", -1000, "円", []],
  ["¥500円", 500, "円", []],
  ["¥1,500千円", 1_500_000, "円", []],
  ["¥3千", 3000, "円", []],
  ["10年間で100件", 100, "件", ["cumulative"]],
  ["人口10万人対の5.5人", 5.5, "人", []],
  ["8月現在 75人", 75, "人", []],
  ["200～1千人", 200, "人", ["at-least"]],
  ["5年で100件", 100, "件", ["cumulative"]],
  ["3か年で30件", 30, "件", ["cumulative"]],
  ["10分の1", 10, "%", []],
  ["12分の3以上", 25, "%", ["at-least"]],
  ["3.25割", 32.5, "%", []],
  ["3割5分2厘", 35.2, "%", []],
  ["100～50人", 100, "人", ["at-most"]],
  ["-5～-3%", -5, "%", ["at-least"]],
  ["△5～△3%", -5, "%", ["at-least"]],
  ["900g/人～1,000g/人", 900, "g/人", ["at-least"]],
  ["10人を超え20人未満", 10, "人", ["over", "under"]],
  ["50人以上、100人以下", 50, "人", ["at-least", "at-most"]],
  ["50箇所以上、100箇所以下", 50, "箇所", ["at-least", "at-most"]],
  ["50人（以下同じ）", 50, "人", []],
  ["50人（約束）", 50, "人", []],
  ["50人（速報）（年間）", 50, "人", ["per-year"]],
  ["受付時間を年100時間削減", 100, "時間", ["per-year"]],
  ["各課で１名を任命し", 1, "名", []],
])("「%s」は %d %s、修飾は %j", (text, amount, unit, qualifiers) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "set", amount, unit, qualifiers });
});

test.each<[string, number, string | null]>([
  ["5～10", 5, null],
  ["5から10", 5, null],
  ["10～15以上", 10, null],
])("幅の「%s」は、単位がなくても %d 以上と読む", (text, amount, unit) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "set", amount, unit, qualifiers: ["at-least"] });
});

test.each<[string, number]>([["2～3万", 20_000], ["1千～2,000", 1000]])("「%s」は自分の位を書いているので、列の「千人」を掛けない", (text, amount) => {
  expect(readFigure(text, "General", { unit: "千人", date1904: false })).toMatchObject({ state: "set", amount, unit: "人" });
});

test.each(["5 △3", "75人(累計)30", "25（5）30", "一万二億", "年齢休止中", "2分の3", "1人当たり市民所得", "ごみの資源化率", "5周年6か月"])("「%s」は一つの値として読まない", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "unreadable", amount: null });
});

test.each(["1件分30秒", "1件30分20秒", "1時間30分中20秒", "1時間30分20秒～1時間40分"])("「%s」は、一つの時間ではない", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "unreadable", amount: null });
});

test.each(["9月末", "9月末現在", "9月まで"])("「%s」は時期であり、9という値ではない", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "unreadable", amount: null });
});

test.each(["9月末までに設置", "100人から毎年10人ずつ増", "2年に10回", "毎年1件増", "毎年度5人増", "各年度2人ずつ減"])("「%s」は、言葉で述べた目標である", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "qualitative", amount: null });
});

test.each(["令和5年度に比べ5人増", "R5比5%増", "R5基準20%減", "現状より5人増", "現状値より5人増", "前年に比べ10件減", "前年度に対し5件", "前年に対し5件", "現状に比べ5件"])("「%s」は、比べた増減の目標である", (text) => {
  expect(readFigure(text, "General", { unit: null, date1904: false })).toMatchObject({ state: "qualitative", amount: null, period: null });
});
