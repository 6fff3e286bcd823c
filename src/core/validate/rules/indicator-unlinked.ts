import { foldEnd } from "../links";
import { defineRule } from "../rule";

/** ロジックモデルのどこにもつながらない指標. Only where the workbook holds a logic model at all. */
export const indicatorUnlinked = defineRule({
  id: "indicator-unlinked",
  severity: "info",
  *check({ indicators, links }) {
    if (links.length === 0) return;
    const ends = new Set(links.flatMap(({ from, to }) => (to === null ? [from] : [from, to])).map(foldEnd));
    for (const { name, code, at, key } of indicators) {
      if (ends.has(foldEnd(name)) || (code !== null && ends.has(foldEnd(code)))) continue;
      yield { at, params: { indicator: name }, subject: key };
    }
  },
});
