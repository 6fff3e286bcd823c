import { findPeriods, parsePeriod } from "../../../src/core/text";

test.each([
  ["FY24", "fiscal-year", 2024, null], ["FY2024", "fiscal-year", 2024, null], ["2024年12月", "date", 2024, "2024-12-01"], ["2024/12/31", "date", 2024, "2024-12-31"], ["2024/1/1", "date", 2024, "2024-01-01"], ["R6.4.1", "date", 2024, "2024-04-01"], ["R6.12.31", "date", 2024, "2024-12-31"],
  ["明治元年", "calendar-year", 1868, null], ["明治45年", "calendar-year", 1912, null], ["M45年", "calendar-year", 1912, null], ["大正15年", "calendar-year", 1926, null], ["昭和64年1月7日", "date", 1989, "1989-01-07"], ["平成31年4月30日", "date", 2019, "2019-04-30"],
  ["R06", "fiscal-year", 2024, null], ["西暦2024年", "calendar-year", 2024, null], ["2024(R6)年度", "fiscal-year", 2024, null], ["令和6年度(2024)", "fiscal-year", 2024, null], ["二〇二四年", "calendar-year", 2024, null], ["1868年", "calendar-year", 1868, null], ["2023/12", "date", 2023, "2023-12-01"], ["2019(平成31・令和元)年度", "fiscal-year", 2019, null], ["2024年度（令和6）", "fiscal-year", 2024, null],
])("「%s」は %s %d（%s）", (text, kind, year, date) => {
  expect(findPeriods(text)[0]?.period).toEqual({ kind, year, date });
});

test("元号の名がある年は、古くても年と読む", () => {
  expect(parsePeriod("昭和20")).toEqual({ kind: "fiscal-year", year: 1945, date: null });
});

test.each(["2024年13月", "2024.4", "5.4.1", "20240401", "R6.13.1", "2024/12/32", "FY2024abc1月"])("「%s」の頭は、日付ではない", (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

test.each(["2019（平成31・令和2）年度", "2019（令和2）年度", "2020（平成31・令和元）年度"])("「%s」は、二つの暦の年が合わないので、年と読まない", (text) => {
  expect(parsePeriod(text)).toBeUndefined();
});

test("「2019（平成31・令和元）年度」は、三つの言い方が合うので 2019年度", () => {
  expect(parsePeriod("2019（平成31・令和元）年度")).toEqual({ kind: "fiscal-year", year: 2019, date: null });
});
