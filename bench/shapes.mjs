// How the time of recognizing and interpreting grows with layouts that are none of one long list.
//   node bench/shapes.mjs              prints the table
//   node bench/shapes.mjs --write      and keeps it in docs/performance.md
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { writeXlsx } from "hucre/xlsx";
import { bundleStages } from "./bundle.mjs";
import { keep, median, tableOf } from "./tables.mjs";

const { values: options } = parseArgs({ options: { write: { type: "boolean", default: false } } });

const ROUNDS = 3;
const DOUBLINGS = 3;

const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);
const below = (count, rowsOf) => [{ name: "一覧", rows: numbers(count).flatMap(rowsOf) }];

/** Each shape makes the sheets of a workbook of so many parts. */
const SHAPES = [
  {
    name: "forms (個票) below each other",
    first: 100,
    sheets: (count) =>
      below(count, (index) => [
        ["業務番号", index, "業務名", `窓口の見直し${index}`],
        ["担当課", "総務課", "進捗状況", "実施中"],
        ["指標名", `待ち時間${index}`, "目標値", index % 3 === 0 ? null : 10],
        ["スケジュール"],
        ["R6", "R7", "R8"],
        ["検討", "導入", "運用"],
        [],
      ]),
  },
  {
    name: "small tables below each other",
    first: 100,
    sheets: (count) => below(count, (index) => [[`施策${index} 子育ての支援`], ["指標名", "基準値（令和5年度）", "目標値（令和11年度）"], [`相談件数${index}`, 5, index % 2 === 0 ? null : 10], []]),
  },
  {
    name: "small tables side by side",
    first: 25,
    sheets: (count) => [
      {
        name: "一覧",
        rows: [
          numbers(count).flatMap(() => ["指標名", "基準値（令和5年度）", "目標値（令和11年度）", null]),
          ...numbers(5).map((line) => numbers(count).flatMap((index) => [`相談件数${index}の${line}`, line, index % 2 === 0 ? null : 10, null])),
        ],
      },
    ],
  },
  {
    name: "sentences with the words of labels, no table",
    first: 500,
    sheets: (count) => below(count, (index) => [[`（${index}）目標値や指標、担当課についての文章の${index}行目`, "KPI", `実績：${index}件`, "□未着手", "■実施中"]]),
  },
  {
    name: "several indicators in one cell",
    first: 250,
    sheets: (count) => [
      {
        name: "一覧",
        rows: [["No.", "業務名", "担当課", "KPI", "現状値（R5）", "目標値（R9）"], ...numbers(count).map((index) => [index, `業務${index}`, "総務課", "①件数\n②人数\n③割合", "①10件\n②20人\n③30％", "①20件\n②\n③50％"])],
      },
    ],
  },
  {
    name: "sheets",
    first: 50,
    sheets: (count) => numbers(count).map((index) => ({ name: `${index}`, rows: [["No.", "指標名", "基準値（R5）", "目標値（R9）"], ...numbers(20).map((line) => [line, `相談件数${index}の${line}`, 1, 2])] })),
  },
];

const { open, interpret } = await import(pathToFileURL(await bundleStages()).href);

/** Milliseconds of the processor, all threads. */
function timed(run) {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

const rows = [];
for (const { name, first, sheets } of SHAPES) {
  const sizes = numbers(DOUBLINGS).map((step) => first * 2 ** (step - 1));
  const times = [];
  for (const size of sizes) {
    const snapshot = open(await writeXlsx({ sheets: sheets(size) }));
    times.push(median(numbers(ROUNDS).map(() => timed(() => interpret(snapshot)))));
  }
  rows.push([name, ...sizes.map((size, at) => `${size.toLocaleString("en-US")}: ${Math.round(times[at]).toLocaleString("en-US")} ms`), ...times.slice(1).map((time, at) => `${(time / times[at]).toFixed(1)} ×`)]);
  console.error(`${name} measured`);
}
const table = tableOf(["shape", ...numbers(DOUBLINGS).map((step) => `size ${step}`), ...numbers(DOUBLINGS - 1).map((step) => `${step} → ${step + 1}`)], rows);
console.log(table);
if (options.write) keep("shapes", table);
