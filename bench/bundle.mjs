// What the benchmarks measure, bundled as it is shipped.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Where workbooks and bundles are put. */
export const folder = `${root}.tmp/bench/`;

/** Bundles `stages.mjs`, and answers with the path of the bundle. */
export async function bundleStages() {
  mkdirSync(folder, { recursive: true });
  const outfile = `${folder}stages.mjs`;
  await build({
    absWorkingDir: root,
    entryPoints: ["bench/stages.mjs"],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    minifySyntax: true,
    tsconfig: "tsconfig.cli.json",
  });
  return outfile;
}
