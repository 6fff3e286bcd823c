import { describeFinding, ja } from "../../../src/core/messages/ja";
import { describeCellError } from "../../../src/core/messages/terms.ja";
import { a1 } from "../../helpers/model";

const finding = (rule: string, params: Readonly<Record<string, string | number>>) =>
  describeFinding({ rule, severity: "info", at: a1("A1"), params, key: "" });

test("指摘の文は、何が、なぜ、どうするかを二文までで言う", () => {
  expect(finding("indicator-target-missing", { indicator: "新規創業数", period: "令和11年度" })).toBe(
    "「新規創業数」の目標値（令和11年度）が空欄です。目標値を入力するか、目標を置かない場合は「－」と記入してください。",
  );
});

test("年度がなければ括弧も出ない", () => {
  expect(ja["indicator-target-missing"]({ indicator: "新規創業数", period: "" })).toContain("の目標値が空欄です");
});

test("長い名前は40字で切り、改行は空白にする", () => {
  const text = ja["work-item-division-missing"]({ title: `窓口\n改革${"あ".repeat(40)}` });
  expect(text).toContain(`「窓口 改革${"あ".repeat(35)}…」`);
  expect(ja["work-item-division-missing"]({ title: "あ".repeat(40) })).toContain(`「${"あ".repeat(40)}」`);
});

test.each([
  [1234567.5, "1,234,567.5"],
  [-1000, "-1,000"],
  [999, "999"],
  [0.1234, "0.1234"],
])("%d は %s と書く", (sum, text) => {
  expect(ja["total-mismatch"]({ label: "計", column: "", stated: 1, sum })).toContain(`${text}になります`);
});

test("知らない規則の指摘に、でたらめな文を出さない", () => {
  expect(() => finding("toString", {})).toThrow("toString");
});

test("知らないエラー値にも説明がある", () => {
  expect(describeCellError("#DIV/0!")).toContain("割り算");
  expect(describeCellError("#BUSY!")).toBe("数式が計算できていません");
});
