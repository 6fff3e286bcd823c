import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { analyze, comparisonSchema, defaultSettings, toComparison, type Analysis, type WorkbookSnapshot } from "../../src/core";
import { readWorkbook } from "../../src/xlsx";
import { mapSheets, samples } from "./sheets";

const AS_OF = "2025-10-01";
const CORPUS = join(__dirname, "../corpus");

const corpus: readonly (readonly [string, WorkbookSnapshot])[] = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => {
    const read = readWorkbook(new Uint8Array(readFileSync(join(CORPUS, name, "input.xlsx"))), "計画.xlsx");
    if (!read.ok) throw new Error(`${name} cannot be read`);
    return [name, read.value];
  });

const books = [...samples.map(({ name, workbook }) => [name, workbook] as const), ...corpus];

function analyzed(workbook: WorkbookSnapshot): Analysis {
  return analyze(workbook, defaultSettings, AS_OF);
}

/** As if the plan stood elsewhere in a workbook whose sheets were renamed and put in another order. */
function elsewhere(workbook: WorkbookSnapshot, { model }: Analysis): WorkbookSnapshot {
  // A table that goes on on the next sheet does so only while that sheet is the next.
  const isContinued = model.tables.some(({ evidence }) => evidence.some((text) => text.includes("の表の続き")));
  const moved = mapSheets(workbook, (sheet) => ({
    ...sheet,
    name: `${sheet.name}’`.slice(-31),
    rows: sheet.rows.map(({ row, cells }) => ({ row: row + 3, cells })),
    merges: sheet.merges.map((merge) => ({ ...merge, top: merge.top + 3, bottom: merge.bottom + 3 })),
    hiddenRows: sheet.hiddenRows.map((row) => row + 3),
  }));
  return { ...moved, file: "別の名前.xlsx", sheets: isContinued ? moved.sheets : [...moved.sheets].reverse() };
}

/** The changes; the document must be as its schema says. */
function changesBetween(old: Analysis, young: Analysis): readonly object[] {
  const { changes, revisionDraft } = comparisonSchema.parse(toComparison(old, young));
  expect(revisionDraft === "").toBe(changes.every(({ subject }) => subject === "revision"));
  return changes;
}

test.each(books)("%s は、自分と比べても、場所とシートの名前だけを変えたものと比べても、変更がない", (_, workbook) => {
  const before = analyzed(workbook);
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, analyzed(elsewhere(workbook, before)))).toEqual([]);
});

test("どの見本も、空のブックと比べると、読んだものの数だけ追加と削除になる", () => {
  const nothing = analyzed({ file: "空.xlsx", date1904: false, sheets: [], settings: null });
  for (const { workbook } of samples) {
    const full = analyzed(workbook);
    const { indicators, workItems, measures, revisions, links } = full.model;
    const count = indicators.length + workItems.length + measures.length + revisions.length + links.filter(({ to }) => to !== null).length;
    expect(changesBetween(nothing, full)).toHaveLength(count);
    expect(changesBetween(full, nothing)).toHaveLength(count);
  }
});
