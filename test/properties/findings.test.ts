import { toA1, type Analysis, type Finding, type WorkbookSnapshot } from "../../src/core";
import type { Figure, Indicator } from "../../src/core/model";
import type { CellContent } from "../../src/core/sheet/snapshot";
import { generated, mapSheets, read, samples, subjects, withCell } from "./sheets";

const nameOf = ({ rule, at, params }: Finding): string => `${rule} ${at.sheet}!${toA1(at)} ${JSON.stringify(params)}`;
const isMissingTarget = ({ rule }: Finding): boolean => rule === "indicator-target-missing";

function filled(workbook: WorkbookSnapshot, { sheet: name, row, column }: Finding["at"], value: CellContent): WorkbookSnapshot {
  return mapSheets(workbook, (sheet) => (sheet.name === name ? withCell(sheet, row, { column, value, format: "General" }) : sheet));
}

/** A number that the indicator may well aim at: beyond its baseline, in the same unit. */
function fittingTarget(indicator: Indicator, baseline: Figure | null, workbook: WorkbookSnapshot): number | undefined {
  if (baseline === null || baseline.amount === null || baseline.amount <= 2 || baseline.unit === "%" || baseline.qualifiers.length > 0) return undefined;
  const cell = workbook.sheets.find(({ name }) => name === baseline.at.sheet)?.rows.find(({ row }) => row === baseline.at.row)?.cells.find(({ column }) => column === baseline.at.column);
  if (typeof cell?.value !== "number" || baseline.hasOwnUnit) return undefined;
  return indicator.direction.value === "lower-is-better" ? cell.value - 1 : cell.value + 1;
}

/** Each cell is a whole reading: of the samples all, of a generated sheet at most so many. */
const MOST = 6;

function missingTargets(workbook: WorkbookSnapshot): readonly Finding[] {
  const all = read(workbook).findings.filter(isMissingTarget);
  return samples.some((one) => one.workbook === workbook) ? all : all.slice(0, MOST);
}

test("空欄の目標値は、見本にも作ったシートにもあり、どの法則も空では済まない", () => {
  expect(samples.flatMap(({ workbook }) => missingTargets(workbook)).length).toBeGreaterThan(60);
  expect(generated.flatMap(({ workbook }) => missingTargets(workbook)).length).toBeGreaterThan(20);
});

test("二つの空欄を一度に埋めると、この法則は成り立たない", () => {
  const [subject] = samples.filter(({ workbook }) => missingTargets(workbook).length > 1);
  const [first, second] = missingTargets(subject!.workbook);
  const after = read(filled(filled(subject!.workbook, first!.at, "－"), second!.at, "－"));
  expect(after.findings.map(nameOf)).not.toEqual(read(subject!.workbook).findings.filter((one) => one !== first).map(nameOf));
});

describe.each(subjects)("%s", (_, list) => {
  test("空欄の目標値を一つ「－」で埋めると、その指摘だけが消える", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      for (const missing of missingTargets(workbook)) {
        const after = read(filled(workbook, missing.at, "－"));
        expect(after.findings.map(nameOf)).toEqual(before.findings.filter((one) => one !== missing).map(nameOf));
      }
    }
  });

  test("空欄の目標値を一つ数で埋めると、その指摘と、推定だった向きの指摘のほかは変わらない", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      for (const missing of missingTargets(workbook)) {
        const indicator = before.model.indicators.find(({ target }) => target !== null && nameOf({ ...missing, at: target.at }) === nameOf(missing));
        const value = indicator === undefined ? undefined : fittingTarget(indicator, indicator.baseline, workbook);
        if (indicator === undefined || value === undefined) continue;
        const after = read(filled(workbook, missing.at, value));
        const settled = `indicator-direction-unconfirmed ${indicator.at.sheet}!${toA1(indicator.at)} `;
        const rest = (analysis: Analysis): readonly string[] => analysis.findings.filter(({ rule }) => rule !== "total-mismatch").map(nameOf).filter((one) => !one.startsWith(settled));
        expect(rest(after)).toEqual(rest(before).filter((one) => one !== nameOf(missing)));
      }
    }
  });
});
