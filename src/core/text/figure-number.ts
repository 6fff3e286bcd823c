import { NEGATIVE_SIGN, parseScaledAmount, scaleBy, shiftDecimal, withSign } from "./amount";
import { isCounter, leadingCounter } from "./counters";
import { isStatement, takeAfterwords, takeForewords, type Qualifier } from "./figure-words";
import { parseKanjiNumber } from "./kanji-number";
import { splitUnitScale } from "./unit";

/** What a line with numbers says. `isScaled`: the writing itself holds 千 or 万, so no column's scale applies. */
export type Quantity =
  | {
      readonly kind: "amount";
      readonly amount: number;
      readonly unit: string | null;
      readonly isScaled: boolean;
      readonly qualifiers: readonly Qualifier[];
    }
  | { readonly kind: "statement" }
  | { readonly kind: "unreadable" };

interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly isScaled: boolean;
  readonly scale: string;
}

type Numerals = readonly Numeral[] | "malformed";

const NUMERAL = /(?:\d[\d,.]*|\.\d+)(?:(?:[十百千万億兆](?!貨|葉|博|能))+(?:\d[\d,.]*)?)*/gu;
const SIGN = new RegExp(`(?:(\\+|プラス|\\u00B1)|(${NEGATIVE_SIGN}|マイナス)) ?$`, "u");

/** Reads a line (folded, notes and periods taken out) that may hold numbers; `undefined` where it holds none. */
export function readQuantity(line: string): Quantity | undefined {
  const { text, qualifiers } = rewriteNumberWords(line);
  const numerals = findNumerals(text);
  if (numerals === "malformed") return { kind: isStatement(text) && text.length > 12 ? "statement" : "unreadable" };
  const [first, second, third] = numerals;
  if (first === undefined) return undefined;
  const read = third !== undefined ? readMany(text, numerals) : second !== undefined ? readTwo(text, first, second) : readOne(text, first);
  if (read.kind !== "amount") return read;
  return { ...read, qualifiers: unique([...qualifiers, ...read.qualifiers]) };
}

export function unique(qualifiers: readonly Qualifier[]): readonly Qualifier[] {
  return [...new Set(qualifiers)];
}

interface Rewritten {
  readonly text: string;
  readonly qualifiers: readonly Qualifier[];
}

const DURATION = /(?:計画期間|\d+(?:か|ヶ|カ|ヵ|箇)?年間?)(?:中)?(?:で|の|での)?(?:の?(累計|延べ|のべ|累積|合計|総計|計|総数)|(平均)|(?<=で))[でのは:]*(?=\D{0,4}\d)/u;
const DENOMINATOR =
  /(?:人口|出生)\d[\d,.]*[十百千万億]*[^\d\s、/]{0,3}対の?(?=\D{0,6}\d)|(?:人口|出生)?\d[\d,.]*[十百千万億]*[^\d\s、/]{0,3}(?:当たり|あたり|当り|につき|平均)の?(?=\D{0,6}\d)/u;
const AS_OF_MONTH = /(?<!\d)\d{1,2}月(?:\d{1,2}日|末日?|[上中下]旬)?(?:現在|時点|末|まで)(?:で|の|に)?/u;

/** Numbers in words become digits, and what only dates, averages or divides leaves the line. */
function rewriteNumberWords(line: string): Rewritten {
  const qualifiers: Qualifier[] = [];
  let text = line
    .replace(/[\u00A5\\]\s*((?:[-+\u25B3\u25B2\u2212] ?)?\d[\d,.]*[千万億百]*)(?![\d,.千万億百]|\s*円)/gu, "$1円")
    .replace(/(\d+|[一二三四五六七八九十]+)分の(\d+|[一二三四五六七八九十]+)/gu, (whole, below: string, above: string) => fractionOf(whole, below, above))
    .replace(/(?<![一-龠])([一二三四五六七八九])割(?!合|引|り)/gu, (_, digit: string) => `${String(parseKanjiNumber(digit) ?? 0)}割`)
    .replace(/(\d+(?:\.\d+)?)割(?!合|引|り)(?:(\d)分)?(?:(\d)厘)?/gu, (_, tenths: string, hundredths = "0", thousandths = "0") => {
      return `${String(shiftDecimal(Number(tenths), 1) + Number(hundredths) + Number(thousandths) / 10)}%`;
    })
    .replace(/(?:過半数|半数|半分)/gu, (word) => {
      if (word === "過半数") qualifiers.push("over");
      return "50%";
    })
    .replace(/(?:ゼロ|零)(?=$|[件人%\s]|[のをにへで]|以|達成|維持|継続|\()/gu, "0")
    .replace(/(\d)数(?=[件人回社名団個校台戸])/gu, (_, digit: string) => {
      qualifiers.push("about");
      return digit;
    })
    .replace(DURATION, (_, sum: string | undefined, mean: string | undefined) => {
      if (mean === undefined || sum !== undefined) qualifiers.push("cumulative");
      return "";
    });
  if (/1年(?:間)?(?:あたり|当たり|につき|平均)/u.test(text)) qualifiers.push("per-year");
  text = text.replace(DENOMINATOR, "").replace(AS_OF_MONTH, "");
  return { text: rewriteKanjiNumber(text.trim()), qualifiers };
}

function fractionOf(whole: string, below: string, above: string): string {
  const [denominator, numerator] = [toNumber(below), toNumber(above)];
  return denominator > numerator && denominator > 0 ? `${String(Number(((numerator / denominator) * 100).toPrecision(12)))}%` : whole;
}

function toNumber(text: string): number {
  return /^\d+$/u.test(text) ? Number(text) : (parseKanjiNumber(text) ?? 0);
}

const KANJI_QUANTITY = /^(.*?)([一二三四五六七八九十][一二三四五六七八九十百千万億]*)([^一二三四五六七八九十百千万億].*)$/u;

/** 「三千人以上」 is a figure; 「一部実施」, 「統一」 and 「十分」 are words. So: at the start, a known unit, and nothing else after. */
function rewriteKanjiNumber(text: string): string {
  if (/\d/u.test(text)) return text;
  const found = KANJI_QUANTITY.exec(text);
  if (found === null) return text;
  const [, before = "", number = "", after = ""] = found;
  const value = parseKanjiNumber(number);
  const unit = leadingCounter(after);
  if (value === undefined || unit === undefined || /^(?:部|時|分|般|定|番|体|方)$/u.test(unit)) return text;
  if (takeForewords(before).rest !== "" || !/^(?:以上|以下|以内|未満|程度|超|前後)?$/u.test(after.slice(unit.length))) return text;
  return `${before}${String(value)}${after}`;
}

function findNumerals(text: string): Numerals {
  const numerals: Numeral[] = [];
  for (const found of text.matchAll(NUMERAL)) {
    const written = found[0].replace(/[,.]+$/u, "");
    const start = found.index;
    const before = text.slice(0, start);
    const after = text.slice(start + written.length);
    if (/[A-Za-z][.-]?$/u.test(before)) continue;
    if (/第$/u.test(before) && /^(?:次|期|版|章|号|条|回|弾|段階|世代)/u.test(after)) continue;
    const value = parseScaledAmount(written);
    if (value === undefined) return "malformed";
    const scale = /[十百千万億兆]+$/u.exec(written)?.[0] ?? "";
    numerals.push({ start, end: start + written.length, value, isScaled: /[十百千万億兆]/u.test(written), scale });
  }
  return numerals;
}

/** The sign is written before the number, after any label: 社会増減 △12人. A Latin letter before it makes a code. */
function takeSign(before: string): { readonly isNegative: boolean; readonly rest: string; readonly isAbout: boolean } {
  // U+30FC is a minus only where no word can end in it: コーナー5か所 is no negative.
  if (/^\s*\u30FC ?$/u.test(before)) return { isNegative: true, rest: "", isAbout: false };
  const found = SIGN.exec(before);
  if (found === null) return { isNegative: false, rest: before, isAbout: false };
  const rest = before.slice(0, found.index);
  return { isNegative: found[2] !== undefined, rest, isAbout: found[1] === "\u00B1" };
}

interface Tail {
  readonly unit: string;
  readonly qualifiers: readonly Qualifier[];
  /** Words that belong to neither unit nor vocabulary. */
  readonly rest: string;
}

const LONGEST_UNIT = 14;

/** Splits what follows a number: the shortest unit after which only known words stand; else a known unit and a rest. */
function splitTail(after: string): Tail {
  const trimmed = after.trimStart();
  for (let length = 0; length <= Math.min(LONGEST_UNIT, trimmed.length); length += 1) {
    const unit = trimmed.slice(0, length);
    if (!canBeUnit(unit)) break;
    if (length === 0 && /^(?:年間|[/・]|合計|計画|増|減|強|弱|の|を|に)/u.test(trimmed) && !/^[増減強弱]/u.test(trimmed)) continue;
    const { qualifiers, rest } = takeAfterwords(trimmed.slice(length));
    if (rest === "") return withoutAction({ unit: unit.trim(), qualifiers, rest });
  }
  const unit = leadingCounter(trimmed) ?? "";
  const { qualifiers, rest } = takeAfterwords(trimmed.slice(unit.length));
  return { unit, qualifiers, rest };
}

/** 「5回講習」: what follows a known counter and is an action is no part of the unit. */
function withoutAction(tail: Tail): Tail {
  const counter = leadingCounter(tail.unit);
  if (counter === undefined || counter === tail.unit) return tail;
  const rest = tail.unit.slice(counter.length);
  return rest.length > 1 && !/[/・]/u.test(rest) && isStatement(rest) ? { ...tail, unit: counter, rest } : tail;
}

/** A unit holds no particle, no bracket, no mark: か of か所 is the only hiragana in it. */
function canBeUnit(text: string): boolean {
  if (/^[-\p{Pd}\u30FC\u2212\u2190-\u21FF]+$/u.test(text)) return false;
  return !/[\p{Script=Hiragana}~\u301C:;=<>、。|!]/u.test(text.replace(/か(?=$|所|月|国|年)|つ$|延べ|のべ/gu, ""));
}

const LONGEST_REST = 6;

function readOne(text: string, numeral: Numeral): Quantity {
  const sign = takeSign(text.slice(0, numeral.start));
  if (/[A-Za-z]$/u.test(sign.rest) && sign.rest !== text.slice(0, numeral.start)) return { kind: "unreadable" };
  const isOpenStart = /^[~\u301C]$/u.test(sign.rest.trim());
  const before = takeForewords(isOpenStart ? "" : sign.rest);
  const tail = splitTail(text.slice(numeral.end));
  const outcome = judgeWords(before.rest, tail, text);
  if (outcome !== undefined) return outcome;
  const qualifiers = [
    ...(isOpenStart ? (["at-most"] as const) : []),
    ...(sign.isAbout && numeral.value !== 0 && !tail.qualifiers.includes("at-most") ? (["about"] as const) : []),
    ...labelQualifiers(before.rest),
    ...before.qualifiers,
    ...tail.qualifiers,
  ];
  return amountOf(numeral, sign.isNegative, withFrequency(tail.unit, before.rest), qualifiers);
}

function labelQualifiers(label: string): readonly Qualifier[] {
  return /延べ|のべ|累計|累積|通算/u.test(label) ? ["cumulative"] : [];
}

/** 毎年1件増: by how much it is to change, not what it is to be. */
const YEARLY_CHANGE = /^(?:毎年度?|各年度?|年)に?約?\d[\d,.]*[^\d、。]{0,4}?(?:ずつ)?の?(?:増(?!員)|減(?![免災]))/u;

/** A label before and words after are fine as long as the number is what the line is about. */
function judgeWords(label: string, tail: Tail, text: string): Quantity | undefined {
  const isRelative = /(?:前年度?|前回|基準年?度?|基準値|現状値?|当初|現況|実績)(?:値|度)?(?:比|対比|に比べ|と比べ|より|から|に対し|[+-])/u.test(label);
  if (isRelative && !/比$/u.test(label)) return { kind: "statement" };
  if (/(?:比|より|から)$/u.test(label) && /増|減|削|改善|向上|アップ|短縮|上昇|低下|UP|\+/u.test(text)) return { kind: "statement" };
  if (YEARLY_CHANGE.test(text)) return { kind: "statement" };
  if (tail.rest === "") return label.length > 24 ? { kind: "statement" } : undefined;
  if (isStatement(tail.rest) || tail.rest.length > LONGEST_REST) {
    return tail.unit !== "" && tail.rest.length <= LONGEST_REST ? undefined : { kind: isStatement(text) ? "statement" : "unreadable" };
  }
  return tail.unit === "" ? { kind: "unreadable" } : undefined;
}

/** 月1回 is 1 回/月; a year is a qualifier of its own and never part of the unit. */
function withFrequency(unit: string, label: string): string {
  const found = /^(?:毎)?(月|週|日|四半期)(?:平均|間|に)?$/u.exec(label)?.[1];
  return found === undefined || unit === "" ? unit : `${unit}/${found}`;
}

function amountOf(numeral: Numeral, isNegative: boolean, written: string, qualifiers: readonly Qualifier[]): Quantity {
  const { scale, unit } = splitUnitScale(written);
  const magnitude = scaleBy(numeral.value, scale);
  return { kind: "amount", amount: withSign(magnitude, isNegative), unit, isScaled: numeral.isScaled || scale !== 1, qualifiers };
}

const RANGE_MARK = /^(.*?)\s*([~\u301C]|から|[-\u2010-\u2015\u2212\u30FC])\s*((?:[-+\u25B3\u25B2\u2212]|約)?)$/u;
const LOWER_BOUND = /^(.*?)(?:以上|超|を?超え)[、~\u301C,]?$/u;
const OUT_OF = /^([^、。]{0,6}?)中[、のう]*(?:ち)?$/u;

function readTwo(text: string, first: Numeral, second: Numeral): Quantity {
  const between = text.slice(first.end, second.start);
  const tail = splitTail(text.slice(second.end));
  const range = RANGE_MARK.exec(between);
  const isWave = range !== null && /[~\u301C]|から/u.test(range[2] ?? "");
  if (range !== null && (isWave || tail.unit !== "") && canOpenRange(range[1] ?? "", tail.unit)) {
    return readRange(text, first, second, tail, range[1] ?? "");
  }
  const bound = LOWER_BOUND.exec(between);
  if (bound !== null && tail.qualifiers.some((word) => word === "at-most" || word === "under") && tail.rest === "") {
    const lower = between.includes("以上") ? "at-least" : "over";
    return amountOf(first, false, bound[1] ?? "", [...takeForewords(text.slice(0, first.start)).qualifiers, lower, ...tail.qualifiers]);
  }
  if (OUT_OF.test(between)) return readOne(text.slice(second.start), { ...second, start: 0, end: second.end - second.start });
  return compoundTime(text, [first, second]) ?? leftOver(text);
}

function canOpenRange(unit: string, other: string): boolean {
  const normalized = unit.replace(/\s/gu, "");
  return normalized === "" || normalized === other || isCounter(normalized) || /^[千万百億]*(?:人|円|件|%)$/u.test(normalized);
}

/** 2,000～3,000人 promises at least the first; 2～3万人 shares the scale of the second. */
function readRange(text: string, first: Numeral, second: Numeral, tail: Tail, ownUnit: string): Quantity {
  const sign = takeSign(text.slice(0, first.start));
  const before = takeForewords(sign.rest);
  const outcome = judgeWords(before.rest, tail, text);
  if (outcome !== undefined) return outcome;
  const shared = first.isScaled || second.scale === "" ? undefined : parseScaledAmount(`${String(first.value)}${second.scale}`);
  const isShared = shared !== undefined && shared <= second.value;
  const value = isShared ? shared : first.value;
  const bound = value <= second.value || sign.isNegative ? "at-least" : "at-most";
  const numeral = { ...first, value, isScaled: first.isScaled || second.isScaled };
  return amountOf(numeral, sign.isNegative, tail.unit === "" ? ownUnit : tail.unit, [
    ...before.qualifiers,
    bound,
    ...tail.qualifiers.filter((word) => word !== "at-least" && word !== "at-most"),
  ]);
}

const SIXTIETHS: readonly (readonly [RegExp, string, number])[] = [
  [/^時間$/u, "時間", 60],
  [/^分$/u, "分", 60],
  [/^年$/u, "年", 12],
];

/** 8分42秒 is 8.7 分, 1時間30分 is 1.5 時間: one amount, in the larger of its units. */
function compoundTime(text: string, [first, second]: readonly [Numeral, Numeral]): Quantity | undefined {
  const between = text.slice(first.end, second.start).trim();
  const found = SIXTIETHS.find(([pattern]) => pattern.test(between));
  if (found === undefined) return undefined;
  const [, unit, parts] = found;
  const part = unit === "時間" ? "分" : unit === "分" ? "秒" : "[かヶカヵ箇]月";
  const after = new RegExp(`^${part}間?`, "u").exec(text.slice(second.end))?.[0];
  if (after === undefined || second.value >= parts) return undefined;
  const value = Number((first.value + second.value / parts).toPrecision(12));
  return readOne(`${text.slice(0, first.start)}0${unit}${text.slice(second.end + after.length)}`, {
    ...first,
    value,
    end: first.start + 1,
  });
}

function readMany(text: string, numerals: readonly Numeral[]): Quantity {
  const [first, second, third] = numerals;
  const isClock = numerals.length === 3 && first !== undefined && second !== undefined && third !== undefined;
  if (isClock && /^時間$/u.test(text.slice(first.end, second.start)) && /^分$/u.test(text.slice(second.end, third.start))) {
    const hours = first.value + second.value / 60 + third.value / 3600;
    if (/^秒/u.test(text.slice(third.end))) return amountOf({ ...first, value: Number(hours.toPrecision(12)) }, false, "時間", []);
  }
  return leftOver(text);
}

/** Several numbers that make no one figure: a plan in words (1人1台端末の整備) or nothing that can be read. */
function leftOver(text: string): Quantity {
  // 2年に1回, 1回/2年: how often, which no unit of a single year can hold.
  if (/^\D{0,4}\d+[かヶカヵ]?[年月週日]間?(?:に|毎に|ごとに)\d+回(?:程度|以上)?$|^\d+回\/\d+[かヶカヵ]?[年月週日]$/u.test(text)) return { kind: "statement" };
  const words = text.replace(/[\d,.\s]/gu, "");
  return { kind: isStatement(words) && words.length >= 5 && !/\uE001/u.test(words) ? "statement" : "unreadable" };
}
