import fc from "fast-check";
import { toSheetName, toSheetNames } from "../../../src/core/report";
import { assertProperty } from "../../helpers/assert-property";

function expectAccepted(name: string): void {
  expect(name.length).toBeGreaterThan(0);
  expect(name.length).toBeLessThanOrEqual(31);
  expect(name).not.toMatch(/[\\/?*[\]:]/u);
  expect(name).not.toMatch(/^'|'$/u);
  expect(name.toLowerCase()).not.toBe("history");
  expect(() => encodeURIComponent(name)).not.toThrow();
}

describe("シート名", () => {
  test.each([
    ["総括", "総括"],
    ["進捗/実績[R7]", "進捗_実績_R7_"],
    ["'引用'", "引用"],
    ["History", "History_"],
    ["", "_"],
    ["  ", "_"],
    ["あ".repeat(40), "あ".repeat(31)],
  ])("「%s」は「%s」になる", (text, name) => {
    expect(toSheetName(text)).toBe(name);
  });

  test("31文字目が文字の途中なら、その文字ごと落とす", () => {
    expect(toSheetName(`${"a".repeat(30)}𠮷`)).toBe("a".repeat(30));
  });

  test("どんな文字列からもExcelが受け付ける名前を作る", () => {
    assertProperty(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expectAccepted(toSheetName(text));
      }),
    );
  });

  test("禁じられた文字ばかりでも同じ", () => {
    const unit = fc.constantFrom("'", "[", "]", ":", "*", "?", "/", "\\", " ", "H", "i", "あ", "\u{20BB7}");
    assertProperty(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        expectAccepted(toSheetName(text));
      }),
    );
  });

  test("同じ名前は番号で分ける。大文字と小文字の違いは同じ名前とみなす", () => {
    expect(toSheetNames(["総括", "総括", "Data", "DATA"], ["総括"])).toEqual(["総括 (2)", "総括 (3)", "Data", "DATA (2)"]);
  });

  test("どんな一覧からも互いに異なる名前を作り、もう一度通しても変わらない", () => {
    const unit = fc.constantFrom("a", "A", "'", "あ", "[", " ");
    assertProperty(
      fc.property(fc.array(fc.string({ unit, maxLength: 36 }), { maxLength: 30 }), (list) => {
        const names = toSheetNames(list);
        names.forEach(expectAccepted);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        expect(toSheetNames(names)).toEqual(names);
      }),
    );
  });
});
