import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { officeFolder } from "../schema/load";
import { connectWin32, type Win32Connection, type Win32Options } from "./win32";
import type { ExcelHost } from "../host";

/** As far as it is needed here; the package brings no types of its own. */
interface JsdomModule {
  readonly JSDOM: new (html: string, options: object) => { readonly window: PageWindow };
  readonly ResourceLoader: new () => { fetch(url: string): Promise<Buffer> | null };
  readonly VirtualConsole: new () => { on(event: string, listener: (error: unknown) => void): unknown };
}

export interface PageWindow {
  readonly Office: typeof Office;
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  external: unknown;
  close(): void;
}

export interface JsdomPage {
  readonly window: PageWindow;
  readonly connection: Win32Connection;
  /** Addresses that the page asked for. */
  readonly requested: readonly string[];
  /** What the page threw or printed as an error. */
  readonly errors: readonly unknown[];
}

const ORIGIN = "https://localhost:3000/";

/**
 * A task pane in jsdom, as on Windows: an ordinary page that loads the unmodified office.js by its loader, over the same
 * calls as in WebView2. Only the library's own files are served; anything else that the page asks for fails.
 */
export async function openInJsdom(jsdom: JsdomModule, host: ExcelHost, options: Win32Options = {}): Promise<JsdomPage> {
  const requested: string[] = [];
  const errors: unknown[] = [];
  const folder = officeFolder();
  class OfficeFiles extends jsdom.ResourceLoader {
    override fetch(url: string): Promise<Buffer> {
      requested.push(url);
      const path = normalize(new URL(url).pathname).replace(/^\/office\//u, "");
      return url.startsWith(`${ORIGIN}office/`) && !path.includes("..") ? readFile(join(folder, path)) : Promise.reject(new Error(`refused: ${url}`));
    }
  }
  const virtualConsole = new jsdom.VirtualConsole();
  virtualConsole.on("jsdomError", (error) => errors.push(error));
  virtualConsole.on("error", (error) => errors.push(error));
  let connection: Win32Connection | undefined;
  const html = `<!DOCTYPE html><html lang="ja"><head><script src="${ORIGIN}office/office.js"></script></head><body></body></html>`;
  const { window } = new jsdom.JSDOM(html, {
    url: `${ORIGIN}taskpane.html`,
    runScripts: "dangerously",
    resources: new OfficeFiles(),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse: (opened: PageWindow) => {
      connection = connectWin32(opened, host, options);
    },
  });
  for (let tries = 0; (window as Partial<PageWindow>).Office === undefined && tries < 500; tries++) await new Promise((go) => setTimeout(go, 10));
  await window.Office.onReady();
  if (connection === undefined) throw new Error("the page was not opened");
  return { window, connection, requested, errors };
}
