// Bundles the command line into one file. Not webpack: `prepare` runs this after every install, and it takes a
// fraction of a second. `await import()` stays lazy inside the one file: its modules run when they are first asked for.
import { build } from "esbuild";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

await build({
  absWorkingDir: root,
  entryPoints: ["src/cli/main.ts"],
  outfile: "dist/cli/main.mjs",
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  charset: "utf8",
  minifySyntax: true,
  tsconfig: "tsconfig.cli.json",
  define: { __VERSION__: JSON.stringify(version) },
  banner: { js: "#!/usr/bin/env node" },
  logLevel: "warning",
});
