import { existsSync } from "node:fs";
import type { Frame, Page } from "puppeteer-core";
import { launchChromium } from "../../../workbench/browser/chromium";
import { startWorkbench } from "../../../workbench/browser/serve-workbench";

export interface OpenedWorkbench {
  readonly page: Page;
  readonly origin: string;
  /** Addresses that were asked for, and what was thrown or printed as an error. */
  readonly asked: readonly string[];
  readonly errors: readonly string[];
  /** Opens the page anew, with a query. */
  go(query?: string): Promise<void>;
  pane(): Promise<Frame>;
  close(): Promise<void>;
}

/** The page of `npm start` in a real browser; one browser for all tests of a file. */
export async function openWorkbenchPage(): Promise<OpenedWorkbench> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    // Built before the tests run; these are about what is around it.
    const served = await startWorkbench({ build: !existsSync("dist/addin/taskpane.html") });
    closing.push(() => served.close());
    const browser = await launchChromium();
    closing.push(() => browser.close());
    const page = await browser.newPage();
    await page.setViewport({ width: 1280, height: 800 });
    const asked: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warn") errors.push(message.text());
    });
    const go = async (query = ""): Promise<void> => {
      await page.goto(`${served.url}${query}`);
      await page.waitForFunction(() => window.workbench !== undefined);
    };
    const pane = (): Promise<Frame> => page.waitForFrame((frame) => frame.url().includes("/addin/taskpane.html"));
    return { page, origin: new URL(served.url).origin, asked, errors, go, pane, close };
  } catch (error) {
    await close();
    throw error;
  }
}
