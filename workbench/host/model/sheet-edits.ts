import type { SheetVisibility } from "../../../src/core/sheet/snapshot";
import { renameInFormula } from "../formula/shift";
import { HostError } from "../interpreter/protocol";
import { EventType } from "./events";
import { rewriteRules } from "./rule-regions";
import type { SheetModel, WorkbookModel } from "./workbook";

/** Sheets as a person or an add-in adds, deletes, names, orders and hides them. */

function refuseStructure(workbook: WorkbookModel): void {
  if (workbook.isStructureProtected) throw new HostError("AccessDenied", "The workbook's structure is protected.");
}

function emitAbout(workbook: WorkbookModel, messageType: number, sheet: SheetModel, more: Readonly<Record<string, unknown>> = {}): void {
  const isLife = messageType === EventType.SheetAdded;
  for (const targetId of isLife ? ["Workbook"] : [sheet.id, "Workbook"]) {
    workbook.emit({ messageType, targetId, message: { source: workbook.source, worksheetId: sheet.id, ...more } });
  }
}

export function freeName(workbook: WorkbookModel, base: string): string {
  for (let number = workbook.sheets.length + 1; ; number++) {
    const name = `${base}${String(number)}`;
    if (workbook.findSheet(name) === undefined) return name;
  }
}

export function addSheet(workbook: WorkbookModel, name?: string): SheetModel {
  refuseStructure(workbook);
  const sheet = workbook.addSheet(name ?? freeName(workbook, "Sheet"));
  announceAdded(sheet);
  return sheet;
}

export function announceAdded(sheet: SheetModel): void {
  emitAbout(sheet.workbook, EventType.SheetAdded, sheet);
  sheet.workbook.touch();
}

export function deleteSheet(sheet: SheetModel): void {
  refuseStructure(sheet.workbook);
  sheet.workbook.deleteSheet(sheet);
  rewriteReferences(sheet.workbook, (formula) => renameInFormula(formula, sheet.name, undefined));
}

export function renameSheet(sheet: SheetModel, name: string): void {
  const { workbook } = sheet;
  refuseStructure(workbook);
  workbook.checkSheetName(name, sheet);
  const nameBefore = sheet.name;
  sheet.name = name;
  workbook.isStructureChanged = true;
  rewriteReferences(workbook, (formula) => renameInFormula(formula, nameBefore, name));
  emitAbout(workbook, EventType.NameChanged, sheet, { nameBefore, nameAfter: name });
  workbook.touch();
}

/** Place among all sheets, chart sheets counted. */
export function moveSheet(sheet: SheetModel, position: number): void {
  const { workbook } = sheet;
  refuseStructure(workbook);
  const { sheets } = workbook;
  if (position < 0 || position >= sheets.length + workbook.otherSheets.length) throw new HostError("InvalidArgument", "The argument is invalid or missing or has an incorrect format.");
  const before = workbook.positionOf(sheet);
  sheets.splice(sheets.indexOf(sheet), 1);
  sheets.splice(Math.min(position, sheets.length), 0, sheet);
  workbook.isStructureChanged = true;
  emitAbout(workbook, EventType.Moved, sheet, { positionBefore: before, positionAfter: position });
  workbook.touch();
}

export function showSheet(sheet: SheetModel, visibility: SheetVisibility): void {
  const { workbook } = sheet;
  refuseStructure(workbook);
  const visible = workbook.sheets.filter((other) => other.visibility === "visible");
  if (visibility !== "visible" && visible.length === 1 && visible[0] === sheet) throw new HostError("InvalidOperation", "A workbook must contain at least one visible worksheet.");
  const before = sheet.visibility;
  sheet.visibility = visibility;
  workbook.isStructureChanged = true;
  if (workbook.selection.sheet === sheet && visibility !== "visible") workbook.activateFirst();
  if (before !== visibility) emitAbout(workbook, EventType.VisibilityChanged, sheet, { visibilityBefore: TO_WIRE[before], visibilityAfter: TO_WIRE[visibility] });
  workbook.touch();
}

export const TO_WIRE: Readonly<Record<SheetVisibility, string>> = { visible: "Visible", hidden: "Hidden", "very-hidden": "VeryHidden" };

export function activateSheet(sheet: SheetModel): void {
  if (sheet.visibility !== "visible") throw new HostError("InvalidOperation", "The worksheet is hidden.");
  const { workbook } = sheet;
  const before = workbook.selection.sheet;
  if (before === sheet) return;
  workbook.selection = { sheet, regions: [{ top: 0, left: 0, bottom: 0, right: 0 }] };
  announceActivated(before, sheet);
}

export function announceActivated(before: SheetModel, sheet: SheetModel): void {
  emitAbout(sheet.workbook, EventType.SheetDeactivated, before);
  emitAbout(sheet.workbook, EventType.SheetActivated, sheet);
}

/** Everything that names cells by formula, on every sheet. */
function rewriteReferences(workbook: WorkbookModel, change: (formula: string) => string): void {
  for (const sheet of workbook.sheets) {
    for (const { row, column, cell, formula } of sheet.formulas()) {
      if (!formula.includes("!")) continue;
      const next = change(formula);
      if (next === formula) continue;
      cell.formula = next;
      sheet.changes.cell(row, column);
    }
    for (const [list, aspect] of [[sheet.conditionalFormats, "conditional-formats"], [sheet.validations, "validations"]] as const) {
      const before = JSON.stringify(list);
      rewriteRules(list, change);
      if (JSON.stringify(list) !== before) sheet.changes.aspect(aspect);
    }
    for (const chart of sheet.charts) {
      const before = JSON.stringify(chart.series);
      for (const series of chart.series) {
        for (const key of ["values", "categories", "nameFrom"] as const) if (series[key] !== undefined) series[key] = change(series[key]);
      }
      if (JSON.stringify(chart.series) !== before) sheet.changes.chart(chart);
    }
  }
  for (const name of [...workbook.names, ...workbook.sheets.flatMap(({ names }) => names)]) name.formula = change(name.formula);
}
