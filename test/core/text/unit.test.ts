import { splitUnitScale, unitFromCaption, unitFromLabel } from "../../../src/core/text";

test.each(["千人当たり", "万人当たり", "十万人あたり", "百万人当り", "十万人対"])("「%s」の位は分母のものであり、値に掛けない", (text) => {
  expect(splitUnitScale(text)).toEqual({ scale: 1, unit: text });
});

test.each<[string, string | undefined]>([
  ["参加者数（人）", "人"],
  ["参加者（人）の満足度", undefined],
  ["被害額（千円）", "千円"],
  ["参加者数（町内）", undefined],
])("名前「%s」の終わりにある単位は %s", (text, unit) => {
  expect(unitFromLabel(text)).toBe(unit);
});

test.each<[string, number, string]>([
  ["十人", 10, "人"],
  ["百件", 100, "件"],
  ["千㎡", 1000, "m2"],
  ["万人", 10_000, "人"],
  ["十万円", 100_000, "円"],
  ["百万円", 1_000_000, "円"],
  ["千万円", 10_000_000, "円"],
  ["億円", 100_000_000, "円"],
  ["十億円", 1_000_000_000, "円"],
  ["百億円", 10_000_000_000, "円"],
  ["千億円", 100_000_000_000, "円"],
  ["兆円", 1_000_000_000_000, "円"],
])("単位「%s」は %d 倍の %s", (text, scale, unit) => {
  expect(splitUnitScale(text)).toEqual({ scale, unit });
});

test.each<[string, string | undefined]>([
  ["（単位：千円）", "千円"],
  ["（単位:千円）", "千円"],
  ["単位 千円", "千円"],
  ["（単位は人）", "人"],
  ["【単位 ： ％】", "%"],
  ["（単位\u3000\u3000百万円）", "百万円"],
  ["単位：千円 令和5年度", "千円"],
  ["（単位：人、件）", undefined],
  ["（単位）", undefined],
  ["単位互換の科目数", undefined],
  ["参加者数（人）", undefined],
])("表の上の「%s」が言う単位は %s", (text, unit) => {
  expect(unitFromCaption(text)).toBe(unit);
});
