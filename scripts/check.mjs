// Everything that must hold, in one run. A failing step does not hide what the later ones would say; the last line
// counts each step as one check, and jest's tests each for themselves.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const JEST_REPORT = `${root}.tmp/jest.json`;

const bin = (path) => `node_modules/${path}`;
const TSC = bin("typescript/bin/tsc");

/** Both builds come before jest: tests look at what was built. */
const STEPS = [
  { name: "typecheck src", args: [TSC, "-p", "tsconfig.json"] },
  { name: "typecheck core", args: [TSC, "-p", "tsconfig.core.json"] },
  { name: "typecheck cli", args: [TSC, "-p", "tsconfig.cli.json"] },
  { name: "typecheck workbench", args: [TSC, "-p", "tsconfig.workbench.json"] },
  { name: "typecheck test", args: [TSC, "-p", "tsconfig.test.json"] },
  { name: "eslint", args: [bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"] },
  {
    name: "dependency-cruiser",
    args: [bin("dependency-cruiser/bin/dependency-cruise.mjs"), "--config", ".dependency-cruiser.cjs", "src", "test", "workbench"],
  },
  { name: "unicode", args: ["scripts/check-unicode.mjs"] },
  { name: "versions", args: ["scripts/check-versions.mjs"] },
  { name: "build cli", args: ["scripts/build-cli.mjs"] },
  { name: "build add-in", args: [bin("webpack-cli/bin/cli.js"), "--mode", "production"] },
  {
    name: "jest",
    args: [bin("jest/bin/jest.js"), "--ci", "--json", `--outputFile=${JEST_REPORT}`],
    // With --json jest repeats the report on standard output; what a person reads is on standard error.
    quiet: true,
    count: countTests,
  },
];

/** Runs one step, its output going straight to ours. Resolves with whether it exited with 0. */
function run({ args, quiet = false }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", quiet ? "ignore" : "inherit", "inherit"],
    });
    child.on("error", (error) => {
      console.error(error.message);
      resolve(false);
    });
    child.on("close", (code) => resolve(code === 0));
  });
}

/** jest's own numbers. A suite that did not even load counts as one failure, and so does a jest that left no report. */
function countTests(passed) {
  if (!existsSync(JEST_REPORT)) return { passed: 0, failed: 1 };
  const report = JSON.parse(readFileSync(JEST_REPORT, "utf8"));
  const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: passed ? failed : Math.max(1, failed) };
}

export async function check() {
  rmSync(JEST_REPORT, { force: true });
  mkdirSync(`${root}.tmp`, { recursive: true });

  const total = { passed: 0, failed: 0 };
  const failedSteps = [];
  for (const step of STEPS) {
    const started = performance.now();
    console.log(`\n── ${step.name}`);
    const passed = await run(step);
    const counted = step.count?.(passed) ?? { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
    total.passed += counted.passed;
    total.failed += counted.failed;
    if (!passed) failedSteps.push(step.name);
    console.log(`   ${passed ? "ok" : "FAILED"} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
  }

  if (failedSteps.length > 0) console.log(`\nfailed: ${failedSteps.join(", ")}`);
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && failedSteps.length === 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = (await check()) ? 0 : 1;
