import fc from "fast-check";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import { drawingOf, grid, sheetFrom, workbookOf } from "./grid";
import { assertProperty } from "./assert-property";

/** A drawing that a test has computed. */
function drawn(drawing: string): SheetSnapshot {
  return grid(Object.assign([drawing], { raw: [drawing] }));
}

test("数・文字・改行・表示形式・エラー値を、絵のとおりのセルにする", () => {
  const sheet = grid`
    | 指標  | 基準値\n（令和5年度） | '7 |
    | 12    | 0.5{0.0%}             |    |
    | #REF! | -3                    | 　 |
  `;
  expect(sheet.rows).toEqual([
    {
      row: 0,
      cells: [
        { column: 0, value: "指標", format: "General" },
        { column: 1, value: "基準値\n（令和5年度）", format: "General" },
        { column: 2, value: "7", format: "General" },
      ],
    },
    {
      row: 1,
      cells: [
        { column: 0, value: 12, format: "General" },
        { column: 1, value: 0.5, format: "0.0%" },
      ],
    },
    {
      row: 2,
      cells: [
        { column: 0, value: { error: "#REF!" }, format: "General" },
        { column: 1, value: -3, format: "General" },
        { column: 2, value: "　", format: "General" },
      ],
    },
  ]);
});

test("< は左と、^ は上と結合する", () => {
  expect(
    grid`
      | 施策 | 実績値 | <    |
      | ^    | R5     | R6   |
      | ^    | 広い   | <    |
      |      | ^      | <    |
    `.merges,
  ).toEqual([
    { top: 0, left: 0, bottom: 2, right: 0 },
    { top: 0, left: 1, bottom: 0, right: 2 },
    { top: 2, left: 1, bottom: 3, right: 2 },
  ]);
});

test("長方形にならない結合と、相手のない結合は断る", () => {
  expect(() => drawn("| a | < |\n| ^ | b |")).toThrow("no rectangle");
  expect(() => drawn("| < |")).toThrow("nothing to merge with");
  expect(() => drawn("| ^ |")).toThrow("nothing to merge with");
});

test("名前が同じシートには番号を付ける", () => {
  expect(workbookOf(grid`| a |`, grid`| b |`, grid`| c |`).sheets.map(({ name }) => name)).toEqual(["Sheet1", "Sheet1_2", "Sheet1_3"]);
});

test("描いた絵を貼り付けると、同じシートになる", () => {
  const text = fc.constantFrom("指標", "12", "-3", "'a", "<", "^", " 空白 ", "1\n2", "0.5{0.0%}", "　", "（単位：人）");
  const content = fc.oneof(text, fc.integer({ min: -99, max: 99 }), fc.constant(null), fc.constant({ value: 0.5, format: "0.0%" }));
  assertProperty(
    fc.property(fc.array(fc.array(content, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (rows) => {
      const sheet = sheetFrom(rows);
      // The bars of a drawing cannot hold the spaces at the end of a text; nothing a test says depends on them.
      const trimmed = { ...sheet, rows: sheet.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => ({ ...cell, value: typeof cell.value === "string" ? cell.value.replace(/ +$/u, "") : cell.value })) })) };
      expect(drawn(drawingOf(sheet))).toEqual(trimmed);
    }),
    { seed: 1, numRuns: 300 },
  );
});
