import type { SheetRecord } from "../../core/report/sheet-record";
import { findTyped, type FoundGrid, type TypedCells } from "../../core/report/typed-cells";
import type { Region } from "../../core/sheet/region";
import type { Directory, SheetSeen } from "./directory";
import type { Requests } from "./requests";

/** What a cell's formula, text and format take in a response, roughly. */
const BYTES_PER_CELL = 110;

export interface FormerRead {
  readonly key: string;
  readonly seen: SheetSeen;
  /** Undefined where there is no record of what we wrote: then nobody can tell what people have typed. */
  readonly typed: TypedCells | undefined;
}

interface Slice {
  readonly sheet: number;
  readonly top: number;
  readonly range: Excel.Range;
}

/** What people have typed on the summary as it stands. One request; on the web one more for each further 3 MB. */
export async function readFormer(context: Excel.RequestContext, directory: Directory, requests: Requests): Promise<readonly FormerRead[]> {
  const sheets = [...directory.now].map(([key, seen]) => ({ key, seen, record: directory.record?.sheets.find((each) => each.key === key) }));
  if (sheets.length === 0) return [];
  const grids = sheets.map((): FoundGrid[number][] => []);
  let slices: Slice[] = [];
  let bytes = 0;
  const fetch = async (): Promise<void> => {
    if (slices.length === 0) return;
    await requests.send();
    for (const { sheet, top, range } of slices) take(range, top, sheets[sheet]?.seen.filled, grids[sheet] ?? []);
    slices = [];
    bytes = 0;
  };
  for (const [sheet, { seen, record }] of sheets.entries()) {
    if (record === undefined || seen.filled === undefined) continue;
    const { top, left, bottom, right } = seen.filled;
    const perRow = (right - left + 1) * BYTES_PER_CELL;
    for (let from = top; from <= bottom; ) {
      const rows = Math.min(bottom - from + 1, Math.max(1, Math.floor((requests.limit - bytes) / perRow)));
      const range = context.workbook.worksheets.getItem(seen.id).getRangeByIndexes(from, left, rows, right - left + 1);
      range.load({ formulas: true, text: true, numberFormat: true });
      slices.push({ sheet, top: from, range });
      bytes += rows * perRow;
      from += rows;
      if (bytes >= requests.limit - perRow) await fetch();
    }
  }
  await fetch();
  return sheets.map(({ key, seen, record }, index) => ({ key, seen, typed: record === undefined ? undefined : typedOn(record, grids[index] ?? []) }));
}

function typedOn(record: SheetRecord, grid: FoundGrid): TypedCells {
  return findTyped(record, Array.from(grid, (row: FoundGrid[number] | undefined) => row ?? []));
}

function take(range: Excel.Range, top: number, filled: Region | undefined, rows: FoundGrid[number][]): void {
  const formulas = range.formulas as (string | number | boolean)[][];
  const formats = range.numberFormat as string[][];
  const left = filled?.left ?? 0;
  for (const [index, line] of formulas.entries()) {
    const cells = Array.from({ length: left }, (): undefined => undefined);
    rows[top + index] = [
      ...cells,
      ...line.map((content, column) => ({ content, text: range.text[index]?.[column] ?? "", format: formats[index]?.[column] ?? "General" })),
    ];
  }
}
