import fc from "fast-check";
import {
  cumulative,
  expectedOnPace,
  formulaIds,
  formulas,
  fromBaseline,
  fromBaselineCapped,
  inverseRatio,
  mirrored,
  paceLinear,
  paceOfTarget,
  ratio,
  sum,
  yearOnYear,
} from "../../../src/core/evaluate";
import { shown } from "./fixtures";
import { assertProperty } from "../../helpers/assert-property";

describe("江田島市 有害鳥獣被害額（下がると良い）は、式によって四つの値になる", () => {
  const figures = { baseline: 22_585, actual: 20_563, target: 20_000 };

  test("実績÷目標は 102.8", () => {
    expect(shown(ratio(figures))).toBe("102.8");
  });
  test("目標÷実績は 97.3", () => {
    expect(shown(inverseRatio(figures))).toBe("97.3");
  });
  test("2－実績÷目標は 97.2", () => {
    expect(shown(mirrored(figures))).toBe("97.2");
  });
  test("基準からは 78.2", () => {
    expect(shown(fromBaseline(figures))).toBe("78.2");
  });
});

describe("江別市 第2期 令和5年度", () => {
  test.each([
    ["新卒者数", 46, 59, 55, "107.3", "144.4"],
    ["社会増減数", 715, 425, 1000, "42.5", "-101.8"],
    ["子育て環境", 50, 55, 55, "100.0", "100.0"],
    ["暮らしやすい", 78.5, 78.3, 83, "94.3", "-4.4"],
  ])("%s", (_name, baseline, actual, target, againstTarget, way) => {
    expect(shown(ratio({ actual, target }))).toBe(againstTarget);
    expect(shown(fromBaseline({ baseline, actual, target }))).toBe(way);
  });
});

describe("式の境", () => {
  test("割る数が0なら値を持たない", () => {
    expect(ratio({ actual: 5, target: 0 })).toBeNull();
    expect(inverseRatio({ actual: 0, target: 5 })).toBeNull();
    expect(mirrored({ actual: 5, target: 0 })).toBeNull();
    expect(fromBaseline({ baseline: 5, actual: 6, target: 5 })).toBeNull();
    expect(fromBaselineCapped({ baseline: 5, actual: 6, target: 5 })).toBeNull();
    expect(cumulative({ actuals: [1], target: 0 })).toBeNull();
    expect(yearOnYear({ actual: 1, previous: 0, direction: "higher-is-better" })).toBeNull();
    expect(paceOfTarget({ actual: 1, target: 0, elapsedYears: 1, totalYears: 5 })).toBeNull();
  });

  test("上限のある式だけが100で止まる", () => {
    expect(fromBaseline({ baseline: 0, actual: 12, target: 10 })).toBe(120);
    expect(fromBaselineCapped({ baseline: 0, actual: 12, target: 10 })).toBe(100);
    expect(fromBaselineCapped({ baseline: 0, actual: 8, target: 10 })).toBe(80);
    expect(fromBaselineCapped({ baseline: 0, actual: -8, target: 10 })).toBe(-80);
  });

  test("按分した期待値は基準から目標へ直線で進み、目標の年から先は目標のまま", () => {
    const line = { baseline: 100, target: 160, totalYears: 6 };
    expect(expectedOnPace({ ...line, elapsedYears: 1 })).toBe(110);
    expect(expectedOnPace({ ...line, elapsedYears: 5 })).toBe(150);
    expect(expectedOnPace({ ...line, elapsedYears: 6 })).toBe(160);
    expect(expectedOnPace({ ...line, elapsedYears: 7 })).toBe(160);
    expect(expectedOnPace({ ...line, elapsedYears: 0 })).toBeNull();
    expect(expectedOnPace({ ...line, elapsedYears: -1 })).toBeNull();
  });

  test("ペースちょうどは、割り切れない年割りでもちょうど100", () => {
    expect(paceLinear({ baseline: 10, target: 11, actual: 10.3, elapsedYears: 3, totalYears: 10 })).toBe(100);
    expect(paceLinear({ baseline: 0.1, target: 0.7, actual: 0.3, elapsedYears: 1, totalYears: 3 })).toBe(100);
    expect(paceLinear({ baseline: 10, target: 11, actual: 10.29, elapsedYears: 3, totalYears: 10 })).toBe(290 / 3);
    expect(paceLinear({ baseline: 10, target: 11, actual: 10.3, elapsedYears: 0, totalYears: 10 })).toBeNull();
  });

  test("多摩市の目安は5年で 20・40・60・80・100 %", () => {
    const of = (elapsedYears: number) => paceOfTarget({ actual: 50, target: 100, elapsedYears, totalYears: 5 });
    expect([1, 2, 4, 5, 6].map(of)).toEqual([250, 125, 62.5, 50, 50]);
    expect(of(0)).toBeNull();
  });

  test("累計は雑音なく足す", () => {
    expect(sum([0.1, 0.2])).toBe(0.3);
    expect(sum([])).toBe(0);
    expect(sum([1, NaN])).toBeNull();
    expect(cumulative({ actuals: [20, 25, 30], target: 75 })).toBe(100);
  });

  test("前年度比は、下がると良い指標では逆さにする", () => {
    expect(yearOnYear({ actual: 80, previous: 100, direction: "higher-is-better" })).toBe(80);
    expect(yearOnYear({ actual: 80, previous: 100, direction: "lower-is-better" })).toBe(125);
  });

  test("式の表は、すべての式に名と書き方を持つ", () => {
    expect(Object.keys(formulas)).toEqual([...formulaIds]);
    for (const id of formulaIds) {
      expect(formulas[id].id).toBe(id);
      expect(formulas[id].nameJa).not.toBe("");
      expect(formulas[id].describeJa).toContain("実績値");
    }
  });
});

describe("どの数でも成り立つこと", () => {
  const amount = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((value) => value / 100);
  const scale = fc.integer({ min: 1, max: 100_000 }).map((value) => value / 1000);
  const close = (a: number | null, b: number | null): void => {
    if (a === null || b === null) expect(a).toBe(b);
    else expect(Math.abs(a - b)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(a)));
  };

  test("三つの数を同じ倍にしても割合は変わらない", () => {
    assertProperty(
      fc.property(amount, amount, amount, scale, (baseline, actual, target, by) => {
        const figures = { baseline, actual, target };
        const scaled = { baseline: baseline * by, actual: actual * by, target: target * by };
        for (const formula of [ratio, inverseRatio, mirrored, fromBaseline, fromBaselineCapped]) {
          // A difference of two scaled numbers keeps 15 digits of each, not of itself.
          const isNear = Math.abs(target - baseline) * 1e4 < Math.abs(target);
          if (!isNear) close(formula(figures), formula(scaled));
        }
      }),
    );
  });

  test("向きを裏返しても（すべての符号を変えても）基準からの割合は変わらない", () => {
    assertProperty(
      fc.property(amount, amount, amount, (baseline, actual, target) => {
        expect(fromBaseline({ baseline: -baseline, actual: -actual, target: -target })).toBe(
          fromBaseline({ baseline, actual, target }),
        );
      }),
    );
  });

  test("どんな数からも NaN や無限大は出ない", () => {
    const any = fc.double();
    const years = fc.integer({ min: -5, max: 50 });
    assertProperty(
      fc.property(any, any, any, years, years, (baseline, actual, target, elapsedYears, totalYears) => {
        const figures = { baseline, actual, target, elapsedYears, totalYears };
        const values = [
          ratio(figures),
          inverseRatio(figures),
          mirrored(figures),
          fromBaseline(figures),
          fromBaselineCapped(figures),
          paceLinear(figures),
          paceOfTarget(figures),
          expectedOnPace(figures),
          cumulative({ actuals: [baseline, actual], target }),
          yearOnYear({ actual, previous: baseline, direction: "lower-is-better" }),
        ];
        for (const value of values) expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
