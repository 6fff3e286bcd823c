import fc from "fast-check";
import { conditionFor, formulaFor, isForTexts, isOurFormula, readMarker } from "../../../src/core/highlight/formula";
import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { CellContent } from "../../../src/core/sheet/snapshot";
import { rules } from "../../../src/core/validate/registry";
import { FormulaEngine } from "../../../workbench/host/formula/engine";
import { WorkbookModel } from "../../../workbench/host/model/workbook";
import { assertProperty } from "../../helpers/assert-property";

const engine = new FormulaEngine();
const MARKER = { rule: "indicator-target-missing", severity: "error" } as const;
const C7 = { top: 6, left: 2, bottom: 6, right: 2 };

function formulaOf(found: CellContent | null): string {
  const { kind, test } = conditionFor(found);
  const formula = formulaFor(kind, [test], MARKER, C7, "cell");
  if (formula === undefined) throw new Error("too long");
  return formula;
}

/** Whether the rule for what was found shows while the cell holds something. */
function shows(found: CellContent | null, holds: CellContent | null): boolean {
  const workbook = new WorkbookModel("book.xlsx", "一覧");
  const [sheet] = workbook.sheets;
  if (sheet === undefined) throw new Error("no sheet");
  if (holds !== null) sheet.setContent(6, 2, holds);
  return engine.evaluate(formulaOf(found), sheet, 6, 2, 0, 0) === true;
}

test("空欄の式", () => {
  expect(formulaOf(null)).toBe('=AND(LEN(TRIM(CLEAN(SUBSTITUTE(C7,"\u3000",""))))=0,N("shinchoku:indicator-target-missing/error")=0)');
});

test.each<[string, CellContent | null, readonly (CellContent | null)[], readonly (CellContent | null)[]]>([
  ["空欄", null, ["", " ", "\u3000\u3000", " \u3000"], [0, 12, "－", "集計中", false, { error: "#N/A" }]],
  ["文字", "集計中", ["集計中"], [null, "集計中 ", "未定", 5, { error: "#REF!" }]],
  ["大文字と小文字", "Kpi", ["Kpi"], ["KPI", "kpi"]],
  ["全角の数字", "１２", ["１２"], ["12", 12, null]],
  ["文字になった数値", "12", ["12"], [12, "12 ", null]],
  ["引用符と＠を含む文字", '"A" @C7', ['"A" @C7'], ['"A"', '"A" C7C7']],
  ["式に見える文字", "=1+1", ["=1+1"], [2, "1+1"]],
  ["整数", 80, [80], [81, "80", null, true, 80.5]],
  ["0", 0, [0, -0], [null, "", false, "0"]],
  ["負の数", -3, [-3], [3, "-3"]],
  ["小数", 0.1 + 0.2, [0.1 + 0.2, 0.3], [0.3001, "0.3", null]],
  ["負の小数", -12.5, [-12.5], [12.5]],
  ["とても大きな数", 1.5e22, [1.5e22], [1.6e22]],
  ["とても小さな数", 2.5e-9, [2.5e-9], [2.6e-9, 0, null]],
  ["真", true, [true], [false, "TRUE", 1, null]],
  ["偽", false, [false], [true, 0, null, "FALSE"]],
  ["エラー値", { error: "#REF!" }, [{ error: "#REF!" }, { error: "#N/A" }], [null, "#REF!", 0]],
  ["改行のある文字", "人口\n（人）", ["人口\n（人）"], ["人口（人）", "人口\n（人", null]],
  ["改行だけ", "\n", ["\n", null, " \n"], ["あ\n", "人"]],
  ["ノーブレークスペースだけ", "\u00A0", ["\u00A0"], [null, " ", "\u00A0\u00A0"]],
  ["サロゲートペアのある文字", "\u{20BB7}野家の数", ["\u{20BB7}野家の数"], ["吉野家の数"]],
])("%s: 見つけたままの間だけ表示する", (_, found, same, other) => {
  expect(same.map((holds) => shows(found, holds))).toEqual(same.map(() => true));
  expect(other.map((holds) => shows(found, holds))).toEqual(other.map(() => false));
});

test("長い文章は、長さと始めと終わりで見分ける", () => {
  const long = `${"地域の".repeat(40)}取組を"進める"${"こと。".repeat(40)}`;
  expect(shows(long, long)).toBe(true);
  expect(shows(long, `${long}。`)).toBe(false);
  expect(shows(long, `別${long.slice(1)}`)).toBe(false);
  expect(shows(long, `${long.slice(0, -1)}！`)).toBe(false);
});

const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ unit: fc.constantFrom("あ", '"', "@", "\n", "\u3000", "1", "=", "\u{20BB7}", "C7", " "), maxLength: 400 }),
).filter((text) => text !== "");

test("どの文字列でも、式は255文字以内で、その文字列が入っている間は表示する", () => {
  const last = { top: LAST_ROW, left: LAST_COLUMN, bottom: LAST_ROW, right: LAST_COLUMN };
  const longest = { rule: rules.map(({ id }) => id).sort((a, b) => b.length - a.length)[0] ?? "", severity: "warning" } as const;
  assertProperty(
    fc.property(texts, (text) => {
      const { kind, test: condition } = conditionFor(text);
      const formula = formulaFor(kind, [condition], longest, last, "area");
      expect(formula?.length).toBeLessThanOrEqual(255);
      expect(shows(text, text)).toBe(true);
    }),
  );
});

test("どの数でも、その数が入っている間は表示し、式に無効な書き方がない", () => {
  assertProperty(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 }).filter((value) => value === 0 || Math.abs(value) > 1e-290), (value) => {
      expect(shows(value, value)).toBe(true);
      expect(formulaOf(value).split(",N(")[0]).not.toMatch(/e|NaN|Infinity|--/u);
    }),
  );
});

test("一つの式で、いくつかの内容のどれでも表示できる", () => {
  const tests = ["未定", "集計中"].map((text) => conditionFor(text).test);
  expect(formulaFor("text", tests, MARKER, C7, "cell")).toBe('=AND(ISTEXT(C7),OR(EXACT(C7,"未定"),EXACT(C7,"集計中")),N("shinchoku:indicator-target-missing/error")=0)');
  expect(formulaFor("text", Array.from({ length: 30 }, (_, index) => conditionFor(`文${String(index)}`).test), MARKER, C7, "cell")).toBeUndefined();
});

test("結合セルは、どのセルからも左上を見る", () => {
  const blank = conditionFor(null);
  expect(formulaFor(blank.kind, [blank.test], MARKER, C7, "row")).toContain("SUBSTITUTE($C7,");
  expect(formulaFor(blank.kind, [blank.test], MARKER, C7, "area")).toContain("SUBSTITUTE($C$7,");
});

test("目印のある式だけを自分のものと認める", () => {
  expect(isOurFormula(formulaOf(null))).toBe(true);
  expect(readMarker(formulaOf("集計中"))).toEqual(MARKER);
  expect(isForTexts(formulaOf("集計中"))).toBe(true);
  expect(isForTexts(formulaOf(5))).toBe(false);
  for (const foreign of ['=LEN(TRIM(C7))=0', '=C7="shinchoku"', '=N("shinchoku")=0', '=N("shinchoku:x")=0', ""]) expect(isOurFormula(foreign)).toBe(false);
});

test("規則の名前は、すべて目印に書ける", () => {
  for (const { id, severity } of rules) {
    const { kind, test: condition } = conditionFor(null);
    expect(readMarker(formulaFor(kind, [condition], { rule: id, severity }, C7, "cell") ?? "")).toEqual({ rule: id, severity });
  }
});
