import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

export function fromRoot(path: string): string {
  return join(root, path);
}

export function readText(path: string): string {
  return readFileSync(fromRoot(path), "utf8");
}

export function readJson(path: string): unknown {
  return JSON.parse(readText(path));
}

/** What git tracks, or undefined outside a clone (an unpacked archive has no history). */
export function trackedFiles(): readonly string[] | undefined {
  try {
    const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
    return listed.split("\0").filter((file) => file !== "");
  } catch {
    return undefined;
  }
}

export function runScript(script: string, args: readonly string[] = []): { readonly status: number | null; readonly stderr: string } {
  const { status, stderr } = spawnSync(process.execPath, [fromRoot(script), ...args], { encoding: "utf8" });
  return { status, stderr };
}
