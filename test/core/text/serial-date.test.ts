import { dateToSerial, serialToDate } from "../../../src/core/text";
import { isoDate, isRealDate, weekday } from "../../../src/core/text/serial-date";

test.each([[1900, 1, 1, 1], [2023, 10, 1, 0], [2023, 10, 2, 1], [2023, 10, 7, 6], [1970, 1, 1, 4], [1969, 12, 31, 3], [1904, 1, 1, 5], [2000, 2, 29, 2]])("%d年%d月%d日は、日曜を0とする %d 番目の曜日", (year, month, day, expected) => {
  expect(weekday({ year, month, day })).toBe(expected);
});

describe("1904年方式", () => {
  test.each([[1904, 1, 1, 0], [1904, 1, 2, 1], [2023, 10, 1, 43_738], [9999, 12, 31, 2_957_003]])("%d年%d月%d日は %d", (year, month, day, serial) => {
    expect(dateToSerial({ year, month, day }, true)).toBe(serial);
    expect(serialToDate(serial, true)).toEqual({ year, month, day });
  });

  test("1904年より前の日と、暦にない日は、通し番号を持たない", () => {
    expect(dateToSerial({ year: 1903, month: 12, day: 31 }, true)).toBeUndefined();
    expect(dateToSerial({ year: 1903, month: 12, day: 31 }, false)).toBe(1461);
    expect(dateToSerial({ year: 1899, month: 12, day: 31 }, false)).toBeUndefined();
    expect(dateToSerial({ year: 2023, month: 2, day: 29 }, false)).toBeUndefined();
    expect(serialToDate(-1, true)).toBeUndefined();
    expect(serialToDate(2_957_004, true)).toBeUndefined();
  });
});

test("日付は、年四けた・月日二けたで書く", () => {
  expect(isoDate({ year: 987, month: 1, day: 2 })).toBe("0987-01-02");
});

test("1904 年方式でも、暦は9999年12月31日で終わる", () => {
  expect(dateToSerial({ year: 9999, month: 12, day: 31 }, true)).toBe(2_957_003);
  expect(dateToSerial({ year: 10_000, month: 1, day: 1 }, true)).toBeUndefined();
});

test("400年に一度のうるう日も日付になる", () => {
  expect([serialToDate(36_585, false), serialToDate(36_586, false)]).toEqual([{ year: 2000, month: 2, day: 29 }, { year: 2000, month: 3, day: 1 }]);
});

test.each([[2023, 13, 1], [2023, 0, 1], [2023, 1, 0], [2023, 1, 32], [2023, 2, 29], [2023.5, 1, 1]])("%d年%d月%d日は、暦にない", (year, month, day) => {
  expect(isRealDate({ year, month, day })).toBe(false);
});
