import { parsePeriodRange } from "../../../src/core/text";

test.each([
  ["令和5年4月1日～9月30日", "2023-04-01", "2023-09-30"], ["令和5年4月1日～9月", "2023-04-01", "2023-09-30"], ["令和5年4月1日～12月31日", "2023-04-01", "2023-12-31"], ["令和5年4月1日～4月1日", "2023-04-01", "2023-04-01"], ["令和5年4月1日（土）～令和6年3月31日（日）", "2023-04-01", "2024-03-31"],
  ["令和元～5年度", "fiscal-year 2019", "fiscal-year 2023"], ["平成30～令和2年度", "fiscal-year 2018", "fiscal-year 2020"], ["2019～23", "fiscal-year 2019", "fiscal-year 2023"], ["2019～23年", "calendar-year 2019", "calendar-year 2023"], ["2022-2026年", "calendar-year 2022", "calendar-year 2026"], ["R5～R8", "fiscal-year 2023", "fiscal-year 2026"], ["令和4年度末～令和8年度末", "fiscal-year 2022", "fiscal-year 2026"],
])("「%s」は %s から %s まで", (text, from, to) => {
  const range = parsePeriodRange(text);
  expect([range?.from, range?.to].map((period) => period?.date ?? `${String(period?.kind)} ${String(period?.year)}`)).toEqual([from, to]);
});

test.each(["令和5年4月1日～0月1日", "令和5年4月1日～9月31日", "令和5年4月1日～9月0日", "令和5年4月1日～13月1日", "1999～01年", "2009～元年", "令和5年4月1日～3月31日"])("「%s」は期間ではない", (text) => {
  expect(parsePeriodRange(text)).toBeUndefined();
});

test("元号の変わり目を併せて書いた年も、もう一方の端から「年」を受け継ぐ", () => {
  expect(parsePeriodRange("平成31・令和元～令和3年")).toEqual({
    from: { kind: "calendar-year", year: 2019, date: null },
    to: { kind: "calendar-year", year: 2021, date: null },
  });
});

test.each(["1234～50年度", "2200-10年度"])("「%s」の頭は、西暦の年ではない", (text) => {
  expect(parsePeriodRange(text)).toBeUndefined();
});
