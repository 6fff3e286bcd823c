import type { Registry } from "../interpreter/definition";
import type { Faults } from "../faults";
import { HostError } from "../interpreter/protocol";
import { EventType } from "../model/events";
import { RangeAreasModel, RangeModel } from "../model/range";
import type { CellStyle } from "../model/style";
import type { SheetModel, WorkbookModel } from "../model/workbook";
import { openWorkbook } from "../package/open";

interface InsertOptions {
  readonly sheetNamesToInsert?: readonly string[];
  readonly positionType?: string;
  readonly relativeTo?: SheetModel | string;
}

/** Sheets of another file, put in as copies. Gives their ids, as Excel does. */
function insertSheets(workbook: WorkbookModel, base64: string, options: InsertOptions): string[] {
  if (workbook.isStructureProtected) throw new HostError("AccessDenied", "The workbook's structure is protected.");
  let opened: WorkbookModel;
  try {
    opened = openWorkbook(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)), "inserted.xlsx").workbook;
  } catch {
    throw new HostError("InvalidArgument", "The file can't be opened.");
  }
  const wanted = options.sheetNamesToInsert ?? [];
  const sheets = opened.sheets.filter((sheet) => wanted.length === 0 || wanted.includes(sheet.name));
  if (sheets.length < wanted.length) throw new HostError("InvalidArgument", "A sheet that is asked for isn't in the file.");
  const relative = typeof options.relativeTo === "string" ? workbook.findSheet(options.relativeTo) : options.relativeTo;
  const at = relative === undefined ? -1 : workbook.sheets.indexOf(relative);
  let place = options.positionType === "Beginning" ? 0 : at < 0 ? workbook.sheets.length : options.positionType === "Before" ? at : at + 1;
  return sheets.map((source) => {
    let name = source.name;
    for (let number = 2; workbook.findSheet(name) !== undefined; number++) name = `${source.name.slice(0, 26)} (${String(number)})`;
    const sheet = workbook.addSheet(name, place++);
    takeOver(source, sheet);
    workbook.emit({ messageType: EventType.SheetAdded, targetId: "Workbook", message: { source: workbook.source, worksheetId: sheet.id } });
    return sheet.id;
  });
}

function refuseShape(faults: Faults): void {
  if (faults.shapeSelected) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
}

/** All of a sheet of another workbook. Nothing goes on pointing into that one's file. */
function takeOver(source: SheetModel, sheet: SheetModel): void {
  const { workbook } = sheet;
  const styles = new Map<CellStyle, CellStyle>();
  const styleOf = (style: CellStyle): CellStyle => {
    let own = styles.get(style);
    if (own === undefined) {
      const { origin: _number, ...look } = style;
      styles.set(style, (own = look));
    }
    return own;
  };
  for (const [row, cells] of source.rows) sheet.rows.set(row, new Map([...cells].map(([column, cell]) => [column, { ...cell, style: styleOf(cell.style) }])));
  for (const [row, { style, ...model }] of source.rowModels) sheet.rowModels.set(row, { ...model, ...(style === undefined ? {} : { style: styleOf(style) }) });
  for (const [column, { style, ...model }] of source.columnModels) sheet.columnModels.set(column, { ...model, ...(style === undefined ? {} : { style: styleOf(style) }) });
  sheet.merges = source.merges;
  for (const { source: element, ...format } of source.conditionalFormats) {
    // Scales and bars have no look by number; their element can stay.
    const kept = element === undefined || element.includes("dxfId=") ? {} : { source: element };
    sheet.conditionalFormats.push({ ...format, ...kept, id: workbook.newGuid() });
  }
  for (const { source: _element, asRead: _signature, ...validation } of source.validations) sheet.validations.push(validation);
  sheet.hyperlinks.push(...source.hyperlinks);
  sheet.customProperties.push(...source.customProperties);
  sheet.horizontalBreaks.push(...source.horizontalBreaks);
  sheet.verticalBreaks.push(...source.verticalBreaks);
  let tableId = Math.max(0, ...workbook.sheets.flatMap(({ tables }) => tables.map(({ id }) => id)));
  for (const { part: _part, asRead: _signature, ...table } of source.tables) {
    const isTaken = workbook.sheets.some(({ tables }) => tables.some(({ name }) => name.toLowerCase() === table.name.toLowerCase()));
    sheet.tables.push({ ...table, id: ++tableId, name: isTaken ? `${table.name}_${String(tableId)}` : table.name });
  }
  for (const { part: _part, placeAsRead: _place, ...chart } of source.charts) {
    const own = { ...chart, id: workbook.newGuid() };
    sheet.charts.push(own);
    sheet.changes.chart(own);
  }
  const { pageLayout, autoFilter, visibility, tabColor, showGridlines, showHeadings, frozen, standardWidth, standardHeight } = source;
  Object.assign(sheet, { pageLayout, autoFilter, visibility, tabColor, showGridlines, showHeadings, frozen, standardWidth, standardHeight });
}

export function defineWorkbook(registry: Registry): void {
  registry.define<WorkbookModel>("Workbook", {
    get: {
      Name: (workbook) => workbook.file,
      ReadOnly: (workbook, { faults }) => workbook.readOnly || faults.readOnly,
      IsDirty: (workbook) => workbook.isDirty,
      AutoSave: () => false,
      PreviouslySaved: () => true,
      UsePrecisionAsDisplayed: () => false,
      CalculationEngineVersion: () => 191029,
      ChartDataPointTrack: () => true,
    },
    set: {
      IsDirty: (workbook, value: boolean) => { workbook.isDirty = value; },
    },
    go: {
      Application: (workbook) => workbook,
      Worksheets: (workbook) => workbook,
      CustomXmlParts: (workbook) => workbook,
      Functions: (workbook) => workbook,
      Protection: (workbook) => workbook,
      Properties: (workbook) => workbook,
      Names: (workbook) => workbook,
      Settings: (workbook) => workbook,
      Tables: (workbook) => workbook,
      Comments: (workbook) => workbook,
      Styles: (workbook) => workbook,
      _Runtime: (workbook) => workbook,
    },
    call: {
      _RemoveReference: (_workbook, [id]: readonly never[], { references }) => { references.release(id as unknown as string); return null; },
      _RemoveAllReferences: (_workbook, _none, { references }) => { references.releaseAll(); return null; },
      _GetReferenceCount: (_workbook, _none, { references }) => references.size,
      _GetObjectByReferenceId: (_workbook, [id]: readonly never[], { references }) => references.find(id as unknown as string)?.target ?? null,
      GetSelectedRange: (workbook, _none, { faults }) => {
        refuseShape(faults);
        const { sheet, regions } = workbook.selection;
        const [region, ...more] = regions;
        if (region === undefined || more.length > 0) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
        return new RangeModel(sheet, region);
      },
      GetSelectedRanges: ({ selection: { sheet, regions } }, _none, { faults }) => {
        refuseShape(faults);
        return new RangeAreasModel(sheet, regions.map((region) => new RangeModel(sheet, region)));
      },
      GetActiveCell: ({ selection: { sheet, regions } }) => {
        const { top, left } = regions[0] ?? { top: 0, left: 0 };
        return new RangeModel(sheet, { top, left, bottom: top, right: left });
      },
      GetActiveChartOrNullObject: () => null,
      GetIsActiveCollabSession: () => false,
      InsertWorksheetsFromBase64: (workbook, given: readonly unknown[]) => insertSheets(workbook, String(given[0]), (given[1] ?? {})),
      Save: (workbook) => { workbook.isDirty = false; return null; },
    },
  });
  registry.define<WorkbookModel>("Runtime", {
    get: { EnableEvents: (workbook) => workbook.enableEvents },
    set: { EnableEvents: (workbook, value: boolean) => { workbook.enableEvents = value; } },
  });
  registry.define<WorkbookModel>("DocumentProperties", {
    get: Object.fromEntries(["Title", "Author", "Comments", "Subject", "Keywords", "Category", "Company", "Manager", "LastAuthor", "RevisionNumber"].map((name) => [name, (workbook: WorkbookModel) => workbook.properties[name]])),
  });
}
