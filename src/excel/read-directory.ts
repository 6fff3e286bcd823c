import { SETTINGS_NAMESPACE } from "../core/settings-part";
import { OWNER_PROPERTY } from "../core/sheet/owner-property";
import type { Region } from "../core/sheet/region";
import type { SheetVisibility } from "../core/sheet/snapshot";
import { fromPartXml } from "./part-xml";

/** Cells of the used ranges, all sheets together, that we are willing to fetch; the file reader's limit on filled cells. */
const MOST_CELLS = 4_000_000;

/** Merged areas and hidden rows count this far beyond what is filled; a formatted million of rows says nothing. */
const MARGIN = { rows: 1_000, columns: 256 } as const;

const VISIBILITIES: Readonly<Record<string, SheetVisibility>> = { Visible: "visible", Hidden: "hidden", VeryHidden: "very-hidden" };

export interface SheetEntry {
  readonly id: string;
  readonly name: string;
  readonly visibility: SheetVisibility;
}

export interface Directory {
  readonly file: string;
  readonly date1904: boolean;
  readonly sheets: readonly SheetEntry[];
  readonly settingsPart: Excel.CustomXmlPart | undefined;
}

export interface SheetExtent extends SheetEntry {
  readonly worksheet: Excel.Worksheet;
  /** What holds something; undefined for an empty sheet. */
  readonly filled: Region | undefined;
  /** Where merged areas and hidden rows and columns are looked for. */
  readonly formed: Region | undefined;
  readonly mayHideRows: boolean;
  readonly mayHideColumns: boolean;
  readonly isTooLarge: boolean;
}

/** First request: what there is. */
export async function readDirectory(context: Excel.RequestContext): Promise<Directory> {
  const { workbook } = context;
  workbook.load({ name: true });
  workbook.worksheets.load({ id: true, name: true, visibility: true });
  const parts = workbook.customXmlParts.getByNamespace(SETTINGS_NAMESPACE);
  parts.load({ id: true });
  // No API tells the date system. Excel's own YEAR, calculated without writing, does: day 1 lies in 1900 or in 1904.
  const year = workbook.functions.year(1);
  year.load({ value: true });
  await context.sync();
  return {
    file: workbook.name,
    date1904: year.value === 1904,
    sheets: workbook.worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: VISIBILITIES[visibility] ?? "visible" })),
    // eslint-disable-next-line office-addins/load-object-before-read -- loading a property of the items loads them
    settingsPart: parts.items[0],
  };
}

/** Second request: how far each sheet reaches. */
export async function readExtents(
  context: Excel.RequestContext,
  directory: Directory,
): Promise<{ readonly sheets: readonly SheetExtent[]; readonly settings: string | null }> {
  const asked = directory.sheets.map((entry) => {
    const worksheet = context.workbook.worksheets.getItem(entry.id);
    const filled = worksheet.getUsedRangeOrNullObject(true);
    const formed = worksheet.getUsedRangeOrNullObject(false);
    filled.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
    formed.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true, rowHidden: true, columnHidden: true });
    const property = worksheet.customProperties.getItemOrNullObject(OWNER_PROPERTY);
    property.load({ key: true });
    return { entry, worksheet, filled, formed, property };
  });
  const xml = directory.settingsPart?.getXml();
  await context.sync();

  let cells = 0;
  // The sheets of our own report are no part of the plan.
  const ofPlan = asked.filter(({ property }) => property.isNullObject);
  const sheets = ofPlan.map(({ entry, worksheet, filled, formed }): SheetExtent => {
    const holds = filled.isNullObject ? undefined : toRegion(filled);
    const count = holds === undefined ? 0 : (holds.bottom - holds.top + 1) * (holds.right - holds.left + 1);
    const isTooLarge = cells + count > MOST_CELLS;
    if (!isTooLarge) cells += count;
    return {
      ...entry,
      worksheet,
      filled: isTooLarge ? undefined : holds,
      formed: isTooLarge || formed.isNullObject ? undefined : clip(toRegion(formed), holds),
      // null: some are and some are not. The types of the library do not say so.
      mayHideRows: !formed.isNullObject && (formed.rowHidden as boolean | null) !== false,
      mayHideColumns: !formed.isNullObject && (formed.columnHidden as boolean | null) !== false,
      isTooLarge,
    };
  });
  return { sheets, settings: xml === undefined ? null : fromPartXml(xml.value) };
}

function clip(formed: Region, filled: Region | undefined): Region {
  const last = filled ?? { bottom: formed.top, right: formed.left };
  return {
    top: formed.top,
    left: formed.left,
    bottom: Math.min(formed.bottom, last.bottom + MARGIN.rows),
    right: Math.min(formed.right, last.right + MARGIN.columns),
  };
}

export function toRegion(range: Excel.Range): Region {
  const { rowIndex, columnIndex, rowCount, columnCount } = range;
  return { top: rowIndex, left: columnIndex, bottom: rowIndex + rowCount - 1, right: columnIndex + columnCount - 1 };
}

/** What the last request saw again of the directory and of what is filled. */
export interface SecondLook {
  readonly sheets: readonly SheetEntry[];
  readonly filled: readonly (Region | undefined)[];
}

export function lookAgain(context: Excel.RequestContext, sheets: readonly SheetExtent[]): () => SecondLook {
  const { worksheets } = context.workbook;
  worksheets.load({ id: true, name: true, visibility: true });
  const ranges = sheets.map(({ worksheet }) => {
    const filled = worksheet.getUsedRangeOrNullObject(true);
    filled.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
    return filled;
  });
  return () => ({
    sheets: worksheets.items.map(({ id, name, visibility }) => ({ id, name, visibility: VISIBILITIES[visibility] ?? "visible" })),
    filled: ranges.map((range) => (range.isNullObject ? undefined : toRegion(range))),
  });
}

/** Whether sheets and used ranges are what they were; edits within them are told by their event. */
export function isUnchanged(before: Directory, sheets: readonly SheetExtent[], after: SecondLook): boolean {
  const names = (entries: readonly SheetEntry[]): string => JSON.stringify(entries.map(({ id, name, visibility }) => [id, name, visibility]));
  if (names(before.sheets) !== names(after.sheets)) return false;
  return sheets.every(({ filled, isTooLarge }, index) => isTooLarge || isSame(filled, after.filled[index]));
}

function isSame(a: Region | undefined, b: Region | undefined): boolean {
  return a?.top === b?.top && a?.left === b?.left && a?.bottom === b?.bottom && a?.right === b?.right;
}
