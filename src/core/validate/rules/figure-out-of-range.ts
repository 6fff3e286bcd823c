import type { Figure, Indicator } from "../../model";
import { amountOf } from "../../evaluate";
import { figureNotes, figureSubject } from "../figures";
import { defineRule } from "../rule";

/** Rates of change: they may be negative and have no ceiling. */
const CHANGE =
  /前年比|前年度比|前年同[月期]比|対前[年期]|[年月度]比|増減|増加率|減少率|削減率|伸び|成長率|上昇率|下落率|低下率|変化率|変動率|改善率/u;
/** Percentages of something other than their own whole: a goal, a need, a revenue. */
const NOT_A_SHARE =
  /比較|達成率|達成度|進捗率|倍率|指数|自給率|充足率|乗車率|利益率|収支比率|負担比率|公債費比率|昼夜間|資金不足比率|料金回収率/u;

/**
 * 割合が 0〜100 % の外. Shares only: 前年比, 増減率 and rates that are measured against something else than their own whole
 * leave that range as a matter of course.
 */
export const figureOutOfRange = defineRule({
  id: "figure-out-of-range",
  severity: "warning",
  *check(model) {
    for (const { indicator, role, figure } of figureNotes(model).beyondShares) {
      if (isWithinRange(figure) || CHANGE.test(figure.raw) || isNoShare(indicator) || (role === "target" && isCut(indicator, figure))) continue;
      yield {
        at: figure.at,
        params: { indicator: indicator.name, role, stated: figure.raw.trim() },
        subject: figureSubject(indicator, role, figure),
      };
    }
  },
});

function isNoShare({ name, definition, unit }: Indicator): boolean {
  return CHANGE.test(`${name} ${definition ?? ""} ${unit ?? ""}`) || NOT_A_SHARE.test(name);
}

/** 残業時間 △10％: by how much it is to change, where the name is no share of anything. */
function isCut({ name }: Indicator, figure: Figure): boolean {
  return (amountOf(figure) ?? 0) < 0 && /^[\s\u3000]*[\u25b3\u25b2+\-\u2212\uff0d]/u.test(figure.raw) && !/(?:率|割合|度|シェア)/u.test(name);
}

/** To the digits that Excel keeps: 100.00000000000001 is 100. */
function isWithinRange(figure: Figure): boolean {
  const amount = amountOf(figure);
  return amount === null || (amount >= 0 && amount <= 100);
}
