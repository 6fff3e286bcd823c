import { startInProcess } from "../../src/taskpane/engine/in-process";
import { mendableBook } from "../browser/pane/books";
import { openPane, type OpenedPane } from "../helpers/open-pane";

/** Events come after the answers, and names are asked for. */
const settle = (): Promise<void> => new Promise((go) => setTimeout(go, 60));

function findingAt(pane: OpenedPane, cell: string): string {
  const found = pane.outcome().findings.find((finding) => finding.cell === cell);
  if (found === undefined) throw new Error(`nothing at ${cell}`);
  return found.id;
}

test("読み終えてから計算の間に人が入力すると、結果が出たときには「変わりました」となる。何もなければならない", async () => {
  let meanwhile: () => void = () => undefined;
  const pane: OpenedPane = openPane(mendableBook(), async () => {
    const engine = await startInProcess();
    return { ...engine, check: async (settings, today) => { meanwhile(); await settle(); return engine.check(settings, today); } };
  });
  await pane.controller.check();
  expect(pane.store.get().isStale).toBe(false);
  meanwhile = () => { pane.user.type("指標一覧", "I2", "300"); };
  await pane.controller.check();
  expect(pane.store.get()).toMatchObject({ isStale: true, check: { phase: "resting" } });
  meanwhile = () => undefined;
  await pane.controller.check();
  expect(pane.store.get().isStale).toBe(false);
  expect(pane.outcome().findings.map(({ cell }) => cell)).not.toContain("I2");
});

test("候補を入れて元に戻すと、一覧は点検したときのままで、古いとは言わない", async () => {
  const pane = openPane(mendableBook());
  await pane.controller.check();
  const id = findingAt(pane, "G3");
  await pane.controller.applySuggestion(id);
  await settle();
  expect([pane.store.get().isStale, [...pane.store.get().mended.keys()]]).toEqual([false, [id]]);
  await pane.controller.undo();
  await settle();
  expect([pane.store.get().isStale, pane.store.get().mended.size, pane.store.get().journal]).toEqual([false, 0, []]);
});

test("断られた書き込みのあとも、人の入力は聞き逃さない", async () => {
  const pane = openPane(mendableBook());
  await pane.controller.check();
  pane.host.faults.readOnly = true;
  await pane.controller.applySuggestion(findingAt(pane, "G3"));
  await settle();
  expect(pane.store.get().notice).toMatchObject({ intent: "error", trouble: { kind: "refused" } });
  expect([pane.store.get().isStale, pane.store.get().mended.size]).toEqual([false, 0]);
  // The very value that we could not put in.
  pane.host.faults.readOnly = false;
  pane.user.type("指標一覧", "G3", "1250");
  await settle();
  expect(pane.store.get().isStale).toBe(true);
});

test("次々に押したセルのうち、最後のセルに移る", async () => {
  const pane = openPane(mendableBook());
  await pane.controller.check();
  pane.host.faults.latency = 20;
  const before = pane.host.log.requests.length;
  for (let presses = 0; presses < 4; presses++) pane.controller.step(1);
  await new Promise((go) => setTimeout(go, 400));
  const last = pane.outcome().findings.find(({ id }) => id === pane.store.get().list.selected);
  expect(last?.cell).toBe("G3");
  const { sheet, regions } = pane.host.workbook.selection;
  expect([sheet.name, regions[0]?.top, regions[0]?.left]).toEqual([last?.at.sheet, last?.at.row, last?.at.column]);
  // The first, and the last of those that came while it was on its way.
  expect(pane.host.log.requests.length - before).toBeLessThanOrEqual(6);
});

test("すべてのシートが保護されていると、色を付けたとは言わず、わけとすることを言う", async () => {
  const pane = openPane(mendableBook());
  await pane.controller.check();
  for (const sheet of pane.host.workbook.sheets) sheet.protection.isProtected = true;
  await pane.controller.showHighlights({ severities: ["error", "warning"], rules: "all" });
  expect(pane.store.get().notice).toEqual({ intent: "warning", text: "シート「指標一覧」は保護されているため、色を付けられませんでした。シートはそのままです。指摘は一覧でご覧になれます。" });
  expect(pane.store.get().highlights).toMatchObject({ isOn: false, isBusy: false, protectedSheets: ["指標一覧"] });
});
