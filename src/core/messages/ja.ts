import type { Finding, FindingParams } from "../validate/finding";
import type { RuleId, rules } from "../validate/registry";
import type { Rule } from "../validate/rule";
import {
  describeCellError,
  directionTerms,
  figureRoleTerms,
  formulaTerms,
  logicLevelTerms,
  viewpointTerms,
} from "./terms.ja";

type AnyRule = (typeof rules)[number];
type ParamsOf<R> = R extends Rule<string, infer Params> ? Params : never;

/** One text a rule: leaving a rule out, or using a parameter that it does not give, does not compile. */
export type Catalog = { readonly [R in AnyRule as R["id"]]: (params: ParamsOf<R>) => string };

/**
 * 指摘の文言. At most two sentences: what stands there and why it matters, then what to do. No code words, no English, no
 * blame.
 */
export const ja: Catalog = {
  "indicator-target-missing": ({ indicator, period }) =>
    `${quote(indicator)}の目標値${inBrackets(period)}が空欄のため、達成したかどうかを評価できません。目標値を入力するか、目標を置かない場合は「－」と記入してください。`,

  "indicator-target-pending": ({ indicator, period, stated }) =>
    `${quote(indicator)}の目標値${inBrackets(period)}は${quote(stated)}となっており、まだ達成状況を評価できません。決まりしだい目標値を入力してください。`,

  "indicator-target-column-missing": ({ count }) =>
    `この表には目標値の列がないため、${count}件の指標の達成状況を評価できません。目標値の列を加えるか、列がある場合は読み取りの訂正で目標値の列を指定してください。`,

  "indicator-baseline-missing": ({ indicator, period, stated }) =>
    `${quote(indicator)}の基準値${inBrackets(period)}が${stated === "" ? "空欄" : quote(stated)}のため、計画開始時からどれだけ進んだかを計算できません。把握できる値があれば基準値を入力してください。`,

  "indicator-actual-missing": ({ indicator, period }) =>
    `${quote(indicator)}の実績値（${period}）が空欄ですが、${period}は評価日までに終わっています。実績値を入力するか、集計が済んでいない場合は「集計中」と記入してください。`,

  "indicator-duplicate": ({ indicator, first }) =>
    `同じ表の${first}にも指標${quote(indicator)}があり、見分けがつきません。別の指標であれば名前を変え、同じ指標であればどちらか一方にまとめてください。`,

  "indicator-direction-unconfirmed": ({ indicator, direction }) =>
    direction === "unknown"
      ? `${quote(indicator)}は、上がると良い指標か下がると良い指標かが分からないため、達成状況を評価できません。どちらであるかをシートに記入するか、設定で指定してください。`
      : `${quote(indicator)}は「${directionTerms[direction]}」と推定していますが、シートには明記されていません。評価に使いますので、合っているか確認してください。`,

  "baseline-year-mixed": ({ period, common }) =>
    `この表の基準値は「${period}」の値で、ほかの表に最も多い「${common}」と異なるため、表どうしを比べるときに注意が必要です。同じ年度にそろえるか、異なる理由を表の注に記入してください。`,

  "figure-unreadable": ({ indicator, role, stated }) =>
    `${quote(indicator)}の${figureRoleTerms[role]}${quote(stated)}を数値として読み取れないため、評価と集計に使えません。数値と単位で記入するか、値がない場合は「－」、集計前の場合は「集計中」と記入してください。`,

  "figure-number-as-text": ({ indicator, role, stated }) =>
    `${quote(indicator)}の${figureRoleTerms[role]}${quote(stated)}は文字列として入っているため、合計や平均の計算に含まれません。数値として入力し直してください。`,

  "figure-unit-mismatch": ({ indicator, role, unit, otherRole, otherUnit }) =>
    `${quote(indicator)}の${figureRoleTerms[role]}の単位は${quote(unit)}、${figureRoleTerms[otherRole]}の単位は${quote(otherUnit)}で、比べることができません。同じ単位にそろえてください。`,

  "figure-out-of-range": ({ indicator, role, stated }) =>
    `${quote(indicator)}の${figureRoleTerms[role]}${quote(stated)}は、割合として通常の範囲（0～100%）の外にあり、評価を誤るおそれがあります。桁や単位を確認し、誤りでなければ確認済みの指摘として登録してください。`,

  "target-already-met": ({ indicator, baseline, target }) =>
    `${quote(indicator)}は、基準値${quote(baseline)}の時点ですでに目標値${quote(target)}を満たしており、取組の成果を確かめられません。目標値を見直すか、水準の維持が目的であればその旨を備考に記入してください。`,

  "rate-reversed": ({ indicator, stated }) =>
    `${quote(indicator)}は下がると良い指標ですが、達成率${quote(stated)}は実績値÷目標値で計算されており、悪化するほど高くなります。目標値÷実績値など、改善するほど高くなる計算式に改めてください。`,

  "rate-mismatch": ({ indicator, stated, formula, percent }) =>
    `${quote(indicator)}の達成率${quote(stated)}は、目標値や基準値と実績値から計算した値のどれとも合いません（${formulaTerms[formula]}では${formatNumber(percent)}%）。元の数値と計算式を確認してください。`,

  "total-mismatch": ({ label, column, stated, sum }) =>
    `${label === "" ? "合計の行" : quote(label)}の${column === "" ? "値" : quote(column)}は${formatNumber(stated)}ですが、内訳を足すと${formatNumber(sum)}になります。内訳と合計の範囲を確認してください。`,

  "work-item-no-duplicate": ({ no, title, otherTitle, first }) =>
    `${quote(title)}のNo.${quote(no)}は、${first}の${quote(otherTitle)}と同じ番号のため、番号では見分けがつきません。別の番号を付けるか、同じ業務であればどちらか一方にまとめてください。`,

  "work-item-division-missing": ({ title }) =>
    `${quote(title)}の担当課が空欄のため、課別の集計に含まれません。担当課を記入してください。`,

  "work-item-status-missing": ({ title }) =>
    `${quote(title)}の進捗状況が空欄のため、進捗状況別の集計に含まれません。「未着手」「実施中」「完了」などの進捗状況を記入してください。`,

  "work-item-status-unknown": ({ title, status }) =>
    `${quote(title)}の進捗状況${quote(status)}は、どの区分に当たるか判断できないため、進捗状況別の集計に含まれません。「実施中」「完了」などの語で記入するか、設定でこの語の区分を登録してください。`,

  "work-item-indicator-missing": ({ title }) =>
    `${quote(title)}には指標が一つもないため、成果を数値で確かめられません。指標と目標値を設定するか、設定しない理由を備考に記入してください。`,

  "work-item-viewpoint-missing": ({ title, viewpoint }) =>
    `${quote(title)}には${viewpointTerms[viewpoint]}の数値目標がありません。${viewpointTerms[viewpoint]}の指標と目標値を設定するか、設定しない理由を備考に記入してください。`,

  "label-variant": ({ kind, label, common }) =>
    `${labelKindTerms[kind]}${quote(label)}は、ほかでは${quote(common)}と書かれており、集計や絞り込みで別のものとして扱われます。同じものであれば表記をそろえてください。`,

  "cell-error": ({ error }) =>
    `エラー値「${error}」が表示されており、${describeCellError(error)}。数式を直すか、値を入力し直してください。`,

  "revision-out-of-order": ({ edition, next, cause }) =>
    cause === "edition"
      ? `改訂履歴で${quote(edition)}の次に${quote(next)}があり、版数が順に並んでいないため、どの版が最新か分かりにくくなっています。行の順序と版数を確認してください。`
      : `改訂履歴で${quote(edition)}と次の${quote(next)}の発行日が、版数の順に並んでいないため、どの版が最新か分かりにくくなっています。発行日と行の順序を確認してください。`,

  "logic-link-broken": ({ from, to }) =>
    to === ""
      ? `${quote(from)}から出る線の先が空欄のため、どの成果につながるかが分かりません。つながる先の指標や個別業務を記入するか、不要であればこの行を削除してください。`
      : `${quote(from)}から出る線の先${quote(to)}が、指標・個別業務・ロジックモデルのどこにも見つからないため、どの成果につながるかが分かりません。番号を確認するか、つながる先を表に加えてください。`,

  "logic-link-backward": ({ from, to, fromLevel, toLevel }) =>
    `${quote(from)}（${logicLevelTerms[fromLevel]}）から${quote(to)}（${logicLevelTerms[toLevel]}）へ、上位から下位に戻る線になっており、成果への道筋が読み取れません。線の向きか、それぞれの段階を確認してください。`,

  "indicator-unlinked": ({ indicator }) =>
    `${quote(indicator)}は、ロジックモデルのどの線にもつながっていないため、何の成果を測る指標かが伝わりません。どの成果につながる指標かを確認し、線を加えてください。`,
};

/** The text of a finding. */
export function describeFinding(finding: Finding): string {
  if (!isRuleId(finding.rule)) throw new Error(`no text for the rule ${finding.rule}`);
  // A finding no longer knows which parameters its rule gives; `Catalog` has checked that rule and text fit.
  const describe = ja[finding.rule] as (params: FindingParams) => string;
  return describe(finding.params);
}

function isRuleId(rule: string): rule is RuleId {
  return Object.hasOwn(ja, rule);
}

const labelKindTerms = { division: "担当課", theme: "テーマ", unit: "単位" } as const;

/** Long cells are cut, so that a message stays a message; the cell itself is one click away. */
const LONGEST_QUOTE = 40;

function quote(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, " ").trim()];
  return characters.length > LONGEST_QUOTE
    ? `「${characters.slice(0, LONGEST_QUOTE).join("")}…」`
    : `「${characters.join("")}」`;
}

function inBrackets(text: string): string {
  return text === "" ? "" : `（${text}）`;
}

/** 1234567.5 → 1,234,567.5 */
function formatNumber(value: number): string {
  const [whole = "", decimals] = String(value).split(".");
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/gu, ",");
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}
