import { openWebPages, type WebPages } from "../../workbench/browser/smoke";
import { scenario } from "../../workbench/host/conformance/index";

// The first run unpacks Chromium; on a busy machine that alone takes a while.
jest.setTimeout(180_000);

describe("Web の経路（本物の Chromium、https の iframe）", () => {
  let pages: WebPages;
  beforeAll(async () => { pages = await openWebPages(); });
  // Where it did not even open, there is nothing to close, and the reason is what the log should end with.
  afterAll(() => (pages as WebPages | undefined)?.close());

  test("手を加えない office.js が iframe の中で読み込まれ、Excel on the web として準備が整う", async () => {
    expect(await pages.pane.evaluate(() => globalThis.panePage?.ready())).toEqual({ host: "Excel", platform: "OfficeOnline", reads: true, beyond: false });
    // The last ones are asked for side by side; either may come first.
    expect([...pages.paneServer.requested].sort()).toEqual(["/office/excel-web-16.00.js", "/office/ja-jp/office_strings.js", "/office/office.js", "/pane-page.js", "/pane.html"]);
  });

  test("すべての検査が通る", async () => {
    expect(scenario.length).toBeGreaterThanOrEqual(60);
    expect(await pages.pane.evaluate(() => globalThis.panePage?.run())).toEqual([]);
    expect(await pages.page.evaluate(() => globalThis.hostPage?.requests() ?? 0)).toBeGreaterThan(scenario.length);
    await pages.page.waitForFunction(() => globalThis.hostPage?.openReferences() === 0, { timeout: 10_000 });
  });

  test("リボンのボタンは、結び付けた関数を呼び、終わりを告げる", async () => {
    await pages.page.evaluate(() => { globalThis.hostPage?.press("Btn1", "clearHighlights"); });
    await pages.page.waitForFunction(() => globalThis.hostPage?.completed().length === 1, { timeout: 10_000 });
  });

  test("文書の設定は、ブックに残り、読み直せる", async () => {
    expect(await pages.pane.evaluate(() => globalThis.panePage?.keep("値"))).toBe("値");
  });

  test("この機械の外には何も求めず、誤りも出さない", () => {
    expect(pages.asked.length).toBeGreaterThan(5);
    expect(pages.asked.map((url) => new URL(url)).filter(({ protocol, hostname }) => protocol !== "data:" && hostname !== "localhost")).toEqual([]);
    expect(pages.errors).toEqual([]);
  });
});
