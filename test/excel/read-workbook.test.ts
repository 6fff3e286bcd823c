import { readWorkbook } from "../../src/excel/read-workbook";
import { WorkbookModel } from "../../workbench/host/model/workbook";
import { excelOnTheWeb } from "../../workbench/host/profiles";
import { startHost, workbookOf } from "../workbench/helpers";

type Line = (string | number | null)[];

function list(rows: number, columns: number): Line[] {
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => (column % 3 === 0 ? row * column : `業務${String(row)}の内容を書いた文章（${String(column)}列）`)));
}

describe("開いているブックを読む", () => {
  test("500行の一覧は4回以内の要求で読み終える", async () => {
    const { host } = startHost(workbookOf({ 個別業務一覧: list(500, 30), 指標: list(40, 12) }));
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets.map(({ rows }) => rows.length)).toEqual([500, 40]);
    expect(host.log.requests.length).toBeLessThanOrEqual(4);
  });

  test("10,000行×30列は、4回とタイル1枚に1回までの要求で、どの応答も5MB未満で読み終える", async () => {
    const { host } = startHost(workbookOf({ 個別業務一覧: list(10_000, 30) }), excelOnTheWeb);
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(10_000);
    const tiles = host.log.requests.filter(({ responseBytes }) => responseBytes > 100_000).length;
    expect(host.log.requests.length).toBeLessThanOrEqual(4 + tiles);
    expect(host.log.largestResponse).toBeLessThan(5_000_000);
    expect(tiles).toBeLessThanOrEqual(20);
  });

  test("応答が大きすぎると断られたら、半分に分けて読み直す", async () => {
    const { host } = startHost(workbookOf({ 長文: list(200, 10) }));
    host.faults.payloadLimit = 60_000;
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets[0]?.rows.length).toBe(200);
    expect(host.log.requests.some(({ error }) => error?.Code === "ResponsePayloadSizeLimitExceeded")).toBe(true);
  });

  test("1行でも大きすぎるときは、その旨の失敗になる", async () => {
    const { host } = startHost(workbookOf({ 長文: [["あ".repeat(30_000)]] }));
    host.faults.payloadLimit = 20_000;
    expect(await readWorkbook()).toEqual({ ok: false, failure: { code: "payload-too-large" } });
  });

  test("513を超える結合セルも、分けてすべて読む", async () => {
    const workbook = workbookOf({ 方眼紙: list(1_200, 4) });
    const sheet = workbook.findSheet("方眼紙");
    if (sheet === undefined) throw new Error("no sheet");
    for (let row = 0; row < 1_200; row += 2) sheet.merges.push({ top: row, left: 0, bottom: row + 1, right: 0 });
    startHost(workbook);
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets[0]?.merges).toEqual(sheet.merges);
  });

  test("非表示の行と列を読む", async () => {
    const workbook = workbookOf({ 一覧: list(10, 5) });
    const sheet = workbook.findSheet("一覧");
    sheet?.rowModels.set(3, { hidden: true });
    sheet?.columnModels.set(2, { hidden: true });
    startHost(workbook);
    const read = await readWorkbook();
    expect(read.ok && [read.value.sheets[0]?.hiddenRows, read.value.sheets[0]?.hiddenColumns]).toEqual([[3], [2]]);
  });

  test.each([true, false])("1904年方式かどうか（%s）を、書き込まずに見分ける", async (date1904) => {
    const workbook = workbookOf({ 一覧: [["a"]] });
    workbook.date1904 = date1904;
    const { host } = startHost(workbook);
    const read = await readWorkbook();
    expect(read.ok && read.value.date1904).toBe(date1904);
    expect(host.workbook.isDirty).toBe(false);
  });

  test("読み取りの途中で値が書き換わったら、読み直して新しい値だけを返す", async () => {
    const { host } = startHost(workbookOf({ 一覧: [["指標", "目標"], ["人口", 100]] }));
    host.faults.beforeRequest = (request) => {
      if (request !== 3) return;
      host.workbook.remotely(() => {
        const sheet = host.workbook.findSheet("一覧");
        sheet?.setContent(1, 1, 200);
        if (sheet !== undefined) host.workbook.announce(sheet, "B2", "RangeEdited");
      });
    };
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets[0]?.rows[1]?.cells[1]?.value).toBe(200);
    expect(host.log.requests).toHaveLength(8);
  });

  test("読み取りの途中でシートが消えても、今あるシートを読んで返す", async () => {
    const { host } = startHost(workbookOf({ 一覧: [["a"]], 消える: [["b"]] }));
    host.faults.beforeRequest = (request) => {
      const sheet = host.workbook.findSheet("消える");
      if (request === 2 && sheet !== undefined) host.workbook.deleteSheet(sheet);
    };
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets.map(({ name }) => name)).toEqual(["一覧"]);
  });

  test("編集が続いてそろわないときは、その旨の失敗になる", async () => {
    const { host } = startHost(workbookOf({ 一覧: [["a"]] }));
    let number = 0;
    host.faults.beforeRequest = () => {
      const sheet = host.workbook.sheets[0];
      if (sheet !== undefined) sheet.name = `一覧${String(number++)}`;
    };
    expect(await readWorkbook()).toEqual({ ok: false, failure: { code: "changed-meanwhile" } });
  });

  test("セルの入力中は、入力が終わるのを待って読む", async () => {
    const { host } = startHost(workbookOf({ 一覧: [["a"]] }));
    host.faults.editingCell = true;
    setTimeout(() => { host.finishCellEdit(); }, 30);
    const read = await readWorkbook();
    expect(read.ok).toBe(true);
  });

  test("Excel の外では、その旨の失敗になる", async () => {
    startHost(new WorkbookModel("空.xlsx", "Sheet1"));
    Object.assign(globalThis, { Excel: undefined });
    expect(await readWorkbook()).toEqual({ ok: false, failure: { code: "not-in-excel" } });
  });

  test("書いてある数式、エラー値、真偽値を、そのまま読む", async () => {
    const workbook = workbookOf({ 一覧: [["a", 1, true]] });
    const sheet = workbook.findSheet("一覧");
    sheet?.setContent(1, 0, 0.5, "B1/2");
    sheet?.setContent(1, 1, { error: "#DIV/0!" }, "B1/0");
    sheet?.setContent(1, 2, "#DIV/0!");
    sheet?.setContent(1, 3, "", "\"\"");
    startHost(workbook);
    const read = await readWorkbook();
    expect(read.ok && read.value.sheets[0]?.rows[1]?.cells).toEqual([
      { column: 0, value: 0.5, format: "General", formula: "B1/2" },
      { column: 1, value: { error: "#DIV/0!" }, format: "General", formula: "B1/0" },
      { column: 2, value: "#DIV/0!", format: "General" },
      { column: 3, value: "", format: "General", formula: "\"\"" },
    ]);
  });
});
