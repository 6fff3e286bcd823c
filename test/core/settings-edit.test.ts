import { defaultSettings, parseSettings, type Settings } from "../../src/core/settings";
import {
  acceptFinding,
  addCorrection,
  addLabel,
  readHiddenSheet,
  removeCorrection,
  removeLabel,
  setDirection,
  setEvaluationDay,
  setStatusWord,
  setTolerances,
  switchRule,
  takeBackFinding,
  toSettingsJson,
} from "../../src/core/settings-edit";

const finding = { rule: "label-variant", key: "課 / 総務課" };

/** What another program reads from the workbook. */
function stored(settings: Settings): unknown {
  return JSON.parse(toSettingsJson(settings));
}

/** Saved and read again. */
function again(settings: Settings): Settings {
  const read = parseSettings(stored(settings));
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

test("確認済みの指摘は、理由と日付とともに残り、取り消すと元に戻る", () => {
  const accepted = acceptFinding(defaultSettings, finding, "  旧名称のまま残す ", "2026-04-10");
  expect(again(accepted).accepted).toEqual([{ ...finding, reason: "旧名称のまま残す", on: "2026-04-10" }]);
  expect(takeBackFinding(accepted, finding)).toEqual(defaultSettings);
});

test("同じ指摘をもう一度確認済みにすると、理由が新しくなり、二重にならない", () => {
  const twice = acceptFinding(acceptFinding(defaultSettings, finding, "前の理由", null), finding, "今の理由", "2026-05-01");
  expect(twice.accepted.map(({ reason }) => reason)).toEqual(["今の理由"]);
});

test("同じ規則の別の指摘は、取り消しても残る", () => {
  const both = acceptFinding(acceptFinding(defaultSettings, finding, "a", null), { ...finding, key: "別" }, "b", null);
  expect(takeBackFinding(both, finding).accepted.map(({ key }) => key)).toEqual(["別"]);
});

test("指標の向きは、決めることも、決めたことを取り消すこともできる", () => {
  const set = setDirection(defaultSettings, "待機児童数", "lower-is-better");
  expect(again(set).directions).toEqual({ 待機児童数: "lower-is-better" });
  expect(setDirection(set, "待機児童数", null).directions).toEqual({});
});

test("規則は切っても入れても、一度だけ並ぶ", () => {
  const off = switchRule(switchRule(defaultSettings, "label-variant", false), "label-variant", false);
  expect(off.rulesOff).toEqual(["label-variant"]);
  expect(switchRule(off, "label-variant", true).rulesOff).toEqual([]);
});

test("見出しの語は一つの項目だけのものになり、空の語は加えない", () => {
  const first = addLabel(defaultSettings, "name", " ものさし ");
  const moved = addLabel(first, "target", "ものさし");
  expect(again(moved).labels).toEqual({ target: ["ものさし"] });
  expect(addLabel(moved, "name", " \u3000 ")).toBe(moved);
  expect(removeLabel(moved, "ものさし").labels).toEqual({});
});

test("進捗状況の語は、区分を変えることも、消すこともできる", () => {
  const set = setStatusWord(setStatusWord(defaultSettings, "◎", "done"), "◎", "in-progress");
  expect(again(set).statusWords).toEqual({ "◎": "in-progress" });
  expect(setStatusWord(set, "◎", null).statusWords).toEqual({});
  expect(setStatusWord(set, " ", "done")).toBe(set);
});

test("同じ場所の訂正は、あとのものだけが残る", () => {
  const first = addCorrection(defaultSettings, { kind: "field", sheet: "KPI", cell: "E5", field: "target" });
  const other = addCorrection(first, { kind: "field", sheet: "別", cell: "E5", field: "name" });
  const last = addCorrection(other, { kind: "field", sheet: "KPI", cell: "E5", field: "remarks" });
  expect(again(last).corrections).toEqual([
    { kind: "field", sheet: "別", cell: "E5", field: "name" },
    { kind: "field", sheet: "KPI", cell: "E5", field: "remarks" },
  ]);
  expect(removeCorrection(last, { kind: "field", sheet: "別", cell: "E5", field: "name" }).corrections).toHaveLength(1);
});

test("種類の違う訂正は、同じ範囲でも両方残る", () => {
  const header = addCorrection(defaultSettings, { kind: "header", sheet: "KPI", range: "A1:B2" });
  expect(addCorrection(header, { kind: "ignore", sheet: "KPI", range: "A1:B2" }).corrections).toHaveLength(2);
});

test("非表示のシートを読む、読まない、を切り替える", () => {
  const read = readHiddenSheet(readHiddenSheet(defaultSettings, "元データ", true), "元データ", true);
  expect(again(read).hiddenSheets).toEqual(["元データ"]);
  expect(readHiddenSheet(read, "元データ", false).hiddenSheets).toEqual([]);
});

test("評価日と許容する幅は、保存して読み直しても同じ", () => {
  const tolerances = { maintainPercent: 2, ratePoints: 0.5, surveyPoints: 3 };
  const set = setTolerances(setEvaluationDay(defaultSettings, "2026-03-31"), tolerances);
  expect(again(set)).toEqual(set);
  expect(setEvaluationDay(set, null).asOf).toBeNull();
});

test("何も言っていない設定は、版だけを書く", () => {
  expect(stored(defaultSettings)).toEqual({ version: 1 });
  expect(stored(setTolerances(defaultSettings, { maintainPercent: 0, ratePoints: 0, surveyPoints: 0 }))).toEqual({ version: 1, tolerances: { surveyPoints: 0 } });
});

test("変更は、もとの設定を書き換えない", () => {
  const before = JSON.stringify(defaultSettings);
  acceptFinding(addLabel(setDirection(defaultSettings, "a", "maintain"), "name", "語"), finding, "理由", null);
  expect(JSON.stringify(defaultSettings)).toBe(before);
});
