import { build } from "esbuild";
import type { Browser, Page } from "puppeteer-core";
import { launchChromium } from "../../../workbench/browser/chromium";
import { loadSchema } from "../../../workbench/host/schema/load";
import { makeKit, unpack } from "../../kit/kit";
import { serveSite, type ServedSite } from "./serve-site";

// The first run unpacks Chromium; on a busy machine that alone takes a while.
jest.setTimeout(180_000);

interface Opened {
  readonly page: Page;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  /** What a policy refused: directive and address, each refusal once. */
  readonly refused: () => Promise<readonly string[]>;
  /** What the page threw or printed as an error. */
  readonly errors: readonly string[];
}

/** Excel for Windows as a script for the page. */
async function excelScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/browser/kit/win32-host.ts"],
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    define: { OFFICE_SCHEMA: JSON.stringify(loadSchema()) },
    tsconfig: "tsconfig.test.json",
  });
  return outputFiles[0]?.text ?? "";
}

const NOTE_REFUSALS = `window.refusals = []; addEventListener("securitypolicyviolation", (event) => { window.refusals.push(event.effectiveDirective + " " + event.blockedURI + " " + event.sourceFile); });`;

describe("キットのsiteを静的なサーバーから配り、ブラウザーで開く", () => {
  let browser: Browser;
  let site: ServedSite;
  let excel: string;

  beforeAll(async () => {
    const files = unpack(makeKit().zip);
    [site, browser, excel] = await Promise.all([serveSite(files), launchChromium(), excelScript()]);
  });
  afterAll(async () => {
    await (browser as Browser | undefined)?.close();
    await (site as ServedSite | undefined)?.close();
  });

  async function open(path: string, inExcel: boolean): Promise<Opened> {
    // office.js remembers its host for the session: each page gets a session of its own.
    const context = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width: 350, height: 700 });
    const asked: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => { asked.push(request.url()); });
    page.on("pageerror", (error) => { errors.push(String(error)); });
    page.on("console", (message) => { if (message.type() === "error") errors.push(message.text()); });
    page.on("workercreated", (worker) => { asked.push(worker.url()); });
    await page.evaluateOnNewDocument(NOTE_REFUSALS);
    if (inExcel) await page.evaluateOnNewDocument(excel);
    await page.goto(site.base + path, { waitUntil: "load" });
    const refused = async () => [...new Set(await page.evaluate(() => (globalThis as unknown as { readonly refusals: string[] }).refusals))];
    return { page, asked, refused, errors };
  }

  const outside = (asked: readonly string[]) => asked.filter((url) => !url.startsWith(site.base) && !url.startsWith("data:"));

  test("Excelの中: office.jsと握手し、画面が点検を始められるところまで来る。外へは一つも求めず、止められるものもない", async () => {
    const { page, asked, refused, errors } = await open("taskpane.html", true);
    const button = await page.waitForSelector("::-p-aria([name=\"この表を点検\"][role=\"button\"])", { timeout: 60_000 });
    expect(button).not.toBeNull();
    expect(await page.evaluate(() => Office.context.requirements.isSetSupported("ExcelApi", "1.14"))).toBe(true);
    expect(asked.map((url) => url.slice(site.base.length))).toEqual(expect.arrayContaining(["taskpane.html", "office/office.js", "office/excel-win32-16.01.js", "office/ja-jp/office_strings.js"]));
    expect(outside(asked)).toEqual([]);
    expect(await refused()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("点検をしても（別のスレッドでの計算も）、外へは一つも求めず、止められるものもない", async () => {
    const { page, asked, refused, errors } = await open("taskpane.html", true);
    const button = await page.waitForSelector("::-p-aria([name=\"この表を点検\"][role=\"button\"])", { timeout: 60_000 });
    await button?.click();
    await page.waitForFunction(() => document.body.textContent.includes("目標値が空欄"), { timeout: 60_000 });
    // What is left on the machine afterwards is what the paper says, what office.js keeps included.
    const paper = unpack(makeKit().zip)["docs/セキュリティ説明書.html"]?.toString("utf8") ?? "";
    const kept = await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage), ...(document.cookie === "" ? [] : ["cookie"])]);
    expect(kept.filter((key) => !paper.includes(key))).toEqual([]);
    expect(await page.evaluate(async () => [...(await indexedDB.databases()).map(({ name }) => name), ...(await caches.keys())])).toEqual([]);
    expect(page.workers().length + asked.filter((url) => /\/app\/\w+\.[0-9a-f]{10}\.js$/u.test(url)).length).toBeGreaterThan(1);
    expect(outside(asked)).toEqual([]);
    expect(await refused()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("リボンのページ: Excelの中で、外へ求めず、止められるものもない", async () => {
    const { page, asked, refused, errors } = await open("commands.html", true);
    await page.waitForFunction(() => typeof Excel !== "undefined", { timeout: 60_000 });
    expect(outside(asked)).toEqual([]);
    expect(await refused()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("Excelの外: office.jsが外の枠を一つ試みて止められるだけで、外へは届かない", async () => {
    const { asked, refused } = await open("taskpane.html", false);
    await new Promise((go) => setTimeout(go, 6000));
    const refusals = await refused();
    expect(refusals.filter((text) => !text.includes("/office/o15apptofilemappingtable.js"))).toEqual([]);
    expect(outside(asked)).toEqual([]);
  });

  describe("診断", () => {
    const result = async (page: Page) => {
      await page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#copy")?.disabled === false, { timeout: 90_000 });
      return page.$eval("#text", (element) => (element as HTMLTextAreaElement).value);
    };

    test("Excelの中: すべてがよく、使える機能の組を示す", async () => {
      const { page, asked, errors } = await open("doctor.html", true);
      const told = await result(page);
      expect(told).not.toContain("［不可］");
      expect(told).not.toContain("［注意］");
      expect(told).toContain("ExcelApi 1.14");
      expect(told).toMatch(/^進捗点検の診断（\d{4}年\d{1,2}月\d{1,2}日 /u);
      expect(told).toMatch(/［よい］画面のプログラム: \d{2}個のファイルをすべて読めました（text\/javascript/u);
      expect(told).toContain("［よい］規則の説明: rules.json を読めました");
      expect(told).toMatch(/［よい］止められた読み込み: ありません/u);
      expect(told.match(/内容が一致しました/gu)).toHaveLength(7);
      expect(await page.$eval("#state", (element) => element.textContent)).toBe("調べ終わりました。動かない原因になるものはありません。");
      expect(outside(asked)).toEqual([]);
      expect(errors).toEqual([]);
    });

    test("Excelの外: 外で開いていることを示し、止められた一つを問題ないと説明する", async () => {
      const { page, asked } = await open("doctor.html", false);
      const told = await result(page);
      expect(told).not.toContain("［不可］");
      expect(told).toContain("Excelの外で開いています");
      expect(told).toContain("問題ありません");
      expect(told).toContain("［よい］外への読み込み: ありません");
      expect(outside(asked)).toEqual([]);
    });

    test("ファイルが欠けたり違ったりすると、それを示す", async () => {
      const whole = unpack(makeKit().zip);
      const bundle = Object.keys(whole).find((path) => path.startsWith("site/app/commands.")) ?? "no bundle";
      const left = ["site/office/ja-jp/office_strings.js", "site/rules.json", bundle];
      const files = { ...Object.fromEntries(Object.entries(whole).filter(([path]) => !left.includes(path))), "site/office/excel-mac-16.00.js": Buffer.from("//") };
      const broken = await serveSite(files);
      try {
        const context = await browser.createBrowserContext();
        const page = await context.newPage();
        await page.goto(`${broken.base}doctor.html`, { waitUntil: "load" });
        const told = await result(page);
        expect(told).toContain("［不可］ja-jp/office_strings.js: 読めません（404）");
        expect(told).toContain(`［不可］${bundle.slice("site/".length)}: 読めません（404）`);
        expect(told).not.toContain("すべて読めました");
        expect(told).toContain("［注意］規則の説明: rules.json を読めません（404）");
        expect(told).toContain("［注意］excel-mac-16.00.js: 配布したものと内容が違います");
        expect(await page.$eval("#state", (element) => element.textContent)).toContain("動かない原因になるものが2件、注意が2件");
      } finally {
        await broken.close();
      }
    });
  });

  test("使い方のページは、スクリプトなしで読める", async () => {
    const { page, asked, refused, errors } = await open("help/index.html", false);
    expect(await page.title()).toContain("進捗点検");
    expect(outside(asked)).toEqual([]);
    expect(await refused()).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("サーバーのヘッダーの指定も、外への通信を止める", async () => {
    const { page, refused } = await open("help/index.html", false);
    const reached = await page.evaluate(() => fetch("https://example.com/").then(() => true, () => false));
    expect(reached).toBe(false);
    expect((await refused()).some((text) => text.startsWith("connect-src https://example.com"))).toBe(true);
  });
});
