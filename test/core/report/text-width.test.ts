import fc from "fast-check";
import { cutLines, lineCount, textWidth } from "../../../src/core/report/text-width";
import { assertProperty } from "../../helpers/assert-property";

test.each([
  ["12", 2],
  ["指標", 4],
  ["R7年度", 6],
  ["長い行\n短", 6],
])("「%s」の幅は%i", (text, width) => {
  expect(textWidth(text)).toBe(width);
});

test("欄に入りきらない文字は次の行に送る", () => {
  expect(lineCount("あいうえお", 11)).toBe(1);
  expect(lineCount("あいうえおか", 11)).toBe(2);
  expect(lineCount("あ\nい", 11)).toBe(2);
});

test("切った行をつなぐと元に戻り、どの行も幅に収まる", () => {
  const unit = fc.constantFrom("a", "あ", "𠮷", "１", " ");
  assertProperty(
    fc.property(fc.string({ unit, maxLength: 80 }), fc.integer({ min: 2, max: 30 }), (text, width) => {
      const lines = cutLines(text, width);
      expect(lines.join("")).toBe(text);
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width);
    }),
  );
});
