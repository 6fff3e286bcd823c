import type { Region } from "../../../src/core/sheet/region";
import { HostError } from "../interpreter/protocol";
import { EventType } from "../model/events";
import { toAddress } from "../model/range";
import { announceActivated } from "../model/sheet-edits";
import type { SheetModel } from "../model/workbook";

/** Selects on a sheet, which is brought to the front. */
export function selectRegions(sheet: SheetModel, regions: readonly Region[]): void {
  const { workbook } = sheet;
  if (sheet.visibility !== "visible") throw new HostError("InvalidOperation", "The worksheet is hidden.");
  const before = workbook.selection.sheet;
  workbook.selection = { sheet, regions: regions.map((region) => wholeMerges(sheet, region)) };
  if (before !== sheet) announceActivated(before, sheet);
  const address = workbook.selection.regions.map(toAddress).join(",");
  for (const targetId of [sheet.id, "Workbook"]) {
    workbook.emit({ messageType: EventType.SelectionChanged, targetId, message: { address, worksheetId: sheet.id } });
  }
}

/** Who selects one cell of a merged area selects all of it. */
function wholeMerges(sheet: SheetModel, region: Region): Region {
  if (region.top !== region.bottom || region.left !== region.right) return region;
  return sheet.mergeAt(region.top, region.left) ?? region;
}
