import type { Direction, LogicLevel, Viewpoint } from "../model";
import type { FormulaId } from "../evaluate";
import type { FigureRole } from "../validate/figures";
import type { Severity } from "../validate/finding";
import type { RuleId } from "../validate/registry";

/** 重要度, as staff read it: what they are to do, not how bad it is. */
export const severityTerms: Readonly<Record<Severity, string>> = {
  error: "要修正",
  warning: "要確認",
  info: "参考",
};

export const figureRoleTerms: Readonly<Record<FigureRole, string>> = {
  baseline: "基準値",
  "interim-target": "各年の目標値",
  target: "目標値",
  actual: "実績値",
};

export const directionTerms: Readonly<Record<Direction["value"], string>> = {
  "higher-is-better": "上がると良い指標",
  "lower-is-better": "下がると良い指標",
  maintain: "維持する指標",
  milestone: "数値によらない指標",
  unknown: "向きが分からない指標",
};

export const viewpointTerms: Readonly<Record<Viewpoint, string>> = {
  resident: "住民目線",
  staff: "職員目線",
};

export const logicLevelTerms: Readonly<Record<LogicLevel, string>> = {
  activity: "活動",
  output: "アウトプット",
  outcome: "アウトカム",
  impact: "ありたい姿",
};

/** A formula in half a line, for the middle of a sentence. */
export const formulaTerms: Readonly<Record<FormulaId, string>> = {
  ratio: "実績値÷目標値",
  "inverse-ratio": "目標値÷実績値",
  mirrored: "2－実績値÷目標値",
  "from-baseline": "基準値からの進み",
  "from-baseline-capped": "基準値からの進み（上限100%）",
  "pace-linear": "按分した目安に対する進み",
  "pace-of-target": "目標値の年割りに対する割合",
  cumulative: "実績値の累計÷目標値",
  "year-on-year": "前年度比",
};

/** What an error value means and what mends it. Codes of newer Excel versions that are not listed get the general words. */
const errorTerms: ReadonlyMap<string, string> = new Map([
  ["#REF!", "数式が参照していたセルや行・列が削除されています"],
  ["#DIV/0!", "数式が0または空欄で割り算をしています"],
  ["#VALUE!", "数式が文字の入ったセルを計算しようとしています"],
  ["#NAME?", "数式の関数名や範囲の名前が正しくありません"],
  ["#N/A", "数式が探している値が見つかりません"],
  ["#NUM!", "数式の計算結果が扱える範囲を超えています"],
  ["#NULL!", "数式の範囲の指定が正しくありません"],
  ["#SPILL!", "数式の結果を表示する先のセルが空いていません"],
]);

export function describeCellError(error: string): string {
  return errorTerms.get(error) ?? "数式が計算できていません";
}

/** 規則の名前, for lists and counts. */
export const ruleTitles: Readonly<Record<RuleId, string>> = {
  "indicator-target-missing": "目標値が空欄",
  "indicator-target-pending": "目標値が未確定",
  "indicator-target-column-missing": "目標値の列がない",
  "indicator-baseline-missing": "基準値がない",
  "indicator-actual-missing": "実績値が空欄",
  "indicator-duplicate": "指標名の重複",
  "indicator-direction-unconfirmed": "指標の向きが未確認",
  "baseline-year-mixed": "基準年度の混在",
  "figure-unreadable": "数値として読めない",
  "figure-number-as-text": "数値が文字列",
  "figure-unit-mismatch": "単位の不一致",
  "figure-out-of-range": "割合が0～100%の外",
  "target-already-met": "基準値が目標値を満たす",
  "rate-reversed": "達成率が逆向き",
  "rate-mismatch": "達成率が計算と合わない",
  "total-mismatch": "合計が内訳と合わない",
  "work-item-no-duplicate": "No.の重複",
  "work-item-division-missing": "担当課が空欄",
  "work-item-status-missing": "進捗状況が空欄",
  "work-item-status-unknown": "進捗状況の語が区分外",
  "work-item-indicator-missing": "指標のない個別業務",
  "work-item-viewpoint-missing": "住民目線・職員目線の一方がない",
  "label-variant": "表記ゆれ",
  "cell-error": "エラー値",
  "revision-out-of-order": "改訂履歴の順序",
  "logic-link-broken": "ロジックモデルの線の先がない",
  "logic-link-backward": "ロジックモデルの線が逆向き",
  "indicator-unlinked": "ロジックモデルにない指標",
};
