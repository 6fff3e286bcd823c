import { spawn } from "node:child_process";
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";

/** What the built add-in is made of. */
const SOURCES = ["src", "assets", "kit", "docs", "scripts/kit", "webpack.config.js", "package.json", "package-lock.json"];

export function builtFolder(root: string): string {
  return join(root, "dist", "addin");
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** The built add-in is as young as everything that it is made of. */
export function isBuildFresh(root: string): boolean {
  const built = join(builtFolder(root), "taskpane.html");
  if (!existsSync(built)) return false;
  const made = statSync(built).mtimeMs;
  return SOURCES.every((source) => newest(join(root, source)) <= made);
}

/** What webpack said, when it failed. */
export class BuildError extends Error {}

function webpack(root: string, folder: string, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((done, refused) => {
    const child = spawn(process.execPath, [join(root, "node_modules/webpack-cli/bin/cli.js"), "--mode", "production", "--output-path", folder], { cwd: root, stdio: ["ignore", "pipe", "pipe"], ...(signal === undefined ? {} : { signal }) });
    let said = "";
    const listen = (chunk: Buffer): void => { said += chunk.toString(); };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.on("error", refused);
    child.on("close", (code) => {
      if (code === 0) done();
      else refused(new BuildError(said));
    });
  });
}

/**
 * Builds the add-in as for production. What is being served stays whole until the new one is: it is built beside, and
 * takes the place in one step.
 */
export async function buildAddin(root: string, signal?: AbortSignal): Promise<void> {
  const folder = builtFolder(root);
  const draft = `${folder}.${String(process.pid)}`;
  const old = `${draft}.old`;
  const started = new Date();
  try {
    await webpack(root, draft, signal);
    // What is saved while the build runs is not in it.
    utimesSync(join(draft, "taskpane.html"), started, started);
    if (existsSync(folder)) renameSync(folder, old);
    renameSync(draft, folder);
  } finally {
    rmSync(draft, { recursive: true, force: true });
    rmSync(old, { recursive: true, force: true });
  }
}
