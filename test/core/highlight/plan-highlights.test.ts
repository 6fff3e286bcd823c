import { highlightLooks, planHighlights, type HighlightChoice } from "../../../src/core/highlight";
import type { CellContent, SheetSnapshot, WorkbookSnapshot } from "../../../src/core/sheet/snapshot";
import { toRangeA1, type Region } from "../../../src/core/sheet/region";
import type { Finding, Severity } from "../../../src/core/validate/finding";

const ALL: HighlightChoice = { severities: ["error", "warning", "info"], rules: "all" };

function sheetOf(name: string, lines: readonly (readonly (CellContent | null)[])[], merges: readonly Region[] = []): SheetSnapshot {
  const rows = lines.map((line, row) => ({ row, cells: [...line.entries()].flatMap(([column, value]) => (value === null ? [] : [{ column, value, format: "General" }])) }));
  return { name, visibility: "visible", rows, merges, hiddenRows: [], hiddenColumns: [] };
}

function bookOf(...sheets: readonly SheetSnapshot[]): WorkbookSnapshot {
  return { file: "book.xlsx", date1904: false, sheets, settings: null };
}

function finding(row: number, column: number, rule = "indicator-target-missing", severity: Severity = "error", sheet = "一覧"): Finding {
  return { rule, severity, at: { sheet, row, column }, params: {}, key: `${String(row)}/${String(column)}` };
}

const placesOf = (findings: readonly Finding[], book: WorkbookSnapshot, choice = ALL, most?: number): readonly string[] =>
  planHighlights(findings, book, choice, most).blocks.map(({ sheet, region, severity }) => `${sheet}!${toRangeA1(region)} ${severity}`);

test("続いた空欄は一まとまり、離れた空欄は別のまとまりになる", () => {
  const book = bookOf(sheetOf("一覧", [["a", null], ["b", null], ["c", 3], ["d", null]]));
  expect(placesOf([finding(3, 1), finding(0, 1), finding(1, 1)], book)).toEqual(["一覧!B1:B2 error", "一覧!B4 error"]);
});

test("隣り合う列の同じ高さの空欄は、一つの四角になる", () => {
  const book = bookOf(sheetOf("一覧", []));
  const all = [0, 1, 2].flatMap((row) => [1, 2, 3].map((column) => finding(row, column)));
  expect(placesOf(all, book)).toEqual(["一覧!B1:D3 error"]);
  expect(placesOf([...all, finding(3, 3)], book)).toEqual(["一覧!B1:C3 error", "一覧!D1:D4 error"]);
});

test("内容の違うセルは、続いていても別のまとまりで、同じ内容なら一まとまりになる", () => {
  const book = bookOf(sheetOf("一覧", [["未定"], ["未定"], ["集計中"], [5]]));
  const { blocks } = planHighlights([0, 1, 2, 3].map((row) => finding(row, 0, "figure-unreadable")), book, ALL);
  expect(blocks.map(({ region, textMark }) => [toRangeA1(region), textMark])).toEqual([["A1:A2", highlightLooks.error.mark], ["A3", highlightLooks.error.mark], ["A4", null]]);
});

test("まとまりが多すぎるときは、隣どうしを一つの式にまとめる", () => {
  const book = bookOf(sheetOf("一覧", [["未定"], ["集計中"], ["調査中"], [5], [6]]));
  const findings = [0, 1, 2, 3, 4].map((row) => finding(row, 0, "figure-unreadable"));
  expect(placesOf(findings, book)).toHaveLength(5);
  expect(placesOf(findings, book, ALL, 4)).toEqual(["一覧!A1:A3 error", "一覧!A4:A5 error"]);
});

test("それでも多すぎる分は、軽いものから外し、件数で告げる", () => {
  const book = bookOf(sheetOf("一覧", []));
  const findings = [finding(0, 0, "a-a", "info"), finding(2, 0, "b-b", "error"), finding(4, 0, "c-c", "warning"), finding(5, 0, "c-c", "warning")];
  const plan = planHighlights(findings, book, ALL, 2);
  expect(plan.blocks.map(({ severity }) => severity)).toEqual(["error", "warning"]);
  expect(plan.omitted).toBe(1);
  expect(planHighlights(findings, book, ALL, 1).omitted).toBe(3);
  expect(planHighlights(findings, book, ALL).omitted).toBe(0);
});

test("一つのセルにいくつも指摘があるときは、いちばん重いものを表示する", () => {
  const book = bookOf(sheetOf("一覧", [["人口"]]));
  expect(placesOf([finding(0, 0, "label-variant", "info"), finding(0, 0, "indicator-duplicate", "warning"), finding(0, 0, "cell-error", "error")], book)).toEqual(["一覧!A1 error"]);
  expect(placesOf([finding(0, 0, "label-variant", "info"), finding(0, 0, "cell-error", "error")], book, { severities: ["info"], rules: "all" })).toEqual(["一覧!A1 info"]);
});

test("選んだ規則と重さの指摘だけを表示する", () => {
  const book = bookOf(sheetOf("一覧", []));
  const findings = [finding(0, 0, "a-a", "error"), finding(2, 0, "b-b", "error"), finding(4, 0, "a-a", "info")];
  expect(placesOf(findings, book, { severities: ["error"], rules: ["a-a"] })).toEqual(["一覧!A1 error"]);
  expect(placesOf(findings, book, { severities: [], rules: "all" })).toEqual([]);
});

test("結合セルは全体を表示し、一行の結合は続けてまとめ、何行もの結合は一つずつになる", () => {
  const merges = [{ top: 0, left: 0, bottom: 0, right: 1 }, { top: 1, left: 0, bottom: 1, right: 1 }, { top: 2, left: 0, bottom: 4, right: 1 }, { top: 5, left: 0, bottom: 6, right: 1 }];
  const book = bookOf(sheetOf("一覧", [], merges));
  const { blocks } = planHighlights([0, 1, 2, 5].map((row) => finding(row, 0)), book, ALL);
  expect(blocks.map(({ region }) => toRangeA1(region))).toEqual(["A1:B2", "A3:B5", "A6:B7"]);
  expect(blocks.map(({ formula }) => /SUBSTITUTE\(([^,]+),/u.exec(formula)?.[1])).toEqual(["$A1", "$A$3", "$A$6"]);
});

test("シートは別々に、ブックの並びの順になる", () => {
  const book = bookOf(sheetOf("二", []), sheetOf("一", []));
  expect(placesOf([finding(0, 0, "a-a", "error", "一"), finding(0, 0, "a-a", "error", "二"), finding(0, 0, "a-a", "error", "ない")], book)).toEqual(["二!A1 error", "一!A1 error"]);
});

test("指摘の順序を変えても、計画は変わらない", () => {
  const book = bookOf(sheetOf("一覧", [["x", null, 5], ["x", null, 6], ["y", null, 5]]));
  const findings = [0, 1, 2].flatMap((row) => [finding(row, 0, "label-variant", "warning"), finding(row, 1), finding(row, 2, "rate-mismatch", "info")]);
  expect(planHighlights([...findings].reverse(), book, ALL)).toEqual(planHighlights(findings, book, ALL));
});

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const contrast = (a: string, b: string): number => (Math.max(luminance(a), luminance(b)) + 0.05) / (Math.min(luminance(a), luminance(b)) + 0.05);

test("色の上の文字は4.5:1以上、枠線は3:1以上の差があり、灰色にしても三つの重さを見分けられる", () => {
  const looks = Object.values(highlightLooks);
  for (const { fill, font, border } of looks) {
    expect(contrast(fill, font)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(fill, border.color)).toBeGreaterThanOrEqual(3);
  }
  const { error, warning, info } = highlightLooks;
  expect(contrast(warning.fill, error.fill)).toBeGreaterThanOrEqual(1.25);
  expect(contrast(info.fill, warning.fill)).toBeGreaterThanOrEqual(1.15);
  expect(new Set(looks.map(({ border }) => border.style)).size).toBe(3);
  expect(new Set(looks.map(({ mark }) => mark)).size).toBe(3);
});
