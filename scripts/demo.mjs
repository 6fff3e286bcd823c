// The command line on 江別市's two workbooks: what it finds, and a summary of each in out/.
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Each with the day it is judged on, so that the demonstration says the same every day. */
const BOOKS = [
  { book: "d01-ebetsu-3rd-kpi", asOf: "2025-10-01" },
  { book: "d02-ebetsu-2nd-results", asOf: "2024-10-01" },
];

/** `check` exits with 1 when it has found something, which is what a demonstration is for. */
function shinchoku(args, accepted) {
  console.log(`\n$ shinchoku ${args.join(" ")}`);
  const { status, error } = spawnSync(process.execPath, ["dist/cli/main.mjs", ...args], { cwd: root, stdio: "inherit" });
  if (error !== undefined) throw error;
  if (status === null || !accepted.includes(status)) {
    console.error(`\nThe demonstration failed: shinchoku ${args[0]} ended with ${status}.`);
    process.exit(1);
  }
}

mkdirSync(`${root}out`, { recursive: true });
for (const { book, asOf } of BOOKS) {
  shinchoku(["check", `samples/${book}.xlsx`, "--as-of", asOf], [0, 1]);
  shinchoku(["report", `samples/${book}.xlsx`, "--out", `out/${book}-summary.xlsx`, "--force", "--as-of", asOf], [0]);
}
console.log("\n総括表を out/ に書き出しました。Excel または LibreOffice で開いてください。");
