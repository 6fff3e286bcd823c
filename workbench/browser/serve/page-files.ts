import { build } from "esbuild";
import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { loadSchema } from "../../host/schema/load";
import { PAGE_HEADERS } from "./headers";
import type { Route } from "./http-server";

const HTML = `<!DOCTYPE html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>進捗点検を試す</title>
<link rel="icon" href="/addin/assets/icon-32.png">
<link rel="stylesheet" href="/workbench/page.css">
</head>
<body>
<div id="page"><p class="starting">表を開いています。</p></div>
<script src="/workbench/main.js"></script>
</body>
</html>
`;

/** What the page asks for first. */
export interface PageStart {
  /** Workbooks to choose from, by file name. */
  readonly samples: readonly string[];
  /** The one to open. */
  readonly start: { readonly url: string; readonly name: string };
}

export interface PageFiles {
  readonly root: string;
  /** Path of the workbook to open on. */
  readonly sample: string;
}

async function bundle(root: string): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, "workbench", "browser", "page");
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ["main.ts", "bridge.ts", "page.css"].map((name) => join(folder, name)),
    bundle: true,
    write: false,
    outdir: join(root, "out"),
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minifySyntax: true,
    tsconfig: join(root, "tsconfig.workbench.json"),
  });
  return new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
}

/** The page around the pane, its scripts bundled on the spot, the samples, and the manifest that the ribbon is read from. */
export async function pageRoute({ root, sample }: PageFiles): Promise<Route> {
  const bundled = await bundle(root);
  const folder = join(root, "samples");
  const samples = readdirSync(folder).filter((name) => name.endsWith(".xlsx")).sort();
  const start: PageStart = { samples, start: { url: "/workbench/start.xlsx", name: basename(sample) } };
  const schema = JSON.stringify(loadSchema(root));
  const files: Readonly<Record<string, () => string | Uint8Array | Promise<Uint8Array>>> = {
    "/": () => HTML,
    "/workbench/start.json": () => JSON.stringify(start),
    "/workbench/schema.json": () => schema,
    "/workbench/start.xlsx": () => readFile(sample),
    "/manifest.xml": () => readFileSync(join(root, "manifest.xml")),
  };
  return async (path) => {
    const [, sampleName] = /^\/samples\/([^/]+)$/u.exec(path) ?? [];
    if (sampleName !== undefined && samples.includes(sampleName)) return { body: await readFile(join(folder, sampleName)), headers: PAGE_HEADERS };
    const [, script] = /^\/workbench\/([^/]+)$/u.exec(path) ?? [];
    const body = files[path]?.() ?? (script === undefined ? undefined : bundled.get(script));
    return body === undefined ? undefined : { body: await body, headers: PAGE_HEADERS };
  };
}
