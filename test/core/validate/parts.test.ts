import { aFigure, aModel, anIndicator, aSheet, aTable, aField, a1, aWorkItem, fiscalYear } from "../../helpers/model";
import { contextOf } from "../../helpers/rule-tester";
import { figureNotes, figuresOf, figureSubject, periodText } from "../../../src/core/validate/figures";
import { listOf } from "../../../src/core/validate/item-scope";
import { foldEnd, foldId, isIdLike } from "../../../src/core/validate/links";
import { describePlace } from "../../../src/core/validate/place-label";
import { isSameUnit } from "../../../src/core/validate/units";

describe("指標の数値", () => {
  test("基準値、各年の目標値、目標値、実績値の順に並ぶ", () => {
    const indicator = anIndicator({ targets: [aFigure({ amount: 120 }), aFigure({ amount: 140 })] });
    expect(figuresOf(indicator).map(({ role, figure }) => [role, figure.amount])).toEqual([
      ["baseline", 100],
      ["interim-target", 120],
      ["interim-target", 140],
      ["target", 200],
      ["actual", 150],
    ]);
  });

  test("ない列のものは並ばない", () => {
    expect(figuresOf(anIndicator({ baseline: null, target: null })).map(({ role }) => role)).toEqual(["actual"]);
  });

  test("規則の見るものを、もとの順に一度に集める", () => {
    const [blank, text] = [aFigure({ at: "D2" }), aFigure({ at: "E2", amount: 46, isNumericText: true, hasOwnUnit: true })];
    const [below, above, whole] = [-1, 101, 100].map((amount, at) => aFigure({ at: `${"FGH".charAt(at)}2`, amount, unit: "%" }));
    const first = anIndicator({ key: "一", baseline: blank, target: text, actuals: [below!, above!, whole!] });
    const second = anIndicator({ key: "二", baseline: aFigure({ amount: 1, unit: "人" }), target: aFigure({ amount: 2 }), actuals: [aFigure({ amount: 3, unit: "名" }), aFigure({ state: "pending", unit: "件" })] });
    const third = anIndicator({ key: "三", baseline: aFigure({ amount: 1, unit: "人" }), target: null, actuals: [aFigure({ state: "pending", unit: "件" })] });
    const notes = figureNotes(aModel({ indicators: [first, second, third] }));
    const said = (list: readonly { readonly indicator: { readonly key: string }; readonly role: string }[]) => list.map(({ indicator, role }) => `${indicator.key} ${role}`);
    expect(said(notes.unset)).toEqual(["一 baseline", "二 actual", "三 actual"]);
    expect(said(notes.numericTexts)).toEqual(["一 target"]);
    expect(said(notes.withOwnUnit)).toEqual(["一 target"]);
    expect(notes.beyondShares.map(({ figure }) => figure.amount)).toEqual([-1, 101]);
    expect(notes.mixedUnits).toEqual([second]);
  });

  test("指摘の対象の名前には、指標の見出しと役割と年度が入る", () => {
    const indicator = anIndicator({ key: "登録者数" });
    expect(figureSubject(indicator, "target", aFigure({ period: fiscalYear(2026) }))).toBe("登録者数 / target / 令和8年度");
    expect(figureSubject(indicator, "actual", aFigure())).toBe("登録者数 / actual");
    expect(periodText(null)).toBe("");
  });
});

describe("同じ単位かどうか", () => {
  const unit = (text: string | null) => aFigure({ amount: 1, unit: text });
  test.each([
    ["人", "名", true], ["人", "者", true], ["件", "件数", true], ["回", "回数", true], ["世帯", "戸", true], ["箇所", "箇所数", true], ["%", "パーセント", true], ["t", "トン", true], ["kg", "キログラム", true], ["m", "メートル", true], ["km", "キロメートル", true], ["ha", "ヘクタール", true], ["名", "人数", true], ["人数", "者", true], ["世帯数", "戸", true], ["KM", "km", true], ["人", "人", true], [null, "人", true], ["人", null, true], [null, null, true],
    ["人", "件", false], ["%", "ポイント", false], ["分", "時間", false], ["世帯", "人", false], ["m", "km", false],
  ])("%p と %p: %p", (a, b, expected) => {
    expect(isSameUnit(unit(a), unit(b))).toBe(expected);
    expect(isSameUnit(unit(b), unit(a))).toBe(expected);
  });
});

describe("番号と名前", () => {
  test.each([["KPI-3", "KPI-3"], ["No.12", "12"], ["NO 12", "12"], ["ａ０１", "A01"], ["1-2", "1-2"], ["③", "3"], ["1.2.3", "1.2.3"], ["no.A-1", "A-1"], ["CANO3", "CANO3"], ["ano-3", "ANO-3"]])("「%s」は番号「%s」である", (text, id) => {
    expect(isIdLike(text)).toBe(true);
    expect(foldId(text)).toBe(id);
    expect(foldEnd(text)).toBe(id);
  });

  test.each(["登録者数", "指標1", "A", "1人", "ABCDEFG1", "1-", "KPI"])("「%s」は番号ではない", (text) => {
    expect(isIdLike(text)).toBe(false);
  });

  test("名前は、書き方の違いをそろえて比べる", () => {
    expect(foldEnd("ＤＸの取り組み")).toBe(foldEnd("DXの取組み"));
  });
});

describe("セルの呼び方", () => {
  const table = aTable({ range: "B2:D4", headings: ["基本目標1"], fields: [aField("target", "目標値", "D2")] });
  const sheet = aSheet({ B3: " ", C3: "登録者数", D3: 5, D4: 6 });
  const place = (at: string, model = aModel({ tables: [table] })) => describePlace(model, contextOf({ model, sheets: [sheet] }), a1(at));

  test("見出し、列の見出し、その行の最初の語で呼ぶ", () => {
    expect(place("D3")).toBe("基本目標1 / 目標値 / 登録者数");
  });

  test("名前が右端の列にあっても呼べる", () => {
    const narrow = aTable({ range: "A2:B3", headings: ["総括"], fields: [] });
    const model = aModel({ tables: [narrow] });
    expect(describePlace(model, contextOf({ model, sheets: [aSheet({ A3: 5, B3: "登録者数" })] }), a1("A3"))).toBe("総括 / 登録者数");
  });

  test("ないものは飛ばす", () => {
    expect(place("C3")).toBe("基本目標1 / 登録者数");
    expect(place("D4")).toBe("基本目標1 / 目標値");
  });

  test("表の外や、名付けるものがないところは、シートの名前で呼ぶ", () => {
    expect(place("E3")).toBe("KPI");
    expect(place("B3", aModel({ tables: [aTable({ range: "B2:D4" })] }))).toBe("登録者数");
    expect(place("B4", aModel({ tables: [aTable({ range: "B2:D4" })] }))).toBe("KPI");
  });
});

test("一業務一枚の個票は、合わせて一つの一覧である", () => {
  const model = aModel({ tables: [aTable(), aTable({ id: "t2", kind: "form" }), aTable({ id: "t3", kind: "form" })] });
  const scope = (tableId: string): string => listOf(aWorkItem({ tableId }), contextOf({ model }));
  expect(scope("t1")).toBe("t1");
  expect(scope("t2")).toBe(scope("t3"));
  expect(scope("t2")).not.toBe(scope("t1"));
});
