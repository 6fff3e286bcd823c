import { assessAll, countAssessments, countTargets, countWorkItems, toShare } from "../../../src/core/evaluate";
import type { Indicator } from "../../../src/core/model";
import { CONTEXT, figure, fy, indicator, model, plain, workItem } from "./fixtures";

const named = (id: string, more: Partial<Indicator>): Indicator => indicator({ id, ...more });

describe("割合", () => {
  test("分母が0なら割合はない", () => {
    expect(toShare(0, 0)).toEqual({ numerator: 0, denominator: 0, share: null });
    expect(toShare(0, 4).share).toBe(0);
    expect(toShare(1, 4).share).toBe(0.25);
  });
});

describe("目標値の設定状況", () => {
  const plan = model({
    indicators: [
      named("i1", { policy: "基本目標１", target: figure(1) }),
      named("i2", { policy: null, target: figure("blank") }),
      named("i3", { policy: "基本目標２", target: figure("pending") }),
      named("i4", { policy: "基本目標１", target: figure("not-applicable") }),
      named("i5", { policy: "基本目標１", target: figure("qualitative") }),
      named("i6", { policy: "基本目標２", target: figure("unreadable") }),
      named("i7", { policy: "基本目標２", target: null }),
    ],
  });

  test("状態ごとに数え、全部で総数になる", () => {
    const { overall } = countTargets(plan, "policy");
    expect(overall).toEqual({
      total: 7,
      byState: { set: 1, blank: 1, "not-applicable": 1, pending: 1, qualitative: 1, unreadable: 1 },
      withoutColumn: 1,
      hasTarget: { numerator: 2, denominator: 6, share: 2 / 6 },
    });
  });

  test("初めに現れた順に並び、記載なしは null の組になる", () => {
    const { groups, isOverlapping } = countTargets(plan, "policy");
    expect(groups.map(({ key, counts }) => [key, counts.total])).toEqual([
      ["基本目標１", 3],
      [null, 1],
      ["基本目標２", 3],
    ]);
    expect(isOverlapping).toBe(false);
  });

  test("江別市 第3期のように33件すべて空欄なら、0／33", () => {
    const blank = Array.from({ length: 33 }, (_, index) => named(`i${String(index)}`, { target: figure("blank") }));
    expect(countTargets(model({ indicators: blank }), "policy").overall.hasTarget).toEqual({
      numerator: 0,
      denominator: 33,
      share: 0,
    });
  });

  test("一件もなければ、割合は0ではなく、ない", () => {
    expect(countTargets(model(), "policy")).toMatchObject({ groups: [], overall: { total: 0, hasTarget: { share: null } } });
  });
});

describe("指標の組分け", () => {
  const items = [workItem({ id: "w1", reformArea: "①", program: "施策A", divisions: ["税務課", "市民課"] })];

  test("自分に書いてなければ、個別業務のものを使う", () => {
    const plan = model({
      workItems: items,
      indicators: [
        named("i1", { workItem: "w1" }),
        named("i2", { workItem: "w1", program: "施策B", division: "総務課" }),
        named("i3", { workItem: "w9" }),
        named("i4", {}),
      ],
    });
    const keys = (by: "reformArea" | "program" | "division") =>
      countTargets(plan, by).groups.map(({ key, counts }) => [key, counts.total]);
    expect(keys("reformArea")).toEqual([["①", 2], [null, 2]]);
    expect(keys("program")).toEqual([["施策A", 1], ["施策B", 1], [null, 2]]);
    expect(keys("division")).toEqual([["税務課", 1], ["市民課", 1], ["総務課", 1], [null, 2]]);
  });

  test("共管はそれぞれの課に数え、重なりがあることを言う。全体では一度だけ", () => {
    const plan = model({ indicators: [named("i1", { division: "税務課、市民課" }), named("i2", { division: "税務課" })] });
    const { groups, overall, isOverlapping } = countTargets(plan, "division");
    expect(groups.map(({ key, counts }) => [key, counts.total])).toEqual([["税務課", 2], ["市民課", 1]]);
    expect(overall.total).toBe(2);
    expect(isOverlapping).toBe(true);
  });

  test("同じ課が二度書いてあっても一度だけ数える", () => {
    const plan = model({ workItems: [workItem({ divisions: ["税務課", "税務課"] })] });
    expect(countWorkItems(plan, "division")).toMatchObject({ groups: [{ counts: { total: 1 } }], isOverlapping: false });
  });
});

describe("評価の内訳", () => {
  const of = (id: string, policy: string, subject: Indicator): Indicator => ({ ...subject, id, policy });
  const plan = model({
    indicators: [
      of("i1", "A", plain({ baseline: 10, actual: 60, target: 50 })),
      of("i2", "A", plain({ baseline: 10, actual: 40, target: 50 })),
      of("i3", "A", plain({ baseline: 10, actual: 20, target: 50 })),
      of("i4", "A", plain({ baseline: 10, actual: 5, target: 50 })),
      of("i5", "A", plain({ actual: 5, target: 50 })),
      of("i6", "B", { ...plain({ actual: 5, target: 50 }), actuals: [figure("pending", fy(2024))] }),
      of("i7", "B", plain({ actual: 5, target: 50 })),
    ],
  });
  const counted = countAssessments(plan, assessAll(plan, CONTEXT), "policy");

  test("評価できないものを別に数え、分母の違う二つの割合を出す", () => {
    expect(counted.groups[0]).toEqual({
      key: "A",
      counts: {
        total: 5,
        byStatus: { achieved: 1, "on-track": 1, behind: 1, "worse-than-baseline": 1, "not-evaluable": 1 },
        byBecause: new Map([["baseline-blank", 1]]),
        evaluable: { numerator: 4, denominator: 5, share: 0.8 },
        achievedOfAll: { numerator: 1, denominator: 5, share: 0.2 },
        achievedOfEvaluable: { numerator: 1, denominator: 4, share: 0.25 },
      },
    });
  });

  test("どれも評価できなければ、評価できるもののうちの達成の割合はない", () => {
    const { counts } = counted.groups[1]!;
    expect(counts.achievedOfEvaluable).toEqual({ numerator: 0, denominator: 0, share: null });
    expect(counts.achievedOfAll).toEqual({ numerator: 0, denominator: 2, share: 0 });
    expect(counts.evaluable).toEqual({ numerator: 0, denominator: 2, share: 0 });
  });

  test("理由は現れた順に数える", () => {
    expect([...counted.overall.byBecause]).toEqual([["baseline-blank", 2], ["actual-pending", 1]]);
    expect(counted.overall.total).toBe(7);
  });

  test("評価のない指標は数えない", () => {
    expect(countAssessments(plan, [], "policy")).toMatchObject({ groups: [], overall: { total: 0 } });
  });
});

describe("個別業務の進捗状況", () => {
  test("区分ごとに数え、状況のないものを別に数える", () => {
    const status = (value: "done" | "in-progress" | "unknown") => ({ raw: value, value });
    const plan = model({
      workItems: [
        workItem({ reformArea: "①", status: status("done") }),
        workItem({ reformArea: "②", status: status("in-progress") }),
        workItem({ reformArea: "①", status: null }),
        workItem({ reformArea: "①", status: status("unknown") }),
      ],
    });
    const { groups, overall } = countWorkItems(plan, "reformArea");
    expect(groups.map(({ key }) => key)).toEqual(["①", "②"]);
    expect(groups[0]?.counts).toEqual({
      total: 3,
      byStatus: {
        "not-started": 0,
        considering: 0,
        "in-progress": 0,
        done: 1,
        suspended: 0,
        cancelled: 0,
        continuing: 0,
        unknown: 1,
      },
      withoutStatus: 1,
    });
    const { byStatus, withoutStatus, total } = overall;
    expect(Object.values(byStatus).reduce((a, b) => a + b, withoutStatus)).toBe(total);
  });

  test("担当課のない個別業務は null の組", () => {
    const plan = model({ workItems: [workItem({ divisions: [] }), workItem({ divisions: ["税務課"] })] });
    expect(countWorkItems(plan, "division").groups.map(({ key }) => key)).toEqual([null, "税務課"]);
    expect(countWorkItems(plan, "policy").groups.map(({ key }) => key)).toEqual([null]);
  });
});
