import { check, onSheet, refused, same, type Check } from "./check";

/** Sheets: order, names, visibility. */
export const sheetChecks: readonly Check[] = [
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
