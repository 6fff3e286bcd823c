/** What a check of the conformance scenario may use: the library as it stands in a page, and nothing of the host. */
export interface Library {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
}

export interface Check {
  readonly name: string;
  readonly run: (library: Library) => Promise<void>;
}

/** Sheets that the scenario expects in the workbook. */
export const SCENARIO_SHEETS: Readonly<Record<string, readonly (readonly (string | number | boolean | null)[])[]>> = {
  指標: [["指標", "基準値", "目標値"], ["人口", 100, 120], ["観光客数", 2_000, null], ["待機児童", 5, 0]],
  参考: [["メモ"], ["自由記述"]],
};

class Mismatch extends Error {
  override readonly name = "Mismatch";
}

function same(actual: unknown, expected: unknown): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Mismatch(`${String(a)} is not ${String(b)}`);
}

async function refused(library: Library, code: string, batch: (context: Excel.RequestContext) => Promise<void>): Promise<OfficeExtension.Error> {
  try {
    await library.Excel.run(batch);
  } catch (error) {
    const found = error as OfficeExtension.Error;
    same(found.code, code);
    return found;
  }
  throw new Mismatch(`not refused with ${code}`);
}

type Batch = (context: Excel.RequestContext, sheet: Excel.Worksheet) => Promise<void>;

/** A check on a sheet of its own, made before and deleted after. */
function onSheet(name: string, batch: Batch): Check {
  return {
    name,
    run: async ({ Excel }) => {
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add();
        await context.sync();
        try {
          await batch(context, sheet);
        } finally {
          sheet.delete();
          await context.sync();
        }
      });
    },
  };
}

function check(name: string, run: (library: Library) => Promise<void>): Check {
  return { name, run };
}

/** Writes `values` at A1 and reads one property of the block. */
function written(name: string, given: unknown[][], read: "values" | "valueTypes" | "text" | "numberFormat" | "formulas", expected: unknown[][]): Check {
  return onSheet(name, async (context, sheet) => {
    const range = sheet.getRangeByIndexes(0, 0, given.length, given[0]?.length ?? 1);
    range.values = given as never;
    await context.sync();
    range.load({ [read]: true });
    await context.sync();
    same(range[read], expected);
  });
}

const sheets: readonly Check[] = [
  check("シートの一覧を順に読む", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true, visibility: true });
      await context.sync();
      same(worksheets.items.slice(0, 2).map(({ name, visibility }) => [name, visibility]), [["指標", "Visible"], ["参考", "Visible"]]);
    });
  }),
  check("シートの数を数える", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const count = context.workbook.worksheets.getCount();
      await context.sync();
      same(count.value, 2);
    });
  }),
  check("ないシートは ItemNotFound と場所を返す", async (library) => {
    const error = await refused(library, "ItemNotFound", async (context) => {
      context.workbook.worksheets.getItem("ない").load({ name: true });
      await context.sync();
    });
    same(error.debugInfo.errorLocation, "WorksheetCollection.getItem");
  }),
  check("エラーは失敗した文を指す", async (library) => {
    const error = await refused(library, "ItemNotFound", async (context) => {
      context.workbook.worksheets.getItem("指標").getRange("Z1").values = [["x"]];
      context.workbook.worksheets.getItem("ない").getRange("A1").values = [["y"]];
      await context.sync();
    });
    same(typeof error.debugInfo.statement, "string");
    await library.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("指標").getRange("Z1").clear();
      await context.sync();
    });
  }),
  check("ないシートは null オブジェクトになる", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("ない");
      await context.sync();
      same(none.isNullObject, true);
    });
  }),
  check("id でもシートを引ける", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("参考");
      sheet.load({ id: true });
      await context.sync();
      const again = context.workbook.worksheets.getItem(sheet.id);
      again.load({ name: true });
      await context.sync();
      same(again.name, "参考");
    });
  }),
  onSheet("シートの名前を変える", async (context, sheet) => {
    sheet.name = "新しい名前";
    await context.sync();
    sheet.load({ name: true });
    await context.sync();
    same(sheet.name, "新しい名前");
  }),
  check("使えない名前は InvalidArgument", async (library) => {
    await refused(library, "InvalidArgument", async (context) => {
      context.workbook.worksheets.add("a/b");
      await context.sync();
    });
  }),
  check("同じ名前は ItemAlreadyExists", async (library) => {
    await refused(library, "ItemAlreadyExists", async (context) => {
      context.workbook.worksheets.add("指標");
      await context.sync();
    });
  }),
  onSheet("見出しの色を付ける", async (context, sheet) => {
    sheet.tabColor = "#ff8800";
    await context.sync();
    sheet.load({ tabColor: true });
    await context.sync();
    same(sheet.tabColor, "#FF8800");
  }),
  onSheet("シートを隠して戻す", async (context, sheet) => {
    sheet.visibility = "Hidden";
    await context.sync();
    sheet.load({ visibility: true });
    await context.sync();
    same(sheet.visibility, "Hidden");
  }),
  onSheet("シートの位置を変える", async (context, sheet) => {
    sheet.position = 0;
    await context.sync();
    const first = context.workbook.worksheets.getFirst();
    first.load({ id: true });
    sheet.load({ id: true });
    await context.sync();
    same(first.id, sheet.id);
  }),
  onSheet("シートを写す", async (context, sheet) => {
    sheet.getRange("A1").values = [["元"]];
    const copy = sheet.copy("End");
    const cell = copy.getRange("A1");
    cell.load({ values: true });
    await context.sync();
    same(cell.values, [["元"]]);
    copy.delete();
    await context.sync();
  }),
  onSheet("目盛線を消す", async (context, sheet) => {
    sheet.showGridlines = false;
    await context.sync();
    sheet.load({ showGridlines: true });
    await context.sync();
    same(sheet.showGridlines, false);
  }),
  onSheet("シートを前に出す", async (context, sheet) => {
    sheet.activate();
    const active = context.workbook.worksheets.getActiveWorksheet();
    active.load({ id: true });
    sheet.load({ id: true });
    await context.sync();
    same(active.id, sheet.id);
  }),
];

const ranges: readonly Check[] = [
  check("値のある範囲", async ({ Excel }) => {
    await Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("指標").getUsedRangeOrNullObject(true);
      used.load({ address: true, rowCount: true, columnCount: true, rowIndex: true, columnIndex: true });
      await context.sync();
      same([used.address, used.rowIndex, used.columnIndex, used.rowCount, used.columnCount], ["指標!A1:C4", 0, 0, 4, 3]);
    });
  }),
  onSheet("空のシートの値のある範囲は null オブジェクト", async (context, sheet) => {
    const used = sheet.getUsedRangeOrNullObject(true);
    await context.sync();
    same(used.isNullObject, true);
  }),
  written("数と文字と真偽値", [["文字", 1.5, true]], "values", [["文字", 1.5, true]]),
  written("値の型", [["文字", 1.5, true, ""]], "valueTypes", [["String", "Double", "Boolean", "Empty"]]),
  written("数に見える文字は数になる", [["12", "1,234", "50%"]], "values", [[12, 1234, 0.5]]),
  written("パーセントの書式が付く", [["50%"]], "numberFormat", [["0%"]]),
  written("日付に見える文字は日付になる", [["2026/3/31"]], "values", [[46_112]]),
  written("' で始まるものは文字", [["'007"]], "values", [["007"]]),
  written("エラー値", [["#N/A"]], "valueTypes", [["Error"]]),
  written("表示の文字", [[1234.5]], "text", [["1234.5"]]),
  written("数式の文字", [["=1+2"]], "formulas", [["=1+2"]]),
  written("数式の値", [["=1+2"]], "values", [[3]]),
  onSheet("一つの値を範囲いっぱいに書く", async (context, sheet) => {
    const range = sheet.getRange("A1:B2");
    range.values = "同じ" as never;
    await context.sync();
    range.load({ values: true });
    await context.sync();
    same(range.values, [["同じ", "同じ"], ["同じ", "同じ"]]);
  }),
  onSheet("null は元のままにする", async (context, sheet) => {
    const range = sheet.getRange("A1:B1");
    range.values = [["元", "元"]];
    range.values = [[null, "新"]];
    await context.sync();
    range.load({ values: true });
    await context.sync();
    same(range.values, [["元", "新"]]);
  }),
  check("形の違う配列は InvalidArgument", async (library) => {
    await refused(library, "InvalidArgument", async (context) => {
      context.workbook.worksheets.getItem("参考").getRange("D1:E2").values = [[1]];
      await context.sync();
    });
  }),
  check("失敗の後の操作は行われない", async (library) => {
    await refused(library, "InvalidArgument", async (context) => {
      const sheet = context.workbook.worksheets.getItem("参考");
      sheet.getRange("D1:E2").values = [[1]];
      sheet.getRange("F1").values = [["後"]];
      await context.sync();
    });
    await library.Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getItem("参考").getRange("F1");
      cell.load({ values: true });
      await context.sync();
      same(cell.values, [[""]]);
    });
  }),
  onSheet("1,500セルを超える書き込み", async (context, sheet) => {
    const range = sheet.getRangeByIndexes(0, 0, 400, 5);
    range.values = Array.from({ length: 400 }, (_, row) => [row, row, row, row, row]);
    await context.sync();
    const last = sheet.getRange("E400");
    last.load({ values: true });
    await context.sync();
    same(last.values, [[399]]);
  }),
  onSheet("同期をまたいで範囲を使う", async (context, sheet) => {
    const range = sheet.getRange("B2");
    range.load({ address: true });
    await context.sync();
    range.values = [["後から"]];
    await context.sync();
    range.load({ values: true });
    await context.sync();
    same(range.values, [["後から"]]);
  }),
  onSheet("行を挿入すると範囲はついていく", async (context, sheet) => {
    const range = sheet.getRange("B2");
    range.values = [["動く"]];
    range.load({ address: true });
    await context.sync();
    sheet.getRange("1:2").insert("Down");
    range.load({ address: true, values: true });
    await context.sync();
    same([range.address.split("!")[1], range.values], ["B4", [["動く"]]]);
  }),
  onSheet("行を消すと下が上がる", async (context, sheet) => {
    sheet.getRange("A1:A3").values = [[1], [2], [3]];
    sheet.getRange("2:2").delete("Up");
    const range = sheet.getRange("A1:A3");
    range.load({ values: true });
    await context.sync();
    same(range.values, [[1], [3], [""]]);
  }),
  onSheet("行を挿入すると数式の参照が動く", async (context, sheet) => {
    sheet.getRange("A1").values = [[7]];
    sheet.getRange("B1").formulas = [["=A1*2"]];
    sheet.getRange("1:1").insert("Down");
    const cell = sheet.getRange("B2");
    cell.load({ formulas: true, values: true });
    await context.sync();
    same([cell.formulas, cell.values], [[["=A2*2"]], [[14]]]);
  }),
  onSheet("結合と結合セルの一覧", async (context, sheet) => {
    sheet.getRange("A1:B2").merge(false);
    sheet.getRange("D1:D3").merge(false);
    const areas = sheet.getRange("A1:E5").getMergedAreasOrNullObject();
    areas.load({ address: true, areaCount: true });
    await context.sync();
    same([areas.areaCount, areas.address.replaceAll(/[^,!]*!/gu, "")], [2, "A1:B2,D1:D3"]);
  }),
  onSheet("結合がなければ null オブジェクト", async (context, sheet) => {
    const areas = sheet.getRange("A1:E5").getMergedAreasOrNullObject();
    await context.sync();
    same(areas.isNullObject, true);
  }),
  onSheet("書式と表示", async (context, sheet) => {
    const range = sheet.getRange("A1");
    range.values = [[1234567]];
    range.numberFormat = [["#,##0"]];
    await context.sync();
    range.load({ text: true, numberFormat: true });
    await context.sync();
    same([range.text, range.numberFormat], [[["1,234,567"]], [["#,##0"]]]);
  }),
  onSheet("塗りと文字の色", async (context, sheet) => {
    const range = sheet.getRange("A1:B1");
    range.format.fill.color = "#FFEE00";
    range.format.font.bold = true;
    range.format.font.color = "#112233";
    await context.sync();
    range.load({ format: { fill: { color: true }, font: { bold: true, color: true } } });
    await context.sync();
    same([range.format.fill.color, range.format.font.bold, range.format.font.color], ["#FFEE00", true, "#112233"]);
  }),
  onSheet("そろわない書式は null", async (context, sheet) => {
    sheet.getRange("A1").format.font.bold = true;
    const range = sheet.getRange("A1:B1");
    range.load({ format: { font: { bold: true } } });
    await context.sync();
    same(range.format.font.bold, null);
  }),
  onSheet("罫線", async (context, sheet) => {
    const border = sheet.getRange("A1:C3").format.borders.getItem("EdgeBottom");
    border.style = "Continuous";
    border.color = "#808080";
    const read = sheet.getRange("B3").format.borders.getItem("EdgeBottom");
    read.load({ style: true, color: true });
    await context.sync();
    same([read.style, read.color], ["Continuous", "#808080"]);
  }),
  onSheet("幅と折り返し", async (context, sheet) => {
    const range = sheet.getRange("A1");
    range.format.columnWidth = 120;
    range.format.wrapText = true;
    range.format.horizontalAlignment = "Center";
    await context.sync();
    range.load({ format: { columnWidth: true, wrapText: true, horizontalAlignment: true } });
    await context.sync();
    same([range.format.columnWidth, range.format.wrapText, range.format.horizontalAlignment], [120, true, "Center"]);
  }),
  onSheet("非表示の行", async (context, sheet) => {
    sheet.getRange("3:4").rowHidden = true;
    const range = sheet.getRange("A1:A5");
    range.load({ rowHidden: true });
    const rows = range.getRowProperties({ rowHidden: true });
    await context.sync();
    same([range.rowHidden, rows.value.map(({ rowHidden }) => rowHidden)], [null, [false, false, true, true, false]]);
  }),
  onSheet("並べ替え", async (context, sheet) => {
    const range = sheet.getRange("A1:B3");
    range.values = [["う", 3], ["あ", 1], ["い", 2]];
    range.sort.apply([{ key: 1, ascending: true }]);
    range.load({ values: true });
    await context.sync();
    same(range.values, [["あ", 1], ["い", 2], ["う", 3]]);
  }),
  onSheet("写しは相対参照を動かす", async (context, sheet) => {
    sheet.getRange("A1:A2").values = [[1], [2]];
    sheet.getRange("B1").formulas = [["=A1*10"]];
    sheet.getRange("B2").copyFrom("B1");
    const cell = sheet.getRange("B2");
    cell.load({ values: true });
    await context.sync();
    same(cell.values, [[20]]);
  }),
  onSheet("リンク", async (context, sheet) => {
    const cell = sheet.getRange("A1");
    cell.hyperlink = { documentReference: "指標!A1", textToDisplay: "一覧へ", screenTip: "動く" };
    await context.sync();
    cell.load({ hyperlink: true, values: true });
    await context.sync();
    same([cell.hyperlink.documentReference, cell.values], ["指標!A1", [["一覧へ"]]]);
  }),
  onSheet("選択", async (context, sheet) => {
    sheet.activate();
    sheet.getRange("B2:C3").select();
    const selected = context.workbook.getSelectedRange();
    selected.load({ address: true });
    await context.sync();
    same(selected.address.split("!")[1], "B2:C3");
  }),
];

const rest: readonly Check[] = [
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
        seen.push(`${event.address} ${event.changeType} ${String(event.details.valueAfter)}`);
        return Promise.resolve();
      });
      await context.sync();
      sheet.getRange("H1").values = [["変えた"]];
      await context.sync();
      await until(() => seen.length > 0);
      same(seen, ["H1 RangeEdited 変えた"]);
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

async function until(isDone: () => boolean): Promise<void> {
  for (let tries = 0; tries < 60 && !isDone(); tries++) await new Promise((go) => setTimeout(go, 5));
}

/** The whole scenario. Every transport must pass it, and every deliberate defect of the host must fail it. */
export const scenario: readonly Check[] = [...sheets, ...ranges, ...rest];

/** Runs all checks; gives the names of those that failed, with why. */
export async function runScenario(library: Library, checks: readonly Check[] = scenario): Promise<readonly { readonly name: string; readonly why: string }[]> {
  const failures: { name: string; why: string }[] = [];
  for (const { name, run } of checks) {
    try {
      await run(library);
    } catch (error) {
      failures.push({ name, why: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }
  return failures;
}
