import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { toRangeA1 } from "../../src/core/sheet/region";
import { SheetDisplay } from "../../workbench/host/display";
import { openWorkbook } from "../../workbench/host/package/open";
import { saveParts, saveWorkbook } from "../../workbench/host/package/save";
import { User } from "../../workbench/host/user";
import { startHost, workbookOf } from "./helpers";

const FILE = "samples/d12-clean.xlsx";
const RULES = [
  '<conditionalFormatting sqref="A1:A5"><cfRule type="colorScale" priority="1"><colorScale><cfvo type="min"/><cfvo type="max"/><color rgb="FFFFFFFF"/><color rgb="FFFF0000"/></colorScale></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="B1:B5"><cfRule type="dataBar" priority="2"><dataBar><cfvo type="num" val="0"/><cfvo type="max"/><color rgb="FF638EC6"/></dataBar></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="C1:C5"><cfRule type="iconSet" priority="3"><iconSet iconSet="3Arrows"><cfvo type="percent" val="0"/><cfvo type="percent" val="33"/><cfvo type="percent" val="67"/></iconSet></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="D1:D5"><cfRule type="containsText" dxfId="0" priority="4" operator="containsText" text="遅"><formula>NOT(ISERROR(SEARCH("遅",D1)))</formula></cfRule><cfRule type="containsBlanks" dxfId="0" priority="5"><formula>LEN(TRIM(D1))=0</formula></cfRule></conditionalFormatting>',
  '<conditionalFormatting sqref="E1:E5"><cfRule type="top10" dxfId="0" priority="6" rank="2"/></conditionalFormatting>',
  '<conditionalFormatting sqref="F1:F5"><cfRule type="duplicateValues" dxfId="0" priority="7"/></conditionalFormatting>',
  '<conditionalFormatting sqref="G1:G5"><cfRule type="cellIs" dxfId="0" priority="8" operator="between"><formula>2</formula><formula>$A$1+3</formula></cfRule></conditionalFormatting>',
].join("");
const ROWS = [1, 2, 3, 4, 5].map((value) => {
  const words = ["順調", "遅れ", "", "遅延", "順調"];
  const text = words[value - 1] === "" ? "" : `<c r="D${String(value)}" t="inlineStr"><is><t>${words[value - 1] ?? ""}</t></is></c>`;
  return `<row r="${String(value)}"><c r="A${String(value)}"><v>${String(value)}</v></c><c r="B${String(value)}"><v>${String(value)}</v></c><c r="C${String(value)}"><v>${String(value)}</v></c>${text}<c r="E${String(value)}"><v>${String(value)}</v></c><c r="F${String(value)}"><v>${String(value % 4)}</v></c><c r="G${String(value)}"><v>${String(value)}</v></c></row>`;
}).join("");

/** A sample whose first sheet is put in the place of rules of every kind. */
function withRules(): Uint8Array {
  const parts = unzipSync(readFileSync(FILE));
  const put = (name: string, text: string): void => { parts[name] = new TextEncoder().encode(text); };
  put("xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${ROWS}</sheetData>${RULES}</worksheet>`);
  const styles = new TextDecoder().decode(parts["xl/styles.xml"]);
  put("xl/styles.xml", styles.replace(/<dxfs[^>]*\/>|<dxfs[\s\S]*<\/dxfs>/u, "").replace("</cellXfs>", "</cellXfs>").replace(/<\/cellStyles>|<\/cellXfs>(?![\s\S]*<\/cellStyles>)/u, (end) => `${end}<dxfs count="1"><dxf><font><b/><color rgb="FF9C0006"/></font><fill><patternFill><bgColor rgb="FFFFC7CE"/></patternFill></fill><border><left/><right/><top/><bottom style="dashed"><color rgb="FF9C0006"/></bottom></border></dxf></dxfs>`));
  return zipSync(parts);
}

describe("ファイルの条件付き書式を表示する", () => {
  const { workbook } = openWorkbook(withRules(), FILE);
  const [sheet] = workbook.sheets;
  const display = new SheetDisplay(sheet!);
  const fills = (column: number): (string | undefined)[] => [0, 1, 2, 3, 4].map((row) => display.cell(row, column).style.fill);
  const PINK = "#FFC7CE";

  test("カラー スケール、データ バー、アイコン", () => {
    expect(fills(0)).toEqual(["#FFFFFF", "#FFBFBF", "#FF8080", "#FF4040", "#FF0000"]);
    expect([0, 4].map((row) => display.cell(row, 1).overlay.dataBar)).toEqual([{ share: 0.2, color: "#638EC6" }, { share: 1, color: "#638EC6" }]);
    expect([0, 2, 4].map((row) => display.cell(row, 2).overlay.icon)).toEqual([{ set: "3Arrows", index: 0, count: 3 }, { set: "3Arrows", index: 1, count: 3 }, { set: "3Arrows", index: 2, count: 3 }]);
  });

  test("文字列、空白、上位、重複、値の範囲", () => {
    expect(fills(3)).toEqual([undefined, PINK, PINK, PINK, undefined]);
    expect(fills(4)).toEqual([undefined, undefined, undefined, PINK, PINK]);
    expect(fills(5)).toEqual([PINK, undefined, undefined, undefined, PINK]);
    expect(fills(6)).toEqual([undefined, PINK, PINK, PINK, undefined]);
    expect(display.cell(3, 4).style).toMatchObject({ font: { bold: true, color: "#9C0006" }, borders: { EdgeBottom: { style: "Dash", color: "#9C0006" } } });
  });
});

test("ファイルの条件付き書式は、自分の色付けを付けて消せばバイト単位で元に戻り、行を入れれば式もついていく", async () => {
  const { workbook, source } = openWorkbook(withRules(), FILE);
  const { Excel, host } = startHost(workbook);
  const [sheet] = workbook.sheets;
  await Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getFirst().getRange("A1:B2").conditionalFormats;
    formats.add("Custom").custom.rule.formula = "=LEN(A1)=0";
    await context.sync();
    formats.getItemAt(0).delete();
    await context.sync();
  });
  const parts = saveParts(workbook, source);
  expect([...parts].filter(([name, bytes]) => Buffer.compare(bytes, source.parts.get(name) ?? Buffer.from("")) !== 0).map(([name]) => name)).toEqual([]);
  new User(host).insertRows(sheet?.name ?? "", 0, 2);
  const again = openWorkbook(saveWorkbook(workbook, source), FILE).workbook.sheets[0]!;
  expect(again.conditionalFormats.map(({ type, regions }) => `${type} ${regions.map(toRangeA1).join(" ")}`)).toEqual([
    "ColorScale A3:A7", "DataBar B3:B7", "IconSet C3:C7", "ContainsText D3:D7", "PresetCriteria D3:D7", "TopBottom E3:E7", "PresetCriteria F3:F7", "CellValue G3:G7",
  ]);
  expect(again.conditionalFormats[4]?.formulas).toEqual(["LEN(TRIM(D3))=0"]);
  expect(again.conditionalFormats[7]?.rule).toEqual({ operator: "Between", formula1: "=2", formula2: "=$A$3+3" });
  expect(new SheetDisplay(again).cell(4, 3).style.fill).toBe("#FFC7CE");
});

test("表示の文字、負の数の色、そろえ、結合、リンク、入力時メッセージ", async () => {
  const workbook = workbookOf({ 一覧: [["指標", -1234.5, true], ["人口", 0.5, "a"], ["x", 1, 2]] });
  const { Excel } = startHost(workbook);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getFirst();
    sheet.getRange("B1").numberFormat = [["#,##0.0;[赤]-#,##0.0"]];
    sheet.getRange("B2").numberFormat = [["0%"]];
    sheet.getRange("A3:B4").merge();
    sheet.getRange("C2").hyperlink = { address: "https://example.jp/", textToDisplay: "計画" };
    sheet.getRange("C3").dataValidation.rule = { list: { inCellDropDown: true, source: "=$A$1:$A$2" } };
    sheet.getRange("C3").dataValidation.prompt = { showPrompt: true, title: "選択", message: "選んでください" };
    await context.sync();
  });
  const display = new SheetDisplay(workbook.sheets[0]!);
  expect([display.cell(0, 1).text, display.cell(0, 1).style.font.color, display.cell(0, 1).horizontal]).toEqual(["-1,234.5", "#FF0000", "right"]);
  expect([display.cell(1, 1).text, display.cell(0, 2).text, display.cell(0, 2).horizontal, display.cell(0, 0).horizontal]).toEqual(["50%", "TRUE", "center", "left"]);
  expect([display.cell(2, 0).merge, display.cell(3, 1).isCovered, display.cell(2, 1).text]).toEqual([{ top: 2, left: 0, bottom: 3, right: 1 }, true, ""]);
  expect(display.cell(1, 2)).toMatchObject({ text: "計画", hyperlink: { address: "https://example.jp/" } });
  expect(display.cell(2, 2)).toMatchObject({ prompt: { title: "選択", text: "選んでください" }, choices: ["指標", "人口"] });
  expect(display.reach).toEqual({ bottom: 3, right: 2 });
});
