import type { Result } from "../core/common/result";
import type { Region } from "../core/sheet/region";
import { attempt, isExcelError, Refusal, type HostFailure } from "./host-failure";
import { toRegion } from "./read-directory";

export interface Selection {
  readonly sheet: string;
  /** Of several selected areas the first. */
  readonly region: Region;
  /** What the first cell shows. */
  readonly text: string;
}

/** Codes by which Excel says that a chart or a shape is selected, or nothing. */
const NO_CELL = new Set(["InvalidSelection", "ItemNotFound", "GeneralException"]);

/** What is selected (選択範囲を見出しにする). One request. */
export async function readSelection(): Promise<Result<Selection, HostFailure>> {
  return attempt(() =>
    Excel.run({ delayForCellEdit: true }, async (context) => {
      const first = context.workbook.getSelectedRanges().areas.getItemAt(0);
      const cell = first.getCell(0, 0);
      first.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true, worksheet: { name: true } });
      cell.load({ text: true });
      try {
        await context.sync();
      } catch (error) {
        if (isExcelError(error) && NO_CELL.has(error.code)) throw new Refusal({ code: "no-cell-selected" });
        throw error;
      }
      return { sheet: first.worksheet.name, region: toRegion(first), text: cell.text[0]?.[0] ?? "" };
    }),
  );
}
