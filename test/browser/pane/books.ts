import { workbookPackage } from "../../helpers/package";

type Cell = string | number | null;

function cellXml(value: Cell): string {
  if (value === null) return "<c/>";
  if (typeof value === "number") return `<c><v>${String(value)}</v></c>`;
  return `<c t="inlineStr"><is><t>${value.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`;
}

function sheet(name: string, lines: readonly (readonly Cell[])[]): { readonly name: string; readonly data: string } {
  return { name, data: lines.map((line) => `<row>${line.map(cellXml).join("")}</row>`).join("") };
}

const HEADER: readonly Cell[] = ["No.", "施策", "指標名", "単位", "担当課", "基準値（令和4年度）", "実績値（令和5年度）", "実績値（令和6年度）", "目標値（令和10年度）", "備考"];

/** An indicator sheet of so many rows; every `blankEvery`-th target is missing. */
export function indicatorBook(rows: number, blankEvery: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, n): readonly Cell[] => [
    n + 1,
    `施策${String(Math.floor(n / 20) + 1)}`,
    `相談の受付件数（地区${String(n + 1)}）`,
    "件",
    `第${String((n % 9) + 1)}課`,
    100 + (n % 50),
    110 + (n % 50),
    120 + (n % 50),
    n % blankEvery === 0 ? null : 300 + (n % 50),
    n % 7 === 0 ? "窓口と電話の合計" : null,
  ]);
  return workbookPackage({ sheets: [sheet("指標一覧", [HEADER, ...lines])] });
}

/**
 * A list of indicators whose headings we do not know, but for one, and under which one target is missing; and a sheet that
 * looks like a plan and is only the form for one.
 */
export function strangeBook(): Uint8Array {
  const header: readonly Cell[] = ["番号", "ものさし", "単位", "いまの水準（令和6年度）", "夢（令和10年度）"];
  const lines: readonly (readonly Cell[])[] = [
    header,
    [1, "相談の受付件数", "件", 120, 300],
    [2, "講座の参加者数", "人", 110, null],
    [3, "図書の貸出冊数", "冊", 1200, 1500],
  ];
  const form: readonly (readonly Cell[])[] = [HEADER, [1, "施策1", "記入例の件数", "件", "市民課", 100, 110, 120, null, null]];
  return workbookPackage({ sheets: [sheet("計画", lines), sheet("記入例", form)] });
}

/** A sheet without any table that we know. */
export function addressBook(): Uint8Array {
  return workbookPackage({ sheets: [sheet("名簿", [["氏名", "電話"], ["市民課窓口", "0120-000-000"]])] });
}

/** A figure written as a text, for which there is a suggestion; a hidden sheet with a table of its own. */
export function mendableBook(): Uint8Array {
  const lines: readonly (readonly Cell[])[] = [
    HEADER,
    [1, "施策1", "相談の受付件数", "件", "市民課", 100, 110, 120, null, null],
    [2, "施策1", "講座の参加者数", "人", "市民課", 100, "1,250", 120, 300, null],
    [3, "施策1", "待機児童数", "人", "こども課", 12, 8, 5, 0, null],
    [4, "施策2", "図書の貸出冊数", "冊", "図書館", 1000, 1100, 1200, null, null],
  ];
  return workbookPackage({
    sheets: [sheet("指標一覧", lines), { ...sheet("元データ", [HEADER, [1, "施策9", "公園の箇所数", "か所", "公園課", 10, 11, 12, 15, null]]), state: "hidden" }],
  });
}
