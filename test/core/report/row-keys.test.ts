import { planReport, type PlanSheet, type ReportInput } from "../../../src/core/report";
import { parseA1 } from "../../../src/core/sheet/address";
import type { Finding } from "../../../src/core/validate/finding";
import { figure, indicator, reportInput } from "../../helpers/report-input";

/* What people write into a row is found again by the row's key when the report is made anew. */

function sheetNamed(name: string, input: ReportInput): PlanSheet {
  const sheet = planReport(input).sheets.find((item) => item.name === name);
  if (sheet === undefined) throw new Error(`No such sheet: ${name}`);
  return sheet;
}

/** 「指標名」 and 「目標値の状態」 or the like → the row's key, on one sheet. */
function keysOf(name: string, input: ReportInput): ReadonlyMap<string, string | undefined> {
  const rows = sheetNamed(name, input).rows.filter(({ cells }) => typeof cells[0]?.value === "number");
  return new Map(rows.map(({ cells, key }) => [JSON.stringify(cells.slice(1).map((cell) => cell?.value ?? null)), key]));
}

function finding(name: string, a1: string): Finding {
  const at = parseA1(a1);
  if (at === undefined) throw new Error(`Not a cell: ${a1}`);
  return {
    rule: "indicator-target-missing",
    severity: "error",
    at: { sheet: "第３章", ...at },
    params: { indicator: name, period: "令和11年度" },
    key: name,
  };
}

const interim = figure("E7", "blank", null, 2027);
const indicators = [indicator("創業数", { targets: [interim] }), indicator("観光客数"), indicator("待機児童")];
const findings = [{ ...finding("創業数", "E7") }, finding("観光客数", "D8"), finding("観光客数", "D20")];
const input = reportInput({ indicators }, { findings });
const turned = reportInput({ indicators: [...indicators].reverse() }, { findings: [...findings].reverse() });

describe.each(["目標値未設定一覧", "指標一覧", "指摘一覧"])("%s", (name) => {
  test("書き込む欄のある行は、どれも一つきりの鍵を持つ", () => {
    const { rows } = sheetNamed(name, input);
    const answered = rows.filter(({ cells }) => cells.some((cell) => cell?.role === "answer"));
    const numbered = rows.filter(({ cells }) => typeof cells[0]?.value === "number");
    expect(numbered.length).toBeGreaterThanOrEqual(3);
    for (const row of answered) expect(numbered).toContain(row);
    const keys = numbered.map(({ key }) => key);
    expect(keys).not.toContain(undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test("行の並びが変わっても鍵は変わらない", () => {
  for (const name of ["指標一覧", "目標値未設定一覧"]) expect(keysOf(name, turned)).toEqual(keysOf(name, input));
});

test("中間年の目標値には、最終の目標値とは別の鍵がある", () => {
  const rows = sheetNamed("目標値未設定一覧", input).rows.filter(({ cells }) => cells[1]?.value === "創業数");
  expect(rows.map(({ key }) => key)).toEqual(["創業数\u241f令和9年度", "創業数"]);
});
