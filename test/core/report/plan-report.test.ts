import { assessAll } from "../../../src/core/evaluate";
import {
  isFormula,
  planReport,
  roleStyles,
  SMALLEST_SIZE,
  type PlanSheet,
  type PlanValue,
} from "../../../src/core/report";
import { PAGE_WIDTHS } from "../../../src/core/report/print";
import { figure, indicator, reportInput, workItem } from "../../helpers/report-input";

function sheetNamed(name: string, sheets: readonly PlanSheet[]): PlanSheet {
  const sheet = sheets.find((item) => item.name === name);
  if (sheet === undefined) throw new Error(`No such sheet: ${name}`);
  return sheet;
}

function shown(value: PlanValue): string | number | null {
  return isFormula(value) ? value.cached : value;
}

function table(sheet: PlanSheet): readonly (readonly (string | number | null)[])[] {
  return sheet.rows.map(({ cells }) => cells.map((cell) => shown(cell?.value ?? null)));
}

const model = {
  indicators: [
    indicator("新規創業数"),
    indicator("市民割合", { target: figure("D8", "set", 50) }),
    indicator("観光客数", { headings: ["基本目標２ 人の流れ"], target: { ...figure("D20", "pending"), raw: "設定予定" } }),
    indicator("待機児童", { headings: ["基本目標２ 人の流れ"], target: { ...figure("D21", "not-applicable"), raw: "－" } }),
  ],
};

describe("総括", () => {
  const rows = table(sheetNamed("総括", planReport(reportInput(model)).sheets));
  const rowOf = (label: string): readonly (string | number | null)[] | undefined => rows.find(([first]) => first === label);

  test("基本目標ごとに設定済・未設定・未確定・対象外を数え、分子と分母を割合の横に書く", () => {
    expect(rowOf("基本目標１ 元気な経済")).toEqual(["基本目標１ 元気な経済", 2, 1, 1, 0, 0, "1／2", 0.5]);
    expect(rowOf("基本目標２ 人の流れ")).toEqual(["基本目標２ 人の流れ", 2, 0, 0, 1, 1, "0／1", 0]);
    expect(rowOf("計")).toEqual(["計", 4, 1, 1, 1, 1, "1／3", 1 / 3]);
  });

  test("件数は数式で、データの表を数える", () => {
    const sheet = sheetNamed("総括", planReport(reportInput(model)).sheets);
    const row = sheet.rows.find(({ cells }) => cells[0]?.value === "基本目標１ 元気な経済");
    const value = row?.cells[2]?.value ?? null;
    expect(isFormula(value) ? value.formula.filter((part) => typeof part === "string").join("#") : value).toBe(
      'COUNTIFS(##,#,#,#"設定済"#)',
    );
  });

  test("グラフは見出しと軸の名前と代わりの文を持ち、0件の系列は描かない", () => {
    const [chart] = sheetNamed("総括", planReport(reportInput(model)).sheets).charts;
    expect(chart?.kind).toBe("bar-stacked");
    expect(chart?.altText).toBe("「目標値の設定状況（基本目標別）」の積み上げ横棒グラフ。設定済／対象は1／3（33.3%）です。割合が最も低いのは「基本目標２ 人の流れ」（0／1、0.0%）です。");
    expect(chart?.categoryAxis?.title).toBe("基本目標");
    expect(chart?.series.map(({ name }) => name.cached[0])).toEqual(["設定済", "未設定", "未確定", "対象外"]);
  });
});

describe("目標値未設定一覧", () => {
  test("空欄と未確定だけを、場所と空の回答欄を付けて並べる", () => {
    const rows = table(sheetNamed("目標値未設定一覧", planReport(reportInput(model)).sheets));
    expect(rows.filter(([first]) => typeof first === "number")).toEqual([
      [1, "新規創業数", "100人", "令和11年度", "空欄", null, "第３章!D7", null, null],
      [2, "観光客数", "100人", "令和11年度", "未確定（設定予定）", null, "第３章!D20", null, null],
    ]);
  });

  test("担当課の列がなければ個別業務の担当課を書く", () => {
    const item = workItem("窓口", { divisions: ["税務課", "市民生活課"] });
    const input = reportInput({ workItems: [item], indicators: [indicator("件数", { workItem: item.id })] });
    const rows = table(sheetNamed("目標値未設定一覧", planReport(input).sheets));
    expect(rows.find(([first]) => first === 1)?.[5]).toBe("税務課、市民生活課");
  });
});

describe("空の資料", () => {
  test("指標も個別業務もなければ、そのことを書く", () => {
    const plan = planReport(reportInput());
    expect(plan.sheets.map(({ name }) => name)).not.toContain("目標値未設定一覧");
    expect(JSON.stringify(table(sheetNamed("総括", plan.sheets)))).toContain("読み取れませんでした");
  });
});

test("同じ入力からは同じ計画ができる", () => {
  expect(planReport(reportInput(model))).toEqual(planReport(reportInput(model)));
});

describe("計画全体", () => {
  const rated = indicator("満足度", {
    tier: "goal",
    division: "企画課、税務課",
    baseline: figure("C30", "set", 10, 2022),
    actuals: [figure("E30", "set", 20, 2023), figure("F30", "set", 30, 2024)],
    target: figure("D30", "set", 40),
  });
  const item = workItem("窓口改革", {
    divisions: ["税務課", "市民生活課"],
    schedule: [{ period: { kind: "fiscal-year", year: 2024, date: null }, raw: "→" }],
  });
  const base = reportInput({ indicators: [...model.indicators, rated], workItems: [item] });
  const input = { ...base, assessments: assessAll(base.model, { asOf: base.asOf, settings: base.settings }) };
  const { sheets } = planReport(input);

  test("シートは会議で読む順に並ぶ", () => {
    expect(sheets.map(({ name }) => name)).toEqual([
      "表紙",
      "総括",
      "目標値未設定一覧",
      "指標一覧",
      "指標の推移",
      "個別業務一覧",
      "読み取り結果",
      "データ_指標",
      "データ_年次値",
      "データ_個別業務",
      "データ_担当課",
    ]);
  });

  test("五種類以上のグラフがあり、どれも題名・代わりの文・値の控えを持つ", () => {
    const charts = sheets.flatMap((sheet) => sheet.charts);
    expect(new Set(charts.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(4);
    for (const chart of charts) {
      expect(chart.title).not.toBe("");
      expect(chart.altText).not.toBe("");
      expect(chart.series.length).toBeGreaterThan(0);
      for (const { values } of chart.series) expect(values.cached).toHaveLength(chart.categories.cached.length);
    }
  });

  test("グラフの文は、割合の分子と分母、内訳、初めと終わりの値を書く", () => {
    const said = (kind: string) => sheets.flatMap(({ charts }) => charts.filter((chart) => chart.kind === kind).map(({ altText }) => altText));
    expect(said("doughnut")).toContainEqual(expect.stringMatching(/^「指標の評価（全体）」のドーナツグラフ。内訳は、.*－評価できない 4件です。$/u));
    expect(said("line")).toEqual(["「満足度」の折れ線グラフ。値はR4の10人からR6の30人へ。目標値はR11の40人です。"]);
  });

  test("どのシートも縮小して8ポイントを下回らない", () => {
    for (const sheet of sheets) {
      const width = sheet.columnWidths.reduce((sum, value) => sum + value, 0);
      const sizes = sheet.rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell === null ? [] : [roleStyles[cell.role].size])));
      const scale = Math.min(1, PAGE_WIDTHS[sheet.print.paper] / width);
      expect({ sheet: sheet.name, isLegible: Math.min(...sizes) * scale >= SMALLEST_SIZE }).toEqual({
        sheet: sheet.name,
        isLegible: true,
      });
    }
  });

  test("表の見出しは列の名前と同じで、二度現れない", () => {
    for (const { tables, rows } of sheets) {
      for (const { region, columns } of tables) {
        expect(rows[region.top]?.cells.map((cell) => cell?.value)).toEqual(columns);
        expect(new Set(columns).size).toBe(columns.length);
      }
    }
  });

  test("共管の指標は課ごとに数え、延べ件数と断る", () => {
    const rows = table(sheetNamed("総括", sheets));
    expect(rows.filter(([label]) => label === "税務課").map((row) => row[1])).toEqual([1, 1, 1]);
    expect(JSON.stringify(rows)).toContain("延べ件数");
  });
});

describe("頁をまたぐ一覧", () => {
  const many = Array.from({ length: 60 }, (_, n) => indicator(`指標${String(n)}`, { headings: [n < 55 ? "基本目標１ 元気な経済" : "基本目標２ 人の流れ"] }));
  const plan = planReport(reportInput({ indicators: many }));

  test.each(["目標値未設定一覧", "指標一覧"])("%sは、次の頁の頭に続きの区分を書き、区分の行を頁の末尾に残さない", (name) => {
    const { rows, print } = sheetNamed(name, plan.sheets);
    expect(print.breakAfterRows.length).toBeGreaterThan(0);
    for (const last of print.breakAfterRows) {
      expect(rows[last]?.cells[0]?.role).not.toBe("group");
      expect(rows[last + 1]?.cells[0]).toMatchObject({ role: "group" });
    }
    expect(rows.some(({ cells }) => shown(cells[0]?.value ?? null) === "基本目標１ 元気な経済　55件（続き）")).toBe(true);
  });

  test("頁に収まらない件数の表は、次の頁でも見出しを持ち、数式は自分の行を指す", () => {
    const policies = Array.from({ length: 60 }, (_, n) => indicator(`指標${String(n)}`, { headings: [`基本目標${String(n)} まち`] }));
    const sheet = sheetNamed("総括", planReport(reportInput({ indicators: policies })).sheets);
    const heads = sheet.rows.flatMap(({ cells }, row) => (cells[0]?.role === "header" ? [row] : []));
    expect(heads.length).toBeGreaterThan(2);
    sheet.rows.forEach(({ cells }, row) => {
      for (const cell of cells) {
        // The lines above a chart speak of the rows of its table.
        if (cell === null || cell.role === "plain" || !isFormula(cell.value)) continue;
        for (const part of cell.value.formula) {
          if (typeof part !== "string" && part.sheet === sheet.key) expect(part.region.top).toBe(row);
        }
      }
    });
    for (const chart of sheet.charts) {
      for (const label of chart.categories.cached) expect(label).toMatch(/^基本目標/u);
    }
  });

  test("グラフが一部の区分だけのときは、文もそうと断る", () => {
    const policies = Array.from({ length: 60 }, (_, n) => indicator(`指標${String(n)}`, { headings: [`基本目標${String(n)} まち`], target: figure("D7", n % 2 === 0 ? "blank" : "set", n % 2 === 0 ? null : 10) }));
    const [chart] = sheetNamed("総括", planReport(reportInput({ indicators: policies })).sheets).charts;
    expect(chart?.altText).toMatch(/設定済／対象は30／60（50\.0%）です。グラフの中で割合が最も低いのは「基本目標0 まち」ほか（0／1、0\.0%）です。$/u);
  });
});

test("年度の分からない実績値も指標一覧に載せる", () => {
  const undated = indicator("満足度", { actuals: [{ ...figure("E7", "set", 73), period: null }] });
  const rows = table(sheetNamed("指標一覧", planReport(reportInput({ indicators: [undated] })).sheets));
  const heads = rows.find((row) => row.includes("No.")) ?? [];
  expect(rows.find((row) => row.includes("満足度"))?.[heads.indexOf("実績値\n年度不明")]).toBe("73人");
});

test("指標一覧には所見を書き込む欄がある", () => {
  const { rows } = sheetNamed("指標一覧", planReport(reportInput(model)).sheets);
  const heads = rows.find(({ cells }) => cells.some((cell) => cell?.value === "所見"))?.cells ?? [];
  const at = heads.findIndex((cell) => cell?.value === "所見");
  expect(rows.filter(({ cells }) => cells[at]?.role === "answer")).toHaveLength(4);
});
