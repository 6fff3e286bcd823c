import { planYears, yearOf } from "../../../src/core/evaluate/plan-years";
import { cy, day, fy } from "./fixtures";

describe("計画のどこまで来たか", () => {
  test.each([
    ["途中", fy(2023), fy(2028), fy(2025), { elapsedYears: 2, totalYears: 5 }],
    ["最初の年", fy(2023), fy(2028), fy(2024), { elapsedYears: 1, totalYears: 5 }],
    ["目標の年", fy(2023), fy(2028), fy(2028), { elapsedYears: 1, totalYears: 1 }],
    ["目標の年の後", fy(2023), fy(2028), fy(2029), { elapsedYears: 1, totalYears: 1 }],
    ["目標の前の年", fy(2023), fy(2028), fy(2027), { elapsedYears: 4, totalYears: 5 }],
    ["基準の年", fy(2023), fy(2028), fy(2023), "not-yet"],
    ["基準の年の前", fy(2023), fy(2028), fy(2022), "not-yet"],
    ["基準の年が分からない途中", null, fy(2028), fy(2025), "no-period"],
    ["基準の年が分からない目標の年", null, fy(2028), fy(2028), { elapsedYears: 1, totalYears: 1 }],
    ["目標の年が分からない", fy(2023), null, fy(2025), "no-period"],
    ["実績の年が分からない", fy(2023), fy(2028), null, "no-period"],
    ["年度末の日は、その年度", day("2024-03-31"), fy(2028), day("2026-03-31"), { elapsedYears: 2, totalYears: 5 }],
    ["暦年だけの計画では、三月もその年", day("2024-03-31"), cy(2028), day("2026-03-31"), { elapsedYears: 2, totalYears: 4 }],
  ])("%s", (_, baseline, target, actual, expected) => {
    expect(planYears({ baseline, target, actual })).toEqual(expected);
  });
});

test.each([
  ["2025-03-31", true, 2024],
  ["2025-04-01", true, 2025],
  ["2025-01-01", true, 2024],
  ["2025-12-31", true, 2025],
  ["2025-03-31", false, 2025],
])("%s は、年度で数えるか %p で %d 年", (date, isFiscal, year) => {
  expect(yearOf(day(date), isFiscal)).toBe(year);
});

test("年度と暦年は、月がないのでその年である", () => {
  expect(yearOf(fy(2025), true)).toBe(2025);
  expect(yearOf(cy(2025), true)).toBe(2025);
});
