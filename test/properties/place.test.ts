import type { Analysis } from "../../src/core";
import { parseA1, toA1 } from "../../src/core/sheet/address";
import type { SheetSnapshot } from "../../src/core/sheet/snapshot";
import { expectSame, mapSheets, read, subjects, withCell } from "./sheets";

function movedSheet(sheet: SheetSnapshot, down: number, right: number): SheetSnapshot {
  return {
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({ row: row + down, cells: cells.map((cell) => ({ ...cell, column: cell.column + right })) })),
    merges: sheet.merges.map(({ top, left, bottom, right: far }) => ({ top: top + down, left: left + right, bottom: bottom + down, right: far + right })),
    hiddenRows: sheet.hiddenRows.map((row) => row + down),
    hiddenColumns: sheet.hiddenColumns.map((column) => column + right),
  };
}

function movedA1(text: string, down: number, right: number): string {
  const at = parseA1(text);
  return at === undefined ? text : toA1({ row: at.row + down, column: at.column + right });
}

/** Moves every place in an analysis: addresses, regions, rows and columns of tables. */
function movedAnalysis(analysis: Analysis, down: number, right: number): unknown {
  const move = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(move);
    if (typeof value !== "object" || value === null) return value;
    const one = value as Readonly<Record<string, unknown>>;
    const isTransposed = one["orientation"] === "columns";
    return Object.fromEntries(
      Object.entries(one).map(([key, part]) => {
        if (typeof part === "number") return [key, part + (key === "row" || key === "top" || key === "bottom" ? down : key === "column" || key === "left" || key === "right" ? right : 0)];
        if (key === "headerRows" || key === "dataRows") return [key, (part as readonly number[]).map((row) => row + down)];
        if (key === "lines") return [key, (part as readonly { index: number }[]).map((line) => ({ ...line, index: line.index + (isTransposed ? right : down) }))];
        // The place of the first of two equal names, in words.
        if (key === "first") return [key, movedA1(String(part), down, right)];
        return [key, move(part)];
      }),
    );
  };
  return move(analysis);
}

describe.each(subjects)("%s", (_, list) => {
  test.each([
    [1, 1],
    [120, 30],
  ])("上に %d 行、左に %d 列の空きを入れると、すべてがそのまま動く", (down, right) => {
    for (const { workbook } of list) {
      expectSame(read(mapSheets(workbook, (sheet) => movedSheet(sheet, down, right))), movedAnalysis(read(workbook), down, right));
    }
  });

  test("下と右の離れたセルに空白だけがあっても、読みは変わらない", () => {
    for (const { workbook } of list) {
      const spaced = mapSheets(workbook, (sheet) => withCell(withCell(sheet, 400, { column: 2, value: "　", format: "General" }), 0, { column: 90, value: " ", format: "General" }));
      const { model, findings, assessments } = read(spaced);
      const before = read(workbook);
      expectSame(model.indicators, before.model.indicators);
      expectSame(model.workItems, before.model.workItems);
      expectSame(findings, before.findings);
      expectSame(assessments, before.assessments);
      expectSame(model.tables.filter(({ kind }) => kind !== "form"), before.model.tables.filter(({ kind }) => kind !== "form"));
    }
  });

  test("行と列を隠しても、読みは変わらない", () => {
    for (const { workbook } of list) {
      const hidden = mapSheets(workbook, (sheet) => ({ ...sheet, hiddenRows: sheet.rows.filter((_row, i) => i % 2 === 1).map(({ row }) => row), hiddenColumns: [0, 2, 3] }));
      expectSame(read(hidden), read(workbook));
    }
  });

  test("何もないところの結合は、何も変えない", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      const merged = mapSheets(workbook, (sheet) => ({ ...sheet, merges: [...sheet.merges, ...blankAreas(sheet, before)] }));
      const { model, findings } = read(merged);
      expectSame(findings, before.findings);
      expectSame(model, before.model);
    }
  });

  test("表の上の見出しの行を右の空きと結合しても、何も変わらない", () => {
    for (const { workbook } of list) {
      const before = read(workbook);
      const merged = mapSheets(workbook, (sheet) => ({ ...sheet, merges: [...sheet.merges, ...loneLines(sheet, before)] }));
      expectSame(read(merged).model.indicators, before.model.indicators);
      expectSame(read(merged).findings, before.findings);
    }
  });
});

const tablesOf = ({ model }: Analysis, sheet: SheetSnapshot): readonly { top: number; left: number; bottom: number; right: number }[] =>
  model.tables.filter((table) => table.sheet === sheet.name).map(({ region }) => region);

/** Areas of two columns right of everything, and below everything. */
function blankAreas(sheet: SheetSnapshot, analysis: Analysis): SheetSnapshot["merges"] {
  const right = Math.max(0, ...sheet.rows.flatMap(({ cells }) => cells.map(({ column }) => column)), ...sheet.merges.map((one) => one.right));
  const bottom = Math.max(0, ...sheet.rows.map(({ row }) => row), ...sheet.merges.map((one) => one.bottom));
  const top = tablesOf(analysis, sheet)[0]?.top ?? 0;
  return [
    { top, left: right + 2, bottom: top + 1, right: right + 3 },
    { top: bottom + 2, left: 0, bottom: bottom + 3, right },
  ];
}

/** Lines over the first table that hold one short text at the left, to be merged as wide as the table. */
function loneLines(sheet: SheetSnapshot, analysis: Analysis): SheetSnapshot["merges"] {
  const regions = tablesOf(analysis, sheet);
  const first = regions.reduce((best, one) => (one.top < best.top ? one : best), regions[0] ?? { top: 0, left: 0, bottom: 0, right: 0 });
  const isSideBySide = regions.some((one) => one !== first && one.left > first.right);
  if (isSideBySide) return [];
  return sheet.rows.flatMap(({ row, cells }) => {
    const [cell, ...others] = cells;
    const isTaken = sheet.merges.some((one) => row >= one.top && row <= one.bottom);
    if (cell === undefined || others.length > 0 || isTaken || row >= first.top || cell.column >= first.right) return [];
    return [{ top: row, left: cell.column, bottom: row, right: first.right }];
  });
}
