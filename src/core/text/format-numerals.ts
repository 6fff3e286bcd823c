const KANJI = "〇一二三四五六七八九";
const FORMAL = "〇壱弐参四伍六七八九";
const SMALL = ["", "十", "百", "千"] as const;
const LARGE = ["", "万", "億", "兆"] as const;

/** [DBNum1] 漢数字, [DBNum2] 大字, [DBNum3] 全角: digits as Japanese formats may ask for them. */
export function toNumerals(text: string, numerals: 0 | 1 | 2 | 3): string {
  if (numerals === 0) return text;
  if (numerals === 3) return text.replace(/\d/gu, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  const digits = numerals === 1 ? KANJI : FORMAL;
  return text.replace(/\d+/gu, (run) => positional(run, digits, numerals === 2));
}

function positional(run: string, digits: string, namesOne: boolean): string {
  if (/^0+$/u.test(run)) return digits.charAt(0);
  const sections: string[] = [];
  for (let end = run.length, level = 0; end > 0; end -= 4, level += 1) {
    const section = [...run.slice(Math.max(0, end - 4), end)].reverse();
    const text = section.map((digit, place) => placed(Number(digit), place, digits, namesOne)).reverse().join("");
    if (text !== "") sections.unshift(text + (LARGE[level] ?? ""));
  }
  return sections.join("");
}

function placed(digit: number, place: number, digits: string, namesOne: boolean): string {
  if (digit === 0) return "";
  return (digit === 1 && place > 0 && !namesOne ? "" : digits.charAt(digit)) + (SMALL[place] ?? "");
}
