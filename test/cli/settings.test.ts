import { bookOf, expectTrouble, inFolder, ROWS_WITH_BLANK, type Folder, type Outcome } from "./shinchoku";

const NAMESPACE = "urn:shinchoku:settings:1";

/** The settings as the pane stores them in a workbook. */
function carrying(settings: unknown): Uint8Array {
  const json = typeof settings === "string" ? settings : JSON.stringify(settings);
  const text = json.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return bookOf({ KPI: ROWS_WITH_BLANK }, { "customXml/item1.xml": `<settings xmlns="${NAMESPACE}">${text}</settings>` });
}

function check(folder: Folder, ...more: readonly string[]): Promise<Outcome> {
  return folder.run("check", "計画.xlsx", "--json", ...more);
}

function rulesIn({ stdout }: Outcome): readonly string[] {
  return (JSON.parse(stdout) as { readonly findings: readonly { readonly rule: string }[] }).findings.map(({ rule }) => rule);
}

describe("設定ファイル", () => {
  async function checkedWith(settings: unknown, verify: (outcome: Outcome, folder: Folder) => void | Promise<void>): Promise<void> {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
      folder.write("設定.json", typeof settings === "string" ? settings : JSON.stringify(settings));
      await verify(await check(folder, "--as-of", "2025-10-01", "--settings", "設定.json"), folder);
    });
  }

  test("使わない規則の指摘は出ず、終了の区分も変わる", async () => {
    await checkedWith({ rulesOff: ["indicator-target-missing"] }, (outcome) => {
      expect(outcome).toMatchObject({ status: 0, stderr: "" });
      expect(rulesIn(outcome)).toEqual([]);
    });
  });

  test("先頭に印（BOM）のあるファイルも読む", async () => {
    await checkedWith(`\ufeff${JSON.stringify({ rulesOff: ["indicator-target-missing"] })}`, (outcome) => {
      expect(outcome.status).toBe(0);
    });
  });

  test("確認済みの指摘は一覧から外れ、理由とともに別に出る", async () => {
    await checkedWith({}, async (first, folder) => {
      const [finding] = (JSON.parse(first.stdout) as { readonly findings: readonly { readonly rule: string; readonly key: string }[] }).findings;
      expect(finding?.rule).toBe("indicator-target-missing");
      folder.write("設定.json", JSON.stringify({ accepted: [{ rule: finding?.rule, key: finding?.key, reason: "目標を置かないため" }] }));
      const second = await check(folder, "--as-of", "2025-10-01", "--settings", "設定.json");
      expect(second.status).toBe(0);
      expect(JSON.parse(second.stdout)).toMatchObject({ findings: [], acceptedFindings: [{ rule: "indicator-target-missing", reason: "目標を置かないため" }] });
      expect((await folder.run("check", "計画.xlsx", "--as-of", "2025-10-01", "--settings", "設定.json")).stdout).toContain("ほかに、確認済みの指摘が 1 件あります。");
    });
  });

  test.each<[string, unknown, string]>([
    ["JSONでない", "rulesOff: なし", "設定ファイル「設定.json」を読めません。"],
    ["設定の形でない", "[]", "設定ファイル「設定.json」を読めません。"],
    ["知らない項目", { ruleOff: [] }, "「ruleOff」という項目はありません。"],
    ["中の知らない項目", { tolerances: { points: 1 } }, "「tolerances.points」という項目はありません。"],
    ["値の誤り", { asOf: "2026-02-30" }, "「asOf」の書き方に誤りがあります。"],
    ["訂正の番地の誤り", { corrections: [{ kind: "header", sheet: "KPI", range: "四行目" }] }, "「corrections.0.range」の書き方に誤りがあります。"],
    ["ない規則を使わない", { rulesOff: ["label-variant", "target-missing"] }, "「rulesOff.1」にある「target-missing」という規則はありません。"],
    ["ない規則の確認", { accepted: [{ rule: "duplicate", key: "a", reason: "" }] }, "「accepted.0.rule」にある「duplicate」という規則はありません。"],
    ["新しい版", { version: 2 }, "新しい書き方（version 2）です。"],
  ])("%sなら、どこが誤りかを示し、点検しない", async (_, settings, what) => {
    await checkedWith(settings, (outcome) => {
      expectTrouble(outcome, what);
      expect(outcome.stderr).toContain("設定.json");
      expect(outcome.stderr).toContain("点検は行っていません。");
    });
  });

  test("ないファイルやフォルダーなら、点検しない", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
      expectTrouble(await check(folder, "--settings", "ない.json"), "設定ファイル「ない.json」を読めません。");
      expectTrouble(await check(folder, "--settings", "."), "を読めません。");
    });
  });

  test("評価日は、--as-of、設定、今日の順に決まる", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", bookOf({ KPI: ROWS_WITH_BLANK }));
      folder.write("設定.json", JSON.stringify({ asOf: "2024-12-31" }));
      const dayOf = ({ stdout }: Outcome): unknown => (JSON.parse(stdout) as { readonly asOf: unknown }).asOf;
      expect(dayOf(await check(folder, "--settings", "設定.json", "--as-of", "2025-10-01"))).toBe("2025-10-01");
      expect(dayOf(await check(folder, "--settings", "設定.json"))).toBe("2024-12-31");
      const japan = (): string => new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10);
      const first = japan();
      const day = dayOf(await check(folder));
      expect([first, japan()]).toContain(day);
    });
  });
});

describe("ブックに保存された設定", () => {
  test("--settings がなければ、ブックの設定で点検する", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", carrying({ version: 1, rulesOff: ["indicator-target-missing"], asOf: "2025-10-01", statusWords: { "<&>": "done" } }));
      const outcome = await check(folder);
      expect(outcome).toMatchObject({ status: 0, stderr: "" });
      expect(JSON.parse(outcome.stdout)).toMatchObject({ asOf: "2025-10-01", findings: [] });
    });
  });

  test("--settings があれば、ブックの設定は使わない", async () => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", carrying({ rulesOff: ["indicator-target-missing"] }));
      folder.write("設定.json", "{}");
      expect(rulesIn(await check(folder, "--as-of", "2025-10-01", "--settings", "設定.json"))).toEqual(["indicator-target-missing"]);
    });
  });

  test.each<[string, unknown, string]>([
    ["壊れた", "{", "「計画.xlsx」に保存された設定を読めません。"],
    ["新しい版の", { version: 3 }, "「計画.xlsx」に保存された設定は、この版の進捗点検より新しい書き方（version 3）です。"],
    ["知らない項目のある", { colour: "red" }, "「colour」という項目はありません。"],
  ])("%s設定なら、黙って捨てずに断る", async (_, settings, what) => {
    await inFolder(async (folder) => {
      folder.write("計画.xlsx", carrying(settings));
      expectTrouble(await check(folder), what);
    });
  });
});
