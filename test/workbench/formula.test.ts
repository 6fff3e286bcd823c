import { FormulaEngine } from "../../workbench/host/formula/engine";
import { rulesInForce, shownStyle } from "../../workbench/host/formula/conditional";
import { moveFormula, shiftFormula } from "../../workbench/host/formula/shift";
import { workbookOf } from "./helpers";

const workbook = workbookOf({
  一覧: [["指標", "基準", "目標"], ["人口", 100, 120], ["観光", 50, null], ["待機児童", 5, 0], ["", "１", "x"]],
  "別 シート": [[10], [20]],
});
const sheet = workbook.findSheet("一覧");
if (sheet === undefined) throw new Error("no sheet");
const engine = new FormulaEngine();

test.each([
  ["1+2*3", 7], ["-2^2", 4], ["(1+2)*3%", 0.09], ['"あ"&1', "あ1"], ["SUM(B2:B4)", 155], ["AVERAGE(B2:B4)", 155 / 3], ["COUNT(A1:C5)", 5],
  ["COUNTA(C2:C4)", 2], ["COUNTBLANK(C2:C4)", 1], ['COUNTIF(A2:A4,"*光")', 1], ['COUNTIF(B2:B4,">=50")', 2], ['SUMIF(A2:A4,"人口",B2:B4)', 100],
  ['IF(B2>99,"大","小")', "大"], ["IFERROR(1/0,0)", 0], ["1/0", { error: "#DIV/0!" }], ["VLOOKUP(\"観光\",A2:C4,2,FALSE)", 50], ["INDEX(B2:B4,MATCH(\"待機児童\",A2:A4,0))", 5],
  ["ROUND(2.345,2)", 2.35], ["ROUND(1.005,2)", 1.01], ['TEXT(1234.5,"#,##0")', "1,235"], ["SUM('別 シート'!A1:A2)", 30], ["SUM(B:B)", 155], ["SUMPRODUCT((B2:B4>10)*(B2:B4))", 150],
  ['AND(LEN(TRIM(C3))=0,N("shinchoku:x")=0)', true], ["ISBLANK(C3)", true], ["DATE(2026,3,31)", 46_112], ["YEAR(46112)", 2026], ['A2="人口"', true], ["RANK(B2,B2:B4)", 1],
])("=%s", (formula, expected) => {
  expect(engine.evaluate(formula, sheet, 0, 0, 0, 0)).toEqual(expected);
});

test("ない関数の式は、元の値のままにして、名前を控える", () => {
  const book = workbookOf({ 一覧: [[1]] });
  const own = new FormulaEngine();
  const home = book.findSheet("一覧");
  home?.setContent(1, 0, "もとの値", "LET(x,1,x)");
  own.recalculate(book);
  expect([home?.content(1, 0), [...own.untouched]]).toEqual(["もとの値", [["LET", 1]]]);
});

test("循環する参照でも止まらない", () => {
  const book = workbookOf({ 一覧: [[1]] });
  const home = book.findSheet("一覧");
  home?.setContent(0, 0, null, "B1+1");
  home?.setContent(0, 1, null, "A1+1");
  new FormulaEngine().recalculate(book);
  expect(typeof home?.content(0, 0)).toBe("number");
});

test("1万の数式を計算しきる（混んだ機械でも10秒以内）", () => {
  const book = workbookOf({ 一覧: Array.from({ length: 10_000 }, (_, row) => [row, row * 2]) });
  const home = book.findSheet("一覧");
  for (let row = 0; row < 10_000; row++) home?.setContent(row, 2, null, `IF(A${String(row + 1)}>0,B${String(row + 1)}/A${String(row + 1)}*100,0)`);
  const start = performance.now();
  new FormulaEngine().recalculate(book);
  expect(home?.content(9_999, 2)).toBe(200);
  expect(performance.now() - start).toBeLessThan(10_000);
});

test("条件付き書式は、セルごとにずらした式で効き、埋めると消える", () => {
  sheet.conditionalFormats.push({
    id: "x", type: "Custom", regions: [{ top: 1, left: 2, bottom: 3, right: 2 }], priority: 0, stopIfTrue: true, formula: '=AND(LEN(TRIM(C2))=0,N("shinchoku:x")=0)', rule: {},
    fill: "#FFC7CE", fontColor: undefined, bold: undefined, italic: undefined, strikethrough: undefined, underline: undefined, numberFormat: undefined, borders: {},
  });
  expect([1, 2, 3].map((row) => rulesInForce(sheet, row, 2).length)).toEqual([0, 1, 0]);
  expect(shownStyle(sheet, 2, 2).fill).toBe("#FFC7CE");
  sheet.setContent(2, 2, 60);
  expect(shownStyle(sheet, 2, 2).fill).toBeUndefined();
});

test.each([
  ["A5", { axis: "row", at: 2, count: 1 }, "A6"], ["A1", { axis: "row", at: 2, count: 1 }, "A1"], ["SUM(A2:A5)", { axis: "row", at: 2, count: 2 }, "SUM(A2:A7)"],
  ["A5", { axis: "row", at: 4, count: -1 }, "#REF!"], ["SUM(A2:A5)", { axis: "row", at: 2, count: -1 }, "SUM(A2:A4)"], ["$B$2", { axis: "column", at: 0, count: 1 }, "$C$2"],
  ['"A5"&A5', { axis: "row", at: 0, count: 1 }, '"A5"&A6'], ["LOG10(A5)", { axis: "row", at: 0, count: 1 }, "LOG10(A6)"], ["別!A5", { axis: "row", at: 0, count: 1 }, "別!A5"],
] as const)("%s は、行や列の出し入れの後 %j で %s になる", (formula, shift, expected) => {
  expect(shiftFormula(formula, "一覧", "一覧", { ...shift, from: 0, to: 1_048_575 })).toBe(expected);
});

test("写した式は、相対参照だけが動く", () => {
  expect(moveFormula("A1+$A1+A$1+$A$1", 1, 1)).toBe("B2+$A2+B$1+$A$1");
});
