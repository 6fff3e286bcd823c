import type { ChangeKind, ChangeSubject } from "../compare/change";

const SUBJECTS: Readonly<Record<ChangeSubject, string>> = {
  indicator: "指標",
  "work-item": "個別業務",
  measure: "手段",
  "logic-link": "ロジックモデルの線",
  revision: "改訂履歴",
};

const KINDS: Readonly<Record<ChangeKind, string>> = {
  added: "の追記",
  removed: "の削除",
  renamed: "の名称の変更",
  "target-changed": "の目標値の変更",
  "baseline-changed": "の基準値の変更",
  "actual-changed": "の実績値の更新",
  "status-changed": "の進捗状況の変更",
  "division-changed": "の担当課の変更",
  "text-changed": "の記載内容の変更",
};

const HEADS: Readonly<Record<ChangeKind, string>> = {
  added: "追加",
  removed: "削除",
  renamed: "名称変更",
  "target-changed": "目標値",
  "baseline-changed": "基準値",
  "actual-changed": "実績値",
  "status-changed": "進捗状況",
  "division-changed": "担当課",
  "text-changed": "記載内容",
};

/** 前回からの変更点の文言. */
export const changeTerms = {
  subject: (subject: ChangeSubject): string => SUBJECTS[subject],
  kind: (kind: ChangeKind): string => HEADS[kind],
  draft: (subject: ChangeSubject, kind: ChangeKind, names: readonly string[], count: number): string =>
    `${SUBJECTS[subject]}${names.map((name) => `「${name}」`).join("")}${count > names.length ? `ほか${String(count - names.length)}件` : ""}${KINDS[kind]}`,
};
