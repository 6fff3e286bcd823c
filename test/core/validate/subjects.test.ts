import type { PlanModel } from "../../../src/core/model";
import { validate } from "../../../src/core/validate/run";
import { a1, aField, aFigure, aLink, aModel, anIndicator, aRate, aRevision, aSheet, aTable, aWorkItem, fiscalYear } from "../../helpers/model";
import { contextOf } from "../../helpers/rule-tester";

/** What the findings of a rule are held by when a person accepts them: `rule: key`. */
function keysOf(model: PlanModel, rule: string, sheets = [aSheet({})]): readonly string[] {
  const { findings, crashes } = validate(model, contextOf({ model, sheets }));
  expect(crashes).toEqual([]);
  return findings.filter((finding) => finding.rule === rule).map(({ key }) => key);
}

const year = fiscalYear(2024);

describe("指摘の鍵は、名前と見出しからできている", () => {
  test("目標値・基準値・実績値の空欄は、指標と役割と年度", () => {
    const model = aModel({
      indicators: [
        anIndicator({
          key: "登録者数␟観光",
          baseline: aFigure({ at: "D2" }),
          target: aFigure({ period: fiscalYear(2026), at: "E2" }),
          targets: [aFigure({ state: "pending", raw: "未定", period: year, at: "G2" })],
          actuals: [aFigure({ period: year, at: "F2" })],
        }),
      ],
    });
    expect(keysOf(model, "indicator-target-missing")).toEqual(["登録者数␟観光 / target / 令和8年度"]);
    expect(keysOf(model, "indicator-baseline-missing")).toEqual(["登録者数␟観光 / baseline"]);
    expect(keysOf(model, "indicator-actual-missing")).toEqual(["登録者数␟観光 / actual / 令和6年度"]);
    expect(keysOf(model, "indicator-target-pending")).toEqual(["登録者数␟観光 / interim-target / 令和6年度"]);
  });

  test("基準年度の混在は、表の見出しと列の見出し", () => {
    const table = (id: string, headings: readonly string[], baselineYear: number) =>
      aTable({ id, headings: [...headings], fields: [aField("baseline", "基準値", "D1", { period: fiscalYear(baselineYear) })] });
    const model = aModel({ tables: [table("t1", ["基本目標1"], 2023), table("t2", ["基本目標2"], 2023), table("t3", ["基本目標3", "施策1"], 2022)] });
    expect(keysOf(model, "baseline-year-mixed")).toEqual(["基本目標3 / 施策1 / 基準値"]);
  });

  test("達成率は、指標と年度", () => {
    const indicator = anIndicator({ key: "登録者数", statedRates: [aRate({ amount: 11, period: year })] });
    expect(keysOf(aModel({ indicators: [indicator] }), "rate-mismatch")).toEqual(["登録者数 / 令和6年度"]);
    expect(keysOf(aModel({ indicators: [{ ...indicator, statedRates: [aRate({ amount: 11 })] }] }), "rate-mismatch")).toEqual(["登録者数"]);
  });

  test("ロジックモデルの線は、両端", () => {
    const model = aModel({ links: [aLink("活動1", "B9", 2), aLink("A1", null, 3), aLink("成果", "活動", 4, { fromLevel: "outcome", toLevel: "activity" })] });
    expect(keysOf(model, "logic-link-broken")).toEqual(["活動1 → B9", "A1 → "]);
    expect(keysOf(model, "logic-link-backward")).toEqual(["成果 → 活動"]);
  });

  test("改訂履歴は、版", () => {
    expect(keysOf(aModel({ revisions: [aRevision("第 2 版", null, "A2"), aRevision("第1版", null, "A3"), aRevision("第3版", null, "A4"), aRevision("第4版", null, "A5")] }), "revision-out-of-order")).toEqual(["第2版"]);
  });

  test("個別業務は、業務の見出し", () => {
    const item = aWorkItem({ key: "電子申請␟窓口", divisions: [], divisionAt: a1("F2"), status: null, statusAt: a1("G2") });
    const model = aModel({ workItems: [item, { ...item, id: "w2", at: a1("B3"), divisionAt: a1("F3"), statusAt: a1("G3") }] });
    expect(keysOf(model, "work-item-division-missing")).toEqual(["電子申請␟窓口", "電子申請␟窓口 #2"]);
    expect(keysOf(model, "work-item-status-missing")).toEqual(["電子申請␟窓口", "電子申請␟窓口 #2"]);
  });

  test("名前のない指摘は、まわりの見出しで呼ぶ", () => {
    const model = aModel({ tables: [aTable({ range: "B2:D3", headings: ["総括"], fields: [aField("target", "目標値", "C2")] })] });
    expect(keysOf(model, "cell-error", [aSheet({ C3: { error: "#REF!" }, D3: "登録者数" })])).toEqual(["総括 / 目標値 / 登録者数"]);
  });
});
