import { describeFinding, ja } from "../../../src/core/messages/ja";
import { describeCellError } from "../../../src/core/messages/terms.ja";
import type { RuleId } from "../../../src/core/validate/registry";
import { a1 } from "../../helpers/model";

const finding = (rule: string, params: Readonly<Record<string, string | number>>) =>
  describeFinding({ rule, severity: "info", at: a1("A1"), params, key: "" });

test("指摘の文は、何が、なぜ、どうするかを二文までで言う", () => {
  expect(finding("indicator-target-missing", { indicator: "新規創業数", period: "令和11年度" })).toBe(
    "「新規創業数」の目標値（令和11年度）が空欄のため、達成したかどうかを評価できません。目標値を入力するか、目標を置かない場合は「－」と記入してください。",
  );
});

/** Every text once, with parameters as rules give them. */
const examples: { readonly [Id in RuleId]: Readonly<Record<string, string | number>> } = {
  "indicator-target-missing": { indicator: "新規創業数", period: "令和11年度" },
  "indicator-target-pending": { indicator: "新規創業数", period: "令和11年度", stated: "設定予定" },
  "indicator-target-column-missing": { count: 12 },
  "indicator-baseline-missing": { indicator: "新規創業数", period: "", stated: "" },
  "indicator-actual-missing": { indicator: "新規創業数", period: "令和6年度" },
  "indicator-duplicate": { indicator: "新規創業数", first: "C5" },
  "indicator-direction-unconfirmed": { indicator: "待機児童数", direction: "unknown" },
  "baseline-year-mixed": { period: "令和4年度", common: "令和5年度" },
  "figure-unreadable": { indicator: "新規創業数", role: "actual", stated: "社" },
  "figure-number-as-text": { indicator: "新規創業数", role: "baseline", stated: "４６" },
  "figure-unit-mismatch": { indicator: "新規創業数", role: "target", unit: "%", otherRole: "baseline", otherUnit: "社" },
  "figure-out-of-range": { indicator: "耐震化率", role: "interim-target", stated: "450%" },
  "target-already-met": { indicator: "新規創業数", baseline: "46", target: "40" },
  "rate-reversed": { indicator: "待機児童数", stated: "110%" },
  "rate-mismatch": { indicator: "新規創業数", stated: "90%", formula: "ratio", percent: 87.5 },
  "total-mismatch": { label: "計", column: "", stated: 10, sum: 12 },
  "work-item-no-duplicate": { no: "3", title: "電子申請", otherTitle: "書かない窓口", first: "A4" },
  "work-item-division-missing": { title: "電子申請" },
  "work-item-status-missing": { title: "電子申請" },
  "work-item-status-unknown": { title: "電子申請", status: "◎" },
  "work-item-indicator-missing": { title: "電子申請" },
  "work-item-viewpoint-missing": { title: "電子申請", viewpoint: "resident" },
  "label-variant": { kind: "division", label: "総務", common: "総務課" },
  "cell-error": { error: "#REF!" },
  "revision-out-of-order": { edition: "第2版", next: "第1版", cause: "edition" },
  "logic-link-broken": { from: "A1", to: "" },
  "logic-link-backward": { from: "A1", to: "B1", fromLevel: "outcome", toLevel: "activity" },
  "indicator-unlinked": { indicator: "新規創業数" },
};

/** Words that put it on the reader, or leave the reader where they are. */
const BLAME = /ミス|怠|守って|しなければならない|不正な?|エラーです|無効|禁止|必ず/u;
const ENGLISH = /[A-Za-z]{2,}/u;

test.each(Object.entries(examples))("%s は、二文以内の日本語で、最後の文がすることを言い、責める語も英語もない", (rule, params) => {
  const others: readonly Readonly<Record<string, string | number>>[] =
    rule === "revision-out-of-order" ? [{ cause: "date" }] : rule === "logic-link-broken" ? [{ to: "B9" }] : rule === "indicator-direction-unconfirmed" ? [{ direction: "lower-is-better" }] : [];
  for (const more of [{}, ...others]) {
    const text = finding(rule, { ...params, ...more });
    const sentences = text.split(/(?<=。)/u);
    expect(sentences).toHaveLength(2);
    expect(sentences[1]).toMatch(/(?:ください)。$/u);
    expect(text).not.toMatch(BLAME);
    expect(text.replaceAll("#REF!", "").replaceAll("No.", "")).not.toMatch(ENGLISH);
    expect(text.length).toBeLessThanOrEqual(140);
  }
});

test("年度がなければ括弧も出ない", () => {
  expect(ja["indicator-target-missing"]({ indicator: "新規創業数", period: "" })).toContain("の目標値が空欄のため");
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
