import { mendableBook } from "./books";
import { useWorkbench } from "./pane-page";

jest.setTimeout(180_000);

const workbench = useWorkbench();

/** Takes workers away before any script of the pane runs. */
function refuseWorkers(): void {
  Object.assign(window, { Worker: function refuse() { throw new DOMException("refused", "SecurityError"); } });
}

test("「直したら自動でもう一度点検する」を入れると、セルに入力してしばらくすると、押さなくても一覧が変わる", async () => {
  const pane = await workbench.open({ book: mendableBook() });
  await pane.check();
  await pane.see("I2 目標値が空欄");
  await pane.press("設定", "tab");
  await pane.press("直したら自動でもう一度点検する", "switch");
  await pane.press("点検", "tab");
  await pane.workbook((book) => book.type("指標一覧", "I2", "300"));
  await pane.seeNo("I2 目標値が空欄");
  await pane.workbook((book) => book.clear("指標一覧", "I4"));
  await pane.see("I4 目標値が空欄");
  expect(await pane.words()).not.toContain("シートが変わりました");
  // Off again: from now on the pane only says that the list is older.
  await pane.press("設定", "tab");
  await pane.press("直したら自動でもう一度点検する", "switch");
  await pane.press("点検", "tab");
  await pane.workbook((book) => book.type("指標一覧", "I4", "0"));
  await pane.see("シートが変わりました");
  await new Promise((done) => { setTimeout(done, 2_500); });
  await pane.see("I4 目標値が空欄");
  expect(pane.errors).toEqual([]);
});

test("候補を入れ、集計シートに書き込んでも「シートが変わりました」とは言わず、その直後に表へ入力すると言う", async () => {
  const pane = await workbench.open({ book: mendableBook() });
  await pane.check();
  await pane.press("集計", "tab");
  await pane.press("作るものを確かめる");
  await pane.press("集計シートを作る");
  await pane.find("元に戻す：集計シートを作った");
  await pane.workbook((book) => {
    const sheet = book.host.workbook.sheets.find(({ name }) => name === "目標値未設定一覧");
    if (sheet !== undefined) book.type(sheet.name, "I6", "検討中");
  });
  await pane.press("点検", "tab");
  await pane.openFinding("G3 数値が文字列");
  await pane.press("候補を入れる");
  await pane.see("1件を直しました。もう一度点検すると、一覧から消えます。");
  expect(await pane.words()).not.toContain("シートが変わりました");
  await pane.workbook((book) => book.type("指標一覧", "I2", "300"));
  await pane.see("シートが変わりました");
  expect(pane.errors).toEqual([]);
});

test("裏での計算（Worker）が断られる端末でも、点検し、確認済みにし、集計の見本まで同じにできる", async () => {
  const pane = await workbench.open({ book: mendableBook(), before: refuseWorkers });
  expect(await pane.pane.evaluate(() => { try { new Worker("x.js"); return "given"; } catch { return "refused"; } })).toBe("refused");
  await pane.check();
  const refused = await pane.words();
  await pane.openFinding("I2 目標値が空欄");
  await pane.press("確認済みにする");
  await pane.page.keyboard.type("条例の改正を待つため");
  await pane.page.keyboard.press("Enter");
  await pane.see("確認済みにしました");
  await pane.press("集計", "tab");
  await pane.press("作るものを確かめる");
  await pane.see("グラフの見本");
  expect(pane.page.workers()).toEqual([]);
  expect(pane.errors).toEqual([]);
  const usual = await workbench.open({ book: mendableBook() });
  await usual.check();
  expect(usual.page.workers().length).toBeGreaterThan(0);
  expect(await usual.words()).toBe(refused);
});

describe("サーバーの版", () => {
  test("新しい版があれば、することとともに一行で知らせ、閉じられ、点検はできる", async () => {
    const pane = await workbench.open({ book: mendableBook(), version: { body: JSON.stringify({ version: "99.1.0" }) } });
    await pane.see("新しい版（99.1.0）があります。この画面を閉じて開き直すと使えます。");
    expect([...(await pane.violations()), ...(await pane.cutOff()), ...(await pane.tooSmall())]).toEqual([]);
    await pane.check();
    await pane.see("新しい版（99.1.0）があります");
    await pane.press("新しい版の知らせを閉じる");
    await pane.seeNo("新しい版（");
    expect(pane.errors).toEqual([]);
  });

  test.each([
    ["同じか古い版", { body: JSON.stringify({ version: "0.0.1" }) }],
    ["壊れた答え", { body: "<html>" }],
    ["見つからない", { status: 404, body: "" }],
  ])("%s のときは、何も言わない", async (_, version) => {
    const pane = await workbench.open({ book: mendableBook(), version });
    await pane.check();
    expect(pane.requested.some((url) => url.endsWith("/version.json"))).toBe(true);
    expect(await pane.words()).not.toContain("新しい版");
    expect(pane.errors.filter((text) => !text.includes("404"))).toEqual([]);
  });
});
