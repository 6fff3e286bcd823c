import fc from "fast-check";
import { assess, assessAll, becauses, type Assessment, type Because } from "../../../src/core/evaluate";
import type { DirectionValue, Indicator } from "../../../src/core/model";
import { settingsSchema } from "../../../src/core/settings";
import { CONTEXT, cy, day, figure, fy, indicator, model, plain, shown } from "./fixtures";
import { assertProperty } from "../../helpers/assert-property";

const judged = (subject: Indicator, tolerances: object = {}): Assessment =>
  assess(subject, { ...CONTEXT, settings: settingsSchema.parse({ tolerances }) });

const suggested = { value: "lower-is-better", basis: "suggested" } as const;
const unknown = { value: "unknown", basis: "none" } as const;
const milestone = { value: "milestone", basis: "stated" } as const;
const maintain = { value: "maintain", basis: "stated" } as const;

describe("江別市 第2期: 令和5年度で見ると、二つの物差しが逆のことを言う", () => {
  const ebetsu = (baseline: number, actuals: readonly number[], target: number): Assessment =>
    assess(
      indicator({
        baseline: figure(baseline, fy(2018)),
        target: figure(target, fy(2024)),
        actuals: actuals.map((amount, index) => figure(amount, fy(2020 + index))),
      }),
      { ...CONTEXT, asOf: "2024-10-01" },
    );

  test.each([
    ["新卒者数", 46, [45, 46, 47, 59], 55, "107.3", "144.4", "173.3", "achieved"],
    ["社会増減数", 715, [878, 663, 335, 425], 1000, "42.5", "-101.8", "-122.1", "worse-than-baseline"],
    ["子育て環境が充実", 50, [50.4, 50, 49.8, 55], 55, "100.0", "100.0", "120.0", "achieved"],
    ["暮らしやすい", 78.5, [79.1, 77.2, 76.6, 78.3], 83, "94.3", "-4.4", "-5.3", "worse-than-baseline"],
  ] as const)("%s", (_name, baseline, actuals, target, againstTarget, fromBaseline, againstPace, status) => {
    const result = ebetsu(baseline, actuals, target);
    expect(shown(result.againstTarget)).toBe(againstTarget);
    expect(shown(result.fromBaseline)).toBe(fromBaseline);
    expect(shown(result.againstPace)).toBe(againstPace);
    expect(result).toMatchObject({ status, because: null, period: fy(2023) });
    expect(result.formulas).toEqual(["ratio", "from-baseline", "pace-linear"]);
  });

  test("年度の終わる日までは前の年度で見る", () => {
    const subject = indicator({
      baseline: figure(46, fy(2018)),
      target: figure(55, fy(2024)),
      actuals: [figure(47, fy(2022)), figure(59, fy(2023))],
    });
    expect(assess(subject, { ...CONTEXT, asOf: "2024-03-30" }).period).toEqual(fy(2022));
    expect(assess(subject, { ...CONTEXT, asOf: "2024-03-31" }).period).toEqual(fy(2023));
  });
});

describe("江田島市 有害鳥獣被害額: 下がると良い指標は逆数で見る", () => {
  test("対目標 97.3、対基準 78.2", () => {
    const result = judged(plain({ baseline: 22_585, actual: 20_563, target: 20_000 }, "lower-is-better"));
    expect(shown(result.againstTarget)).toBe("97.3");
    expect(shown(result.fromBaseline)).toBe("78.2");
    expect(result.formulas).toEqual(["inverse-ratio", "from-baseline", "pace-linear"]);
    expect(result.status).toBe("on-track");
  });
});

describe("見本の指標", () => {
  test.each<[string, number, number, number, DirectionValue, string | null, string, Assessment["status"]]>([
    ["人身事故発生件数", 120, 110, 100, "lower-is-better", "90.9", "50.0", "on-track"],
    ["オンライン申請率", 10, 30, 50, "higher-is-better", "60.0", "50.0", "on-track"],
    ["移住者数", 40, 63, 60, "higher-is-better", "105.0", "115.0", "achieved"],
    ["救急活動時間", 40, 38, 35, "lower-is-better", "92.1", "40.0", "behind"],
    ["待機児童数", 25, 16, 10, "lower-is-better", "62.5", "60.0", "on-track"],
    ["アプリの登録率", 30, 82, 80, "higher-is-better", "102.5", "104.0", "achieved"],
  ])("%s", (_name, baseline, actual, target, direction, againstTarget, fromBaseline, status) => {
    const result = judged(plain({ baseline, actual, target }, direction));
    expect(shown(result.againstTarget)).toBe(againstTarget);
    expect(shown(result.fromBaseline)).toBe(fromBaseline);
    expect(result.status).toBe(status);
  });
});

describe("達成は大小で決め、割合では決めない", () => {
  test.each<[string, number | undefined, number, number, DirectionValue, number | null, Assessment["status"]]>([
    ["待機児童 5人は目標0人に届かない", 25, 5, 0, "lower-is-better", null, "on-track"],
    ["待機児童 0人は目標0人を満たす", 25, 0, 0, "lower-is-better", null, "achieved"],
    ["下がると良い指標の実績0は、割合がなくても満たす", 25, 0, 10, "lower-is-better", null, "achieved"],
    ["上がると良い指標の △50 は △100 を満たす", -200, -50, -100, "higher-is-better", null, "achieved"],
    ["上がると良い指標の △150 は △100 に届かない", -200, -150, -100, "higher-is-better", null, "on-track"],
    ["負の実績は割合にしない", 0, -12, 100, "higher-is-better", null, "worse-than-baseline"],
    ["目標0に向かう社会減は、対基準で見る", -200, -50, 0, "higher-is-better", null, "on-track"],
    ["目標0を上回る社会増は満たす", -200, 5, 0, "higher-is-better", null, "achieved"],
    ["順位は下がると良い", 40, 18, 20, "lower-is-better", 20 / 0.18, "achieved"],
    ["基準値がなくても満たせば達成", undefined, 12, 10, "higher-is-better", 120, "achieved"],
    ["目標が基準と同じで届かなければ遅れ", 100, 90, 100, "higher-is-better", 90, "behind"],
    ["目標が基準と同じで満たせば達成", 100, 100, 100, "higher-is-better", 100, "achieved"],
  ])("%s", (_name, baseline, actual, target, direction, againstTarget, status) => {
    const figures = baseline === undefined ? { actual, target } : { baseline, actual, target };
    const result = judged(plain(figures, direction));
    if (againstTarget === null) expect(result.againstTarget).toBeNull();
    else expect(result.againstTarget).toBeCloseTo(againstTarget, 9);
    expect(result.status).toBe(status);
  });

  test("割合を出さないときは、それぞれの理由を持つ", () => {
    const reason = (subject: Indicator) => judged(subject).yardsticks;
    expect(reason(plain({ baseline: -200, actual: -50, target: 0 })).againstTarget).toEqual({
      kind: "none",
      because: "zero-target",
    });
    expect(reason(plain({ baseline: 5, actual: 3, target: 0 }, "lower-is-better")).againstTarget).toEqual({
      kind: "none",
      because: "not-positive",
    });
    expect(reason(plain({ baseline: 5, actual: -1, target: 10 })).againstTarget).toEqual({
      kind: "none",
      because: "not-positive",
    });
    expect(reason(plain({ baseline: 5, actual: 4, target: 5 })).fromBaseline).toEqual({
      kind: "none",
      because: "baseline-equals-target",
    });
    expect(reason(plain({ actual: 4, target: 5 })).fromBaseline).toEqual({ kind: "none", because: "baseline-blank" });
    expect(reason(plain({ baseline: 1, actual: 4, target: 5 }, "unknown")).againstTarget).toEqual({
      kind: "none",
      because: "direction-unknown",
    });
  });

  test("上がると良い指標の実績0は 0 % で、評価できないのではない", () => {
    expect(judged(plain({ baseline: 0, actual: 0, target: 10 }))).toMatchObject({
      againstTarget: 0,
      fromBaseline: 0,
      againstPace: 0,
      status: "behind",
      because: null,
    });
  });
});

describe("減り方を抑える目標（人口 113,810人を上回る）", () => {
  const population = (actual: number): Assessment =>
    judged(
      indicator({
        direction: { value: "lower-is-better", basis: "target" },
        baseline: figure(119_000, fy(2022)),
        target: figure(113_810, fy(2026), { qualifier: "over" }),
        actuals: [figure(actual, fy(2024))],
      }),
    );

  test("減っていても下限の上なら達成", () => {
    expect(population(116_000)).toMatchObject({ status: "achieved", reading: "leeway" });
    expect(population(116_000).direction).toEqual({ value: "higher-is-better", basis: "target" });
    expect(population(120_000).status).toBe("achieved");
  });

  test("下限を割れば、対基準が100を超えていても達成でも順調でもない", () => {
    const result = population(113_000);
    expect(result.status).toBe("behind");
    expect(result.fromBaseline).toBeGreaterThan(100);
    expect(result.againstPace).toBeGreaterThan(100);
    expect(result.reading).toBe("leeway");
  });

  test("上回るは同じ値を含まない", () => {
    expect(population(113_810).status).toBe("behind");
    expect(population(113_811).status).toBe("achieved");
  });

  test("伸びを抑える上限も同じ", () => {
    const cost = (actual: number): Assessment =>
      judged(
        indicator({
          baseline: figure(100, fy(2022)),
          target: figure(120, fy(2026), { qualifier: "at-most" }),
          actuals: [figure(actual, fy(2024))],
        }),
      );
    expect(cost(115)).toMatchObject({ status: "achieved", reading: "leeway" });
    expect(cost(121)).toMatchObject({ status: "behind", reading: "leeway" });
  });

  test("目標が基準より良い側にあれば、ふつうに読む", () => {
    expect(judged(plain({ baseline: 10, actual: 11, target: 20 })).reading).toBe("progress");
    expect(judged(plain({ baseline: 20, actual: 19, target: 10 }, "lower-is-better")).reading).toBe("progress");
    expect(judged(plain({ actual: 19, target: 10 }, "lower-is-better")).reading).toBe("progress");
  });
});

describe("維持", () => {
  const kept = (actual: number, maintainPercent: number): Assessment =>
    judged(plain({ baseline: 100, actual, target: 100 }, "maintain"), { maintainPercent });

  test("許容幅の内なら達成、外なら遅れ", () => {
    expect(kept(95, 5).status).toBe("achieved");
    expect(kept(105, 5).status).toBe("achieved");
    expect(kept(94.9, 5).status).toBe("behind");
    expect(kept(105.1, 5).status).toBe("behind");
    expect(kept(99, 0).status).toBe("behind");
    expect(kept(100, 0).status).toBe("achieved");
  });

  test("基準より悪くても「基準値より悪化」とは言わない", () => {
    expect(judged(plain({ baseline: 90, actual: 80, target: 100 }, "maintain")).status).toBe("behind");
  });
});

describe("ペース", () => {
  const paced = (actual: number, baseline = 10, target = 50): Assessment => judged(plain({ baseline, actual, target }));

  test("期待値は基準の年から目標の年への直線", () => {
    expect(paced(30)).toMatchObject({ expected: 30, againstPace: 100, status: "on-track" });
    expect(paced(29.9)).toMatchObject({ status: "behind" });
    expect(paced(10)).toMatchObject({ againstPace: 0, status: "behind" });
    expect(paced(9.9)).toMatchObject({ status: "worse-than-baseline" });
  });

  test("割り切れない年割りでも、ちょうどなら順調", () => {
    const subject = indicator({
      baseline: figure(0.1, fy(2023)),
      target: figure(0.7, fy(2026)),
      actuals: [figure(0.3, fy(2024))],
    });
    expect(judged(subject)).toMatchObject({ againstPace: 100, status: "on-track" });
  });

  test("目標の年とその後は、目標そのものが期待値", () => {
    const late = (period: number): Assessment =>
      judged(
        indicator({
          baseline: figure(10),
          target: figure(50, fy(2023)),
          actuals: [figure(40, fy(period))],
        }),
      );
    expect(late(2023)).toMatchObject({ expected: 50, againstPace: 75, status: "behind" });
    expect(late(2024)).toMatchObject({ expected: 50, againstPace: 75, status: "behind" });
    expect(late(2022)).toMatchObject({ expected: null, againstPace: null, because: "no-period" });
  });

  test("年度の表では、3月31日の値はその年度の値", () => {
    const subject = (period: ReturnType<typeof day>): Assessment =>
      judged(
        indicator({
          baseline: figure(10, fy(2022)),
          target: figure(50, fy(2026)),
          actuals: [figure(30, period)],
        }),
      );
    expect(subject(day("2025-03-31")).expected).toBe(30);
    expect(subject(day("2025-04-01")).expected).toBe(40);
    expect(subject(day("2024-10-01")).expected).toBe(30);
  });

  test("暦年どうしは年の差で数える", () => {
    const subject = indicator({
      baseline: figure(10, cy(2022)),
      target: figure(50, cy(2026)),
      actuals: [figure(20, day("2023-01-01"))],
    });
    expect(judged(subject).expected).toBe(20);
  });

  test("基準と同じ年では、まだペースを言わない", () => {
    const subject = indicator({
      baseline: figure(10, fy(2024)),
      target: figure(50, fy(2026)),
      actuals: [figure(30, fy(2024))],
    });
    expect(judged(subject)).toMatchObject({
      againstTarget: 60,
      fromBaseline: 50,
      againstPace: null,
      expected: null,
      status: "not-evaluable",
      because: "not-yet",
    });
  });
});

describe("全期間の累計の目標に、単年度の実績", () => {
  const studied = (more: Partial<Indicator> = {}): Assessment =>
    judged(
      indicator({
        baseline: figure(0, fy(2022)),
        target: figure(75, fy(2026), { qualifier: "cumulative" }),
        actuals: [figure(20, fy(2023)), figure(25, fy(2024))],
        ...more,
      }),
    );

  test("ペースは出さず、評価もしない。累計は参考として添える", () => {
    const result = studied();
    expect(result).toMatchObject({
      againstPace: null,
      expected: null,
      status: "not-evaluable",
      because: "no-period",
      totalToDate: { total: 45, missingYears: [] },
    });
    expect(result.yardsticks.againstPace).toEqual({ kind: "none", because: "cumulative-target" });
  });

  test("抜けた年は0と見なさず、名を挙げる", () => {
    const result = studied({ baseline: figure(0, fy(2021)), actuals: [figure("blank", fy(2023)), figure(25, fy(2024))] });
    expect(result.totalToDate).toMatchObject({ total: 25, missingYears: [2022, 2023] });
    expect(result.totalToDate?.figures).toHaveLength(1);
  });

  test("基準の年が分からなければ、シートの最初の年から数える", () => {
    expect(studied({ baseline: null }).totalToDate).toMatchObject({ total: 45, missingYears: [] });
    expect(studied({ baseline: null, actuals: [figure(25)] }).totalToDate).toBeNull();
  });

  test("実績も累計なら、ふつうにペースを見る", () => {
    const cumulative = { qualifier: "cumulative" } as const;
    expect(studied({ actuals: [figure(45, fy(2024), cumulative)] })).toMatchObject({ againstPace: 120, totalToDate: null });
    expect(studied({ name: "累計修了者数" })).toMatchObject({ status: "behind", totalToDate: null });
    expect(studied({ name: "延べ利用者数" }).totalToDate).toBeNull();
    expect(studied({ unit: "件(累計)" }).totalToDate).toBeNull();
  });

  test("単年度だけで全期間の目標を満たせば達成", () => {
    expect(studied({ actuals: [figure(80, fy(2024))] }).status).toBe("achieved");
  });
});

describe("意識調査の許容幅", () => {
  const asked = (actual: number, surveyPoints: number | null, more: Partial<Indicator> = {}): Assessment =>
    judged(
      plain({ baseline: 50, actual, target: 60 }, "higher-is-better", { name: "暮らしやすいと思う割合", unit: "%", ...more }),
      { surveyPoints },
    );

  test("幅より小さい悪化は現状維持で、「基準値より悪化」ではない", () => {
    expect(asked(48, 3)).toMatchObject({ status: "behind", isUnchangedSurvey: true });
    expect(asked(47.01, 3).status).toBe("behind");
    expect(asked(47, 3)).toMatchObject({ status: "worse-than-baseline", isUnchangedSurvey: false });
  });

  test("幅より小さい改善も現状維持で、順調とは言わない", () => {
    const early = { baseline: figure(50, fy(2018)), target: figure(51, fy(2034)) };
    expect(asked(50.9, 3, early)).toMatchObject({ status: "behind", isUnchangedSurvey: true });
    expect(asked(50.9, null, early)).toMatchObject({ status: "on-track", isUnchangedSurvey: false });
  });

  test("目標を満たせば、差が小さくても達成", () => {
    expect(asked(50.5, 3, { target: figure(50.4, fy(2026)) }).status).toBe("achieved");
  });

  test("初めの設定では使わない", () => {
    expect(asked(49.9, null).status).toBe("worse-than-baseline");
  });

  test("意識を聞いた割合だけに使う", () => {
    expect(asked(48, 3, { name: "耐震化した割合" }).status).toBe("worse-than-baseline");
    expect(asked(48, 3, { unit: "人" }).status).toBe("worse-than-baseline");
    expect(asked(48, 3, { unit: null }).status).toBe("worse-than-baseline");
    expect(asked(48, 3, { name: "外出する割合", source: "市民意識調査" }).status).toBe("behind");
    expect(asked(48, 3, { name: "外出する割合", definition: "市民アンケートで回答した人" }).status).toBe("behind");
    expect(asked(48, 3, { name: "市政への満足度" }).status).toBe("behind");
    expect(asked(48, 3, { name: "外出する回数", source: "市民意識調査" }).status).toBe("worse-than-baseline");
  });
});

describe("向き", () => {
  test("推定の向きは、その印を付けて使う", () => {
    const result = judged(plain({ baseline: 25, actual: 16, target: 10 }, "unknown", { direction: suggested }));
    expect(result.direction).toEqual(suggested);
    expect(result.status).toBe("on-track");
  });

  test("人が確認した向きが先に立つ", () => {
    const subject = plain({ baseline: 25, actual: 16, target: 10 }, "unknown");
    const settings = settingsSchema.parse({ directions: { k1: "lower-is-better", k2: "higher-is-better" } });
    expect(assess(subject, { ...CONTEXT, settings })).toMatchObject({
      direction: { value: "lower-is-better", basis: "stated" },
      status: "on-track",
    });
    expect(assess({ ...subject, key: "k3" }, { ...CONTEXT, settings }).because).toBe("direction-unknown");
  });
});

describe("どの実績で見るか", () => {
  const with_ = (actuals: Indicator["actuals"], more: Partial<Indicator> = {}): Assessment =>
    judged(indicator({ baseline: figure(10, fy(2022)), target: figure(50, fy(2026)), actuals, ...more }));

  test("数のある、最も新しい終わった年度", () => {
    const result = with_([figure(30, fy(2024)), figure(20, fy(2023)), figure(49, fy(2025))]);
    expect(result.period).toEqual(fy(2024));
    expect(result.againstTarget).toBe(60);
  });

  test("新しい年度が空欄や集計中なら、数のある前の年度", () => {
    expect(with_([figure(20, fy(2023)), figure("blank", fy(2024))]).period).toEqual(fy(2023));
    expect(with_([figure(20, fy(2023)), figure("pending", fy(2024))]).period).toEqual(fy(2023));
  });

  test("数がなければ、最も新しい終わった年度がその理由を言う", () => {
    const result = with_([figure("blank", fy(2023)), figure("pending", fy(2024)), figure(5, fy(2025))]);
    expect(result).toMatchObject({ period: fy(2024), because: "actual-pending", againstTarget: null });
  });

  test("年の分からない一つの実績列でも、対目標と対基準は出す", () => {
    const result = with_([figure(60)]);
    expect(result).toMatchObject({ period: null, againstTarget: 120, fromBaseline: 125, againstPace: null, status: "achieved" });
    expect(with_([figure(9)]).status).toBe("worse-than-baseline");
  });

  test("年の分かる終わった実績があれば、年の分からない列より先", () => {
    expect(with_([figure(30, fy(2024)), figure(60)]).period).toEqual(fy(2024));
    expect(with_([figure("blank", fy(2024)), figure(60)])).toMatchObject({ period: null, status: "achieved" });
  });

  test("使った数のセルを、実績・目標・基準の順に持つ", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 });
    expect(judged(subject).inputs).toEqual([subject.actuals[0]!.at, subject.target!.at, subject.baseline!.at]);
    const noBaseline = plain({ actual: 60, target: 50 });
    expect(judged(noBaseline).inputs).toEqual([noBaseline.actuals[0]!.at, noBaseline.target!.at]);
  });

  test("評価できないときは、そのもとになったセルも持つ", () => {
    const blank = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", { target: figure("blank") });
    expect(judged(blank).inputs).toEqual([blank.actuals[0]!.at, blank.target!.at, blank.baseline!.at]);
    const noBaseline = plain({ actual: 30, target: 50 });
    expect(judged(noBaseline).inputs).toContainEqual(noBaseline.baseline!.at);
  });
});

describe("添える比較", () => {
  test("その年度の目標があれば、それとも比べる", () => {
    const ofYear = figure(25, fy(2024));
    const subject = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", {
      targets: [figure(20, fy(2023)), ofYear],
    });
    expect(judged(subject).againstYearTarget).toEqual({ target: ofYear.at, againstTarget: 120, isMet: true });
    expect(judged(subject).againstTarget).toBe(60);
    expect(judged({ ...subject, targets: [figure(20, fy(2023))] }).againstYearTarget).toBeNull();
    expect(judged({ ...subject, targets: [figure("blank", fy(2024))] }).againstYearTarget).toBeNull();
    expect(judged({ ...subject, targets: [figure(31, fy(2024))] }).againstYearTarget?.isMet).toBe(false);
  });

  test("最終の目標が空欄でも、その年度の目標とは比べる", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", {
      target: figure("blank", fy(2026)),
      targets: [figure(25, fy(2024))],
    });
    expect(judged(subject)).toMatchObject({ because: "target-blank", againstYearTarget: { isMet: true } });
  });

  test("前の年度の実績との差と、良くなったか", () => {
    const previous = figure(20, fy(2023));
    const of = (actual: number, value: DirectionValue) =>
      judged(
        indicator({
          direction: { value, basis: "stated" },
          target: figure("qualitative", null, { raw: "前年度以上" }),
          actuals: [previous, figure(actual, fy(2024))],
        }),
      ).sincePrevious;
    expect(of(20.3, "higher-is-better")).toEqual({ previous: previous.at, change: 0.3, tendency: "better" });
    expect(of(19, "higher-is-better")?.tendency).toBe("worse");
    expect(of(19, "lower-is-better")?.tendency).toBe("better");
    expect(of(21, "lower-is-better")?.tendency).toBe("worse");
    expect(of(20, "lower-is-better")?.tendency).toBe("same");
    expect(of(21, "unknown")?.tendency).toBe("unknown");
    expect(of(21, "maintain")?.tendency).toBe("unknown");
  });

  test("前の年度に数がなければ、二年前とは比べない", () => {
    const subject = indicator({ actuals: [figure(20, fy(2022)), figure("blank", fy(2023)), figure(30, fy(2024))] });
    expect(judged(subject).sincePrevious).toBeNull();
  });

  test("実績がなければ、どの比較もない", () => {
    const subject = plain({ baseline: 10, actual: 30, target: 50 }, "higher-is-better", {
      actuals: [figure("pending", fy(2024))],
      targets: [figure(25, fy(2024))],
    });
    expect(judged(subject)).toMatchObject({ againstYearTarget: null, sincePrevious: null, totalToDate: null });
  });
});

describe("評価できない理由", () => {
  const whole = plain({ baseline: 10, actual: 30, target: 50 });
  const changed = (more: Partial<Indicator>): Indicator => ({ ...whole, ...more });
  const target = (state: Parameters<typeof figure>[0]): Indicator => changed({ target: figure(state, fy(2026)) });
  const actual = (state: Parameters<typeof figure>[0]): Indicator => changed({ actuals: [figure(state, fy(2024))] });
  const baseline = (state: Parameters<typeof figure>[0]): Indicator => changed({ baseline: figure(state, fy(2022)) });
  const zero = plain({ actual: -3, target: 0 });

  const cases: Record<Because, { readonly is: readonly Indicator[]; readonly isNot: readonly Indicator[] }> = {
    "target-blank": {
      is: [target("blank"), changed({ target: null }), changed({ target: figure("blank"), actuals: [] })],
      isNot: [whole, target("pending"), target(0)],
    },
    "target-pending": {
      is: [target("pending"), changed({ target: figure("pending"), direction: unknown })],
      isNot: [whole, target("blank"), actual("pending")],
    },
    "target-not-applicable": {
      is: [target("not-applicable"), changed({ target: figure("not-applicable"), baseline: null })],
      isNot: [whole, actual("not-applicable"), baseline("not-applicable")],
    },
    qualitative: {
      is: [target("qualitative"), changed({ direction: milestone }), actual("qualitative")],
      isNot: [whole, changed({ direction: milestone, target: figure("blank") }), baseline("qualitative")],
    },
    "direction-unknown": {
      is: [changed({ direction: unknown }), changed({ direction: unknown, actuals: [figure("blank", fy(2024))] })],
      isNot: [
        whole,
        changed({ direction: unknown, target: figure(50, fy(2026), { qualifier: "at-least" }) }),
        changed({ direction: unknown, target: figure("blank") }),
      ],
    },
    "no-period": {
      is: [
        changed({ actuals: [figure(30)] }),
        changed({ actuals: [] }),
        changed({ baseline: figure(10) }),
        changed({ target: figure(50) }),
      ],
      isNot: [whole, changed({ actuals: [figure(50)] }), changed({ actuals: [figure("blank")] })],
    },
    "not-yet": {
      is: [
        changed({ actuals: [figure(30, fy(2025))] }),
        changed({ actuals: [figure("blank", fy(2025)), figure("blank", fy(2026))] }),
        changed({ baseline: figure(10, fy(2024)) }),
      ],
      isNot: [whole, changed({ actuals: [figure("blank", fy(2024)), figure(30, fy(2025))] }), changed({ actuals: [] })],
    },
    "actual-blank": {
      is: [actual("blank"), actual("not-applicable"), changed({ actuals: [figure("blank")] })],
      isNot: [whole, actual("pending"), changed({ actuals: [figure(30, fy(2023)), figure("blank", fy(2024))] })],
    },
    "actual-pending": {
      is: [actual("pending"), changed({ actuals: [figure("pending")] })],
      isNot: [whole, actual("blank"), changed({ actuals: [figure("pending", fy(2025))] })],
    },
    "zero-target": {
      is: [zero, { ...zero, baseline: null }],
      isNot: [
        plain({ baseline: -5, actual: -3, target: 0 }),
        plain({ actual: 3, target: 0 }),
        plain({ actual: 3, target: 0 }, "lower-is-better"),
        { ...zero, actuals: [figure("pending", fy(2024))] },
      ],
    },
    "baseline-blank": {
      is: [
        baseline("blank"),
        baseline("not-applicable"),
        baseline("pending"),
        baseline("qualitative"),
        changed({ baseline: null }),
        plain({ actual: 3, target: 0 }, "lower-is-better"),
      ],
      isNot: [whole, plain({ actual: 60, target: 50 }), plain({ actual: 30, target: 50 }, "maintain")],
    },
    unreadable: {
      is: [target("unreadable"), actual("unreadable"), baseline("unreadable")],
      isNot: [whole, changed({ actuals: [figure(30, fy(2024)), figure("unreadable", fy(2025))] }), target("blank")],
    },
  };

  test("契約の一覧のすべてに、当たる例と当たらない例が二つずつある", () => {
    expect(Object.keys(cases).toSorted()).toEqual([...becauses].toSorted());
    for (const { is, isNot } of Object.values(cases)) {
      expect(is.length).toBeGreaterThanOrEqual(2);
      expect(isNot.length).toBeGreaterThanOrEqual(2);
    }
  });

  test.each(becauses.flatMap((because) => cases[because].is.map((subject, index) => [because, index + 1, subject] as const)))(
    "%s に当たる例 %i",
    (because, _index, subject) => {
      expect(judged(subject)).toMatchObject({ status: "not-evaluable", because });
    },
  );

  test.each(
    becauses.flatMap((because) => cases[because].isNot.map((subject, index) => [because, index + 1, subject] as const)),
  )("%s に当たらない例 %i", (because, _index, subject) => {
    expect(judged(subject).because).not.toBe(because);
  });

  test("いくつもあるときは、目標・向き・実績・基準の順に一つを言う", () => {
    const nothing = indicator({ direction: unknown, target: figure("pending"), actuals: [figure("blank", fy(2024))] });
    expect(judged(nothing).because).toBe("target-pending");
    expect(judged({ ...nothing, target: figure(50) }).because).toBe("direction-unknown");
    expect(judged({ ...nothing, target: figure(50), direction: maintain }).because).toBe("actual-blank");
    expect(judged(indicator({ target: figure(50), actuals: [figure(30)] })).because).toBe("baseline-blank");
  });

  test("基準値がなくて評価できなくても、出せる対目標は出す", () => {
    expect(judged(baseline("blank"))).toMatchObject({ againstTarget: 60, fromBaseline: null, status: "not-evaluable" });
  });

  test("評価できる指標に理由はない", () => {
    expect(judged(whole)).toMatchObject({ status: "on-track", because: null });
  });
});

test("指標の数だけ、順に評価する", () => {
  const plan = model({ indicators: [plain({ actual: 1, target: 1 }), { ...plain({ actual: 1, target: 2 }), id: "i2" }] });
  expect(assessAll(plan, CONTEXT).map(({ indicator: id }) => id)).toEqual(["i1", "i2"]);
});

describe("どの指標でも成り立つこと", () => {
  const amount = fc.integer({ min: -100_000, max: 100_000 }).map((value) => value / 10);
  const wild = fc.oneof(amount, fc.double(), fc.constant(0));
  const direction = fc.constantFrom<DirectionValue>("higher-is-better", "lower-is-better", "maintain", "milestone", "unknown");
  const state = fc.constantFrom("blank", "not-applicable", "pending", "qualitative", "unreadable" as const);
  const period = fc.option(fc.integer({ min: 2018, max: 2030 }).map(fy));
  const anyFigure = fc.tuple(fc.oneof(wild, state), period).map(([content, when]) => figure(content, when));
  const anyIndicator = fc
    .tuple(fc.option(anyFigure), fc.option(anyFigure), fc.array(anyFigure, { maxLength: 4 }), direction)
    .map(([baseline, target, actuals, value]) =>
      indicator({ baseline, target, actuals, direction: { value, basis: "stated" } }),
    );

  test("NaN も無限大も出ず、評価できないことと理由は一つになっている", () => {
    assertProperty(
      fc.property(anyIndicator, (subject) => {
        const result = judged(subject);
        for (const value of [result.againstTarget, result.fromBaseline, result.againstPace, result.expected]) {
          expect(value === null || Number.isFinite(value)).toBe(true);
        }
        expect(result.status === "not-evaluable").toBe(result.because !== null);
        expect(result.formulas).toHaveLength(
          [result.againstTarget, result.fromBaseline, result.againstPace].filter((value) => value !== null).length,
        );
      }),
      { numRuns: 500 },
    );
  });

  test("実績に数がなければ、どの物差しも0ではなく、ない", () => {
    assertProperty(
      fc.property(anyIndicator, fc.array(state.map((content) => figure(content, fy(2024)))), (subject, actuals) => {
        const result = judged({ ...subject, actuals });
        expect(result).toMatchObject({ status: "not-evaluable", againstTarget: null, fromBaseline: null, againstPace: null });
      }),
    );
  });

  test("実績が良くなって、評価が下がることはない", () => {
    const order = ["worse-than-baseline", "behind", "on-track", "achieved"];
    assertProperty(
      fc.property(amount, amount, amount, amount, fc.boolean(), (baseline, target, one, other, isHigher) => {
        const value = isHigher ? "higher-is-better" : "lower-is-better";
        const [worse = 0, better = 0] = [one, other].toSorted((a, b) => (isHigher ? a - b : b - a));
        const rank = (actual: number): number => order.indexOf(judged(plain({ baseline, actual, target }, value)).status);
        expect(rank(worse)).toBeGreaterThanOrEqual(0);
        expect(rank(better)).toBeGreaterThanOrEqual(rank(worse));
      }),
    );
  });

  test("符号と向きをすべて裏返しても、対基準・対ペース・評価は変わらない", () => {
    assertProperty(
      fc.property(amount, amount, amount, (baseline, target, actual) => {
        const up = judged(plain({ baseline, actual, target }, "higher-is-better"));
        const down = judged(plain({ baseline: -baseline, actual: -actual, target: -target }, "lower-is-better"));
        expect(down.fromBaseline).toBe(up.fromBaseline);
        expect(down.againstPace).toBe(up.againstPace);
        expect(down.status).toBe(up.status);
      }),
    );
  });

  test("達成と言うのは、目標を満たすときだけ", () => {
    assertProperty(
      fc.property(amount, amount, amount, fc.boolean(), (baseline, target, actual, isHigher) => {
        const result = judged(plain({ baseline, actual, target }, isHigher ? "higher-is-better" : "lower-is-better"));
        expect(result.status === "achieved").toBe(isHigher ? actual >= target : actual <= target);
      }),
    );
  });
});

test("節目の指標は、数があってもどの物差しでも測らない", () => {
  const result = judged(plain({ baseline: 1, actual: 2, target: 3 }, "milestone"));
  expect(result).toMatchObject({ status: "not-evaluable", because: "qualitative", againstTarget: null, fromBaseline: null, againstPace: null });
  const { againstTarget, fromBaseline, againstPace } = result.yardsticks;
  for (const yardstick of [againstTarget, fromBaseline, againstPace]) expect(yardstick).toEqual({ kind: "none", because: "qualitative" });
});
