// Runs the bundled tests with jest, once a mutant, in one process: a new jest for every mutant would spend its time on
// starting. Killed from outside when a mutant hangs it.
import { createRequire } from "node:module";
import { join } from "node:path";
import { readFileSync } from "node:fs";

const [root, tests] = process.argv.slice(2);
const require = createRequire(join(root, "package.json"));
const jest = createRequire(require.resolve("jest"));
const core = createRequire(jest.resolve("@jest/core"));
const { readConfig } = core("jest-config");
const Runtime = core("jest-runtime").default;
const TestRunner = core("jest-runner").default;

const { globalConfig, projectConfig } = await readConfig({ _: [], $0: "", ci: true, runInBand: true, config: join(root, "jest.mutation.json") }, root);
const context = await Runtime.createContext(projectConfig, { console, maxWorkers: 1, watch: false, watchman: false });
const watcher = { isInterrupted: () => false, isWatchMode: () => false, setState: () => undefined };

/** The names of the tests that fail; one line of ours where the tests did not even load. */
async function failures() {
  const failed = [];
  const runner = new TestRunner(globalConfig, {});
  runner.on("test-file-success", ([, result]) => {
    if (result.testExecError) failed.push("(the tests do not load)");
    for (const { status, fullName } of result.testResults) if (status === "failed") failed.push(fullName);
  });
  runner.on("test-file-failure", () => failed.push("(the tests do not run)"));
  await runner.runTests([{ context, path: tests }], watcher, { serial: true });
  return failed;
}

process.on("message", async ({ mutant, limit, tests: some }) => {
  process.env.MUTANT = String(mutant);
  process.env.MUTANT_LIMIT = String(limit);
  process.env.MUTANT_TESTS = some === undefined ? "all" : JSON.stringify(some);
  process.env.MUTANT_REACHED = join(root, `reached-${process.pid}.json`);
  const failed = await failures();
  process.send({ failed, reached: mutant < 0 ? JSON.parse(readFileSync(process.env.MUTANT_REACHED, "utf8")) : [] });
});
process.send({ ready: true });
