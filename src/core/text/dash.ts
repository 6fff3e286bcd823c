import { beginsWithWord, squash } from "./normalize";

/*
 * Everything that staff type for a dash. U+2010 to U+2015 hyphens and dashes, U+2212 minus, U+30FC long-vowel mark
 * (NFKC folds the half-width U+FF70 to it), U+2500 U+2501 box drawing, U+00AF U+203E overlines, U+3161 the Hangul
 * vowel that looks like one, U+2796 the heavy minus, U+02D7 the modifier, U+FE63 and U+FF0D folded by NFKC.
 */
const DASH = /^[-\u00AF\u02D7\u2010-\u2015\u2043\u207B\u2212\u2500\u2501\u2796\u30FC\u3161\u203E]+$/u;
/** A slash over the cell (斜線) and the statisticians' dots: no value either. */
const STROKE = /^(?:[/\\\u2215\u2571\u2572]|\.{2,}|\u2025+|\u30FB{2,}|\u22EF)$/u;
const DITTO = /^(?:\u3003+|["\u201C\u201D\u2033]|''|々|同上|同左|同右|同じ|仝|上に同じ)$/u;
/** What the words among them begin with. */
const DITTO_WORDS = "同仝上";
const CROSS = /^[\u00D7\u2715\u2716\u2717\u2718\u2573\u274C\u2A2F]$/u;

/** ダッシュ of any kind, alone in a cell: the statement that there is none. */
export function isDash(text: string): boolean {
  if (beginsWithWord(text)) return false;
  const squashed = squash(text);
  return DASH.test(squashed) || STROKE.test(squashed);
}

/** 〃・同上: the value of the cell above is meant; whoever knows the cell above resolves it. */
export function isDitto(text: string): boolean {
  if (beginsWithWord(text) && !DITTO_WORDS.includes(text.charAt(0))) return false;
  return DITTO.test(squash(text));
}

/** × in its several characters: a mark, never an amount. */
export function isCross(text: string): boolean {
  return CROSS.test(squash(text));
}

const NONE = "(?:なし|無し|無|ナシ|ない|無い|なかった|せず|ありません)";
const NOT_APPLICABLE: readonly RegExp[] = [
  new RegExp(`^${NONE}$`, "u"),
  new RegExp(`^(?:該当|該当者|対象|対象者|該当事業|設定|目標|目標値|目標設定|数値|数値目標|実績|実績値|データ|資料|値|調査|指標|指標設定|更新|更新数値|統計|回答)(?:は|が|の|を|も|設定|結果)*${NONE}。?$`, "u"),
  /^(?:非該当|該当(?:しない|せず)|(?:評価|調査|集計|目標設定|今回)?(?:の)?対象外|対象年度?外|設定しない|設定していない|設定(?:不可|困難|できず)|N\/?A|NA|n\/a|不明|不詳|欠測|欠損|秘匿)。?$/iu,
  /(?:により|のため|で|による)(?:開催|実施|事業|調査)?(?:を|は)?(?:中止|休止)/u,
  /^(?:休止中|無回答|隔年)$/u,
  /調査年(?:度)?(?:では|で)ない|調査年(?:度)?(?:以外|外)|非調査年|調査(?:は|を)?(?:未実施|実施せず|実施していない|実施なし|行っていない|していない|しない|休止|中止)|未調査|隔年(?:調査|実施|開催)|(?:[二三四五2345]|数)年に(?:一|1)[回度]の?調査/u,
  /(?:把握|算出|算定|測定|計測|集計|評価|比較)(?:が|は)?(?:不可能?|不能|困難|できない|できず|していない|せず)/u,
  /^(?:事業|計画|取組|制度)?(?:は|の|が)?(?:終了|廃止|中止|休止)(?:のため|により|済み?)?(?:未実施|実施せず|なし)?。?$/u,
  /^(?:開催|実施|大会|イベント)(?:は|を)?中止/u,
];

/** 該当なし・対象外・調査なし and the like: a decision that there is no value, not an omission. A dash is one as well. */
export function isNotApplicable(text: string): boolean {
  const squashed = squash(text);
  return isDash(squashed) || NOT_APPLICABLE.some((pattern) => pattern.test(squashed));
}

const COUNTING = "集計|調査|精査|確認|算定|算出|測定|計測|照会|集約|推計|取りまとめ|とりまとめ|取り纏め|取纏め|把握|設定|目標設定|入力|審査|評価|整理|計算|アンケート実施|アンケート集計";
/** Words for a value that is yet to come, whatever stands around them. */
const PENDING: readonly RegExp[] = [
  new RegExp(`(?:${COUNTING})(?:を|は)?(?:作業)?(?:して(?:い|お)る|しています)?中`, "u"),
  new RegExp(`(?:${COUNTING}|確定|判明|公表|発表|公開|報告|決定|検討|協議|調整|実績値|目標値|数値|結果)(?:を|は|が)?(?:する|される|できる|行う|実施)?予定`, "u"),
  /未(?:定|確定|集計|公表|設定|把握|記入|入力|回答|決定|報告|算定|算出|測定|計測|発表|判明|提出|詳)/u,
  /(?:公表|確定|結果|集計|報告|判明|発表)(?:を)?待ち/u,
  /(?:今後|別途|後日|追って|改めて|次年度|翌年度|来年度|次期計画|策定後|年度内|今年度|調査後|実施後)(?:、|,|に|で|は|を|までに|中に|以降)*(?:目標値?を?|数値を?)?(?:設定|検討|決定|集計|公表|把握|報告|確定|算出|調査|調整|測定)/u,
  /^(?:予定|見込み?)$|次回の?(?:調査|公表|集計|報告)|後に?(?:目標値?を)?(?:設定|算出|集計|把握|公表|検討|決定)(?:する|予定)?。?$/u,
  /^(?:後日|追って|TBD|tbd|要検討|要調整|要確認|集計待|設定待)/u,
  /(?:決ま|定ま|出|判明し|確定し|まとま|公表され|把握でき)(?:って|て)い(?:ない|ません)/u,
  /^(?:目標値?|数値|指標)?(?:を|は|の)?(?:設定|公表|集計|把握|算出|検討)(?:する|します|される|へ)?。?$/u,
];
/** Weaker words: of a value they mean "to come", of a thing to be made they are the thing's own progress. */
const PENDING_UNLESS_MILESTONE = /(?:検討|調整|協議|作成|分析|準備|保留|策定)中|検討$/u;
const MILESTONE = /(?:導入|整備|制定|策定|構築|設置|開設|改修|移行|システム|計画|条例|方針|マニュアル|要綱|実施|運用)(?:を|の|に|は|について|へ)/u;

/** 集計中・調査中・未定・設定予定 and the like: the value is to come. */
export function isPending(text: string): boolean {
  const squashed = squash(text);
  if (PENDING.some((pattern) => pattern.test(squashed))) return true;
  if (!PENDING_UNLESS_MILESTONE.test(squashed) || MILESTONE.test(squashed)) return false;
  return !/^(?:作成|策定|準備)中/u.test(squashed) || squashed.length <= 3;
}
