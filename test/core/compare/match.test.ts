import { likeness, matchItems, nameKey, type Matchable } from "../../../src/core/compare/match";

function item(name: string, traits: readonly (string | null)[] = [], context: readonly (string | null)[] = []): Matchable {
  return { name, traits, context };
}

function namesOf(before: readonly Matchable[], after: readonly Matchable[], renames = true) {
  const { pairs, removed, added } = matchItems(before, after, { renames });
  return { pairs: pairs.map(([old, young]) => `${old.name} → ${young.name}`), removed: removed.map(({ name }) => name), added: added.map(({ name }) => name) };
}

test.each([
  ["ＩＣＴ　推進", "ict推進"],
  ["「書かない」窓口（本庁）", "書かない窓口本庁"],
  ["空き家・空き地対策", "空き家空き地対策"],
  ["取り組み件数", "取組件数"],
  ["取組み件数", "取組件数"],
  ["1.5℃目標。", "1.5°c目標"],
])("「%s」は「%s」と同じ名前とみなす", (name, key) => {
  expect(nameKey(name)).toBe(key);
});

describe("似ている度合い", () => {
  test.each([
    ["同じ名前", "登録者数", "登録者数", 1],
    ["一文字もつながりのない名前", "人口", "出生率", 0],
    ["一文字の名前", "A", "B", 0],
    ["半分のつながり", "あいう", "あいえ", 0.5],
    ["繰り返しは、少ない方の数だけ数える", "ああああ", "ああ", 0.5],
  ])("%s", (_, a, b, expected) => {
    expect(likeness(a, b)).toBeCloseTo(expected, 10);
    expect(likeness(b, a)).toBeCloseTo(expected, 10);
  });
});

describe("前回のものを今回の中に見つける", () => {
  test("並べ替えても、名前で見つける", () => {
    expect(namesOf([item("甲"), item("乙"), item("丙")], [item("丙"), item("甲"), item("乙")])).toEqual({ pairs: ["甲 → 甲", "乙 → 乙", "丙 → 丙"], removed: [], added: [] });
  });

  test("似た名前は、名称の変更を認めないときには見つけない", () => {
    const [before, after] = [[item("窓口の待ち時間", ["分"])], [item("窓口の平均待ち時間", ["分"])]];
    expect(namesOf(before, after)).toMatchObject({ pairs: ["窓口の待ち時間 → 窓口の平均待ち時間"] });
    expect(namesOf(before, after, false)).toEqual({ pairs: [], removed: ["窓口の待ち時間"], added: ["窓口の平均待ち時間"] });
  });

  test("似た名前が二つあれば、より似た方である", () => {
    const before = [item("窓口の待ち時間")];
    expect(namesOf(before, [item("窓口の利用時間"), item("窓口の待ち時間数")]).pairs).toEqual(["窓口の待ち時間 → 窓口の待ち時間数"]);
  });

  test("似た度合いが同じなら、数値などが同じ方である", () => {
    const before = [item("相談件数", ["10", "20"])];
    expect(namesOf(before, [item("相談件数（電話）", ["1", "2"]), item("相談件数（窓口）", ["10", "20"])]).pairs).toEqual(["相談件数 → 相談件数（窓口）"]);
  });

  test("両隣が同じなら、名前が半ば変わっていても見つける", () => {
    const before = [item("人口"), item("子育て支援の満足度", ["%"]), item("出生数")];
    const after = [item("人口"), item("子育て環境の評価", ["%"]), item("出生数")];
    expect(namesOf(before, after).pairs).toContain("子育て支援の満足度 → 子育て環境の評価");
    expect(namesOf(before, [item("子育て環境の評価", ["%"]), item("出生数"), item("人口"), item("橋の数")]).pairs).not.toContain("子育て支援の満足度 → 子育て環境の評価");
  });

  test("名前の同じものを、似たものより先に結ぶ", () => {
    const before = [item("相談件数", ["10"]), item("相談の件数", ["20"])];
    const after = [item("相談の件数", ["10"])];
    expect(namesOf(before, after)).toEqual({ pairs: ["相談の件数 → 相談の件数"], removed: ["相談件数"], added: [] });
  });

  test("何百という名称の変更も、それぞれの相手に結ぶ", () => {
    const name = (index: number): string => `${String.fromCodePoint(0x4e00 + index * 7)}${String.fromCodePoint(0x5e00 + index * 3)}事業の実施件数`;
    const list = (suffix: string): readonly Matchable[] => Array.from({ length: 300 }, (_, index) => item(`${name(index)}${suffix}`, ["件"]));
    const { pairs } = matchItems(list(""), list("（延べ）"), { renames: true });
    expect(pairs.filter(([old, young]) => young.name === `${old.name}（延べ）`)).toHaveLength(300);
  });
});
