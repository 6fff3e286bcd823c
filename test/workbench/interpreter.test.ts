import type { WorkbookModel } from "../../workbench/host/model/workbook";
import { startHost, workbookOf } from "./helpers";

const book = (): WorkbookModel => workbookOf({ 指標: [["指標", "目標"], ["人口", 100], ["観光客数", null]], 参考: [["メモ"]] });

describe("RichApi の解釈", () => {
  test("シートの一覧と値を、ライブラリの名前で読める", async () => {
    const { Excel } = startHost(book());
    await Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load({ name: true, position: true });
      const range = worksheets.getItem("指標").getRange("A1:B3");
      range.load({ values: true, valueTypes: true, formulas: true, numberFormat: true, text: true, address: true });
      await context.sync();
      expect(worksheets.items.map(({ name, position }) => [name, position])).toEqual([["指標", 0], ["参考", 1]]);
      expect(range.values).toEqual([["指標", "目標"], ["人口", 100], ["観光客数", ""]]);
      expect(range.valueTypes).toEqual([["String", "String"], ["String", "Double"], ["String", "Empty"]]);
      expect(range.numberFormat[0]).toEqual(["General", "General"]);
      expect(range.text[1]).toEqual(["人口", "100"]);
      expect(range.address).toBe("指標!A1:B3");
    });
  });

  test("ないシートは、名前と場所の付いたエラーになり、OrNullObject なら無を返す", async () => {
    const { Excel } = startHost(book());
    const error = await Excel.run(async (context) => {
      const none = context.workbook.worksheets.getItemOrNullObject("ない");
      await context.sync();
      expect(none.isNullObject).toBe(true);
      context.workbook.worksheets.getItem("ない").getRange("A1").values = [[1]];
      await context.sync();
    }).catch((caught: unknown) => caught as OfficeExtension.Error);
    expect(error).toMatchObject({ code: "ItemNotFound", debugInfo: { errorLocation: "WorksheetCollection.getItem" } });
  });

  test("失敗した操作より前は残り、後は行われない", async () => {
    const { Excel, host } = startHost(book());
    const failed = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("指標");
      sheet.getRange("C1").values = [["前"]];
      sheet.getRange("D1:D2").values = [["形が違う"]];
      sheet.getRange("E1").values = [["後"]];
      await context.sync();
    }).catch((caught: unknown) => caught as OfficeExtension.Error);
    expect(failed).toMatchObject({ code: "InvalidArgument" });
    const sheet = host.workbook.findSheet("指標");
    expect([sheet?.content(0, 2), sheet?.content(0, 4)]).toEqual(["前", null]);
  });

  test("まだない機能は、名前を挙げて断る", async () => {
    const { Excel } = startHost(book());
    const error = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("指標").shapes.load({ name: true });
      await context.sync();
    }).catch((caught: unknown) => caught as OfficeExtension.Error);
    expect(error).toMatchObject({ code: "NotImplemented", message: expect.stringContaining("Worksheet.shapes") as string });
  });

  test("要求セットにない機能は、古い Excel と同じく断る", async () => {
    const { host } = startHost(book());
    const old = startHost(host.workbook, { name: "古い Excel", requirementSets: { ExcelApi: "1.1" }, platform: "Win32" });
    await expect(
      old.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("指標").getUsedRangeOrNullObject(true);
        await context.sync();
      }),
    ).rejects.toMatchObject({ code: "ApiNotFound" });
  });

  test("Excel.run が終わると、持たせた参照はすべて返される", async () => {
    const { Excel, host } = startHost(book());
    for (let run = 0; run < 20; run++) {
      await Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("指標").getUsedRange(true);
        range.load({ address: true });
        await context.sync();
        range.getCell(0, 0).values = [[run]];
        await context.sync();
      });
    }
    await new Promise((go) => setTimeout(go, 50));
    expect(host.references.size).toBe(0);
  });

  test("要求と応答の大きさを記録し、参照の返却は数えない", async () => {
    const { Excel, host } = startHost(book());
    await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("指標").getUsedRange(true);
      range.load({ values: true });
      await context.sync();
    });
    await new Promise((go) => setTimeout(go, 20));
    expect(host.log.requests).toHaveLength(1);
    expect(host.log.releases.length).toBeGreaterThan(0);
    expect(host.log.requests[0]?.responseBytes).toBeGreaterThan(100);
  });

  test("行を挿入しても、持っている範囲は同じセルを指し続ける", async () => {
    const { Excel } = startHost(book());
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("指標");
      const cell = sheet.getRange("B2");
      cell.load({ address: true });
      await context.sync();
      sheet.getRange("1:1").insert("Down");
      cell.load({ address: true, values: true });
      await context.sync();
      expect([cell.address, cell.values]).toEqual(["指標!B3", [[100]]]);
    });
  });
});
