import { builtinFormat, dateToSerial, describeNumberFormat, formatText, formatValue, isDateFormat, serialToDate } from "../../../src/core/text";

test.each([
  [1234.5, "General", "1234.5"], [0.1 + 0.2, "General", "0.3"], [1 / 3, "General", "0.333333333"], [-1 / 3, "General", "-0.333333333"], [123456789012, "General", "1.23457E+11"], [12345678901, "General", "12345678901"], [0, "General", "0"], [0.00001, "General", "0.00001"], [0.000012345678, "General", "1.23457E-05"], [1234567.891234, "General", "1234567.891"], [100, "G/標準", "100"], [5, 'General"人"', "5人"],
  [1234567, "#,##0", "1,234,567"], [0, "#,##0", "0"], [-1234, "#,##0", "-1,234"], [0, "#", ""], [0.5, "0.0%", "50.0%"], [0.289, "0.0%", "28.9%"], [1.005, "0.00", "1.01"], [2.5, "0", "3"], [-2.5, "0", "-3"], [466, '0"千人"', "466千人"], [466000, '#,##0,"千人"', "466千人"], [1234567, "#,##0,,", "1"], [12, "000", "012"], [1.5, "0.###", "1.5"], [1, "0.##", "1."], [1.5, "0.0??", "1.5  "], [5, '0"人以上"', "5人以上"], [0.5, "#.0", ".5"], [12345678, "000-0000", "1234-5678"],
  [-12, '#,##0;"△"#,##0', "△12"], [-3, '0;"▲"0;"－"', "▲3"], [0, '0;"▲"0;"－"', "－"], [-5, "0;[Red]-0", "-5"], [-5, "(0)", "-(5)"], [-5, "0_);(0)", "(5)"], [5, "0_);(0)", "5 "], [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', " - "], [150, '[>=100]"多"0;"少"0', "多150"], [50, '[>=100]"多"0;"少"0', "少50"], [5, ";;;", ""], [1200, '"\u00A5"#,##0', "\u00A51,200"], [1200, "[$\u00A5-411]#,##0", "\u00A51,200"], [1200, "\\\u00A5#,##0", "\u00A51,200"],
  [12345, "0.00E+00", "1.23E+04"], [0.00012, "0.0E+0", "1.2E-4"], [12345, "##0.0E+0", "12.3E+3"], [9.999, "0.0E+0", "1.0E+1"], [1.5, "# ?/?", "1 1/2"], [0.25, "# ??/??", "1/4"], [0.5, "?/?", "1/2"], [123, "[DBNum1]General", "百二十三"], [123, "[DBNum3]0", "１２３"], [1234, '@', "1234"], [12.3, '"約"0.0"%"', "約12.3%"],
] as const)("%d を %s で表すと「%s」", (value, format, expected) => {
  expect(formatValue(value, format, false)).toBe(expected);
});

test.each([
  [45200, "yyyy/m/d", "2023/10/1"], [45200, "yyyy-mm-dd", "2023-10-01"], [45200, '[$-411]ggge"年"m"月"d"日"', "令和5年10月1日"], [45200, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@', "令和5年10月1日"], [43586, '[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', "令和元年5月1日"], [43586, '[$-411]ggge"年"', "令和1年"], [43585, "[$-411]ge.m.d", "H31.4.30"], [45200, "gge", "令5"], [45200, "ggee", "令05"], [45200, "rr", "令和05"], [45200, "aaaa", "日曜日"], [45200, "m/d(aaa)", "10/1(日)"], [45200, "d-mmm-yy", "1-Oct-23"], [45200, "dddd", "Sunday"], [45200, "mmmm", "October"], [45200.5, "yyyy/m/d h:mm", "2023/10/1 12:00"], [0.5, "h:mm AM/PM", "12:00 PM"], [0.25, "h:mm", "6:00"], [1.5, "[h]:mm", "36:00"], [0.5, "mm:ss", "00:00"], [0.000011574, "mm:ss.0", "00:01.0"], [45200, '[DBNum1][$-411]ggge"年"m"月"d"日"', "令和五年十月一日"], [45200, 'yyyy"年"m"月"', "2023年10月"], [0, "yyyy/m/d", "1900/1/0"], [60, "yyyy/m/d", "1900/2/29"], [-1, "yyyy/m/d", "-1"], [0.999999, "h:mm:ss", "0:00:00"],
] as const)("通し番号 %d を %s で表すと「%s」", (serial, format, expected) => {
  expect(formatValue(serial, format, false)).toBe(expected);
});

test("1904 年方式の通し番号", () => {
  expect(formatValue(45200 - 1462, "yyyy/m/d", true)).toBe("2023/10/1");
  expect(serialToDate(0, true)).toEqual({ year: 1904, month: 1, day: 1 });
});

test.each([["yyyy/m/d", true], ['ggge"年"', true], ["h:mm", true], ["[h]:mm", true], ["m/d(aaa)", true], ["[$-411]ge.m.d", true], ["General", false], ["#,##0", false], ['0"年度"', false], ['0"days"', false], ["[Red]0", false], ["0.0%", false], ["@", false], ['"m"0', false], ["0\\d", false], ["0_d", false], ["# ?/?", false]])("表示形式 %s が日付か: %s", (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});

test.each([
  ["0.0%", { isPercent: true, isDate: false, displayScale: 1, prefix: "", suffix: "" }], ['#,##0,"千人"', { isPercent: false, isDate: false, displayScale: 1000, prefix: "", suffix: "千人" }], ['"約"0" 人"', { isPercent: false, isDate: false, displayScale: 1, prefix: "約", suffix: "人" }], ["#,##0,,", { isPercent: false, isDate: false, displayScale: 1e6, prefix: "", suffix: "" }], ['0.0,"千"', { isPercent: false, isDate: false, displayScale: 1000, prefix: "", suffix: "千" }], ["#,##0", { isPercent: false, isDate: false, displayScale: 1, prefix: "", suffix: "" }], ['General"件"', { isPercent: false, isDate: false, displayScale: 1, prefix: "", suffix: "件" }], ["yyyy/m/d", { isPercent: false, isDate: true, displayScale: 1, prefix: "", suffix: "" }], ['0.0"%"', { isPercent: false, isDate: false, displayScale: 1, prefix: "", suffix: "%" }],
])("表示形式 %s の意味", (format, expected) => {
  expect(describeNumberFormat(format)).toEqual(expected);
});

test("文字列は @ のある区分だけが飾る", () => {
  expect([formatText("5", '@"人"'), formatText("5", "General"), formatText("5", '0;0;0;"("@")"'), formatText("5", "0")]).toEqual(["5人", "5", "(5)", "5"]);
});

test.each([[0, "General"], [9, "0%"], [14, "yyyy/m/d"], [49, "@"], [58, '[$-411]ggge"年"m"月"d"日"'], [163, undefined]])("組み込み書式 %d", (id, expected) => {
  expect(builtinFormat(id)).toBe(expected);
});

test.each([[1, 1900, 1, 1], [59, 1900, 2, 28], [61, 1900, 3, 1], [36526, 2000, 1, 1], [45200, 2023, 10, 1], [2958465, 9999, 12, 31]])("通し番号 %d は %d 年 %d 月 %d 日", (serial, year, month, day) => {
  expect(serialToDate(serial, false)).toEqual({ year, month, day });
  expect(dateToSerial({ year, month, day }, false)).toBe(serial);
});

test.each([0, -1, 60, 2958466, Number.NaN])("通し番号 %d の日はない", (serial) => {
  expect(serialToDate(serial, false)).toBeUndefined();
});
