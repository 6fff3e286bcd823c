import type { Figure } from "../model";

/** Spellings of one unit that differ by more than NFKC. 分 and 時間, % and ポイント are different units. */
const SAME_UNIT: readonly (readonly string[])[] = [
  ["人", "名", "人数", "者"],
  ["件", "件数"],
  ["回", "回数"],
  ["世帯", "戸", "世帯数"],
  ["箇所", "箇所数"],
  ["%", "パーセント"],
  ["t", "トン"],
  ["kg", "キログラム"],
  ["m", "メートル"],
  ["km", "キロメートル"],
  ["ha", "ヘクタール"],
];
const COMMON_UNIT = new Map(SAME_UNIT.flatMap(([common = "", ...others]) => others.map((other) => [other, common])));

/** Whether two figures can be held against each other. A figure without a unit is in whatever unit the other has. */
export function isSameUnit(a: Figure, b: Figure): boolean {
  return a.unit === null || b.unit === null || commonUnit(a.unit) === commonUnit(b.unit);
}

function commonUnit(unit: string): string {
  const folded = unit.toLowerCase();
  return COMMON_UNIT.get(folded) ?? folded;
}
