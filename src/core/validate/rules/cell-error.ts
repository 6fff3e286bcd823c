import { isCellError } from "../../sheet/snapshot";
import { defineRule } from "../rule";

/** エラー値. Anywhere in a table, figures included; what an error value hides, no other rule can see. */
export const cellError = defineRule({
  id: "cell-error",
  severity: "error",
  *check({ tables }, context) {
    for (const { sheet, region } of tables) {
      const view = context.sheet(sheet);
      for (let row = region.top; row <= region.bottom; row++) {
        for (const { column, value } of view.cellsOf(row)) {
          if (column < region.left || column > region.right || !isCellError(value)) continue;
          yield { at: { sheet, row, column }, params: { error: value.error } };
        }
      }
    }
  },
});
