import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { goToCell } from "../../src/excel/go-to-cell";
import { readWorkbook as readThroughExcel } from "../../src/excel/read-workbook";
import { saveSettings } from "../../src/excel/settings-store";
import { readWorkbook } from "../../src/xlsx/read/read-workbook";
import { openWorkbook } from "../../workbench/host/package/open";
import { saveParts, saveWorkbook } from "../../workbench/host/package/save";
import { startHost } from "./helpers";

const samples = readdirSync("samples").filter((file) => file.endsWith(".xlsx")).map((file) => join("samples", file));

function different(before: ReadonlyMap<string, Uint8Array>, after: ReadonlyMap<string, Uint8Array>): string[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].filter((name) => Buffer.compare(before.get(name) ?? Buffer.from("-"), after.get(name) ?? Buffer.from("+")) !== 0).sort();
}

test.each(samples)("%s を開き、点検し、保存しても、すべての部分がバイト単位で同じ", async (file) => {
  const { workbook, source } = openWorkbook(readFileSync(file), file);
  startHost(workbook);
  const read = await readThroughExcel();
  expect(read.ok).toBe(true);
  await goToCell({ sheet: workbook.sheets[0]?.name ?? "", row: 2, column: 1 });
  const saved = new Map(Object.entries(unzipSync(saveWorkbook(workbook, source))));
  expect(different(source.parts, saved)).toEqual([]);
});

test.each(samples)("%s の一つのセルを書き換えて保存すると、そのシートのほかは変わらず、値だけが変わる", async (file) => {
  const bytes = readFileSync(file);
  const { workbook, source } = openWorkbook(bytes, file);
  const { Excel } = startHost(workbook);
  const name = workbook.sheets[0]?.name ?? "";
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).getRange("A1").values = [["書き換え <&>"]];
    await context.sync();
  });
  const parts = saveParts(workbook, source);
  const changed = different(source.parts, parts);
  expect(changed.length).toBeLessThanOrEqual(2);
  const again = readWorkbook(saveWorkbook(workbook, source), file);
  const before = readWorkbook(bytes, file);
  if (!again.ok || !before.ok) throw new Error("unreadable");
  expect(again.value.sheets[0]?.rows[0]?.cells[0]?.value).toBe("書き換え <&>");
  expect(again.value.sheets.slice(1)).toEqual(before.value.sheets.slice(1));
  expect(again.value.sheets[0]?.merges).toEqual(before.value.sheets[0]?.merges);
});

test("設定を保存すると、設定の部分だけが加わり、ファイルからも同じ設定が読める", async () => {
  const file = "samples/d10-everything.xlsx";
  const { workbook, source } = openWorkbook(readFileSync(file), file);
  startHost(workbook);
  await saveSettings('{"version":1,"asOf":null}');
  const parts = saveParts(workbook, source);
  expect(different(source.parts, parts).filter((name) => !name.endsWith(".rels") && name !== "[Content_Types].xml")).toEqual(["customXml/item1.xml"]);
  const again = readWorkbook(saveWorkbook(workbook, source), file);
  expect(again.ok && again.value.settings).toBe('{"version":1,"asOf":null}');
});

test("色付けを付けて消すと、付ける前とバイト単位で同じに戻る", async () => {
  const file = "samples/d01-ebetsu-3rd-kpi.xlsx";
  const { workbook, source } = openWorkbook(readFileSync(file), file);
  const { Excel } = startHost(workbook);
  const name = workbook.sheets[0]?.name ?? "";
  await Excel.run(async (context) => {
    const format = context.workbook.worksheets.getItem(name).getRange("B2:C9").conditionalFormats.add("Custom");
    format.custom.rule.formula = '=AND(LEN(TRIM(B2))=0,N("shinchoku:x")=0)';
    format.custom.format.fill.color = "#FFC7CE";
    await context.sync();
  });
  const marked = saveParts(workbook, source);
  expect(different(source.parts, marked)).toHaveLength(2);
  const again = openWorkbook(saveWorkbook(workbook, source), file);
  expect(again.workbook.sheets[0]?.conditionalFormats.some(({ formula, fill }) => formula.includes("shinchoku:x") && fill === "#FFC7CE")).toBe(true);
  await Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem(name).getRange().conditionalFormats;
    formats.load({ id: true });
    await context.sync();
    for (const format of formats.items) {
      format.customOrNullObject.rule.load({ formula: true });
    }
    await context.sync();
    for (const format of formats.items) if (!format.customOrNullObject.isNullObject && format.customOrNullObject.rule.formula.includes("shinchoku:")) format.delete();
    await context.sync();
  });
  expect(different(source.parts, saveParts(workbook, source))).toEqual([]);
});

test("シートを加え、名前を変え、消して保存すると、読み直しても同じ", async () => {
  const file = "samples/d10-everything.xlsx";
  const { workbook, source } = openWorkbook(readFileSync(file), file);
  const { Excel } = startHost(workbook);
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("総括表");
    sheet.getRange("A1:B2").values = [["区分", "件数"], ["達成", 3]];
    sheet.getRange("A1:B1").format.fill.color = "#DDEEFF";
    sheet.getRange("A1:B1").format.font.bold = true;
    sheet.getRange("B3").formulas = [["=SUM(B2:B2)"]];
    sheet.freezePanes.freezeRows(1);
    context.workbook.worksheets.getLast().getPreviousOrNullObject().delete();
    await context.sync();
  });
  const again = openWorkbook(saveWorkbook(workbook, source), file);
  expect(again.workbook.sheets.map(({ name }) => name)).toEqual(workbook.sheets.map(({ name }) => name));
  const sheet = again.workbook.findSheet("総括表");
  expect([sheet?.content(1, 1), sheet?.cell(2, 1)?.formula, sheet?.content(2, 1), sheet?.style(0, 0).fill, sheet?.style(0, 0).font.bold, sheet?.frozen]).toEqual([3, "SUM(B2:B2)", 3, "#DDEEFF", true, { rows: 1, columns: 0 }]);
});
