import type { Result } from "../core/common/result";
import type { CellAddress } from "../core/sheet/address";
import { attempt, isGone, Refusal, type HostFailure } from "./host-failure";

/** Shows a cell and selects it. Changes nothing else; a hidden sheet stays hidden. */
export async function goToCell({ sheet, row, column }: CellAddress): Promise<Result<void, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const worksheet = context.workbook.worksheets.getItemOrNullObject(sheet);
      worksheet.load({ visibility: true });
      await context.sync();
      if (worksheet.isNullObject) throw new Refusal({ code: "sheet-not-found", sheet });
      if (worksheet.visibility !== "Visible") throw new Refusal({ code: "sheet-hidden", sheet });
      worksheet.activate();
      worksheet.getCell(row, column).select();
      try {
        await context.sync();
      } catch (error) {
        if (isGone(error)) throw new Refusal({ code: "sheet-not-found", sheet });
        throw error;
      }
    }),
  );
}
