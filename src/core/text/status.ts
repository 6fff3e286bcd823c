import { memo } from "../common/memo";
import { isDash } from "./dash";
import { squash } from "./normalize";

/** 進捗状況 in the words of the analysis. */
export type StatusValue =
  | "not-started"
  | "considering"
  | "in-progress"
  | "done"
  | "suspended"
  | "cancelled"
  | "continuing"
  | "unknown";

type Vocabulary = readonly (readonly [StatusValue, RegExp])[];

const DONE_WORDS = "実施|導入|策定|整備|設置|作成|制定|構築|移行|対応|開設|開始|改修|公開|見直し|着手|検討|取り組み|取組み?";
const NOT_DONE = "(?:して(?:い)?ない|していません|しておらず|せず|できていない|されていない|なし|無し)";

/**
 * Words and the value each stands for. The one that ends last in the text wins, since a Japanese phrase has its head at
 * its end (実施に向け検討中 is 検討中); of those that end together, the longest (継続実施 before 実施, 未導入 before 導入).
 */
const VOCABULARY: Vocabulary = [
  ["not-started", new RegExp(`(?:${DONE_WORDS}|開催|活動)(?:は|を|に)?(?:行って)?${NOT_DONE}`, "gu")],
  ["not-started", /(?:まだ)?(?:行って|始めて|取り組んで|進めて)い(?:ない|ません)/gu],
  ["not-started", /未(?:着手|実施|開催|導入|対応|策定|整備|開始|作成|設置|検討|実行|活動|制定|構築|稼働|取組み?|取り組み|公開|改修|移行|契約|発注|利用|運用|処理|定)(?:のまま)?/gu],
  ["not-started", new RegExp(`(?:${DONE_WORDS}|開催|運用|稼働|試行|供用|改定|改正)?(?:に|を)?(?:する|される|開始|着手|の)?予定(?:あり)?`, "gu")],
  ["not-started", /^未$/gu],
  ["not-started", /(?:着手|開始|実施|導入|開催|運用)(?:の)?前|これから|今後(?:実施|着手|対応|取り組む)|待機中?|notstarted|todo/giu],
  ["considering", /検討(?:中|開始|段階|継続|会議?|を?(?:開始|継続|進め|行)[^、。]*|して(?:い|お)る|しています|する|します)?|協議(?:中|開始|継続)?|調整(?:中|開始)?|研究(?:中|開始|会)?|調査(?:中|開始|研究(?:中)?)?|構想(?:中|段階)?|企画中|情報収集(?:中)?|(?:導入|実施)(?:の)?可否[^、。]*|計画(?:中|段階)/gu],
  ["in-progress", /(?:実施|進行|進捗|推進|着手|対応|作業|取組み?|取り組み|導入|構築|整備|開発|設計|策定|作成|準備|改修|施工|工事|移行|制定|見直し|改定|改善|展開|募集|契約|調達|試験|試行|実証|周知|配布|手続き?|活動|建設|処理|支援|執行)(?:作業)?(?:中|して(?:い|お)る|しています|に?着手)/gu],
  ["in-progress", /(?:着手|開始)(?:済み?|した|しました)?|実施|進行|推進|取組み?|取り組み|(?:おおむね|概ね|ほぼ|やや)?(?:順調|計画通り|計画どおり|予定通り|予定どおり|遅れ(?:ている|あり)?|遅延(?:している)?)(?:に?(?:進行|進捗|推移)(?:中|して(?:い|お)る)?)?|inprogress|wip|ongoing/giu],
  ["in-progress", /停滞|難航|未達(?!成)|開催|(?<!年度|月|期間|\d)中$/gu],
  ["in-progress", /(?:一部|部分的?に?|先行|段階的に?|順次|随時)(?:を|で|のみ|、)?(?:実施|導入|着手|開始|運用|対応|達成|完了|整備|試行|移行|公開|稼働|済み|済)(?:済み?|中|開始|した)?/gu],
  ["in-progress", /(?:おおむね|概ね|ほぼ)(?:完了|達成|済み?)(?:している|した)?|(?:完了|達成|完成|終了|廃止|中止|休止|統合)(?:予定|見込み?|間近|に向け[^、。]*)|未(?:完了|達成|完成|了|済)|達成(?:は)?困難/gu],
  ["in-progress", /試行(?:的に)?(?:実施|運用|導入|開始|稼働)?(?:中|済み?|している)?|実証(?:実験|事業)?(?:実施)?(?:中|開始)?|モデル(?:事業|実施|導入|地区)[^、。]{0,6}|トライアル(?:実施)?(?:中)?|試験(?:運用|導入|実施|的)[^、。]{0,6}|仮(?:運用|稼働)(?:中)?/gu],
  ["done", /完了(?:済み?|した|しました|している)?|(?<!未)済(?:み)?|達成(?:済み?|した|している)?|完成(?:した)?|竣工(?:した)?|実現(?:した|済み?)?|(?:実施|導入|策定|整備|設置|作成|制定|構築|移行|対応|開設|改修|公開|締結|改定|改正|供用)(?:を)?(?:しました|した|された)|completed?|finished/giu],
  ["done", /(?<=^|に)done$|^完$/giu],
  ["suspended", /(?:一時)?(?:休止|保留|中断|停止|凍結|延期|休会|休眠|棚上げ|先送り|見合わせ|見合せ)(?:中|して(?:い|お)る|した|しました|とする|とした)?|onhold|suspended/giu],
  ["cancelled", /(?:実施|導入|開催|策定|整備)(?:は)?しない(?:こと|方針)?[^、。]{0,4}|行わない(?:こと|方針)?|(?:取り)?やめ(?:た|る)|(?:中止|廃止|終了|取りやめ|取り止め|取止め|撤回|見送り|断念|解散|打ち切り|打切り)(?:中|した|しました|済み?|とする|とした|している)?|cancell?ed/giu],
  ["continuing", /継続(?:実施|運用|的に(?:実施|運用|推進)|して(?:実施|運用|推進|取組|取り組み))?(?:して(?:い|お)る|中|予定)?|引き?続き?(?:き)?(?:実施|運用|推進|取り?組[みむ]?|対応)?(?:中|する|していく)?/gu],
  ["continuing", /(?:公開|配信|提供|掲載|使用|利用|開設|設置)中/gu],
  ["continuing", /(?:本格|本)?(?:運用|稼働|供用|稼動)(?:を)?(?:開始|中|して(?:い|お)る|しています|継続|済み?)?|(?:毎年度?|通年|常時|定期的に|随時|恒常的に|例年)(?:、)?(?:実施|開催|運用|更新|対応)?(?:中|して(?:い|お)る)?|現状(?:維持|どおり|通り)|定着(?:化|済み?|した)?|定例化|恒常化/gu],
  // What goes on is not to begin.
  ["continuing", /(?:継続|引き?続き(?:、)?)(?:して|的に)?(?:実施|運用|推進|取り?組み?|対応)?(?:を)?(?:する)?予定/gu],
  ["in-progress", /(?:取り?組んで|進めて|進んで)(?:い|お)(?:る|ります|ます)/gu],
  // 継続 and 引き続き say how; what is continued decides where that is still thinking.
  ["considering", /(?:継続|引き?続き)(?:して|的に)?(?:検討|協議|調査|研究|調整)(?:中|する|して(?:い|お)る|していく)?|(?:検討|協議|調査|研究|調整)(?:を)?継続(?:中|する)?/gu],
];

/** Reads 進捗状況. `extra` is the city's own vocabulary, and goes before ours; its longest word wins. */
export function parseStatus(text: string, extra?: ReadonlyMap<string, StatusValue>): StatusValue {
  return extra === undefined || extra.size === 0 ? readOurs(text) : readStatus(text, extra);
}

const readOurs = memo(2_000, (text) => readStatus(text, undefined));

/** What follows so many characters of a report on the progress is no longer looked at: a cell may hold 32,767. */
const LONGEST_STATUS = 1_000;

function readStatus(text: string, extra: ReadonlyMap<string, StatusValue> | undefined): StatusValue {
  const squashed = tickedOnly(squash(text.slice(0, LONGEST_STATUS)));
  if (squashed === "" || isDash(squashed)) return "unknown";
  const own = extra === undefined ? undefined : findOwnWord(squashed, extra);
  if (own !== undefined) return own;
  // 検討中（R7導入予定）: what is in brackets explains; 実施（検討）中 is read without it.
  const outside = squashed.replace(/[([【〔〈《][^()[\]【】〔〕〈〉《》]*[)\]】〕〉》]/gu, "");
  const inside = [...squashed.matchAll(/[([【〔〈《]([^()[\]【】〔〕〈〉《》]*)[)\]】〕〉》]/gu)].map((found) => found[1] ?? "");
  return [firstClause(outside), outside, ...inside].map(headWord).find((value) => value !== "unknown") ?? "unknown";
}

/** 「■実施 □未実施」: a form's boxes, of which the ticked one counts. */
function tickedOnly(text: string): string {
  return /[\u25A0\u2611\u2612\u2713\u2714]/u.test(text) ? text.replace(/[\u25A1\u2610][^\u25A0\u2611\u2612\u2713\u2714\u25A1\u2610]*/gu, "") : text;
}

/** 「□未着手 □実施中 □完了」: boxes of which none is ticked say nothing yet. */
export function isUnticked(text: string): boolean {
  const squashed = squash(text);
  return /^[\u25A1\u2610]/u.test(squashed) && (squashed.match(/[\u25A1\u2610]/gu) ?? []).length >= 2 && tickedOnly(squashed) === squashed;
}

/** 「完了。R8から運用を検討」: the first sentence says the state, what follows comments on it. */
function firstClause(text: string): string {
  return /^[^。※;]*/u.exec(text)?.[0] ?? text;
}

function findOwnWord(squashed: string, extra: ReadonlyMap<string, StatusValue>): StatusValue | undefined {
  const words = [...extra].map(([word, value]) => ({ word: squash(word), value })).filter(({ word }) => word !== "");
  const whole = words.find(({ word }) => word === squashed);
  if (whole !== undefined) return whole.value;
  // A single sign (○, A) is looked for only as the whole cell: inside a word it means nothing.
  return words
    .filter(({ word }) => word.length > 1 && squashed.includes(word))
    .sort((a, b) => b.word.length - a.word.length)[0]?.value;
}

/** Every word at once: a name or a sentence mostly holds none, which one search tells sooner than twenty. */
const ANY_WORD = new RegExp(VOCABULARY.map(([, pattern]) => pattern.source).join("|"), "iu");

function headWord(text: string): StatusValue {
  if (!ANY_WORD.test(text)) return "unknown";
  let best: { readonly value: StatusValue; readonly end: number; readonly length: number } | undefined;
  for (const [value, pattern] of VOCABULARY) {
    for (const found of text.matchAll(pattern)) {
      const { length } = found[0];
      const end = found.index + length;
      if (length === 0) continue;
      if (best === undefined || end > best.end || (end === best.end && length > best.length)) best = { value, end, length };
    }
  }
  return best?.value ?? "unknown";
}
