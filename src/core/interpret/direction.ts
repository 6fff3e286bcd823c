import type { Direction, DirectionValue, Figure } from "../model";
import { squash } from "../text";

const UP = /上が|上向|上昇|増加|向上|増|高|プラス|\u2191|\u2b06|↗|up/iu;
const DOWN = /下が|下向|下降|減少|低下|減|低|抑制|マイナス|\u2193|\u2b07|↘|down/iu;
const KEEP = /維持|継続|横ばい|現状|\u2192|→/u;

/** The direction that a cell of a 改善の方向 column states. */
export function parseDirection(text: string): DirectionValue | undefined {
  const squashed = squash(text);
  const up = UP.test(squashed);
  const down = DOWN.test(squashed);
  if (up !== down) return up ? "higher-is-better" : "lower-is-better";
  return !up && KEEP.test(squashed) ? "maintain" : undefined;
}

const TARGET_UP = /以上|超|上回|増加|向上|上昇|拡大|増やす|増$|上げる/u;
const TARGET_DOWN = /以下|未満|以内|下回|減少|削減|低減|短縮|縮減|減らす|抑制|減$|解消|ゼロ/u;
const TARGET_KEEP = /維持|継続|同水準|横ばい|現状程度/u;

function fromQualifiers(target: Figure): DirectionValue | undefined {
  if (target.qualifiers.some((one) => one === "at-least" || one === "over")) return "higher-is-better";
  if (target.qualifiers.some((one) => one === "at-most" || one === "under")) return "lower-is-better";
  return undefined;
}

function fromStatement(target: Figure): DirectionValue | undefined {
  if (target.state !== "qualitative") return undefined;
  const text = squash(target.raw);
  if (TARGET_UP.test(text)) return "higher-is-better";
  if (TARGET_DOWN.test(text)) return "lower-is-better";
  return TARGET_KEEP.test(text) ? "maintain" : "milestone";
}

/** 100％を維持: a number that is to be held. */
function isKept(target: Figure): boolean {
  return target.state === "set" && TARGET_KEEP.test(squash(target.raw));
}

/*
 * Words say little of a direction: of 40 indicators that a keyword list called 下がると良い, 23 were. Therefore only
 * "suggested", shown as such everywhere, and waiting for a person.
 */
const LOWER_WORDS =
  /待機児童|事故|犯罪|刑法犯|窃盗|詐欺|火災|苦情|被害|滞納|未納|廃棄|ごみ|ゴミ|排出|時間外|残業|超過勤務|離職|死亡|自殺|不登校|いじめ|違反|空き家|空家|順位|待ち時間|処理時間|所要時間|処理日数|所要日数|要する時間|要する日数|処理期間|負債|赤字|未実施|未達|誤り|エラー|紙の使用|用紙|印刷枚数|使用枚数|交付枚数|コスト|経費|人件費|漏水|停電|障害件数|様式数|現金取扱|インシデント|クレーム|遅延/u;
const HIGHER_WORDS =
  /率$|割合$|満足度|登録|利用|参加|来場|来訪|入込|交流|観光|移住者|定住|就職|創業|起業|立地|受講|修了|合格|認知度|申請|件数|者数|人数|回数|箇所数|か所数|面積|人口|出生|交付|設置|導入|達成|公開|開催|活用|普及/u;

/** 空き家バンクの成約数, ごみ減量協力店の登録数: what is done against a nuisance, not the nuisance. */
const REMEDY_WORDS =
  /(?:(?:活用|利用|成約|登録|解消|除却|解体|参加|受講|訓練|教室|講座|講習|対策|防止|予防|減量|削減|抑制|資源化|再生|リサイクル|回収|バンク|ステーション|相談会|是正|指導|研修|説明会|講演|啓発|点検|巡回|パトロール|見守り|支援|補助|助成)[^、。]{0,8}(?:件数|数|量|額|率|割合|面積|回数|時間|日数)|(?:解消|改善|回収|徴収|収納|解決|検挙|達成|実施|再生利用|リサイクル|資源化|削減|減少)率)$/u;

/** 効果額, 削減額: how much of an effect there was, whatever it acts upon. */
const EFFECT_WORDS = /効果(?:額|量|人数|件数|時間)|(?:削減|縮減|節減|抑制|短縮)(?:額|量|効果|時間|件数|枚数)/u;

/** Where the last word for a nuisance begins; below zero where there is none. */
function lastNuisance(text: string): number {
  return [...text.matchAll(new RegExp(LOWER_WORDS, "gu"))].at(-1)?.index ?? -1;
}

function fromName(name: string): DirectionValue | undefined {
  const text = squash(name);
  if (EFFECT_WORDS.test(text)) return "higher-is-better";
  // 受診率（肺）: what is counted stands before the brackets.
  const counted = text.replace(/(?<=.)[(（][^()（）]*[)）]$/u, "");
  const nuisance = lastNuisance(text);
  // 保育所等利用待機児童数: what stands before the nuisance does nothing against it.
  if (nuisance >= 0) return REMEDY_WORDS.test(counted.slice(nuisance)) ? "higher-is-better" : "lower-is-better";
  return HIGHER_WORDS.test(counted) ? "higher-is-better" : undefined;
}

export interface DirectionEvidence {
  /** Told by a person and kept in the settings. */
  readonly confirmed: DirectionValue | undefined;
  /** The text of a direction column. */
  readonly stated: string | null;
  readonly name: string;
  /** The label over the target, where it says what is measured: 効果額目標. */
  readonly targetLabel?: string | undefined;
  readonly baseline: Figure | null;
  readonly target: Figure | null;
}

/** 上がると良い指標か下がると良い指標か, with its ground: a person, the sheet, the target's own words, the figures, the name. */
export function interpretDirection({ confirmed, stated, name, targetLabel = "", baseline, target }: DirectionEvidence): Direction {
  if (confirmed !== undefined) return { value: confirmed, basis: "stated" };
  const told = stated === null ? undefined : parseDirection(stated);
  if (told !== undefined) return { value: told, basis: "stated" };
  if (target !== null) {
    const own = fromQualifiers(target) ?? fromStatement(target) ?? (isKept(target) ? "maintain" : undefined);
    if (own !== undefined) return { value: own, basis: "target" };
    const differing = fromFigures(baseline, target);
    if (differing !== undefined) return { value: differing, basis: "target" };
  }
  const suggested = EFFECT_WORDS.test(squash(targetLabel)) ? "higher-is-better" : fromName(name);
  if (suggested !== undefined) return { value: suggested, basis: "suggested" };
  return { value: "unknown", basis: "none" };
}

function fromFigures(baseline: Figure | null, target: Figure): DirectionValue | undefined {
  if (baseline === null || baseline.amount === null || target.amount === null) return undefined;
  if (baseline.unit !== null && target.unit !== null && baseline.unit !== target.unit) return undefined;
  if (target.amount === baseline.amount) return undefined;
  return target.amount > baseline.amount ? "higher-is-better" : "lower-is-better";
}
