import { readFileSync } from "node:fs";
import { unzipSync, zipSync } from "fflate";
import { writeReport } from "../../src/xlsx";
import { readWorkbook } from "../../src/xlsx/read/read-workbook";
import { toRangeA1 } from "../../src/core/sheet/region";
import { describeChart } from "../../workbench/host/chart-display";
import type { SheetModel } from "../../workbench/host/model/workbook";
import { openWorkbook } from "../../workbench/host/package/open";
import { saveParts, saveWorkbook } from "../../workbench/host/package/save";
import { User } from "../../workbench/host/user";
import { planOf } from "../excel/summary/sample-plans";
import { packageProblems } from "../helpers/check-package";
import { startHost } from "./helpers";

const FILE = "samples/d12-clean.xlsx";

/** A sheet with everything that an add-in may make. */
async function makeSheet(excel: ReturnType<typeof startHost>["Excel"]): Promise<void> {
  await excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add("総括表");
    sheet.tabColor = "#1F5F8B";
    sheet.showGridlines = false;
    const block = sheet.getRange("A1:D6");
    block.values = [["区分", "達成", "遅れ", "率"], ["福祉", 12, 3, 0.8], ["教育", 8, 5, 0.615], ["産業", 5, 1, 0.833], ["合計", "=SUM(B2:B4)", "=SUM(C2:C4)", "=B5/(B5+C5)"], ["", "", "", ""]];
    sheet.getRange("D2:D5").numberFormat = [["0.0%"], ["0.0%"], ["0.0%"], ["0.0%"]];
    const head = sheet.getRange("A1:D1").format;
    head.fill.color = "#1F3F6E";
    head.font.color = "#FFFFFF";
    head.font.bold = true;
    head.font.name = "BIZ UDゴシック";
    head.font.size = 10;
    head.horizontalAlignment = "Center";
    head.verticalAlignment = "Center";
    head.wrapText = true;
    for (const edge of ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const) {
      const border = sheet.getRange("A1:D5").format.borders.getItem(edge);
      border.style = "Continuous";
      border.color = "#B8C2CC";
    }
    sheet.getRange("A1:A1").format.columnWidth = 105;
    sheet.getRange("B1:D1").format.columnWidth = 52.5;
    sheet.getRange("1:1").format.rowHeight = 30;
    sheet.getRange("F:F").columnHidden = true;
    sheet.getRange("A30:C30").merge();
    sheet.getRange("A30").values = [["所見"]];
    sheet.getRange("A31").hyperlink = { documentReference: "総括表!A1", textToDisplay: "先頭へ", screenTip: "移動します" };
    sheet.getRange("A32").hyperlink = { address: "https://example.jp/plan?a=1&b=2", textToDisplay: "計画" };
    const validation = sheet.getRange("C30:C33").dataValidation;
    validation.rule = { list: { inCellDropDown: true, source: "順調,遅れ" } };
    validation.prompt = { showPrompt: true, title: "状況", message: "選んでください" };
    validation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
    sheet.getRange("B2:B4").dataValidation.rule = { wholeNumber: { formula1: 0, formula2: 100, operator: "Between" } };
    sheet.freezePanes.freezeAt(sheet.getRange("A1:A1"));
    const table = sheet.tables.add("A1:D4", true);
    table.name = "総括";
    table.style = "TableStyleLight1";
    const page = sheet.pageLayout;
    page.orientation = "Landscape";
    page.paperSize = "A4";
    page.zoom = { horizontalFitToPages: 1 };
    page.centerHorizontally = true;
    page.setPrintMargins("Centimeters", { top: 1.9, bottom: 1.9, left: 1.2, right: 1.2, header: 0.9, footer: 0.8 });
    page.setPrintArea("A1:H33");
    page.setPrintTitleRows("$1:$1");
    page.headersFooters.defaultForAllPages.centerHeader = '&9&"BIZ UDゴシック,標準"総括表 &A';
    page.headersFooters.defaultForAllPages.rightFooter = "&P / &N";
    sheet.horizontalPageBreaks.add("A29:A29");
    sheet.customProperties.add("shinchoku.sheet", "summary <1>");
    const warm = sheet.getRange("D2:D5").conditionalFormats.add("CellValue");
    warm.cellValue.rule = { formula1: "=0.7", operator: "LessThan" };
    warm.cellValue.format.fill.color = "#FFD76A";
    warm.cellValue.format.borders.bottom.style = "Dash";
    warm.cellValue.format.borders.bottom.color = "#6B4E00";
    const bar = sheet.charts.add("BarStacked", sheet.getRange("A1:C4"), "Columns");
    bar.setPosition("A7", "E17");
    bar.title.text = "区分別の達成と遅れ";
    bar.title.format.font.size = 12;
    bar.title.format.font.name = "BIZ UDゴシック";
    bar.legend.position = "Top";
    bar.axes.categoryAxis.reversePlotOrder = true;
    bar.axes.categoryAxis.title.text = "区分";
    bar.axes.valueAxis.title.text = "件数（件）";
    bar.axes.valueAxis.minimum = 0;
    bar.axes.valueAxis.numberFormat = "#,##0";
    bar.axes.valueAxis.majorGridlines.format.line.color = "#D5DAE0";
    const [first, second] = [bar.series.getItemAt(0), bar.series.getItemAt(1)];
    first.format.fill.setSolidColor("#1F5F8B");
    second.format.fill.setSolidColor("#E0A100");
    first.gapWidth = 60;
    for (const series of [first, second]) {
      series.hasDataLabels = true;
      series.dataLabels.numberFormat = "#,##0;;";
      series.dataLabels.position = "Center";
    }
    const round = sheet.charts.add("Doughnut", sheet.getRange("A1:B4"), "Columns");
    round.setPosition("A18", "E28");
    round.title.text = "達成の内訳";
    round.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#8C2F2B");
    round.series.getItemAt(0).doughnutHoleSize = 55;
    const mixed = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B4"), "Columns");
    mixed.setPosition("G7", "L17");
    mixed.title.text = "達成と率";
    const rate = mixed.series.add("率");
    rate.setValues(sheet.getRange("D2:D4"));
    rate.setXAxisValues(sheet.getRange("A2:A4"));
    rate.chartType = "LineMarkers";
    rate.axisGroup = "Secondary";
    rate.format.line.color = "#C4572B";
    workbook.names.add("達成数", sheet.getRange("B2:B4"));
    workbook.customXmlParts.add('<x xmlns="urn:test">1</x>');
    await context.sync();
  });
}

function reopen(bytes: Uint8Array): { readonly sheet: SheetModel; readonly names: readonly string[] } {
  const { workbook } = openWorkbook(bytes, "again.xlsx");
  const sheet = workbook.findSheet("総括表");
  if (sheet === undefined) throw new Error("the sheet is gone");
  return { sheet, names: workbook.names.map(({ name, formula }) => `${name} ${formula}`) };
}

function changedParts(before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter((name) => Buffer.compare(before.get(name) ?? Buffer.from("-"), after.get(name) ?? Buffer.from("+")) !== 0).sort();
}

test("office.js で作ったシートは、正しいファイルとして保存され、読み直しても同じ", async () => {
  const { workbook, source } = openWorkbook(readFileSync(FILE), FILE);
  const { Excel } = startHost(workbook);
  await makeSheet(Excel);
  const bytes = saveWorkbook(workbook, source);
  expect(packageProblems(bytes)).toEqual([]);
  const read = readWorkbook(bytes, FILE);
  expect(read.ok && read.value.sheets.at(-1)?.rows[4]?.cells.map(({ value }) => value)).toEqual(["合計", 25, 9, 25 / 34]);
  const { sheet, names } = reopen(bytes);
  const made = workbook.findSheet("総括表")!;
  expect(names).toEqual(["達成数 =総括表!$B$2:$B$4"]);
  expect([sheet.tabColor, sheet.showGridlines, sheet.frozen, sheet.merges.map(toRangeA1)]).toEqual(["#1F5F8B", false, { rows: 1, columns: 1 }, ["A30:C30"]]);
  for (const [row, cells] of made.rows) {
    for (const [column, { style }] of cells) {
      const { origin: _own, ...look } = sheet.style(row, column);
      const { origin: _made, ...wanted } = style;
      expect([row, column, look]).toEqual([row, column, wanted]);
    }
  }
  expect([0, 1, 5].map((column) => [sheet.columnModels.get(column)?.width, sheet.isColumnHidden(column)])).toEqual([[105, false], [52.5, false], [54, true]]);
  expect(sheet.rowModels.get(0)?.height).toBe(30);
  expect(sheet.hyperlinks.map(({ region, address, documentReference, screenTip }) => [toRangeA1(region), address, documentReference, screenTip])).toEqual([
    ["A31", undefined, "総括表!A1", "移動します"], ["A32", "https://example.jp/plan?a=1&b=2", undefined, undefined],
  ]);
  expect(sheet.validations.map(({ regions, rule, prompt }) => [regions.map(toRangeA1), rule, prompt["message"]])).toEqual([
    [["C30:C33"], { list: { inCellDropDown: true, source: "順調,遅れ" } }, "選んでください"],
    [["B2:B4"], { wholeNumber: { formula1: 0, formula2: 100, operator: "Between" } }, ""],
  ]);
  expect(sheet.tables.map(({ name, region, columns, style }) => [name, toRangeA1(region), columns.map((column) => column.name), style])).toEqual([["総括", "A1:D4", ["区分", "達成", "遅れ", "率"], "TableStyleLight1"]]);
  expect(sheet.pageLayout).toMatchObject({
    orientation: "Landscape", paperSize: "A4", zoom: { horizontalFitToPages: 1 }, centerHorizontally: true, printArea: "A1:H33", titleRows: "1:1",
    headersFooters: { default: { CenterHeader: '&9&"BIZ UDゴシック,標準"総括表 &A', RightFooter: "&P / &N" } },
  });
  expect(sheet.pageLayout.margins["TopMargin"]).toBeCloseTo(53.86, 1);
  expect(sheet.horizontalBreaks).toEqual([28]);
  expect(sheet.customProperties).toEqual([{ key: "shinchoku.sheet", value: "summary <1>" }]);
  expect(sheet.conditionalFormats).toMatchObject([{ type: "CellValue", rule: { operator: "LessThan", formula1: "=0.7" }, fill: "#FFD76A", borders: { EdgeBottom: { style: "Dash", color: "#6B4E00" } } }]);
  expect(sheet.charts.map((chart) => describeChart(sheet, chart))).toMatchObject(made.charts.map((chart) => {
    const look = describeChart(made, chart);
    return { title: look.title, legend: look.legend, series: look.series.map(({ name, kind, grouping, values, categories, fill, isSecondary, points }) => ({ name, kind, grouping, values, categories, fill, isSecondary, points })), axes: { value: { minimum: look.axes.value.minimum, format: look.axes.value.format, title: look.axes.value.title }, category: { isReversed: look.axes.category.isReversed, title: look.axes.category.title } } };
  }));
  made.charts.forEach((chart, index) => {
    const again = sheet.charts[index]!;
    for (const key of ["left", "top", "width", "height"] as const) expect(again[key]).toBeCloseTo(chart[key], 0);
  });
});

test("保存したものを開いて保存し直しても、すべての部分がバイト単位で同じ", async () => {
  const first = openWorkbook(readFileSync(FILE), FILE);
  const { Excel } = startHost(first.workbook);
  await makeSheet(Excel);
  const again = openWorkbook(saveWorkbook(first.workbook, first.source), FILE);
  const saved = new Map(Object.entries(unzipSync(saveWorkbook(again.workbook, again.source))));
  expect(changedParts(again.source.parts, saved)).toEqual([]);
});

test("作ったシートを消して保存すると、元のファイルとバイト単位で同じに戻る", async () => {
  const { workbook, source } = openWorkbook(readFileSync(FILE), FILE);
  const { Excel, host } = startHost(workbook);
  await makeSheet(Excel);
  saveParts(workbook, source);
  new User(host).deleteSheet("総括表");
  workbook.names.length = 0;
  await Excel.run(async (context) => {
    context.workbook.customXmlParts.getByNamespace("urn:test").getOnlyItem().delete();
    await context.sync();
  });
  expect(changedParts(source.parts, saveParts(workbook, source))).toEqual([]);
});

test("ファイルのグラフ、表、入力規則、条件付き書式、印刷の設定は、行を入れるとついていき、ほかは変わらない", async () => {
  const first = openWorkbook(readFileSync(FILE), FILE);
  const { Excel } = startHost(first.workbook);
  await makeSheet(Excel);
  const { workbook, source } = openWorkbook(saveWorkbook(first.workbook, first.source), FILE);
  const { host } = startHost(workbook);
  new User(host).insertRows("総括表", 2, 2);
  const bytes = saveWorkbook(workbook, source);
  expect(packageProblems(bytes)).toEqual([]);
  const { sheet, names } = reopen(bytes);
  expect(names).toEqual(["達成数 =総括表!$B$2:$B$6"]);
  expect(sheet.charts.map(({ series }) => series.map(({ values }) => values))).toEqual([["総括表!B2:B6", "総括表!C2:C6"], ["総括表!B2:B6"], ["総括表!B2:B6", "総括表!D2:D6"]]);
  expect(sheet.tables.map(({ region }) => toRangeA1(region))).toEqual(["A1:D6"]);
  expect(sheet.validations.map(({ regions }) => regions.map(toRangeA1))).toEqual([["C32:C35"], ["B2:B6"]]);
  expect(sheet.conditionalFormats.map(({ regions }) => regions.map(toRangeA1))).toEqual([["D2:D7"]]);
  expect([sheet.pageLayout.printArea, sheet.horizontalBreaks, sheet.merges.map(toRangeA1)]).toEqual(["A1:H35", [30], ["A32:C32"]]);
  expect(sheet.cell(6, 1)?.formula).toBe("SUM(B2:B6)");
  const changed = changedParts(source.parts, saveParts(workbook, source));
  expect(changed.filter((name) => !/charts|drawings|tables/u.test(name))).toEqual(["xl/workbook.xml", expect.stringMatching(/worksheets\/sheet\d+\.xml/u)]);
});

test.each(["d02-ebetsu-2nd-results.xlsx", "d10-everything.xlsx"])("%s の総括表のファイルを開くと、保存し直しても同じで、行を入れてもグラフと表がついていく", async (file) => {
  const plan = planOf(file);
  const { workbook, source } = openWorkbook(await writeReport(plan), "総括表.xlsx");
  const { host } = startHost(workbook);
  expect(changedParts(source.parts, saveParts(workbook, source))).toEqual([]);
  const planned = plan.sheets.flatMap(({ charts }) => charts);
  const looks = workbook.sheets.flatMap((sheet) => sheet.charts.map((chart) => describeChart(sheet, chart)));
  expect(looks.map(({ title, series }) => [title?.text, series.map(({ values }) => values)])).toEqual(planned.map(({ title, series }) => [title, series.map(({ values }) => values.cached)]));
  const user = new User(host);
  for (const { name } of [...workbook.sheets]) expect(user.insertRows(name, 0, 1)).toEqual({ ok: true });
  const bytes = saveWorkbook(workbook, source);
  expect(packageProblems(bytes)).toEqual([]);
  const again = openWorkbook(bytes, "総括表.xlsx").workbook;
  const moved = again.sheets.flatMap((sheet) => sheet.charts.map((chart) => describeChart(sheet, chart)));
  expect(moved.map(({ series }) => series.map(({ values, categories, name }) => [name, values, categories]))).toEqual(looks.map(({ series }) => series.map(({ values, categories, name }) => [name, values, categories])));
});

test("10,000行 × 12列のファイルも開き、打ち、行を入れ、書式を付け、保存できる（行の数の二乗の手間なら終わらない）", () => {
  const rows = Array.from({ length: 10_000 }, (_, row) => {
    const cells = Array.from({ length: 12 }, (__, column) => `<c r="${String.fromCharCode(65 + column)}${String(row + 1)}"><v>${String(row * 12 + column)}</v></c>`).join("");
    return `<row r="${String(row + 1)}">${cells}</row>`;
  }).join("");
  const parts = unzipSync(readFileSync(FILE));
  parts["xl/worksheets/sheet1.xml"] = new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`);
  const { workbook, source } = openWorkbook(zipSync(parts), FILE);
  const { host } = startHost(workbook);
  const user = new User(host);
  const name = workbook.sheets[0]?.name ?? "";
  user.type(name, "B9000", "=SUM(A1:L8999)");
  user.insertRows(name, 500);
  user.format(name, "A1:L10000", (style) => ({ ...style, wrapText: true }));
  const bytes = saveWorkbook(workbook, source);
  expect(openWorkbook(bytes, FILE).workbook.sheets[0]?.cell(9_000, 1)?.formula).toBe("SUM(A1:L9000)");
}, 120_000);
