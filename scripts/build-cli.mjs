// Bundles the command line into one file. Not webpack: `prepare` runs this after every install, and it takes a
// fraction of a second. `await import()` stays lazy inside the one file: its modules run when they are first asked for.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const ENTRY = "src/cli/main.ts";
const HASHBANG = "#!/usr/bin/env node";
/** esbuild keeps the entry's own first line; a second one would not parse. */
const hasHashbang = readFileSync(root + ENTRY, "utf8").startsWith("#!");

await build({
  absWorkingDir: root,
  entryPoints: [ENTRY],
  outfile: "dist/cli/main.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  charset: "utf8",
  minifySyntax: true,
  tsconfig: "tsconfig.cli.json",
  banner: { js: hasHashbang ? "" : HASHBANG },
  logLevel: "warning",
});
