import fc from "fast-check";
import { absolute, add, compare, divide, multiply, subtract, toExcelDigits, toFraction, toNumber, type Fraction } from "../../../src/core/evaluate/fraction";
import { assertProperty } from "../../helpers/assert-property";

/** The same in nothing but big integers: what the quick way must come to. */
interface Exact {
  readonly over: bigint;
  readonly under: bigint;
}

function exact({ numerator, denominator }: Fraction): Exact {
  return { over: BigInt(numerator), under: BigInt(denominator) };
}

function isSame(fraction: Fraction, { over, under }: Exact): boolean {
  const own = exact(fraction);
  return own.under > 0n && own.over * under === over * own.under;
}

/** The decimal as it is written, without a way through binary. */
function written(text: string): Exact {
  const [, sign = "", whole = "", decimals = ""] = /^(-?)(\d+)(?:\.(\d+))?$/u.exec(text)!;
  return { over: BigInt(`${sign}${whole}${decimals}`), under: 10n ** BigInt(decimals.length) };
}

const CASES = ["0", "1", "-1", "0.1", "-0.2", "0.3", "45.5", "-12.25", "0.000001", "0.0000001", "123456.789", "99999999999.9999", "999999999999999", "-999999999999999", "100000000000000", "94906267", "94906265.5", "3037000500"];

test.each(CASES)("「%s」は、書かれたとおりの分数になる", (text) => {
  expect(isSame(toFraction(Number(text))!, written(text))).toBe(true);
  expect(toNumber(toFraction(Number(text))!)).toBe(Number(text));
  expect(toExcelDigits(Number(text))).toBe(Number(text));
});

describe("四則は、大きさによらず正確である", () => {
  const pairs = CASES.flatMap((left) => CASES.map((right) => [left, right] as const));
  test.each(pairs)("%s と %s", (left, right) => {
    const [a, b] = [toFraction(Number(left))!, toFraction(Number(right))!];
    const [x, y] = [written(left), written(right)];
    expect(isSame(add(a, b), { over: x.over * y.under + y.over * x.under, under: x.under * y.under })).toBe(true);
    expect(isSame(subtract(a, b), { over: x.over * y.under - y.over * x.under, under: x.under * y.under })).toBe(true);
    expect(isSame(multiply(a, b), { over: x.over * y.over, under: x.under * y.under })).toBe(true);
    const quotient = divide(a, b);
    if (y.over === 0n) expect(quotient).toBeUndefined();
    else expect(isSame(quotient!, y.over < 0n ? { over: -x.over * y.under, under: -x.under * y.over } : { over: x.over * y.under, under: x.under * y.over })).toBe(true);
    const difference = x.over * y.under - y.over * x.under;
    expect(compare(a, b)).toBe(difference < 0n ? -1 : difference > 0n ? 1 : 0);
  });

  test("何度掛けても、割り戻せばもとの数である", () => {
    assertProperty(
      fc.property(fc.array(fc.integer({ min: 1, max: 999_999_999 }), { minLength: 1, maxLength: 6 }), (factors) => {
        const start = toFraction(-7.5)!;
        const product = factors.reduce((so, factor) => multiply(so, toFraction(factor)!), start);
        const back = factors.reduce((so, factor) => divide(so, toFraction(factor)!)!, product);
        expect(compare(back, start)).toBe(0);
        expect(toNumber(back)).toBe(-7.5);
      }),
    );
  });
});

test("絶対値は、負の数の符号だけを変える", () => {
  for (const text of CASES) expect(toNumber(absolute(toFraction(Number(text))!))).toBe(Math.abs(Number(text)));
  const large = multiply(toFraction(-999_999_999_999_999)!, toFraction(1e6)!);
  expect(toNumber(absolute(large))).toBe(9.99999999999999e20);
});

test("マイナスの0はない", () => {
  expect(Object.is(toExcelDigits(-0), 0)).toBe(true);
  expect(Object.is(toNumber(toFraction(-0)!), 0)).toBe(true);
  expect(Object.is(toNumber(subtract(toFraction(0)!, toFraction(0)!)), 0)).toBe(true);
  expect(Object.is(toNumber(multiply(toFraction(0)!, toFraction(-5)!)), 0)).toBe(true);
});

describe("15桁より後ろ", () => {
  test.each([
    [0.29 * 100, 29],
    [0.1 + 0.2, 0.3],
    [1e21 / 3, 3.33333333333333e20],
    [1 / 3, 0.333333333333333],
    [-2 / 3, -0.666666666666667],
    [123456789.123456789, 123456789.123457],
    [1e-10 / 3, 3.33333333333333e-11],
  ])("%d は %d", (value, kept) => {
    expect(toExcelDigits(value)).toBe(kept);
    expect(toNumber(toFraction(value)!)).toBe(kept);
  });
});

describe("数に戻すときは、最も近い数になる", () => {
  test.each([
    ["1", "3", 1 / 3],
    ["-2", "3", -2 / 3],
    ["999999999999999", "0.0000001", 9.99999999999999e21],
    ["1", "999999999999999", 1 / 999_999_999_999_999],
    ["0.0000001", "-999999999999999", -1e-7 / 999_999_999_999_999],
  ])("%s ÷ %s", (left, right, expected) => {
    expect(toNumber(divide(toFraction(Number(left))!, toFraction(Number(right))!)!)).toBe(expected);
  });
});
