import {
  actualOfRate,
  identifyRate,
  isRateReversed,
  previousActual,
  rateCandidates,
  rateTraps,
  yearTarget,
  type FormulaId,
} from "../../../src/core/evaluate";
import type { DirectionValue, Indicator, StatedRate } from "../../../src/core/model";
import { figure, fy, indicator, model, plain, rate, shown } from "./fixtures";

/** Indicator with a stated rate: 基準値, 実績値, 目標値. */
function stating(
  [baseline, actual, target]: readonly [number, number, number],
  direction: DirectionValue,
  stated: StatedRate,
  more: Partial<Indicator> = {},
): Indicator {
  return plain({ baseline, actual, target }, direction, { statedRates: [stated], ...more });
}

function identified(subject: Indicator, tolerance?: number) {
  const stated = subject.statedRates[0]!;
  return identifyRate(stated, rateCandidates({ indicator: subject, actual: actualOfRate(subject, stated)! }), tolerance);
}

const formulasOf = (subject: Indicator, tolerance?: number): readonly FormulaId[] =>
  identified(subject, tolerance).matches.map(({ formula }) => formula);

const reversed = (subject: Indicator): boolean => isRateReversed(subject.direction, identified(subject));

describe("式ごとの値", () => {
  test("江田島市の四つの値が、それぞれの式の名で出る", () => {
    const subject = plain({ baseline: 22_585, actual: 20_563, target: 20_000 }, "lower-is-better");
    const candidates = rateCandidates({ indicator: subject, actual: subject.actuals[0]! });
    expect(Object.fromEntries(candidates.map(({ formula, percent }) => [formula, shown(percent)]))).toEqual({
      ratio: "102.8",
      "inverse-ratio": "97.3",
      mirrored: "97.2",
      "from-baseline": "78.2",
      "from-baseline-capped": "78.2",
      "pace-linear": "156.4",
      "pace-of-target": "205.6",
    });
  });

  test("使ったセルを持つ", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 });
    const [actual, target, baseline] = [subject.actuals[0]!, subject.target!, subject.baseline!];
    for (const { formula, inputs } of rateCandidates({ indicator: subject, actual })) {
      const usesBaseline = formula.startsWith("from-baseline") || formula === "pace-linear";
      expect(inputs).toEqual(usesBaseline ? [actual.at, target.at, baseline.at] : [actual.at, target.at]);
    }
  });

  test("基準値がなければ、基準からの式は出さない", () => {
    const subject = plain({ actual: 30, target: 50 });
    expect(rateCandidates({ indicator: subject, actual: subject.actuals[0]! }).map(({ formula }) => formula)).toEqual([
      "ratio",
      "inverse-ratio",
      "mirrored",
      "pace-of-target",
    ]);
  });

  test("割れない式は出さない", () => {
    const subject = indicator({ target: figure(0), actuals: [figure(5)] });
    expect(rateCandidates({ indicator: subject, actual: subject.actuals[0]! })).toMatchObject([
      { formula: "inverse-ratio", percent: 0 },
    ]);
  });

  test("数のない実績や目標からは、何も出さない", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 });
    expect(rateCandidates({ indicator: subject, actual: figure("pending", fy(2024)) })).toEqual([]);
    expect(rateCandidates({ indicator: { ...subject, target: figure("blank") }, actual: subject.actuals[0]! })).toEqual([]);
    expect(rateCandidates({ indicator: { ...subject, target: null }, actual: subject.actuals[0]! })).toEqual([]);
  });

  test("その年度の目標があれば、両方の目標に対する値を出す", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", { targets: [figure(25, fy(2024))] });
    const ratios = rateCandidates({ indicator: subject, actual: subject.actuals[0]! }).filter(
      ({ formula }) => formula === "ratio",
    );
    expect(ratios).toMatchObject([
      { percent: 120, against: "year-target" },
      { percent: 60, against: "final-target" },
    ]);
    expect(yearTarget(subject, figure(30))).toBeUndefined();
    expect(yearTarget(subject, figure(30, fy(2023)))).toBeUndefined();
  });

  test("目標を渡せば、その目標だけに対する値を出す", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 });
    const candidates = rateCandidates({ indicator: subject, actual: subject.actuals[0]!, target: figure(40) });
    expect(candidates[0]).toMatchObject({ formula: "ratio", percent: 75 });
    expect(candidates.every(({ percent }) => percent !== 60)).toBe(true);
  });

  test("目標の年になれば、ペースの式は基準からの式と同じなので出さない", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", { target: figure(50, fy(2024)) });
    const names = rateCandidates({ indicator: subject, actual: subject.actuals[0]! }).map(({ formula }) => formula);
    expect(names).not.toContain("pace-linear");
    expect(names).not.toContain("pace-of-target");
  });

  test("全期間の累計の目標には、年度の抜けがないときだけ累計の式を出す", () => {
    const subject = indicator({
      baseline: figure(0, fy(2022)),
      target: figure(75, fy(2026), { qualifier: "cumulative" }),
      actuals: [figure(20, fy(2023)), figure(25, fy(2024))],
    });
    const of = (one: Indicator) =>
      rateCandidates({ indicator: one, actual: one.actuals.at(-1)! }).filter(({ formula }) => formula === "cumulative");
    expect(of(subject)).toMatchObject([{ percent: 60 }]);
    expect(of(subject)[0]!.inputs).toEqual([...subject.actuals.map(({ at }) => at), subject.target!.at]);
    expect(of({ ...subject, baseline: figure(0, fy(2021)) })).toEqual([]);
    expect(of({ ...subject, actuals: [figure("blank", fy(2023)), figure(25, fy(2024))] })).toEqual([]);
    expect(of({ ...subject, target: figure(75, fy(2026)) })).toEqual([]);
  });

  test("前の年度の実績があれば、前年度比を向きに沿って出す", () => {
    const actuals = [figure(100, fy(2023)), figure(80, fy(2024))];
    const of = (direction: DirectionValue) => {
      const subject = plain({ baseline: 10, actual: 80, target: 50 }, direction, { actuals });
      return rateCandidates({ indicator: subject, actual: actuals[1]! }).find(({ formula }) => formula === "year-on-year");
    };
    expect(of("higher-is-better")).toMatchObject({ percent: 80, inputs: [actuals[1]!.at, actuals[0]!.at] });
    expect(of("lower-is-better")).toMatchObject({ percent: 125 });
    expect(previousActual(indicator({ actuals }), actuals[0]!)).toBeUndefined();
    expect(previousActual(indicator({ actuals }), figure(1))).toBeUndefined();
  });
});

describe("書かれた達成率がどの式によるか", () => {
  test.each<[string, readonly [number, number, number], DirectionValue, StatedRate, readonly FormulaId[]]>([
    ["人身事故 110%", [120, 110, 100], "lower-is-better", rate("110%", 110), ["ratio"]],
    ["申請率 60%", [10, 30, 50], "higher-is-better", rate("60%", 60), ["ratio"]],
    ["交付率 50%", [20, 30, 40], "higher-is-better", rate("50%", 50), ["from-baseline", "from-baseline-capped"]],
    ["交流客数 333.3%", [1_000_000, 1_100_000, 1_200_000], "higher-is-better", rate("333.3%", 333.3), []],
    ["救急活動時間 40%", [40, 38, 35], "lower-is-better", rate("40%", 40), ["from-baseline", "from-baseline-capped"]],
    ["待機児童 160%", [25, 16, 10], "lower-is-better", rate("160%", 160), ["ratio"]],
    ["文字の 102.5%", [30, 82, 80], "higher-is-better", rate("102.5%", 102.5), ["ratio"]],
    ["逆数 62.5%", [25, 16, 10], "lower-is-better", rate("62.5％", 62.5), ["inverse-ratio"]],
    ["2からの差 40.0%", [25, 16, 10], "lower-is-better", rate("40.0%", 40), ["mirrored"]],
    ["上限 100%", [25, 8, 10], "lower-is-better", rate("100%", 100), ["from-baseline-capped"]],
    ["負の △4.4%", [78.5, 78.3, 83], "higher-is-better", rate("△4.4%", -4.4), ["from-baseline", "from-baseline-capped"]],
  ])("%s", (_name, figures, direction, stated, expected) => {
    expect(formulasOf(stating(figures, direction, stated))).toEqual(expected);
  });

  test("書かれた桁の四捨五入と切り捨てまでは合うとする", () => {
    const of = (raw: string, amount: number) => formulasOf(stating([0, 2, 3], "higher-is-better", rate(raw, amount)));
    expect(of("66.7%", 66.7)).toContain("ratio");
    expect(of("67%", 67)).toContain("ratio");
    expect(of("66.6%", 66.6)).toContain("ratio");
    expect(of("66%", 66)).toContain("ratio");
    expect(of("66.67%", 66.67)).toContain("ratio");
    expect(of("66.8%", 66.8)).not.toContain("ratio");
    expect(of("66.5%", 66.5)).not.toContain("ratio");
    expect(of("68%", 68)).not.toContain("ratio");
    expect(of("65%", 65)).not.toContain("ratio");
    const half = (raw: string, amount: number) => formulasOf(stating([0, 455, 1000], "higher-is-better", rate(raw, amount)));
    expect(half("46%", 46)).toContain("ratio");
    expect(half("45%", 45)).toContain("ratio");
    expect(half("47%", 47)).toEqual([]);
  });

  test("ちょうどの値を一つ下に書いたものは切り捨てではない", () => {
    expect(formulasOf(stating([0, 60, 100], "higher-is-better", rate("59%", 59)))).toEqual([]);
    expect(formulasOf(stating([0, 60, 100], "higher-is-better", rate("61%", 61)))).toEqual([]);
  });

  test("設定した許容幅だけ広げる", () => {
    const subject = stating([0, 60, 100], "higher-is-better", rate("62.0%", 62));
    expect(formulasOf(subject)).toEqual([]);
    expect(formulasOf(subject, 2)).toContain("ratio");
    expect(formulasOf(subject, 1.9)).toEqual([]);
    expect(formulasOf(stating([0, 60, 100], "higher-is-better", rate("58.0%", 58)), 2)).toContain("ratio");
  });

  test("％のない数は、百分率とも割合とも読む", () => {
    const of = (raw: string, amount: number) => identified(stating([120, 110, 100], "lower-is-better", rate(raw, amount)));
    expect(of("1.1", 1.1)).toMatchObject({ percent: expect.closeTo(110, 9) as number, matches: [{ formula: "ratio" }] });
    expect(of("1.10", 110)).toMatchObject({ percent: 110, matches: [{ formula: "ratio" }] });
    expect(of("110", 110)).toMatchObject({ percent: 110, matches: [{ formula: "ratio" }] });
    expect(of("110.0", 110)).toMatchObject({ percent: 110, matches: [{ formula: "ratio" }] });
    expect(of("1.3", 1.3)).toMatchObject({ percent: 1.3, matches: [] });
    expect(of("△1.10", -110)).toMatchObject({ percent: -110, matches: [] });
    expect(of("1.14", 114)).toMatchObject({ percent: 114, matches: [] });
    const other = (raw: string, amount: number) => formulasOf(stating([0, 60, 100], "higher-is-better", rate(raw, amount)));
    expect(other("0.60", 0.6)).toContain("ratio");
    expect(other("0.61", 0.61)).toEqual([]);
    expect(other("0.60", 60)).toContain("ratio");
    expect(other("0.61", 61)).toEqual([]);
    expect(of("－", 110)).toMatchObject({ percent: 110, matches: [{ formula: "ratio" }] });
  });

  test("0 は、粗い割合の 0 とは読まない", () => {
    const of = (actual: number) => formulasOf(stating([-100, actual, 100], "higher-is-better", rate("0", 0)));
    expect(of(0)).toContain("ratio");
    expect(of(4)).toEqual([]);
  });

  test("桁区切りは桁数に数えない", () => {
    const subject = stating([0, 1234, 100], "higher-is-better", rate("1,234%", 1234));
    expect(formulasOf(subject)).toContain("ratio");
  });
});

describe("下がると良い指標なのに 実績÷目標", () => {
  test("当たる", () => {
    expect(reversed(stating([120, 110, 100], "lower-is-better", rate("110%", 110)))).toBe(true);
    expect(reversed(stating([25, 16, 10], "lower-is-better", rate("160%", 160)))).toBe(true);
    expect(reversed(stating([46, 11.7, 12], "lower-is-better", rate("97.5%", 97.5)))).toBe(true);
  });

  test("ほかの達成の式とも合えば、当たらない", () => {
    expect(reversed(stating([120, 100, 100], "lower-is-better", rate("100%", 100)))).toBe(false);
    expect(reversed(stating([25, 16, 10], "lower-is-better", rate("62.5%", 62.5)))).toBe(false);
    expect(reversed(stating([25, 16, 10], "lower-is-better", rate("60%", 60)))).toBe(false);
  });

  test("上がると良い指標と、どの式にも合わないものには当たらない", () => {
    expect(reversed(stating([10, 30, 50], "higher-is-better", rate("60%", 60)))).toBe(false);
    expect(reversed(stating([25, 16, 10], "lower-is-better", rate("333%", 333)))).toBe(false);
    expect(reversed(stating([25, 16, 10], "unknown", rate("160%", 160)))).toBe(false);
  });

  test("前年度比とたまたま同じ値でも当たる", () => {
    const subject = stating([25, 16, 10], "lower-is-better", rate("160%", 160), {
      actuals: [figure(25.6, fy(2023)), figure(16, fy(2024))],
    });
    expect(formulasOf(subject)).toEqual(["ratio", "year-on-year"]);
    expect(reversed(subject)).toBe(true);
  });
});

describe("書かれた達成率はどの実績のものか", () => {
  const actuals = [figure(10, fy(2023)), figure(20, fy(2024))];

  test("年度が同じ実績", () => {
    expect(actualOfRate(indicator({ actuals }), rate("1%", 1, fy(2023)))).toBe(actuals[0]);
    expect(actualOfRate(indicator({ actuals }), rate("1%", 1, fy(2025)))).toBeUndefined();
    expect(actualOfRate(indicator({ actuals: [figure(1)] }), rate("1%", 1, fy(2025)))?.amount).toBe(1);
  });

  test("年度がなければ、同じ行のすぐ左の数のある実績", () => {
    const at = (column: number) => ({ sheet: "KPI", row: 4, column });
    const pairs = [
      figure(10, fy(2023), { at: at(1) }),
      figure(20, fy(2024), { at: at(3) }),
      figure("blank", fy(2025), { at: at(5) }),
    ];
    const of = (column: number) => actualOfRate(indicator({ actuals: pairs }), { ...rate("1%", 1), at: at(column) })?.amount;
    expect([of(2), of(4), of(6)]).toEqual([10, 20, 20]);
    expect(of(0)).toBe(20);
    const turned = indicator({ actuals: pairs.toReversed() });
    expect(actualOfRate(turned, { ...rate("1%", 1), at: at(4) })?.amount).toBe(20);
  });

  test("行が違えば、最も新しい実績", () => {
    const below = { ...rate("1%", 1), at: { sheet: "KPI", row: 5, column: 900 } };
    expect(actualOfRate(indicator({ actuals: actuals.toReversed() }), below)).toBe(actuals[1]);
    expect(actualOfRate(indicator({ actuals: [figure(3), figure(4)] }), below)?.amount).toBe(4);
    expect(actualOfRate(indicator({ actuals: [figure("blank")] }), below)).toBeUndefined();
  });
});

describe("達成率の罠: 事実と逆を言う達成率", () => {
  const traps = (subject: Indicator) => rateTraps(model({ indicators: [subject] }));

  test("満たさないのに100以上", () => {
    const subject = stating([120, 110, 100], "lower-is-better", rate("110%", 110));
    expect(traps(subject)).toMatchObject([
      { indicator: subject, rate: subject.statedRates[0], kind: "says-met", formula: "ratio", percent: 110 },
    ]);
    expect(traps(subject)[0]).toMatchObject({ actual: subject.actuals[0], target: subject.target });
  });

  test("満たすのに100未満", () => {
    expect(traps(stating([20, 11.7, 12], "lower-is-better", rate("97.5%", 97.5)))).toMatchObject([
      { kind: "says-not-met", formula: "ratio" },
    ]);
  });

  test("どの式にも合わず、事実とも逆なら、式の名なしで挙げる", () => {
    const subject = stating([1_000_000, 1_100_000, 1_200_000], "higher-is-better", rate("333.3%", 333.3));
    expect(traps(subject)).toMatchObject([{ kind: "says-met", formula: null }]);
  });

  test("下限を割った人口の「100超」も罠", () => {
    const subject = indicator({
      baseline: figure(119_000, fy(2022)),
      target: figure(113_810, fy(2026), { qualifier: "over" }),
      actuals: [figure(113_000, fy(2024))],
      statedRates: [rate("115.6%", 115.6)],
    });
    expect(traps(subject)).toMatchObject([{ kind: "says-met", formula: "from-baseline" }]);
    const capped = { ...subject, statedRates: [rate("100.0%", 100)] };
    expect(traps(capped)).toMatchObject([{ kind: "says-met", formula: "from-baseline-capped" }]);
  });

  test("事実と合えば罠ではない", () => {
    expect(traps(stating([10, 30, 50], "higher-is-better", rate("60%", 60)))).toEqual([]);
    expect(traps(stating([30, 82, 80], "higher-is-better", rate("102.5%", 102.5)))).toEqual([]);
    expect(traps(stating([25, 16, 10], "lower-is-better", rate("62.5%", 62.5)))).toEqual([]);
    expect(traps(stating([25, 16, 10], "lower-is-better", rate("70%", 70)))).toEqual([]);
    expect(traps(stating([120, 100, 100], "lower-is-better", rate("100%", 100)))).toEqual([]);
  });

  test("99.96 を丸めた100%は罠ではない", () => {
    expect(traps(stating([0, 9996, 10_000], "higher-is-better", rate("100%", 100)))).toEqual([]);
  });

  test("ペースや前年度と比べた率は、達成を言うものではない", () => {
    expect(traps(stating([10, 34, 50], "higher-is-better", rate("120.0%", 120)))).toEqual([]);
    expect(
      traps(
        stating([10, 30, 50], "higher-is-better", rate("150%", 150), {
          actuals: [figure(20, fy(2023)), figure(30, fy(2024))],
        }),
      ),
    ).toEqual([]);
  });

  test("その年度の目標に対する率なら、その目標で確かめる", () => {
    const targets = [figure(25, fy(2024))];
    expect(traps(stating([10, 30, 50], "higher-is-better", rate("120%", 120), { targets }))).toEqual([]);
    expect(traps(stating([50, 30, 10], "lower-is-better", rate("120%", 120), { targets }))).toMatchObject([
      { kind: "says-met", formula: "ratio", target: targets[0] },
    ]);
  });

  test("向きや実績が分からなければ、罠とは言えない", () => {
    expect(traps(stating([120, 110, 100], "unknown", rate("110%", 110)))).toEqual([]);
    expect(traps(stating([120, 110, 100], "milestone", rate("110%", 110)))).toEqual([]);
    expect(traps({ ...stating([120, 110, 100], "lower-is-better", rate("110%", 110)), actuals: [] })).toEqual([]);
    expect(traps({ ...stating([120, 110, 100], "lower-is-better", rate("110%", 110)), target: null })).toEqual([]);
  });

  test("許容幅は渡した設定による", () => {
    const subject = stating([100, 98, 100], "maintain", rate("98%", 98));
    expect(rateTraps(model({ indicators: [subject] }))).toEqual([]);
    expect(rateTraps(model({ indicators: [subject] }), { maintainPercent: 5 })).toMatchObject([{ kind: "says-not-met" }]);
    const near = stating([1000, 1040, 1200], "higher-is-better", rate("101%", 101));
    expect(rateTraps(model({ indicators: [near] }))).toMatchObject([{ formula: null }]);
    expect(rateTraps(model({ indicators: [near] }), { tolerancePoints: 15 })).toMatchObject([]);
  });

  test("推定の向きは、その印を残す", () => {
    const direction = { value: "lower-is-better", basis: "suggested" } as const;
    const subject = stating([120, 110, 100], "lower-is-better", rate("110%", 110), { direction });
    expect(traps(subject)[0]?.direction).toEqual(direction);
  });
});
