import type { Indicator } from "../../../src/core/model";
import { aFigure, aLink, aMeasure, aRevision, aWorkItem, anIndicator, fiscalYear } from "../../helpers/model";
import { changesOf, shown } from "./editions";

function indicatorChanges(before: Partial<Indicator>, after: Partial<Indicator>): readonly object[] {
  return changesOf({ indicators: [{ ...anIndicator(), ...before }] }, { indicators: [{ ...anIndicator(), ...after }] }).map(shown);
}

const about = { subject: "indicator", name: "登録者数" };

describe("指標の数値", () => {
  test("目標値の変更は、前後の数値とセルを示す", () => {
    const before = aFigure({ amount: 45, unit: "%", raw: "45%", at: "E2" });
    const after = aFigure({ amount: 50, unit: "%", raw: "50%以上", qualifier: "at-least", at: "F3" });
    expect(indicatorChanges({ target: before }, { target: after })).toEqual([
      { ...about, kind: "target-changed", before: 45, after: 50, beforeText: "45%", afterText: "50%以上", atOld: "E2", atNew: "F3" },
    ]);
  });

  test.each([
    ["空欄", aFigure({ at: "E2" })],
    ["「－」", aFigure({ state: "not-applicable", raw: "－", at: "E2" })],
    ["「設定予定」", aFigure({ state: "pending", raw: "設定予定", at: "E2" })],
    ["数値でない目標", aFigure({ state: "qualitative", raw: "前年度以上", at: "E2" })],
  ])("%sだった目標値を初めて数値にすると、前の値はnullになる", (_, before) => {
    const [change, ...rest] = indicatorChanges({ target: before }, { target: aFigure({ amount: 50, raw: "50", at: "E2" }) });
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ kind: "target-changed", after: 50, afterText: "50", atOld: "E2", atNew: "E2" });
    expect(change).not.toHaveProperty("before");
  });

  test("目標値の列がなかった表に列ができると、前のセルはない", () => {
    const changes = indicatorChanges({ target: null }, { target: aFigure({ amount: 50, raw: "50", at: "E2" }) });
    expect(changes).toEqual([{ ...about, kind: "target-changed", after: 50, afterText: "50", atNew: "E2" }]);
  });

  test("目標値の列がない表と、列があって空欄の表とは、変わらない", () => {
    expect(indicatorChanges({ target: null }, { target: aFigure() })).toEqual([]);
  });

  test("数値が同じでも、以上・以下が変われば目標値の変更である", () => {
    const before = aFigure({ amount: 50, raw: "50以上", qualifier: "at-least", at: "E2" });
    const after = aFigure({ amount: 50, raw: "50以下", qualifier: "at-most", at: "E2" });
    expect(indicatorChanges({ target: before }, { target: after })).toEqual([
      { ...about, kind: "target-changed", before: 50, after: 50, beforeText: "50以上", afterText: "50以下", atOld: "E2", atNew: "E2" },
    ]);
  });

  test.each([
    ["けたの書き方", { amount: 466_000, raw: "466千人" }, { amount: 466_000, raw: "466,000人" }],
    ["ダッシュの種類", { state: "not-applicable", raw: "－" }, { state: "not-applicable", raw: "該当なし" }],
    ["全角と半角", { state: "qualitative", raw: "前年度 以上" }, { state: "qualitative", raw: "前年度以上" }],
    ["語の順", { amount: 5, qualifiers: ["about", "at-least"] }, { amount: 5, qualifiers: ["at-least", "about"] }],
  ] as const)("%sの違いは、変更ではない", (_, before, after) => {
    expect(indicatorChanges({ target: aFigure(before) }, { target: aFigure(after) })).toEqual([]);
  });

  test("「未定」が「検討中」になれば、数値はなくても変更である", () => {
    const [pending, considering] = ["未定", "検討中"].map((raw) => aFigure({ state: "pending", raw, at: "E2" }));
    expect(indicatorChanges({ target: pending! }, { target: considering! })).toEqual([
      { ...about, kind: "target-changed", beforeText: "未定", afterText: "検討中", atOld: "E2", atNew: "E2" },
    ]);
  });

  test("空欄と「－」は、別の記入である", () => {
    const dash = aFigure({ state: "not-applicable", raw: "－", at: "E2" });
    expect(indicatorChanges({ target: aFigure({ at: "E2" }) }, { target: dash })).toEqual([
      { ...about, kind: "target-changed", afterText: "－", atOld: "E2", atNew: "E2" },
    ]);
  });

  test("基準値の変更", () => {
    const changes = indicatorChanges({}, { baseline: aFigure({ amount: 110, raw: "110", at: "D2" }) });
    expect(changes).toEqual([{ ...about, kind: "baseline-changed", before: 100, after: 110, beforeText: "100", afterText: "110", atOld: "D2", atNew: "D2" }]);
  });
});

describe("各年の数値", () => {
  const actual = (year: number, amount: number | null, at: string) => aFigure({ ...(amount === null ? {} : { amount, raw: String(amount) }), period: fiscalYear(year), at });

  test("新しい年度の実績値は、前がnullの変更である", () => {
    const before = [actual(2023, 10, "F2")];
    expect(indicatorChanges({ actuals: before }, { actuals: [...before, actual(2024, 12, "G2")] })).toEqual([
      { ...about, kind: "actual-changed", after: 12, afterText: "12", atNew: "G2" },
    ]);
  });

  test("新しい年度の列ができただけなら、変更ではない", () => {
    const before = [actual(2023, 10, "F2")];
    expect(indicatorChanges({ actuals: before }, { actuals: [...before, actual(2024, null, "G2")] })).toEqual([]);
  });

  test("古い年度の列を消すと、後がnullの変更である", () => {
    const after = [actual(2024, 12, "F2")];
    expect(indicatorChanges({ actuals: [actual(2023, 10, "F2"), actual(2024, 12, "G2")] }, { actuals: after })).toEqual([
      { ...about, kind: "actual-changed", before: 10, beforeText: "10", atOld: "F2" },
    ]);
  });

  test("年度の列の順は問わない", () => {
    const [a, b] = [actual(2023, 10, "F2"), actual(2024, 12, "G2")];
    expect(indicatorChanges({ actuals: [a, b] }, { actuals: [b, a] })).toEqual([]);
  });

  test("年度の分からない実績値は、並びの順に比べる", () => {
    const figures = (...amounts: readonly number[]) => amounts.map((amount, index) => aFigure({ amount, raw: String(amount), at: `${"FGH"[index]!}2` }));
    expect(indicatorChanges({ actuals: figures(1, 2, 3) }, { actuals: figures(1, 5, 3) })).toEqual([
      { ...about, kind: "actual-changed", before: 2, after: 5, beforeText: "2", afterText: "5", atOld: "G2", atNew: "G2" },
    ]);
  });

  test("各年の目標値も、年ごとに比べる", () => {
    const before = { targets: [actual(2024, 110, "F2"), actual(2025, 120, "G2")] };
    const after = { targets: [actual(2024, 110, "F2"), actual(2025, 125, "G2")] };
    expect(indicatorChanges(before, after)).toEqual([{ ...about, kind: "target-changed", before: 120, after: 125, beforeText: "120", afterText: "125", atOld: "G2", atNew: "G2" }]);
  });

  test("各年の目標値を初めて置くと、前がnullの変更である", () => {
    expect(indicatorChanges({}, { targets: [actual(2025, 160, "G2")] })).toEqual([{ ...about, kind: "target-changed", after: 160, afterText: "160", atNew: "G2" }]);
  });

  test("計画を一年延ばしたとき、前の最終目標は途中の目標になり、変更は最終目標の一つだけである", () => {
    const final = actual(2026, 200, "E2");
    expect(indicatorChanges({ target: final }, { targets: [final], target: actual(2027, 220, "F2") })).toEqual([
      { ...about, kind: "target-changed", before: 200, after: 220, beforeText: "200", afterText: "220", atOld: "E2", atNew: "F2" },
    ]);
  });
});

describe("指標の記載", () => {
  test.each<[string, keyof Indicator, string, string]>([
    ["division-changed", "division", "税務課", "市民課"],
    ["text-changed", "definition", "年度末の登録者の数", "年間の登録者の数"],
    ["text-changed", "remarks", "毎年調査", "隔年調査"],
    ["text-changed", "unit", "人", "件"],
  ])("%s（%s）", (kind, key, before, after) => {
    expect(indicatorChanges({ [key]: before }, { [key]: after })).toEqual([
      { ...about, kind, before, after, beforeText: before, afterText: after, atOld: "B2", atNew: "B2" },
    ]);
  });

  test("担当課の列があれば、そのセルを示す", () => {
    const at = { sheet: "KPI", row: 1, column: 7 };
    const [change] = indicatorChanges({ division: "税務課", divisionAt: at }, { division: "市民課", divisionAt: { ...at, column: 8 } });
    expect(change).toMatchObject({ atOld: "H2", atNew: "I2" });
  });

  test.each<[string, Partial<Indicator>, Partial<Indicator>]>([
    ["名前の全角と半角、取組と取り組み、括弧", { name: "ＩＣＴの取り組み（件）" }, { name: "ICTの取組件" }],
    ["名前のダッシュと波線", { name: "20～30代‐女性" }, { name: "20〜30代-女性" }],
    ["説明の改行と読点", { definition: "年度末の、\n登録者" }, { definition: "年度末の登録者" }],
    ["単位の有無", { unit: null }, { unit: "人" }],
    ["番号・表・場所", { id: "i1", tableId: "t1" }, { id: "i9", tableId: "t4", at: { sheet: "別のシート", row: 40, column: 9 } }],
  ])("%sの違いは、変更ではない", (_, before, after) => {
    expect(indicatorChanges(before, after)).toEqual([]);
  });

  test("小数点のあるなしは、別の名前である", () => {
    expect(indicatorChanges({ name: "PM2.5の濃度" }, { name: "PM25の濃度" })).toMatchObject([{ kind: "renamed" }]);
  });
});

describe("追加・削除・名称の変更", () => {
  const list = (...names: readonly string[]) => names.map((name, index) => anIndicator({ name, id: `i${String(index)}`, at: `B${String(index + 2)}` }));

  test("追加と削除は、名前とセルを示す", () => {
    const changes = changesOf({ indicators: list("人口", "出生数") }, { indicators: list("出生数", "観光入込客数") }).map(shown);
    expect(changes).toEqual([
      { kind: "removed", subject: "indicator", name: "人口", before: "人口", beforeText: "人口", atOld: "B2" },
      { kind: "added", subject: "indicator", name: "観光入込客数", after: "観光入込客数", afterText: "観光入込客数", atNew: "B3" },
    ]);
  });

  test("名前が似ていて数値が同じものは、名称の変更である", () => {
    const changes = changesOf({ indicators: list("人口", "水道管の耐震化率") }, { indicators: list("人口", "水道管路の耐震適合率") }).map(shown);
    expect(changes).toEqual([
      {
        kind: "renamed",
        subject: "indicator",
        name: "水道管の耐震化率",
        newName: "水道管路の耐震適合率",
        before: "水道管の耐震化率",
        after: "水道管路の耐震適合率",
        beforeText: "水道管の耐震化率",
        afterText: "水道管路の耐震適合率",
        atOld: "B3",
        atNew: "B3",
      },
    ]);
  });

  test("名称と目標値を同時に変えると、二つの変更になり、どちらも前の名前で示す", () => {
    const [old] = list("窓口の待ち時間");
    const young = anIndicator({ name: "窓口の平均待ち時間", target: aFigure({ amount: 300, raw: "300", at: "E2" }) });
    expect(changesOf({ indicators: [old!] }, { indicators: [young] })).toMatchObject([
      { kind: "renamed", name: "窓口の待ち時間", newName: "窓口の平均待ち時間" },
      { kind: "target-changed", name: "窓口の待ち時間", newName: null, before: 200, after: 300 },
    ]);
  });

  test("似ていないものは、場所と数値が同じでも別のものである", () => {
    expect(changesOf({ indicators: list("人口") }, { indicators: list("橋りょう点検") }).map(({ kind }) => kind)).toEqual(["removed", "added"]);
  });

  test("同じ名前の指標は、見出しで見分ける", () => {
    const named = (heading: string, amount: number, at: string) => anIndicator({ headings: [heading], target: aFigure({ amount, raw: String(amount) }), at });
    const before = [named("観光", 10, "B2"), named("産業", 20, "B3")];
    const after = [named("産業", 20, "B2"), named("観光", 15, "B3")];
    expect(changesOf({ indicators: before }, { indicators: after }).map(shown)).toMatchObject([{ kind: "target-changed", before: 10, after: 15 }]);
  });

  test("同じ名前が一つ減れば、減った一つだけが削除である", () => {
    expect(changesOf({ indicators: list("人口", "人口", "人口") }, { indicators: list("人口", "人口") }).map(shown)).toMatchObject([{ kind: "removed", name: "人口", atOld: "B4" }]);
  });
});

describe("個別業務・手段・改訂履歴・線", () => {
  test("個別業務の進捗状況・担当課・概要・備考・工程の変更", () => {
    const schedule = (raw: string) => [{ period: fiscalYear(2025), raw }];
    const before = aWorkItem({ summary: "申請の電子化", remarks: "国の補助", schedule: schedule("検討") });
    const after = aWorkItem({ summary: "届出の電子化", remarks: "県の補助", schedule: schedule("実施"), status: { raw: "完了", value: "done" }, divisions: ["税務課", "市民課"] });
    expect(changesOf({ workItems: [before] }, { workItems: [after] }).map(({ kind, before: old, after: young }) => [kind, old, young])).toEqual([
      ["status-changed", "実施中", "完了"],
      ["division-changed", "税務課", "税務課、市民課"],
      ["text-changed", "申請の電子化", "届出の電子化"],
      ["text-changed", "国の補助", "県の補助"],
      ["text-changed", "令和7年度 検討", "令和7年度 実施"],
    ]);
  });

  test("担当課が空欄になると、後はnullになる", () => {
    const [change] = changesOf({ workItems: [aWorkItem()] }, { workItems: [aWorkItem({ divisions: [], status: null })] }).filter(({ kind }) => kind === "division-changed");
    expect(change).toMatchObject({ before: "税務課", after: null });
  });

  test("進捗状況と担当課は、そのセルを示す", () => {
    const at = (column: number) => ({ sheet: "KPI", row: 1, column });
    const changes = changesOf(
      { workItems: [aWorkItem({ statusAt: at(5), divisionAt: at(6) })] },
      { workItems: [aWorkItem({ statusAt: at(6), divisionAt: at(7), status: { raw: "完了", value: "done" }, divisions: ["市民課"] })] },
    );
    expect(changes.map(shown)).toMatchObject([
      { kind: "status-changed", atOld: "F2", atNew: "G2" },
      { kind: "division-changed", atOld: "G2", atNew: "H2" },
    ]);
  });

  test("課の並べ方と番号の振り直しは、変更ではない", () => {
    const before = aWorkItem({ no: "1", divisions: ["税務課", "市民課"] });
    const after = aWorkItem({ no: "7", divisions: ["市民課", "税務課"] });
    expect(changesOf({ workItems: [before] }, { workItems: [after] })).toEqual([]);
  });

  test("指標の属する個別業務で、同じ名前の指標を見分ける", () => {
    const items = [aWorkItem({ id: "w1", title: "窓口" }), aWorkItem({ id: "w2", title: "税", at: "B3" })];
    const satisfaction = (workItem: string, amount: number) => anIndicator({ name: "満足度", workItem, target: aFigure({ amount, raw: String(amount) }) });
    const before = { workItems: items, indicators: [satisfaction("w1", 70), satisfaction("w2", 80)] };
    const after = { workItems: items, indicators: [satisfaction("w2", 80), satisfaction("w1", 75)] };
    expect(changesOf(before, after).map(shown)).toMatchObject([{ kind: "target-changed", before: 70, after: 75 }]);
  });

  test("手段の備考の変更と追加", () => {
    const before = { measures: [aMeasure({ remarks: "検討中" })] };
    const after = { measures: [aMeasure({ remarks: "実施済" }), aMeasure({ title: "申請の予約", at: "C3" })] };
    expect(changesOf(before, after).map(shown)).toMatchObject([
      { kind: "text-changed", subject: "measure", name: "書かない窓口", before: "検討中", after: "実施済" },
      { kind: "added", subject: "measure", name: "申請の予約", atNew: "C3" },
    ]);
  });

  test("改訂履歴に行が増えると追加、発行日と改訂内容が変わると記載の変更である", () => {
    const before = { revisions: [aRevision("第1版", "2024-03-26", "A2")] };
    const after = { revisions: [aRevision("第1版", "2024-03-29", "A2", { change: "策定" }), aRevision("第2版", "2025-03-26", "A3")] };
    expect(changesOf(before, after).map(shown)).toMatchObject([
      { kind: "text-changed", subject: "revision", name: "第1版", before: "2024-03-26", after: "2024-03-29" },
      { kind: "text-changed", subject: "revision", name: "第1版", before: "追記", after: "策定" },
      { kind: "added", subject: "revision", name: "第2版", atNew: "A3" },
    ]);
  });

  test("版の名前は、似ていても名称の変更とはみなさない", () => {
    const kinds = changesOf({ revisions: [aRevision("第1.1版", null, "A2")] }, { revisions: [aRevision("第1.2版", null, "A2")] }).map(({ kind }) => kind);
    expect(kinds).toEqual(["removed", "added"]);
  });

  test("ロジックモデルの線は、両端で一つのものであり、先のない行は線ではない", () => {
    const before = { links: [aLink("A1", "B1", 2), aLink("A2", null, 3)] };
    const after = { links: [aLink("A1", "B2", 2), aLink("A3", null, 3)] };
    expect(changesOf(before, after).map(shown)).toMatchObject([
      { kind: "removed", subject: "logic-link", name: "A1 → B1", atOld: "A2" },
      { kind: "added", subject: "logic-link", name: "A1 → B2", atNew: "A2" },
    ]);
  });
});
