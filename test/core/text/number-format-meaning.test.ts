import { builtinFormat, describeNumberFormat, formatValue } from "../../../src/core/text";

/** -1234.5 and 2023-10-01 noon in each built-in format: what a workbook shows that names formats by number only. */
test.each([
  [0, "-1234.5"], [1, "-1235"], [2, "-1234.50"], [3, "-1,235"], [4, "-1,234.50"], [5, "\u00A5-1,235"], [6, "\u00A5-1,235"], [7, "\u00A5-1,234.50"], [8, "\u00A5-1,234.50"], [9, "-123450%"], [10, "-123450.00%"], [11, "-1.23E+03"], [12, "-1234 1/2"], [13, "-1234 1/2"],
  [37, "-1,235"], [38, "-1,235"], [39, "-1,234.50"], [40, "-1,234.50"], [48, "-1.2E+3"], [49, "-1234.5"],
])("組み込み書式 %d の -1234.5 は「%s」", (id, text) => {
  expect(formatValue(-1234.5, builtinFormat(id) ?? "", false)).toBe(text);
});

test.each([41, 42, 43, 44])("会計の組み込み書式 %d は、正・負・零と文字の四つの区分を持つ", (id) => {
  const format = builtinFormat(id) ?? "";
  const yen = id % 2 === 0 ? "\u00A5" : "";
  const decimals = id > 42 ? ".50" : "";
  expect(formatValue(1234.5, format, false).trim()).toBe(`${yen}1,23${decimals === "" ? "5" : "4"}${decimals}`);
  expect(formatValue(-1234.5, format, false).trim()).toBe(`${yen}-1,23${decimals === "" ? "5" : "4"}${decimals}`);
  expect(formatValue(0, format, false).replaceAll(" ", "")).toBe(`${yen}-`);
});

test.each([
  [14, "2023/10/1"], [15, "1-Oct-23"], [16, "1-Oct"], [17, "Oct-23"], [18, "12:00 PM"], [19, "12:00:00 PM"], [20, "12:00"], [21, "12:00:00"], [22, "2023/10/1 12:00"],
  [27, "R5.10.1"], [28, "令和5年10月1日"], [29, "令和5年10月1日"], [30, "10/1/23"], [31, "2023年10月1日"], [32, "12時00分"], [33, "12時00分00秒"], [34, "2023年10月"], [35, "10月1日"], [36, "R5.10.1"],
  [45, "00:00"], [46, "1084812:00:00"], [47, "00:00.0"],
  [50, "R5.10.1"], [51, "令和5年10月1日"], [52, "2023年10月"], [53, "10月1日"], [54, "令和5年10月1日"], [55, "2023年10月"], [56, "10月1日"], [57, "R5.10.1"], [58, "令和5年10月1日"],
])("組み込み書式 %d の 2023年10月1日正午は「%s」", (id, text) => {
  expect(formatValue(45_200.5, builtinFormat(id) ?? "", false)).toBe(text);
});

test.each([23, 26, 59, 164])("%d という組み込み書式はない", (id) => {
  expect(builtinFormat(id)).toBeUndefined();
});

const plain = { isPercent: false, isDate: false, displayScale: 1, prefix: "", suffix: "" };

test.each([
  ['0%"増"', { isPercent: true, suffix: "増" }], ['"約"0', { prefix: "約" }], ["0,", { displayScale: 1000 }], ["0,,", { displayScale: 1_000_000 }], ['#,##0,"千円"', { displayScale: 1000, suffix: "千円" }], ["0.0,", { displayScale: 1000 }], ["0,.0", { displayScale: 1000 }],
  ["#,##0", {}], ['General"人"', { suffix: "人" }], ["@", {}], ['"人"', { suffix: "人" }], ["yyyy%", { isDate: true }], ["-0", { prefix: "-" }], ['" "0" 人 "', { suffix: "人" }], ["", {}],
])("表示形式 %s の意味", (format, meaning) => {
  expect(describeNumberFormat(format)).toEqual({ ...plain, ...meaning });
  expect(describeNumberFormat(format)).toEqual({ ...plain, ...meaning });
});

test("意味は、値の入る区分で決まる", () => {
  const format = '0"増";0"減";"同じ"';
  expect([1, -1, 0].map((value) => describeNumberFormat(format, value).suffix)).toEqual(["増", "減", "同じ"]);
});

test.each([
  [45_200.5213, "h:m:s", "12:30:40"], [45_200.5213, "m:s", "30:40"], [0.5213, "mm:ss.0", "30:40.3"], [0.5213, "ss.00", "40.32"], [1.5, "[h]:mm", "36:00"], [1.5, "[mm]", "2160"], [1.5, "[s]", "129600"], [45_200, "m.d", "10.1"], [45_200, "yyyy,m", "2023,10"], [45_200, "mmmm d", "October 1"], [0.5, "h:mmm", "12:Jan"], [45_200, "g", "R"], [45_200, "gg", "令"],
])("%d を %s で表すと「%s」", (value, format, text) => {
  expect(formatValue(value, format, false)).toBe(text);
});
