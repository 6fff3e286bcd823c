import { analyze } from "../../../src/core";
import type { PlanCell, PlanSheet, ReportPlan } from "../../../src/core/report";
import { printSetup } from "../../../src/core/report/print";
import { cell } from "../../../src/core/report/sheet-builder";
import { defaultSettings } from "../../../src/core/settings";
import { readWorkbook } from "../../../src/excel/read-workbook";
import { writeSummary } from "../../../src/excel/summary";
import { readWorkbook as readFile } from "../../../src/xlsx/read/read-workbook";
import { excelOnTheWeb } from "../../../workbench/host/profiles";
import { workbookPackage } from "../../helpers/package";
import { startHost, workbookOf } from "../../workbench/helpers";
import { ours, stateOf } from "./books";
import { note, openSample, planOf, samples } from "./sample-plans";

test.each(samples)("%s: 要求は8回まで。市のシートは変わらず、次の点検はまとめシートを読まない", async (sample) => {
  const { host } = startHost(openSample(sample));
  const before = await readWorkbook();
  const cities = JSON.stringify((stateOf(host.workbook) as { readonly sheets: unknown }).sheets);
  const plan = planOf(sample);
  const from = host.nextRequest;
  const written = await writeSummary(plan, { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written));
  expect(host.nextRequest - from).toBeLessThanOrEqual(8);
  const after = stateOf(host.workbook) as { readonly sheets: readonly unknown[] };
  expect(JSON.stringify(after.sheets.slice(0, after.sheets.length - plan.sheets.length)) === cities).toBe(true);
  expect(await readWorkbook()).toEqual(before);
  expect(host.references.size).toBe(0);
});

test("ファイルから読んでも、まとめシートは点検に入らない", () => {
  const data = '<row r="1"><c r="A1" t="inlineStr"><is><t>指標名</t></is></c><c r="B1" t="inlineStr"><is><t>目標値</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>人口</t></is></c><c r="B2"><v>5</v></c></row>';
  const bytes = (after: string): Uint8Array => workbookPackage({ sheets: [{ name: "一覧", data }, { name: "指標一覧", data, after }] });
  const count = (after: string): readonly (number | boolean | undefined)[] => {
    const read = readFile(bytes(after), "計画.xlsx");
    if (!read.ok) throw new Error(read.failure.code);
    return [analyze(read.value, defaultSettings, "2026-03-31").model.indicators.length, read.value.sheets[1]?.isReport];
  };
  expect(count("")).toEqual([2, undefined]);
  expect(count('<customProperties><customPr name="other" r:id="rId1"/></customProperties>')).toEqual([2, undefined]);
  expect(count('<customProperties><customPr name="shinchoku.sheet" r:id="rId1"/></customProperties>')).toEqual([1, true]);
});

/** A report of one sheet. */
function planFor(cells: readonly (readonly PlanCell[])[]): ReportPlan {
  const width = Math.max(...cells.map((row) => row.length));
  const sheet: PlanSheet = {
    key: "one", name: "一枚", tab: null, columnWidths: Array.from({ length: width }, () => 12), rows: cells.map((row) => ({ height: 18, cells: row })),
    freeze: { rows: 0, columns: 0 }, tables: [], filter: null, validations: [], charts: [],
    print: printSetup({ paper: "a4", area: { top: 0, left: 0, bottom: cells.length - 1, right: width - 1 }, titleRows: null, asOf: "2026-03-31", title: "一枚" }),
  };
  return { title: "一枚", asOf: "2026-03-31", sheets: [sheet] };
}

const TEXTS = [
  "=1+1", "=HYPERLINK(\"http://example.jp\")", "+3", "+A1", "-", "-5", "-A1", "@x", "1/2", "0123", "1E5", "50%", "(5)", "12:30", "令和6年4月1日", "R6.4.1", "元年", "4月1日",
  "2026/3/31", "TRUE", "#N/A", "'引用", "''二つ", "－", "−5", "１２３", "＝1", " =1", "¥100", "100円", "3,000", "Jan 5", "5 km", "人口", "46人", "指標\n二行目", "", "   ",
];

test("文字は、どんな文字でもそのままの文字になる。数は数のまま", async () => {
  const { host } = startHost(workbookOf({ 一覧: [["指標"]] }));
  const rows = TEXTS.map((text) => [cell(text, "text"), cell(12.5, "number"), cell(text, "place", { source: { sheet: "一覧", row: 0, column: 0 } })]);
  const written = await writeSummary(planFor(rows), { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written));
  const sheet = ours(host.workbook, "one");
  TEXTS.forEach((text, row) => {
    const expected = text === "" ? null : text;
    expect([text, sheet.content(row, 0), sheet.cell(row, 0)?.formula, sheet.style(row, 0).numberFormat]).toEqual([text, expected, undefined, "General"]);
    expect([text, sheet.content(row, 2)]).toEqual([text, expected]);
    expect(sheet.content(row, 1)).toBe(12.5);
  });
});

const ROWS = 6_000;
const large = planFor(Array.from({ length: ROWS }, (_, row) => Array.from({ length: 16 }, (_each, column) => (column === 3 ? cell(row, "number") : cell(`指標${String(row)}の${String(column)}番めの欄に書かれた文`, row % 2 === 0 ? "text" : "status-behind")))));

test("行がいくらあっても、Windows の Excel では要求は8回まで", async () => {
  const { host } = startHost(workbookOf({ 一覧: [["指標"]] }));
  const written = await writeSummary(large, { journal: note() });
  expect(written.ok).toBe(true);
  expect(host.nextRequest).toBeLessThanOrEqual(8);
  const again = host.nextRequest;
  expect((await writeSummary(large, { journal: note() })).ok).toBe(true);
  expect(host.nextRequest - again).toBeLessThanOrEqual(8);
});

test("Web の Excel では、5MB を超えないように分けて送る", async () => {
  const { host } = startHost(workbookOf({ 一覧: [["指標"]] }), excelOnTheWeb);
  const { context } = globalThis.Office as unknown as { context: Record<string, unknown> };
  context["platform"] = "OfficeOnline";
  const written = await writeSummary(large, { journal: note() });
  if (!written.ok) throw new Error(JSON.stringify(written));
  const { requests } = host.log;
  expect(requests.filter(({ error }) => error !== undefined)).toEqual([]);
  const sizes = requests.map(({ requestBytes }) => requestBytes);
  expect(Math.max(...sizes)).toBeLessThan(5 * 1024 * 1024);
  // No more than what the bytes ask for: the requests that there always are, and one for each further 2 MB at most.
  expect(sizes.length).toBeLessThanOrEqual(8 + Math.ceil(sizes.reduce((sum, size) => sum + size, 0) / (2 * 1024 * 1024)));
  expect(ours(host.workbook, "one").content(ROWS - 1, 15)).toBe(`指標${String(ROWS - 1)}の15番めの欄に書かれた文`);
});

test("大きさの上限を告げない Excel でも、断られたら分けて送り直す", async () => {
  const { host } = startHost(workbookOf({ 一覧: [["指標"]] }));
  host.faults.payloadLimit = 5 * 1024 * 1024;
  expect(await writeSummary(large, { journal: note() })).toMatchObject({ ok: true });
  expect(host.workbook.sheets.filter(({ name }) => name.includes("作成中"))).toEqual([]);
});
