import { check, Mismatch, onSheet, refused, same, until, type Check } from "./check";

/** What hangs on sheets and on the workbook, and events. */
export const workbookChecks: readonly Check[] = [
  onSheet("保護したシートへの書き込みは AccessDenied", async (context, sheet) => {
    sheet.protection.protect();
    await context.sync();
    sheet.getRange("A1").values = [["だめ"]];
    let code = "";
    try {
      await context.sync();
    } catch (error) {
      code = (error as OfficeExtension.Error).code;
    }
    same(code, "AccessDenied");
    sheet.protection.unprotect();
    sheet.protection.load({ protected: true });
    await context.sync();
    same(sheet.protection.protected, false);
  }),
  onSheet("条件付き書式を式で付け、式で見つける", async (context, sheet) => {
    const format = sheet.getRange("A1:A9").conditionalFormats.add("Custom");
    format.custom.rule.formula = '=AND(LEN(TRIM(A1))=0,N("shinchoku:x")=0)';
    format.custom.format.fill.color = "#FFC7CE";
    format.stopIfTrue = true;
    await context.sync();
    const all = sheet.getRange().conditionalFormats;
    all.load({ type: true, id: true, stopIfTrue: true });
    await context.sync();
    const found = all.items[0];
    if (found === undefined) throw new Mismatch("no conditional format");
    found.custom.rule.load({ formula: true });
    found.custom.format.fill.load({ color: true });
    await context.sync();
    same([found.type, found.stopIfTrue, found.custom.rule.formula, found.custom.format.fill.color], ["Custom", true, '=AND(LEN(TRIM(A1))=0,N("shinchoku:x")=0)', "#FFC7CE"]);
    found.delete();
    const count = sheet.getRange().conditionalFormats.getCount();
    await context.sync();
    same(count.value, 0);
  }),
  onSheet("条件付き書式の範囲は行の挿入で広がる", async (context, sheet) => {
    const format = sheet.getRange("A2:A5").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=A2=1";
    sheet.getRange("3:3").insert("Down");
    const range = format.getRange();
    range.load({ address: true });
    await context.sync();
    same(range.address.split("!")[1], "A2:A6");
  }),
  onSheet("表を作る", async (context, sheet) => {
    sheet.getRange("A1:B3").values = [["名前", "数"], ["あ", 1], ["い", 2]];
    const table = sheet.tables.add("A1:B3", true);
    table.name = "一覧表";
    table.columns.load({ name: true });
    const body = table.getDataBodyRange();
    body.load({ values: true });
    await context.sync();
    same([table.columns.items.map(({ name }) => name), body.values], [["名前", "数"], [["あ", 1], ["い", 2]]]);
  }),
  onSheet("グラフを作り、系列と軸を決める", async (context, sheet) => {
    sheet.getRange("A1:B3").values = [["区分", "件"], ["達成", 3], ["未達", 1]];
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:B3"), "Columns");
    chart.title.text = "達成の状況";
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.title.text = "件";
    chart.legend.visible = false;
    chart.setPosition("D2", "H12");
    chart.series.load({ name: true });
    await context.sync();
    chart.load({ title: { text: true }, legend: { visible: true }, top: true, name: true });
    await context.sync();
    same([chart.series.items.map(({ name }) => name), chart.title.text, chart.legend.visible, chart.top > 0], [["件"], "達成の状況", false, true]);
  }),
  onSheet("系列を足す", async (context, sheet) => {
    sheet.getRange("A1:C2").values = [["年", "実績", "目標"], ["R7", 1, 2]];
    const chart = sheet.charts.add("Line", sheet.getRange("A1:B2"), "Columns");
    const series = chart.series.add("目標");
    series.setValues(sheet.getRange("C2:C2"));
    series.setXAxisValues(sheet.getRange("A2:A2"));
    series.format.line.color = "#336699";
    const count = chart.series.getCount();
    await context.sync();
    same(count.value, 2);
  }),
  onSheet("名前を付ける", async (context, sheet) => {
    context.workbook.names.add("検証範囲", sheet.getRange("A1:B2"));
    const range = context.workbook.names.getItem("検証範囲").getRange();
    range.load({ address: true });
    await context.sync();
    same(range.address.split("!")[1], "A1:B2");
    context.workbook.names.getItem("検証範囲").delete();
    await context.sync();
  }),
  onSheet("入力規則", async (context, sheet) => {
    const { dataValidation } = sheet.getRange("A1:A5");
    dataValidation.rule = { list: { inCellDropDown: true, source: "未着手,実施中,完了" } };
    await context.sync();
    dataValidation.load({ type: true, rule: true });
    await context.sync();
    same([dataValidation.type, dataValidation.rule.list?.source], ["List", "未着手,実施中,完了"]);
  }),
  onSheet("ウィンドウ枠の固定", async (context, sheet) => {
    sheet.freezePanes.freezeRows(2);
    const location = sheet.freezePanes.getLocationOrNullObject();
    location.load({ address: true });
    await context.sync();
    same(location.address.split("!")[1], "1:2");
  }),
  onSheet("ページ設定", async (context, sheet) => {
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.paperSize = "A3";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows("$1:$2");
    sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter = "&P / &N";
    await context.sync();
    sheet.pageLayout.load({ orientation: true, paperSize: true, headersFooters: { defaultForAllPages: { centerFooter: true } } });
    await context.sync();
    same([sheet.pageLayout.orientation, sheet.pageLayout.paperSize, sheet.pageLayout.headersFooters.defaultForAllPages.centerFooter], ["Landscape", "A3", "&P / &N"]);
  }),
  check("設定を保存して読む", async ({ Excel }) => {
    await Excel.run(async (context) => {
      context.workbook.settings.add("検証", { 版: 1 });
      await context.sync();
      const setting = context.workbook.settings.getItem("検証");
      setting.load({ value: true });
      await context.sync();
      same(setting.value, { 版: 1 });
      setting.delete();
      await context.sync();
    });
  }),
  check("カスタム XML を保存して名前空間で引く", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const part = context.workbook.customXmlParts.add('<s xmlns="urn:check">あ</s>');
      await context.sync();
      const found = context.workbook.customXmlParts.getByNamespace("urn:check").getOnlyItemOrNullObject();
      const xml = found.getXml();
      await context.sync();
      same([found.isNullObject, xml.value], [false, '<s xmlns="urn:check">あ</s>']);
      part.delete();
      await context.sync();
    });
  }),
  onSheet("コメント", async (context, sheet) => {
    const cell = sheet.getRange("B2");
    context.workbook.comments.add(cell, "確認してください");
    await context.sync();
    const comment = context.workbook.comments.getItemByCell(cell);
    comment.load({ content: true });
    await context.sync();
    same(comment.content, "確認してください");
  }),
  onSheet("シートのカスタム プロパティ", async (context, sheet) => {
    sheet.customProperties.add("shinchoku", "summary");
    const property = sheet.customProperties.getItemOrNullObject("shinchoku");
    property.load({ value: true });
    await context.sync();
    same(property.value, "summary");
  }),
  onSheet("ほかのシートを参照する数式", async (context, sheet) => {
    sheet.getRange("A1").formulas = [["=SUM(指標!B2:B4)"]];
    const cell = sheet.getRange("A1");
    cell.load({ values: true });
    await context.sync();
    same(cell.values, [[2105]]);
  }),
  check("変更のイベントが届く", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const seen: string[] = [];
      const sheet = context.workbook.worksheets.getItem("参考");
      const handler = sheet.onChanged.add((event) => {
        seen.push(`${event.address} ${event.changeType} ${String(event.details.valueAfter)} ${event.triggerSource}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("H1").values = [["変えた"]];
      await context.sync();
      await until(() => seen.length > 0);
      same(seen, ["H1 RangeEdited 変えた ThisLocalAddin"]);
      handler.remove();
      sheet.getRange("H1").clear();
      await context.sync();
    });
  }),
  check("行の挿入のイベントは挿し込む向きを告げる", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const seen: unknown[] = [];
      const sheet = context.workbook.worksheets.getItem("参考");
      const handler = context.workbook.worksheets.onChanged.add((event) => {
        seen.push([event.changeType, (event as { changeDirectionState?: { insertShiftDirection?: string } }).changeDirectionState?.insertShiftDirection]);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("30:30").insert("Down");
      await context.sync();
      await until(() => seen.length > 0);
      same(seen, [["RowInserted", "Down"]]);
      handler.remove();
      sheet.getRange("30:30").delete("Up");
      await context.sync();
    });
  }),
  check("選択のイベントが届く", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const seen: string[] = [];
      const sheet = context.workbook.worksheets.getItem("参考");
      const handler = context.workbook.worksheets.onSelectionChanged.add((event) => {
        seen.push(event.address);
        return Promise.resolve();
      });
      await context.sync();
      sheet.activate();
      sheet.getRange("C3").select();
      await context.sync();
      await until(() => seen.length > 0);
      same(seen, ["C3"]);
      handler.remove();
      await context.sync();
    });
  }),
  check("外したハンドラーには届かない", async ({ Excel }) => {
    await Excel.run(async (context) => {
      let count = 0;
      const sheet = context.workbook.worksheets.getItem("参考");
      const handler = sheet.onChanged.add(() => {
        count++;
        return Promise.resolve();
      });
      await context.sync();
      handler.remove();
      await context.sync();
      sheet.getRange("H2").values = [["静か"]];
      await context.sync();
      await new Promise((go) => setTimeout(go, 30));
      sheet.getRange("H2").clear();
      await context.sync();
      same(count, 0);
    });
  }),
  check("読み込んでいない値を読むと PropertyNotLoaded", async (library) => {
    await refused(library, "PropertyNotLoaded", async (context) => {
      const range = context.workbook.worksheets.getItem("指標").getRange("A1");
      await context.sync();
      same(range.values, []);
    });
  }),
  check("まだない機能は名前を挙げて断る", async (library) => {
    const error = await refused(library, "NotImplemented", async (context) => {
      context.workbook.worksheets.getItem("指標").slicers.load({ name: true });
      await context.sync();
    });
    same(error.message.includes("Worksheet.slicers"), true);
  }),
  check("計算だけの関数", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const year = context.workbook.functions.year(46_112);
      year.load({ value: true });
      await context.sync();
      same(year.value, 2026);
    });
  }),
];
