import { readJson } from "../parity/repository";
import { bookOf, inFolder, ROWS, shinchoku } from "./shinchoku";

const version = (readJson("package.json") as { readonly version: string }).version;

test.each([[[]], [["help"]], [["--help"]], [["-h"]], [["check", "--help"]]])("%j は使い方を示し、0で終わる", async (args) => {
  const { status, stdout, stderr } = await shinchoku(args);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  for (const word of ["check", "report", "compare", "--json", "--out", "--force", "--as-of", "--settings", "終了コード"]) expect(stdout).toContain(word);
});

test.each([["--version"], ["-v"]])("%s は版だけを示し、0で終わる", async (option) => {
  expect(await shinchoku([option])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

describe("指定の誤りは、直し方を一文か二文の日本語で示し、2で終わる", () => {
  test.each<[string, readonly string[], string]>([
    ["知らない命令", ["chek", "計画.xlsx"], "「chek」"],
    ["知らない指定", ["check", "計画.xlsx", "--jsn"], "shinchoku --help"],
    ["値のない指定", ["check", "計画.xlsx", "--as-of"], "shinchoku --help"],
    ["値のいらない指定に値", ["check", "計画.xlsx", "--json=yes"], "shinchoku --help"],
    ["ブックなし", ["check"], "点検するブック"],
    ["ブックが二つ", ["check", "計画.xlsx", "別.xlsx"], "一つだけ"],
    ["比べるブックが一つ", ["compare", "計画.xlsx"], "前回と今回"],
    ["比べるブックが三つ", ["compare", "計画.xlsx", "別.xlsx", "他.xlsx"], "前回と今回"],
    ["書き出し先なし", ["report", "計画.xlsx"], "--out"],
  ])("%s", async (_, args, word) => {
    const { status, stdout, stderr } = await shinchoku(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(word);
    expect(stderr).toMatch(/^(?:[^。\n]+。){1,2}\n$/u);
  });
});

describe("評価日", () => {
  test.each(["2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-3-31", "20260331", "令和8年3月31日", "1899-12-31", ""])("「%s」は日付として認めない", async (day) => {
    const { status, stdout, stderr } = await shinchoku(["check", "計画.xlsx", `--as-of=${day}`]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain(`評価日「${day}」は日付として読めません。`);
  });

  test.each(["2024-02-29", "2026-03-31"])("「%s」は日付として認め、その日で評価する", async (day) => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS }));
      const { stdout } = await folder.run("check", "計画.xlsx", "--json", "--as-of", day);
      expect(JSON.parse(stdout)).toMatchObject({ asOf: day });
    });
  });

  test("年度が終わる日の前と後で、実績値の空欄の扱いが変わる", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS.map((row) => row.map((value, column) => (column === 3 && value === 310 ? "" : value))) }));
      const missing = async (day: string): Promise<boolean> => (await folder.run("check", "計画.xlsx", "--json", "--as-of", day)).stdout.includes("indicator-actual-missing");
      expect(await missing("2025-03-30")).toBe(false);
      expect(await missing("2025-03-31")).toBe(true);
    });
  });
});
