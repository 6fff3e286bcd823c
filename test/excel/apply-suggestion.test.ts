import type { CellContent } from "../../src/core/sheet/snapshot";
import { applySuggestion } from "../../src/excel/apply-suggestion";
import { forgetLast, listJournal, readJournal, undoLast } from "../../src/excel/journal";
import { loadSettings, saveSettings } from "../../src/excel/settings-store";
import type { ExcelHost } from "../../workbench/host/host";
import type { SheetModel } from "../../workbench/host/model/workbook";
import { ltsc2021, ltsc2024, microsoft365, excelOnTheWeb } from "../../workbench/host/profiles";
import { User } from "../../workbench/host/user";
import { startHost, workbookOf } from "../workbench/helpers";

const note = { id: "1", at: "2026-11-26T12:00:00Z", label: "C2 を 12 に直した" };
const C2 = { sheet: "一覧", row: 1, column: 2 };

function start(content: CellContent | null, format = "General", profile = ltsc2021): { readonly host: ExcelHost; readonly sheet: SheetModel; readonly user: User } {
  const { host } = startHost(workbookOf({ 一覧: [["指標", "単位", "目標値"], ["人口", "人", null], ["観光", "人", 5]] }), profile);
  const sheet = host.workbook.findSheet("一覧");
  if (sheet === undefined) throw new Error("no sheet");
  sheet.setStyle(1, 2, { ...sheet.style(1, 2), numberFormat: format, fill: "#ABCDEF" });
  sheet.setContent(1, 2, content);
  return { host, sheet, user: new User(host) };
}

const cellOf = (sheet: SheetModel): unknown => ({ content: sheet.content(1, 2), formula: sheet.cell(1, 2)?.formula, style: sheet.style(1, 2) });

describe("直し方の候補を入れる", () => {
  test.each(["General", "#,##0", "0.0%", "@", '0"人"', "yyyy/m/d"])("書式 %s のセルで、文字は文字のまま、書式もそのまま", async (format) => {
    for (const text of ["=1+1", "=HYPERLINK(\"x\")", "+81", "-", "－5", "@SUM(A1)", "'引用", "''二重", "12", "1,234", "50%", "2026/4/1", "4月1日", "TRUE", "#N/A", "001", " 前の空白", "人口\n（人）"]) {
      const { sheet } = start("ア", format);
      const before = sheet.style(1, 2);
      expect(await applySuggestion({ at: C2, value: text }, { expected: "ア" })).toEqual({ ok: true, value: { before: { value: "ア", formula: null, format }, after: { value: text, formula: null, format } } });
      expect(cellOf(sheet)).toEqual({ content: text, formula: undefined, style: before });
    }
  });

  test("数値は数値として入り、書式はそのまま", async () => {
    const { sheet } = start("１２", "#,##0");
    expect(await applySuggestion({ at: C2, value: 1200 }, { expected: "１２" })).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe(1200);
    expect(sheet.style(1, 2)).toMatchObject({ numberFormat: "#,##0", fill: "#ABCDEF" });
  });

  test("文字列の書式のセルに数値を入れるときは、標準の書式になる", async () => {
    const { sheet } = start("12", "@");
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "12" })).toMatchObject({ ok: true, value: { before: { format: "@" }, after: { value: 12, format: "General" } } });
    expect(cellOf(sheet)).toMatchObject({ content: 12, style: { numberFormat: "General", fill: "#ABCDEF" } });
  });

  test("点検のあとに変わったセルには入れない", async () => {
    const { sheet } = start("別の値");
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note })).toEqual({ ok: false, failure: { code: "cell-changed", sheet: "一覧", cell: "C2" } });
    expect(sheet.content(1, 2)).toBe("別の値");
    expect(await listJournal()).toEqual({ ok: true, value: [] });
  });

  test.each<[CellContent | null, CellContent | null]>([[null, null], ["", null], [5, 5], [true, true], [{ error: "#N/A" }, { error: "#N/A" }]])("%j が入っているときに、%j を見込んだ候補を入れる", async (content, expected) => {
    const { sheet } = start(content);
    expect(await applySuggestion({ at: C2, value: "済" }, { expected })).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("済");
  });

  test("エラー値と同じ形の文字は、エラー値とは別のものとして扱う", async () => {
    start("#N/A");
    expect(await applySuggestion({ at: C2, value: "済" }, { expected: { error: "#N/A" } })).toMatchObject({ ok: false, failure: { code: "cell-changed" } });
  });

  test("保護されたシートでは、ロックされたセルを断り、ロックを外したセルには入れる", async () => {
    const { sheet } = start("１２");
    sheet.protection.isProtected = true;
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２" })).toEqual({ ok: false, failure: { code: "sheet-protected", sheet: "一覧" } });
    sheet.setStyle(1, 2, { ...sheet.style(1, 2), locked: false });
    expect(await applySuggestion({ at: C2, value: "=12" }, { expected: "１２", journal: note })).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("=12");
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("１２");
    sheet.setStyle(1, 2, { ...sheet.style(1, 2), numberFormat: "@" });
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２" })).toEqual({ ok: false, failure: { code: "sheet-protected", sheet: "一覧" } });
  });

  test("入力規則が許さない値は、元に戻して断る", async () => {
    const { host, sheet } = start("完了済", "@");
    sheet.validations.push({ regions: [{ top: 1, left: 2, bottom: 1, right: 2 }], rule: { list: { inCellDropDown: true, source: "完了,実施中" } }, errorAlert: {}, prompt: {}, ignoreBlanks: true, type: "List" });
    const before = cellOf(sheet);
    expect(await applySuggestion({ at: C2, value: "終了" }, { expected: "完了済", journal: note })).toEqual({ ok: false, failure: { code: "value-refused", sheet: "一覧", cell: "C2" } });
    expect(cellOf(sheet)).toEqual(before);
    expect(host.workbook.customXmlParts).toEqual([]);
    expect(await applySuggestion({ at: C2, value: "完了" }, { expected: "完了済", journal: note })).toMatchObject({ ok: true });
  });

  test("表（テーブル）の中と、結合セルの左上にも入れる", async () => {
    const { sheet } = start("１２");
    sheet.merges.push({ top: 1, left: 2, bottom: 1, right: 3 });
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２" })).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe(12);
    const table = start("１２");
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("一覧").tables.add("A1:C3", true);
      await context.sync();
    });
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note })).toMatchObject({ ok: true });
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(table.sheet.content(1, 2)).toBe("１２");
  });

  test("シートがないときは、その旨の失敗になる", async () => {
    start("１２");
    expect(await applySuggestion({ at: { ...C2, sheet: "ない" }, value: 12 }, { expected: "１２" })).toEqual({ ok: false, failure: { code: "sheet-not-found", sheet: "ない" } });
  });

  test("3回の要求で済む", async () => {
    const { host } = start("１２");
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    expect(host.log.requests).toHaveLength(3);
  });

  const places = [2].flatMap((request) => Array.from({ length: 16 }, (_, action) => ({ request, action })));
  test.each(places)("書き込みの途中（操作$action）で断られたら、セルも記録も元のままになる", async (denyAt) => {
    const { host, sheet } = start("=危険", "@");
    const before = cellOf(sheet);
    host.faults.denyAt = denyAt;
    const outcome = await applySuggestion({ at: C2, value: "'=x" }, { expected: "=危険", journal: note });
    if (outcome.ok) expect(sheet.content(1, 2)).toBe("'=x");
    else expect([outcome.failure.code, cellOf(sheet), host.workbook.customXmlParts]).toEqual(["access-denied", before, []]);
  });

  test("返事が失われたら、入れた値を元に戻す", async () => {
    const { host, sheet } = start("１２");
    host.faults.failAt = { request: 2, when: "after" };
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note })).toMatchObject({ ok: false, failure: { code: "unexpected" } });
    expect(sheet.content(1, 2)).toBe("１２");
    expect(host.workbook.customXmlParts).toEqual([]);
  });
});

describe("元に戻す", () => {
  test.each<[string, CellContent | null, string]>([
    ["文字", "１２", "General"], ["数字に見える文字", "0012", "@"], ["空欄", null, "0.0"], ["式に見える文字", "=1+1", "@"], ["エラー値", { error: "#REF!" }, "General"],
    ["真偽値", true, "General"], ["日付", 46_000, "yyyy/m/d"], ["引用符で始まる文字", "'a", "General"],
  ])("%sの内容と書式に戻る", async (_, content, format) => {
    const { sheet, host } = start(content, format);
    const before = cellOf(sheet);
    expect(await applySuggestion({ at: C2, value: 99 }, { expected: content, journal: note })).toMatchObject({ ok: true });
    expect(await listJournal()).toMatchObject({ ok: true, value: [{ ...note, kind: "suggestion" }] });
    expect(await undoLast()).toMatchObject({ ok: true, value: { undone: { id: "1" } } });
    expect(cellOf(sheet)).toEqual(before);
    expect(host.workbook.customXmlParts).toEqual([]);
  });

  test("数式だったセルは数式に戻る", async () => {
    const { sheet } = start(null);
    sheet.setContent(1, 2, 10, "C3*2");
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: 10, journal: note })).toMatchObject({ ok: true, value: { before: { formula: "C3*2" } } });
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(cellOf(sheet)).toMatchObject({ content: 10, formula: "C3*2" });
  });

  test("そのあと手で変えたセルは、戻さずにその旨を告げ、記録も残る", async () => {
    const { sheet, user } = start("１２");
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    user.type("一覧", "C2", "15");
    expect(await undoLast()).toEqual({ ok: false, failure: { code: "undo-changed", label: note.label } });
    expect(sheet.content(1, 2)).toBe(15);
    expect(await listJournal()).toMatchObject({ ok: true, value: [{ id: "1" }] });
    expect(await forgetLast()).toMatchObject({ ok: true, value: { forgotten: { id: "1" } } });
    expect(await listJournal()).toEqual({ ok: true, value: [] });
    expect(await forgetLast()).toEqual({ ok: true, value: null });
  });

  test("行がずれて同じ値の別のセルになっていたら、戻さない", async () => {
    const { sheet, user } = start("５");
    await applySuggestion({ at: C2, value: 5 }, { expected: "５", journal: note });
    user.deleteRows("一覧", 1);
    expect(sheet.content(1, 2)).toBe(5);
    sheet.setStyle(1, 2, { ...sheet.style(1, 2), numberFormat: "General" });
    expect(await undoLast()).toMatchObject({ ok: false, failure: { code: "undo-changed" } });
    expect(sheet.content(1, 2)).toBe(5);
  });

  test("シートの名前が変わっても戻せて、シートがなくなればその旨を告げる", async () => {
    const { sheet, user } = start("１２");
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    user.renameSheet("一覧", "別名");
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("１２");
    await applySuggestion({ at: { ...C2, sheet: "別名" }, value: 12 }, { expected: "１２", journal: note });
    user.addSheet("ほか");
    user.deleteSheet("別名");
    expect(await undoLast()).toEqual({ ok: false, failure: { code: "sheet-not-found", sheet: "別名" } });
  });

  test("新しいものから順に戻る", async () => {
    const { sheet } = start("１２");
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    await applySuggestion({ at: C2, value: 13 }, { expected: 12, journal: { ...note, id: "2" } });
    await undoLast();
    expect(sheet.content(1, 2)).toBe(12);
    await undoLast();
    expect(sheet.content(1, 2)).toBe("１２");
  });

  test("作業ウィンドウを開き直しても戻せる", async () => {
    const { host, sheet } = start("１２");
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    startHost(host.workbook);
    expect(await undoLast()).toMatchObject({ ok: true, value: { undone: { label: note.label } } });
    expect(sheet.content(1, 2)).toBe("１２");
  });

  test("同じ内容を入れたときは、記録しない", async () => {
    start("済");
    await applySuggestion({ at: C2, value: "済" }, { expected: "済", journal: note });
    expect(await listJournal()).toEqual({ ok: true, value: [] });
  });

  test("設定を戻すと前の設定になり、ほかで変わっていれば戻さない", async () => {
    const { host } = start(null);
    await saveSettings('{"a":1}', { journal: note });
    await saveSettings('{"a":2}', { journal: { ...note, id: "2" } });
    await saveSettings('{"a":2}', { journal: { ...note, id: "3" } });
    await undoLast();
    expect(await loadSettings()).toEqual({ ok: true, value: '{"a":1}' });
    await saveSettings('{"b":1}');
    expect(await undoLast()).toMatchObject({ ok: false, failure: { code: "undo-changed" } });
    expect(await loadSettings()).toEqual({ ok: true, value: '{"b":1}' });
    await saveSettings('{"a":1}');
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(await loadSettings()).toEqual({ ok: true, value: null });
    expect(host.workbook.customXmlParts).toEqual([]);
  });

  test.each([0, 1, 2, 3, 4].flatMap((action) => [{ request: 2, action }]))("設定の保存の途中（操作$action）で断られたら、設定も記録も元のままになる", async ({ request, action }) => {
    const { host } = start(null);
    await saveSettings('{"a":1}', { journal: note });
    const before = host.workbook.customXmlParts.map(({ xml }) => xml);
    host.faults.denyAt = { request: host.log.requests.length + request, action };
    const outcome = await saveSettings('{"a":2}', { journal: { ...note, id: "2" } });
    expect(host.workbook.customXmlParts.map(({ xml }) => xml).length).toBe(2);
    if (!outcome.ok) expect(host.workbook.customXmlParts.map(({ xml }) => xml)).toEqual(before);
  });

  test.each(["{", '{"version":2,"entries":[]}', '{"version":1,"entries":[{"kind":"ほか"}]}', "設定"])("読み取れない記録（%s）は、空とみなしてその旨を告げ、次の操作で作り直す", async (text) => {
    const { host, sheet } = start("１２");
    host.workbook.customXmlParts.push({ id: "{1}", xml: `<journal xmlns="urn:shinchoku:journal:1">${text}</journal>` });
    expect(await readJournal()).toEqual({ ok: true, value: { entries: [], isDamaged: true } });
    expect(await undoLast()).toEqual({ ok: false, failure: { code: "undo-unreadable" } });
    await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note });
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("１２");
  });

  test("50件を超えると古いものから忘れる", async () => {
    start(0);
    for (let number = 1; number <= 52; number++) await applySuggestion({ at: C2, value: number }, { expected: number - 1, journal: { ...note, id: String(number) } });
    const journal = await listJournal();
    expect(journal.ok && journal.value.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => String(index + 3)));
  });

  test.each([ltsc2021, ltsc2024, microsoft365, excelOnTheWeb])("$name で、直して戻せる", async (profile) => {
    const { sheet } = start("１２", "@", profile);
    expect(await applySuggestion({ at: C2, value: 12 }, { expected: "１２", journal: note })).toMatchObject({ ok: true });
    expect(await undoLast()).toMatchObject({ ok: true });
    expect(sheet.content(1, 2)).toBe("１２");
  });
});
