import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { readWorkbook } from "../../src/xlsx";
import { bookOf, expectTrouble, inFolder, ROWS, ROWS_WITH_BLANK, type Folder, type Outcome } from "./shinchoku";

const PLAN = bookOf({ KPI: ROWS_WITH_BLANK });

/** A folder with a plan; afterwards the plan must be as it was, and no half-written file may be left. */
async function withPlan(work: (folder: Folder) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    folder.write("計画.xlsx", PLAN);
    await work(folder);
    expect(folder.read("計画.xlsx").equals(PLAN)).toBe(true);
    expect(folder.names().filter((name) => name.includes(".tmp"))).toEqual([]);
  });
}

function report(folder: Folder, ...more: readonly string[]): Promise<Outcome> {
  return folder.run("report", "計画.xlsx", "--as-of", "2025-10-01", ...more);
}

test("総括ブックを書き出し、その名前を示して0で終わる", async () => {
  await withPlan(async (folder) => {
    expect(await report(folder, "--out", "総括.xlsx")).toEqual({ status: 0, stdout: "総括ブックを「総括.xlsx」に書き出しました。元のブックは書き換えていません。\n", stderr: "" });
    expect(folder.names()).toEqual(["総括.xlsx", "計画.xlsx"].sort());
    const read = readWorkbook(new Uint8Array(folder.read("総括.xlsx")), "総括.xlsx");
    expect(read.ok && read.value.sheets.length).toBeGreaterThan(1);
  });
});

test("同じブックからは、いつも同じバイト列ができる", async () => {
  await withPlan(async (folder) => {
    await report(folder, "--out", "一.xlsx");
    await report(folder, "--out", "二.xlsx");
    expect(folder.read("一.xlsx").equals(folder.read("二.xlsx"))).toBe(true);
  });
});

test("すでにあるファイルは、--force がなければ上書きしない", async () => {
  await withPlan(async (folder) => {
    folder.write("総括.xlsx", "大事な書きかけ");
    expectTrouble(await report(folder, "--out", "総括.xlsx"), "「総括.xlsx」はすでにあります。");
    expect(folder.read("総括.xlsx").toString()).toBe("大事な書きかけ");
    expect((await report(folder, "--out", "総括.xlsx", "--force")).status).toBe(0);
    expect(readWorkbook(new Uint8Array(folder.read("総括.xlsx")), "総括.xlsx").ok).toBe(true);
  });
});

describe("元のブックへは、--force があっても書き出さない", () => {
  test.each([["同じ名前", "計画.xlsx"], ["別の書き方", "./写し/../計画.xlsx"], ["別名（シンボリックリンク）", "別名.xlsx"]])("%s", async (_, out) => {
    await withPlan(async (folder) => {
      mkdirSync(join(folder.path, "写し"));
      symlinkSync(join(folder.path, "計画.xlsx"), join(folder.path, "別名.xlsx"));
      expectTrouble(await report(folder, "--out", out, "--force"), "書き出し先が元のブックと同じです。");
    });
  });
});

describe("書き出せないときは、何も残さない", () => {
  test.each([["ないフォルダー", "ない/総括.xlsx"], ["フォルダーの名前", "写し"]])("%s", async (_, out) => {
    await withPlan(async (folder) => {
      mkdirSync(join(folder.path, "写し"));
      const before = folder.names();
      const outcome = await report(folder, "--out", out, "--force");
      expectTrouble(outcome, "に書き出せませんでした。");
      expect(folder.names()).toEqual(before);
    });
  });

  test("読めないブックや、対象の表のないブックからは、何も書き出さない", async () => {
    await withPlan(async (folder) => {
      folder.write("壊.xlsx", PLAN.slice(0, PLAN.length / 2));
      folder.write("他.xlsx", bookOf({ 献立: [["月曜", "カレー"]] }));
      const before = folder.names();
      expectTrouble(await folder.run("report", "壊.xlsx", "--out", "総括.xlsx"), "壊れているか途中で切れている");
      expectTrouble(await folder.run("report", "他.xlsx", "--out", "総括.xlsx"), "表が見つかりませんでした");
      expect(folder.names()).toEqual(before);
    });
  });

  test("失敗しても、上書きしようとしたファイルは元のままである", async () => {
    await withPlan(async (folder) => {
      folder.write("壊.xlsx", "");
      folder.write("総括.xlsx", "前回の総括");
      expectTrouble(await folder.run("report", "壊.xlsx", "--out", "総括.xlsx", "--force"), "空です");
      expect(folder.read("総括.xlsx").toString()).toBe("前回の総括");
    });
  });
});

test("指摘のないブックからも、総括ブックができる", async () => {
  await inFolder(async (folder) => {
    folder.write("計画.xlsx", bookOf({ KPI: ROWS }));
    expect((await report(folder, "--out", "総括.xlsx")).status).toBe(0);
  });
});
