import type { Region } from "../core/sheet/region";
import { isGone, mayConcernPart, Refusal } from "./host-failure";
import { lookAgain, toRegion, type SecondLook, type SheetExtent } from "./read-directory";

interface Formation {
  readonly regions: readonly (readonly Region[])[];
  readonly hiddenRows: readonly (readonly number[])[];
  readonly hiddenColumns: readonly (readonly number[])[];
  readonly after: SecondLook;
}

/**
 * Last request: merged areas, what is hidden, and a second look at what there is. Excel refuses to list more than 512
 * merged areas of a range, and lists an area where its top left lies; so bands of rows give each area exactly once, and
 * a band that is refused is halved.
 */
export async function readMerges(context: Excel.RequestContext, sheets: readonly SheetExtent[]): Promise<Formation> {
  const hidden = askHidden(sheets);
  const look = lookAgain(context, sheets);
  const asked = sheets.map(({ worksheet, formed }) => (formed === undefined ? undefined : askMerges(worksheet, formed)));
  try {
    await context.sync();
    return { regions: asked.map((areas) => (areas === undefined ? [] : takeMerges(areas))), ...hidden(), after: look() };
  } catch (error) {
    if (!mayConcernPart(error) || isGone(error)) throw error;
  }
  const regions: Region[][] = [];
  for (const { worksheet, formed } of sheets) {
    regions.push(formed === undefined ? [] : await readBand(context, worksheet, formed));
  }
  // What failed took the second look with it.
  const hiddenAgain = askHidden(sheets);
  const lookOnceMore = lookAgain(context, sheets);
  await context.sync();
  return { regions, ...hiddenAgain(), after: lookOnceMore() };
}

async function readBand(context: Excel.RequestContext, worksheet: Excel.Worksheet, band: Region): Promise<Region[]> {
  const areas = askMerges(worksheet, band);
  try {
    await context.sync();
    return takeMerges(areas);
  } catch (error) {
    if (!mayConcernPart(error) || isGone(error)) throw error;
    const isRow = band.bottom > band.top;
    if (!isRow && band.right === band.left) throw new Refusal({ code: "unexpected", detail: `${error.code} at getMergedAreasOrNullObject` });
    const middle = isRow ? (band.top + band.bottom) >> 1 : (band.left + band.right) >> 1;
    const first = isRow ? { ...band, bottom: middle } : { ...band, right: middle };
    const second = isRow ? { ...band, top: middle + 1 } : { ...band, left: middle + 1 };
    return [...(await readBand(context, worksheet, first)), ...(await readBand(context, worksheet, second))];
  }
}

function askMerges(worksheet: Excel.Worksheet, { top, left, bottom, right }: Region): Excel.RangeAreas {
  const areas = worksheet.getRangeByIndexes(top, left, bottom - top + 1, right - left + 1).getMergedAreasOrNullObject();
  areas.load({ areaCount: true });
  areas.areas.load({ rowIndex: true, columnIndex: true, rowCount: true, columnCount: true });
  return areas;
}

function takeMerges(areas: Excel.RangeAreas): Region[] {
  return areas.isNullObject ? [] : areas.areas.items.map(toRegion);
}

function askHidden(sheets: readonly SheetExtent[]): () => Pick<Formation, "hiddenRows" | "hiddenColumns"> {
  const asked = sheets.map(({ worksheet, formed, mayHideRows, mayHideColumns }) => {
    if (formed === undefined || !(mayHideRows || mayHideColumns)) return { formed, rows: undefined, columns: undefined };
    const range = worksheet.getRangeByIndexes(formed.top, formed.left, formed.bottom - formed.top + 1, formed.right - formed.left + 1);
    return {
      formed,
      rows: mayHideRows ? range.getRowProperties({ rowHidden: true }) : undefined,
      columns: mayHideColumns ? range.getColumnProperties({ columnHidden: true }) : undefined,
    };
  });
  return () => ({
    hiddenRows: asked.map(({ formed, rows }) => places(formed?.top ?? 0, rows?.value.map(({ rowHidden }) => rowHidden))),
    hiddenColumns: asked.map(({ formed, columns }) => places(formed?.left ?? 0, columns?.value.map(({ columnHidden }) => columnHidden))),
  });
}

function places(from: number, hidden: readonly (boolean | undefined)[] | undefined): number[] {
  return [...(hidden ?? []).entries()].filter(([, is]) => is === true).map(([index]) => from + index);
}
