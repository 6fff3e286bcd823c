import { amountOf, boundOf, directionOf, isMet } from "../../../src/core/evaluate";
import type { DirectionValue, Figure } from "../../../src/core/model";
import { figure } from "./fixtures";

const towards = (value: DirectionValue) => ({ value, basis: "stated" }) as const;

describe("達成は割合でなく、向きに沿った大小で決める", () => {
  test.each<[string, number, number, DirectionValue, boolean | null]>([
    ["待機児童 5人は目標0人に届かない", 5, 0, "lower-is-better", false],
    ["待機児童 0人は目標0人を満たす", 0, 0, "lower-is-better", true],
    ["上がると良い指標の △50 は △100 を満たす", -50, -100, "higher-is-better", true],
    ["上がると良い指標の △150 は △100 に届かない", -150, -100, "higher-is-better", false],
    ["上がると良い指標は目標と同じ値で満たす", 100, 100, "higher-is-better", true],
    ["上がると良い指標は目標より下で届かない", 99.9, 100, "higher-is-better", false],
    ["下がると良い指標は目標より上で届かない", 100.1, 100, "lower-is-better", false],
    ["下がると良い指標は目標より下で満たす", 99.9, 100, "lower-is-better", true],
    ["順位 18位は目標20位を満たす", 18, 20, "lower-is-better", true],
    ["向きが分からなければ言えない", 100, 100, "unknown", null],
    ["制定などの節目は数で言えない", 1, 1, "milestone", null],
    ["維持は同じ値で満たす", 100, 100, "maintain", true],
    ["維持は許容幅がなければ少しのずれでも届かない", 100.1, 100, "maintain", false],
    ["二進の雑音では届かないとしない", 0.1 + 0.2, 0.3, "lower-is-better", true],
  ])("%s", (_name, actual, target, direction, expected) => {
    expect(isMet(actual, figure(target), towards(direction))).toBe(expected);
  });

  test.each<[Figure["qualifier"], number, boolean]>([
    ["at-least", 100, true],
    ["at-least", 99, false],
    ["over", 100, false],
    ["over", 101, true],
    ["at-most", 100, true],
    ["at-most", 101, false],
    ["under", 100, false],
    ["under", 99, true],
  ])("目標の語 %s は向きより先に効く（実績 %p）", (qualifier, actual, expected) => {
    const target = figure(100, null, { qualifier });
    expect(isMet(actual, target, towards("unknown"))).toBe(expected);
    expect(isMet(actual, target, towards("higher-is-better"))).toBe(expected);
    expect(isMet(actual, target, towards("lower-is-better"))).toBe(expected);
    expect(isMet(actual, target, towards("maintain"))).toBe(expected);
  });

  test("約・累計・年あたりは大小の向きを決めない", () => {
    for (const qualifier of ["about", "cumulative", "per-year"] as const) {
      const target = figure(30, null, { qualifier });
      expect(boundOf(target)).toBeNull();
      expect(isMet(30, target, towards("unknown"))).toBeNull();
      expect(isMet(31, target, towards("lower-is-better"))).toBe(false);
    }
  });

  test("約…以上は以上として比べる", () => {
    const target = figure(30, null, { qualifier: "about", qualifiers: ["about", "at-least"] });
    expect(boundOf(target)).toBe("at-least");
    expect(isMet(31, target, towards("unknown"))).toBe(true);
  });

  test("維持の許容幅は目標の百分率で、境も満たす", () => {
    const target = figure(70);
    expect(isMet(63, target, towards("maintain"), 10)).toBe(true);
    expect(isMet(77, target, towards("maintain"), 10)).toBe(true);
    expect(isMet(62.9, target, towards("maintain"), 10)).toBe(false);
    expect(isMet(77.1, target, towards("maintain"), 10)).toBe(false);
    expect(isMet(-63, figure(-70), towards("maintain"), 10)).toBe(true);
    expect(isMet(63, target, towards("higher-is-better"), 10)).toBe(false);
  });

  test.each(["blank", "not-applicable", "pending", "qualitative", "unreadable"] as const)("目標が %s なら言えない", (state) => {
    expect(isMet(1, figure(state), towards("higher-is-better"))).toBeNull();
  });

  test("数でない実績では言えない", () => {
    expect(isMet(NaN, figure(1), towards("higher-is-better"))).toBeNull();
    expect(isMet(1, figure(Infinity), towards("higher-is-better"))).toBeNull();
  });
});

describe("数として使える値", () => {
  test("設定された値だけが数を持つ", () => {
    expect(amountOf(figure(0))).toBe(0);
    expect(amountOf(figure("blank"))).toBeNull();
    expect(amountOf(figure("blank", null, { amount: 5 }))).toBeNull();
    expect(amountOf(figure(5, null, { amount: null }))).toBeNull();
    expect(amountOf(null)).toBeNull();
    expect(amountOf(figure(NaN))).toBeNull();
    expect(amountOf(figure(0.29 * 100))).toBe(29);
  });
});

describe("向き", () => {
  test("目標の以上・以下が、ほかから読んだ向きより先に決める", () => {
    const least = figure(100, null, { qualifier: "at-least" });
    const under = figure(100, null, { qualifier: "under" });
    expect(directionOf(towards("lower-is-better"), least)).toEqual({ value: "higher-is-better", basis: "target" });
    expect(directionOf(towards("higher-is-better"), under)).toEqual({ value: "lower-is-better", basis: "target" });
    expect(directionOf(towards("unknown"), figure(1, null, { qualifier: "over" })).value).toBe("higher-is-better");
    expect(directionOf(towards("unknown"), figure(1, null, { qualifier: "at-most" })).value).toBe("lower-is-better");
  });

  test("同じ向きなら根拠をそのまま残し、維持と節目は変えない", () => {
    const least = figure(100, null, { qualifier: "at-least" });
    expect(directionOf(towards("higher-is-better"), least).basis).toBe("stated");
    expect(directionOf(towards("maintain"), least).value).toBe("maintain");
    expect(directionOf(towards("milestone"), least).value).toBe("milestone");
    expect(directionOf(towards("unknown"), figure(100)).value).toBe("unknown");
    expect(directionOf(towards("unknown"), null).value).toBe("unknown");
  });
});
