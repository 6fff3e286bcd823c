import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { analyze, type Analysis } from "../../../src/core";
import { isFormula, planReport, type PlanSheet, type PlanValue, type ReportPlan } from "../../../src/core/report";
import { defaultSettings } from "../../../src/core/settings";
import { isCellError, type SnapshotCell } from "../../../src/core/sheet/snapshot";
import { readWorkbook, writeReport } from "../../../src/xlsx";
import { packageProblems } from "../../helpers/check-package";
import { evaluateFormula, type Value } from "../../helpers/evaluate-formula";

/* The report of every sample: sound as a package, the same on every run, and read back as it was planned. */

const SAMPLES = join(__dirname, "../../../samples");
const names = readdirSync(SAMPLES).filter((name) => name.endsWith(".xlsx"));

function analysisOf(name: string): Analysis {
  const expected = JSON.parse(readFileSync(join(SAMPLES, name.replace(/\.xlsx$/u, ".expected.json")), "utf8")) as { asOf: string };
  const read = readWorkbook(readFileSync(join(SAMPLES, name)), name);
  if (!read.ok) throw new Error(`${name} cannot be read`);
  return analyze(read.value, defaultSettings, expected.asOf);
}

function shown(value: PlanValue): string | number | null {
  return isFormula(value) ? value.cached : value;
}

function plannedCells(sheet: PlanSheet): ReadonlyMap<string, string | number> {
  const cells = sheet.rows.flatMap(({ cells: row }, r) =>
    row.flatMap((cell, c): [string, string | number][] => {
      const value = shown(cell?.value ?? null);
      return value === null ? [] : [[`${String(r)},${String(c)}`, value]];
    }),
  );
  return new Map(cells);
}

/** What our own reader finds, by sheet and cell. */
function readCells(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<string, SnapshotCell>> {
  const read = readWorkbook(bytes, "report.xlsx");
  if (!read.ok) throw new Error("Our own reader refuses the report");
  return new Map(
    read.value.sheets.map(({ name, rows }) => [
      name,
      new Map(rows.flatMap(({ row, cells }) => cells.map((cell): [string, SnapshotCell] => [`${String(row)},${String(cell.column)}`, cell]))),
    ]),
  );
}

function valueOf(cell: SnapshotCell | undefined): Value {
  const value = cell?.value ?? null;
  return isCellError(value) ? value.error : value;
}

describe.each(names)("%s", (name) => {
  let plan: ReportPlan;
  let bytes: Uint8Array;
  beforeAll(async () => {
    plan = planReport(analysisOf(name));
    bytes = await writeReport(plan);
  });

  test("パッケージの構造に誤りがない", () => {
    expect(packageProblems(bytes)).toEqual([]);
  });

  test("二度作っても同じバイト列", async () => {
    const again = await writeReport(planReport(analysisOf(name)));
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });

  test("自前の読み手で読み返すと、計画どおりの値がすべてあり、ほかには何もない", () => {
    const sheets = readCells(bytes);
    expect([...sheets.keys()]).toEqual(plan.sheets.map((sheet) => sheet.name));
    for (const sheet of plan.sheets) {
      const found = [...(sheets.get(sheet.name) ?? [])].map(([place, cell]) => [place, valueOf(cell)]);
      expect(new Map(found as [string, Value][])).toEqual(plannedCells(sheet));
    }
  });

  test("別の読み手でも同じ値がある", async () => {
    const book = await readXlsx(bytes);
    for (const sheet of plan.sheets) {
      const rows = book.sheets.find((item) => item.name === sheet.name)?.rows ?? [];
      for (const [place, value] of plannedCells(sheet)) {
        const [row = 0, column = 0] = place.split(",").map(Number);
        expect(rows[row]?.[column]).toBe(value);
      }
    }
  });

  test("数式を計算し直すと、控えの値になる", () => {
    const sheets = readCells(bytes);
    const lookup = (sheet: string, row: number, column: number): Value =>
      valueOf(sheets.get(sheet)?.get(`${String(row)},${String(column)}`));
    let count = 0;
    for (const [sheet, cells] of sheets) {
      for (const cell of cells.values()) {
        if (cell.formula === undefined) continue;
        count++;
        expect({ formula: cell.formula, value: evaluateFormula(cell.formula, sheet, lookup) }).toEqual({ formula: cell.formula, value: valueOf(cell) });
      }
    }
    const planned = plan.sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null && isFormula(cell.value))));
    expect(count).toBe(planned.length);
  });

  test("どのグラフのすぐ上にも、グラフの示すことを書いた文があり、同じページに印刷される", () => {
    const sheets = readCells(bytes);
    for (const { name, charts, print } of plan.sheets) {
      for (const { title, altText, textAt, covers } of charts) {
        const { top, left, bottom } = textAt.region;
        const lines = Array.from({ length: bottom - top + 1 }, (_, n) => valueOf(sheets.get(name)?.get(`${String(top + n)},${String(left)}`)));
        expect(`${title}: ${lines.join("")}`).toMatch(/: .*\d.*です。$/u);
        expect(altText.endsWith(lines.join(""))).toBe(true);
        expect(covers.top - bottom).toBeLessThanOrEqual(2);
        expect(covers.top).toBeGreaterThan(bottom);
        expect(print.breakAfterRows.filter((row) => row >= top && row < covers.bottom)).toEqual([]);
      }
    }
  });

  test("どのまとまりの割合も出せなくなったら、最も低いものを言う文は消え、エラーにならない", () => {
    const sheets = readCells(bytes);
    const textsOnly = (sheet: string, row: number, column: number): Value => {
      const value = valueOf(sheets.get(sheet)?.get(`${String(row)},${String(column)}`));
      return typeof value === "number" ? null : value;
    };
    for (const { name, charts } of plan.sheets) {
      for (const { textAt } of charts) {
        for (let row = textAt.region.top; row <= textAt.region.bottom; row++) {
          const formula = sheets.get(name)?.get(`${String(row)},${String(textAt.region.left)}`)?.formula;
          if (formula !== undefined) expect(String(evaluateFormula(formula, name, textsOnly))).not.toMatch(/undefined|null|最も低い/u);
        }
      }
    }
  });

  test("グラフの値の控えは、その範囲のセルの値と同じ", () => {
    const sheets = readCells(bytes);
    for (const chart of plan.sheets.flatMap(({ charts }) => charts)) {
      for (const { at, cached } of [chart.categories, ...chart.series.flatMap((series) => [series.name, series.values])]) {
        const sheet = plan.sheets.find(({ key }) => key === at.sheet)?.name ?? "";
        const { top, left, bottom, right } = at.region;
        const cells: Value[] = [];
        for (let row = top; row <= bottom; row++) {
          for (let column = left; column <= right; column++) cells.push(valueOf(sheets.get(sheet)?.get(`${String(row)},${String(column)}`)));
        }
        expect(cells).toEqual(cached);
      }
    }
  });

  test("どのページも空にならず、データのシートは印刷の範囲に何も持たない", () => {
    for (const sheet of plan.sheets) {
      const cells = sheet.rows.slice(sheet.print.area.top, sheet.print.area.bottom + 1).flatMap(({ cells: row }) => row);
      expect({ sheet: sheet.name, isPrinted: cells.some((cell) => cell !== null && cell.value !== null) }).toEqual({
        sheet: sheet.name,
        isPrinted: sheet.tables.length === 0,
      });
      const pages = [-1, ...sheet.print.breakAfterRows, sheet.print.area.bottom];
      pages.slice(1).forEach((last, n) => {
        expect(last).toBeGreaterThan(pages[n] ?? -1);
      });
    }
  });

  test("数式は総括だけにあり、結合セルはない", () => {
    const parts = unzipSync(bytes);
    plan.sheets.forEach((sheet, index) => {
      const xml = strFromU8(parts[`xl/worksheets/sheet${String(index + 1)}.xml`] ?? new Uint8Array());
      expect({ sheet: sheet.name, hasFormula: xml.includes("<f>") && sheet.key !== "summary" }).toEqual({ sheet: sheet.name, hasFormula: false });
      expect(xml).not.toContain("mergeCell");
    });
  });
});
