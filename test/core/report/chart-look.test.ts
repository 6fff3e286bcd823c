import { flatColor } from "../../../src/core/report/chart-look";
import { RATING_CATEGORIES, TARGET_CATEGORIES, WORK_CATEGORIES } from "../../../src/core/report/summary-subjects";
import { paintStyles, type Paint } from "../../../src/core/report/theme";

const channels = (color: string): readonly number[] => [0, 2, 4].map((at) => Number.parseInt(color.slice(at, at + 2), 16));

/** As a grey copier weighs it, 0 to 255. */
const greyOf = (color: string): number => channels(color).reduce((sum, value, n) => sum + value * ([0.299, 0.587, 0.114][n] ?? 0), 0);

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const paints = Object.keys(paintStyles) as Paint[];

describe("模様を使えないところの塗り", () => {
  test.each([
    ["目標値の状態", TARGET_CATEGORIES],
    ["評価", RATING_CATEGORIES],
    ["進捗状況", WORK_CATEGORIES],
  ])("%sの隣り合う塗りは、白黒でも見分けられる", (_, categories) => {
    const greys = categories.map(({ word, paint }) => ({ word, grey: greyOf(flatColor(paint)) }));
    const close = greys.slice(1).filter(({ grey }, n) => Math.abs(grey - (greys[n]?.grey ?? 0)) < 15).map(({ word }) => word);
    expect(close).toEqual([]);
  });

  test.each(paints.filter((paint) => paintStyles[paint].pattern !== null))("%sの上の数字は読める", (paint) => {
    expect(contrast(flatColor(paint), paintStyles[paint].ink)).toBeGreaterThanOrEqual(4.5);
  });

  test("模様のある塗りにはどれも、代わりの色がある", () => {
    expect(paints.filter((paint) => paintStyles[paint].pattern !== null && flatColor(paint) === paintStyles[paint].color)).toEqual([]);
  });
});
