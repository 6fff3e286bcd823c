import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { builtFolder } from "./addin-build";
import { ADDIN_HEADERS } from "./headers";
import type { Route } from "./http-server";

/** The build leaves quotation marks out. */
const OFFICE_SCRIPT = /<script\b[^>]*\bsrc=["']?office\/office\.js\b/u;

/**
 * The built add-in below /addin/, as a web server in production would give it. One line is put into its pages: the script
 * that lets office.js find an Excel must run before it, as it does where Excel itself opens the page.
 */
export function addinRoute(root: string): Route {
  const folder = builtFolder(root);
  return async (path) => {
    const [, below] = /^\/addin\/(.+)$/u.exec(path) ?? [];
    if (below === undefined) return undefined;
    const name = normalize(below);
    if (name.startsWith("..")) return undefined;
    const body = await readFile(join(folder, name)).catch(() => undefined);
    if (body === undefined) return undefined;
    if (!name.endsWith(".html")) return { body, headers: ADDIN_HEADERS };
    const html = body.toString("utf8").replace(OFFICE_SCRIPT, (script) => `<script src="/workbench/bridge.js"></script>${script}`);
    return { body: html, headers: ADDIN_HEADERS };
  };
}
