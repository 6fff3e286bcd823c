import { draftRevision, type Change } from "../../../src/core/compare";

function change(kind: Change["kind"], subject: Change["subject"], name: string): Change {
  return { kind, subject, name, newName: null, before: null, after: null, beforeText: null, afterText: null, atOld: null, atNew: null };
}

test("変更がなければ、文案は空である", () => {
  expect(draftRevision([])).toBe("");
});

test("追加は「の追記」、目標値は「の目標値の変更」とし、番号を付けて並べる", () => {
  expect(draftRevision([change("added", "work-item", "電子申請"), change("target-changed", "indicator", "登録者数")])).toBe("①個別業務「電子申請」の追記 ②指標「登録者数」の目標値の変更");
});

test("同じ種類の変更はまとめ、同じ名前は一度だけ書き、三つを超えたら数で書く", () => {
  const names = ["甲", "乙", "甲", "丙", "丁", "戊"];
  expect(draftRevision(names.map((name) => change("actual-changed", "indicator", name)))).toBe("①指標「甲」「乙」「丙」ほか2件の実績値の更新");
});

test("三つまでは、すべての名前を書く", () => {
  expect(draftRevision(["甲", "乙", "丙"].map((name) => change("removed", "measure", name)))).toBe("①手段「甲」「乙」「丙」の削除");
});

test("改訂履歴そのものの変更は、文案に入れない", () => {
  expect(draftRevision([change("added", "revision", "第2版"), change("renamed", "work-item", "窓口改革")])).toBe("①個別業務「窓口改革」の名称の変更");
});

test("どの種類の変更にも、文がある", () => {
  const kinds = ["added", "removed", "renamed", "target-changed", "baseline-changed", "actual-changed", "status-changed", "division-changed", "text-changed"] as const;
  const subjects = ["indicator", "work-item", "measure", "logic-link"] as const;
  const lines = draftRevision(subjects.flatMap((subject) => kinds.map((kind) => change(kind, subject, "甲")))).split(" ");
  expect(lines).toHaveLength(36);
  expect(lines[19]).toMatch(/^⑳/u);
  expect(lines[20]).toMatch(/^\(21\)/u);
  for (const line of lines) expect(line).toMatch(/「甲」の[\u3041-\u9fff]+$/u);
});
