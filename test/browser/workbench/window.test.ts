import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import { readWorkbook } from "../../../src/xlsx/read/read-workbook";
import { ADDIN_HEADERS } from "../../../workbench/browser/serve/headers";
import { openWorkbenchPage, type OpenedWorkbench } from "./open-page";

// The first run unpacks Chromium; on a busy machine that alone takes a while.
jest.setTimeout(180_000);

const SHEET = "第３章";
const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

let opened: OpenedWorkbench;
let page: Page;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shinchoku-workbench-"));
  opened = await openWorkbenchPage();
  ({ page } = opened);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  // Where it did not even open, there is nothing to close, and the reason is what the log should end with.
  await (opened as OpenedWorkbench | undefined)?.close();
});

const books = (): Promise<readonly string[]> => page.evaluate(() => window.workbench!.books);
const message = (): Promise<string | null> => page.evaluate(() => document.querySelector("dialog[open] p")?.textContent ?? null);

async function choose(path: string): Promise<void> {
  const input = (await page.$("input[type=file]")) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
}

describe("はじめの画面", () => {
  test("目標値の欠けた見本と、幅350の点検の画面と、試すことの一行が見える", async () => {
    await opened.go();
    expect(await books()).toEqual(["d01-ebetsu-3rd-kpi.xlsx"]);
    expect(await page.$eval("iframe.pane", (frame) => [frame.clientWidth, (frame).src])).toEqual([350, `${opened.origin}/addin/taskpane.html`]);
    expect(await page.$eval(".hint", (hint) => hint.textContent)).toContain("試してみましょう");
    await page.waitForFunction(() => document.querySelector("[role=grid]")?.textContent.includes("市内に働きやすい環境"));
  });

  test("点検の画面は、本番と同じ制限のもとで、Excel があるものとして始まる", async () => {
    await opened.go();
    const pane = await opened.pane();
    await pane.waitForFunction(() => typeof Office !== "undefined" && typeof Excel !== "undefined");
    expect(await pane.evaluate(async () => (await Office.onReady()).host)).toBe("Excel");
    const answer = await fetch(`${opened.origin}/addin/taskpane.html`);
    expect(answer.headers.get("content-security-policy")).toBe(ADDIN_HEADERS["Content-Security-Policy"]);
    expect(await answer.text()).toMatch(/bridge\.js.*office\/office\.js/su);
    // office.js goes out as it came.
    expect(await (await fetch(`${opened.origin}/addin/office/office.js`)).text()).toBe(readFileSync("node_modules/@microsoft/office-js/dist/office.js", "utf8"));
  });

  test("制限は、組み立てたページが自分で名乗るものと同じである", async () => {
    const [, policy = ""] = /Content-Security-Policy"? content="([^"]*)"/u.exec(readFileSync("dist/addin/taskpane.html", "utf8")) ?? [];
    expect(policy.split("; ").length).toBeGreaterThan(8);
    for (const path of ["addin/taskpane.html", "addin/commands.html"]) {
      expect((await fetch(`${opened.origin}/${path}`)).headers.get("content-security-policy")).toBe(`${policy}; frame-ancestors 'self'`);
    }
    expect((await fetch(opened.origin)).headers.get("content-security-policy")).toBe(`${policy}; frame-ancestors 'self'; frame-src 'self'`);
  });

  test("ほかの名前で呼ばれたとき、外の階層を求められたときは、何も渡さない", async () => {
    expect((await fetch(`${opened.origin}/addin/%2e%2e%2f%2e%2e%2fpackage.json`)).status).toBe(404);
    expect((await fetch(`${opened.origin}/samples/..%2fREADME.md`)).status).toBe(404);
    expect((await fetch(opened.origin, { method: "POST" })).status).toBe(405);
  });
});

describe("リボン", () => {
  test("マニフェストのボタンが、その名前と絵で並ぶ", async () => {
    await opened.go();
    expect(await page.$$eval(".ribbon button", (buttons) => buttons.map((button) => [button.id, button.querySelector(".label")?.textContent, button.querySelector("img")?.naturalWidth]))).toEqual([
      ["Shinchoku.Open", "点検を開く", 32],
      ["Shinchoku.Report", "集計を作る", 32],
      ["Shinchoku.ClearMarks", "色付けを消す", 32],
    ]);
  });

  test("ボタンごとの番地で、同じ一つの画面を開く。閉じれば無くなり、また開く", async () => {
    await opened.go("?pane=closed");
    expect(await page.$("iframe.pane")).toBeNull();
    await page.click("#Shinchoku\\.Report");
    await page.waitForFunction(() => document.querySelector<HTMLIFrameElement>("iframe.pane")?.src.endsWith("/addin/taskpane.html?step=report"));
    await page.click("#Shinchoku\\.Open");
    expect(await page.$$eval("iframe.pane", (frames) => frames.map((frame) => new URL((frame).src).search))).toEqual([""]);
    await page.click("[aria-label=作業ウィンドウを閉じる]");
    expect(await page.$("iframe.pane")).toBeNull();
  });

  test("関数のボタンは、終わりが告げられるまで押せない", async () => {
    await opened.go("?pane=closed&latency=150");
    await page.click("#Shinchoku\\.ClearMarks");
    const isGrey = (): Promise<boolean> => page.$eval("#Shinchoku\\.ClearMarks", (button) => (button as HTMLButtonElement).disabled);
    expect(await isGrey()).toBe(true);
    await page.waitForFunction(() => document.querySelector<HTMLButtonElement>("#Shinchoku\\.ClearMarks")?.disabled === false);
    expect(await page.$eval("iframe.commands", (frame) => (frame).src)).toBe(`${opened.origin}/addin/commands.html`);
  });
});

describe("作業ウィンドウの幅", () => {
  test("320・350・450 に変えられ、キーボードでも動く", async () => {
    await opened.go();
    const width = (): Promise<number> => page.$eval(".pane-side", (side) => side.getBoundingClientRect().width);
    for (const wanted of [320, 450, 350]) {
      await page.evaluate((text) => { [...document.querySelectorAll<HTMLElement>(".widths button")].find((button) => button.textContent === text)?.click(); }, String(wanted));
      expect(await width()).toBe(wanted);
    }
    await page.focus(".pane-side .edge");
    await page.keyboard.press("ArrowLeft");
    expect(await width()).toBe(360);
  });
});

describe("ブック", () => {
  test("壊れたファイルは、製品の言葉で断り、開いていたブックはそのまま", async () => {
    await opened.go("?pane=closed");
    await page.evaluate((sheet) => window.workbench!.type(sheet, "D7", "42"), SHEET);
    const broken = join(folder, "こわれた.xlsx");
    writeFileSync(broken, readFileSync("samples/d12-clean.xlsx").subarray(0, 900));
    await choose(broken);
    await page.waitForSelector("dialog[open]");
    expect(await message()).toMatch(/^「こわれた\.xlsx」を開けませんでした。ファイルが壊れているか途中で切れている/u);
    await page.keyboard.press("Enter");
    expect(await books()).toEqual(["d01-ebetsu-3rd-kpi.xlsx"]);
    expect(await page.evaluate((sheet) => window.workbench!.content(sheet, "D7"), SHEET)).toBe(42);
  });

  test("ほかのファイルと見本を開き、隠れたシートは見出しに出さない", async () => {
    await opened.go("?pane=closed");
    await choose("samples/d10-everything.xlsx");
    await page.waitForFunction(() => window.workbench!.books[0] === "d10-everything.xlsx");
    const { visible, shown } = await page.evaluate(() => {
      const { sheets } = window.workbench!.host.workbook;
      const [first, second] = sheets;
      if (first === undefined || second === undefined) throw new Error("too few sheets");
      window.workbench!.user.showSheet(second.name, "hidden");
      return { visible: sheets.filter(({ visibility }) => visibility === "visible").map(({ name }) => name), shown: [...document.querySelectorAll(".sheet-tabs [role=tab]")].map((tab) => tab.textContent) };
    });
    expect(visible.length).toBeGreaterThan(1);
    expect(shown).toEqual(visible);
    await page.select("[aria-label=見本のブック]", "d12-clean.xlsx");
    await page.waitForFunction(() => window.workbench!.books[0] === "d12-clean.xlsx");
  });

  test("点検の画面が開いた新しいブックは、並んで開き、それぞれに戻れる", async () => {
    await opened.go();
    const pane = await opened.pane();
    await pane.waitForFunction(() => typeof Excel !== "undefined");
    const base64 = readFileSync("samples/d12-clean.xlsx").toString("base64");
    await pane.evaluate((text) => Excel.createWorkbook(text), base64);
    await page.waitForFunction(() => window.workbench!.books.length === 2);
    expect(await books()).toEqual(["d01-ebetsu-3rd-kpi.xlsx", "Book1.xlsx"]);
    expect(await page.$$eval(".books [role=tab]", (tabs) => tabs.map((tab) => tab.getAttribute("aria-selected")))).toEqual(["false", "true"]);
    await page.evaluate(() => { document.querySelector<HTMLElement>(".books [role=tab]")?.click(); });
    expect(await page.evaluate(() => window.workbench!.selection.sheet)).toBe(SHEET);
    // The pane of the first workbook has stayed as it was.
    expect(pane.detached).toBe(false);
    expect(await page.$eval("iframe.pane", (frame) => (frame as HTMLElement).hidden)).toBe(false);
  });

  test("保存したファイルを読むと、打ち込んだ値が入っている", async () => {
    await opened.go("?pane=closed");
    const base64 = await page.evaluate((sheet) => {
      window.workbench!.type(sheet, "D7", "50");
      return window.workbench!.saveBase64();
    }, SHEET);
    const read = readWorkbook(Buffer.from(base64, "base64"), "saved.xlsx");
    expect(read.ok && read.value.sheets[0]?.rows.find(({ row }) => row === 6)?.cells.find(({ column }) => column === 3)?.value).toBe(50);
  });
});

describe("試す条件", () => {
  test("番地から読み、選べば番地に書く", async () => {
    await opened.go("?pane=closed&profile=ltsc2024&latency=300&readonly=1&theme=dark&faults=noPrinter,closed");
    expect(await page.evaluate(() => {
      const { host } = window.workbench!;
      return [host.profile.name, host.faults.latency, host.faults.readOnly, host.faults.noPrinter, host.faults.closed, host.faults.refuseCharts];
    })).toEqual(["LTSC 2024", 300, true, true, true, false]);
    await page.click(".conditions summary");
    await page.evaluate(() => { [...document.querySelectorAll<HTMLElement>(".conditions label")].find((label) => label.textContent === "グラフを作れない")?.click(); });
    expect(await page.evaluate(() => window.workbench!.host.faults.refuseCharts)).toBe(true);
    expect(new URL(page.url()).searchParams.get("faults")).toBe("closed,noPrinter,refuseCharts");
  });

  test("古い Excel では、点検の画面はそれを知る", async () => {
    await opened.go("?profile=2019");
    const pane = await opened.pane();
    await pane.waitForFunction(() => typeof Office !== "undefined" && typeof Excel !== "undefined");
    expect(await pane.evaluate(() => [Office.context.requirements.isSetSupported("ExcelApi", "1.7"), Office.context.requirements.isSetSupported("ExcelApi", "1.9")])).toEqual([true, false]);
  });
});

describe("だれにも使える", () => {
  test.each(["?pane=closed", "?pane=closed&theme=dark"])("読み上げと色の検査に、指摘がない（%s）", async (query) => {
    await opened.go(query);
    await page.waitForSelector("[role=gridcell]");
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: { run(place: Document): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run(document)).violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html.slice(0, 120))]);
    });
    expect(violations).toEqual([]);
  });
});

test("この機械の外には何も求めず、誤りも出さない", () => {
  expect(opened.asked.length).toBeGreaterThan(20);
  expect(opened.asked.filter((url) => !url.startsWith(`${opened.origin}/`) && !/^(?:data|blob):/u.test(url))).toEqual([]);
  expect(opened.errors).toEqual([]);
});
