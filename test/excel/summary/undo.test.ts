import type { JournalEntry } from "../../../src/core/journal";
import { toA1 } from "../../../src/core/sheet/address";
import { listJournal } from "../../../src/excel/journal";
import { undoSummary, writeSummary } from "../../../src/excel/summary";
import type { ExcelHost } from "../../../workbench/host/host";
import { User } from "../../../workbench/host/user";
import { startHost } from "../../workbench/helpers";
import { ours, planWith, stateOf } from "./books";
import { note, openSample } from "./sample-plans";

const SAMPLE = "d12-clean.xlsx";
const plan = planWith(SAMPLE);
/** Cells of 指標一覧 in which people write. */
const ANSWERS = plan.sheets.find(({ key }) => key === "indicators")!.rows.flatMap(({ cells }, row) => cells.flatMap((cell, column) => (cell?.role === "answer" ? [{ row, column }] : [])));

async function open(makes: number): Promise<{ readonly host: ExcelHost; readonly user: User; readonly states: readonly string[] }> {
  const { host } = startHost(openSample(SAMPLE));
  const user = new User(host, () => new Date(2026, 2, 31));
  const states = [visible(host)];
  for (let n = 0; n < makes; n++) {
    const written = await writeSummary(plan, { journal: note() });
    if (!written.ok) throw new Error(JSON.stringify(written.failure));
    // In the first one, so that it is there to be brought back.
    if (n === 0) user.type("指標一覧", toA1(ANSWERS[0]!), "重点的に進める");
    states.push(visible(host));
  }
  return { host, user, states };
}

/** What a person sees; not how often anything was made. */
function visible({ workbook }: ExcelHost): string {
  const { sheets } = stateOf(workbook) as { readonly sheets: readonly { readonly visibility: string; readonly owner: unknown }[] };
  return JSON.stringify(sheets.filter(({ visibility }) => visibility === "visible"));
}

async function newest(): Promise<Extract<JournalEntry, { readonly kind: "summary" }>> {
  const listed = await listJournal();
  const entry = listed.ok ? listed.value.at(-1) : undefined;
  if (entry?.kind !== "summary") throw new Error("no summary in the journal");
  return entry;
}

test("初めて作ったものを元に戻すと、シートも記録もなくなる", async () => {
  const { host, states } = await openUntyped();
  expect(await undoSummary(await newest())).toEqual({ ok: true, value: undefined });
  expect(visible(host) === states[0]).toBe(true);
  expect(host.workbook.sheets.every(({ customProperties }) => customProperties.length === 0)).toBe(true);
  expect(host.workbook.customXmlParts.map(({ xml }) => xml).filter((xml) => xml.includes("summary:1"))).toEqual([]);
  expect(await listJournal()).toEqual({ ok: true, value: [] });
});

async function openUntyped(): Promise<{ readonly host: ExcelHost; readonly states: readonly string[] }> {
  const { host } = startHost(openSample(SAMPLE));
  const states = [visible(host)];
  await writeSummary(plan, { journal: note() });
  return { host, states };
}

test("作り直しを元に戻すと、前回のシートが書き込みごと戻る", async () => {
  const { host, states } = await open(2);
  expect(states[1] === states[2]).toBe(false);
  const entry = await newest();
  expect(await undoSummary(entry)).toEqual({ ok: true, value: undefined });
  expect(visible(host) === states[1]).toBe(true);
  expect(ours(host.workbook, "indicators").content(ANSWERS[0]!.row, ANSWERS[0]!.column)).toBe("重点的に進める");
  expect((await newest()).id).not.toBe(entry.id);
  // It can be made again from there, and nothing typed is lost.
  const again = await writeSummary(plan, { journal: note() });
  expect(again).toMatchObject({ ok: true, value: { answersKept: 1, listed: [] } });
});

test("その後に書き込みがあれば、元に戻さずにそう告げる", async () => {
  const { host, user } = await open(2);
  const entry = await newest();
  user.type("総括", "A20", "あとから書いた");
  const before = visible(host);
  expect(await undoSummary(entry)).toEqual({ ok: false, failure: { code: "undo-changed", label: "まとめシートを作成" } });
  expect(visible(host) === before).toBe(true);
  user.clear("総括", "A20");
  user.type("指標一覧", toA1(ANSWERS[1]!), "もう一つの所見");
  expect(await undoSummary(entry)).toMatchObject({ ok: false });
});

test("前回のシートが消されていれば、元に戻さない", async () => {
  const { host, user } = await open(2);
  user.showSheet("（前回）総括", "visible");
  user.deleteSheet("（前回）総括");
  const before = visible(host);
  expect(await undoSummary(await newest())).toMatchObject({ ok: false, failure: { code: "undo-changed" } });
  expect(visible(host) === before).toBe(true);
});

test("二つ前のものには戻せない", async () => {
  const { host, states } = await open(3);
  expect(await undoSummary(await newest())).toMatchObject({ ok: true });
  expect(visible(host) === states[2]).toBe(true);
  // Its own forerunners went when the third was made; and it holds an answer, which must not be lost.
  expect(await undoSummary(await newest())).toMatchObject({ ok: false });
  expect(visible(host) === states[2]).toBe(true);
});

test("元に戻す途中のどの要求が失敗しても、戻す前か、戻したあとかのどちらかになる", async () => {
  const trial = await open(2);
  const before = JSON.stringify(stateOf(trial.host.workbook));
  trial.host.log.clear();
  expect(await undoSummary(await newest())).toMatchObject({ ok: true });
  const after = visible(trial.host);
  const all = trial.host.log.requests.map(({ actions }) => actions.length);
  // The first two read the journal, to find out what there is to be undone.
  const requests = all.slice(2);
  expect(requests.length).toBe(4);
  let book = await open(2);
  for (const [request, count] of requests.entries()) {
    const isLast = request === requests.length - 1;
    for (const action of isLast ? Array.from({ length: count }, (_, index) => index) : [0, count - 1]) {
      const { host } = book;
      host.faults.denyAt = { request: host.nextRequest + 2 + request, action };
      const listed = await newest();
      const undone = await undoSummary(listed);
      host.faults.denyAt = undefined;
      const isAsItShould = normalized(undone.ok ? visible(host) : JSON.stringify(stateOf(host.workbook))) === normalized(undone.ok ? after : before);
      expect([request, action, undone.ok, isAsItShould]).toEqual([request, action, undone.ok, true]);
      // A workbook that is as before serves once more.
      if (undone.ok) book = await open(2);
    }
  }
});

/** Each run has an id of its own. */
function normalized(state: string): string {
  const seen = new Map<string, string>();
  return state.replaceAll(/run-\d+/gu, (id) => {
    if (!seen.has(id)) seen.set(id, `run-${String.fromCharCode(97 + seen.size)}`);
    return seen.get(id) ?? id;
  });
}
