// Mutation testing: changes one thing at a time in a folder of the core and asks whether the tests of that folder notice.
//   npm run mutation -- --folder evaluate [--count 200] [--seed 1] [--only path.ts] [--again 3,17,40-59] [--jobs 2] [--list] [--progress]
// All mutants stand in one copy of the tree, each behind a switch, so that nothing is compiled twice. Not part of
// `npm test`: it takes minutes. What the results mean: docs/mutation-testing.md.
import { fork } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import { instrumented, mutantsOf } from "./mutation/mutants.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDERS = ["text", "validate", "evaluate"];
/** A mutant under which the tests take this much longer than all of them without one counts as killed: they hang. */
const TIMES_SLOWER = 4;
const SHORTEST_LIMIT_MS = 60_000;
const LONGEST_START_MS = 600_000;
/** Words stand by the hundred in the dictionaries; they are not to crowd out the logic. */
const MOST_STRINGS = 1 / 4;
const FAST_CHECK_SEED = 1;
const REQUIRED_PERCENT = 85;

const { values: options } = parseArgs({
  options: { folder: { type: "string" }, count: { type: "string", default: "200" }, seed: { type: "string", default: "1" }, only: { type: "string" }, again: { type: "string" }, list: { type: "boolean", default: false }, progress: { type: "boolean", default: false }, jobs: { type: "string", default: "1" } },
});

/** mulberry32: the same draw on every machine. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function filesIn(folder, suffix) {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(suffix))
    .map((file) => join(folder, file))
    .sort();
}

function draw(all, count, seed) {
  const next = random(seed);
  const rest = [...all];
  const drawn = [];
  let strings = 0;
  while (rest.length > 0 && drawn.length < count) {
    const [one] = rest.splice(Math.floor(next() * rest.length), 1);
    if (one.kind === "string" && ++strings > count * MOST_STRINGS) continue;
    drawn.push(one);
  }
  return drawn.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.start - b.start || b.end - a.end)).map((one, number) => ({ ...one, number }));
}

/** A copy of what the folder's tests need, with the mutants in it. */
function copyTree(folder, mutants) {
  const copy = mkdtempSync(join(tmpdir(), "mutation-"));
  for (const part of ["src", "test/helpers", `test/core/${folder}`, "package.json"]) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"), "dir");
  for (const file of new Set(mutants.map((one) => one.file))) {
    const own = mutants.filter((one) => one.file === file);
    writeFileSync(join(copy, file), instrumented(readFileSync(join(root, file), "utf8"), own));
  }
  for (const file of ["setup.cjs", "environment.cjs"]) cpSync(join(root, "scripts/mutation", file), join(copy, file));
  return copy;
}

/** All test files of the folder as one, so that what they import is loaded once a mutant. @returns its path */
async function bundleTests(copy, folder) {
  const outfile = join(copy, "bundled.test.cjs");
  const tests = filesIn(join(copy, "test/core", folder), ".test.ts");
  // Properties draw the same values for every mutant.
  const fixed = `import fc from "fast-check";\nfc.configureGlobal({ seed: ${FAST_CHECK_SEED} });\n`;
  const contents = ["test/helpers/fail-on-console.ts", ...tests.map((file) => relative(copy, file))].map((file) => `import "./${file.replaceAll("\\", "/")}";`).join("\n");
  await build({ stdin: { contents: fixed + contents, resolveDir: copy }, outfile, bundle: true, platform: "node", format: "cjs", target: "node20", charset: "utf8", preserveSymlinks: true, logLevel: "error" });
  const config = { rootDir: copy, cacheDirectory: join(copy, "cache"), testMatch: [outfile], testEnvironment: join(copy, "environment.cjs"), transform: {}, setupFilesAfterEnv: [join(copy, "setup.cjs")] };
  writeFileSync(join(copy, "jest.mutation.json"), JSON.stringify(config));
  return outfile;
}

class Worker {
  constructor(copy, tests) {
    this.args = [copy, tests];
  }

  async start() {
    this.child = fork(join(root, "scripts/mutation/worker.mjs"), this.args, { stdio: ["ignore", "ignore", "pipe", "ipc"], env: { ...process.env, NODE_ENV: "test" } });
    this.errors = "";
    this.child.stderr.on("data", (data) => {
      this.errors = (this.errors + String(data)).slice(-2000);
    });
    await this.message(LONGEST_START_MS);
  }

  message(milliseconds) {
    return new Promise((resolve, reject) => {
      const done = (act) => (value) => {
        clearTimeout(timer);
        this.child.off("message", onMessage).off("exit", onExit);
        act(value);
      };
      const onMessage = done(resolve);
      const onExit = done(() => reject(new Error(`the worker stopped:\n${this.errors}`)));
      const timer = setTimeout(done(() => resolve(undefined)), milliseconds);
      this.child.on("message", onMessage).on("exit", onExit);
    });
  }

  /** What the tests say of a mutant (-1: of none); undefined if time ran out or the process died. */
  async run(mutant, limit, milliseconds, tests = undefined) {
    this.child.send({ mutant, limit, tests });
    const answer = await this.message(milliseconds).catch((error) => {
      if (mutant < 0) throw error;
      return undefined;
    });
    if (answer !== undefined) return answer;
    await this.stop();
    await this.start();
    return undefined;
  }

  stop() {
    this.child.removeAllListeners("exit");
    const gone = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGKILL");
    return gone;
  }
}

/** 「3,17,40-59」. */
function isListed(number, list) {
  return list.split(",").some((part) => {
    const [first, last = first] = part.split("-").map(Number);
    return number >= first && number <= last;
  });
}

function oneLine(text) {
  const line = text.replaceAll(/\s+/gu, " ");
  return line.length > 110 ? `${line.slice(0, 110)}…` : line;
}

/** First the tests that come past the mutant; if they pass, all: what one test computes may be remembered for the next. */
async function judge(worker, mutant, { times, tests }, timeLimit) {
  const limit = 1000 + 100 * times;
  const isEarly = tests.includes(-1);
  const first = await worker.run(mutant.number, limit, timeLimit, isEarly ? undefined : tests);
  if (isEarly || first === undefined || first.failed.length > 0) return first;
  return worker.run(mutant.number, limit, timeLimit);
}

async function mutate(folder, count, seed, only) {
  const sources = filesIn(join(root, "src/core", folder), ".ts").filter((file) => !/(?:^|[/\\])index\.ts$|\.ja\.ts$/u.test(file) && (only === undefined || file.includes(only)));
  const all = sources.flatMap((file) => mutantsOf(relative(root, file).replaceAll("\\", "/"), readFileSync(file, "utf8")));
  const drawn = draw(all, count, seed);
  const mutants = options.again === undefined ? drawn : drawn.filter(({ number }) => isListed(number, options.again));
  const show = ({ number, file, line, kind, from, to }) => `#${number} ${file}:${line} [${kind}] ${oneLine(from)} → ${oneLine(to) === ";" ? "(removed)" : oneLine(to)}`;
  console.log(`${folder}: ${drawn.length} of ${all.length} possible mutants, seed ${seed}`);
  if (options.list) {
    for (const mutant of mutants) console.log(show(mutant));
    return true;
  }
  const copy = copyTree(folder, mutants);
  const workers = [];
  try {
    const tests = await bundleTests(copy, folder);
    for (let count = 0; count < Number(options.jobs); count++) workers.push(new Worker(copy, tests));
    await Promise.all(workers.map((worker) => worker.start()));
    const started = performance.now();
    const baseline = await workers[0].run(-1, 0, LONGEST_START_MS);
    const timeLimit = Math.max(SHORTEST_LIMIT_MS, TIMES_SLOWER * (performance.now() - started));
    if (baseline === undefined || baseline.failed.length > 0) throw new Error(`without any mutant tests fail: ${baseline?.failed.join("; ") ?? "time ran out"}\n${workers[0].errors}`);
    const reached = new Map(baseline.reached);
    const queue = [...mutants];
    let hung = 0;
    let survived = 0;
    const work = async (worker) => {
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        const way = reached.get(mutant.number);
        const answer = way === undefined ? { failed: [] } : await judge(worker, mutant, way, timeLimit);
        if (answer === undefined) hung++;
        else if (answer.failed.length === 0) {
          survived++;
          console.log(`survived: ${show(mutant)}${way === undefined ? " (no test comes past)" : ""}`);
        }
        if (options.progress) process.stderr.write(`\r${mutants.length - queue.length}/${mutants.length}`);
      }
    };
    await Promise.all(workers.map(work));
    const afterwards = await workers[0].run(-1, 0, LONGEST_START_MS);
    if (afterwards === undefined || afterwards.failed.length > 0) throw new Error("without any mutant tests fail now: the copy was disturbed, and the numbers mean nothing");
    const killed = mutants.length - survived;
    const percent = (100 * killed) / mutants.length;
    console.log(`${folder}: ${killed} of ${mutants.length} killed, ${percent.toFixed(1)} %${hung > 0 ? ` (${hung} by the time limit)` : ""}`);
    return percent >= REQUIRED_PERCENT;
  } finally {
    await Promise.all(workers.map((worker) => worker.stop()));
    rmSync(copy, { recursive: true, force: true });
  }
}

const folders = options.folder === undefined ? FOLDERS : [options.folder];
if (!folders.every((folder) => FOLDERS.includes(folder))) {
  console.error(`--folder is one of ${FOLDERS.join(", ")}`);
  process.exitCode = 2;
} else {
  for (const folder of folders) if (!(await mutate(folder, Number(options.count), Number(options.seed), options.only))) process.exitCode = 1;
}
