import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { fromRoot } from "../parity/repository";

/** Files below a folder, as `a/b.js`, in order. */
export function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
    .sort();
}

/** Runs `use` with a folder that is gone afterwards. */
export function withFolder<T>(use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "shinchoku-kit-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The zip that `npm run kit` makes of the built add-in. */
export function makeKit(): { readonly name: string; readonly zip: Buffer; readonly sum: string } {
  return withFolder((folder) => {
    const { status, stderr } = spawnSync(process.execPath, [fromRoot("scripts/kit.mjs"), "--out", folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(stderr);
    const [name = ""] = readdirSync(folder).filter((file) => file.endsWith(".zip"));
    return { name, zip: readFileSync(join(folder, name)), sum: readFileSync(join(folder, `${name}.sha256`), "utf8") };
  });
}

/** Its files by path. */
export function unpack(zip: Uint8Array): Readonly<Record<string, Buffer>> {
  return Object.fromEntries(Object.entries(unzipSync(zip)).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}
