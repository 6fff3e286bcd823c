import { Axis } from "../../../workbench/browser/page/grid/axis";
import { fromTabs } from "../../../workbench/browser/page/grid/clipboard";
import { wrapText } from "../../../workbench/browser/page/grid/wrap";
import { scaleOf, stack, ticksOf } from "../../../workbench/browser/page/chart/scale";
import type { AxisLook, SeriesLook } from "../../../workbench/host/chart-display";

describe("行と列の位置", () => {
  const axis = new Axis(1_000, 20, new Map([[3, 50], [5, 0], [6, 0]]));

  test("高さの違う行と、隠れた行を数えに入れる", () => {
    expect([0, 3, 4, 5, 7, 8].map((index) => axis.start(index))).toEqual([0, 60, 110, 130, 130, 150]);
    expect(axis.start(1_000)).toBe(1_000 * 20 + 30 - 40);
  });

  test("位置から行を求めると、もとの行に戻る。隠れた行には当たらない", () => {
    for (let index = 0; index < 1_000; index++) if (axis.size(index) > 0) expect(axis.at(axis.start(index))).toBe(index);
    expect(axis.at(129)).toBe(4);
    expect(axis.at(130)).toBe(7);
  });

  test("隣へ移るときは、隠れた行を飛ばし、端では動かない", () => {
    expect(axis.step(4, 1)).toBe(7);
    expect(axis.step(7, -1)).toBe(4);
    expect(axis.step(0, -1)).toBe(0);
    expect(axis.visible(5)).toBe(7);
  });
});

describe("折り返し", () => {
  const wrap = (text: string, width: number): string[] => wrapText(text, width, (part) => [...part].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 1 : 2), 0));

  test.each([
    ["目標値を記入する", 8, ["目標値を", "記入する"]],
    ["改行は\nそのまま", 20, ["改行は", "そのまま"]],
    ["行の頭に、読点は来ない", 8, ["行の頭", "に、読点", "は来ない"]],
    ["括弧（かっこ）で終わらない", 6, ["括弧", "（かっ", "こ）で", "終わら", "ない"]],
    ["KPI target value", 9, ["KPI", "target", "value"]],
    ["abcdefghijkl", 5, ["abcde", "fghij", "kl"]],
  ])("%s", (text, width, lines) => {
    expect(wrap(text, width).map((line) => line.trimEnd())).toEqual(lines.map((line) => line.trimEnd()));
  });

  test("どの幅でも、文字は失われない", () => {
    const text = "市内に働きやすい環境が整っていると思う市民の割合（％）、令和11年度までに ABC-123 を50.5とする。";
    for (let width = 2; width < 60; width++) expect(wrap(text, width).join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
  });
});

describe("貼り付ける文字", () => {
  test("タブと改行でセルに分け、引用符の中では分けない", () => {
    expect(fromTabs('a\tb\n"c\n""d"""\t')).toEqual([["a", "b"], ['c\n"d"', ""]]);
  });
});

describe("グラフの目盛り", () => {
  const axis = { minimum: undefined, maximum: undefined, majorUnit: undefined } as AxisLook;
  const series = (values: readonly (number | null)[], grouping: SeriesLook["grouping"]): SeriesLook => ({ values, grouping }) as SeriesLook;

  test.each([
    [0, 9, [0, 2, 4, 6, 8, 10]],
    [3, 100, [0, 20, 40, 60, 80, 100, 120]],
    [-5, 12, [-5, 0, 5, 10, 15]],
    [0, 0, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  ])("%d から %d まで", (low, high, ticks) => {
    const made = ticksOf(scaleOf(low, high, axis));
    expect(made).toEqual(ticks);
  });

  test("決められた端と刻みに従う", () => {
    expect(ticksOf(scaleOf(13, 87, { ...axis, minimum: 0, maximum: 100, majorUnit: 25 }))).toEqual([0, 25, 50, 75, 100]);
  });

  test("積み上げは、正と負を別々に積み、空欄は積まない", () => {
    const made = stack([series([1, -2, null], "stacked"), series([3, -1, 4], "stacked")], 3);
    expect(made.map(({ from }) => from)).toEqual([[0, 0, null], [1, -2, 0]]);
    expect(made.map(({ to }) => to)).toEqual([[1, -2, null], [4, -3, 4]]);
  });

  test("100%積み上げは、合計が1になる。すべて0なら0のまま", () => {
    const made = stack([series([1, 0], "percent"), series([3, 0], "percent")], 2);
    expect(made[1]?.to).toEqual([1, 0]);
  });
});
