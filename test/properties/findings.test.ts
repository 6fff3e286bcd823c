import { toA1, type Analysis, type Finding, type WorkbookSnapshot } from "../../src/core";
import type { Figure, Indicator } from "../../src/core/model";
import type { CellContent } from "../../src/core/sheet/snapshot";
import { mapSheets, read, subjects, withCell } from "./sheets";

const nameOf = ({ rule, at }: Finding): string => `${rule} ${at.sheet}!${toA1(at)}`;

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

/** At most this many cells a workbook: each is a whole reading. */
const MOST = 6;

describe.each(subjects)("%s", (_, list) => {
  test("空欄の目標値を一つ「－」で埋めると、その指摘だけが消える", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      for (const missing of before.findings.filter(({ rule }) => rule === "indicator-target-missing").slice(0, MOST)) {
        const after = read(filled(workbook, missing.at, "－"));
        expect(after.findings.map(nameOf)).toEqual(before.findings.filter((one) => one !== missing).map(nameOf));
      }
    }
  });

  test("空欄の目標値を一つ数で埋めると、その指摘と、推定だった向きの指摘のほかは変わらない", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      for (const missing of before.findings.filter(({ rule }) => rule === "indicator-target-missing").slice(0, MOST)) {
        const indicator = before.model.indicators.find(({ target }) => target !== null && nameOf({ ...missing, at: target.at }) === nameOf(missing));
        const value = indicator === undefined ? undefined : fittingTarget(indicator, indicator.baseline, workbook);
        if (indicator === undefined || value === undefined) continue;
        const after = read(filled(workbook, missing.at, value));
        const settled = `indicator-direction-unconfirmed ${indicator.at.sheet}!${toA1(indicator.at)}`;
        const rest = (analysis: Analysis): readonly string[] => analysis.findings.filter(({ rule }) => rule !== "total-mismatch").map(nameOf).filter((one) => one !== settled);
        expect(rest(after)).toEqual(rest(before).filter((one) => one !== nameOf(missing)));
      }
    }
  });
});
