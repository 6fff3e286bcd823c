import { analyze, defaultSettings } from "../../src/core";
import { sheetFrom, workbookOf } from "../helpers/grid";

/*
 * A cell may hold 32,767 characters. Whatever they are, and wherever the cell stands, the workbook is read: a pattern whose time
 * grows with the square of the text would take minutes here.
 */

const LONGEST_CELL = 32_767;
const LIMIT = 10_000;

const PIECES: readonly string[] = [
  "1", "1.", "1,", "0", "1e", "1%", "1～", "1/", "1人/", "2024.1.1-", "R5/", "令和", "令和5年", "(", "()", "【", "「」", "の", "する", "的な", "・", "一", "目標値", "目標値2026年度までに5件、", "待ち時間10分以内\n", "総務課・",
  "検討中、", "※1", "*", "▼", "第1章", "KPI：", "：", "a1（", "□", "■実施中 □", "→", "〃", "▲", "－", "①", "①a", "\n", "\u3000", "\u{20BB7}", "か\u3099", "葛\u{E0100}", "\u200B",
];

describe("32,767文字のセルがあっても、読み終わる", () => {
  test.each(PIECES)("「%j」の繰り返し", (piece) => {
    const text = piece.repeat(Math.ceil(LONGEST_CELL / piece.length)).slice(0, LONGEST_CELL);
    const workbook = workbookOf(
      sheetFrom(
        [
          ["No.", "指標名", "単位", "担当課", "進捗状況", "基準値（R5）", "目標値（R10）", "実績値（R6）", "達成率", "備考"],
          [text, text, text, text, text, text, text, text, text, text],
          [1, text, "人", "課", text, 5, text, text, text, text],
          [2, "出生数", "人", "子育て課", "実施中", 120, null, 118, null, null],
        ],
        { name: "値" },
      ),
      sheetFrom([[text, "指標名", text, "目標値", text], ["a", "b", "c", 5, 6], [text], [text, text]], { name: "見出し" }),
      sheetFrom([["業務名", text, "担当課", text], ["指標名", text, "目標値", text], [`${text.slice(0, 40)}：x`, text]], { name: "個票" }),
    );
    const { model, crashes } = analyze(workbook, defaultSettings, "2026-05-01");
    expect(crashes).toEqual([]);
    expect(model.indicators.find(({ name }) => name === "出生数")?.target?.state).toBe("blank");
  }, LIMIT);
});
