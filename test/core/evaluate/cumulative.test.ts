import { hasCumulativeMismatch, totalToDate } from "../../../src/core/evaluate/cumulative";
import { cy, day, figure, fy, indicator } from "./fixtures";

const total = figure(75, fy(2028), { qualifier: "cumulative" });

describe("計画の累計の目標と単年度の実績", () => {
  test.each([
    ["累計の目標と、ただの実績", indicator(), total, figure(20, fy(2025)), true],
    ["どちらも累計", indicator(), total, figure(20, fy(2025), { qualifier: "cumulative" }), false],
    ["ただの目標", indicator(), figure(75, fy(2028)), figure(20, fy(2025)), false],
    ["名前が累計", indicator({ name: "累計登録者数" }), total, figure(20, fy(2025)), false],
    ["単位が延べ", indicator({ unit: "延べ人" }), total, figure(20, fy(2025)), false],
  ])("%s: %#", (_, subject, target, actual, expected) => {
    expect(hasCumulativeMismatch(subject, target, actual)).toBe(expected);
  });
});

describe("その年までの累計", () => {
  const years = [figure(10, fy(2024)), figure(20, fy(2025)), figure(40, fy(2026))];

  test("基準の年の次の年から、実績の年までを足す", () => {
    const result = totalToDate(indicator({ baseline: figure(5, fy(2023)), actuals: [figure(99, fy(2023)), ...years] }), years[1]!);
    expect(result).toEqual({ total: 30, figures: [years[0], years[1]], missingYears: [] });
  });

  test("基準の年が分からなければ、シートの最初の年から足す", () => {
    expect(totalToDate(indicator({ baseline: figure(5), actuals: years }), years[2]!)).toEqual({ total: 70, figures: years, missingYears: [] });
    expect(totalToDate(indicator({ baseline: null, actuals: years }), years[2]!)).toMatchObject({ total: 70 });
  });

  test("数のない年は0とせず、足りない年として示す", () => {
    const actuals = [figure(10, fy(2024)), figure("pending", fy(2025)), figure(40, fy(2026))];
    expect(totalToDate(indicator({ baseline: figure(5, fy(2022)), actuals }), actuals[2]!)).toEqual({ total: 50, figures: [actuals[0], actuals[2]], missingYears: [2023, 2025] });
  });

  test("実績の年が分からなければ、答えはない", () => {
    expect(totalToDate(indicator({ actuals: years }), figure(10))).toBeNull();
  });

  test("同じ年に二つあれば、後のものを採る", () => {
    const twice = [figure(1, fy(2024)), figure(2, fy(2024))];
    expect(totalToDate(indicator({ baseline: figure(0, fy(2023)), actuals: twice }), twice[1]!)).toMatchObject({ total: 2 });
  });

  test("年度で数えるときは、三月の日付は前の年度である", () => {
    const actuals = [figure(10, day("2025-03-31")), figure(20, fy(2025))];
    expect(totalToDate(indicator({ baseline: figure(0, fy(2023)), actuals }), actuals[1]!)).toMatchObject({ total: 30, missingYears: [] });
    const calendar = [figure(10, day("2025-03-31")), figure(20, cy(2026))];
    expect(totalToDate(indicator({ baseline: figure(0, cy(2024)), actuals: calendar }), calendar[1]!)).toMatchObject({ total: 30, missingYears: [] });
  });

  test("基準の年より前の実績には、足すものがない", () => {
    expect(totalToDate(indicator({ baseline: figure(5, fy(2026)), actuals: years }), years[0]!)).toEqual({ total: 0, figures: [], missingYears: [] });
  });
});
