import { identifyRate, type RateCandidate } from "../../../src/core/evaluate";
import type { StatedRate } from "../../../src/core/model";

const candidate = (percent: number): RateCandidate => ({ formula: "ratio", percent, against: "final-target", inputs: [] });
const rate = (raw: string, amount: number): StatedRate => ({ raw, amount, period: null, at: { sheet: "KPI", row: 1, column: 6 } });
const fits = (raw: string, amount: number, percent: number, tolerance = 0): boolean => identifyRate(rate(raw, amount), [candidate(percent)], tolerance).matches.length > 0;

describe("書かれた達成率の、桁と読み方", () => {
  test.each<[string, number, number, boolean, string]>([
    ["110.0%", 110, 110.04, true, "小数第一位の四捨五入"],
    ["110.0%", 110, 110.09, true, "小数第一位の切捨て"],
    ["110.0%", 110, 110.1, false, "一つ上の桁"],
    ["110.0%", 110, 109.95, true, "四捨五入で上がる"],
    ["110.0%", 110, 109.94, false, "四捨五入で上がらない"],
    ["110%", 110, 110.9, true, "整数への切捨て"],
    ["110%", 110, 111, false, "次の整数"],
    ["110%", 110, 1.1, false, "百分率は比ではない"],
    ["1,110%", 1110, 1110.4, true, "桁区切り"],
    ["-20%", -20, -20.9, true, "負の切捨て"],
    ["-20%", -20, -19.4, false, "負の四捨五入で届かない"],
    ["-20%", -20, -19.5, true, "負の四捨五入"],
    ["1.1", 110, 110, true, "比"],
    ["1.1", 110, 114.9, true, "小数第一位の比の四捨五入"],
    ["1.1", 110, 115.1, false, "小数第一位の比の外"],
    ["1.10", 110, 110.4, true, "小数第二位の比の四捨五入"],
    ["1.10", 110, 110.9, true, "小数第二位の比の切捨て"],
    ["1.10", 110, 111.1, false, "小数第二位の比の外"],
    ["1", 100, 104.9, true, "桁を示さない比は、小数第一位とみなす"],
    ["1", 100, 106, false, "桁を示さない比の外"],
    ["110", 110, 110.4, true, "記号のない百分率"],
    ["1.1", 1.1, 110, true, "百分率に見えても比として読める"],
    ["0.85", 0.85, 85, true, "百分率に見える小さな数も、比として読める"],
    ["1.1", 1.1, 1.14, true, "そのまま百分率としても読める"],
    ["1.1", 1.1, 116, false, "どちらでもない"],
    ["1.1", 110, 1.199, true, "比として読まれた数も、百分率の切捨てとして読める"],
    ["1.1", 110, 1.201, false, "百分率の切捨ての外"],
    ["0", 0, 0.4, true, "0は比ではない"],
    ["0", 0, 4, false, "0は粗く読まない"],
  ])("「%s」（%d）と計算した %d: %p（%s）", (raw, amount, percent, expected) => {
    expect(fits(raw, amount, percent)).toBe(expected);
  });

  test("許容する幅の分だけ広くなる", () => {
    expect(fits("110.0%", 110, 110.6, 0.5)).toBe(false);
    expect(fits("110.0%", 110, 110.55, 0.5)).toBe(true);
    expect(fits("110.0%", 110, 109.4, 0.5)).toBe(false);
    expect(fits("110.0%", 110, 109.45, 0.5)).toBe(true);
  });

  test("大きな率でも、二進法の誤差では外れない", () => {
    expect(fits("1,000,000.5%", 1_000_000.5, 1_000_000.55)).toBe(true);
  });
});
