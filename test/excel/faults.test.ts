import { hostFailureText } from "../../src/core/messages/host-failures.ja";
import type { Result } from "../../src/core/common/result";
import type { HostFailure } from "../../src/core/sheet/host-failure";
import type { HighlightPlan } from "../../src/core/highlight";
import { applySuggestion } from "../../src/excel/apply-suggestion";
import { goToCell } from "../../src/excel/go-to-cell";
import { applyHighlights, clearHighlights, hasHighlights } from "../../src/excel/highlights";
import { forgetLast, listJournal, undoLast } from "../../src/excel/journal";
import { readWorkbook } from "../../src/excel/read-workbook";
import { readSelection } from "../../src/excel/selection";
import { loadSettings, saveSettings } from "../../src/excel/settings-store";
import { watchChanges, watchSelection } from "../../src/excel/watch";
import type { ExcelHost } from "../../workbench/host/host";
import type { ConditionalFormatModel } from "../../workbench/host/model/parts";
import { office2019, profiles, type Profile } from "../../workbench/host/profiles";
import { startHost, workbookOf } from "../workbench/helpers";

const note = (id: string) => ({ id, at: "2026-11-26T12:00:00Z", label: "した" });

const plan: HighlightPlan = {
  omitted: 0,
  blocks: [
    { sheet: "一覧", region: { top: 3, left: 1, bottom: 3, right: 1 }, rule: "x-y", severity: "error", formula: '=AND(LEN(B4)=0,N("shinchoku:x-y/error")=0)', textMark: null },
    { sheet: "参考", region: { top: 0, left: 0, bottom: 0, right: 0 }, rule: "x-y", severity: "info", formula: '=AND(ISTEXT(A1),N("shinchoku:x-y/info")=0)', textMark: null },
  ],
};

/** Each reads, or writes; before it runs `prepare` has brought the workbook to where it makes sense. */
interface Action {
  readonly prepare?: () => Promise<Result<unknown, HostFailure>>;
  readonly run: () => Promise<Result<unknown, HostFailure>>;
  readonly writes?: true;
}

const stopped = async (watching: Promise<Result<() => Promise<void>, HostFailure>>): Promise<Result<unknown, HostFailure>> => {
  const watch = await watching;
  if (watch.ok) await watch.value();
  return watch;
};

const actions: Readonly<Record<string, Action>> = {
  ブックを読む: { run: () => readWorkbook({ signal: new AbortController().signal, onProgress: () => undefined }) },
  設定を読む: { run: loadSettings },
  設定を保存する: { run: () => saveSettings('{"version":1}'), writes: true },
  "設定を、戻せるように保存する": { prepare: () => saveSettings('{"version":0}', { journal: note("0") }), run: () => saveSettings('{"version":1}', { journal: note("1") }), writes: true },
  セルへ移る: { run: () => goToCell({ sheet: "一覧", row: 1, column: 1 }) },
  選んだ場所を読む: { run: readSelection },
  編集を見守る: { run: () => stopped(watchChanges(() => undefined)) },
  選択を見守る: { run: () => stopped(watchSelection(() => undefined)) },
  色を付ける: { run: () => applyHighlights(plan, { journal: note("1") }), writes: true },
  色を付け直す: { prepare: () => applyHighlights(plan), run: () => applyHighlights({ ...plan, blocks: plan.blocks.slice(1) }, { journal: note("1") }), writes: true },
  色を消す: { prepare: () => applyHighlights(plan, { journal: note("0") }), run: () => clearHighlights({ journal: note("1") }), writes: true },
  色があるか調べる: { prepare: () => applyHighlights(plan), run: hasHighlights },
  候補を入れる: { run: () => applySuggestion({ at: { sheet: "一覧", row: 1, column: 1 }, value: "=1" }, { expected: 100, journal: note("1") }), writes: true },
  記録を読む: { prepare: () => saveSettings("{}", { journal: note("0") }), run: listJournal },
  色付けを元に戻す: { prepare: () => applyHighlights(plan, { journal: note("0") }), run: undoLast, writes: true },
  消した色を元に戻す: { prepare: async () => { await applyHighlights(plan); return clearHighlights({ journal: note("0") }); }, run: undoLast, writes: true },
  直した値を元に戻す: { prepare: () => applySuggestion({ at: { sheet: "一覧", row: 1, column: 1 }, value: "=1" }, { expected: 100, journal: note("0") }), run: undoLast, writes: true },
  設定を元に戻す: { prepare: () => saveSettings("{}", { journal: note("0") }), run: undoLast, writes: true },
  記録を忘れる: { prepare: () => saveSettings("{}", { journal: note("0") }), run: forgetLast, writes: true },
};

/** Each fault, and what may come of it: a success, or one of these causes. */
const faults: Readonly<Record<string, { readonly start: (host: ExcelHost, first: number) => void; readonly causes: readonly string[]; /** The fault itself edits the workbook. */ readonly edits?: true }>> = {
  シートの保護: { start: ({ workbook }) => { for (const sheet of workbook.sheets) sheet.protection.isProtected = true; }, causes: ["ok", "sheet-protected"] },
  セルの入力中: {
    start: (host) => {
      host.faults.editingCell = true;
      setTimeout(() => { host.finishCellEdit(); }, 20);
    },
    causes: ["ok"],
  },
  読み取り専用: { start: ({ faults: switches }) => { switches.readOnly = true; }, causes: ["ok", "workbook-read-only"] },
  応答の大きさの上限: { start: ({ faults: switches }) => { switches.payloadLimit = 300; }, causes: ["payload-too-large"] },
  "要求ごとの失敗（始める前）": { start: ({ faults: switches }, first) => { switches.failAt = { request: first + 1, when: "before" }; }, causes: ["ok", "unexpected", "no-cell-selected"] },
  "要求ごとの失敗（返事が失われる）": { start: ({ faults: switches }, first) => { switches.failAt = { request: first + 1, when: "after" }; }, causes: ["ok", "unexpected"] },
  "書く要求の返事が失われる": { start: ({ faults: switches }, first) => { switches.failAt = { request: first + 2, when: "after" }; }, causes: ["ok", "unexpected"] },
  図形の選択: { start: ({ faults: switches }) => { switches.shapeSelected = true; }, causes: ["ok", "no-cell-selected"] },
  読めない条件付き書式: { start: ({ faults: switches }) => { switches.unreadableRule = ({ formula }) => formula === "=FOREIGN"; }, causes: ["ok"] },
  応答の遅れ: { start: ({ faults: switches }) => { switches.latency = 15; }, causes: ["ok"] },
  最初の要求での拒否: { start: ({ faults: switches }, first) => { switches.denyAt = { request: first, action: 1 }; }, causes: ["access-denied"] },
  次の要求の途中での拒否: { start: ({ faults: switches }, first) => { switches.denyAt = { request: first + 1, action: 1 }; }, causes: ["ok", "access-denied"] },
  "シートの削除（要求の間）": {
    start: ({ workbook, faults: switches }, first) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.findSheet("一覧");
        if (request === first + 1 && sheet !== undefined) workbook.deleteSheet(sheet);
      };
    },
    causes: ["ok", "sheet-not-found", "changed-meanwhile", "undo-changed"],
    edits: true,
  },
  "シートの名前の変更（要求の間）": {
    start: ({ workbook, faults: switches }, first) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.findSheet("一覧");
        if (request === first + 1 && sheet !== undefined) sheet.name = "別の名前";
      };
    },
    causes: ["ok", "sheet-not-found", "changed-meanwhile", "undo-changed"],
    edits: true,
  },
  ほかの人の編集: {
    start: ({ workbook, faults: switches }, first) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.sheets[0];
        if (request !== first + 1 || sheet === undefined) return;
        workbook.remotely(() => {
          sheet.setContent(1, 1, 999);
          workbook.announce(sheet, "B2", "RangeEdited");
        });
      };
    },
    causes: ["ok", "cell-changed", "undo-changed"],
    edits: true,
  },
  ブックを閉じる: { start: ({ faults: switches }) => { switches.closed = true; }, causes: ["workbook-closed"] },
  "ブックを閉じる（要求の間）": {
    start: ({ faults: switches }, first) => {
      switches.beforeRequest = (request) => { if (request === first + 1) switches.closed = true; };
    },
    causes: ["ok", "workbook-closed"],
  },
};

const unhandled: unknown[] = [];
const collect = (reason: unknown): void => { unhandled.push(reason); };
beforeAll(() => { process.on("unhandledRejection", collect); });
afterAll(() => { process.off("unhandledRejection", collect); });

const book = (): ReturnType<typeof workbookOf> => workbookOf({ 一覧: [["指標", "目標"], ["人口", 100], ["観光", 200]], 参考: [["メモ"]] });
const contents = (host: ExcelHost): unknown => host.workbook.sheets.map((sheet) => [...sheet.rows].map(([row, cells]) => [row, [...cells].map(([column, { content }]) => [column, content])]));

function foreignRule(): ConditionalFormatModel {
  return {
    id: "{foreign}", type: "Custom", regions: [{ top: 0, left: 0, bottom: 9, right: 3 }], priority: 0, stopIfTrue: false, formula: "=FOREIGN", rule: {}, fill: "#00FF00",
    fontColor: undefined, bold: undefined, italic: undefined, strikethrough: undefined, underline: undefined, numberFormat: undefined, borders: {},
  };
}

/** What the workbook says, as far as any of our actions could change it. */
function stateOf({ workbook }: ExcelHost): unknown {
  return {
    cells: workbook.sheets.map((sheet) => [...sheet.rows].map(([row, cells]) => [row, [...cells].map(([column, { content, formula, style }]) => [column, content, formula, style])])),
    rules: workbook.sheets.map(({ conditionalFormats }) => [...conditionalFormats].sort((one, other) => one.priority - other.priority).map((rule) => ({ ...rule, id: "", priority: 0 }))),
    parts: workbook.customXmlParts.map(({ xml }) => xml).sort(),
  };
}

async function startWith({ prepare }: Action, profile?: Profile): Promise<ExcelHost> {
  const { host } = startHost(book(), profile);
  host.workbook.findSheet("一覧")?.conditionalFormats.push(foreignRule());
  if (prepare !== undefined) expect(await prepare()).toMatchObject({ ok: true });
  return host;
}

/** The workbook after the action where nothing goes wrong. */
async function doneState(action: Action): Promise<unknown> {
  const host = await startWith(action);
  expect(await action.run()).toMatchObject({ ok: true });
  return stateOf(host);
}

function checkText(failure: HostFailure): void {
  const text = hostFailureText(failure);
  expect([text.what, text.untouched, text.next].every((sentence) => sentence.endsWith("。"))).toBe(true);
}

describe.each(Object.entries(faults))("%s", (name, { start, causes, edits }) => {
  test.each(Object.entries(actions))("%s: 名前の付いた失敗になるか、やり遂げる。途中までの書き込みは残らない", async (_, action) => {
    const host = await startWith(action);
    const before = stateOf(host);
    start(host, host.log.requests.length);
    const outcome = await action.run();
    await new Promise((go) => setTimeout(go, 30));
    expect(causes).toContain(outcome.ok ? "ok" : outcome.failure.code);
    expect(unhandled).toEqual([]);
    if (!outcome.ok) checkText(outcome.failure);
    if (edits === true || name === "シートの保護") return;
    expect(stateOf(host)).toEqual(outcome.ok && action.writes === true ? await doneState(action) : before);
  });
});

const writing = Object.entries(actions).filter(([, { writes }]) => writes === true);

describe.each(writing)("%s: どの要求のどの操作で断られても", (_, action) => {
  const places = [2, 3, 4].flatMap((request) => [0, 1, 3, 8, 13, 21].map((at) => [request, at] as const));

  test.each(places)("要求%i の操作%i: 元のままか、やり遂げる", async (request, at) => {
    const host = await startWith(action);
    const before = stateOf(host);
    host.faults.denyAt = { request: host.log.requests.length + request, action: at };
    const outcome = await action.run();
    expect(outcome.ok ? "ok" : outcome.failure.code).toMatch(/^(?:ok|access-denied)$/u);
    expect(stateOf(host)).toEqual(outcome.ok ? await doneState(action) : before);
  });

  test.each([2, 3, 4].flatMap((request) => (["before", "after"] as const).map((when) => [request, when] as const)))("要求%i が失われても（%s）: 元のままか、やり遂げる", async (request, when) => {
    const host = await startWith(action);
    const before = stateOf(host);
    host.faults.failAt = { request: host.log.requests.length + request, when };
    const outcome = await action.run();
    expect(outcome.ok ? "ok" : outcome.failure.code).toMatch(/^(?:ok|unexpected)$/u);
    expect(stateOf(host)).toEqual(outcome.ok ? await doneState(action) : before);
  });
});

test("点検は、どの失敗でもセルを変えない", async () => {
  for (const { start } of Object.values(faults).filter(({ causes }) => !causes.includes("ok"))) {
    const { host } = startHost(book());
    const before = contents(host);
    start(host, 0);
    await readWorkbook();
    expect(contents(host)).toEqual(before);
  }
});

describe.each(profiles)("$name で", (profile) => {
  test.each(Object.entries(actions))("%sことができる", async (_, action) => {
    await startWith(action, profile);
    expect(await action.run()).toMatchObject({ ok: true });
  });
});

test("古い Excel では、必要な版を告げる失敗になる", async () => {
  startHost(book(), office2019);
  expect(await readWorkbook()).toMatchObject({ ok: false, failure: { code: "unsupported" } });
});

test("保存した設定は、読み直すと同じ文字になる", async () => {
  startHost(book());
  const json = '{"note":"<人口> & \\"目標\\"\\n２行目"}';
  await saveSettings(json);
  expect(await loadSettings()).toEqual({ ok: true, value: json });
  await saveSettings("{}");
  expect(await loadSettings()).toEqual({ ok: true, value: "{}" });
});

test("隠れているシートへは移らず、その旨を告げる", async () => {
  const { host } = startHost(book());
  const sheet = host.workbook.findSheet("参考");
  if (sheet !== undefined) sheet.visibility = "hidden";
  expect(await goToCell({ sheet: "参考", row: 0, column: 0 })).toEqual({ ok: false, failure: { code: "sheet-hidden", sheet: "参考" } });
});
