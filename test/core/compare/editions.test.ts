import type { SheetSnapshot } from "../../../src/core/sheet/snapshot";
import { grid, withOptions } from "../../helpers/grid";
import { compareSheets, linesOf } from "./editions";

const indicators = grid`
  | No. | 施策 | 指標名         | 単位 | 基準値（令和5年度） | 令和6年度実績値 | 目標値（令和8年度） | 担当課   |
  | 1   | 観光 | 観光入込客数   | 人   | 1000                | 1200            | 2000                | 商工課   |
  | 2   | 観光 | 宿泊者数       | 人   | 300                 | 310             |                     | 商工課   |
  | 3   | 福祉 | 認知症サポーター数 | 人 | 120               | 150             | 200                 | 福祉課   |
  | 4   | 水道 | 水道管の耐震化率 | %  | 40                  | 42              | 45                  | 水道課   |
`;

/** The columns in another order: that of `order`, counted from zero. */
function reordered(sheet: SheetSnapshot, order: readonly number[]): SheetSnapshot {
  return {
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.map((cell) => ({ ...cell, column: order.indexOf(cell.column) })).sort((a, b) => a.column - b.column),
    })),
  };
}

/** Header first, then the rows in another order. */
function sortedRows(sheet: SheetSnapshot, order: readonly number[]): SheetSnapshot {
  const [header, ...rows] = sheet.rows;
  return { ...sheet, rows: [header!, ...order.map((from, index) => ({ row: index + 1, cells: rows[from]!.cells }))] };
}

function moved(sheet: SheetSnapshot, down: number): SheetSnapshot {
  return { ...sheet, rows: sheet.rows.map(({ row, cells }) => ({ row: row + down, cells })) };
}

function rewritten(sheet: SheetSnapshot, change: (text: string, column: number, row: number) => string | number | null): SheetSnapshot {
  return {
    ...sheet,
    rows: sheet.rows.map(({ row, cells }) => ({
      row,
      cells: cells.flatMap((cell) => {
        const value = typeof cell.value === "string" ? change(cell.value, cell.column, row) : cell.value;
        return value === null ? [] : [{ ...cell, value }];
      }),
    })),
  };
}

/** ASCII letters, digits and marks as full-width ones. */
function fullWidth(text: string): string {
  return text.replaceAll(/[!-~]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
}

describe("変更ではないもの", () => {
  test.each<[string, SheetSnapshot]>([
    ["同じブック", indicators],
    ["行の並べ替え", sortedRows(indicators, [3, 1, 0, 2])],
    ["行の挿入で表が下がること", moved(indicators, 5)],
    ["列の入れ替え", reordered(indicators, [0, 1, 7, 2, 3, 6, 4, 5])],
    ["シートの名前", withOptions(indicators, { name: "KPI一覧（最新）" })],
    ["全角と半角", rewritten(indicators, fullWidth)],
    ["番号の振り直し", { ...indicators, rows: indicators.rows.map(({ row, cells }) => ({ row, cells: cells.map((cell) => (row > 0 && cell.column === 0 ? { ...cell, value: row + 10 } : cell)) })) }],
    ["行の非表示", withOptions(indicators, { hiddenRows: [2, 3] })],
  ])("%s", (_, after) => {
    expect(compareSheets([indicators], [after])).toMatchObject({ changes: [], revisionDraft: "" });
  });

  test("表が別のシートに移ること", () => {
    const other = withOptions(grid`
      | No. | 業務名       | 概要             | 担当課 | 進捗状況 |
      | 1   | 電子申請     | 申請を電子化する | 税務課 | 実施中   |
      | 2   | 書かない窓口 | 記入をなくす     | 市民課 | 検討中   |
    `, { name: "業務" });
    expect(linesOf(compareSheets([indicators, other], [other, withOptions(indicators, { name: "Sheet9" })]))).toEqual([]);
  });
});

describe("変更", () => {
  test("空欄だった目標値を埋めると、前がnullの目標値の変更になる", () => {
    const filled: SheetSnapshot = { ...indicators, rows: indicators.rows.map((line) => (line.row === 2 ? { row: 2, cells: [...line.cells, { column: 6, value: 400, format: "General" }].sort((a, b) => a.column - b.column) } : line)) };
    const { changes, revisionDraft } = compareSheets([indicators], [filled]);
    expect(changes).toEqual([
      { kind: "target-changed", subject: "indicator", name: "宿泊者数", newName: null, before: null, after: 400, beforeText: null, afterText: "400", atOld: { sheet: "Sheet1", cell: "G3" }, atNew: { sheet: "Sheet1", cell: "G3" } },
    ]);
    expect(revisionDraft).toBe("①指標「宿泊者数」の目標値の変更");
  });

  test("並べ替えながら一つの名前と一つの課を変えても、その二つだけが変更になる", () => {
    const changed = rewritten(sortedRows(indicators, [2, 0, 3, 1]), (text) => (text === "認知症サポーター数" ? "認知症サポーターの養成数" : text === "水道課" ? "上下水道課" : text));
    expect(linesOf(compareSheets([indicators], [changed]))).toEqual([
      "renamed 認知症サポーター数: 認知症サポーター数 → 認知症サポーターの養成数",
      "division-changed 水道管の耐震化率: 水道課 → 上下水道課",
    ]);
  });

  test("一行を消して一行を足すと、削除と追加になる", () => {
    const changed = grid`
      | No. | 施策 | 指標名         | 単位 | 基準値（令和5年度） | 令和6年度実績値 | 目標値（令和8年度） | 担当課   |
      | 1   | 観光 | 観光入込客数   | 人   | 1000                | 1200            | 2000                | 商工課   |
      | 2   | 防災 | 防災士の資格保有者 | 人 | 10                | 12              | 30                  | 危機管理課 |
      | 3   | 福祉 | 認知症サポーター数 | 人 | 120               | 150             | 200                 | 福祉課   |
      | 4   | 水道 | 水道管の耐震化率 | %  | 40                  | 42              | 45                  | 水道課   |
    `;
    expect(linesOf(compareSheets([indicators], [changed]))).toEqual(["removed 宿泊者数: 宿泊者数 → null", "added 防災士の資格保有者: null → 防災士の資格保有者"]);
  });
});
