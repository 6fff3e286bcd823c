import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { EventType } from "../model/events";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import type { RangeModel } from "../model/range";

const REFUSED = "The cell or chart you're trying to change is on a protected sheet.";

export function refuseIfProtected(sheet: SheetModel, permission: string): void {
  const { isProtected, options } = sheet.protection;
  if (isProtected && options[permission] !== true) throw new HostError("AccessDenied", REFUSED);
}

/** Contents of a protected sheet may be written only where the cells are unlocked. */
export function refuseLockedCells(range: RangeModel): void {
  if (!range.sheet.protection.isProtected) return;
  // What has no cell is locked as cells are from the beginning; so a whole column is looked at no further than that.
  const { top, left } = range.region;
  const bottom = Math.min(range.region.bottom, Math.max(top, range.sheet.reach.bottom + 1));
  const right = Math.min(range.region.right, Math.max(left, range.sheet.reach.right + 1));
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      if (range.sheet.style(row, column).locked) throw new HostError("AccessDenied", REFUSED);
    }
  }
}

export function defineProtection(registry: Registry): void {
  registry.define<SheetModel>("WorksheetProtection", {
    get: {
      Protected: (sheet) => sheet.protection.isProtected,
      Options: (sheet) => (sheet.protection.isProtected ? sheet.protection.options : null),
    },
    call: {
      Protect: (sheet, given: readonly unknown[]) => {
        if (sheet.protection.isProtected) throw new HostError("InvalidOperation", "This operation is not permitted for the current object.");
        sheet.protection.isProtected = true;
        sheet.protection.options = (given[0] ?? {}) as Record<string, unknown>;
        sheet.protection.password = typeof given[1] === "string" ? given[1] : undefined;
        announce(sheet);
        return null;
      },
      Unprotect: (sheet, given: readonly unknown[]) => {
        const { password } = sheet.protection;
        if (password !== undefined && password !== given[0]) throw new HostError("AccessDenied", "The password you supplied is not correct.");
        sheet.protection.isProtected = false;
        announce(sheet);
        return null;
      },
    },
  });
  registry.define<WorkbookModel>("WorkbookProtection", {
    get: { Protected: (workbook) => workbook.isStructureProtected },
    call: {
      Protect: (workbook) => { workbook.isStructureProtected = true; workbook.isStructureChanged = true; return null; },
      Unprotect: (workbook) => { workbook.isStructureProtected = false; workbook.isStructureChanged = true; return null; },
    },
  });
}

function announce(sheet: SheetModel): void {
  sheet.changes.aspect("protection");
  const { workbook } = sheet;
  for (const targetId of [sheet.id, "Workbook"]) {
    workbook.emit({ messageType: EventType.ProtectionChanged, targetId, message: { isProtected: sheet.protection.isProtected, source: workbook.source, worksheetId: sheet.id } });
  }
}
