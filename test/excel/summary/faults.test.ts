import { hostFailureText } from "../../../src/core/messages/host-failures.ja";
import type { ReportPlan } from "../../../src/core/report";
import { previewSummary, writeSummary } from "../../../src/excel/summary";
import type { ExcelHost } from "../../../workbench/host/host";
import { ltsc2021, ltsc2024, microsoft365, office2019 } from "../../../workbench/host/profiles";
import { User } from "../../../workbench/host/user";
import { startHost } from "../../workbench/helpers";
import { ours, planWith, stateOf } from "./books";
import { openSample } from "./sample-plans";

const SAMPLE = "d12-clean.xlsx";
const JOURNAL = { id: "make-2", at: "2026-03-31T09:00:00Z", label: "まとめシートを作成" };

const first = planWith(SAMPLE);
const second: ReportPlan = first;

/** A workbook whose summary was made once and written into. */
async function made(): Promise<ExcelHost> {
  const { host } = startHost(openSample(SAMPLE));
  const written = await writeSummary(first, { journal: { ...JOURNAL, id: "make-1" } });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  const user = new User(host, () => new Date(2026, 2, 31));
  user.type("総括", "H2", "欄外の考察");
  return host;
}

const remake = (): ReturnType<typeof writeSummary> => writeSummary(second, { journal: JOURNAL });

/** What a run does that nothing disturbs: its requests, and the workbook after it. */
async function undisturbed(): Promise<{ readonly requests: readonly (readonly string[])[]; readonly before: string; readonly after: string; readonly afterWithoutPages: string }> {
  const host = await made();
  const before = JSON.stringify(stateOf(host.workbook));
  host.log.clear();
  const written = await remake();
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return {
    requests: host.log.requests.map(({ actions }) => actions),
    before,
    after: JSON.stringify(stateOf(host.workbook)),
    afterWithoutPages: JSON.stringify(stateOf(host.workbook, { pages: false })),
  };
}

/** Before, after, or something between, which there must not be. */
async function outcomeOf(host: ExcelHost, clean: Awaited<ReturnType<typeof undisturbed>>): Promise<string> {
  const written = await remake();
  const state = JSON.stringify(stateOf(host.workbook));
  if (!written.ok) {
    const text = hostFailureText(written.failure);
    expect([text.what, text.untouched, text.next].every((sentence) => sentence.endsWith("。"))).toBe(true);
    return state === clean.before ? "before" : `between, failed with ${written.failure.code}`;
  }
  if (state === clean.after) return "after";
  if (written.value.pagesRefused && JSON.stringify(stateOf(host.workbook, { pages: false })) === clean.afterWithoutPages) return "after, pages as Excel has them";
  return "between, said to be done";
}

test("作り直しのどの要求が失敗しても、ブックは元のままか、作り直したあとかのどちらかになる", async () => {
  const clean = await undisturbed();
  expect(clean.requests.length).toBeLessThanOrEqual(8);
  const outcomes = new Map<string, string>();
  const last = clean.requests.length - 1;
  for (let request = 0; request <= last; request++) {
    for (const when of ["before", "after"] as const) {
      const host = await made();
      host.faults.failAt = { request: host.nextRequest + request, when };
      outcomes.set(`${String(request)} ${when}`, await outcomeOf(host, clean));
    }
  }
  // Nothing is kept of a request that fails before the last; the page set-up may fail alone.
  const pages = last - 1;
  expect(Object.fromEntries(outcomes)).toEqual(
    Object.fromEntries([...outcomes.keys()].map((key) => [key, key === `${String(last)} after` ? "after" : key.startsWith(`${String(pages)} `) ? (key.endsWith("after") ? expect.stringMatching(/^after/u) : "after, pages as Excel has them") : "before"])),
  );
});

test("入れ替える要求のどの操作が断られても、元のままか、作り直したあとになる", async () => {
  const clean = await undisturbed();
  const last = clean.requests.length - 1;
  const count = clean.requests[last]!.length;
  expect(count).toBeGreaterThan(20);
  const outcomes: string[] = [];
  let host = await made();
  for (let action = 0; action < count; action++) {
    // A workbook that is as before serves once more: what was put back must bear that, too.
    if (outcomes.at(-1) !== "before") host = await made();
    host.faults.denyAt = { request: host.nextRequest + last, action };
    outcomes.push(await outcomeOf(host, clean));
  }
  expect([...new Set(outcomes)].filter((outcome) => outcome !== "before" && outcome !== "after")).toEqual([]);
  expect(outcomes).toContain("before");
});

test("作る途中の要求の、初め・中ほど・終わりの操作が断られても、元のままになる", async () => {
  const clean = await undisturbed();
  const last = clean.requests.length - 1;
  for (let request = 0; request < last; request++) {
    const count = clean.requests[request]!.length;
    let host = await made();
    for (const action of [0, count >> 1, count - 1]) {
      if (request === last - 1) host = await made();
      host.faults.denyAt = { request: host.nextRequest + request, action };
      const outcome = await outcomeOf(host, clean);
      expect([request, action, outcome]).toEqual([request, action, request === last - 1 ? expect.stringMatching(/^after/u) : "before"]);
    }
  }
});

test("どの要求の前で中止しても、元のままになる", async () => {
  const clean = await undisturbed();
  for (let request = 0; request < clean.requests.length; request++) {
    const host = await made();
    const abort = new AbortController();
    const from = host.nextRequest;
    host.faults.beforeRequest = (number) => { if (number === from + request) abort.abort(); };
    const written = await writeSummary(second, { journal: JOURNAL, signal: abort.signal });
    if (request === clean.requests.length - 1) {
      // Once everything is on its way, it is done.
      expect(written.ok).toBe(true);
      continue;
    }
    expect([request, written]).toEqual([request, { ok: false, failure: { code: "cancelled" } }]);
    expect(JSON.stringify(stateOf(host.workbook)) === clean.before).toBe(true);
  }
});

test("取り消しまで断られたときは、途中であることを告げ、次に作るときに片付ける", async () => {
  const clean = await undisturbed();
  const host = await made();
  const from = host.nextRequest;
  host.faults.failAt = { request: from + 4, when: "after" };
  host.faults.denyAt = { request: from + 7, action: 0 };
  const written = await remake();
  expect(written).toMatchObject({ ok: false, failure: { code: "half-done", what: "summary" } });
  host.faults.failAt = undefined;
  host.faults.denyAt = undefined;
  const again = await remake();
  expect(again.ok).toBe(true);
  expect(host.workbook.sheets.map(({ name, visibility }) => [name, visibility])).toEqual((JSON.parse(clean.after) as { sheets: readonly { readonly name: string; readonly visibility: string }[] }).sheets.map(({ name, visibility }) => [name, visibility]));
});

test("ブックの構成が保護されていれば、何もせずに断る", async () => {
  const { host } = startHost(openSample(SAMPLE));
  host.workbook.isStructureProtected = true;
  const before = JSON.stringify(stateOf(host.workbook));
  expect(await writeSummary(first, { journal: JOURNAL })).toEqual({ ok: false, failure: { code: "workbook-protected" } });
  expect(await previewSummary(first)).toEqual({ ok: false, failure: { code: "workbook-protected" } });
  expect(JSON.stringify(stateOf(host.workbook)) === before).toBe(true);
});

test("プリンターのない PC では、印刷の設定だけをあきらめて作り、そう告げる", async () => {
  const { host } = startHost(openSample(SAMPLE));
  host.faults.noPrinter = true;
  const written = await writeSummary(first, { journal: JOURNAL });
  expect(written).toMatchObject({ ok: true, value: { pagesRefused: true } });
  expect(ours(host.workbook, "summary").charts.length).toBeGreaterThan(0);
});

test("グラフが作れない Excel では、何も残さずに断る", async () => {
  const host = await made();
  const before = JSON.stringify(stateOf(host.workbook));
  host.faults.refuseCharts = true;
  expect(await remake()).toMatchObject({ ok: false });
  expect(JSON.stringify(stateOf(host.workbook)) === before).toBe(true);
});

test.each([ltsc2021, ltsc2024, microsoft365])("$name で作れる", async (profile) => {
  startHost(openSample(SAMPLE), profile);
  expect(await writeSummary(first, { journal: JOURNAL })).toMatchObject({ ok: true });
});

test("古い Excel では、必要な版を告げる失敗になる", async () => {
  startHost(openSample(SAMPLE), office2019);
  expect(await writeSummary(first, { journal: JOURNAL })).toMatchObject({ ok: false, failure: { code: "unsupported" } });
});

test("前もって見せる内容は、作った結果と同じで、何も変えない", async () => {
  const host = await made();
  const before = JSON.stringify(stateOf(host.workbook));
  const from = host.nextRequest;
  const preview = await previewSummary(second);
  expect(host.nextRequest - from).toBe(2);
  expect(JSON.stringify(stateOf(host.workbook)) === before).toBe(true);
  const written = await remake();
  if (!preview.ok || !written.ok) throw new Error("failed");
  expect([preview.value.willMake, preview.value.willRemake, preview.value.renamedBecauseTaken]).toEqual([written.value.made, written.value.remade, written.value.renamedBecauseTaken]);
});
