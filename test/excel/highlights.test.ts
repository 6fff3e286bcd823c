import { highlightLooks, planHighlights, type HighlightPlan } from "../../src/core/highlight";
import { analyze, defaultSettings } from "../../src/core";
import type { Severity } from "../../src/core/validate/finding";
import { applyHighlights, clearHighlights, hasHighlights } from "../../src/excel/highlights";
import { readJournal, undoLast } from "../../src/excel/journal";
import { rulesInForce, shownStyle } from "../../workbench/host/formula/conditional";
import type { ExcelHost } from "../../workbench/host/host";
import type { ConditionalFormatModel } from "../../workbench/host/model/parts";
import type { SheetModel, WorkbookModel } from "../../workbench/host/model/workbook";
import { excelOnTheWeb, ltsc2021, ltsc2024, microsoft365 } from "../../workbench/host/profiles";
import { User } from "../../workbench/host/user";
import { snapshotOf, startHost, workbookOf } from "../workbench/helpers";

const LINES = [["指標", "基準値", "目標値"], ["人口", 100, null], ["観光客数", 200, null], ["満足度", "集計中", 80], ["参加者数", 5, null]];

function planOf(cells: readonly (readonly [row: number, column: number])[], workbook: WorkbookModel, severity: Severity = "error", sheet = "一覧"): HighlightPlan {
  const contents = workbook.findSheet(sheet);
  const findings = cells.map(([row, column]) => ({ rule: "indicator-target-missing", severity, at: { sheet, row, column }, params: {}, key: `${String(row)},${String(column)}` }));
  const rows = [...contents?.rows ?? []].map(([row, line]) => ({ row, cells: [...line].flatMap(([column, { content }]) => (content === null ? [] : [{ column, value: content, format: "General" }])) }));
  const snapshot = { file: "", date1904: false, settings: null, sheets: [{ name: sheet, visibility: "visible" as const, rows, merges: contents?.merges ?? [], hiddenRows: [], hiddenColumns: [] }] };
  return planHighlights(findings, snapshot, { severities: ["error", "warning", "info"], rules: "all" });
}

const MISSING = [[1, 2], [2, 2], [4, 2], [3, 1]] as const;

function start(profile = ltsc2021): { readonly host: ExcelHost; readonly sheet: SheetModel; readonly user: User; readonly plan: HighlightPlan } {
  const { host } = startHost(workbookOf({ 一覧: LINES, 参考: [["メモ"]] }), profile);
  const sheet = sheetOf(host, "一覧");
  return { host, sheet, user: new User(host), plan: planOf(MISSING, host.workbook) };
}

function sheetOf(host: ExcelHost, name: string): SheetModel {
  const sheet = host.workbook.findSheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

const colored = (sheet: SheetModel): readonly string[] => {
  const found: string[] = [];
  for (let row = 0; row < 12; row++) for (let column = 0; column < 8; column++) if (rulesInForce(sheet, row, column).some(({ formula }) => formula.includes("shinchoku:"))) found.push(`${"ABCDEFGH"[column] ?? ""}${String(row + 1)}`);
  return found;
};

function foreignRule(sheet: SheetModel, priority: number, change: Partial<ConditionalFormatModel> = {}): ConditionalFormatModel {
  const rule: ConditionalFormatModel = {
    id: sheet.workbook.newGuid(), type: "Custom", regions: [{ top: 0, left: 0, bottom: 20, right: 5 }], priority, stopIfTrue: false, formula: '=$A1="人口"', rule: {}, fill: "#00FF00",
    fontColor: undefined, bold: undefined, italic: undefined, strikethrough: undefined, underline: undefined, numberFormat: undefined, borders: {}, ...change,
  };
  sheet.conditionalFormats.push(rule);
  return rule;
}

const note = { id: "1", at: "2026-11-26T12:00:00Z", label: "色付けした" };

describe("色付けする", () => {
  test("計画のセルだけに色、枠、文字の前の印が付き、値も元の書式も変わらない", async () => {
    const { sheet, plan } = start();
    expect(await applyHighlights(plan)).toEqual({ ok: true, value: { colored: 3, protectedSheets: [], goneSheets: [] } });
    expect(colored(sheet)).toEqual(["C2", "C3", "B4", "C5"]);
    const { fill, font, border, mark } = highlightLooks.error;
    expect(shownStyle(sheet, 1, 2)).toMatchObject({ fill, font: { color: font } });
    const [text] = rulesInForce(sheet, 3, 1);
    expect(text).toMatchObject({ fill, fontColor: font, numberFormat: `General;General;General;"${mark}"@`, stopIfTrue: false });
    expect(text?.borders).toEqual(Object.fromEntries(["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight"].map((side) => [side, border])));
    expect(rulesInForce(sheet, 1, 2)[0]?.numberFormat).toBeUndefined();
    expect(sheet.style(1, 2).fill).toBeUndefined();
    expect(sheet.content(3, 1)).toBe("集計中");
  });

  test("セルを埋めると、その色はひとりでに消える", async () => {
    const { sheet, user, plan } = start();
    await applyHighlights(plan);
    user.type("一覧", "C2", "120");
    user.type("一覧", "B4", "75");
    expect(colored(sheet)).toEqual(["C3", "C5"]);
    user.clear("一覧", "C2");
    expect(colored(sheet)).toEqual(["C2", "C3", "C5"]);
  });

  test("付け直すと、前の色付けは消え、新しい計画だけが残る", async () => {
    const { host, sheet, plan } = start();
    await applyHighlights(plan);
    await applyHighlights(planOf([[0, 0]], host.workbook, "info"));
    expect(colored(sheet)).toEqual(["A1"]);
    expect(sheet.conditionalFormats).toHaveLength(1);
  });

  test("消すと、自分の色付けだけがなくなる", async () => {
    const { sheet, plan } = start();
    const foreign = foreignRule(sheet, 0);
    await applyHighlights(plan);
    expect(await hasHighlights()).toEqual({ ok: true, value: true });
    expect(await clearHighlights()).toEqual({ ok: true, value: { cleared: 3, protectedSheets: [] } });
    expect(sheet.conditionalFormats).toEqual([foreign]);
    expect(await hasHighlights()).toEqual({ ok: true, value: false });
    expect(await clearHighlights()).toEqual({ ok: true, value: { cleared: 0, protectedSheets: [] } });
  });

  test("ほかの条件付き書式は、順番も中身も変わらず、その色が上に見える", async () => {
    const { sheet, plan } = start();
    const rules = [foreignRule(sheet, 0), foreignRule(sheet, 1, { formula: '=B2="集計中"', fill: "#0000FF" }), foreignRule(sheet, 2, { type: "ColorScale", formula: "" })];
    const before = structuredClone(rules);
    await applyHighlights(plan);
    expect(rules).toEqual(before);
    expect(sheet.conditionalFormats.filter((rule) => !rules.includes(rule)).map(({ priority }) => priority).sort()).toEqual([3, 4, 5]);
    expect(shownStyle(sheet, 1, 2).fill).toBe("#00FF00");
    expect(rulesInForce(sheet, 1, 2)[1]?.borders["EdgeTop"]).toEqual(highlightLooks.error.border);
    await clearHighlights();
    expect(rules).toEqual(before);
  });

  test("重いものほど上に見える", async () => {
    const { host, sheet } = start();
    const plan = { omitted: 0, blocks: [...planOf([[1, 2]], host.workbook, "error").blocks, ...planOf([[1, 2]], host.workbook, "warning").blocks] };
    await applyHighlights(plan);
    expect(shownStyle(sheet, 1, 2).fill).toBe(highlightLooks.error.fill);
  });

  test("結合セルは、どのセルも色が付く", async () => {
    const { host, sheet } = start();
    sheet.merges.push({ top: 6, left: 3, bottom: 8, right: 4 });
    await applyHighlights(planOf([[6, 3]], host.workbook));
    expect(colored(sheet)).toEqual(["D7", "E7", "D8", "E8", "D9", "E9"]);
    sheet.setContent(6, 3, "済");
    expect(colored(sheet)).toEqual([]);
  });

  test("非表示のシートにも色を付け、消す", async () => {
    const { host, sheet, plan } = start();
    sheet.visibility = "hidden";
    expect(await applyHighlights(plan)).toMatchObject({ ok: true, value: { colored: 3 } });
    expect(host.workbook.findSheet("一覧")?.visibility).toBe("hidden");
    expect(await clearHighlights()).toMatchObject({ ok: true, value: { cleared: 3 } });
  });

  test("保護されたシートは飛ばして名を告げ、書式を許す保護なら色を付ける", async () => {
    const { host, sheet, plan } = start();
    const more = planOf([[0, 0]], host.workbook, "info", "参考");
    sheet.protection.isProtected = true;
    expect(await applyHighlights({ ...plan, blocks: [...plan.blocks, ...more.blocks] })).toEqual({ ok: true, value: { colored: 1, protectedSheets: ["一覧"], goneSheets: [] } });
    expect(colored(sheet)).toEqual([]);
    expect(colored(sheetOf(host, "参考"))).toEqual(["A1"]);
    sheet.protection.options = { allowFormatCells: true };
    expect(await applyHighlights(plan)).toMatchObject({ ok: true, value: { colored: 3, protectedSheets: [] } });
    sheet.protection.options = {};
    expect(await clearHighlights()).toEqual({ ok: true, value: { cleared: 0, protectedSheets: ["一覧"] } });
    expect(colored(sheet)).toHaveLength(4);
  });

  test("名前が変わったシートと消えたシートは、名を告げる", async () => {
    const { host, sheet, plan } = start();
    new User(host).renameSheet("一覧", "指標一覧");
    expect(await applyHighlights(plan)).toEqual({ ok: true, value: { colored: 0, protectedSheets: [], goneSheets: ["一覧"] } });
    expect(sheet.conditionalFormats).toEqual([]);
  });
});

describe("あとの編集と、ほかのとき", () => {
  test("並べ替え、行の挿入と削除、行とシートの写しのあとでも、すべて見つけて消す", async () => {
    const { host, sheet, user, plan } = start();
    await applyHighlights(plan);
    user.sort("一覧", "A2:C5", [{ key: 0 }]);
    user.insertRows("一覧", 2, 2);
    user.deleteRows("一覧", 1, 1);
    user.copy("一覧", "3:5", "一覧", "9:11");
    user.copy("一覧", "C1:C6", "参考", "D2");
    user.renameSheet("一覧", "新しい一覧");
    const copied = await copySheet(host, "新しい一覧");
    expect(sheet.conditionalFormats.some(({ regions }) => regions.length > 1)).toBe(true);
    expect(sheetOf(host, "参考").conditionalFormats.length).toBeGreaterThan(0);
    expect(copied.conditionalFormats.length).toBeGreaterThan(0);
    const all = host.workbook.sheets.reduce((sum, { conditionalFormats }) => sum + conditionalFormats.length, 0);
    expect(await clearHighlights()).toEqual({ ok: true, value: { cleared: all, protectedSheets: [] } });
    expect(host.workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
  });

  test("行を挿入しても、色は同じ内容のセルに付いたままになる", async () => {
    const { sheet, user, plan } = start();
    await applyHighlights(plan);
    user.insertRows("一覧", 1);
    expect(colored(sheet).filter((cell) => !cell.endsWith("2"))).toEqual(["C3", "C4", "B5", "C6"]);
  });

  test("並べ替えたあとは、見つけたときと同じ内容のセルだけが色付く", async () => {
    const { sheet, user, plan } = start();
    await applyHighlights(plan);
    user.sort("一覧", "A2:C5", [{ key: 2 }]);
    for (const cell of colored(sheet)) {
      const content = sheet.content(Number(cell.slice(1)) - 1, "ABC".indexOf(cell.charAt(0)));
      expect([null, "集計中"]).toContain(content);
    }
  });

  test("ほかの人が別のときに付けた色も消す", async () => {
    const { host, plan, sheet } = start();
    await applyHighlights(plan);
    startHost(host.workbook);
    expect(await clearHighlights()).toMatchObject({ ok: true, value: { cleared: 3 } });
    expect(sheet.conditionalFormats).toEqual([]);
  });

  test("読み取れない条件付き書式があっても、自分の色付けは見つけて消し、ほかは残す", async () => {
    const { host, sheet, plan } = start();
    const foreign = foreignRule(sheet, 0, { type: "DataBar", formula: "" });
    const odd = foreignRule(sheetOf(host, "参考"), 0, { formula: "=odd" });
    host.faults.unreadableRule = ({ id }) => id === foreign.id || id === odd.id;
    expect(await applyHighlights(plan)).toMatchObject({ ok: true, value: { colored: 3 } });
    expect(colored(sheet)).toHaveLength(4);
    expect(sheet.conditionalFormats.find(({ id }) => id === foreign.id)?.priority).toBe(0);
    expect(await clearHighlights()).toMatchObject({ ok: true, value: { cleared: 3 } });
    expect(host.workbook.sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([foreign, odd]);
  });
});

async function copySheet(host: ExcelHost, name: string): Promise<SheetModel> {
  const before = new Set(host.workbook.sheets);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem(name).copy("End");
    await context.sync();
  });
  const copy = host.workbook.sheets.find((sheet) => !before.has(sheet));
  if (copy === undefined) throw new Error("no copy");
  return copy;
}

describe("要求の回数と大きさ", () => {
  test("初めての色付けは3回、付け直しと消すのは5回以内", async () => {
    const { host, plan } = start();
    const count = async (run: () => Promise<unknown>): Promise<number> => {
      const before = host.log.requests.length;
      await run();
      return host.log.requests.length - before;
    };
    expect(await count(() => applyHighlights(plan, { journal: note }))).toBeLessThanOrEqual(3);
    expect(await count(() => applyHighlights(plan, { journal: note }))).toBeLessThanOrEqual(5);
    expect(await count(() => hasHighlights())).toBeLessThanOrEqual(3);
    expect(await count(() => clearHighlights({ journal: note }))).toBeLessThanOrEqual(5);
  });

  test("2,000か所の色付けは、どの要求も応答も5MB未満で、8回以内", async () => {
    const lines = Array.from({ length: 4_001 }, (_, row) => [`指標${String(row)}`, null]);
    const { host } = startHost(workbookOf({ 一覧: lines }), excelOnTheWeb);
    const plan = planOf(Array.from({ length: 2_000 }, (_, index) => [index * 2, 0] as const), host.workbook);
    expect(plan.blocks).toHaveLength(2_000);
    expect(await applyHighlights(plan, { journal: note })).toMatchObject({ ok: true, value: { colored: 2_000 } });
    expect(host.log.requests.length).toBeLessThanOrEqual(8);
    expect(Math.max(...host.log.requests.map(({ requestBytes }) => requestBytes))).toBeLessThan(3_000_000);
    expect(await clearHighlights({ journal: note })).toMatchObject({ ok: true, value: { cleared: 2_000 } });
    expect(host.log.largestResponse).toBeLessThan(3_000_000);
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(host.workbook.findSheet("一覧")?.conditionalFormats).toHaveLength(2_000);
  }, 60_000);
});

describe("全部か、何もしないか", () => {
  const places = [0, 1, 2, 3, 4].flatMap((request) => [0, 5, 12, 40, 70].map((action) => ({ request, action })));

  test.each(places)("要求$request の操作$action で断られたら、前の色付けのままになる", async (denyAt) => {
    const { host, sheet, plan } = start();
    const foreign = foreignRule(sheet, 0);
    await applyHighlights(planOf([[0, 0], [3, 1]], host.workbook, "info"), { journal: note });
    const before = { colored: colored(sheet), journal: await readJournal(), foreign: structuredClone(foreign) };
    const { length } = host.log.requests;
    host.faults.denyAt = { ...denyAt, request: length + denyAt.request };
    const outcome = await applyHighlights(plan, { journal: { ...note, id: "2" } });
    if (outcome.ok) {
      expect(colored(sheet)).toHaveLength(4);
      return;
    }
    expect(outcome.failure.code).toBe("access-denied");
    expect({ colored: colored(sheet), journal: await readJournal(), foreign }).toEqual(before);
  });

  test.each([0, 1, 2, 3, 4].flatMap((request) => (["before", "after"] as const).map((when) => ({ request, when }))))("要求$request が$when に失われても、前の色付けのままか、やり遂げる", async (failAt) => {
    const { host, sheet, plan } = start();
    await applyHighlights(planOf([[0, 0], [3, 1]], host.workbook, "info"), { journal: note });
    const before = { colored: colored(sheet), journal: await readJournal() };
    host.faults.failAt = { ...failAt, request: host.log.requests.length + failAt.request };
    const outcome = await applyHighlights(plan, { journal: { ...note, id: "2" } });
    if (outcome.ok) expect(colored(sheet)).toEqual(["C2", "C3", "B4", "C5"]);
    else expect({ code: outcome.failure.code, colored: colored(sheet), journal: await readJournal() }).toEqual({ code: "unexpected", ...before });
  });

  test("戻すこともできないときは、そう告げる", async () => {
    const { host, plan } = start();
    host.faults.denyAt = { request: 2, action: 40 };
    host.faults.failAt = { request: 3, when: "before" };
    expect(await applyHighlights(plan)).toMatchObject({ ok: false, failure: { code: "half-done", what: "highlights" } });
  });
});

describe("元に戻す", () => {
  test("付けた色付けを戻すと消え、消した色付けを戻すと付く", async () => {
    const { sheet, plan } = start();
    await applyHighlights(plan, { journal: note });
    await clearHighlights({ journal: { ...note, id: "2", label: "色付けを消した" } });
    expect(await undoLast()).toMatchObject({ ok: true, value: { undone: { id: "2", kind: "highlights-off" } } });
    expect(colored(sheet)).toEqual(["C2", "C3", "B4", "C5"]);
    expect(await undoLast()).toMatchObject({ ok: true, value: { undone: { id: "1", kind: "highlights-on" } } });
    expect(colored(sheet)).toEqual([]);
    expect(await undoLast()).toEqual({ ok: true, value: null });
  });

  test("付け直しを戻すと、前の色付けになる", async () => {
    const { host, sheet, plan } = start();
    await applyHighlights(planOf([[0, 0]], host.workbook, "info"), { journal: note });
    await applyHighlights(plan, { journal: { ...note, id: "2" } });
    await undoLast();
    expect(colored(sheet)).toEqual(["A1"]);
  });

  test("手で消されたあとでも、戻すのは失敗にならない", async () => {
    const { host, plan, sheet } = start();
    await applyHighlights(plan, { journal: note });
    sheet.conditionalFormats.splice(0);
    expect(await undoLast()).toMatchObject({ ok: true, value: { undone: { id: "1" } } });
    expect(host.workbook.customXmlParts).toEqual([]);
  });

  test("並べ替えで分かれた色付けも、同じセルに戻る", async () => {
    const { sheet, user, plan } = start();
    await applyHighlights(plan);
    user.insertRows("一覧", 2);
    user.copy("一覧", "C2:C4", "一覧", "E2");
    const before = colored(sheet);
    await clearHighlights({ journal: note });
    await undoLast();
    expect(colored(sheet)).toEqual(before);
  });

  test("消したあとに行が増えていたら、ずれた場所に付けず、その旨を告げる", async () => {
    const { sheet, user, plan } = start();
    await applyHighlights(plan);
    await clearHighlights({ journal: note });
    user.insertRows("一覧", 1);
    expect(await undoLast()).toEqual({ ok: false, failure: { code: "undo-changed", label: "色付けした" } });
    expect(colored(sheet)).toEqual([]);
  });

  test("付けたあとに保護されたら、消さずにその旨を告げる", async () => {
    const { sheet, plan } = start();
    await applyHighlights(plan, { journal: note });
    sheet.protection.isProtected = true;
    expect(await undoLast()).toEqual({ ok: false, failure: { code: "sheet-protected", sheet: "一覧" } });
  });

  test("何も付けず、何も消さなければ、記録も残らない", async () => {
    const { host } = start();
    await clearHighlights({ journal: note });
    await applyHighlights({ blocks: [], omitted: 0 }, { journal: note });
    expect(host.workbook.customXmlParts).toEqual([]);
  });
});

test.each([ltsc2021, ltsc2024, microsoft365, excelOnTheWeb])("$name で、本物の指標一覧に色を付けて消す", async (profile) => {
  const snapshot = snapshotOf("samples/d01-ebetsu-3rd-kpi.xlsx");
  const { findings } = analyze(snapshot, defaultSettings, "2026-11-26");
  const plan = planHighlights(findings, snapshot, { severities: ["error", "warning", "info"], rules: "all" });
  expect(plan.blocks.length).toBeGreaterThan(0);
  const { openWorkbook } = await import("../../workbench/host/package/open");
  const { readFileSync } = await import("node:fs");
  const { workbook } = openWorkbook(readFileSync("samples/d01-ebetsu-3rd-kpi.xlsx"), "d01-ebetsu-3rd-kpi.xlsx");
  startHost(workbook, profile);
  expect(await applyHighlights(plan)).toMatchObject({ ok: true, value: { colored: plan.blocks.length } });
  for (const { sheet, region } of plan.blocks) {
    const model = workbook.findSheet(sheet);
    expect(model !== undefined && rulesInForce(model, region.top, region.left).some(({ formula }) => formula.includes("shinchoku:"))).toBe(true);
  }
  expect(await clearHighlights()).toMatchObject({ ok: true, value: { cleared: plan.blocks.length } });
}, 30_000);
