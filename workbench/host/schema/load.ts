import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { EXTRACTOR_VERSION, extractSchema } from "./extract";
import type { LibrarySchema } from "./schema";

/** Where npm put the library; its folder `dist` holds the files that Excel loads. */
export function officeFolder(root = process.cwd()): string {
  return dirname(createRequire(join(root, "package.json")).resolve("@microsoft/office-js/dist/office.js"));
}

/**
 * The schema of the installed library. Kept in node_modules/.cache by the hash of what it was made from, so that a new
 * library or a new extractor makes a new one.
 */
export function loadSchema(root = process.cwd()): LibrarySchema {
  const source = readFileSync(join(officeFolder(root), "excel-win32-16.01.debug.js"), "utf8");
  const key = createHash("sha256").update(source).update(String(EXTRACTOR_VERSION)).digest("hex").slice(0, 16);
  const folder = join(root, "node_modules", ".cache", "shinchoku");
  const file = join(folder, `office-schema-${key}.json`);
  if (existsSync(file)) return JSON.parse(readFileSync(file, "utf8")) as LibrarySchema;
  const schema = extractSchema(source);
  mkdirSync(folder, { recursive: true });
  // Two test workers may make it at the same time; a rename is whole or not at all.
  const draft = `${file}.${String(process.pid)}`;
  writeFileSync(draft, JSON.stringify(schema));
  renameSync(draft, file);
  return schema;
}
