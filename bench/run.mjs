// Time and memory of each stage against the bare xlsx library, on the same file in the same run.
//   node bench/run.mjs                     prints the table
//   node bench/run.mjs --write             and keeps it in docs/performance.md
//   node bench/run.mjs --sizes 33,1000 --rounds 5 --until check --no-memory
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { bundleStages, folder } from "./bundle.mjs";
import { keep, median, tableOf } from "./tables.mjs";
import { makeWorkbook } from "./workbook.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const ALL_STAGES = ["open", "recognize", "interpret", "check", "report"];

const { values: options } = parseArgs({
  options: {
    sizes: { type: "string", default: "33,1000,10000,100000" },
    rounds: { type: "string", default: "5" },
    until: { type: "string", default: "report" },
    write: { type: "boolean", default: false },
    "no-memory": { type: "boolean", default: false },
  },
});

const STAGES = ALL_STAGES.slice(0, ALL_STAGES.indexOf(options.until) + 1);
const hasReport = options.until === "report";
if (!STAGES.includes("check")) throw new Error("--until is check or report");

function measure(...args) {
  const node = ["--expose-gc", "--max-old-space-size=8192", `${root}bench/measure.mjs`, bundle, ...args];
  return JSON.parse(execFileSync(process.execPath, node, { encoding: "utf8" }));
}

/** Medians in milliseconds, and the median of each round's own ratios: a busy moment spoils one round, not the ratio. */
function timesOf(workbook) {
  const rounds = measure(workbook, "time", options.rounds, options.until).map((times) => ({
    ...times,
    analysis: times.recognize + times.interpret + times.check,
    report: times.plan + times.write,
  }));
  const of = (read) => median(rounds.map(read));
  return {
    ms: Object.fromEntries([...KEYS, "analysis"].map((name) => [name, of((one) => one[name])])),
    toRead: Object.fromEntries([...STAGES, "analysis"].map((name) => [name, of((one) => one[name] / one.bareRead)])),
    firstAnalysis: rounds[0].analysis / rounds[0].bareRead,
    reportToWrite: of((one) => one.report / one.bareWrite),
    firstReport: rounds[0].report / rounds[0].bareWrite,
  };
}

function memoryOf(workbook) {
  return Object.fromEntries(KEYS.map((stage) => [stage, measure(workbook, "memory", stage) / 1024]));
}

const HEADS = ["bare read", ...STAGES, ...(hasReport ? ["bare write"] : [])];
const KEYS = ["bareRead", ...STAGES, ...(hasReport ? ["bareWrite"] : [])];
const integer = (value) => Math.round(value).toLocaleString("en-US");
const milliseconds = (value) => (value < 10 ? value.toFixed(1) : integer(value));
const times = (value) => `${value.toFixed(2)} ×`;

function tablesOf(results) {
  const parts = [
    ["Time of the processor in milliseconds, median", tableOf(["indicators", ...HEADS], results.map(({ size, time }) => [integer(size), ...KEYS.map((key) => milliseconds(time.ms[key]))]))],
    [
      "Time as a ratio to the bare read, `report` to the bare write; the first round, in which nothing is compiled yet, in brackets",
      tableOf(
        ["indicators", "open", "recognize", "interpret", "check", "recognize to check", ...(hasReport ? ["report"] : [])],
        results.map(({ size, time }) => [
          integer(size),
          ...["open", "recognize", "interpret", "check"].map((stage) => times(time.toRead[stage])),
          `${times(time.toRead.analysis)} (${times(time.firstAnalysis)})`,
          ...(hasReport ? [`${times(time.reportToWrite)} (${times(time.firstReport)})`] : []),
        ]),
      ),
    ],
  ];
  const steps = results.slice(1).map((to, at) => ({ from: results[at], to }));
  const growth = ({ from, to }, key) => times(to.time.ms[key] / from.time.ms[key]);
  if (steps.length > 0) {
    parts.push([
      "Growth of time from size to size",
      tableOf(
        ["from → to", "indicators", ...HEADS, "recognize to check"],
        steps.map((step) => [`${integer(step.from.size)} → ${integer(step.to.size)}`, times(step.to.size / step.from.size), ...[...KEYS, "analysis"].map((key) => growth(step, key))]),
      ),
    ]);
  }
  if (results.every(({ memory }) => memory !== undefined)) {
    parts.push([
      "Peak memory in megabytes, of a process that goes as far as the stage; in brackets as a ratio to the bare read or write",
      tableOf(
        ["indicators", ...HEADS],
        results.map(({ size, memory }) => [
          integer(size),
          ...KEYS.map((key) => (key.startsWith("bare") ? integer(memory[key]) : `${integer(memory[key])} (${times(memory[key] / memory[key === "report" ? "bareWrite" : "bareRead"])})`)),
        ]),
      ),
    ]);
  }
  return parts.map(([title, table]) => `${title}:\n\n${table}`).join("\n\n");
}

const bundle = await bundleStages();

const results = [];
for (const size of options.sizes.split(",").map(Number)) {
  const workbook = `${folder}${size}.xlsx`;
  writeFileSync(workbook, await makeWorkbook(size));
  results.push({ size, time: timesOf(workbook), memory: options["no-memory"] ? undefined : memoryOf(workbook) });
  console.error(`${integer(size)} indicators measured`);
}
const tables = tablesOf(results);
console.log(tables);

if (options.write) keep("measured", tables);
