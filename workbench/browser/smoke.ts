import { build } from "esbuild";
import type { Frame, Page } from "puppeteer-core";
import { loadSchema } from "../host/schema/load";
import { makeCertificate } from "./certificate";
import { launchChromium } from "./chromium";
import { serve, type Served } from "./server";

const BLANK = `<!DOCTYPE html><html lang="ja"><head><meta charset="utf-8"><link rel="icon" href="data:,">`;
const HOST_PAGE = `${BLANK}</head><body><script type="module" src="/host-page.js"></script></body></html>`;
const PANE_PAGE = `${BLANK}<script src="/office/office.js"></script></head><body><script type="module" src="/pane-page.js"></script></body></html>`;

export type { HostPage, PanePage } from "./globals";

export interface WebPages {
  readonly page: Page;
  readonly pane: Frame;
  readonly paneServer: Served;
  /** Every address that the browser asked for. */
  readonly asked: readonly string[];
  /** What the pages threw or printed as an error. */
  readonly errors: readonly string[];
  close(): Promise<void>;
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [`workbench/browser/${entry}.ts`],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    tsconfig: "tsconfig.workbench.json",
  });
  return outputFiles[0]?.text ?? "";
}

/** Excel on the web in a real browser: two origins on localhost, the pane's page in an iframe, office.js as it comes. */
export async function openWebPages(): Promise<WebPages> {
  const closing: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  try {
    const certificate = makeCertificate();
    const paneServer = await serve({ "/pane.html": PANE_PAGE, "/pane-page.js": await bundle("pane-page") }, certificate);
    closing.push(() => paneServer.close());
    const hostServer = await serve(
      { "/host.html": HOST_PAGE, "/host-page.js": await bundle("host-page"), "/schema.json": JSON.stringify(loadSchema()) },
      certificate,
    );
    closing.push(() => hostServer.close());
    const browser = await launchChromium();
    closing.push(() => browser.close());
    const page = await browser.newPage();
    const asked: string[] = [];
    const errors: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => {
      if (message.type() === "error") errors.push(message.text());
    });
    const address = `${paneServer.origin}/pane.html`;
    await page.goto(`${hostServer.origin}/host.html?pane=${encodeURIComponent(address)}`);
    const pane = await page.waitForFrame((frame) => frame.url().startsWith(address));
    await pane.waitForFunction("globalThis.panePage !== undefined");
    return { page, pane, paneServer, asked, errors, close };
  } catch (error) {
    await close();
    throw error;
  }
}
