import { strFromU8, unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { planReport, type ReportInput } from "../../../src/core/report";
import { writeReport } from "../../../src/xlsx/write";
import { packageProblems } from "../../helpers/check-package";
import { figure, indicator, reportInput } from "../../helpers/report-input";

async function written(input: ReportInput): Promise<Uint8Array> {
  return await writeReport(planReport(input));
}

/** The part of the sheet with this name; sheets are numbered as they stand in the plan. */
function sheetPart(bytes: Uint8Array, input: ReportInput, name: string): string {
  const index = planReport(input).sheets.findIndex((sheet) => sheet.name === name);
  return part(bytes, `xl/worksheets/sheet${String(index + 1)}.xml`);
}

function part(bytes: Uint8Array, path: string): string {
  const content = unzipSync(bytes)[path];
  if (content === undefined) throw new Error(`No such part: ${path}`);
  return strFromU8(content);
}

const input = reportInput({
  indicators: [
    indicator("新規創業数"),
    indicator("市民割合", { target: figure("D8", "set", 50) }),
    indicator("観光客数", { headings: ["基本目標２ 人の流れ"], target: { ...figure("D20", "pending"), raw: "設定予定" } }),
  ],
});

test("パッケージの構造に誤りがない", async () => {
  expect(packageProblems(await written(input))).toEqual([]);
});

test("何も読み取れなかった資料でも構造に誤りがない", async () => {
  expect(packageProblems(await written(reportInput()))).toEqual([]);
});

test("同じ入力と同じ評価日からは同じバイト列ができる", async () => {
  expect(Buffer.from(await written(input)).equals(Buffer.from(await written(input)))).toBe(true);
});

test("別の読み手で読み返すと、計画どおりの値と数式がある", async () => {
  const plan = planReport(input);
  const book = await readXlsx(await writeReport(plan));
  expect(book.sheets.map(({ name }) => name)).toEqual(plan.sheets.map(({ name }) => name));
  const summary = book.sheets.find(({ name }) => name === "総括");
  const row = summary?.rows.findIndex(([label]) => label === "基本目標１ 元気な経済") ?? -1;
  expect(summary?.rows[row]?.slice(1, 4)).toEqual([2, 1, 1]);
  expect(summary?.cells?.get(`${String(row)},3`)?.formula).toMatch(/^COUNTIFS\('データ_指標'!\$C\$5:\$C\$7,\$A\$\d+,'データ_指標'!/u);
});

describe("文字列は数式にもエラー値にもならない", () => {
  test.each(["=1+1", "+81", "-5", "@SUM(A1)", "＝1+1", "＋81", "－5", "＠SUM(A1)", "=HYPERLINK(\"http://example.com\")", "#REF!", "#N/A", "1-2", "TRUE", "_x0041_", "'引用", "a\r\nb", "<b>&\"'"])(
    "指標名が「%s」",
    async (name) => {
      const hostile = reportInput({ indicators: [indicator(name)] });
      const bytes = await written(hostile);
      expect(packageProblems(bytes)).toEqual([]);
      const sheet = sheetPart(bytes, hostile, "目標値未設定一覧");
      expect(sheet).not.toContain("<f>");
      expect(sheet).not.toContain('t="e"');
      expect(part(bytes, "xl/styles.xml")).not.toContain("quotePrefix");
      const book = await readXlsx(bytes);
      const texts = book.sheets.find((item) => item.name === "目標値未設定一覧")?.rows.flat();
      expect(texts).toContain(name.replace("\r\n", "\n"));
    },
  );

  test("XMLに書けない文字と孤立したサロゲートは落ちるか置き換わり、ファイルは壊れない", async () => {
    const bytes = await written(reportInput({ indicators: [indicator("a\u0000\u000B\uFFFF\uD800b")] }));
    expect(packageProblems(bytes)).toEqual([]);
  });
});

describe("グラフ", () => {
  test("日本語の書体、値の控え、代わりの文、軸の名前がある", async () => {
    const bytes = await written(input);
    const chart = part(bytes, "xl/charts/chart1.xml");
    expect(chart).toContain('<a:ea typeface="BIZ UDゴシック"/>');
    expect(chart).toContain("<c:numCache>");
    expect(chart).toContain("基本目標１ 元気な経済");
    expect(chart).toContain("件数（件）");
    expect(chart).toContain('formatCode="#,##0;;"');
    expect(part(bytes, "xl/drawings/drawing2.xml")).toMatch(/descr="[^"]*設定済／対象は1／3（33\.3%）です。/u);
  });
});

test("印刷の範囲・見出し行・用紙・ページ番号が付く", async () => {
  const bytes = await written(input);
  const workbook = part(bytes, "xl/workbook.xml");
  expect(workbook).toContain("'目標値未設定一覧'!$4:$4");
  const sheet = sheetPart(bytes, input, "目標値未設定一覧");
  expect(sheet).toContain('orientation="landscape"');
  expect(sheet).toContain('fitToWidth="1"');
  expect(sheet).toContain("&amp;P / &amp;N");
  expect(sheet).not.toContain("mergeCell");
});
