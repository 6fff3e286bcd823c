import { memo } from "../common/memo";
import { isDash } from "./dash";
import { squash } from "./normalize";
import { isCounter } from "./counters";

const KASHO = /(?:[かカヶヵケ箇個]|ケ)所/gu;
const PERCENT = /^(?:%|\u066A|パーセント|プロセント|percent)$/iu;

/** 単位 in one spelling: NFKC, no spaces, か所・カ所・ヶ所・ヵ所 → 箇所. `null` where the cell says that there is none. */
export function normalizeUnit(text: string): string | null {
  return normalized(text).unit;
}

/** In an object, since "no unit" is an answer to keep as well. */
const normalized = memo(1_000, (text) => ({ unit: readUnit(text) }));

function readUnit(text: string): string | null {
  const squashed = bare(squash(text)).replace(/^単位[:は]?/u, "");
  if (squashed === "" || isDash(squashed) || /^(?:なし|無し|無|単位)$/u.test(squashed)) return null;
  if (PERCENT.test(squashed)) return "%";
  return squashed.replace(KASHO, "箇所").replace(/パーセント(?!ポイント)/gu, "%");
}

function bare(text: string): string {
  return /^[([【〔](.*)[)\]】〕]$/u.exec(text)?.[1] ?? text;
}

/** A unit with its scale taken out: 千人 is 1000 of 人. */
export interface ScaledUnit {
  readonly scale: number;
  readonly unit: string | null;
}

const SCALES: Readonly<Record<string, number>> = {
  十: 1e1, 百: 1e2, 千: 1e3, 万: 1e4, 十万: 1e5, 百万: 1e6, 千万: 1e7, 億: 1e8, 十億: 1e9, 百億: 1e10, 千億: 1e11, 兆: 1e12,
};
const SCALE = /^(?:[十百千]?[万億]|兆|[十百千])/u;

/**
 * Takes 千・万・百万・億 out of a unit. A scale must leave a unit behind: 百貨店 and 十種競技 are words, and 千人当たり names
 * a denominator.
 */
export function splitUnitScale(text: string): ScaledUnit {
  const unit = normalizeUnit(text);
  if (unit === null) return { scale: 1, unit: null };
  const word = SCALE.exec(unit)?.[0];
  const scale = word === undefined ? undefined : SCALES[word];
  if (word === undefined || scale === undefined) return { scale: 1, unit };
  const rest = unit.slice(word.length);
  if (rest === "") return { scale, unit: null };
  return canScale(word, rest) ? { scale, unit: rest } : { scale: 1, unit };
}

function canScale(word: string, rest: string): boolean {
  if (/当たり|あたり|当り|対$/u.test(rest)) return false;
  const head = rest.replace(/[/・(].*$/u, "");
  if (isCounter(head)) return true;
  return !/^[十百千]$/u.test(word) && rest.length <= 6;
}

const CAPTION = /単位\s*(?:は|[:=])?\s*([^()[\]【】〔〕〈〉<>]+(?:\([^()]*\))?)/u;

/** The unit of a caption: （単位：千円）, 単位:％, 【単位：人】. A caption with several units says nothing for one cell. */
export function unitFromCaption(text: string): string | undefined {
  const folded = text.normalize("NFKC").replace(/[\s\u200B]+/gu, " ");
  const found = CAPTION.exec(folded)?.[1]?.trim();
  if (found === undefined || found === "" || /[、,;]|・|\s\S+\s/u.test(found)) return undefined;
  if (!/単位\s*(?:は|[:=])|単位 |[([【〔]\s*単位/u.test(folded)) return undefined;
  const unit = normalizeUnit(found.split(" ")[0] ?? "");
  return unit === null || !isUnitLike(unit) ? undefined : unit;
}

/** The unit that closes a name: 被害額（千円）, 参加者数(人), 認知度【％】. Only what is known to be a unit. */
export function unitFromLabel(text: string): string | undefined {
  const folded = squash(text);
  const inside = /[([【〔]([^()[\]【】〔〕]+)[)\]】〕]$/u.exec(folded)?.[1];
  if (inside === undefined) return undefined;
  const unit = normalizeUnit(inside.replace(/^単位[:は]?/u, ""));
  return unit !== null && isKnownUnit(unit) ? unit : undefined;
}

/** A unit that offices use, with or without a scale: 人, 千円, 人/日. */
export function isKnownUnit(text: string): boolean {
  const { unit } = splitUnitScale(text);
  if (unit === null) return SCALES[squash(text)] !== undefined;
  return unit.split(/[/・]/u).every((part) => isCounter(part));
}

function isUnitLike(unit: string): boolean {
  return isKnownUnit(unit) || (unit.length <= 8 && !/[0-9]/u.test(unit.charAt(0)));
}
