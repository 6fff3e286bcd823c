// What a check of the open workbook asks of Excel: requests and bytes, counted by the embedded host on the real office.js.
//   npm run bench                     prints this and then the times
//   node bench/requests.mjs           prints this alone
import { mkdirSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}.tmp/bench/requests.mjs`;

/** What Excel on the web refuses to exceed. */
const RESPONSE_LIMIT = 5_000_000;
/** Beside one request a tile. */
const REQUEST_LIMIT = 4;

const SIZES = [
  { rows: 500, columns: 30 },
  { rows: 10_000, columns: 30 },
];

/** A list as plans have them: of three cells one figure, two texts of some twenty kanji. */
function list({ rows, columns }) {
  const cell = (row, column) => (column % 3 === 0 ? row * column : `業務${row}の内容を書いた文章（${column}列）`);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => cell(row, column)));
}

async function load() {
  mkdirSync(`${root}.tmp/bench`, { recursive: true });
  await build({
    stdin: {
      contents: `
        export { readWorkbook } from "./src/excel/read-workbook";
        export { ExcelHost } from "./workbench/host/host";
        export { fromLines } from "./workbench/host/model/from-lines";
        export { excelOnTheWeb } from "./workbench/host/profiles";
        export { loadSchema } from "./workbench/host/schema/load";
        export { connectInNode } from "./workbench/host/transports/node";
      `,
      resolveDir: root,
      loader: "ts",
    },
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    charset: "utf8",
    packages: "external",
    tsconfig: `${root}tsconfig.workbench.json`,
  });
  return import(pathToFileURL(outfile).href);
}

async function measure(product, size) {
  const host = new product.ExcelHost({
    schema: product.loadSchema(root),
    workbook: product.fromLines({ 個別業務一覧: list(size) }),
    profile: product.excelOnTheWeb,
  });
  const { Excel, Office, OfficeExtension } = product.connectInNode(host);
  Object.assign(globalThis, { Excel, Office, OfficeExtension });
  const read = await product.readWorkbook();
  if (!read.ok) throw new Error(`refused: ${read.failure.code}`);
  const { requests } = host.log;
  const total = (key) => requests.reduce((sum, request) => sum + request[key], 0);
  return {
    ...size,
    requests: requests.length,
    tiles: requests.filter(({ responseBytes }) => responseBytes > 100_000).length,
    sent: total("requestBytes"),
    received: total("responseBytes"),
    largest: host.log.largestResponse,
  };
}

process.chdir(root);
const product = await load();
const integer = (value) => value.toLocaleString("en-US");
console.log("Requests of one check through office.js (the release of references not counted), and bytes:\n");
console.log("| rows × columns | requests | of which tiles | sent | received | largest response |");
console.log("| --- | ---: | ---: | ---: | ---: | ---: |");
for (const size of SIZES) {
  const { rows, columns, requests, tiles, sent, received, largest } = await measure(product, size);
  console.log(`| ${integer(rows)} × ${columns} | ${[requests, tiles, sent, received, largest].map(integer).join(" | ")} |`);
  const allowed = rows <= 500 ? REQUEST_LIMIT : REQUEST_LIMIT + tiles;
  if (requests > allowed || largest >= RESPONSE_LIMIT) {
    console.error(`over the budget: ${allowed} requests, ${integer(RESPONSE_LIMIT)} bytes each`);
    process.exitCode = 1;
  }
}
console.log("");
