// Rewrites what the corpus expects with what the program says today. For a person who then reads the difference: CI
// never runs it, and a test run without it never writes.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

if (process.env.CI !== undefined && process.env.CI !== "" && process.env.CI !== "false") {
  console.error("The expected files are not rewritten in CI.");
  process.exit(2);
}

const root = fileURLToPath(new URL("..", import.meta.url));
const { status } = spawnSync(process.execPath, ["node_modules/jest/bin/jest.js", "test/corpus", ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, SHINCHOKU_GOLDEN: "write" },
});
process.exitCode = status ?? 1;
