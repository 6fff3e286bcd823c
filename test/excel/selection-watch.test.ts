import { hostFailureText } from "../../src/core/messages/host-failures.ja";
import { clearMarks } from "../../src/commands/clear-marks";
import { applySuggestion } from "../../src/excel/apply-suggestion";
import { applyHighlights } from "../../src/excel/highlights";
import { describeHost, excelApiMissing } from "../../src/excel/host";
import { listJournal, undoLast } from "../../src/excel/journal";
import { takeNotice } from "../../src/excel/notice";
import { openBook } from "../../src/excel/open-book";
import { readWorkbook, type ReadProgress } from "../../src/excel/read-workbook";
import { readSelection } from "../../src/excel/selection";
import { writeSummary } from "../../src/excel/summary";
import { watchChanges, watchSelection, type SelectedPlace, type SheetChange } from "../../src/excel/watch";
import { ltsc2021, office2019 } from "../../workbench/host/profiles";
import { User } from "../../workbench/host/user";
import { startHost, workbookOf } from "../workbench/helpers";
import { ours, planWith } from "./summary/books";
import { note, openSample } from "./summary/sample-plans";

const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 40));
const book = (): ReturnType<typeof workbookOf> => workbookOf({ 一覧: [["指標", "目標"], ["人口", 100], ["観光", null]], 参考: [["メモ"]] });

describe("選択", () => {
  test.each([[["B2:C9"], { top: 1, left: 1, bottom: 8, right: 2 }, "100"], [["B3", "A1"], { top: 2, left: 1, bottom: 2, right: 1 }, ""], [["A:A"], { top: 0, left: 0, bottom: 1_048_575, right: 0 }, "指標"]] as const)("%j を読む", async (addresses, region, text) => {
    const { host } = startHost(book());
    new User(host).select("一覧", ...addresses);
    expect(await readSelection()).toEqual({ ok: true, value: { sheet: "一覧", region, text } });
    expect(host.log.requests).toHaveLength(1);
  });

  test("図形を選んでいるときは、その旨を告げる", async () => {
    const { host } = startHost(book());
    host.faults.shapeSelected = true;
    expect(await readSelection()).toEqual({ ok: false, failure: { code: "no-cell-selected" } });
  });
});

describe("見守る", () => {
  test("編集されたシートの名前を告げ、止めたあとは告げない", async () => {
    const { host } = startHost(book());
    const user = new User(host);
    const changes: SheetChange[] = [];
    const watch = await watchChanges((change) => { changes.push(change); });
    if (!watch.ok) throw new Error(watch.failure.code);
    user.type("一覧", "B3", "5");
    await settle();
    user.renameSheet("参考", "別名");
    host.workbook.remotely(() => { user.type("別名", "A1", "済"); });
    await settle();
    expect(changes).toEqual([{ sheet: "一覧", isRemote: false }, { sheet: "別名", isRemote: true }]);
    await watch.value();
    user.type("一覧", "B3", "6");
    await settle();
    expect(changes).toHaveLength(2);
  });

  describe.each([["誰の変更かを Excel が告げる版", "1.14"], ["告げない版", "1.13"]])("自分の書き込み（%s）", (_, version) => {
    const profile = { ...ltsc2021, requirementSets: { ...ltsc2021.requirementSets, ExcelApi: version } };
    const suggestion = { at: { sheet: "一覧", row: 1, column: 1 }, value: 120 };
    const journal = { id: "1", at: "2026-11-26T09:00:00+09:00", label: "B2 を「120」に直した" };
    const start = async (): Promise<{ readonly user: User; readonly changes: SheetChange[]; readonly host: ReturnType<typeof startHost>["host"] }> => {
      const { host } = startHost(book(), profile);
      const changes: SheetChange[] = [];
      await watchChanges((change) => { changes.push(change); });
      return { user: new User(host), changes, host };
    };

    test("候補を入れ、元に戻しても、告げない", async () => {
      const { changes } = await start();
      expect(await applySuggestion(suggestion, { expected: 100, journal })).toMatchObject({ ok: true });
      expect(await undoLast()).toMatchObject({ ok: true });
      await settle();
      expect(changes).toEqual([]);
    });

    test.each([["ほかのセル", "B3", "5"], ["同じセル", "B2", "121"], ["ほかのセルの同じ値", "B3", "120"]])("その直後の人の入力（%s）は、告げる", async (_name, cell, value) => {
      const { user, changes } = await start();
      await applySuggestion(suggestion, { expected: 100, journal });
      user.type("一覧", cell, value);
      await settle();
      expect(changes).toEqual([{ sheet: "一覧", isRemote: false }]);
    });

    test("人が変え、書き込んだ値にまた戻しても、どちらも告げる", async () => {
      const { user, changes } = await start();
      await applySuggestion(suggestion, { expected: 100, journal });
      await settle();
      user.type("一覧", "B2", "121");
      await settle();
      user.type("一覧", "B2", "120");
      await settle();
      expect(changes).toHaveLength(2);
    });

    test("行がずれてから同じ番地に同じ値を入れても、告げる", async () => {
      const { user, changes } = await start();
      await applySuggestion(suggestion, { expected: 100, journal });
      await settle();
      user.insertRows("一覧", 1, 1);
      await settle();
      user.type("一覧", "B2", "120");
      await settle();
      expect(changes).toHaveLength(2);
    });

    test("ほかの人が同じ値を入れても、その人の変更として告げる", async () => {
      const { user, changes, host } = await start();
      await applySuggestion(suggestion, { expected: 100, journal });
      await settle();
      host.workbook.remotely(() => { user.type("一覧", "B2", "120"); });
      await settle();
      expect(changes).toEqual([{ sheet: "一覧", isRemote: true }]);
    });
  });

  test("集計シートを作り、その所見に入力し、元に戻しても、告げない。市のシートは告げる", async () => {
    const { host } = startHost(openSample("d01-ebetsu-3rd-kpi.xlsx"));
    const user = new User(host);
    const changes: SheetChange[] = [];
    await watchChanges((change) => { changes.push(change); });
    const plan = planWith("d01-ebetsu-3rd-kpi.xlsx");
    expect(await writeSummary(plan, { journal: note() })).toMatchObject({ ok: true });
    await settle();
    const sheet = ours(host.workbook, "missing-targets");
    user.type(sheet.name, "I6", "来年度に設定");
    user.renameSheet(sheet.name, "目標値の照会");
    user.type("目標値の照会", "I7", "検討中");
    await settle();
    expect(await writeSummary(plan, { journal: note() })).toMatchObject({ ok: true });
    expect(await undoLast()).toMatchObject({ ok: true });
    await settle();
    expect(changes).toEqual([]);
    const city = host.workbook.sheets[0]?.name ?? "";
    user.type(city, "Z1", "済");
    await settle();
    expect(changes).toEqual([{ sheet: city, isRemote: false }]);
  });

  test("続けざまの編集は、まとめて告げる", async () => {
    const { host } = startHost(book());
    const changes: SheetChange[] = [];
    await watchChanges((change) => { changes.push(change); });
    const before = host.log.requests.length;
    host.faults.latency = 10;
    for (let row = 1; row <= 30; row++) new User(host).type("一覧", `A${String(row)}`, "x");
    await settle();
    await settle();
    expect(host.log.requests.length - before).toBeLessThanOrEqual(2);
    expect(changes.length).toBeLessThanOrEqual(2);
    expect(changes.length).toBeGreaterThan(0);
  });

  test("選ばれたセルを告げる", async () => {
    const { host } = startHost(book());
    const places: SelectedPlace[] = [];
    const watch = await watchSelection((place) => { places.push(place); });
    new User(host).select("一覧", "B2:C3");
    await settle();
    expect(places.at(-1)).toEqual({ sheet: "一覧", row: 1, column: 1 });
    new User(host).select("一覧", "C:C");
    await settle();
    expect(places.at(-1)).toEqual({ sheet: "一覧", row: 0, column: 2 });
    if (watch.ok) await watch.value();
  });
});

describe("読み取りの進み具合と中止", () => {
  test("進み具合は、シート、セル、結合の順に、戻らずに進む", async () => {
    startHost(book());
    const seen: ReadProgress[] = [];
    await readWorkbook({ onProgress: (progress) => { seen.push(progress); } });
    expect(seen.map(({ step, done, of }) => `${step} ${String(done)}/${String(of)}`)).toEqual(["sheets 0/2", "sheets 1/2", "sheets 2/2", "cells 0/7", "cells 7/7", "merges 0/1", "merges 1/1"]);
  });

  test("途中で止めると、すぐに終わる", async () => {
    const { host } = startHost(book());
    const controller = new AbortController();
    const outcome = await readWorkbook({ signal: controller.signal, onProgress: ({ step }) => { if (step === "cells") controller.abort(); } });
    expect(outcome).toEqual({ ok: false, failure: { code: "cancelled" } });
    await settle();
    expect(host.log.requests.length).toBeLessThanOrEqual(4);
    expect(await readWorkbook({ signal: AbortSignal.abort() })).toEqual({ ok: false, failure: { code: "cancelled" } });
  });

  test("セルの入力を待っている間も、止められる", async () => {
    const { host } = startHost(book());
    host.faults.editingCell = true;
    const controller = new AbortController();
    setTimeout(() => { controller.abort(); }, 20);
    expect(await readWorkbook({ signal: controller.signal })).toEqual({ ok: false, failure: { code: "cancelled" } });
    host.finishCellEdit();
    await settle();
  });
});

describe("Excel の様子", () => {
  test("足りる版では何も言わず、足りない版では持っている版を言う", () => {
    startHost(book(), ltsc2021);
    expect(excelApiMissing()).toBeNull();
    startHost(book(), office2019);
    expect(excelApiMissing()).toBe("1.7");
  });

  test("情報政策課に伝える内容に、要件セットの版が並ぶ", () => {
    startHost(book(), ltsc2021);
    expect(describeHost().sets).toEqual(expect.arrayContaining(["ExcelApi 1.14", "DialogApi 1.2"]));
  });

  test("ブックを開けないときは、その旨の失敗になる", async () => {
    const { host } = startHost(book());
    expect(await openBook("UEsDBA==")).toEqual({ ok: true, value: undefined });
    expect(host.opened).toEqual(["UEsDBA=="]);
    host.faults.refuseCreateWorkbook = true;
    expect(await openBook("UEsDBA==")).toMatchObject({ ok: false, failure: { code: "access-denied" } });
  });
});

describe("リボンの「色付けを消す」", () => {
  const plan = { omitted: 0, blocks: [{ sheet: "一覧", region: { top: 2, left: 1, bottom: 2, right: 1 }, rule: "x-y", severity: "error" as const, formula: '=AND(LEN(B3)=0,N("shinchoku:x-y/error")=0)', textMark: null }] };
  const now = (): Date => new Date(Date.UTC(2026, 10, 26));
  const storage = new Map<string, string>();
  beforeAll(() => {
    Object.assign(globalThis, { localStorage: { getItem: (key: string) => storage.get(key) ?? null, setItem: (key: string, value: string) => { storage.set(key, value); }, removeItem: (key: string) => { storage.delete(key); } } });
  });
  afterAll(() => { Reflect.deleteProperty(globalThis, "localStorage"); });

  test("色を消し、元に戻せるように記録する", async () => {
    const { host } = startHost(book());
    await applyHighlights(plan);
    await clearMarks(now);
    expect(host.workbook.findSheet("一覧")?.conditionalFormats).toEqual([]);
    expect(await listJournal()).toMatchObject({ ok: true, value: [{ kind: "highlights-off", label: "色付けを消した" }] });
    // An open pane hears of it; nothing is left for one that is opened later.
    expect(takeNotice()).toBeNull();
  });

  test("保護や失敗で消せなかったときは、作業ウィンドウへの言づてを一度だけ残す", async () => {
    const { host } = startHost(book());
    await applyHighlights(plan);
    const sheet = host.workbook.findSheet("一覧");
    if (sheet !== undefined) sheet.protection.isProtected = true;
    await clearMarks(now);
    expect(takeNotice()).toEqual({ at: now().toISOString(), what: { kind: "still-colored", sheets: ["一覧"] } });
    expect(takeNotice()).toBeNull();
    host.faults.closed = true;
    await clearMarks(now);
    const notice = takeNotice();
    expect(notice?.what.kind === "failed" && hostFailureText(notice.what.failure).what).toContain("閉じられた");
  });
});
