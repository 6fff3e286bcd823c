import { LAST_COLUMN, LAST_ROW } from "../../../src/core/sheet/address";
import type { Environment, Registry } from "../interpreter/definition";
import { HostError } from "../interpreter/protocol";
import type { PageLayoutModel } from "../model/parts";
import { findRange, parseAddress, RangeAreasModel, RangeModel, toAddress } from "../model/range";
import type { SheetModel } from "../model/workbook";
import { refuseIfProtected } from "./protection";
import { invalid } from "./range-values";

type PageKey = {
  [K in keyof PageLayoutModel]: PageLayoutModel[K] extends string | number | boolean | Record<string, unknown> ? K : never;
}[keyof PageLayoutModel];

const PAGE: Readonly<Record<string, PageKey>> = {
  Orientation: "orientation", PaperSize: "paperSize", Zoom: "zoom", CenterHorizontally: "centerHorizontally", CenterVertically: "centerVertically",
  PrintGridlines: "printGridlines", PrintHeadings: "printHeadings", BlackAndWhite: "blackAndWhite", DraftMode: "draftMode",
  FirstPageNumber: "firstPageNumber", PrintOrder: "printOrder", PrintComments: "printComments", PrintErrors: "printErrors",
};
const MARGINS = ["TopMargin", "BottomMargin", "LeftMargin", "RightMargin", "HeaderMargin", "FooterMargin"] as const;

type Getter = readonly [wire: string, get: (sheet: SheetModel) => unknown];
type Setter = readonly [wire: string, set: (sheet: SheetModel, value: never) => void];

function changed(sheet: SheetModel): void {
  sheet.changes.aspect("page-layout");
  sheet.workbook.isDirty = true;
}

function regionText(sheet: SheetModel, value: unknown): string {
  const range = value instanceof RangeModel ? value : value instanceof RangeAreasModel ? undefined : findRange(sheet.workbook, sheet, String(value));
  if (value instanceof RangeAreasModel) return value.areas.map(({ region }) => toAddress(region)).join(",");
  if (range === undefined) throw invalid();
  return toAddress(range.region);
}

function rangeOf(sheet: SheetModel, address: string | undefined): RangeModel | null {
  const region = address === undefined ? undefined : parseAddress(address);
  return region === undefined ? null : new RangeModel(sheet, region);
}

interface Breaks { readonly sheet: SheetModel; readonly isHorizontal: boolean }
interface Break extends Breaks { readonly at: number }
interface Header { readonly sheet: SheetModel; readonly which: string }

function freeze(sheet: SheetModel, frozen: { rows: number; columns: number } | undefined): void {
  if (sheet.protection.isProtected) refuseIfProtected(sheet, "");
  sheet.frozen = frozen;
  sheet.changes.aspect("view");
  sheet.workbook.isDirty = true;
}

/** Excel sets up pages by asking the printer; without one it refuses. */
function refuseWithoutPrinter(_target: object, _member: string, { faults }: Environment): void {
  if (faults.noPrinter) throw new HostError("GeneralException", "There was an internal error while processing the request.");
}

export function definePage(registry: Registry): void {
  registry.define<SheetModel>("WorksheetFreezePanes", {
    call: {
      FreezeRows: (sheet, given: readonly number[]) => { freeze(sheet, { rows: given[0] ?? 1, columns: 0 }); return null; },
      FreezeColumns: (sheet, given: readonly number[]) => { freeze(sheet, { rows: 0, columns: given[0] ?? 1 }); return null; },
      FreezeAt: (sheet, given: readonly unknown[]) => {
        const range = given[0] instanceof RangeModel ? given[0] : findRange(sheet.workbook, sheet, String(given[0]));
        if (range === undefined) throw invalid();
        const { bottom, right } = range.region;
        freeze(sheet, { rows: bottom === LAST_ROW ? 0 : bottom + 1, columns: right === LAST_COLUMN ? 0 : right + 1 });
        return null;
      },
      Unfreeze: (sheet) => { freeze(sheet, undefined); return null; },
      GetLocationOrNullObject: (sheet) => {
        const { frozen } = sheet;
        if (frozen === undefined) return null;
        const bottom = frozen.rows === 0 ? LAST_ROW : frozen.rows - 1;
        const right = frozen.columns === 0 ? LAST_COLUMN : frozen.columns - 1;
        return new RangeModel(sheet, { top: 0, left: 0, bottom, right });
      },
    },
  });
  registry.define<SheetModel>("PageLayout", {
    get: Object.fromEntries<(sheet: SheetModel) => unknown>([
      ...Object.entries(PAGE).map(([wire, key]): Getter => [wire, (sheet) => sheet.pageLayout[key]]),
      ...MARGINS.map((wire): Getter => [wire, (sheet) => sheet.pageLayout.margins[wire]]),
    ]),
    set: Object.fromEntries<(sheet: SheetModel, value: never) => void>([
      ...Object.entries(PAGE).map(([wire, key]): Setter => [wire, (sheet, value) => { sheet.pageLayout = { ...sheet.pageLayout, [key]: value }; changed(sheet); }]),
      ...MARGINS.map((wire): Setter => [wire, (sheet, value) => { sheet.pageLayout.margins[wire] = value; changed(sheet); }]),
    ]),
    go: { HeadersFooters: (sheet) => sheet },
    guard: refuseWithoutPrinter,
    call: {
      SetPrintArea: (sheet, given: readonly unknown[]) => { sheet.pageLayout.printArea = regionText(sheet, given[0]); sheet.workbook.isStructureChanged = true; changed(sheet); return null; },
      SetPrintTitleRows: (sheet, given: readonly unknown[]) => { sheet.pageLayout.titleRows = regionText(sheet, given[0]).replaceAll(/[A-Z]/gu, ""); sheet.workbook.isStructureChanged = true; changed(sheet); return null; },
      SetPrintTitleColumns: (sheet, given: readonly unknown[]) => { sheet.pageLayout.titleColumns = regionText(sheet, given[0]); sheet.workbook.isStructureChanged = true; changed(sheet); return null; },
      SetPrintMargins: (sheet, given: readonly unknown[]) => {
        const points = given[0] === "Centimeters" ? 72 / 2.54 : given[0] === "Inches" ? 72 : 1;
        for (const [name, value] of Object.entries((given[1] ?? {}) as Record<string, number>)) {
          const wire = `${name.charAt(0).toUpperCase()}${name.slice(1)}Margin`;
          if (!MARGINS.some((each) => each === wire)) throw invalid();
          sheet.pageLayout.margins[wire] = value * points;
        }
        changed(sheet);
        return null;
      },
      GetPrintAreaOrNullObject: (sheet) => {
        const areas = (sheet.pageLayout.printArea ?? "").split(",").map((each) => rangeOf(sheet, each)).filter((range) => range !== null);
        return areas.length === 0 ? null : new RangeAreasModel(sheet, areas);
      },
      GetPrintTitleRowsOrNullObject: (sheet) => rangeOf(sheet, sheet.pageLayout.titleRows),
      GetPrintTitleColumnsOrNullObject: (sheet) => rangeOf(sheet, sheet.pageLayout.titleColumns),
    },
  });
  registry.define<SheetModel>("HeaderFooterGroup", {
    get: { State: (sheet) => sheet.pageLayout.headerState, UseSheetMargins: () => true, UseSheetScale: () => true },
    set: {
      State: (sheet, value: string) => {
        if (!["Default", "FirstAndDefault", "OddAndEven", "FirstOddAndEven"].includes(value)) throw invalid();
        sheet.pageLayout = { ...sheet.pageLayout, headerState: value };
        changed(sheet);
      },
    },
    guard: refuseWithoutPrinter,
    go: {
      DefaultForAllPages: (sheet) => ({ sheet, which: "default" }),
      EvenPages: (sheet) => ({ sheet, which: "even" }),
      OddPages: (sheet) => ({ sheet, which: "odd" }),
      FirstPage: (sheet) => ({ sheet, which: "first" }),
    },
  });
  const parts = ["LeftHeader", "CenterHeader", "RightHeader", "LeftFooter", "CenterFooter", "RightFooter"];
  registry.define<Header>("HeaderFooter", {
    guard: refuseWithoutPrinter,
    get: Object.fromEntries(parts.map((part) => [part, ({ sheet, which }: Header) => sheet.pageLayout.headersFooters[which]?.[part] ?? ""])),
    set: Object.fromEntries(parts.map((part) => [part, ({ sheet, which }: Header, value: never) => {
      sheet.pageLayout.headersFooters = { ...sheet.pageLayout.headersFooters, [which]: { ...sheet.pageLayout.headersFooters[which], [part]: value } };
      changed(sheet);
    }])),
  });
  const listOf = ({ sheet, isHorizontal }: Breaks): number[] => (isHorizontal ? sheet.horizontalBreaks : sheet.verticalBreaks);
  registry.define<Breaks>("PageBreakCollection", {
    items: (breaks) => listOf(breaks).map((at): Break => ({ ...breaks, at })),
    find: (breaks, key) => listOf(breaks).includes(Number(key)) ? { ...breaks, at: Number(key) } : undefined,
    call: {
      Add: (breaks, given: readonly unknown[]) => {
        const range = given[0] instanceof RangeModel ? given[0] : findRange(breaks.sheet.workbook, breaks.sheet, String(given[0]));
        if (range === undefined) throw invalid();
        const at = breaks.isHorizontal ? range.region.top : range.region.left;
        if (!listOf(breaks).includes(at)) listOf(breaks).push(at);
        changed(breaks.sheet);
        return { ...breaks, at };
      },
      RemovePageBreaks: (breaks) => { listOf(breaks).length = 0; changed(breaks.sheet); return null; },
    },
  });
  registry.define<Break>("PageBreak", {
    get: { _Id: ({ at }) => at, RowIndex: ({ at, isHorizontal }) => (isHorizontal ? at : 0), ColumnIndex: ({ at, isHorizontal }) => (isHorizontal ? 0 : at) },
    call: {
      Delete: (target) => { const list = listOf(target); list.splice(list.indexOf(target.at), 1); changed(target.sheet); return null; },
    },
  });
  registry.define<SheetModel>("AutoFilter", {
    get: { Enabled: (sheet) => sheet.autoFilter !== undefined, IsDataFiltered: (sheet) => sheet.autoFilter?.criteria.some((each) => each !== null) ?? false, Criteria: (sheet) => sheet.autoFilter?.criteria ?? null },
    call: {
      Apply: (sheet, given: readonly unknown[]) => {
        refuseIfProtected(sheet, "allowAutoFilter");
        const range = given[0] instanceof RangeModel ? given[0] : findRange(sheet.workbook, sheet, String(given[0]));
        if (range === undefined) throw invalid();
        const criterion = given[2];
        if (criterion !== null && criterion !== undefined) throw new HostError("NotImplemented", "workbench host: AutoFilter.apply with criteria is not implemented");
        sheet.autoFilter = { region: range.region, criteria: Array.from({ length: range.columnCount }, () => null) };
        sheet.changes.aspect("auto-filter");
        sheet.workbook.isDirty = true;
        return null;
      },
      Remove: (sheet) => { sheet.autoFilter = undefined; sheet.changes.aspect("auto-filter"); return null; },
      GetRangeOrNullObject: (sheet) => (sheet.autoFilter === undefined ? null : new RangeModel(sheet, sheet.autoFilter.region)),
    },
  });
}
