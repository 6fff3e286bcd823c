import type { Analysis } from "../../src/core";
import { expectSame, mapCells, read, subjects } from "./sheets";

const toWide = (text: string): string => text.replace(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
const toNarrow = (text: string): string => text.replace(/[！-～]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** What is left of an analysis when 全角・半角 no longer tell. `raw` quotes the cell and is left out. */
function folded(analysis: Analysis): unknown {
  const fold = (value: unknown): unknown => {
    if (typeof value === "string") return value.normalize("NFKC");
    if (Array.isArray(value)) return value.map(fold);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (key === "raw" ? [] : [[key.normalize("NFKC"), fold(part)]])));
  };
  return fold({ model: analysis.model, findings: analysis.findings, crashes: analysis.crashes, assessments: analysis.assessments });
}

describe.each(subjects)("%s", (_, list) => {
  test.each([
    ["全角", toWide],
    ["半角", toNarrow],
  ] as const)("英数字と記号を%sに書き換えても、読みは変わらない", (_width, change) => {
    for (const { workbook } of list) {
      const rewritten = mapCells(workbook, (cell) => (typeof cell.value === "string" ? { ...cell, value: change(cell.value) } : cell));
      expectSame(folded(read(rewritten)), folded(read(workbook)));
    }
  });

  test("二度読んでも同じであり、もとのシートに触れない", () => {
    for (const { workbook } of list) {
      const before = JSON.stringify(workbook);
      expectSame(read({ ...workbook }), read(workbook));
      expect(JSON.stringify(workbook)).toBe(before);
    }
  });
});
