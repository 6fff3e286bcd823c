import fc from "fast-check";
import { add, compare, divide, multiply, subtract, toFraction, toNumber } from "../../../src/core/evaluate/fraction";
import { assertProperty } from "../../helpers/assert-property";

const of = (value: number) => toFraction(value)!;

describe("分数は十進の数をそのまま持つ", () => {
  test("0.1 と 0.2 の和は 0.3 に等しい", () => {
    expect(compare(add(of(0.1), of(0.2)), of(0.3))).toBe(0);
  });

  test("Excelの15桁より後ろは見ない", () => {
    expect(compare(of(0.29 * 100), of(29))).toBe(0);
    expect(compare(of(29.0000000000001), of(29))).toBe(1);
  });

  test("負の数で割っても分母は正のまま", () => {
    const half = divide(of(-1), of(-2))!;
    expect(half.denominator > 0n).toBe(true);
    expect(toNumber(half)).toBe(0.5);
    expect(toNumber(divide(of(1), of(-2))!)).toBe(-0.5);
  });

  test("0では割れない", () => {
    expect(divide(of(1), of(0))).toBeUndefined();
  });

  test("数でないもの、数に収まらないものは値を持たない", () => {
    expect(toFraction(NaN)).toBeUndefined();
    expect(toFraction(-Infinity)).toBeUndefined();
    expect(toNumber(multiply(of(1e300), of(1e300)))).toBeUndefined();
    expect(Object.is(toNumber(multiply(of(-1e-300), of(1e-300))), 0)).toBe(true);
  });

  test("比べる順は差の符号", () => {
    expect(compare(of(1), of(2))).toBe(-1);
    expect(compare(of(-1), of(-2))).toBe(1);
    expect(toNumber(subtract(of(78.3), of(78.5)))).toBe(-0.2);
  });

  test("15桁までの数は、往復して変わらない", () => {
    assertProperty(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const kept = Number(value.toPrecision(15));
        fc.pre(Number.isFinite(kept));
        expect(toNumber(of(value))).toBe(kept === 0 ? 0 : kept);
      }),
    );
  });
});
