import fc from "fast-check";
import {
  ERAS, dateToSerial, eraYearToGregorian, formatPeriod, formatValue, gregorianToEra, isoDate, parseAmount, parsePeriod, parseScaledAmount, readFigure, serialToDate, type Period, type Qualifier,
} from "../../src/core/text";
import { assertProperty } from "../helpers/assert-property";

const numRuns = Number(process.env["PROPERTY_RUNS"] ?? 300);
const check = <T>(property: fc.IProperty<T>): void => {
  assertProperty(property, { numRuns });
};
const characters = (text: string): string[] => Array.from(text);
const widen = (text: string): string => text.replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const read = (text: string, unit: string | null = null) => readFigure(text, "General", { unit, date1904: false });
const magnitude = fc.integer({ min: 0, max: 999_999_999 });
const firstDay = dateToSerial({ year: 1926, month: 12, day: 26 }, false) ?? 0;
const lastDay = dateToSerial({ year: 2060, month: 12, day: 31 }, false) ?? 0;
const someDate = fc.integer({ min: firstDay, max: lastDay }).map((serial) => serialToDate(serial, false)!);
const minus = fc.constantFrom("-", "\u2212", "\uFF0D", "\u25B3", "\u25B2", "\u2013");

test("桁区切り・全角・符号のどの書き方でも同じ値になる", () => {
  check(fc.property(magnitude, fc.option(minus, { nil: "" }), fc.boolean(), fc.boolean(), (value, sign, isWide, isGrouped) => {
    const digits = isGrouped ? value.toLocaleString("en-US") : String(value);
    const text = sign + (isWide ? widen(digits) : digits);
    expect(parseAmount(text)).toBe(sign !== "" && value !== 0 ? -value : value);
  }));
});

test("位取りの書き方は数と同じ値になる", () => {
  check(fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }), (oku, man, rest) => {
    const text = `${oku}億${man === 0 ? "" : `${man.toLocaleString("en-US")}万`}${rest === 0 ? "" : String(rest)}`;
    expect(parseScaledAmount(text)).toBe(oku * 1e8 + man * 1e4 + rest);
  }));
});

test("小数と千・万の掛け算に端数の誤差が出ない", () => {
  check(fc.property(fc.integer({ min: 1, max: 99999 }), fc.constantFrom(["千", 3] as const, ["万", 4] as const, ["億", 8] as const), (tenths, [scale, power]) => {
    expect(read(`${tenths / 10}${scale}人`).amount).toBe(Number(`${tenths}e${power - 1}`));
  }));
});

test("数に単位と修飾を付けても、値・単位・修飾が読み戻せる", () => {
  const units = fc.constantFrom("人", "件", "箇所", "%", "回", "円", "団体", "時間", "km", "m2", "校", "台");
  const words = fc.constantFrom<readonly [string, string, Qualifier | null]>(["", "", null], ["", "以上", "at-least"], ["", "以下", "at-most"], ["", "未満", "under"], ["約", "", "about"], ["", "程度", "about"], ["累計", "", "cumulative"], ["", "（累計）", "cumulative"], ["", "/年", "per-year"], ["年間", "", "per-year"]);
  check(fc.property(magnitude, units, words, fc.constantFrom("", " ", "\u3000"), fc.boolean(), (value, unit, [before, after, qualifier], space, isWide) => {
    const text = `${before}${value.toLocaleString("en-US")}${space}${unit}${after}`;
    expect(read(isWide ? widen(text) : text)).toMatchObject({ state: "set", amount: value, unit, qualifier });
  }));
});

test("読みはどんな文字列でも落ちず、値は状態 set のときだけある", () => {
  const pieces = fc.array(fc.constantFrom(...characters("0123456789,.-%％人件年月日度約以上未満（）()～令和R5集計中－ 億万千累計/:①※△"), "\u3000", "令和5年度", "前年度"), { maxLength: 14 });
  check(fc.property(pieces, (parts) => {
    const figure = read(parts.join(""), "千円");
    expect(figure.amount !== null).toBe(figure.state === "set");
    expect(figure.amount === null || Number.isFinite(figure.amount)).toBe(true);
    expect(figure.qualifier === null || figure.qualifiers.includes(figure.qualifier)).toBe(true);
  }));
});

test("全角にしても読みは変わらない", () => {
  const pieces = fc.array(fc.constantFrom(...characters("0123456789,.%人件年約以上()/"), "R5", "累計"), { maxLength: 10 });
  check(fc.property(pieces, (parts) => {
    const text = parts.join("");
    expect({ ...read(widen(text)), raw: "" }).toEqual({ ...read(text), raw: "" });
  }));
});

const oracle = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", month: "numeric", day: "numeric", timeZone: "UTC" });

test("1926〜2060 年の元号は Intl の和暦と一致する", () => {
  check(fc.property(someDate, (date) => {
    const parts = oracle.formatToParts(new Date(Date.UTC(date.year, date.month - 1, date.day)));
    const part = (type: string) => parts.find((found) => found.type === type)?.value ?? "";
    const expected = { name: part("era"), year: part("year") === "元" ? 1 : Number(part("year")) };
    const found = gregorianToEra(date);
    expect({ name: found?.era.name, year: found?.year }).toEqual(expected);
    expect(parsePeriod(`${expected.name}${part("year")}年${date.month}月${date.day}日`)?.date).toBe(isoDate(date));
  }));
});

test("日付は和暦・西暦・略号・全角のどの書き方でも同じ", () => {
  check(fc.property(someDate, fc.boolean(), fc.constantFrom(".", "/", "-"), (date, isWide, mark) => {
    const { era, year } = gregorianToEra(date)!;
    const [m, d] = [String(date.month), String(date.day)];
    const spellings = [`${era.name}${year}年${m}月${d}日`, `${era.name} ${year} 年 ${m} 月 ${d} 日`, `${era.letter}${year}${mark}${m}${mark}${d}`, `${date.year}${mark}${m}${mark}${d}`, `${date.year}年${m}月${d}日現在`, `（${date.year}年${m}月${d}日）`];
    for (const spelling of spellings) expect(parsePeriod(isWide ? widen(spelling) : spelling)?.date).toBe(isoDate(date));
  }));
});

test("年度は和暦・西暦・併記のどの書き方でも同じ", () => {
  check(fc.property(fc.constantFrom(...ERAS.slice(2)), fc.integer({ min: 1, max: 40 }), fc.boolean(), (era, year, isWide) => {
    const gregorian = eraYearToGregorian(era, year)!;
    const spellings = [`${era.name}${year}年度`, `${era.letter}${year}年度`, `${era.name}${year}(${gregorian})年度`, `${gregorian}(${era.letter}${year})年度`, `${gregorian}年度（${era.name}${year}年度）`, `FY${gregorian}`];
    for (const spelling of spellings) expect(parsePeriod(isWide ? widen(spelling) : spelling)).toEqual({ kind: "fiscal-year", year: gregorian, date: null });
  }));
});

test("書いた時期は読み戻せる", () => {
  const years = fc.integer({ min: 1873, max: 2110 });
  const periods: fc.Arbitrary<Period> = fc.oneof(
    fc.record({ kind: fc.constantFrom("fiscal-year" as const, "calendar-year" as const), year: years, date: fc.constant(null) }),
    someDate.map((date): Period => ({ kind: "date", year: date.year, date: isoDate(date) })),
  );
  check(fc.property(periods, (period) => {
    expect(parsePeriod(formatPeriod(period))).toEqual(period);
  }));
});

test("暦にない日は読まない", () => {
  check(fc.property(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 40 }), (year, month, day) => {
    const isReal = month >= 1 && month <= 12 && day >= 1 && new Date(Date.UTC(year, month - 1, day)).getUTCMonth() === month - 1 && day <= 31;
    expect(parsePeriod(`${year}年${month}月${day}日`) !== undefined).toBe(isReal);
    expect(parsePeriod(`${year}/${month}/${day}`) !== undefined).toBe(isReal);
  }));
});

test("通し番号は二つの方式とも行って戻れる", () => {
  check(fc.property(fc.integer({ min: 61, max: 2_958_465 }), (serial) => {
    const date = serialToDate(serial, false)!;
    expect(isoDate(date)).toBe(new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10));
    expect(dateToSerial(date, false)).toBe(serial);
    if (serial >= 1462) expect(serialToDate(serial - 1462, true)).toEqual(date);
  }));
});

test("表示した数は同じ値に読み戻せる", () => {
  check(fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 3 }), (integer, places) => {
    const value = Number(`${integer}e-${places}`);
    expect(parseAmount(formatValue(value, `#,##0.${"0".repeat(places)}`.replace(/\.$/u, ""), false))).toBe(value);
    expect(Number(formatValue(value, "General", false))).toBe(value);
  }));
});
