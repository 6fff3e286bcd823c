import fc from "fast-check";
import { CoverIndex } from "../../../src/core/sheet/cover-index";
import { MergeIndex } from "../../../src/core/sheet/merge-index";
import { contains, type Region } from "../../../src/core/sheet/region";
import { assertProperty } from "../../helpers/assert-property";

const SIZE = 40;
const place = fc.integer({ min: 0, max: SIZE });
const region: fc.Arbitrary<Region> = fc.tuple(place, place, place, place).map(([a, b, c, d]) => ({ top: Math.min(a, b), bottom: Math.max(a, b), left: Math.min(c, d), right: Math.max(c, d) }));

test("重なる範囲がいくつあっても、覆われているかは一つずつ見たときと同じ", () => {
  assertProperty(
    fc.property(fc.array(region, { maxLength: 30 }), fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 50 }), (regions, places) => {
      const index = new CoverIndex(regions, SIZE);
      for (const [row, column] of places) expect(index.covers(row, column)).toBe(regions.some((one) => contains(one, row, column)));
    }),
  );
});

test("尋ねる最後の行より下は、覚えない", () => {
  const index = new CoverIndex([{ top: 0, bottom: 1_048_575, left: 0, right: 0 }], 5);
  expect([index.covers(5, 0), index.covers(6, 0)]).toEqual([true, false]);
});

/** Cells of a checkered sheet, some of them merged with the one to their right. */
const merges: fc.Arbitrary<readonly Region[]> = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: SIZE / 2 })), { maxLength: 60 })
  .map((pairs) => [...new Map(pairs.map(([row, pair]) => [`${String(row)},${String(pair)}`, { top: row, bottom: row, left: pair * 2, right: pair * 2 + 1 }])).values()]);

test("一行に結合セルがいくつあっても、その場所の結合を見つける", () => {
  assertProperty(
    fc.property(merges, fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), place), { minLength: 1, maxLength: 50 }), (areas, places) => {
      const index = new MergeIndex();
      for (const area of areas) index.add(area, SIZE);
      for (const [row, column] of places) expect(index.at(row, column)).toEqual(areas.find((one) => contains(one, row, column)));
    }),
  );
});
