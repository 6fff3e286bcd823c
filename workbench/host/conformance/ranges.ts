import { check, onSheet, refused, same, written, type Check } from "./check";

/** Ranges: contents, looks, structure. */
export const rangeChecks: readonly Check[] = [
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
  onSheet("条件付き書式は行の挿入と削除についていく", async (context, sheet) => {
    const format = sheet.getRange("C2:C5").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=LEN(C2)=0";
    await context.sync();
    sheet.getRange("1:1").insert("Down");
    sheet.getRange("3:3").delete("Up");
    const formats = sheet.getRange().conditionalFormats;
    const first = formats.getItemAt(0);
    const range = first.getRange();
    range.load({ address: true });
    first.custom.rule.load({ formula: true });
    await context.sync();
    same([range.address.split("!")[1], first.custom.rule.formula], ["C3:C5", "=LEN(C3)=0"]);
  }),
  onSheet("書式を消すと条件付き書式はそこだけ抜ける", async (context, sheet) => {
    const format = sheet.getRange("A1:A5").conditionalFormats.add("Custom");
    format.custom.rule.formula = "=LEN(A1)=0";
    sheet.getRange("A3").clear("Formats");
    const areas = sheet.getRange().conditionalFormats.getItemAt(0).getRanges();
    areas.load({ address: true });
    await context.sync();
    same(areas.address.replaceAll(/[^,!]*!/gu, ""), "A1:A2,A4:A5");
  }),
  onSheet("シートの名前を変えると数式が追う", async (context, sheet) => {
    sheet.getRange("A1").values = [[5]];
    sheet.name = "仮の名前";
    const other = context.workbook.worksheets.add();
    other.getRange("A1").formulas = [["=仮の名前!A1*2"]];
    sheet.name = "本 の名前";
    const cell = other.getRange("A1");
    cell.load({ formulas: true, values: true });
    await context.sync();
    const [formulas, values] = [cell.formulas, cell.values] as unknown[];
    other.delete();
    await context.sync();
    same([formulas, values], [[["='本 の名前'!A1*2"]], [[10]]]);
  }),
  onSheet("セルごとの書式", async (context, sheet) => {
    sheet.getRange("A1:B1").setCellProperties([[{ format: { fill: { color: "#FFEE00" } } }, {}]]);
    const cell = sheet.getRange("A1");
    cell.load({ format: { fill: { color: true } } });
    await context.sync();
    same(cell.format.fill.color, "#FFEE00");
  }),
  onSheet("切り取りと貼り付けは、指す先を移す", async (context, sheet) => {
    sheet.getRange("A1:B1").values = [[1, "=A1+1"]];
    sheet.getRange("A1").moveTo("D4");
    const cell = sheet.getRange("B1");
    cell.load({ formulas: true });
    await context.sync();
    same(cell.formulas, [["=D4+1"]]);
  }),
];
