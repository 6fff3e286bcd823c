import { isSurveyIndicator, isWithinSurveyTolerance } from "../../../src/core/evaluate/survey";
import { indicator } from "./fixtures";

describe("意識調査の指標かどうか", () => {
  test.each([
    ["満足していると答えた人の割合", "%", null, null],
    ["住民の満足度", "％", null, null],
    ["安全だと思う市民の割合", "%", null, null],
    ["図書館を利用した市民の割合", "%", "市民調査による", null],
    ["図書館を利用した市民の割合", "%", null, "市民意識調査"],
  ])("%s（%s、説明 %s、出典 %s）は、そうである", (name, unit, definition, source) => {
    expect(isSurveyIndicator(indicator({ name, unit, definition, source }))).toBe(true);
  });

  test.each([
    ["住民の満足度", "点", null, null],
    ["住民の満足度", null, null, null],
    ["水道管の耐震化した割合", "%", null, null],
    ["水道管の耐震化した割合", "%", "年度末の延長", "水道統計調査"],
    ["水道管の耐震化率", "%", null, "市民意識調査"],
  ])("%s（%s、説明 %s、出典 %s）は、そうではない", (name, unit, definition, source) => {
    expect(isSurveyIndicator(indicator({ name, unit, definition, source }))).toBe(false);
  });
});

describe("現状維持とみなす幅", () => {
  const survey = indicator({ name: "住民の満足度", unit: "%" });

  test.each([
    [52.9, 50, 3, true],
    [47.1, 50, 3, true],
    [50, 50, 3, true],
    [53, 50, 3, false],
    [47, 50, 3, false],
    [50, 50, 0, false],
    [50.3, 50, 0.3, false],
    [null, 50, 3, false],
    [52, null, 3, false],
    [52, 50, null, false],
  ])("実績 %p、基準 %p、幅 %p ポイント: %p", (actual, baseline, points, expected) => {
    expect(isWithinSurveyTolerance(survey, { actual, baseline, points })).toBe(expected);
  });

  test("意識調査でない指標には使わない", () => {
    expect(isWithinSurveyTolerance(indicator({ name: "耐震化率", unit: "%" }), { actual: 50, baseline: 50, points: 3 })).toBe(false);
  });

  test("数でないものには使わない", () => {
    expect(isWithinSurveyTolerance(survey, { actual: NaN, baseline: 50, points: 3 })).toBe(false);
    expect(isWithinSurveyTolerance(survey, { actual: 50, baseline: NaN, points: 3 })).toBe(false);
    expect(isWithinSurveyTolerance(survey, { actual: 50, baseline: 50, points: Infinity })).toBe(false);
  });
});
