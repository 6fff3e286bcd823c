import { formatValue } from "../../../src/core/text";

/** 2023-10-01, a Sunday. */
test.each([
  ["d", "1"], ["dd", "01"], ["ddd", "Sun"], ["dddd", "Sunday"], ["m", "10"], ["mmm", "Oct"], ["mmmm", "October"], ["mmmmm", "O"], ["aaa", "日"], ["aaaa", "日曜日"], ["yy", "23"], ["ge", "R5"], ["gge", "令5"], ["ggge", "令和5"],
])("2023年10月1日を %s で表すと「%s」", (format, text) => {
  expect(formatValue(45_200, format, false)).toBe(text);
});

test.each([
  [0.375, "hhh:mm", "09:00"], [0.25, "h AM/PM", "6 AM"], [0.75, "h AM/PM", "6 PM"], [0, "h AM/PM", "12 AM"], [0.5, "h AM/PM", "12 PM"], [0.25, "h:mm:ss a/p", "6:00:00 A"], [0.5, "hh:mm:ss", "12:00:00"], [0.75, "h", "18"], [0.25, "hh", "06"], [-0.5, "h:mm", "-0.5"],
])("通し番号 %d を %s で表すと「%s」", (serial, format, text) => {
  expect(formatValue(45_200 * Number(serial >= 0) + serial, format, false)).toBe(text);
});

test("曜日と月を英語と漢字で表示する", () => {
  const days = [45200, 45201, 45202, 45203, 45204, 45205, 45206];
  expect(days.map((day) => formatValue(day, "dddd", false))).toEqual(["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]);
  expect(days.map((day) => formatValue(day, "aaa", false)).join("")).toBe("日月火水木金土");
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => 45_200 + (month - 10) * 30.5);
  expect(months.map((day) => formatValue(Math.floor(day) + 10, "mmmm", false))).toEqual(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]);
});

test("時の隣の m は分で、1桁の分に0を補わない", () => {
  expect([formatValue(0.378_472_222, "h:m", false), formatValue(0.378_472_222, "h:mm", false)]).toEqual(["9:5", "9:05"]);
});

test("実在しない二日にも、Excel と同じ曜日を表示する", () => {
  expect([formatValue(0, "dddd", false), formatValue(60, "dddd", false)]).toEqual(["Saturday", "Wednesday"]);
});

test("元年と表す書式は、年度の前でも元とする", () => {
  const gannen = (mark: string): string => formatValue(43_800, `[$-ja-JP-x-gannen]ggge"${mark}"`, false);
  expect([gannen("年"), gannen("年度"), gannen("期")]).toEqual(["令和元年", "令和元年度", "令和1期"]);
});
