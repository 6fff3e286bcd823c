import { documentSchema } from "../../src/core";
import { fromRoot } from "../parity/repository";
import { bookOf, expectTrouble, inFolder, ROWS, ROWS_WITH_BLANK, shinchoku } from "./shinchoku";

const AS_OF = ["--as-of", "2025-10-01"];

test("重大な指摘がなければ0、あれば1、対象の表がなければ2で終わる", async () => {
  await inFolder(async (folder) => {
    folder.write("可.xlsx", bookOf({ KPI: ROWS }));
    folder.write("不可.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
    folder.write("他.xlsx", bookOf({ 献立: [["月曜", "カレー"], ["火曜", "うどん"]] }));
    expect((await folder.run("check", "可.xlsx", ...AS_OF)).status).toBe(0);
    expect((await folder.run("check", "不可.xlsx", ...AS_OF)).status).toBe(1);
    expectTrouble(await folder.run("check", "他.xlsx", ...AS_OF), "表が見つかりませんでした");
  });
});

test("人が読む結果は、シートとセルの番地、重要度、何をすればよいか、規則ごとの件数を示す", async () => {
  await inFolder(async (folder) => {
    folder.write("計画.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
    const { stdout, stderr } = await folder.run("check", "計画.xlsx", ...AS_OF);
    expect(stderr).toBe("");
    expect(stdout).toContain("計画.xlsx の点検結果（評価日 2025-10-01）");
    expect(stdout).toContain("表 1　指標 2　個別業務 0");
    expect(stdout).toContain("目標値: 2件中 設定済 1、空欄 1");
    expect(stdout).toMatch(/【KPI】\n {2}E3 +要修正　「宿泊者数」の目標値（令和8年度）が空欄のため、達成したかどうかを評価できません。目標値を入力/u);
    expect(stdout).toMatch(/要修正 +目標値が空欄 +1\n/u);
    expect(stdout).toContain("元のブックは書き換えていません。");
    expect(stdout).not.toMatch(/undefined|null|NaN|\[object|indicator-/u);
  });
});

test("指摘のないブックには、そのとおりに言う", async () => {
  const { status, stdout } = await shinchoku(["check", fromRoot("samples/d12-clean.xlsx"), ...AS_OF]);
  expect(status).toBe(0);
  expect(stdout).toContain("指摘はありません。");
});

describe("--json", () => {
  test("標準出力は一つのJSON文書だけで、終了の区分は同じである", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
      const { status, stdout, stderr } = await folder.run("check", "計画.xlsx", "--json", ...AS_OF);
      expect({ status, stderr }).toEqual({ status: 1, stderr: "" });
      const document = documentSchema.parse(JSON.parse(stdout));
      expect(document.workbook).toEqual({ file: "計画.xlsx", sheets: ["KPI"] });
      expect(document.findings).toMatchObject([{ rule: "indicator-target-missing", severity: "error", at: { sheet: "KPI", cell: "E3" } }]);
      expect(stdout.endsWith("}\n")).toBe(true);
    });
  });

  test("対象の表がないブックも、空の一覧の文書を出す", async () => {
    await inFolder(async (folder) => {
      folder.write("他.xlsx", bookOf({ 献立: [["月曜", "カレー"]] }));
      const { status, stdout, stderr } = await folder.run("check", "他.xlsx", "--json", ...AS_OF);
      expect(status).toBe(2);
      expect(documentSchema.parse(JSON.parse(stdout))).toMatchObject({ tables: [], indicators: [], findings: [], notRead: [{ sheet: "献立", because: "no-table" }] });
      expect(stderr).toContain("表が見つかりませんでした");
    });
  });

  test("知らない鍵は、文書のどこにもない", async () => {
    const { stdout } = await shinchoku(["check", fromRoot("samples/d10-everything.xlsx"), "--json", ...AS_OF]);
    const document: unknown = JSON.parse(stdout);
    expect(documentSchema.parse(document)).toEqual(document);
  });

  test("同じブックからは、いつも同じ文書ができる", async () => {
    const args = ["check", fromRoot("samples/d02-ebetsu-2nd-results.xlsx"), "--json", ...AS_OF];
    expect((await shinchoku(args)).stdout).toBe((await shinchoku(args)).stdout);
  });
});

describe("読めないもの", () => {
  const kinds = ["check", "report", "compare"] as const;
  const argsOf = (kind: (typeof kinds)[number], book: string): readonly string[] => {
    if (kind === "compare") return [kind, book, "計画.xlsx", "--json"];
    return kind === "check" ? [kind, book, "--json"] : [kind, book, "--out", "総括.xlsx"];
  };

  test.each(kinds)("%s は、ないファイル、フォルダー、ブックでないファイルを、何も書かずに断る", async (kind) => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS }));
      folder.write("メモ.xlsx", "これはブックではありません。");
      folder.write("空.xlsx", "");
      folder.write("半端.xlsx", bookOf({ KPI: ROWS }).slice(0, 900));
      const before = folder.names();
      expectTrouble(await folder.run(...argsOf(kind, "ない.xlsx")), "「ない.xlsx」が見つかりません。");
      expectTrouble(await folder.run(...argsOf(kind, ".")), "フォルダーなので読めません。");
      expectTrouble(await folder.run(...argsOf(kind, "メモ.xlsx")), "文字だけのファイル");
      expectTrouble(await folder.run(...argsOf(kind, "空.xlsx")), "空です");
      expectTrouble(await folder.run(...argsOf(kind, "半端.xlsx")), "壊れているか途中で切れている");
      expect(folder.names()).toEqual(before);
    });
  });
});
