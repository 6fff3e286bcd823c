import { describeNumberFormat, formatText, formatValue, isDateFormat } from "../../../src/core/text";

/** Thursday 5 February 2026, 3:04:05.678 in the afternoon. */
const SERIAL = 46_058 + (15 * 3600 + 4 * 60 + 5.678) / 86_400;

test.each([
  ["y", "26"], ["yy", "26"], ["yyy", "2026"], ["yyyy", "2026"], ["YYYY/MM/DD", "2026/02/05"], ["m", "2"], ["mm", "02"], ["mmm", "Feb"], ["mmmm", "February"], ["mmmmm", "F"], ["d", "5"], ["dd", "05"], ["ddd", "Thu"], ["dddd", "Thursday"], ["aaa", "木"], ["aaaa", "木曜日"], ["b", "2569"], ["bb", "2569"], ["e", "8"], ["ee", "08"], ["g", "R"], ["gg", "令"], ["ggg", "令和"], ["gggee", "令和08"], ["r", "08"], ["rr", "令和08"], ["ge/m/d", "R8/2/5"],
  ["h", "15"], ["hh", "15"], ["h:m", "15:4"], ["h:mm", "15:04"], ["hh:mm:ss", "15:04:06"], ["h:m:s", "15:4:6"], ["m:s", "4:6"], ["mm:ss", "04:06"], ["mm:ss.0", "04:05.7"], ["mm:ss.00", "04:05.68"], ["mm:ss.000", "04:05.678"], ["h AM/PM", "3 PM"], ["hh AM/PM", "03 PM"], ["h:mm am/pm", "3:04 PM"], ["h A/P", "3 P"], ["hh:mm a/p", "03:04 P"], ["AM/PM h", "PM 3"], ['h"時"m"分"', "15時4分"], ['m"月"d"日" h"時"', "2月5日 15時"], ["yyyy/m/d h:m", "2026/2/5 15:4"], ["h:m m/d", "15:4 2/5"], ["d h", "5 15"], ["m-d", "2-5"], ["m, d", "2, 5"], ["yyyy.mm.dd", "2026.02.05"], ["yyyy\\年m\\月", "2026年2月"], ["yyyy年m月d日", "2026年2月5日"], ["yyyy-mm-dd;@", "2026-02-05"], ["[$-411]ggge年m月d日", "令和8年2月5日"], ["[$-ja-JP]yyyy/m/d", "2026/2/5"], ["[$-F800]dddd", "Thursday"], ["[Red]m/d", "2/5"], ["[赤]m/d", "2/5"], ["[DBNum1]m月d日", "二月五日"], ["[dbnum3]m/d", "２/５"], ["[DBNum2]m月", "弐月"], ["0 m/d", "0 2/5"], ["m/d@", "2/5"], ["m/d%", "2/5"],
])("2026年2月5日15時4分5秒678を %s で表すと「%s」", (format, text) => {
  expect(formatValue(SERIAL, format, false)).toBe(text);
});

test.each([
  [0.000_011_574_1, "s", "1"], [1.75, "[h]", "42"], [1.75, "[hh]:mm", "42:00"], [0.125, "[hh]:mm", "03:00"], [0.125, "[H]:MM", "3:00"], [0.0625, "[m]", "90"], [0.003, "[mm]", "04"], [0.003, "[m]:ss", "4:19"], [0.003, "[s]", "259"], [0.000_05, "[ss]", "04"], [2.5, "[h]:mm:ss", "60:00:00"], [1.999_999, "d h:mm:ss.0", "1 23:59:59.9"], [1.999_999_9, "d h:mm:ss", "2 0:00:00"],
])("時間 %d を %s で表すと「%s」", (value, format, text) => {
  expect(formatValue(value, format, false)).toBe(text);
});

test.each([[0, "h AM/PM", "12 AM"], [1 / 24, "h AM/PM", "1 AM"], [11 / 24, "h a/p", "11 A"], [13 / 24, "h AM/PM", "1 PM"], [23 / 24, "hh AM/PM", "11 PM"], [23 / 24, "h", "23"]])("%d 日の時刻を %s で表すと「%s」", (value, format, text) => {
  expect(formatValue(46_058 + value, format, false)).toBe(text);
});

test.each(["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"].map((name, at) => [at + 1, name] as const))("%d 月は %s、短くは3文字、頭は1文字", (month, name) => {
  const day = 46_023 + Math.floor((month - 1) * 30.5) + 5;
  expect(["m", "mmm", "mmmm", "mmmmm"].map((format) => formatValue(day, format, false))).toEqual([String(month), name.slice(0, 3), name, name.slice(0, 1)]);
});

test.each([["日", "Sunday"], ["月", "Monday"], ["火", "Tuesday"], ["水", "Wednesday"], ["木", "Thursday"], ["金", "Friday"], ["土", "Saturday"]].map(([kanji, name], at) => [at, kanji ?? "", name ?? ""] as const))("週の %d 日目は %s、英語では %s", (at, kanji, name) => {
  expect(["aaa", "aaaa", "ddd", "dddd"].map((format) => formatValue(46_054 + at, format, false))).toEqual([kanji, `${kanji}曜日`, name.slice(0, 3), name]);
});

test.each([
  [43_585, "平成31年4月30日", "H31"], [43_586, "令和1年5月1日", "R1"], [32_515, "昭和64年1月7日", "S64"], [32_516, "平成1年1月8日", "H1"], [9_855, "大正15年12月24日", "T15"], [9_856, "昭和1年12月25日", "S1"], [4_595, "大正1年7月30日", "T1"], [4_594, "明治45年7月29日", "M45"],
])("通し番号 %d を元号で表すと %s、短くは %s", (serial, long, short) => {
  expect([formatValue(serial, 'ggge"年"m"月"d"日"', false), formatValue(serial, "ge", false)]).toEqual([long, short]);
});

test("1904 年方式では、最初の日と、1900 年方式なら実在しない日の番号も日になる", () => {
  expect([0, 1, 60].map((serial) => formatValue(serial, "yyyy/m/d aaa", true))).toEqual(["1904/1/1 金", "1904/1/2 土", "1904/3/1 火"]);
});

test.each([
  [5, "[>3]\"多\"0;0", "多5"], [5, "[> 3]\"多\"0;0", "多5"], [5, "[>=5.5]\"多\"0;0", "5"], [-6, "[<-5]\"少\"0;0", "少6"], [-6, "[<=-6]\"少\"0;0", "少6"], [0.25, "[<0.5]\"少\"0.00;0", "少0.25"], [5, "[x>3]\"多\"0", "多5"], [5, "[<>5]\"外\"0;\"等\"0", "等5"], [5, "[=5]\"等\"0;\"外\"0", "等5"],
  [5, '0";"0', "0;5"], [5, '"a;b"0', "a;b5"], [5, "\\;0", ";5"], [5, "0\\", "5"], [5, "0_", "5 "], [5, "0*", "5"], [5, '""0', "5"], [5, "[]0", "5"], [5, "[Blue]0", "5"], [5, "[Color10]0", "5"], [5, "[$円]0", "円5"], [5, "[$\u20AC-2]0", "\u20AC5"], [5, "[$-411]0", "5"], [5, "[$-ja-JP-x-gannen]0", "5"], [5, "0%", "500%"], [5, "0％", "500%"], [5, "general", "5"], [5, "GENERAL", "5"], [5, "g/標準", "5"], [12_345, "0.0e+0", "1.2E+4"], [12_345, "0.0E-0", "1.2E4"], [0.5, "0.0E-00", "5.0E-01"], [5, "@@", "55"], [0.5, ".0", ".5"], [0.25, ".00", ".25"], [5, "0?", "05"], [1_234, "#,##0_);(#,##0)", "1,234 "], [-1_234, "#,##0_);(#,##0)", "(1,234)"],
])("%d を %s で表すと「%s」", (value, format, text) => {
  expect(formatValue(value, format, false)).toBe(text);
});

test.each([["yy", true], ["e", true], ["ee", true], ["r", true], ["aaa", true], ["aa", false], ["b", true], ["[mm]", true], ["[ss]", true], ["[hm]", false], ["[赤]0", false], ["AM/PM", true], ["A/P", true], ['"y"0', false], ["\\y0", false], ["_y0", false], ["*y0", false], ["!y0", false], ["0;yyyy", false], ["0E+0", false], ["[$-411]0", false]])("表示形式 %s が日付か: %s", (format, expected) => {
  expect(isDateFormat(format)).toBe(expected);
});

test.each([["5", '0;0;0;"計"@"人"', "計5人"], ["5", '0;0;0;"計"', "計"], ["5", "0;0;0;", ""], ["5", "0;0;0", "5"], ["5", '"計"@', "計5"], ["5", '"計"', "5"], ["5", "@ @", "5 5"], ["", '@"人"', "人"]])("文字列「%s」を %s で表すと「%s」", (text, format, expected) => {
  expect(formatText(text, format)).toBe(expected);
});

test.each([
  ["0,,,", 1e9], ["0,.0", 1000], ["0,,.0", 1e6], ["0.0,", 1000], ["0.0,,", 1e6], [".0", 1], [".0,", 1000], ["#,##0.0", 1], ['0"人",', 1], ['0,"人"', 1000], ['"人"', 1], ["0,%", 1000], ["", 1],
])("表示形式 %s は %d で割って見せる", (format, displayScale) => {
  expect(describeNumberFormat(format).displayScale).toBe(displayScale);
});
