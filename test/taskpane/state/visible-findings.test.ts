import { defaultSettings } from "../../../src/core";
import type { FindingView, Outcome } from "../../../src/taskpane/engine/outcome";
import { firstSentence } from "../../../src/taskpane/components/check/finding-item";
import { parsePercent } from "../../../src/taskpane/components/settings/tolerance-section";
import { tabOf } from "../../../src/taskpane/compose";
import { foldForSearch } from "../../../src/taskpane/state/fold";
import { initialState, reduce } from "../../../src/taskpane/state/pane-state";
import { countByRule, visibleFindings, type ListState } from "../../../src/taskpane/state/visible-findings";

function finding(key: string, message: string, severity: FindingView["severity"] = "error", rule = "rule-a"): FindingView {
  return { id: `${rule}\u0000${key}`, rule, key, severity, at: { sheet: "KPI", row: 0, column: 0 }, cell: "A1", message, search: foldForSearch(message), suggestion: null };
}

const ALL: ListState = { severities: ["error", "warning", "info"], rule: null, search: "", order: "severity", selected: null };
const findings = [finding("1", "「待機児童数」の目標値が空欄"), finding("2", "「ﾊﾞｽ利用者」が空欄", "warning"), finding("3", "「バス停」の単位", "info", "rule-b")];

test.each([
  ["何も絞らなければすべて", {}, ["1", "2", "3"]],
  ["重要度", { severities: ["warning", "info"] }, ["2", "3"]],
  ["規則", { rule: "rule-b" }, ["3"]],
  ["全角と半角、ひらがなとカタカナを区別しない", { search: "ばす" }, ["2", "3"]],
  ["空白で区切った語はすべて含むものだけ", { search: "バス\u3000空欄" }, ["2"]],
] as const)("絞り込み：%s", (_, list, keys) => {
  expect(visibleFindings(findings, { ...ALL, ...list }).map(({ key }) => key)).toEqual(keys);
});

test("重い指摘から並び、同じ重さの中と「シートの順」ではシートに並ぶとおり", () => {
  const mixed = [finding("1", "一", "info"), finding("2", "二", "error"), finding("3", "三", "warning"), finding("4", "四", "error")];
  expect(visibleFindings(mixed, ALL).map(({ key }) => key)).toEqual(["2", "4", "3", "1"]);
  expect(visibleFindings(mixed, { ...ALL, order: "sheet" }).map(({ key }) => key)).toEqual(["1", "2", "3", "4"]);
});

test("規則ごとの件数は、重いものから並ぶ", () => {
  expect(countByRule({ findings }).map(({ rule, count }) => [rule, count])).toEqual([["rule-a", 2], ["rule-b", 1]]);
});

test.each([
  ["目標値が空欄です。入力してください。", "目標値が空欄です。"],
  ["「A。B」が空欄です。入力してください。", "「A。B」が空欄です。"],
  ["句点のない文", "句点のない文"],
])("一覧に出す一文目：%s", (message, first) => {
  expect(firstSentence(message)).toBe(first);
});

test.each([["2.5", 2.5], ["２．５", 2.5], ["100", 100], ["100.1", undefined], ["-1", undefined], ["", undefined], ["多い", undefined]])("許容する幅の読み取り：%s", (text, value) => {
  expect(parsePercent(text)).toBe(value);
});

test("リボンの「集計を作る」で開いたときだけ、集計で始まる", () => {
  expect([tabOf("?step=report"), tabOf("?step=other"), tabOf("")]).toEqual(["summary", "check", "check"]);
});

describe("状態", () => {
  const host = { excel: "", platform: "", locale: "", sets: [] };
  const outcome = (list: readonly FindingView[]): Outcome => ({
    file: "計画.xlsx",
    asOf: "2026-04-01",
    counts: { tables: 1, indicators: 3, workItems: 0, targetsBlank: 0 },
    findings: list,
    accepted: [],
    crashes: [],
    sheets: [],
    directions: [],
    unknownStatusWords: [],
    settings: defaultSettings,
    settingsProblem: null,
  });

  test("開いていた指摘がなくなると、次の指摘を開く", () => {
    const first = reduce(initialState("check", host), { type: "outcome", outcome: outcome(findings), isFresh: true });
    const open = reduce(first, { type: "list", list: { selected: findings[0]!.id } });
    expect(reduce(open, { type: "outcome", outcome: outcome(findings.slice(1)), isFresh: true }).list.selected).toBe(findings[1]!.id);
    expect(reduce(open, { type: "outcome", outcome: outcome(findings), isFresh: true }).list.selected).toBe(findings[0]!.id);
  });

  test("次の指摘とは、画面に並ぶ順での次で、絞り込みで隠れたものではない", () => {
    const mixed = [finding("1", "一"), finding("2", "二", "info"), finding("3", "三", "warning", "rule-b"), finding("4", "四")];
    const after = (list: Partial<ListState>): string | null => {
      const first = reduce(initialState("check", host), { type: "outcome", outcome: outcome(mixed), isFresh: true });
      const open = reduce(first, { type: "list", list: { ...list, selected: mixed[0]!.id } });
      return reduce(open, { type: "outcome", outcome: outcome(mixed.slice(1)), isFresh: true }).list.selected;
    };
    expect(after({})).toBe(mixed[3]!.id);
    expect(after({ order: "sheet" })).toBe(mixed[1]!.id);
    expect(after({ order: "sheet", severities: ["error", "warning"] })).toBe(mixed[2]!.id);
  });

  test("候補を元に戻すと、その指摘の「直しました」だけが消え、古い結果とはみなさない", () => {
    const checked = reduce(initialState("check", host), { type: "outcome", outcome: outcome(findings), isFresh: true });
    const mended = reduce(reduce(checked, { type: "mended", id: "a", entry: "1" }), { type: "mended", id: "b", entry: "2" });
    const undone = reduce(mended, { type: "unmended", entry: "2" });
    expect([[...undone.mended.keys()], undone.isStale]).toEqual([["a"], false]);
    expect(reduce(undone, { type: "unmended", entry: "of an earlier session" }).isStale).toBe(true);
  });
});
