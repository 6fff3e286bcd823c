import { parseAmount } from "../../text";
import { figureNotes, figureSubject } from "../figures";
import { defineRule } from "../rule";

/**
 * 数値が文字列で入っている. Such a cell is left out of SUM without a word. Only where the text is nothing but a number: in
 * 「46人」 the unit is wanted there, and taking it away is not ours to propose.
 */
export const figureNumberAsText = defineRule({
  id: "figure-number-as-text",
  severity: "info",
  *check(model) {
    for (const { indicator, role, figure } of figureNotes(model).numericTexts) {
      // The number as the cell has it: the amount may carry a scale from the unit column (千人).
      const value = parseAmount(figure.raw);
      yield {
        at: figure.at,
        params: { indicator: indicator.name, role, stated: figure.raw.trim() },
        ...(value === undefined ? {} : { suggestion: { at: figure.at, value } }),
        subject: figureSubject(indicator, role, figure),
      };
    }
  },
});
