import type { AssessmentStatus, Because } from "../evaluate";
import type { Direction } from "../model/indicator";
import type { FigureState } from "../model/figure";
import type { NotRead } from "../model/plan-model";
import type { FieldName, TableKind } from "../model/table";
import type { WorkItem } from "../model/work-item";

/* Words for the model's own values, as they stand in the report's cells. Total: a value without a word does not compile. */

export type WorkStatus = NonNullable<WorkItem["status"]>["value"] | "none";

/** 目標値の状態. */
export const targetStates = {
  set: "設定済",
  unset: "未設定",
  pending: "未確定",
  "not-applicable": "対象外",
  "no-column": "目標欄なし",
  unreadable: "読取不可",
} as const;
export type TargetState = keyof typeof targetStates;

/** 評価の区分. The mark says the same as the color. */
export const ratings: Readonly<Record<AssessmentStatus, { readonly mark: string; readonly word: string; readonly guide: string }>> = {
  achieved: { mark: "◎", word: "達成", guide: "実績値が目標値を満たしている" },
  "on-track": { mark: "○", word: "順調", guide: "目標には届かないが、按分した目安以上に進んでいる（対ペース100％以上）" },
  behind: { mark: "△", word: "遅れ", guide: "按分した目安に届いていない（対ペース100％未満）" },
  "worse-than-baseline": { mark: "▼", word: "基準より後退", guide: "基準値より悪くなっている（対基準0％未満）" },
  "not-evaluable": { mark: "－", word: "評価できない", guide: "目標値や実績値がないなど。0％とはみなさない" },
};

export const workStatuses: Readonly<Record<WorkStatus, string>> = {
  "not-started": "未着手",
  considering: "検討中",
  "in-progress": "実施中",
  done: "完了",
  continuing: "継続",
  suspended: "休止",
  cancelled: "中止",
  unknown: "区分外",
  none: "記載なし",
};

/** Marks for 進捗状況, so that it is told without color; none of them is a mark of 評価. */
export const workMarks: Readonly<Record<WorkStatus, string>> = {
  "not-started": "□",
  considering: "◇",
  "in-progress": "→",
  done: "■",
  continuing: "◆",
  suspended: "＝",
  cancelled: "×",
  unknown: "？",
  none: "－",
};

export const becauseWords: Readonly<Record<Because, string>> = {
  "target-blank": "目標値が空欄",
  "target-pending": "目標値が未確定",
  "target-not-applicable": "目標値が対象外（－）",
  "zero-target": "目標値が0",
  qualitative: "数値によらない目標",
  "direction-unknown": "上がると良いか下がると良いか不明",
  "no-period": "年度が不明",
  "not-yet": "評価日までに終わった年度がない",
  "actual-blank": "実績値が空欄",
  "actual-pending": "実績値が集計中",
  "baseline-blank": "基準値がない",
  unreadable: "数値として読めない",
};

/** 「目標値が空欄」 where the table has no column for it. */
export const noTargetColumn = "目標値の欄がない";

export const figureStates: Readonly<Record<FigureState, string>> = {
  set: "値あり",
  blank: "空欄",
  "not-applicable": "対象外（－）",
  pending: "未確定",
  qualitative: "文章",
  unreadable: "読取不可",
};

export const directionWords: Readonly<Record<Direction["value"], string>> = {
  "higher-is-better": "上がると良い",
  "lower-is-better": "下がると良い",
  maintain: "維持",
  milestone: "数値によらない",
  unknown: "不明",
};

/** A direction that only rests on the indicator's words says so wherever it is shown; in narrow columns on a line of its own. */
export function directionText({ value, basis }: Direction, between: "" | "\n" = ""): string {
  return basis === "suggested" && value !== "unknown" ? `${directionWords[value]}${between}（推定）` : directionWords[value];
}

export const tierWords = { goal: "数値目標", kpi: "KPI", output: "活動指標", outcome: "成果指標" } as const;
export const viewpointWords = { resident: "住民目線", staff: "職員目線" } as const;

export const tableKinds: Readonly<Record<TableKind, string>> = {
  indicators: "指標の表",
  "indicator-rows": "指標の表（1指標が数行）",
  "work-items": "個別業務の表",
  measures: "手段の表",
  revisions: "改訂履歴",
  "logic-links": "ロジックモデルの線",
  bodies: "推進体制",
  form: "個票",
};

export const fieldWords: Readonly<Record<FieldName, string>> = {
  no: "No.",
  id: "ID",
  reformArea: "改革区分",
  policy: "基本目標・基本方針",
  program: "施策・分野",
  theme: "テーマ",
  title: "業務・取組の名称",
  summary: "概要",
  division: "担当課",
  status: "進捗状況",
  schedule: "年度別工程",
  name: "指標名",
  definition: "指標の説明",
  unit: "単位",
  direction: "望ましい方向",
  baseline: "基準値",
  target: "目標値",
  actual: "実績値",
  rate: "達成率（記載）",
  rating: "評価（記載）",
  viewpoint: "住民目線・職員目線",
  source: "出典",
  remarks: "備考",
  body: "会議体",
  role: "役割",
  members: "構成",
  edition: "版数",
  issuedOn: "発行日",
  change: "改訂内容",
  from: "線の元",
  to: "線の先",
  other: "（集計に使わない）",
};

export const notReadWords: Readonly<Record<NotRead["because"], string>> = {
  "no-table": "集計できる表が見つからない",
  hidden: "非表示のシート",
  "too-large": "大きすぎて読み切れない",
  "chart-sheet": "グラフだけのシート",
  unreadable: "読み取れない",
};
