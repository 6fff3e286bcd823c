import { User } from "../../workbench/host/user";
import { startHost, workbookOf } from "./helpers";

const open = (): ReturnType<typeof startHost> => startHost(workbookOf({ 一覧: [["指標", "値"], ["人口", 1], ["観光", 2]] }));

async function write(Excel: ReturnType<typeof startHost>["Excel"], value: string): Promise<void> {
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("一覧").getRange("A2").values = [[value]];
    await context.sync();
  });
}

describe("要求がまるごと失敗する", () => {
  test("行われる前に失敗すれば、何も変わらない", async () => {
    const { Excel, host } = open();
    host.faults.failAt = { request: host.nextRequest, when: "before" };
    await expect(write(Excel, "新")).rejects.toMatchObject({ code: "GeneralException" });
    expect(host.workbook.sheets[0]?.content(1, 0)).toBe("人口");
    await write(Excel, "新");
    expect(host.workbook.sheets[0]?.content(1, 0)).toBe("新");
  });

  test("行われた後に答えが失われれば、変わっている", async () => {
    const { Excel, host } = open();
    host.faults.failAt = { request: host.nextRequest, when: "after", code: "ConnectionFailure" };
    await expect(write(Excel, "新")).rejects.toMatchObject({ code: "ConnectionFailure" });
    expect(host.workbook.sheets[0]?.content(1, 0)).toBe("新");
  });
});

test("要求と要求の間に人が書き換える", async () => {
  const { Excel, host } = open();
  const user = new User(host);
  host.faults.beforeRequest = (request) => { if (request === 1) user.type("一覧", "B2", "99"); };
  const seen = await Excel.run(async (context) => {
    const cell = context.workbook.worksheets.getItem("一覧").getRange("B2");
    cell.load({ values: true });
    await context.sync();
    const before = cell.values as unknown;
    cell.load({ values: true });
    await context.sync();
    return [before, cell.values as unknown];
  });
  expect(seen).toEqual([[[1]], [[99]]]);
});

test("プリンターがなければ、印刷の設定だけが断られる", async () => {
  const { Excel, host } = open();
  host.faults.noPrinter = true;
  await expect(Excel.run(async (context) => {
    context.workbook.worksheets.getItem("一覧").pageLayout.orientation = "Landscape";
    await context.sync();
  })).rejects.toMatchObject({ code: "GeneralException" });
  await write(Excel, "新");
});

test("グラフと新しいブックを断らせることができる", async () => {
  const { Excel, host } = open();
  host.faults.refuseCharts = true;
  host.faults.refuseCreateWorkbook = true;
  await expect(Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getItem("一覧");
    sheet.charts.add("BarClustered", sheet.getRange("A1:B3"));
    await context.sync();
  })).rejects.toMatchObject({ code: "GeneralException" });
  await expect(Excel.createWorkbook("AAAA")).rejects.toMatchObject({ code: "AccessDenied" });
  expect([host.opened, host.workbook.sheets[0]?.charts]).toEqual([[], []]);
});

test("読めない規則があると一覧は読めず、ほかの規則は番号で読める", async () => {
  const { Excel, host } = open();
  await Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem("一覧").getRange("A1:B3").conditionalFormats;
    for (const formula of ["=A1=1", "=A1=2"]) formats.add("Custom").custom.rule.formula = formula;
    await context.sync();
  });
  host.faults.unreadableRule = ({ formula }) => formula === "=A1=1";
  const load = (all: boolean): Promise<unknown> => Excel.run(async (context) => {
    const formats = context.workbook.worksheets.getItem("一覧").getRange().conditionalFormats;
    const one = formats.getItemAt(0);
    if (all) formats.load({ id: true });
    else one.custom.rule.load({ formula: true });
    await context.sync();
    return all ? formats.items.length : one.custom.rule.formula;
  });
  await expect(load(true)).rejects.toMatchObject({ code: "GeneralException" });
  expect(await load(false)).toBe("=A1=2");
});

describe("セルごと、行ごと、列ごとの書式", () => {
  test("まとめて付け、まとめて読む", async () => {
    const { Excel } = open();
    const read = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("一覧").getRange("A1:B2");
      range.setCellProperties([[{ format: { fill: { color: "#FFEE00" }, font: { bold: true } } }, {}], [{}, { format: { borders: { bottom: { style: Excel.BorderLineStyle.continuous, color: "#112233" } } } }]]);
      range.setColumnProperties([{ format: { columnWidth: 90 } }, { columnHidden: true }]);
      range.setRowProperties([{ format: { rowHeight: 30, wrapText: true } }, { rowHidden: true }]);
      const cells = range.getCellProperties({ format: { fill: { color: true }, font: { bold: true }, wrapText: true, borders: { style: true, color: true } } });
      const columns = range.getColumnProperties({ columnHidden: true, format: { columnWidth: true } });
      await context.sync();
      return [cells.value[0]?.[0]?.format, cells.value[1]?.[1]?.format?.borders?.bottom, columns.value];
    });
    expect(read).toEqual([
      { fill: { color: "#FFEE00" }, font: { bold: true }, wrapText: true, borders: expect.anything() as unknown }, { style: "Continuous", color: "#112233" },
      [{ columnHidden: false, format: { columnWidth: 90 } }, { columnHidden: true, format: { columnWidth: 54 } }],
    ]);
  });

  test("知らない名前は、名前を挙げて断る", async () => {
    const { Excel } = open();
    await expect(Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一覧").getRange("A1").setCellProperties([[{ format: { autoIndent: true } }]]);
      await context.sync();
    })).rejects.toThrow(/autoIndent/u);
  });
});

test("切り取って貼り付けると、指していたものは新しい場所を指す", () => {
  const { host } = open();
  const user = new User(host);
  user.type("一覧", "D1", "=B2+B3");
  user.type("一覧", "D2", "=SUM(B2:B3)");
  user.type("一覧", "C2", "=B2*10");
  expect(user.move("一覧", "B2:C2", "一覧", "F5")).toEqual({ ok: true });
  const [sheet] = host.workbook.sheets;
  expect([sheet?.cell(0, 3)?.formula, sheet?.cell(1, 3)?.formula, sheet?.cell(4, 6)?.formula, sheet?.content(4, 6), sheet?.content(1, 1)]).toEqual(["F5+B3", "SUM(B2:B3)", "F5*10", 10, null]);
  user.addSheet("別");
  user.move("一覧", "G5", "別", "A1");
  expect([host.workbook.findSheet("別")?.cell(0, 0)?.formula, host.workbook.findSheet("別")?.content(0, 0)]).toEqual(["一覧!F5*10", 10]);
});
