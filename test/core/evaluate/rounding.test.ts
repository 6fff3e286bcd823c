import fc from "fast-check";
import { formatRounded, roundHalfUp } from "../../../src/core/evaluate";
import { assertProperty } from "../../helpers/assert-property";

describe("四捨五入は表示のためだけに、十進の桁で行う", () => {
  test.each([
    [0.05, "0.1"],
    [0.04, "0.0"],
    [0.25, "0.3"],
    [1.05, "1.1"],
    [1.15, "1.2"],
    [2.675, "2.7"],
    [59.95, "60.0"],
    [59.949, "59.9"],
    [99.95, "100.0"],
    [107.27272727272727, "107.3"],
    [-101.75438596491227, "-101.8"],
    [-4.444444444444445, "-4.4"],
    [-0.25, "-0.3"],
    [-0.04, "0.0"],
    [0, "0.0"],
    [100, "100.0"],
    [1e-9, "0.0"],
    [123_456_789, "123456789.0"],
    [1e20, "100000000000000000000.0"],
  ])("%p は %s", (value, text) => {
    expect(formatRounded(value)).toBe(text);
  });

  test.each([
    [1.005, 2, "1.01"],
    [1.004, 2, "1.00"],
    [9.995, 2, "10.00"],
    [0.5, 0, "1"],
    [0.4, 0, "0"],
    [9.5, 0, "10"],
    [-0.5, 0, "-1"],
    [0.0005, 3, "0.001"],
  ])("%p は小数 %i 桁で %s", (value, decimals, text) => {
    expect(formatRounded(value, decimals)).toBe(text);
  });

  test("二進の雑音は数えない", () => {
    expect(formatRounded(0.1 + 0.2, 1)).toBe("0.3");
    expect(formatRounded(1.15 * 100, 1)).toBe("115.0");
    expect(roundHalfUp(0.15)).toBe(0.2);
  });

  test("数でないものは表示しない", () => {
    expect(() => formatRounded(NaN)).toThrow(RangeError);
    expect(() => formatRounded(Infinity)).toThrow(RangeError);
  });

  test("もとの値から半桁より離れない", () => {
    assertProperty(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        expect(Math.abs(roundHalfUp(value) - value)).toBeLessThanOrEqual(0.05 + 1e-8);
        expect(Object.is(roundHalfUp(value), -0)).toBe(false);
      }),
    );
  });
});
