import { squash } from "../text";

/** 待ち時間 10分以内: what is measured, and the target for it, in one text. */
export interface StatedTarget {
  readonly name: string;
  readonly value: string;
}

const LONGEST = 200;
const AMOUNT = "(?:(?:約|概ね|おおむね|延べ|のべ|累計|年間?)?\\s*[+\uff0b\\-\u2212\u25b3\u25b2]?\\s*[\\d\uff10-\uff19][\\d\uff10-\uff19,\uff0c.\uff0e]*[^\\d\uff10-\uff19\\s。、]{0,6}?(?:以上|以下|以内|未満|超え?|程度|削減|減少?|増加?)?)";
/** The last amount of a line, with a remark in brackets behind it. */
const AT_END = new RegExp(`^(?<name>.*?\\S)[\\s\\u3000:\uff1a]*(?<value>${AMOUNT}(?:[(\uff08][^()\uff08\uff09]*[)\uff09])?)$`, "u");
/** AI導入地域数【2026年度までに880団体】; in round brackets only where words say that it is a target. */
const IN_BRACKETS = /^(?<name>.*\S)\s*[\u3010\u3014](?<value>[^\u3010\u3011\u3014\u3015]*[\d\uff10-\uff19][^\u3010\u3011\u3014\u3015]*)[\u3011\u3015]$/u;
const IN_ROUND_BRACKETS = /^(?<name>.*\S)\s*[(\uff08](?<value>[^()\uff08\uff09]*(?:までに|目標)[^()\uff08\uff09]*[\d\uff10-\uff19][^()\uff08\uff09]*)[)\uff09]$/u;
/** 紙の使用量を30％削減, 令和8年度までに60％, 1人1日: what stands before the amount is no name by itself. */
const NO_NAME = /(?:[をにがはでともへや、・ら第約年月(\uff08\u3010\u3014\u300c]|以上|[\d\uff10-\uff19]|令和|平成|まで)$/u;
const BULLET = /^[\s\u3000]*(?:[・○●◆■\u2022\-]|[\u2460-\u2473]|[(\uff08][\d\uff10-\uff19]{1,2}[)\uff09])\s*/u;

/** What each line of a text names and states; empty unless every line does both. */
export function statedTargets(text: string): readonly StatedTarget[] {
  if (text.length > LONGEST) return [];
  const found: StatedTarget[] = [];
  for (const line of text.split(/\r?\n/u)) {
    const plain = line.replace(BULLET, "").trim();
    if (plain === "") continue;
    const one = statedIn(plain);
    if (one === undefined) return [];
    found.push(one);
  }
  return found;
}

function statedIn(line: string): StatedTarget | undefined {
  const bracketed = (IN_BRACKETS.exec(line) ?? IN_ROUND_BRACKETS.exec(line))?.groups;
  const groups = bracketed ?? AT_END.exec(line)?.groups;
  const name = groups?.["name"];
  const value = groups?.["value"];
  if (name === undefined || value === undefined || squash(name).length < 2) return undefined;
  if (bracketed === undefined && NO_NAME.test(name)) return undefined;
  return { name, value };
}
