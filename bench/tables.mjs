// What the benchmarks share: medians, tables, and the place in docs/performance.md where a table is kept.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const DOCUMENT = fileURLToPath(new URL("../docs/performance.md", import.meta.url));

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

const inColumns = (cells) => `| ${cells.join(" | ")} |`;

/** A table of Markdown; every column but the first is aligned to the right. */
export function tableOf(heads, rows) {
  return [inColumns(heads), inColumns(heads.map((_, at) => (at === 0 ? "---" : "---:"))), ...rows.map(inColumns)].join("\n");
}

/** Puts a text between the marks of that name in the document. */
export function keep(name, text) {
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const document = readFileSync(DOCUMENT, "utf8");
  const [before, after] = [document.indexOf(start), document.indexOf(end)];
  if (before < 0 || after < before) throw new Error(`docs/performance.md has lost the place of ${name}`);
  writeFileSync(DOCUMENT, `${document.slice(0, before + start.length)}\n\n${text}\n\n${document.slice(after)}`);
}
