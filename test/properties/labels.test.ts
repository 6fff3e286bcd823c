import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Analysis } from "../../src/core";
import { toA1, type CellAddress } from "../../src/core/sheet/address";
import type { SnapshotCell } from "../../src/core/sheet/snapshot";
import { readWorkbook } from "../../src/xlsx";
import { mapSheets, read, samples, type Subject } from "./sheets";

/* Offices put marks and notes at their labels. What a column means is the same with them. */

const CORPUS = join(__dirname, "../corpus");

const corpus: readonly Subject[] = readdirSync(CORPUS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => {
    const result = readWorkbook(new Uint8Array(readFileSync(join(CORPUS, name, "input.xlsx"))), name);
    return result.ok ? [{ name, workbook: result.value }] : [];
  });

/** A header that is repeated on the next page is marked on the first one only, and then is another header. */
const REPEATED = "repeated-header-page-break";

const subjects = [...samples, ...corpus.filter(({ name }) => name !== REPEATED)];

const marks: readonly (readonly [name: string, mark: (label: string) => string])[] = [
  ["※", (label) => `${label}※`],
  ["（※1）", (label) => `${label}（※1）`],
  ["注1)", (label) => `${label}注1)`],
  ["【】", (label) => `【${label}】`],
  ["■", (label) => `■${label}`],
  ["▼", (label) => `${label}▼`],
];

/** What is read, without the wording of labels. */
function readingOf({ model, findings }: Analysis): unknown {
  const place = (at: CellAddress): string => `${at.sheet}!${toA1(at)}`;
  return {
    fields: model.tables.flatMap(({ kind, fields }) => fields.map(({ at, field, period }) => [kind, place(at), field, period?.year ?? null])),
    indicators: model.indicators.map(({ at, name, target, baseline, actuals }) => [place(at), name, ...[target, baseline, ...actuals].map((figure) => (figure === null ? null : [place(figure.at), figure.state, figure.amount]))]),
    workItems: model.workItems.map(({ at, title, divisions, status }) => [place(at), title, divisions, status?.value ?? null]),
    findings: findings.map(({ at, rule }) => [at, rule]),
  };
}

describe.each(marks)("見出しに「%s」が付いても", (_, mark) => {
  test("列の意味も、指標も、指摘も変わらない", () => {
    const broken: string[] = [];
    for (const { name, workbook } of subjects) {
      const plain = read(workbook);
      const places = new Set<string>();
      // Marks down a first column make headings of its labels.
      for (const { orientation, fields } of plain.model.tables) if (orientation === "rows" || orientation === "row-groups") for (const { at, field } of fields) if (field !== "other") places.add(`${at.sheet}!${toA1(at)}`);
      // A heading that names an indicator is no label.
      for (const { at } of plain.model.indicators) places.delete(`${at.sheet}!${toA1(at)}`);
      const isLabel = (sheet: string, row: number, { column }: SnapshotCell): boolean => places.has(`${sheet}!${toA1({ row, column })}`);
      const marked = mapSheets(workbook, (sheet) => ({
        ...sheet,
        rows: sheet.rows.map(({ row, cells }) => ({
          row,
          cells: cells.map((cell) => (typeof cell.value === "string" && isLabel(sheet.name, row, cell) ? { ...cell, value: mark(cell.value) } : cell)),
        })),
      }));
      if (JSON.stringify(readingOf(read(marked))) !== JSON.stringify(readingOf(plain))) broken.push(name);
    }
    expect(broken).toEqual([]);
  });
});
