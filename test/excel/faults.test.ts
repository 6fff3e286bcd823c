import { hostFailureText } from "../../src/core/messages/host-failures.ja";
import type { Result } from "../../src/core/shared/result";
import type { HostFailure } from "../../src/core/sheet/host-failure";
import { goToCell } from "../../src/excel/go-to-cell";
import { readWorkbook } from "../../src/excel/read-workbook";
import { loadSettings, saveSettings } from "../../src/excel/settings-store";
import type { ExcelHost } from "../../workbench/host/host";
import { ltsc2021, ltsc2024, microsoft365, office2019 } from "../../workbench/host/profiles";
import { startHost, workbookOf } from "../workbench/helpers";

const actions: Readonly<Record<string, () => Promise<Result<unknown, HostFailure>>>> = {
  ブックを読む: readWorkbook,
  設定を読む: loadSettings,
  設定を保存する: () => saveSettings('{"version":1}'),
  セルへ移る: () => goToCell({ sheet: "一覧", row: 1, column: 1 }),
};

/** Each fault, and what may come of it: a success, or one of these causes. */
const faults: Readonly<Record<string, { readonly start: (host: ExcelHost) => void; readonly causes: readonly string[] }>> = {
  シートの保護: { start: ({ workbook }) => { for (const sheet of workbook.sheets) sheet.protection.isProtected = true; }, causes: ["ok"] },
  セルの入力中: {
    start: (host) => {
      host.faults.editingCell = true;
      setTimeout(() => { host.finishCellEdit(); }, 20);
    },
    causes: ["ok"],
  },
  読み取り専用: { start: ({ faults: switches }) => { switches.readOnly = true; }, causes: ["ok", "workbook-read-only"] },
  応答の大きさの上限: { start: ({ faults: switches }) => { switches.payloadLimit = 300; }, causes: ["payload-too-large"] },
  応答の遅れ: { start: ({ faults: switches }) => { switches.latency = 15; }, causes: ["ok"] },
  最初の要求での拒否: { start: ({ faults: switches }) => { switches.denyAt = { request: 0, action: 1 }; }, causes: ["access-denied"] },
  次の要求の途中での拒否: { start: ({ faults: switches }) => { switches.denyAt = { request: 1, action: 1 }; }, causes: ["ok", "access-denied"] },
  "シートの削除（要求の間）": {
    start: ({ workbook, faults: switches }) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.findSheet("一覧");
        if (request === 1 && sheet !== undefined) workbook.deleteSheet(sheet);
      };
    },
    causes: ["ok", "sheet-not-found"],
  },
  "シートの名前の変更（要求の間）": {
    start: ({ workbook, faults: switches }) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.findSheet("一覧");
        if (request === 1 && sheet !== undefined) sheet.name = "別の名前";
      };
    },
    causes: ["ok", "sheet-not-found"],
  },
  ほかの人の編集: {
    start: ({ workbook, faults: switches }) => {
      switches.beforeRequest = (request) => {
        const sheet = workbook.sheets[0];
        if (request !== 1 || sheet === undefined) return;
        workbook.remotely(() => {
          sheet.setContent(1, 1, 999);
          workbook.announce(sheet, "B2", "RangeEdited");
        });
      };
    },
    causes: ["ok"],
  },
  ブックを閉じる: { start: ({ faults: switches }) => { switches.closed = true; }, causes: ["workbook-closed"] },
  "ブックを閉じる（要求の間）": {
    start: ({ faults: switches }) => {
      switches.beforeRequest = (request) => { if (request === 1) switches.closed = true; };
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

describe.each(Object.entries(faults))("%s", (_, { start, causes }) => {
  test.each(Object.entries(actions))("%s: 名前の付いた失敗になるか、やり遂げる。途中までの書き込みは残らない", async (name, run) => {
    const { host } = startHost(book());
    start(host);
    const before = host.workbook.customXmlParts.map(({ xml }) => xml);
    const outcome = await run();
    await new Promise((go) => setTimeout(go, 30));
    expect(causes).toContain(outcome.ok ? "ok" : outcome.failure.code);
    const isWrite = name === "設定を保存する";
    expect(host.workbook.customXmlParts).toHaveLength(before.length + (isWrite && outcome.ok ? 1 : 0));
    expect(unhandled).toEqual([]);
    if (!outcome.ok) {
      const text = hostFailureText(outcome.failure);
      expect([text.what, text.untouched, text.next].every((sentence) => sentence.endsWith("。"))).toBe(true);
    }
  });
});

test("点検は、どの失敗でもセルを変えない", async () => {
  for (const { start } of Object.values(faults).filter(({ causes }) => !causes.includes("ok"))) {
    const { host } = startHost(book());
    const before = contents(host);
    start(host);
    await readWorkbook();
    expect(contents(host)).toEqual(before);
  }
});

test.each([ltsc2021, ltsc2024, microsoft365])("$name で、すべての操作が通る", async (profile) => {
  startHost(book(), profile);
  for (const run of Object.values(actions)) expect(await run()).toMatchObject({ ok: true });
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
