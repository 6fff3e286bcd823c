import type { PlanSheet, ReportPlan } from "../../../src/core/report";
import { toA1, type CellAddress } from "../../../src/core/sheet/address";
import { writeSummary, type SummaryWritten } from "../../../src/excel/summary";
import type { SheetModel, WorkbookModel } from "../../../workbench/host/model/workbook";
import { User, type UserResult } from "../../../workbench/host/user";
import { startHost } from "../../workbench/helpers";
import { ours, planWith, stateOf, textsOf } from "./books";
import { note, openSample } from "./sample-plans";

const SAMPLE = "d01-ebetsu-3rd-kpi.xlsx";
const MISSING = "missing-targets";

async function make(plan: ReportPlan): Promise<SummaryWritten> {
  const written = await writeSummary(plan, { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written.failure));
  return written.value;
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function sheetOf(plan: ReportPlan, key: string): PlanSheet {
  return plan.sheets.find((sheet) => sheet.key === key)!;
}

/** Rows in which people answer: their keys, and the cell of the city's sheet that they are about. */
function answerRows(plan: ReportPlan): readonly { readonly key: string; readonly row: number; readonly at: CellAddress; readonly name: string }[] {
  return sheetOf(plan, MISSING).rows.flatMap(({ key, cells }, row) => {
    const at = cells.find((cell) => cell?.source !== undefined)?.source;
    return key === undefined || at === undefined ? [] : [{ key, row, at, name: shown(cells[1]?.value) }];
  });
}

/** Where a text stands. */
function find(sheet: SheetModel, text: string): { readonly row: number; readonly column: number } | undefined {
  for (const [row, cells] of sheet.rows) for (const [column, { content }] of cells) if (content === text) return { row, column };
  return undefined;
}

function done(result: UserResult): void {
  expect(result).toEqual({ ok: true });
}

function openBook(): { readonly user: User; readonly workbook: WorkbookModel; readonly requests: () => number } {
  const { host } = startHost(openSample(SAMPLE));
  return { user: new User(host, () => new Date(2026, 2, 31)), workbook: host.workbook, requests: () => host.nextRequest };
}

test("もう一度作ると、同じ位置に同じ内容のシートができ、前回のものは非表示で残る。要求は8回まで", async () => {
  const { workbook, requests } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const before = stateOf(workbook) as { sheets: readonly { readonly name: string; readonly cells: unknown }[] };
  const from = requests();
  const again = await make(plan);
  expect(requests() - from).toBeLessThanOrEqual(8);
  expect(again.made).toEqual([]);
  expect(again.remade).toEqual(plan.sheets.map(({ name }) => name));
  const after = stateOf(workbook) as { sheets: readonly { readonly name: string; readonly visibility: string; readonly cells: unknown }[] };
  const visible = after.sheets.filter(({ visibility }) => visibility === "visible");
  expect(visible.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  expect(visible.map(({ cells }) => cells)).toEqual(before.sheets.map(({ cells }) => cells));
  expect(after.sheets.filter(({ visibility }) => visibility === "hidden").map(({ name }) => name)).toEqual(again.hiddenFormer);
  expect(again.hiddenFormer).toEqual(plan.sheets.map(({ name }) => `（前回）${name}`));
  // And a third time: still only one generation is kept.
  await make(plan);
  expect(workbook.sheets).toHaveLength(before.sheets.length + plan.sheets.length);
});

test("市のシートの間に動かしても、その位置のままになる", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  done(user.addSheet("市の資料"));
  user.moveSheet("総括", 0);
  done(user.renameSheet("指標一覧", "指標（R7）"));
  const order = workbook.sheets.map(({ name }) => name);
  const written = await make(plan);
  expect(workbook.sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name)).toEqual(order);
  expect(written.remade).toContain("指標（R7）");
  expect(ours(workbook, "indicators").name).toBe("指標（R7）");
});

test("10回作り直す間に、行が増え、減り、並べ替えられ、シートの名前が変わっても、書き込みは一つも失われない", async () => {
  const { user, workbook } = openBook();
  const all = planWith(SAMPLE);
  const rows = answerRows(all);
  expect(rows.length).toBeGreaterThan(10);
  await make(all);
  /** What people have typed: the text, and the row it belongs to. */
  const typed = new Map<string, string>();
  let written: SummaryWritten | undefined;
  let seed = 7;
  const next = (below: number): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return Math.floor((seed / 2_147_483_648) * below); };
  let plan = all;
  for (let round = 1; round <= 10; round++) {
    const sheet = ours(workbook, MISSING);
    // Somebody answers in three rows.
    const present = answerRows(plan);
    for (let n = 0; n < 3; n++) {
      const { key } = present[next(present.length)]!;
      const place = find(sheet, key);
      if (place === undefined) throw new Error("a row without its key");
      for (const column of [7, 8]) {
        const text = `所見${String(round)}-${String(n)}-${String(column)} =案`;
        typed.delete(shown(sheet.content(place.row, column)));
        done(user.type(sheet.name, toA1({ row: place.row, column }), text));
        typed.set(text, key);
      }
    }
    // Someone sorts, someone puts rows in, someone writes where there is no place for it, someone renames the sheet.
    const last = sheet.usedRegion(true)!.bottom;
    if (round % 3 === 0) done(user.sort(sheet.name, `A6:J${String(last + 1)}`, [{ key: 1, ascending: round % 2 === 0 }]));
    // Only what can be seen, so that the keys stay behind.
    if (round === 5) done(user.sort(sheet.name, `A6:I${String(last + 1)}`, [{ key: 1, ascending: false }]));
    if (round % 4 === 1) {
      done(user.insertRows(sheet.name, 7, 2));
      user.type(sheet.name, "B9", `行の間のメモ${String(round)}`);
      typed.set(`行の間のメモ${String(round)}`, "");
    }
    if (round === 6) {
      done(user.type(sheet.name, "L3", "欄外のメモ"));
      typed.set("欄外のメモ", "");
      done(user.type("総括", "A2", "総括の行を書き換え"));
      typed.set("総括の行を書き換え", "");
    }
    if (round % 5 === 2) done(user.renameSheet(sheet.name, `未設定${String(round)}`));
    // The city fills some targets in, and takes others out again.
    const filled = rows.filter((_, index) => (index + round) % 3 === 0 && round !== 10);
    plan = planWith(SAMPLE, filled.map(({ at }) => ({ at, value: 100 })));
    written = await make(plan);
    const remade = ours(workbook, MISSING);
    const texts = textsOf(workbook);
    for (const [text, key] of typed) {
      expect([round, text, texts.filter((each) => each.includes(text)).length]).toEqual([round, text, 1]);
      if (key === "") continue;
      const place = find(remade, text);
      // Beside its own key, in the row or, where the row is gone, in the list below.
      expect([round, text, remade.content(place?.row ?? -1, 9)]).toEqual([round, text, key]);
      const isPresent = answerRows(plan).some((row) => row.key === key);
      const isListed = written.listed.some((listed) => listed.kind === "lost-row" && listed.text.includes(text));
      expect([round, text, isListed]).toEqual([round, text, !isPresent]);
      expect([round, text, (place?.row ?? 0) < sheetOf(plan, MISSING).rows.length]).toEqual([round, text, isPresent]);
    }
  }
  expect(typed.size).toBeGreaterThan(30);
  // In the tenth round every row is back, and with it every answer.
  expect(written?.listed.filter(({ kind }) => kind === "lost-row")).toEqual([]);
  expect(written?.answersKept).toBe([...typed.values()].filter((key) => key !== "").length);
});

test("なくなった行の回答は、シートの末尾に見出しを付けて残し、結果にも挙げる", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const [first] = answerRows(plan);
  done(user.type("目標値未設定一覧", toA1({ row: first!.row, column: 8 }), "来年度に設定"));
  const fewer = planWith(SAMPLE, [{ at: first!.at, value: 100 }]);
  const written = await make(fewer);
  expect(written.listed).toEqual([{ sheet: "目標値未設定一覧", kind: "lost-row", text: expect.stringContaining(first!.name) as string }]);
  const sheet = ours(workbook, MISSING);
  const heading = find(sheet, "前回の回答のうち、行がなくなったもの");
  expect(heading?.row).toBeGreaterThanOrEqual(sheetOf(fewer, MISSING).rows.length);
  expect(find(sheet, "来年度に設定")?.row).toBeGreaterThan(heading!.row);
  expect(sheet.pageLayout.printArea).toContain(String(sheet.usedRegion(true)!.bottom + 1));
  // The row comes back, and the answer with it.
  const back = await make(plan);
  expect([back.answersKept, back.listed]).toEqual([1, []]);
  expect(find(sheet, "前回の回答のうち、行がなくなったもの")).toBeDefined();
  expect(find(ours(workbook, MISSING), "来年度に設定")).toEqual({ row: first!.row, column: 8 });
});

test("まとまりの名前の行に書いたものは、件数が変わっても行が移っても、その行の同じ列に残る", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const groups = sheetOf(plan, MISSING).rows.flatMap(({ key }, row) => (key?.startsWith("group:") === true ? [{ key, row }] : []));
  expect(groups.length).toBeGreaterThan(1);
  const last = groups.at(-1)!;
  const sheet = ours(workbook, MISSING);
  for (const [column, text] of [[3, "担当：企画課"], [6, "2027/3/31"], [8, "まとめて照会"]] as const) user.type(sheet.name, toA1({ row: last.row, column }), text);
  const shownIn = (): readonly unknown[] => {
    const now = ours(workbook, MISSING);
    const { row } = find(now, last.key)!;
    return [row, now.content(row, 3), now.content(row, 6), now.content(row, 8)];
  };
  // Two targets are there now: one of this group, one of another.
  const first = answerRows(plan)[0]!;
  const own = answerRows(plan).findLast(({ row }) => row > last.row)!;
  const fewer = planWith(SAMPLE, [{ at: first.at, value: 100 }, { at: own.at, value: 100 }]);
  const written = await make(fewer);
  expect(sheetOf(fewer, MISSING).rows.some(({ key }) => key === last.key)).toBe(true);
  expect([written.answersKept, written.listed]).toEqual([3, []]);
  expect(shownIn()).toEqual([expect.any(Number), "担当：企画課", 46_477, "まとめて照会"]);
  expect(shownIn()[0]).not.toBe(last.row);
  // Made again without a change, and after one of the three was taken out and one was added.
  expect((await make(fewer)).listed).toEqual([]);
  const place = (column: number): string => toA1({ row: Number(shownIn()[0]), column });
  done(user.clear(ours(workbook, MISSING).name, place(6)));
  done(user.type(ours(workbook, MISSING).name, place(4), "急ぎ"));
  expect((await make(plan)).listed).toEqual([]);
  expect(shownIn()).toEqual([last.row, "担当：企画課", null, "まとめて照会"]);
  expect(ours(workbook, MISSING).content(last.row, 4)).toBe("急ぎ");
  // The whole group is gone: nothing is lost, and it comes back with the group.
  const without = planWith(SAMPLE, answerRows(plan).filter(({ row }) => row > last.row).map(({ at }) => ({ at, value: 100 })));
  expect(sheetOf(without, MISSING).rows.some(({ key }) => key === last.key)).toBe(false);
  const gone = await make(without);
  expect(gone.listed).toEqual([{ sheet: "目標値未設定一覧", kind: "lost-row", text: expect.stringContaining("まとめて照会") as string }]);
  const back = await make(plan);
  expect(back.listed).toEqual([]);
  const texts = textsOf(workbook);
  for (const text of ["担当：企画課", "急ぎ", "まとめて照会"]) expect(texts.filter((each) => each.includes(text))).toEqual([text]);
  // A name that was written over is listed, as nobody can tell what was meant.
  user.type(ours(workbook, MISSING).name, toA1({ row: last.row, column: 0 }), "第九の目標");
  expect((await make(plan)).listed.map(({ kind, text }) => [kind, text.includes("第九の目標")])).toEqual([["note", true]]);
});

test("載せるものがなくなったシートも、書き込みがあれば残す。なければ残さない", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const [first] = answerRows(plan);
  done(user.type("目標値未設定一覧", toA1({ row: first!.row, column: 7 }), "２００人"));
  const without: ReportPlan = { ...plan, sheets: plan.sheets.filter(({ key }) => key !== MISSING && key !== "findings") };
  const linked: ReportPlan = { ...without, sheets: without.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell?.link === undefined || without.sheets.some(({ key }) => key === cell.link?.sheet) ? cell : { value: cell.value, role: cell.role })) })) })) };
  const written = await make(linked);
  expect(find(ours(workbook, MISSING), "２００人")).toBeDefined();
  expect(written.listed.map(({ kind, sheet }) => [kind, sheet])).toEqual([["lost-row", "目標値未設定一覧"]]);
  expect(() => ours(workbook, "findings")).toThrow("0 sheets");
  expect(written.hiddenFormer).toContain("（前回）指摘一覧");
});

test("数・日付・数式の回答は、表示形式ごと戻る", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const [a, b, c, d] = answerRows(plan);
  const place = (row: number): string => toA1({ row, column: 7 });
  done(user.type("目標値未設定一覧", place(a!.row), "1,200"));
  user.type("目標値未設定一覧", place(b!.row), "2027/3/31");
  done(user.type("目標値未設定一覧", place(c!.row), "=1200*2"));
  user.type("目標値未設定一覧", place(d!.row), "'0123");
  const kept = await make(plan);
  const sheet = ours(workbook, MISSING);
  const cell = (row: number) => { const found = sheet.cell(row, 7); return [found?.content, found?.formula, found?.style.numberFormat]; };
  expect([cell(a!.row), cell(b!.row), cell(c!.row), cell(d!.row)]).toEqual([[1200, undefined, "#,##0"], [46_477, undefined, "yyyy/m/d"], [2400, "1200*2", "General"], ["0123", undefined, "General"]]);
  expect([kept.answersKept, kept.listed]).toEqual([4, []]);
  // The row moves up: what the formula gave stays, and the formula is told.
  const moved = await make(planWith(SAMPLE, [{ at: a!.at, value: 5 }]));
  const value = ours(workbook, MISSING);
  expect([...value.rows.values()].some((cells) => cells.get(7)?.content === 2400 && cells.get(7)?.formula === undefined)).toBe(true);
  expect(moved.listed.some(({ kind, text }) => kind === "note" && text.includes("=1200*2"))).toBe(true);
});

test("何を書き換えたか記録が失われたシートは、作り直さずに、職員のものとして残す", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  done(user.type("総括", "A40", "大事な考察"));
  const record = workbook.customXmlParts.find(({ xml }) => xml.includes("urn:shinchoku:summary"))!;
  record.xml = record.xml.replace(/>.*</su, ">こわれた記録<");
  const written = await make(plan);
  expect(written.handedOver).toContain("（前回）総括");
  const left = workbook.findSheet("（前回）総括")!;
  expect([left.visibility, left.content(39, 0), left.customProperties[0]?.value]).toEqual(["visible", "大事な考察", expect.stringContaining('"left"')]);
  // From now on it is theirs.
  await make(plan);
  expect([workbook.findSheet("（前回）総括")?.content(39, 0), left.isDeleted]).toEqual(["大事な考察", false]);
});

test("市に同じ名前のシートがあれば、さわらずに別の名前で作る", async () => {
  const { user, workbook } = openBook();
  done(user.addSheet("総括"));
  user.type("総括", "A1", "市の総括");
  const before = JSON.stringify([...workbook.findSheet("総括")!.rows]);
  const plan = planWith(SAMPLE);
  const written = await make(plan);
  expect(written.renamedBecauseTaken).toEqual([{ wished: "総括", name: "総括 (2)" }]);
  expect(JSON.stringify([...workbook.findSheet("総括")!.rows])).toBe(before);
  expect(find(ours(workbook, "cover"), "総括 (2)")).toBeDefined();
  const again = await make(plan);
  expect([again.renamedBecauseTaken, again.remade.includes("総括 (2)")]).toEqual([[], true]);
  expect(JSON.stringify([...workbook.findSheet("総括")!.rows])).toBe(before);
});

test("コピーされたシートは、職員のものとして残す", async () => {
  const { user, workbook } = openBook();
  const plan = planWith(SAMPLE);
  await make(plan);
  const source = ours(workbook, MISSING);
  done(user.addSheet("写し"));
  const copy = workbook.findSheet("写し")!;
  copy.customProperties.push(...source.customProperties.map((property) => ({ ...property })));
  done(user.moveSheet("写し", 0));
  user.type("写し", "A1", "写しに書いた");
  await make(plan);
  expect(workbook.findSheet("写し")?.content(0, 0)).toBe("写しに書いた");
  expect(workbook.findSheet("写し")?.visibility).toBe("visible");
});
