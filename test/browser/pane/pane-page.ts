import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, ElementHandle, Frame, Page } from "puppeteer-core";
import { launchChromium } from "../../../workbench/browser/chromium";
import { startWorkbench, type Workbench, type WorkbenchDriver } from "../../../workbench/browser/serve-workbench";

/** The pane in a real Chromium beside a workbook in memory: what a test sees of it, and does to it. */

const AXE = readFileSync(createRequire(`${process.cwd()}/package.json`).resolve("axe-core/axe.min.js"), "utf8");

/** A slow machine with other work to do. */
export const PATIENCE = 30_000;

export interface OpenOptions {
  /** Query of the workbench page: `profile=2019`, `latency=50`. */
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** A workbook instead of the usual one. */
  readonly book?: Uint8Array;
  /** Where the pane begins: `taskpane.html?step=report`. */
  readonly path?: string;
  readonly media?: readonly { readonly name: string; readonly value: string }[];
  /** 2: letters twice as large. */
  readonly text?: number;
  /** What the server answers instead of version.json. */
  readonly version?: { readonly status?: number; readonly body: string };
  /** Runs in the pane before any script of ours. */
  readonly before?: () => void;
}

declare global {
  interface Window {
    axe?: { run(context: Document, options: object): Promise<{ readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[] }[] }> };
    workbench?: WorkbenchDriver;
  }
}

export class PanePage {
  readonly errors: string[] = [];
  readonly requested: string[] = [];
  pane: Frame;

  constructor(readonly page: Page, private readonly text: number) {
    this.pane = page.mainFrame();
  }

  async open(url: string, { book, path, width = 350, height }: OpenOptions): Promise<void> {
    this.page.on("pageerror", (error) => this.errors.push(String(error)));
    this.page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    this.page.on("request", (request) => this.requested.push(request.url()));
    await this.page.goto(url);
    await this.page.waitForFunction(() => typeof window.workbench?.openPane === "function", { timeout: PATIENCE });
    await this.page.evaluate(
      (bytes, where, pixels) => {
        if (bytes !== null) window.workbench?.open(bytes, "計画.xlsx");
        window.workbench?.setPaneWidth(pixels);
        window.workbench?.openPane(where);
      },
      book === undefined ? null : Buffer.from(book).toString("base64"),
      path ?? "taskpane.html",
      width,
    );
    await this.enter();
    if (height !== undefined) await this.setHeight(width, height);
  }

  /** The ribbon and the bars around the sheet take their part of the window: the window grows until the pane has its height. */
  private async setHeight(width: number, height: number): Promise<void> {
    const window = this.page.viewport()?.height ?? 700;
    const pane = await this.pane.evaluate(() => innerHeight);
    await this.page.setViewport({ width: Math.max(1200, width), height: window + height - pane });
    await this.pane.waitForFunction((wanted) => innerHeight === wanted, { timeout: PATIENCE }, height);
  }

  /** The pane that was opened last: a workbook that is opened beside another has one of its own. */
  async enter(): Promise<void> {
    await this.page.waitForFunction(() => document.querySelectorAll("iframe:not([hidden])").length === 1, { timeout: PATIENCE });
    const element = await this.page.waitForSelector("iframe:not([hidden])", { timeout: PATIENCE });
    const frame = await element?.contentFrame();
    if (frame === undefined) throw new Error("no pane");
    this.pane = frame;
    await this.pane.waitForSelector("#root > *", { timeout: PATIENCE });
    await this.pane.evaluate((times) => { document.documentElement.style.fontSize = `${String(100 * times)}%`; }, this.text);
  }

  /** By role and accessible name, as a screen reader finds it. */
  async find(name: string, role = "button"): Promise<ElementHandle> {
    const found = await this.pane.waitForSelector(`aria/${name}[role="${role}"]`, { timeout: PATIENCE }).catch(() => null);
    if (found === null) throw new Error(`no ${role} 「${name}」 in: ${await this.words()}`);
    return found;
  }

  async press(name: string, role = "button"): Promise<void> {
    const found = await this.find(name, role);
    await found.evaluate((element) => { element.scrollIntoView({ block: "center" }); });
    await found.click();
  }

  /** Presses a finding of the list: `I2 目標値が空欄`. */
  async openFinding(words: string): Promise<void> {
    await this.pane.waitForFunction(
      (wanted) => [...document.querySelectorAll("[data-head]")].some((element) => element.textContent.includes(wanted)),
      { timeout: PATIENCE },
      words,
    );
    for (const head of await this.pane.$$("[data-head]")) {
      if (!(await head.evaluate((element, wanted) => element.textContent.includes(wanted), words))) continue;
      await head.evaluate((element) => { element.scrollIntoView({ block: "center" }); });
      await head.click();
      return;
    }
  }

  /** Chooses from a list by the words of the choice. */
  async choose(label: string, words: string): Promise<void> {
    const found = await this.find(label, "combobox");
    const value = await found.evaluate((element, wanted) => [...(element as HTMLSelectElement).options].find(({ text }) => text === wanted)?.value, words);
    if (value === undefined) throw new Error(`no choice 「${words}」 in 「${label}」`);
    await found.select(value);
  }

  /** Replaces what stands in a box for text. */
  async fill(label: string, text: string): Promise<void> {
    const found = await this.find(label, "textbox");
    await found.click({ count: 3 });
    await this.page.keyboard.press("Backspace");
    await found.type(text);
  }

  /** Closes the pane and opens it again: what is left is in the workbook. */
  async reopen(): Promise<void> {
    await this.workbook((book) => { book.closePane(); });
    await this.page.waitForFunction(() => document.querySelector("iframe:not([hidden])") === null, { timeout: PATIENCE });
    await this.workbook((book) => { book.openPane("taskpane.html"); });
    await this.enter();
  }

  /** Everything that can be read, on one line: parts of a finding stand in boxes of their own. */
  async words(): Promise<string> {
    return this.pane.evaluate(() => document.body.innerText.replaceAll(/\s+/gu, " "));
  }

  async see(text: string): Promise<void> {
    await this.pane.waitForFunction((wanted) => document.body.innerText.replaceAll(/\s+/gu, " ").includes(wanted), { timeout: PATIENCE, polling: 50 }, text).catch(async () => {
      throw new Error(`never saw 「${text}」 in: ${await this.words()}`);
    });
  }

  async seeNo(text: string): Promise<void> {
    await this.pane.waitForFunction((wanted) => !document.body.innerText.replaceAll(/\s+/gu, " ").includes(wanted), { timeout: PATIENCE, polling: 50 }, text);
  }

  async check(): Promise<void> {
    await this.press("この表を点検");
    await this.see("もう一度点検");
  }

  /** What has the focus, by its name or words. */
  async focused(): Promise<string> {
    return this.pane.evaluate(() => (document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "").trim());
  }

  /** Tab until the focus is there. */
  async tabTo(name: string, most = 60): Promise<void> {
    for (let presses = 0; presses < most; presses++) {
      if ((await this.focused()) === name) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`the focus never came to 「${name}」`);
  }

  /** Every violation that axe finds, in words. */
  async violations(): Promise<readonly string[]> {
    // In forced colors axe compares colors that nobody sees: what a page asks for, with what the system put in its place.
    const isForced = await this.pane.evaluate(() => matchMedia("(forced-colors: active)").matches);
    if (!(await this.pane.evaluate(() => "axe" in window))) await this.pane.evaluate(AXE);
    return this.pane.evaluate(async (without) => {
      const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
      const { violations } = (await window.axe?.run(document, { runOnly: tags, resultTypes: ["violations"], rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])) })) ?? { violations: [] };
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`));
    }, isForced ? ["color-contrast"] : []);
  }

  /** Everything that reaches beyond the pane's edge, or is hidden by its own box. */
  async cutOff(): Promise<readonly string[]> {
    return this.pane.evaluate(() => {
      const wide = document.documentElement.clientWidth;
      const told: string[] = [];
      for (const element of document.querySelectorAll<HTMLElement>("body *")) {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) continue;
        const style = getComputedStyle(element);
        if (style.clipPath !== "none" || element.closest("svg, option, [aria-hidden=true]") !== null) continue;
        const said = (element.getAttribute("aria-label") ?? element.textContent).trim().slice(0, 40);
        if (box.right > wide + 1 || box.left < -1) told.push(`beyond the edge: <${element.tagName.toLowerCase()}> ${said}`);
        const hides = style.overflowX !== "visible" && style.overflowX !== "auto" && style.overflowX !== "scroll";
        if (hides && element.scrollWidth > element.clientWidth + 1 && element.tagName !== "INPUT") told.push(`cut at the side: <${element.tagName.toLowerCase()}> ${said}`);
        const hidesBelow = style.overflowY === "hidden" || style.overflowY === "clip";
        if (hidesBelow && element.scrollHeight > element.clientHeight + 1 && element.title === "" && element.parentElement?.title !== said) told.push(`cut below: <${element.tagName.toLowerCase()}> ${said}`);
      }
      return told;
    });
  }

  /** Things to press that are smaller than 24 × 24 px, the least of WCAG 2.2 (links inside a sentence are free). */
  async tooSmall(): Promise<readonly string[]> {
    return this.pane.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, [role=tab], select, input:not([type=checkbox])")].flatMap((element) => {
        const { width, height } = element.getBoundingClientRect();
        if (width === 0 || (width >= 24 && height >= 24) || getComputedStyle(element).display === "inline") return [];
        return [`${element.tagName} ${(element.getAttribute("aria-label") ?? element.textContent).trim()} ${String(Math.round(width))}×${String(Math.round(height))}`];
      }),
    );
  }

  async workbook<T>(run: (workbench: WorkbenchDriver) => T): Promise<T> {
    return (await this.page.evaluate(`(${run.toString()})(window.workbench)`)) as T;
  }

  /** The whole page: ribbon, sheet and pane. */
  async pagePicture(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async picture(path: string): Promise<void> {
    const element = await this.pane.frameElement();
    await element?.screenshot({ path });
  }
}

/** One workbench and one browser for a file of tests, and a page for each. */
export function useWorkbench(): { open(options?: OpenOptions): Promise<PanePage> } {
  let bench: Workbench | undefined;
  let browser: Browser | undefined;
  const pages: Page[] = [];
  beforeAll(async () => {
    bench = await startWorkbench();
    browser = await launchChromium();
  }, 300_000);
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });
  afterAll(async () => {
    await browser?.close();
    await bench?.close();
  });
  return {
    open: async (options = {}) => {
      if (bench === undefined || browser === undefined) throw new Error("nothing is served");
      const page = await browser.newPage();
      pages.push(page);
      await page.setViewport({ width: 1200, height: 900 });
      // Through the protocol: the driver's own method does not know forced colors.
      if (options.media !== undefined) await (await page.createCDPSession()).send("Emulation.setEmulatedMedia", { features: [...options.media] });
      const { version } = options;
      if (version !== undefined) {
        await page.setRequestInterception(true);
        page.on("request", (request) => {
          if (new URL(request.url()).pathname.endsWith("/version.json")) void request.respond({ status: version.status ?? 200, contentType: "application/json", body: version.body });
          else void request.continue();
        });
      }
      if (options.before !== undefined) await page.evaluateOnNewDocument(options.before);
      const shown = new PanePage(page, options.text ?? 1);
      await shown.open(`${bench.url}?${options.query ?? ""}`, options);
      return shown;
    },
  };
}
