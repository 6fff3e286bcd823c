import { parseKanjiNumber } from "../../../src/core/text/kanji-number";

test.each([
  ["〇", 0], ["二五", 25], ["七", 7], ["十", 10], ["十七", 17], ["三十", 30], ["二百五", 205], ["千二百", 1200], ["一万", 10_000], ["三十万", 300_000], ["二億一万", 200_010_000], ["一億二千三百万四千五百六十七", 123_004_567],
])("「%s」は %d", (text, value) => {
  expect(parseKanjiNumber(text)).toBe(value);
});

test.each([["大きい位が後に来るもの", "一万二億"], ["同じ位が二度あるもの", "一万二万"], ["数のない位", "万"], ["数字が二つ続くもの", "十二三"]])("%s（%s）は数ではない", (_, text) => {
  expect(parseKanjiNumber(text)).toBeUndefined();
});
