// 動作確認表: the workbook for the first run in a real Excel, by the product's own writer.
import { build } from "esbuild";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Widths in digits of the standard font; a Japanese character takes two. */
const COLUMNS = [
  { title: "番号", width: 6 },
  { title: "すること", width: 52 },
  { title: "こうなればよい", width: 58 },
  { title: "結果", width: 8 },
  { title: "Excelの版", width: 18 },
  { title: "確かめた日", width: 13 },
  { title: "確かめた人", width: 14 },
  { title: "気付いたこと", width: 40 },
];
const LINE_HEIGHT = 14;
const RESULTS = ["○", "×", "対象外"];

/** The writer is TypeScript. */
async function loadWriter() {
  const outfile = join(root, ".tmp", `writer-${process.pid}.mjs`);
  mkdirSync(join(root, ".tmp"), { recursive: true });
  await build({ absWorkingDir: root, entryPoints: ["src/xlsx/write/index.ts"], outfile, bundle: true, platform: "node", format: "esm", target: "node20", logLevel: "warning" });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile);
  }
}

const widthOf = (text) => [...text].reduce((sum, character) => sum + (character.codePointAt(0) > 0xff ? 2 : 1), 0);
const linesOf = (text, { width }) => Math.ceil(widthOf(text) / (width - 2));
const cell = (value, role) => ({ value, role });

/** The plan of the one sheet: a title, what to write at its head, and one row for each thing to try. */
function planChecklist(parts, { version, day }) {
  const rows = [
    { height: 28, cells: [cell(`動作確認表（進捗点検 ${version}）`, "title")] },
    { height: 18, cells: [cell("実際のExcelでの最初の一台で確かめ、結果を残すための表です。うまくいかないときは、doctor.html の内容も保存してください。", "subtitle")] },
    { height: 20, cells: COLUMNS.map(({ title }) => cell(title, "header")) },
  ];
  const header = rows.length - 1;
  let number = 0;
  for (const { part, items } of parts) {
    rows.push({ height: 20, cells: COLUMNS.map((_, index) => cell(index === 0 ? part : null, "group")) });
    for (const [action, expected] of items) {
      number += 1;
      const lines = Math.max(linesOf(action, COLUMNS[1]), linesOf(expected, COLUMNS[2]));
      rows.push({
        height: lines * LINE_HEIGHT + 6,
        cells: [cell(number, "number"), cell(action, "text"), cell(expected, "text"), ...COLUMNS.slice(3).map(() => cell(null, "answer"))],
      });
    }
  }
  const last = { row: rows.length - 1, column: COLUMNS.length - 1 };
  const region = (top, left, bottom, right) => ({ top, left, bottom, right });
  const sheet = {
    key: "checklist",
    name: "動作確認表",
    tab: null,
    columnWidths: COLUMNS.map(({ width }) => width),
    rows,
    freeze: { rows: header + 1, columns: 2 },
    tables: [],
    filter: null,
    validations: [
      { region: region(header + 1, 3, last.row, 3), choices: RESULTS, prompt: { title: "結果", text: "○、×、対象外から選びます。ほかの言葉でも構いません。" } },
    ],
    charts: [],
    print: {
      paper: "a3",
      orientation: "landscape",
      titleRows: [header, header],
      area: region(0, 0, last.row, last.column),
      breakAfterRows: [],
      pagesHigh: 0,
      header: { left: [], center: [], right: [] },
      footer: { left: ["進捗点検 動作確認表"], center: [{ field: "page" }, " / ", { field: "pages" }], right: [] },
    },
  };
  return { title: "進捗点検 動作確認表", asOf: day, sheets: [sheet] };
}

/** The workbook's bytes. `day` is the release's, so that the same release has the same bytes. */
export async function makeChecklist({ version, day }) {
  const parts = JSON.parse(readFileSync(join(root, "kit/docs/checklist.json"), "utf8"));
  const { writeReport } = await loadWriter();
  return writeReport(planChecklist(parts, { version, day }));
}
