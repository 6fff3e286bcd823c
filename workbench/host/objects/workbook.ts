import type { Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import { RangeAreasModel, RangeModel } from "../model/range";
import type { WorkbookModel } from "../model/workbook";

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
      GetSelectedRange: (workbook) => {
        const { sheet, regions } = workbook.selection;
        const [region, ...more] = regions;
        if (region === undefined || more.length > 0) throw new HostError("InvalidSelection", "The current selection is invalid for this operation.");
        return new RangeModel(sheet, region);
      },
      GetSelectedRanges: ({ selection: { sheet, regions } }) => new RangeAreasModel(sheet, regions.map((region) => new RangeModel(sheet, region))),
      GetActiveCell: ({ selection: { sheet, regions } }) => {
        const { top, left } = regions[0] ?? { top: 0, left: 0 };
        return new RangeModel(sheet, { top, left, bottom: top, right: left });
      },
      GetActiveChartOrNullObject: () => null,
      GetIsActiveCollabSession: () => false,
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
