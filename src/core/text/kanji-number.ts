const DIGITS = "〇一二三四五六七八九";
const SMALL_UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_UNITS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };

/** 漢数字 alone: 十一, 二〇二五, 三百万. `undefined` where anything else is in it. */
export function parseKanjiNumber(text: string): number | undefined {
  if (!/^[〇一二三四五六七八九十百千万億兆]+$/u.test(text)) return undefined;
  if (/^[〇一二三四五六七八九]+$/u.test(text)) {
    return Number([...text].map((digit) => String(DIGITS.indexOf(digit))).join(""));
  }
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let ceiling = Infinity;
  for (const character of text) {
    const value = DIGITS.indexOf(character);
    if (value >= 0) {
      if (digit !== undefined) return undefined;
      digit = value;
      continue;
    }
    const small = SMALL_UNITS[character];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
    } else {
      const large = LARGE_UNITS[character] ?? 1;
      const part = section + (digit ?? 0);
      if (part === 0 || large >= ceiling) return undefined;
      ceiling = large;
      total += part * large;
      section = 0;
    }
    digit = undefined;
  }
  return total + section + (digit ?? 0);
}
