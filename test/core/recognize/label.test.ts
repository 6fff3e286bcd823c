import { parseLabel } from "../../../src/core/recognize/label";

const meaningOf = (text: string): string | undefined => parseLabel(text).candidates[0]?.meaning;

describe("見出しの語の意味", () => {
  test.each([
    ["出典・調査名", "source"],
    ["担当課／所管部署", "division"],
    ["施策の名称", "program"],
    ["基本目標の名称", "policy"],
    ["個別の取組", "title"],
    ["実施する事業", "title"],
    ["担当する課", "division"],
    ["基本的な方針", "policy"],
    ["進捗の状況", "status"],
    ["進み具合", "status"],
    ["達成した値", "actual"],
    ["結果の数値", "actual"],
    ["目指す値", "target"],
    ["めざす水準", "target"],
    ["計画開始前", "baseline"],
    ["策定時点の値", "baseline"],
    ["値の単位", "unit"],
    ["目標達成割合", "rate"],
    ["A 目標値", "target"],
    ["実績値b", "actual"],
  ])("「%s」は %s", (text, meaning) => {
    expect(meaningOf(text)).toBe(meaning);
  });

  test.each(["目標値※", "目標値（※1）", "目標値注1)", "【目標値】", "①目標値", "■目標値", "目標値▼", "（目標値）", "目標値（任意）", "「目標値」", "1. 目標値", "目　標　値", "*目標値", "目標値欄", "目標値："])("印や注が付いても「%s」は目標値", (text) => {
    expect(meaningOf(text)).toBe("target");
  });

  test.each(["会議の場所", "地区の名称", "次の方", "町名", "X線"])("「%s」は、どの項目の見出しでもない", (text) => {
    expect(parseLabel(text).candidates.filter(({ strength }) => strength >= 2)).toEqual([]);
  });
});
