import { isCross } from "./dash";

/** 修飾語: what the writing adds to the amount. */
export type Qualifier = "at-least" | "at-most" | "under" | "over" | "about" | "cumulative" | "per-year";

/** A piece of vocabulary: how it is written, and what it adds (`null`: nothing to the figure). */
type Words = readonly (readonly [Qualifier | null, string])[];

const ACTIONS =
  "維持|継続|達成|確保|実施|開催|設置|整備|設立|導入|登録|策定|作成|配布|発行|参加|受講|養成|育成|認定|開設|新設|創出|採択|締結|完成|完了|開始|支援|公開|利用|移行|増加|減少|削減|縮減|低減|抑制|向上|改善|拡大|上昇|低下|普及|活用|加入|改修|更新|修了|取得|配置|派遣|稼働|掲載|送付|発掘|採用|誘致|成立|対応済|実現|把握|目標|突破|到達";

/** What may follow a number and its unit. Longer spellings stand before the shorter ones they begin with. */
const AFTER: Words = [
  ["at-least", "(?:を|は)?下回ら(?:ない|ず)|以上|以降|から(?=$)|[~\\u301C](?=$)|を?(?:キープ|維持以上)"],
  ["at-most", "(?:を|は)?(?:上回ら|超え)(?:ない|ず)|以下|以内|より多くない|が上限|を上限"],
  ["over", "を?超(?:える|え|過)?(?:て)?|を?上回(?:る|り|って)|より(?:多い|高い|多く|高く|増加?|向上|増やす)"],
  ["under", "未満|を?下回(?:る|り|って)|より(?:少ない|低い|短い|少なく|低く|減少?|短く|減らす)|を切る"],
  ["about", "程度|前後|くらい|ぐらい|ほど|内外|余り?|強(?!化)|弱|相当|見当|(?<=[%割点位])台"],
  ["cumulative", "[/・]?(?:の)?(?:累計|延べ|のべ|累積|通算)(?:値|数)?"],
  ["per-year", "[/・](?:1|一|毎)?(?:年間|年度?|y|Y)(?!\\S*月)|毎年度?|(?:の)?年間(?=$|以|程|未)|ずつ毎年|per年|p\\.?a\\.?"],
  [null, `(?:(?:を|の|に|へ|が|で|まで|も|と|は|ずつ)?(?:${ACTIONS})(?:と?する|した|し|できる|している|すること|される|された|済み?|中|予定|見込み?|率)?)`],
  [null, "を?目指す|とする|にする|すること|する|アップ|ダウン|UP|DOWN|up|増(?!し)|減(?!少)|増し|見込み?|予定|目標値?|実績値?|計画値?|推計値?|速報値?|暫定値?|確定値?|参考値?|現在|時点|末|まで|ずつ|毎|合計|計|平均|のみ|。|\\.|・|,|、|!|[※*†]\\d{0,2}\\)?|注\\d{0,2}\\)?|【|】|\\u2192|\\u2191|\\u2193|\\u2197|\\u2198|近く|あり|を|の|に|へ"],
];

/** What may stand directly before a number. */
const BEFORE: Words = [
  ["about", "約|およそ|おおよそ|凡そ|おおむね|概ね|ほぼ|大体|推定"],
  ["cumulative", "延べ人数|延べ|のべ|延|累計|累積|通算"],
  ["per-year", "年間平均|年間|年平均|毎年度|毎年|各年度|各年|年度ごとに?|年度毎に?|年あたり|年当たり|年に|年度に|(?<![前今本当翌])年度|(?<![前今本当翌])年|単年度?|1年(?:間)?(?:に|で|あたり|当たり)"],
  ["at-least", "最低でも|最低|少なくとも|下限|\\u2267|\\u2265|>=|=>|\\u2A7E"],
  ["at-most", "最大でも|最大|最長|最高でも|多くとも|遅くとも|上限|\\u2266|\\u2264|<=|=<|\\u2A7D"],
  ["over", ">"],
  ["under", "<"],
  [null, "全国|県内|道内|都内|府内|全体で|全体|全|計|合計|総数|総計|総額|平均|上位|第|金|目標値?|実績値?|現状値?|基準値?|見込み?値?|速報値?|暫定値?|確定値?|推計値?|参考値?|計画値?|直近値?|値|[※*†]|注\\d?\\)|[:=,、。・\\uE001→⇒|/]|は|が|で|に|の|を|:"],
];

interface Consumed {
  readonly qualifiers: readonly Qualifier[];
  readonly rest: string;
}

const compile = (words: Words, shape: (source: string) => string): readonly (readonly [Qualifier | null, RegExp])[] =>
  words.map(([qualifier, source]) => [qualifier, new RegExp(shape(`(?:${source})`), "u")] as const);
const AFTER_PATTERNS = compile(AFTER, (source) => `^ ?${source}`);
const BEFORE_PATTERNS = compile(BEFORE, (source) => `${source} ?$`);

/** Takes known words off the front of what follows a number; what is left is none of them. */
export function takeAfterwords(text: string): Consumed {
  const qualifiers: Qualifier[] = [];
  let rest = text;
  for (;;) {
    const found = AFTER_PATTERNS.map(([qualifier, pattern]) => ({ qualifier, length: pattern.exec(rest)?.[0].length ?? 0 }))
      .reduce((best, next) => (next.length > best.length ? next : best));
    if (found.length === 0) return { qualifiers, rest: rest.trim() };
    if (found.qualifier !== null) qualifiers.push(found.qualifier);
    rest = rest.slice(found.length);
  }
}

/** Takes known words off the end of what precedes a number; what is left is a label (平均, 男性, 目標). */
export function takeForewords(text: string): Consumed {
  const qualifiers: Qualifier[] = [];
  let rest = text.trimEnd();
  for (;;) {
    const found = BEFORE_PATTERNS.map(([qualifier, pattern]) => ({ qualifier, length: pattern.exec(rest)?.[0].length ?? 0 }))
      .reduce((best, next) => (next.length > best.length ? next : best));
    if (found.length === 0) return { qualifiers, rest: rest.trim() };
    if (found.qualifier !== null) qualifiers.unshift(found.qualifier);
    rest = rest.slice(0, rest.length - found.length).trimEnd();
  }
}

const NOTE_QUALIFIERS: readonly (readonly [Qualifier, RegExp])[] = [
  ["cumulative", /累計|延べ|のべ|累積|通算|(?:期間|\d年間?|年度)(?:中|内)?の?(?:合計|総計|計)$|積み?上げ/u],
  ["per-year", /^(?:年間|毎年度?|単年度?|各年度?|年平均|1年(?:間)?(?:あたり|当たり)|年(?:あたり|当たり))$/u],
  ["about", /^(?:約|概数|概算|程度)$/u],
  ["at-least", /^以上$/u],
  ["at-most", /^(?:以下|以内)$/u],
];

/** What a bracketed note adds: （累計）, （年間）, （概数）. */
export function noteQualifiers(note: string): readonly Qualifier[] {
  return NOTE_QUALIFIERS.filter(([, pattern]) => pattern.test(note)).map(([qualifier]) => qualifier);
}

const POINTER = /別紙|別添|別表|別途資料|参照|のとおり$|の通り$|[?\uFF1F]|再掲$/u;
const MARK = /^(?:[\u25CE\u25CB\u25EF\u3007\u25CF\u25B3\u25B2\u25BD\u25BC\u25A1\u25A0\u2605\u2606\u2713\u2714\u2191\u2193\u2197\u2198\u2192]+|[有可済否]|あり|有り|実施|未実施|済み)$/u;
const STATEMENT =
  /以上|以下|同水準|同程度|同等|並み|増|減|維持|向上|改善|低下|上昇|拡大|縮小|削減|抑制|継続|推進|充実|強化|達成|完了|実施|開始|制定|策定|導入|整備|構築|設置|開設|開館|公表|公開|作成|運用|見直|改定|改正|締結|検討|試行|着手|移行|廃止|統合|確立|確保|定着|促進|普及|活用|参加|参画|配備|配布|供用|竣工|完成|設計|工事|協議|稼働|登録|認定|取得|採用|選定|決定|契約|発注|開催|連携|支援|周知|実現|解消|創出|育成|養成|把握|半減|倍増|倍|ゼロ|全|上回|下回|超え|目指|努め|図る|進め|行う|高め|続け|保つ|できる|した|する|いる|ない|準備|募集|説明|研修|訓練|点検|調査|対応|合意|講習|随時|隔年実施|横ばい|過去最|順位|申請|交付|誘致|招致|発信|更新|改修|修繕|建設|建築|耐震化|電子化|オンライン化|デジタル化|化$/u;

/** A pointer to somewhere else (別紙のとおり), or a doubt (?): nothing is said here. */
export function isPointer(text: string): boolean {
  return POINTER.test(text);
}

/** 定性的な目標: words that set a target without a number, or say how things stand (実施済, ○). */
export function isStatement(text: string): boolean {
  if (isPointer(text)) return false;
  if (MARK.test(text) || isCross(text)) return true;
  if (STATEMENT.test(text)) return true;
  return text.length >= 8 && /[をがにでとへ]/u.test(text);
}
