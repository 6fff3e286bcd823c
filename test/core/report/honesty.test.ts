import { analyze } from "../../../src/core";
import { assessAll } from "../../../src/core/evaluate";
import { isFormula, planReport, type PlanSheet, type PlanValue, type ReportInput } from "../../../src/core/report";
import type { Table } from "../../../src/core/model";
import { defaultSettings } from "../../../src/core/settings";
import type { Finding } from "../../../src/core/validate/finding";
import { figure, indicator, reportInput, workItem } from "../../helpers/report-input";

/* What the report may not say: progress that is none, 0 % for what cannot be judged, a guess as if it were stated. */

function sheetNamed(name: string, input: ReportInput): PlanSheet {
  const sheet = planReport(input).sheets.find((item) => item.name === name);
  if (sheet === undefined) throw new Error(`No such sheet: ${name}`);
  return sheet;
}

function shown(value: PlanValue): string | number | null {
  return isFormula(value) ? value.cached : value;
}

function rowsOf(name: string, input: ReportInput): readonly (readonly (string | number | null)[])[] {
  return sheetNamed(name, input).rows.map(({ cells }) => cells.map((cell) => shown(cell?.value ?? null)));
}

function rowWith(text: string, name: string, input: ReportInput): readonly (string | number | null)[] {
  const row = rowsOf(name, input).find((cells) => cells.includes(text));
  if (row === undefined) throw new Error(`No row with ${text}`);
  return row;
}

/** A row under the titles of its table, which stand in the last header above it. */
function byTitle(text: string, name: string, input: ReportInput): Readonly<Record<string, string | number | null>> {
  const titles = rowsOf(name, input).find((cells) => cells.includes("No.") || cells.includes("業務数") || cells.includes("指標数")) ?? [];
  const row = rowWith(text, name, input);
  return Object.fromEntries(titles.map((title, n) => [String(title), row[n] ?? null]));
}

function assessed(input: ReportInput): ReportInput {
  return { ...input, assessments: assessAll(input.model, { asOf: input.asOf, settings: input.settings }) };
}

describe("余裕として読む指標", () => {
  const population = indicator("総人口", {
    baseline: figure("C7", "set", 119_000, 2022),
    actuals: [figure("E7", "set", 118_000, 2024)],
    target: figure("D7", "set", 113_810),
  });
  const input = assessed(reportInput({ indicators: [population] }));

  test("対基準と対ペースは進み具合として見せず、その訳を書く", () => {
    expect(input.assessments[0]?.reading).toBe("leeway");
    const row = rowWith("総人口", "指標一覧", input);
    const target = row.findIndex((value) => typeof value === "number" && value > 1);
    expect(row.slice(target + 1)).toEqual(expect.arrayContaining(["－"]));
    expect(row.filter((value) => value === "－")).toHaveLength(2);
    expect(JSON.stringify(row)).toContain("進み具合を表さない");
  });

  test("按分の線を引かない", () => {
    const [chart] = sheetNamed("指標の推移", input).charts;
    expect(chart?.series.map(({ name }) => name.cached[0])).toEqual(["実績値", "目標値"]);
  });
});

test("評価できない指標は理由を示し、0％にしない", () => {
  const input = assessed(reportInput({ indicators: [indicator("創業数")] }));
  const row = rowWith("創業数", "指標一覧", input);
  expect(row).toEqual(expect.arrayContaining(["－ 評価できない", "目標値が空欄"]));
  expect(row.slice(1)).not.toContain(0);
});

test("推定した向きは推定と断り、対ペースは按分による参考値と断る", () => {
  const guessed = indicator("創業数", { direction: { value: "higher-is-better", basis: "suggested" } });
  const input = assessed(reportInput({ indicators: [guessed] }));
  expect(rowWith("創業数", "指標一覧", input)).toContain("上がると良い\n（推定）");
  const heads = rowsOf("指標一覧", input).find((row) => row.includes("No.")) ?? [];
  expect(heads.map((head) => String(head).replaceAll("\n", ""))).toContain("対ペース（按分による参考値）");
});

describe("個別業務", () => {
  test("進捗状況の記載がない業務は、割合の分母に入れない", () => {
    const items = [
      workItem("窓口"),
      workItem("手引き", { status: null }),
      workItem("収納", { reformArea: "②業務の改革", status: null }),
    ];
    const input = reportInput({ workItems: items });
    expect(byTitle("①市民サービスの改革", "総括", input)).toMatchObject({ 業務数: 2, "完了・実施・継続\n／判定可": "1／1", 割合: 1 });
    expect(byTitle("②業務の改革", "総括", input)).toMatchObject({ 業務数: 1, "完了・実施・継続\n／判定可": "0／0", 割合: "－" });
  });

  test("個別業務の指標は、その改革区分の下に並ぶ", () => {
    const item = workItem("窓口");
    const input = reportInput({ workItems: [item], indicators: [indicator("件数", { workItem: item.id, headings: ["7. 個別業務一覧"] })] });
    expect(JSON.stringify(rowsOf("指標一覧", input))).toContain("①市民サービスの改革　1件");
    expect(JSON.stringify(rowsOf("総括", input))).toContain("指標の目標値の設定状況（改革区分別）");
  });
});

test("番号だけの基本目標には、列の見出しを添える", () => {
  const region = { top: 0, left: 0, bottom: 1, right: 1 };
  const field = { at: { sheet: "第３章", row: 0, column: 0 }, header: "基本\n目標", field: "policy", period: null, column: 0, evidence: "" } as const;
  const table: Table = {
    id: "t1",
    kind: "indicators",
    orientation: "rows",
    sheet: "第３章",
    region,
    headerRows: [0, 0],
    dataRows: [1, 1],
    headings: [],
    fields: [field],
    lines: [],
    evidence: [],
  };
  const input = reportInput({ tables: [table], indicators: [indicator("件数", { policy: "１" })] });
  expect(JSON.stringify(rowsOf("指標一覧", input))).toContain("基本目標 １　1件");
});

describe("指摘一覧", () => {
  const finding = (name: string, more: Partial<Finding> = {}): Finding => ({
    rule: "indicator-target-missing",
    severity: "error",
    at: { sheet: "第３章", row: 6, column: 3 },
    params: { indicator: name, period: "令和11年度" },
    key: name,
    ...more,
  });

  test("同じ種類はまとめ、直し方は一度だけ書く", () => {
    const rows = rowsOf("指摘一覧", reportInput({}, { findings: [finding("創業数"), finding("観光客数")] }));
    expect(JSON.stringify(rows)).toContain("【要修正】");
    expect(rows.filter(([first]) => typeof first === "string" && first.startsWith("直し方: "))).toHaveLength(1);
    expect(rows.filter(([first]) => typeof first === "number")).toHaveLength(2);
  });

  test("多すぎる「参考」は一つにまとめ、場所はすべて挙げる", () => {
    const infos = Array.from({ length: 29 }, (_, n) =>
      finding(`指標${String(n)}`, {
        rule: "indicator-direction-unconfirmed",
        severity: "info",
        at: { sheet: "第３章", row: n, column: 1 },
        params: { indicator: `指標${String(n)}`, direction: "higher-is-better" },
      }),
    );
    const rows = rowsOf("指摘一覧", reportInput({}, { findings: infos }));
    const blocks = rows.filter(([first]) => typeof first === "number");
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.[3]).toContain("ほか28件");
    for (let n = 1; n <= 29; n++) expect(blocks[0]?.[3]).toMatch(new RegExp(`B${String(n)}(?:、|$)`, "u"));
  });

  test("確認済みの指摘は理由とともに別に並べ、件数に入れない", () => {
    const accepted = [{ finding: finding("創業数"), reason: "上位計画の策定後に設定する", on: "2025-09-01" }];
    const rows = rowsOf("指摘一覧", reportInput({}, { accepted }));
    expect(JSON.stringify(rows)).toContain("指摘はありません");
    expect(rows.find(([first]) => first === 1)?.[4]).toBe("上位計画の策定後に設定する（令和7年9月1日確認）");
  });
});

test("分析の結果は、そのまま報告の材料になる", () => {
  const analysis = analyze({ file: "空.xlsx", date1904: false, sheets: [], settings: null }, defaultSettings, "2025-10-01");
  expect(planReport(analysis).sheets.map(({ name }) => name)).toEqual(["表紙", "総括", "読み取り結果"]);
});
