import { interpretDirection } from "../../../src/core/interpret/direction";

const suggest = (name: string) => interpretDirection({ confirmed: undefined, stated: null, name, baseline: null, target: null });

test.each([
  "待機児童数", "交通事故発生件数", "刑法犯認知件数（犯罪）", "苦情件数", "苦情相談件数", "被害相談件数", "不登校児童生徒数", "空き家数", "ごみ排出量", "1人1日当たりごみ排出量", "時間外勤務時間数", "自殺死亡率", "火災発生件数", "漏水率", "待ち時間", "滞納額",
])("「%s」は、下がると良いと推定する", (name) => {
  expect(suggest(name)).toEqual({ value: "lower-is-better", basis: "suggested" });
});

test.each([
  "空き家バンク成約数", "空き家の利活用件数", "空き家の解消件数", "ごみ減量率", "ごみの資源化率", "廃棄物の再生利用率", "火災予防訓練の参加者数", "自殺対策研修の受講者数", "事故防止教室の回数", "苦情の解決率", "不登校児童の改善率", "滞納額の回収率", "時間外勤務の削減時間", "交通事故減少率", "紙の使用量の削減率（％）", "いじめ解消率",
])("「%s」は、好ましくないものへの手当てなので、上がると良いと推定する", (name) => {
  expect(suggest(name)).toEqual({ value: "higher-is-better", basis: "suggested" });
});

test("名前が減らすものでも、目標の見出しが効果額なら、上がると良いと推定する", () => {
  const evidence = { confirmed: undefined, stated: null, name: "時間外の縮減", baseline: null, target: null };
  expect(interpretDirection({ ...evidence, targetLabel: "効果額目標（R5～R9）" })).toEqual({ value: "higher-is-better", basis: "suggested" });
  expect(interpretDirection({ ...evidence, targetLabel: "目標値" })).toEqual({ value: "lower-is-better", basis: "suggested" });
});
