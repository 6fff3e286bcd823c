import { fitColumns, type ColumnWish } from "../../../src/core/report/fit-columns";
import { cell } from "../../../src/core/report/sheet-builder";

const rows = (...texts: readonly (string | null)[][]) => texts.map((row) => row.map((text) => cell(text, "text")));

const wishes: readonly ColumnWish[] = [
  { title: "指標名", least: 20, most: 60, isProse: true },
  { title: "担当課", least: 10, most: 30, isOptional: true },
  { title: "所見", least: 12, most: 12, grows: true },
];

test("幅は中身に合わせ、余りは書き込む欄に回す", () => {
  const { widths } = fitColumns(wishes, rows(["観光客数", "政策企画課、人事課", null]), 100);
  expect(widths).toEqual([20, 19.5, 60.5]);
});

test("どの行にも中身のない列は、見出しごと落とす", () => {
  const fitted = fitColumns(wishes, rows(["観光客数", null, null], ["創業数", null, null]), 100);
  expect(fitted.titles).toEqual(["指標名", "所見"]);
  expect(fitted.rows.map((row) => row.map(({ value }) => value))).toEqual([["観光客数", null], ["創業数", null]]);
  expect(fitted.widths).toEqual([20, 80]);
});

test("書き込む欄は、空でも落とさない", () => {
  expect(fitColumns(wishes, rows(["観光客数", "税務課", null]), 100).titles).toContain("所見");
});

test("足りないときは文の列が先に譲り、語の列は折り返さずに残る", () => {
  const long = "学習の中でＰＣ・タブレットなどを効果的に活用できる児童生徒の割合";
  const { widths } = fitColumns(wishes, rows([long, "政策企画課、人事課", null]), 60);
  expect(widths[1]).toBe(19.5);
  expect(widths[0]).toBeLessThan(30);
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(60, 0);
});

test("見出しの語は折り返さない", () => {
  const { widths } = fitColumns([{ title: "望ましい方向", least: 5, most: 6 }], rows(["○"]), 5);
  expect(widths[0]).toBeGreaterThanOrEqual(13);
});
