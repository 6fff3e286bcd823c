import { User } from "../../workbench/host/user";
import { toRangeA1 } from "../../src/core/sheet/region";
import type { HostEvent } from "../../workbench/host/model/events";
import type { SheetModel, WorkbookModel } from "../../workbench/host/model/workbook";
import { MESSAGES } from "../../workbench/host/user/messages";
import { startHost, workbookOf } from "./helpers";

const LINES = [["指標", "基準", "目標"], ["人口", 100, 120], ["観光", 50, null], ["待機", 5, null], ["交通", 7, 9]];

function open(lines: Parameters<typeof workbookOf>[0] = { 一覧: LINES }): { readonly user: User; readonly workbook: WorkbookModel; readonly sheet: SheetModel; readonly events: HostEvent[]; readonly Excel: ReturnType<typeof startHost>["Excel"]; readonly host: ReturnType<typeof startHost>["host"] } {
  const workbook = workbookOf(lines);
  const { host, Excel } = startHost(workbook);
  const events: HostEvent[] = [];
  host.onEvents((list) => events.push(...list));
  return { user: new User(host, () => new Date(2026, 2, 31)), workbook, sheet: workbook.sheets[0]!, events, Excel, host };
}

/** As the add-in colors what is blank. */
async function color(Excel: ReturnType<typeof startHost>["Excel"], address: string, formula: string): Promise<void> {
  await Excel.run(async (context) => {
    const format = context.workbook.worksheets.getItem("一覧").getRange(address).conditionalFormats.add("Custom");
    format.custom.rule.formula = formula;
    format.custom.format.fill.color = "#FFC7CE";
    await context.sync();
  });
}

const rulesOf = (sheet: SheetModel): string[] => sheet.conditionalFormats.map(({ regions, formula }) => `${regions.map(toRangeA1).join(" ")} ${formula}`);

describe("入力", () => {
  test.each([
    ["120", 120, "General"], ["１，２００", 1200, "#,##0"], ["85%", 0.85, "0%"], ["８５％", 0.85, "0%"], ["2026/3/31", 46_112, "yyyy/m/d"],
    ["3/31", 46_112, 'm"月"d"日"'], ["令和8年3月31日", 46_112, '[$-411]ggge"年"m"月"d"日"'], ["R8.3.31", 46_112, "[$-411]ge.m.d"], ["12:00", 0.5, "h:mm"],
    ["'007", "007", "General"], ["－", "－", "General"], ["集計中", "集計中", "General"], ["△12", "△12", "General"], ["TRUE", true, "General"], ["#N/A", { error: "#N/A" }, "General"],
    ["(5)", -5, "General"], ["\u00A51,200", 1200, '"\u00A5"#,##0;"\u00A5"\\-#,##0'], ["13/45", "13/45", "General"], ["12:75", "12:75", "General"],
  ])("「%s」と打つ", (text, content, format) => {
    const { user, sheet } = open();
    expect(user.type("一覧", "C3", text)).toEqual({ ok: true });
    expect([sheet.content(2, 2), sheet.style(2, 2).numberFormat]).toEqual([content, format]);
  });

  test("割合の書式のセルに 85 と打てば 85% になる", () => {
    const { user, sheet } = open();
    user.format("一覧", "C3", (style) => ({ ...style, numberFormat: "0.0%" }));
    user.type("一覧", "C3", "85");
    expect([sheet.content(2, 2), sheet.style(2, 2).numberFormat]).toEqual([0.85, "0.0%"]);
  });

  test("数式は計算され、誤った数式は受け付けられない", () => {
    const { user, sheet } = open();
    user.type("一覧", "D2", "=C2-B2");
    expect(sheet.content(1, 3)).toBe(20);
    user.type("一覧", "C2", "150");
    expect(sheet.content(1, 3)).toBe(50);
    expect(user.type("一覧", "D2", "=SUM(")).toEqual({ ok: false, message: MESSAGES.invalidFormula });
    expect(sheet.content(1, 3)).toBe(50);
  });

  test("変わったことが、前後の値とともに伝わる。数式の値は計算された後のもの", () => {
    const { user, events } = open();
    user.type("一覧", "C3", "80");
    user.type("一覧", "D2", "=C3*2");
    const changes = events.filter(({ targetId, messageType }) => targetId === "Workbook" && messageType === 10).map(({ message }) => message);
    expect(changes).toMatchObject([
      { address: "C3", changeType: "RangeEdited", source: "Local", valueBefore: "", valueAfter: 80, valueTypeAfter: "Double" },
      { address: "D2", valueAfter: 160 },
    ]);
  });

  test("保護されたシートでは、ロックされたセルは断られ、外されたセルには打てる", () => {
    const { user, sheet } = open();
    user.format("一覧", "C3", (style) => ({ ...style, locked: false }));
    sheet.protection.isProtected = true;
    expect(user.type("一覧", "C4", "1")).toEqual({ ok: false, message: MESSAGES.protectedCell });
    expect(user.type("一覧", "C3", "1")).toEqual({ ok: true });
    expect([sheet.content(3, 2), sheet.content(2, 2)]).toEqual([null, 1]);
    expect(user.insertRows("一覧", 1)).toEqual({ ok: false, message: MESSAGES.protectedCell });
    expect(user.sort("一覧", "A2:C5", [{ key: 1 }])).toEqual({ ok: false, message: MESSAGES.protectedCell });
  });

  test("入力規則にない値は断られる", async () => {
    const { user, sheet, Excel } = open();
    await Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("一覧").getRange("C2:C5");
      dataValidation.rule = { list: { inCellDropDown: true, source: "順調,遅れ" } };
      dataValidation.errorAlert = { message: "", showAlert: true, style: "Stop", title: "" };
      await context.sync();
    });
    expect(user.type("一覧", "C3", "未定")).toEqual({ ok: false, message: MESSAGES.invalidValue });
    expect(user.type("一覧", "C3", "順調")).toEqual({ ok: true });
    expect(sheet.content(2, 2)).toBe("順調");
  });

  test("結合セルに打てば左上に入る", () => {
    const { user, sheet } = open();
    user.merge("一覧", "B3:C4");
    user.type("一覧", "C4", "7");
    expect([sheet.content(2, 1), sheet.content(3, 2)]).toEqual([7, null]);
  });
});

describe("条件付き書式は、行や列の挿入と削除についていく", () => {
  const formula = '=LEN(C2)=0';

  test("途中に入れれば広がり、上に入れれば下がる", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C2:C5", formula);
    user.insertRows("一覧", 3);
    expect(rulesOf(sheet)).toEqual(["C2:C6 =LEN(C2)=0"]);
    user.insertRows("一覧", 0);
    expect(rulesOf(sheet)).toEqual(["C3:C7 =LEN(C3)=0"]);
  });

  test("すぐ下に入れた行は上の書式を受け継ぐので、範囲が広がる", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C2:C5", formula);
    user.insertRows("一覧", 5);
    expect(rulesOf(sheet)).toEqual(["C2:C6 =LEN(C2)=0"]);
  });

  test("先頭の行を消しても、式は残った先頭のセルを指す", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C2:C5", formula);
    user.deleteRows("一覧", 1, 2);
    expect(rulesOf(sheet)).toEqual(["C2:C3 =LEN(C2)=0"]);
    user.deleteRows("一覧", 1, 2);
    expect(rulesOf(sheet)).toEqual([]);
  });

  test("一部のセルだけを動かせば、範囲は分かれる", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "B2:C5", "=LEN(B2)=0");
    user.insert("一覧", "C4", "Down");
    expect(rulesOf(sheet)).toEqual(["C2:C6 B2:B5 =LEN(B2)=0"]);
    user.delete("一覧", "B2", "Up");
    expect(rulesOf(sheet)).toEqual(["C2:C6 B2:B4 =LEN(B2)=0"]);
  });

  test("列も同じ", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C2:C5", formula);
    user.insertColumns("一覧", 1);
    user.deleteColumns("一覧", 0);
    user.insertColumns("一覧", 0, 2);
    expect(rulesOf(sheet)).toEqual(["E2:E5 =LEN(E2)=0"]);
  });

  test("並べ替えでは場所に残る", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C4:C5", "=LEN(C4)=0");
    user.sort("一覧", "A2:C5", [{ key: 1, ascending: true }]);
    expect(rulesOf(sheet)).toEqual(["C4:C5 =LEN(C4)=0"]);
    expect([2, 3, 4, 5].map((row) => sheet.content(row - 1, 0))).toEqual(["待機", "交通", "観光", "人口"]);
  });

  test("写せばついてきて、書式を消せば抜ける", async () => {
    const { user, sheet, Excel } = open();
    await color(Excel, "C2:C5", formula);
    user.copy("一覧", "C3", "一覧", "E3");
    expect(rulesOf(sheet)).toEqual(["C2:C5 E3 =LEN(C2)=0"]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一覧").getRange("C2:C3").clear("Formats");
      await context.sync();
    });
    expect(rulesOf(sheet)).toEqual(["C4:C5 E3 =LEN(C3)=0"]);
    user.copy("一覧", "A2:A5", "一覧", "C2:C5");
    expect(rulesOf(sheet)).toEqual(["E3 =LEN(E3)=0"]);
  });

  test("ほかのシートに写せば、そこに同じ規則ができる", async () => {
    const { user, workbook, Excel } = open({ 一覧: LINES, 写し: [["a"]] });
    await color(Excel, "C2:C5", "=AND(LEN(C2)=0,$A2<>\"\")");
    user.copy("一覧", "A2:C5", "写し", "B3");
    expect(rulesOf(workbook.sheets[1]!)).toEqual(['D3:D6 =AND(LEN(D3)=0,$A3<>"")']);
    expect(rulesOf(workbook.sheets[0]!)).toEqual(['C2:C5 =AND(LEN(C2)=0,$A2<>"")']);
  });
});

describe("行の挿入と削除に、ほかのものもついていく", () => {
  test("結合セル、リンク、表、改ページ、印刷範囲、グラフ、ほかのシートの数式と名前", async () => {
    const { user, workbook, sheet, Excel } = open({ 一覧: LINES, 集計: [["a"]] });
    await Excel.run(async (context) => {
      const list = context.workbook.worksheets.getItem("一覧");
      list.getRange("A7:B8").merge();
      list.getRange("A9").hyperlink = { documentReference: "集計!A1", textToDisplay: "集計へ" };
      list.tables.add("A1:C5", true);
      list.horizontalPageBreaks.add("A6:A6");
      list.pageLayout.setPrintArea("A1:C9");
      list.pageLayout.setPrintTitleRows("$1:$1");
      const chart = list.charts.add("BarClustered", list.getRange("A1:B5"), "Columns");
      chart.setPosition("E3", "H10");
      context.workbook.names.add("目標値", list.getRange("C2:C5"));
      context.workbook.worksheets.getItem("集計").getRange("A1:A2").formulas = [["=SUM(一覧!C2:C5)"], ["=COUNTA(一覧!A:A)"]];
      await context.sync();
    });
    const [chart] = sheet.charts;
    const top = chart!.top;
    user.insertRows("一覧", 2, 2);
    expect(sheet.merges.map(toRangeA1)).toEqual(["A9:B10"]);
    expect(sheet.hyperlinks.map(({ region }) => toRangeA1(region))).toEqual(["A11"]);
    expect(sheet.tables.map(({ region }) => toRangeA1(region))).toEqual(["A1:C7"]);
    expect(sheet.horizontalBreaks).toEqual([7]);
    expect([sheet.pageLayout.printArea, sheet.pageLayout.titleRows]).toEqual(["A1:C11", "1:1"]);
    expect(chart!.top - top).toBe(2 * sheet.standardHeight);
    expect(chart!.series[0]?.values).toBe("一覧!B2:B7");
    expect(workbook.names[0]?.formula).toBe("=一覧!$C$2:$C$7");
    expect([workbook.sheets[1]!.cell(0, 0)?.formula, workbook.sheets[1]!.cell(1, 0)?.formula]).toEqual(["SUM(一覧!C2:C7)", "COUNTA(一覧!A:A)"]);
    user.insertColumns("一覧", 0);
    expect(workbook.sheets[1]!.cell(1, 0)?.formula).toBe("COUNTA(一覧!B:B)");
  });

  test("結合セルの先頭の行を消しても、見えていた値は残る", () => {
    const { user, sheet } = open();
    user.type("一覧", "B3", "見出し");
    user.merge("一覧", "B3:C5");
    user.deleteRows("一覧", 2);
    expect([sheet.merges.map(toRangeA1), sheet.content(2, 1)]).toEqual([["B3:C4"], "見出し"]);
    user.deleteRows("一覧", 3);
    expect(sheet.merges.map(toRangeA1)).toEqual(["B3:C3"]);
  });

  test("結合セルの途中で切れる動かし方と並べ替えは断られる", () => {
    const { user, sheet } = open();
    user.merge("一覧", "B3:C4");
    expect(user.insert("一覧", "C2", "Down")).toEqual({ ok: false, message: MESSAGES.mergedCut });
    expect(user.sort("一覧", "A2:C5", [{ key: 0 }])).toEqual({ ok: false, message: MESSAGES.mergedSort });
    expect(sheet.merges.map(toRangeA1)).toEqual(["B3:C4"]);
  });
});

describe("シート", () => {
  test("名前を変えると、数式も名前も追う。消すと #REF! になる", () => {
    const { user, workbook, events } = open({ 一覧: LINES, 集計: [["a"]] });
    user.type("集計", "A1", "=SUM(一覧!B2:B5)");
    expect(user.renameSheet("一覧", "指標 一覧")).toEqual({ ok: true });
    expect(workbook.sheets[1]!.cell(0, 0)?.formula).toBe("SUM('指標 一覧'!B2:B5)");
    expect(events.some(({ message }) => message["nameAfter"] === "指標 一覧")).toBe(true);
    expect(user.renameSheet("集計", "指標 一覧")).toEqual({ ok: false, message: MESSAGES.nameTaken });
    expect(user.renameSheet("集計", "a/b")).toEqual({ ok: false, message: MESSAGES.nameInvalid });
    user.deleteSheet("指標 一覧");
    expect([workbook.sheets[0]!.cell(0, 0)?.formula, workbook.sheets[0]!.content(0, 0)]).toEqual(["SUM(#REF!B2:B5)", { error: "#REF!" }]);
    expect(user.deleteSheet("集計")).toEqual({ ok: false, message: MESSAGES.lastSheet });
  });

  test("選ぶと、シートが前に出て、選んだことが伝わる", () => {
    const { user, workbook, events } = open({ 一覧: LINES, 集計: [["a"]] });
    user.select("集計", "B2:C3");
    expect(workbook.selection.sheet.name).toBe("集計");
    expect(events.filter(({ targetId }) => targetId === "Workbook").map(({ messageType }) => messageType)).toEqual([12, 11, 14]);
  });
});

test("10,000行 × 12列で、行の挿入と削除、並べ替え、入力ができる（行の数の二乗の手間なら終わらない）", async () => {
  const lines = Array.from({ length: 10_000 }, (_, row) => Array.from({ length: 12 }, (__, column) => (column === 0 ? `事業${String(row)}` : (row * 7 + column) % 1_000)));
  const { user, sheet, Excel } = open({ 一覧: lines });
  await color(Excel, "B1:L10000", "=LEN(B1)=0");
  for (let row = 0; row < 200; row++) sheet.setContent(row, 12, null, `SUM(B${String(row + 1)}:L${String(row + 1)})`);
  for (let time = 0; time < 20; time++) {
    user.insertRows("一覧", 5_000);
    user.deleteRows("一覧", 100);
    user.type("一覧", "B9000", String(time));
  }
  user.sort("一覧", "A1:L10000", [{ key: 1 }]);
  expect(rulesOf(sheet)).toEqual(["B1:L10000 =LEN(B1)=0"]);
}, 120_000);
