import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { SheetVisibility } from "../../../src/core/sheet/snapshot";
import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { findRange, parseAddress, RangeAreasModel, RangeModel, checkRegion } from "../model/range";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { toColor } from "../model/style";
import { copySheet } from "../model/copy-sheet";
import { activateSheet, addSheet, announceAdded, deleteSheet, moveSheet, renameSheet, showSheet, TO_WIRE } from "../model/sheet-edits";

export function defineWorksheet(registry: Registry): void {
  registry.define<WorkbookModel>("WorksheetCollection", {
    items: (workbook) => workbook.sheets,
    find: (workbook, key) => workbook.findSheet(String(key)),
    call: {
      Add: (workbook, given: readonly unknown[]) => addSheet(workbook, typeof given[0] === "string" ? given[0] : undefined),
      GetActiveWorksheet: (workbook) => workbook.selection.sheet,
      GetFirst: (workbook, [visibleOnly]: readonly never[]) => among(workbook, visibleOnly)[0] ?? notFound(),
      GetLast: (workbook, [visibleOnly]: readonly never[]) => among(workbook, visibleOnly).at(-1) ?? notFound(),
      GetCount: (workbook, [visibleOnly]: readonly never[]) => among(workbook, visibleOnly).length,
    },
  });
  registry.define<SheetModel>("Worksheet", {
    guard: (sheet) => {
      if (sheet.isDeleted) notFound();
    },
    get: {
      Id: (sheet) => sheet.id,
      Name: (sheet) => sheet.name,
      Position: (sheet) => sheet.workbook.positionOf(sheet),
      Visibility: (sheet) => TO_WIRE[sheet.visibility],
      TabColor: (sheet) => sheet.tabColor,
      StandardWidth: (sheet) => sheet.standardWidth,
      StandardHeight: (sheet) => sheet.standardHeight,
      ShowGridlines: (sheet) => sheet.showGridlines,
      ShowHeadings: (sheet) => sheet.showHeadings,
      EnableCalculation: () => true,
      TabId: (sheet) => Number(sheet.id.slice(1, 9)),
    },
    set: {
      Name: (sheet, value: string) => { renameSheet(sheet, value); },
      Position: (sheet, value: number) => { moveSheet(sheet, value); },
      Visibility: (sheet, value: string) => {
        const visibility = (Object.keys(TO_WIRE) as SheetVisibility[]).find((key) => TO_WIRE[key] === value);
        if (visibility === undefined) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
        showSheet(sheet, visibility);
      },
      TabColor: (sheet, value: string) => {
        const color = value === "" ? "" : toColor(value);
        if (color === undefined) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
        sheet.tabColor = color;
        sheet.changes.aspect("properties");
        sheet.workbook.touch();
      },
      StandardWidth: (sheet, value: number) => { sheet.standardWidth = value; sheet.isStandardWidthSet = true; sheet.changes.aspect("columns"); },
      Gridlines: (sheet, value: boolean) => { sheet.showGridlines = value; sheet.changes.aspect("view"); },
      Headings: (sheet, value: boolean) => { sheet.showHeadings = value; sheet.changes.aspect("view"); },
    },
    go: {
      AutoFilter: (sheet) => sheet,
      Charts: (sheet) => sheet,
      Comments: (sheet) => sheet,
      CustomProperties: (sheet) => sheet,
      FreezePanes: (sheet) => sheet,
      HorizontalPageBreaks: (sheet) => ({ sheet, isHorizontal: true }),
      VerticalPageBreaks: (sheet) => ({ sheet, isHorizontal: false }),
      Names: (sheet) => sheet,
      PageLayout: (sheet) => sheet,
      Protection: (sheet) => sheet,
      Tables: (sheet) => sheet,
    },
    call: {
      GetRange: (sheet, [address]: readonly never[]) => {
        if (sheet.isDeleted) notFound();
        const text = address as unknown as string | null;
        if (text === null) return new RangeModel(sheet, { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN });
        const found = findRange(sheet.workbook, sheet, text);
        if (found === undefined) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
        return found;
      },
      GetRanges: (sheet, [address]: readonly never[]) => {
        const areas = String(address).split(",").map((each) => {
          const region = parseAddress(each.slice(each.lastIndexOf("!") + 1));
          if (region === undefined) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
          return new RangeModel(sheet, region);
        });
        return new RangeAreasModel(sheet, areas);
      },
      GetRangeByIndexes: (sheet, given: readonly number[]) => {
        if (sheet.isDeleted) notFound();
        const [top = 0, left = 0, rows = 0, columns = 0] = given;
        return new RangeModel(sheet, checkRegion({ top, left, bottom: top + rows - 1, right: left + columns - 1 }));
      },
      GetCell: (sheet, given: readonly number[]) => {
        const [row = 0, column = 0] = given;
        return new RangeModel(sheet, checkRegion({ top: row, left: column, bottom: row, right: column }));
      },
      GetUsedRange: (sheet, [valuesOnly]: readonly never[]) => {
        if (sheet.isDeleted) notFound();
        return new RangeModel(sheet, sheet.usedRegion(valuesOnly as unknown as boolean) ?? { top: 0, left: 0, bottom: 0, right: 0 });
      },
      GetUsedRangeOrNullObject: (sheet, [valuesOnly]: readonly never[]) => {
        if (sheet.isDeleted) notFound();
        const region = sheet.usedRegion(valuesOnly as unknown as boolean);
        return region === undefined ? null : new RangeModel(sheet, region);
      },
      GetNextOrNullObject: (sheet, [visibleOnly]: readonly never[]) => {
        const sheets = among(sheet.workbook, visibleOnly);
        return sheets[sheets.indexOf(sheet) + 1] ?? null;
      },
      GetPreviousOrNullObject: (sheet, [visibleOnly]: readonly never[]) => {
        const sheets = among(sheet.workbook, visibleOnly);
        return sheets[sheets.indexOf(sheet) - 1] ?? null;
      },
      Activate: (sheet) => { activateSheet(sheet); return null; },
      Calculate: (sheet) => { sheet.workbook.touch(); return null; },
      Delete: (sheet) => { deleteSheet(sheet); return null; },
      Copy: (sheet, given: readonly unknown[]) => {
        const copy = copySheet(sheet, given[0] as string | null, given[1] as SheetModel | null);
        announceAdded(copy);
        return copy;
      },
    },
  });
}

function among(workbook: WorkbookModel, visibleOnly: unknown): readonly SheetModel[] {
  return visibleOnly === true ? workbook.sheets.filter((sheet) => sheet.visibility === "visible") : workbook.sheets;
}

function notFound(): never {
  throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
}

