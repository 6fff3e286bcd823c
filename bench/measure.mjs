// Measures one size in a process of its own, and prints what it found as JSON.
//   node --expose-gc bench/measure.mjs BUNDLE WORKBOOK time ROUNDS [STAGE] | memory STAGE
// With a stage, nothing behind it is run.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { readXlsx, writeXlsx } from "hucre/xlsx";

const [bundle, workbook, what, detail, until] = process.argv.slice(2);
const stages = await import(pathToFileURL(bundle).href);
const bytes = new Uint8Array(readFileSync(workbook));

/** Until the compiler's threads have nothing left to do of what an earlier stage set going. */
async function idle() {
  for (let quiet = 0; quiet < 2; ) {
    const before = process.cpuUsage();
    await new Promise((resolve) => setTimeout(resolve, 20));
    const { user, system } = process.cpuUsage(before);
    quiet = user + system < 2_000 ? quiet + 1 : 0;
  }
}

/**
 * Milliseconds of one stage, in time of the processor, all threads: other work on the machine must not count. What earlier
 * stages left behind is collected first, and what they left to compile is waited for, so that none pays for another.
 */
async function timed(times, name, run) {
  globalThis.gc?.();
  await idle();
  const started = process.cpuUsage();
  const result = await run();
  const { user, system } = process.cpuUsage(started);
  times[name] = (user + system) / 1000;
  return result;
}

/**
 * One round up to a stage; bare reading and bare writing stand among our own stages, so that all meet the same machine.
 * @param alone leave out what the stage does not need: for memory, of which a process knows only its all-time peak.
 */
async function round(last, alone) {
  const times = {};
  if (!alone || last === "bareRead") await timed(times, "bareRead", () => readXlsx(bytes));
  if (last === "bareRead") return times;
  const snapshot = await timed(times, "open", () => stages.open(bytes));
  if (last === "open") return times;
  if (!alone || last === "recognize") await timed(times, "recognize", () => stages.recognize(snapshot));
  if (last === "recognize") return times;
  const { views, model } = await timed(times, "interpret", () => stages.interpret(snapshot));
  if (!alone) times.interpret = Math.max(0, times.interpret - times.recognize);
  if (last === "interpret") return times;
  const analysis = await timed(times, "check", () => stages.check(snapshot, views, model));
  if (last === "check") return times;
  const plan = await timed(times, "plan", () => stages.plan(analysis));
  if (!alone || last === "bareWrite") {
    const sheets = stages.bareSheets(plan);
    await timed(times, "bareWrite", () => writeXlsx({ sheets }));
  }
  if (last === "report") await timed(times, "write", () => stages.write(plan));
  return times;
}

if (what === "time") {
  const rounds = [];
  for (let count = 0; count < Number(detail); count += 1) rounds.push(await round(until ?? "report", false));
  console.log(JSON.stringify(rounds));
} else {
  await round(detail, true);
  // In kilobytes on every system; the most that the process ever held, so up to and including the stage.
  console.log(JSON.stringify(process.resourceUsage().maxRSS));
}
