import { readFileSync } from "node:fs";
import { startHost, workbookOf } from "./helpers";

const base64 = readFileSync("samples/d12-clean.xlsx").toString("base64");

test("ほかのファイルのシートを差し込める", async () => {
  const { Excel, host } = startHost(workbookOf({ 一覧: [["a"]] }));
  const ids = await Excel.run(async (context) => {
    const inserted = context.workbook.insertWorksheetsFromBase64(base64, { positionType: "End" });
    await context.sync();
    return inserted.value;
  });
  expect(ids).toEqual(host.workbook.sheets.slice(1).map(({ id }) => id));
  expect(host.workbook.sheets[1]?.usedRegion(true)).toBeDefined();
});

test("開けないファイルは断る", async () => {
  const { Excel } = startHost(workbookOf({ 一覧: [["a"]] }));
  await expect(
    Excel.run(async (context) => {
      context.workbook.insertWorksheetsFromBase64("AAAA");
      await context.sync();
    }),
  ).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("新しいブックを開ける", async () => {
  const { Excel, host } = startHost(workbookOf({ 一覧: [["a"]] }));
  await Excel.createWorkbook(base64);
  expect(host.opened).toEqual([base64]);
});
